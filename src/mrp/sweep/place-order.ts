import { PlanningInputError } from "../../core/index.js";
import { overflow } from "../compile/changes.js";
import { leadTimeFor } from "../compile/firm-orders.js";
import { startOf } from "../compile/lead-time-steps.js";
import type { Model, PointSource } from "../compile/model.js";
import { NEVER, NONE } from "../input/problem.js";
import { MOST_DAYS } from "../schema/values.js";
import type { Arena } from "./arena.js";
import { type OrderPiece, orderPieces } from "./lots.js";

/** A source that takes a net requirement, and the orders that its modifiers make of it. */
export interface Choice {
  readonly source: number;
  readonly pieces: readonly OrderPiece[];
  /** Where its supplier can bring it later only (K46). */
  readonly later?: Later | undefined;
}

/** A day later than the one wanted. */
export interface Later {
  /** From T0. */
  readonly due: number;
  /** How many days later. */
  readonly days: number;
}

/**
 * N10: the first source that is valid on the due day and for every start quantity that its
 * modifiers make.
 *
 * @param dueOf - the day on which an order of a start quantity from a source would be usable
 */
export function chooseSource(
  model: Model,
  point: number,
  quantity: number,
  dueOf: (source: PointSource, startQuantity: number) => number,
): Choice | undefined {
  const sources = model.sources.at(point);
  for (let s = 0; s < sources.length; s++) {
    const source = sources[s]!;
    const pieces = orderPieces(quantity, source.modifiers, model.yields[point]);
    const fits = pieces.every(
      ({ startQuantity }) =>
        takesQuantity(source, startQuantity) &&
        takesDay(model, point, source, dueOf(source, startQuantity)),
    );
    if (fits) return { source: s, pieces };
  }
  return undefined;
}

/** Whether a source may be asked for an order of a start quantity. */
export function takesQuantity(source: PointSource, startQuantity: number): boolean {
  return startQuantity >= source.minQuantity && startQuantity <= source.maxQuantity;
}

/** Whether a source may bring an order of the point on a day. */
export function takesDay(model: Model, point: number, source: PointSource, due: number): boolean {
  // K38: what needs itself is covered from stock alone.
  if (model.points.loops.has(point)) return false;
  const until = model.ended.get(point)?.from ?? NEVER;
  return due >= source.validFrom && due < source.validTo && due < until;
}

/** Days from T0; `start` is NaN when it follows from the due day. */
interface OrderDates {
  readonly due: number;
  readonly start: number;
}

/** Writes an order row. */
function writeOrder(
  model: Model,
  arena: Arena,
  point: number,
  source: number,
  piece: OrderPiece,
  times: number,
  { due, start }: OrderDates,
  daysLate: number,
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
  if (times > 1) arena.repeats!.set(point, 1);
  if (arena.source !== undefined) arena.source[row] = source;
  if (arena.start !== undefined) arena.start[row] = Number.isNaN(start) ? 0 : start;
  if (arena.late !== undefined) arena.late[row] = daysLate;
  arena.orders += times;
  arena.largestStart = Math.max(arena.largestStart, startQuantity);
  arena.observe?.writes(row);
}

/**
 * Writes the orders of a choice, so many times over: equal ones as one row, or, where a lot has
 * several pieces, lot by lot.
 */
export function writeLots(
  model: Model,
  arena: Arena,
  point: number,
  choice: Choice,
  lots: number,
  datesOf: (startQuantity: number) => OrderDates,
): void {
  const { source, pieces, later } = choice;
  const ordersPerLot = pieces.reduce((sum, piece) => sum + piece.times, 0);
  if (arena.orders + lots * ordersPerLot > model.conventions.maxOrders) {
    throw tooManyOrders(model, point);
  }
  const rows = pieces.length === 1 ? 1 : lots;
  for (let n = 0; n < rows; n++) {
    for (const piece of pieces) {
      const dates = datesOf(piece.startQuantity);
      const times = rows === 1 ? lots * piece.times : piece.times;
      writeOrder(model, arena, point, source, piece, times, dates, later?.days ?? 0);
    }
  }
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

/** The lead time of an order; one of more than a hundred years is refused, and one that is too large to be counted. */
export function checkedLeadTime(
  model: Model,
  point: number,
  source: PointSource,
  startQuantity: number,
): number {
  const item = model.points.item[point]!;
  if (!(startQuantity <= Number.MAX_SAFE_INTEGER)) throw overflow(model.problem, item);
  const leadTime = leadTimeFor(source, startQuantity);
  if (leadTime <= MOST_DAYS) return leadTime;
  const { input, items } = model.problem;
  const { id } = items[item]!;
  const routing = source.routingTime?.routing.id;
  const [what, path] =
    routing === undefined
      ? ["leadTimePerUnit", [...parameterRow(model, point, "leadTimePerUnit"), "leadTimePerUnit"]]
      : [
          `routing ${JSON.stringify(routing)}`,
          ["routings", input.routings!.findIndex((row) => row.id === routing), "operations"],
        ];
  const message = `The ${what} of item ${JSON.stringify(id)} gives an order a lead time of ${leadTime} days; at most ${MOST_DAYS} are planned with. Correct it, or cut orders by maximumOrder.`;
  throw new PlanningInputError([{ code: "outOfRange", path, message, item: id }]);
}

/** The row that states a parameter of a stocking point: that of its item-site, else that of its item. */
function parameterRow(
  { problem: { input, items, sites }, points }: Model,
  point: number,
  field: "leadTimePerUnit",
): (string | number)[] {
  const item = points.item[point]!;
  const site = sites[points.site[point]!]!.id;
  const isOwn = (row: NonNullable<typeof input.itemSites>[number]): boolean =>
    row.item === items[item]!.id &&
    (row.site === undefined || row.site === site) &&
    row[field] !== undefined;
  const own = (input.itemSites ?? []).findIndex(isOwn);
  return own < 0 ? ["items", item] : ["itemSites", own];
}

/** Chapter L: a run that would make more than `maxOrders` orders is refused. */
export function refuseTooMany(model: Model, arena: Arena, point: number): void {
  if (arena.orders > model.conventions.maxOrders) throw tooManyOrders(model, point);
}

/** The refusal of a plan that an item brings to more orders than are allowed. */
export function tooManyOrders(model: Model, point: number): PlanningInputError {
  const { maxOrders } = model.conventions;
  const item = model.points.item[point]!;
  const { id } = model.problem.items[item]!;
  const message = `Item ${JSON.stringify(id)} brings the plan to more than ${maxOrders} orders. Check its lot size, or raise conventions.maxOrders.`;
  return new PlanningInputError([
    { code: "tooManyOrders", path: ["items", item], message, item: id },
  ]);
}
