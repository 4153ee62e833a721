import { addWorkingDays, ceilDivide, ceilProduct, type Ratio, ratioOf } from "../../core/index.js";
import { leadTimeFor, startQuantityOf } from "../compile/firm-orders.js";
import { startOf } from "../compile/lead-time-steps.js";
import type { FirmOrder, Links, Model, SubstituteLink } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { OrderColumns } from "./planned-orders.js";

/** Which links an order follows: those of its source. */
export function selectorOfRow(
  model: Model,
  orders: OrderColumns,
  point: number,
  row: number,
): number {
  const sources = model.sources.at(point);
  const source = orders.source === undefined ? 0 : orders.source[row]!;
  return sources[source]!.selector;
}

/** The raw start of a planned order, from T0. */
export function startOfRow(model: Model, orders: OrderColumns, point: number, row: number): number {
  const table = model.startTable[point]!;
  return table === NONE ? orders.start![row]! : model.tables.tables[table]![orders.due[row]!]!;
}

/** What a firm order starts, by Q3 also where its quantity is to change (K33). */
export function startQuantityOfFirm(
  { points, problem }: Model,
  orders: OrderColumns,
  point: number,
  order: FirmOrder,
): number {
  const quantity = orders.resized.get(order.row);
  if (quantity === undefined) return order.startQuantity;
  const item = points.item[point]!;
  const { yield: loss } = problem.parameters(item, points.site[point]!);
  return startQuantityOf(problem, item, quantity, loss);
}

/** The day on which a firm order counts, or, where its dates were decided already, its own due day (K57). */
export function dueOfFirm(
  { problem, startDay }: Model,
  orders: OrderColumns,
  { row, scheduled }: Pick<FirmOrder, "row" | "scheduled">,
): number {
  return scheduled ? Math.max(0, problem.supplies.day[row]! - startDay) : orders.supplyDay.at(row);
}

/** The start of a firm order: its own unless it is moved in, which counts from T0 at the earliest (N4). */
export function startOfFirm(
  model: Model,
  orders: OrderColumns,
  point: number,
  order: FirmOrder,
): number {
  const start = wantedStartOfFirm(model, orders, point, order);
  return isMovedIn(model, orders, order) ? Math.max(0, start) : start;
}

/** When a firm order would have to start to be there on its day: of one that is moved in also before T0. */
export function wantedStartOfFirm(
  model: Model,
  orders: OrderColumns,
  point: number,
  order: FirmOrder,
): number {
  if (!isMovedIn(model, orders, order) && !Number.isNaN(order.start)) return order.start;
  const day = dueOfFirm(model, orders, order);
  const leadTime = leadTimeFor(order, startQuantityOfFirm(model, orders, point, order));
  return startOf(order.steps, day + model.startDay, leadTime) - model.startDay;
}

/** When a firm order starts that stands on its own day. */
export function ownStartOfFirm(model: Model, order: FirmOrder): number {
  if (!Number.isNaN(order.start)) return order.start;
  const { problem, startDay } = model;
  const due = Math.max(startDay, problem.supplies.day[order.row]!);
  return startOf(order.steps, due, leadTimeFor(order, order.startQuantity)) - startDay;
}

function isMovedIn(model: Model, orders: OrderColumns, order: FirmOrder): boolean {
  return dueOfFirm(model, orders, order) < model.problem.supplies.day[order.row]! - model.startDay;
}

/** The day on which it is judged what is valid for an order: max(T0, start), or its due day (B8). */
export function effectDay({ conventions }: Model, start: number, due: number): number {
  return Math.max(0, conventions.effectivity === "due" ? due : start);
}

/** Whether a link is valid for an order. */
export function inEffect(
  model: Model,
  links: Links,
  k: number,
  start: number,
  due: number,
): boolean {
  const day = effectDay(model, start, due);
  return day >= links.from[k]! && day < links.to[k]!;
}

