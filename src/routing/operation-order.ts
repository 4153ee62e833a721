import { addMistake, type Place } from "../core/index.js";
import type { ReadOperation } from "./read-operation.js";

/** How the operations of a routing follow one another. */
export interface OperationPlaces {
  /** The places of those right before each, each once. */
  readonly before: readonly (readonly number[])[];
  /** All places, each after those before it; as given where that is one. */
  readonly order: readonly number[];
}

/** Finds what stands before each operation; notes ids given twice, unknown ones, and circles. */
export function operationPlaces(
  rows: readonly (ReadOperation | undefined)[],
  place: Place,
): OperationPlaces | undefined {
  const issueCount = place.issues.length;
  const placeOf = new Map<string, number>();
  for (const [n, row] of rows.entries()) {
    if (row?.id === undefined) continue;
    if (placeOf.has(row.id)) {
      const message = `The operation ${JSON.stringify(row.id)} stands here for the second time. Give each its own id.`;
      addMistake({ ...place, path: [...place.path, n, "id"] }, "duplicateId", message, {
        id: row.id,
      });
    } else placeOf.set(row.id, n);
  }
  const before = rows.map((row, n) => {
    if (row?.after === undefined) return n === 0 ? [] : [n - 1];
    return [...new Set(row.after.flatMap((id, k) => placesOf(id, placeOf, place, n, k)))];
  });
  const order = inOrder(before, rows, place);
  return place.issues.length > issueCount ? undefined : { before, order };
}

function placesOf(
  id: string | undefined,
  placeOf: ReadonlyMap<string, number>,
  place: Place,
  n: number,
  k: number,
): readonly number[] {
  const found = id === undefined ? undefined : placeOf.get(id);
  if (found !== undefined) return [found];
  if (id !== undefined) {
    const message = `There is no operation ${JSON.stringify(id)} in this routing. Correct the id.`;
    addMistake({ ...place, path: [...place.path, n, "after", k] }, "unknownId", message, { id });
  }
  return [];
}

/** Depth first, those before an operation ahead of it; without recursion, so that any length will do. */
function inOrder(
  before: readonly (readonly number[])[],
  rows: readonly (ReadOperation | undefined)[],
  place: Place,
): readonly number[] {
  const order: number[] = [];
  const state = new Uint8Array(before.length); // 1: on the way, 2: in its place
  const taken = new Int32Array(before.length); // how many of those before it were looked at
  for (let root = 0; root < before.length; root++) {
    const way = state[root] === 0 ? [root] : [];
    while (way.length > 0) {
      const last = way[way.length - 1]!;
      state[last] = 1;
      const next = before[last]![taken[last]!];
      taken[last] = taken[last]! + 1;
      if (next === undefined) {
        state[last] = 2;
        order.push(last);
        way.pop();
      } else if (state[next] === 0) way.push(next);
      else if (state[next] === 1) {
        noteCircle([...way.slice(way.indexOf(next)), next], rows, place);
        return order;
      }
    }
  }
  return order;
}

const SPELLED_OUT = 20;

function noteCircle(
  circle: readonly number[],
  rows: readonly (ReadOperation | undefined)[],
  place: Place,
): void {
  // Told in the order of work: the walk went against it.
  const cycle = [...circle].reverse().map((n) => rows[n]?.id ?? "");
  const shown = cycle.slice(0, SPELLED_OUT).map((id) => JSON.stringify(id));
  const text = [...shown, ...(cycle.length > SPELLED_OUT ? ["…"] : [])].join(" → ");
  const message = `The operations wait for one another in a circle: ${text}. Correct their after.`;
  const path = [...place.path, circle[0] ?? 0, "after"];
  addMistake({ ...place, path }, "contradiction", message, { cycle });
}
