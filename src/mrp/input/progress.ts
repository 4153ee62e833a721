import {
  ceilDivide,
  divideRatios,
  formatRatio,
  multiplyRatios,
  ONE,
  parseRatio,
  powerOfTen,
  type Ratio,
  ratioOf,
} from "../../core/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { adjusted, readRatio } from "./amounts.js";
import { type Context, unknownId } from "./context.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import type { Place } from "./placed-rows.js";

type SupplyRow = PlanningRow<"supplies">;

/** Whether a routing that may be that of a supply has an operation of an id. */
export type HasOperation = (
  item: number,
  site: number,
  source: string | undefined,
  operation: string,
) => boolean;

const NOTHING: Ratio = { num: 0n, den: 1n };

const NO_PROGRESS: ReadonlyMap<string, Ratio> = new Map();

/** Stock units that a unit of a supply's quantity holds; an unknown unit is said of the quantity. */
function factorOf(context: Context, row: SupplyRow, place: Place | undefined): Ratio | undefined {
  if (place === undefined || row.unit === undefined) return undefined;
  return context.items[place.item]!.factors.get(row.unit);
}

/** What of a production order has arrived, in stock units; its form and sign are told with what is left. */
export function readCompleted(
  context: Context,
  row: SupplyRow,
  place: Place | undefined,
): Ratio | undefined {
  const done = row.kind === "production" ? parseRatio(row.completed) : undefined;
  if (done === undefined || done.num <= 0n) return undefined;
  const factor = factorOf(context, row, place);
  return factor === undefined ? done : multiplyRatios(done, factor);
}

/** What progress is checked against. */
export interface ProgressReferences {
  readonly hasOperation: HasOperation;
  /** The part of what is started at an item-site that is good. */
  readonly yieldOf: (item: number, site: number) => Ratio;
}

/** K53: what operations of an open production order have completed, in stock units. */
export function readProgress(
  context: Context,
  row: SupplyRow,
  place: Place | undefined,
  path: Path,
  { hasOperation, yieldOf }: ProgressReferences,
): ReadonlyMap<string, Ratio> {
  if (row.progress === undefined || row.progress.length === 0) return NO_PROGRESS;
  const { issues } = context;
  const at = [...path, "progress"];
  if (row.kind !== "production" && !issues.isInDoubt([...path, "kind"])) {
    const message = `The progress of supply ${show(row.id)} belongs to kind "production", not to "${row.kind}". Leave it out.`;
    issues.add("contradiction", at, message);
    return NO_PROGRESS;
  }
  const progress = new Map<string, Ratio>();
  const factor = factorOf(context, row, place);
  for (const [n, { operation, completed }] of row.progress.entries()) {
    const field = [...at, n, "operation"];
    const done = readRatio(context, completed, [...at, n, "completed"], true);
    if (progress.has(operation)) {
      const message = `The operation (${show(operation)}) of supply ${show(row.id)} stands there already. Keep one row of its progress.`;
      issues.add("duplicateId", field, message, { id: operation });
    } else if (
      place !== undefined &&
      !hasOperation(place.item, place.site, row.source, operation)
    ) {
      unknownId(context, "operation", operation, field, " of a routing of this item and site");
    }
    progress.set(operation, factor === undefined ? done : multiplyRatios(done, factor));
    if (done !== undefined) noteOddProgress(context, row, n, done, { place, path: at, yieldOf });
  }
  return progress;
}

/** What has arrived has passed all operations, and none can complete more than was started. */
function noteOddProgress(
  context: Context,
  row: SupplyRow,
  n: number,
  done: Ratio,
  {
    place,
    path,
    yieldOf,
  }: Pick<ProgressReferences, "yieldOf"> & {
    readonly place: Place | undefined;
    readonly path: Path;
  },
): void {
  const whole = parseRatio(row.quantity);
  if (place === undefined || whole === undefined || whole.num <= 0n) return;
  const at = [...path, n, "completed"];
  const { operation, completed } = row.progress![n]!;
  const arrived = lesserOf(parseRatio(row.completed) ?? NOTHING, whole);
  if (isBelow(done, arrived)) {
    const message = `The completed (${completed}) of operation ${show(operation)} of supply ${show(row.id)} is below what has arrived of it (${row.completed}), which has passed all operations. Correct one of them.`;
    context.issues.add("contradiction", at, message);
    return;
  }
  const item = context.items[place.item]!;
  const factor = factorOf(context, row, place) ?? ONE;
  const most = startOf(
    multiplyRatios(whole, factor),
    yieldOf(place.item, place.site),
    item.decimals,
  );
  if (!isBelow(most, multiplyRatios(done, factor))) return;
  const taken = formatRatio(divideRatios(most, factor));
  adjusted(context, item, at, "nothingLeft", `${completed}`, taken);
}

/** Q3: what is started for a good quantity, in stock units. */
function startOf(quantity: Ratio, loss: Ratio, decimals: number): Ratio {
  const unit = powerOfTen(decimals);
  const { num, den } = divideRatios(quantity, loss);
  return ratioOf(ceilDivide(num * unit, den), unit);
}

function lesserOf(a: Ratio, b: Ratio): Ratio {
  return isBelow(a, b) ? a : b;
}

function isBelow(a: Ratio, b: Ratio): boolean {
  return a.num * b.den < b.num * a.den;
}
