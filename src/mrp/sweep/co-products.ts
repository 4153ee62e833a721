import { floorDivide, type Ratio } from "../../core/index.js";
import { overflow } from "../compile/changes.js";
import type { CoProductLink, Model } from "../compile/model.js";
import { billSelectorOf } from "../compile/selectors.js";
import type { Arena } from "./arena.js";
import {
  dueOfFirm,
  effectDay,
  selectorOfRow,
  startOfFirm,
  startOfRow,
  startQuantityOfFirm,
} from "./link-needs.js";
import type { OrderColumns } from "./planned-orders.js";

/**
 * B4: what the orders of other stocking points bring to a point within the horizon, each rounded
 * down and on the due day of its order.
 *
 * @param receive - is told the day from T0, the counts, and the row of the order or of the supply
 */
export function coProductsOf(
  model: Model,
  orders: OrderColumns,
  point: number,
  receive: (day: number, quantity: number, row: number) => void,
): void {
  for (const link of model.coProducts.get(point) ?? []) {
    coProductsOfPlanned(model, orders, link, receive);
    coProductsOfFirm(model, orders, link, receive);
  }
}

/** B4: what the planned orders of a lead item bring. */
export function coProductsOfPlanned(
  model: Model,
  orders: OrderColumns,
  link: CoProductLink,
  receive: (day: number, quantity: number, row: number) => void,
): void {
  const { parent, selector } = link;
  for (let row = orders.rows.first(parent); row < orders.rows.end(parent); row++) {
    const due = orders.due[row]!;
    const followed = selectorOfRow(model, orders, parent, row);
    if (billSelectorOf(model.problem, followed) !== selector) continue;
    if (!isTaken(model, link, startOfRow(model, orders, parent, row), due)) continue;
    receive(due, broughtByRow(orders, row, link.ratio), row);
  }
}

/** B4: what the firm orders of a lead item bring. */
export function coProductsOfFirm(
  model: Model,
  orders: OrderColumns,
  link: CoProductLink,
  receive: (day: number, quantity: number, row: number) => void,
): void {
  coProductsOfAllFirm(model, orders, link, (day, quantity, row) => {
    if (day < model.days) receive(day, quantity, row);
  });
}

/** What the firm orders of a lead item bring, after the horizon too. */
export function coProductsOfAllFirm(
  model: Model,
  orders: OrderColumns,
  link: CoProductLink,
  receive: (day: number, quantity: number, row: number) => void,
): void {
  const { parent, selector } = link;
  for (const order of model.firm.get(parent) ?? []) {
    const due = dueOfFirm(model, orders, order);
    const start = startOfFirm(model, orders, parent, order);
    const followed = billSelectorOf(model.problem, order.selector);
    if (followed !== selector || !isInEffect(model, link, start, due)) continue;
    const startQuantity = startQuantityOfFirm(model, orders, parent, order);
    receive(due, broughtBy(startQuantity, link.ratio), order.row);
  }
}

/** Whether an order within the horizon follows the bill of a link. */
function isTaken(model: Model, link: CoProductLink, start: number, due: number): boolean {
  return due < model.days && isInEffect(model, link, start, due);
}

function isInEffect(
  model: Model,
  { from, to }: CoProductLink,
  start: number,
  due: number,
): boolean {
  const day = effectDay(model, start, due);
  return day >= from && day < to;
}

/** What the equal orders of a row bring. */
export function broughtByRow(orders: OrderColumns, row: number, ratio: Ratio): number {
  return broughtBy(orders.startQuantity[row]!, ratio) * (orders.repeat?.[row] ?? 1);
}

/** Q2: receipts round down, once an order. */
function broughtBy(startQuantity: number, { num, den }: Ratio): number {
  const counts = floorDivide(BigInt(startQuantity) * num, den);
  return counts > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(counts);
}

/**
 * Puts what comes with the orders of others where it stands at its day.
 *
 * @param target - by day: supply, or all changes of stock
 */
export function addCoProducts(
  model: Model,
  orders: OrderColumns,
  arena: Arena,
  point: number,
  target: Float64Array = arena.supply,
): void {
  if (!model.coProducts.has(point)) return;
  coProductsOf(model, orders, point, (day, quantity) => {
    target[day]! += quantity;
    arena.touch(day);
    if (target[day]! <= Number.MAX_SAFE_INTEGER) return;
    throw overflow(model.problem, model.points.item[point]!);
  });
}
