import { addMistake, EVERY_DAY, ONE, type Place, type Ratio, UNSOUND } from "../core/index.js";
import type { ReadOperation } from "./read-operation.js";
import type { Alternate, Operation, Subcontract } from "./routing.js";
import type { RoutingLookups } from "./routing-lookups.js";
import type { WorkCenter } from "./work-center.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** What only work at a centre of one's own has. */
const CENTER_FIELDS = [
  "setup",
  "run",
  "batch",
  "teardown",
  "queue",
  "split",
  "transferBatch",
  "alternates",
  "tools",
  "setupGroup",
] as const;

/** An operation whose place among the others is still to be found. */
export type PlacelessOperation = Omit<
  Operation,
  "before" | "inflow" | "rates" | "queueMinutes" | "waitMoveMinutes" | "alternates"
> & { readonly alternates: readonly PlacelessAlternate[] };

type PlacelessAlternate = Omit<Alternate, "rates">;

/** Resolves the ids of an operation, and notes what is wrong with it by itself. */
export function resolveOperation(
  row: ReadOperation,
  lookups: RoutingLookups,
  place: Place,
): PlacelessOperation {
  const { setup = NOTHING, run = NOTHING, teardown = NOTHING, queue = NOTHING } = row;
  noteCenterOrSupplier(row, place);
  const center = at(place, "workCenter");
  const workCenter =
    row.workCenter === undefined ? undefined : centerOf(row.workCenter, lookups, center);
  noteLargeSplit(row, workCenter, place);
  return {
    id: row.id,
    workCenter,
    subcontract:
      row.subcontract && subcontractOf(row.subcontract, lookups, at(place, "subcontract")),
    setup,
    run,
    teardown,
    queue,
    wait: row.wait,
    move: row.move,
    batch: row.batch,
    transferBatch: row.transferBatch,
    yield: row.yield ?? ONE,
    split: row.split ?? 1,
    alternates: alternatesOf(row, lookups, place),
    tools: toolsOf(row, lookups, place),
    setupGroup: row.setupGroup,
  };
}

function noteCenterOrSupplier(row: ReadOperation, place: Place): void {
  const { id, workCenter, subcontract } = row;
  const name = `The operation ${JSON.stringify(id)}`;
  if (subcontract === undefined) {
    if (workCenter !== undefined || isRefused(place, "workCenter", "subcontract")) return;
    const message = `${name} has no work centre. Name its workCenter, or give it a subcontract.`;
    addMistake(at(place, "workCenter"), "missingField", message);
    return;
  }
  if (workCenter !== undefined) {
    const message = `${name} has both a workCenter and a subcontract. Leave one of them out.`;
    addMistake(at(place, "subcontract"), "contradiction", message);
    return;
  }
  for (const field of CENTER_FIELDS) {
    if (row[field] === undefined) continue;
    const message = `${name} is subcontracted, so its ${field} means nothing. Leave it out.`;
    addMistake(at(place, field), "contradiction", message);
  }
}

/** Parts are worked side by side, each on a unit of its own. */
function noteLargeSplit(
  { id, split, subcontract }: ReadOperation,
  center: WorkCenter | undefined,
  place: Place,
): void {
  if (split === undefined || center === undefined || subcontract !== undefined) return;
  if (split <= center.units) return;
  const units = center.units === 1 ? "1 unit" : `${center.units} units`;
  const message = `The split (${split}) of operation ${JSON.stringify(id)} is above what stands side by side at its work centre: ${JSON.stringify(center.id)} has ${units}. Give a smaller split, or the work centre more units.`;
  addMistake(at(place, "split"), "contradiction", message, { split, units: center.units });
}

/** Whether something is wrong already with a field itself. */
function isRefused(place: Place, ...fields: readonly string[]): boolean {
  const { length } = place.path;
  return place.issues.some(
    ({ path }) =>
      fields.includes(String(path[length])) && place.path.every((key, n) => path[n] === key),
  );
}

function centerOf(id: string, lookups: RoutingLookups, place: Place): WorkCenter {
  const center = lookups.workCenter(id);
  if (center === undefined) {
    const message = `There is no work centre ${JSON.stringify(id)}. Correct the id, or give the work centre.`;
    addMistake(place, "unknownId", message, { id });
  }
  return center === undefined || center === "inDoubt" ? UNSOUND : center;
}

function subcontractOf(
  { supplier, leadTime, cost }: NonNullable<ReadOperation["subcontract"]>,
  { supplierCalendar = () => EVERY_DAY }: RoutingLookups,
  place: Place,
): Subcontract {
  const calendar = supplier === undefined ? EVERY_DAY : supplierCalendar(supplier);
  if (calendar === undefined) {
    const message = `There is no supplier ${JSON.stringify(supplier)}. Correct the id, or give the supplier.`;
    addMistake(at(place, "supplier"), "unknownId", message, { id: supplier });
    return UNSOUND;
  }
  return { supplier, leadTimeDays: leadTime, cost, calendar };
}

function alternatesOf(
  row: ReadOperation,
  lookups: RoutingLookups,
  place: Place,
): readonly PlacelessAlternate[] {
  const { setup = NOTHING, run = NOTHING } = row;
  const named = new Set([row.workCenter]);
  const alternates = (row.alternates ?? []).map((other, n): PlacelessAlternate => {
    const path = [...place.path, "alternates", n, "workCenter"];
    const id = other?.workCenter;
    if (id === undefined) return UNSOUND;
    if (named.has(id)) {
      const message = `The work centre ${JSON.stringify(id)} stands here for the second time. An alternate is another one.`;
      addMistake({ ...place, path }, "contradiction", message, { id });
    }
    named.add(id);
    return {
      workCenter: centerOf(id, lookups, { ...place, path }),
      priority: other.priority,
      setup: other.setup ?? setup,
      run: other.run ?? run,
    };
  });
  return alternates.sort((a, b) => (a?.priority ?? 0) - (b?.priority ?? 0));
}

function toolsOf(row: ReadOperation, lookups: RoutingLookups, place: Place): readonly string[] {
  const tools = row.tools ?? [];
  const known = new Set<string>();
  for (const [n, id] of tools.entries()) {
    if (id === undefined) continue;
    const path = [...place.path, "tools", n];
    if (known.has(id)) {
      const message = `The tool ${JSON.stringify(id)} stands here for the second time. Name each once.`;
      addMistake({ ...place, path }, "duplicateId", message, { id });
    } else if (lookups.tool?.(id) === false) {
      const message = `There is no tool ${JSON.stringify(id)}. Correct the id, or give the tool.`;
      addMistake({ ...place, path }, "unknownId", message, { id });
    }
    known.add(id);
  }
  return tools;
}

function at(place: Place, field: string): Place {
  return { path: [...place.path, field], issues: place.issues };
}
