import { PlanningInputError } from "../../core/index.js";
import type { Problem } from "../input/problem.js";
import { RowRanges, withRoom } from "../pages/index.js";
import type { Changes } from "./model.js";

/** Changes of stock in the order in which their rows are read, before they are grouped. */
export class DraftChanges {
  count = 0;
  readonly point: Int32Array;
  /** The other columns as in {@link Changes}. */
  readonly day: Int32Array;
  readonly quantity: Float64Array;
  readonly origin: Int32Array;

  /** @param most - how many changes there may be */
  constructor(most: number) {
    this.point = new Int32Array(most);
    this.day = new Int32Array(most);
    this.quantity = new Float64Array(most);
    this.origin = new Int32Array(most);
  }

  add(point: number, day: number, quantity: number, origin: number): void {
    const c = this.count++;
    this.point[c] = point;
    this.day[c] = day;
    this.quantity[c] = quantity;
    this.origin[c] = origin;
  }
}

/** Groups changes by stocking point, those of a point in their order: supply before needs. */
export function groupChanges(draft: DraftChanges, points: number): Changes {
  const { count, point } = draft;
  const start = startsOf(point, count, points);
  const place = new Int32Array(count); // where each change goes
  const next = start.slice(0, points);
  for (let c = 0; c < count; c++) place[c] = next[point[c]!]!++;
  const changes = {
    rows: RowRanges.of(start),
    day: withRoom((n) => new Int32Array(n), count),
    quantity: withRoom((n) => new Float64Array(n), count),
    origin: withRoom((n) => new Int32Array(n), count),
  };
  scatter(draft.day, place, changes.day);
  scatter(draft.quantity, place, changes.quantity);
  scatter(draft.origin, place, changes.origin);
  return changes;
}

function scatter<Column extends Int32Array | Float64Array>(
  from: Column,
  place: Int32Array,
  to: Column,
): void {
  for (let c = 0; c < place.length; c++) to[place[c]!] = from[c]!;
}

/** Where the rows of each stocking point begin when they are grouped; one entry more than points. */
export function startsOf(pointOfRow: Int32Array, rows: number, points: number): Int32Array {
  const start = new Int32Array(points + 1);
  for (let r = 0; r < rows; r++) start[pointOfRow[r]! + 1]!++;
  for (let p = 0; p < points; p++) start[p + 1]! += start[p]!;
  return start;
}

/** Q4: figures of an item leave the safe integers. */
export function overflow(problem: Problem, item: number): PlanningInputError {
  const { id, decimals } = problem.items[item]!;
  const message = `Quantities of item ${JSON.stringify(id)} add up to more than 2^53 counts of 10^-${decimals}. Give the item fewer decimals or a larger unit.`;
  return new PlanningInputError([
    { code: "quantityOverflow", path: ["items", item], message, item: id },
  ]);
}
