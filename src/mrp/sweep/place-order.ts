import { PlanningInputError } from "../../core/index.js";
import { overflow } from "../compile/changes.js";
import { startOf } from "../compile/day-tables.js";
import { leadTimeFor } from "../compile/firm-orders.js";
import type { Model, PointSource } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { Arena } from "./arena.js";
import { type OrderPiece, orderPieces } from "./lots.js";

/** The most days that a lead time may have (T1). */
const MOST_DAYS = 36_500;

/** A source that takes a net requirement, and the orders that its modifiers make of it. */
export interface Choice {
  readonly source: number;
  readonly pieces: readonly OrderPiece[];
}

/**
 * N10: the first source that is valid on the due day and for every start quantity that its
 * modifiers make.
 *
 * @param dueOf - the day on which an order from a source would be usable
 */
export function chooseSource(
  model: Model,
  point: number,
  quantity: number,
  dueOf: (source: PointSource, pieces: readonly OrderPiece[]) => number,
): Choice | undefined {
  const sources = model.sources[point]!;
  for (let s = 0; s < sources.length; s++) {
    const source = sources[s]!;
    const pieces = orderPieces(quantity, source.modifiers, model.yields[point]);
    const due = dueOf(source, pieces);
    if (due < source.validFrom || due >= source.validTo) continue;
    const fits = pieces.every(
      ({ startQuantity }) =>
        startQuantity >= source.minQuantity && startQuantity <= source.maxQuantity,
    );
    if (fits) return { source: s, pieces };
  }
  return undefined;
}

/** Writes an order row. `start` is NaN when it follows from the due day. */
export function writeOrder(
  model: Model,
  arena: Arena,
  point: number,
  source: number,
  piece: OrderPiece,
  times: number,
  due: number,
  start: number,
): void {
  const { quantity, startQuantity } = piece;
  if (!(quantity <= Number.MAX_SAFE_INTEGER && startQuantity <= Number.MAX_SAFE_INTEGER)) {
    throw overflow(model.problem, model.points.item[point]!);
  }
  arena.reserve(1);
  const row = arena.count++;
  arena.due[row] = due;
  arena.quantity[row] = quantity;
  if (arena.startQuantity !== arena.quantity) arena.startQuantity[row] = startQuantity;
  if (arena.repeat !== undefined) arena.repeat[row] = times;
  if (times > 1) arena.repeats[point] = 1;
  if (arena.source !== undefined) arena.source[row] = source;
  if (arena.start !== undefined) arena.start[row] = Number.isNaN(start) ? 0 : start;
  arena.orders += times;
  arena.largest[point] = Math.max(arena.largest[point]!, startQuantity);
  refuseTooMany(model, arena, point);
}

/** The raw start of an order of a source that is due on a day, both from T0. */
export function startOfOrder(
  model: Model,
  point: number,
  source: PointSource,
  due: number,
  startQuantity: number,
): number {
  if (model.startTable[point] !== NONE) return Number.NaN;
  const leadTime = checkedLeadTime(model, point, source, startQuantity);
  return startOf(source.steps, due + model.startDay, leadTime) - model.startDay;
}

/** The lead time of an order; one of more than a hundred years is refused. */
export function checkedLeadTime(
  model: Model,
  point: number,
  source: PointSource,
  startQuantity: number,
): number {
  const leadTime = leadTimeFor(source, startQuantity);
  if (leadTime <= MOST_DAYS) return leadTime;
  const item = model.points.item[point]!;
  const { id } = model.problem.items[item]!;
  const message = `The leadTimePerUnit of item ${JSON.stringify(id)} gives an order a lead time of ${leadTime} days; at most ${MOST_DAYS} are planned with. Correct it, or cut orders by maximumOrder.`;
  const path = ["items", item, "leadTimePerUnit"];
  throw new PlanningInputError([{ code: "outOfRange", path, message, item: id }]);
}

/** Chapter L: a run that would make more than `maxOrders` orders is refused. */
export function refuseTooMany(model: Model, arena: Arena, point: number): void {
  const { maxOrders } = model.conventions;
  if (arena.orders <= maxOrders) return;
  const item = model.points.item[point]!;
  const { id } = model.problem.items[item]!;
  const message = `Item ${JSON.stringify(id)} brings the plan to more than ${maxOrders} orders. Check its lot size, or raise conventions.maxOrders.`;
  throw new PlanningInputError([
    { code: "tooManyOrders", path: ["items", item], message, item: id },
  ]);
}