/** The netting day of a link's component for an order that starts on a day (N7, T6). */
export function needDayOf(
  model: Model,
  component: number,
  k: number,
  start: number,
  offsetAbove = 0,
  orderPoint?: number,
): number {
  return nettingDayAt(model, component, ownDayOf(model, k, start, offsetAbove, orderPoint));
}

/**
 * The day of a need over a link before safety time, not before T0 (N7).
 *
 * @param offsetAbove - what adds up on the way to a phantom that is the parent
 * @param orderPoint - the stocking point of the order: offsets count on the calendar of the site that
 * receives, where a phantom stands at another one, too (K45)
 */
export function ownDayOf(
  model: Model,
  k: number,
  start: number,
  offsetAbove: number,
  orderPoint: number = model.links.parent[k]!,
): number {
  const { links, points, problem, startDay } = model;
  const { calendar } = problem.sites[points.site[orderPoint]!]!;
  const offset = offsetAbove + links.offset[k]!;
  return Math.max(0, addWorkingDays(calendar, start + startDay, offset) - startDay);
}

/** T6: the day on which a need of a point's own day is netted there; beyond the horizon stays beyond it. */
export function nettingDayAt(model: Model, point: number, ownDay: number): number {
  const { points, problem, tables } = model;
  const site = points.site[point]!;
  const { safetyTime } = problem.parameters(points.item[point]!, site);
  return tables.nettingDay(ownDay, problem.sites[site]!.calendar, safetyTime);
}

/** What an order, or a need of a phantom, needs of a substitute instead (K36). */
export function substituteNeed({ ratio, fixed }: SubstituteLink, quantity: number | Ratio): number {
  const { num, den } = typeof quantity === "number" ? { num: BigInt(quantity), den: 1n } : quantity;
  const counts = fixed
    ? ceilDivide(ratio.num, ratio.den)
    : ceilDivide(num * ratio.num, den * ratio.den);
  return counts > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(counts);
}

/** What one order needs over a link, in counts of the component (Q2). */
export function linkNeed(links: Links, k: number, startQuantity: number): number {
  const multiple = links.multiple[k]!;
  const huge = links.huge.get(k);
  let need: number;
  if (links.fixed[k]! > 0) need = startQuantity > 0 ? links.fixed[k]! : 0;
  else if (huge !== undefined) need = hugeNeed(huge, startQuantity);
  else need = ceilProduct(startQuantity, links.num[k]!, links.den[k]!);
  return multiple > 0 ? Math.ceil(need / multiple) * multiple : need;
}

function hugeNeed(ratio: Ratio, startQuantity: number): number {
  const need = ceilDivide(BigInt(startQuantity) * ratio.num, ratio.den);
  return need > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(need);
}

/** What is left of a need of a phantom, in counts of a component, rounded once (Q2, B3). */
export function phantomLinkNeed(model: Model, k: number, left: Ratio): number {
  const { links } = model;
  if (links.fixed[k]! > 0) return linkNeed(links, k, 1);
  const ratio = links.huge.get(k) ?? {
    num: BigInt(links.num[k]!),
    den: BigInt(links.den[k]!),
  };
  const need = ceilDivide(left.num * ratio.num, left.den * ratio.den);
  if (need > BigInt(Number.MAX_SAFE_INTEGER)) return Number.POSITIVE_INFINITY;
  const multiple = links.multiple[k]!;
  return multiple > 0 ? Math.ceil(Number(need) / multiple) * multiple : Number(need);
}

/** A need of a phantom over a link, exact: rounded only where the line draws in multiples. */
export function exactLinkNeed(model: Model, k: number, quantity: Ratio): Ratio {
  const { links } = model;
  const ratio = links.exact.get(k)!;
  const exact =
    links.fixed[k]! > 0 ? ratio : ratioOf(quantity.num * ratio.num, quantity.den * ratio.den);
  const multiple = BigInt(links.multiple[k]!);
  if (multiple === 0n) return exact;
  return { num: ceilDivide(exact.num, exact.den * multiple) * multiple, den: 1n };
}
