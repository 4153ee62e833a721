import { NETTING, type OpenSupply } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import { coProductsOf } from "../sweep/co-products.js";
import { pullNeeds } from "../sweep/pull.js";
import type { PlanState } from "./plan-state.js";
import { undrawnThatExpires } from "./supply-list.js";

/**
 * What is in stock at the end of the horizon as a stocking point was netted, without some supplies: the
 * sum of all that its record shows by day.
 *
 * @param without - supplies that do not count, nor does what expires of them
 */
export function stockAtEnd(
  state: PlanState,
  point: number,
  without: readonly OpenSupply[],
): bigint {
  const terms: number[] = [];
  addStockAndNeeds(state, point, terms);
  addSupplies(state, point, without, terms);
  addOrders(state, point, terms);
  addDependentNeeds(state, point, terms);
  return sumOf(terms);
}

/** A sum of whole numbers, some of which may leave the safe integers on its way. */
function sumOf(terms: readonly number[]): bigint {
  let sum = 0;
  for (const term of terms) {
    sum += term;
    if (!Number.isSafeInteger(sum)) return terms.reduce((all, one) => all + BigInt(one), 0n);
  }
  return BigInt(sum);
}

/** Stock, allocations, components to be issued, demands; of a phantom what its stock gave. */
function addStockAndNeeds({ model, orders }: PlanState, point: number, terms: number[]): void {
  const { changes, days } = model;
  const isPhantom = model.netting[point] === NETTING.phantom;
  terms.push(model.onHand.at(point));
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    const quantity = changes.quantity[c]!;
    const counts = quantity > 0 ? changes.origin[c] === NONE : !isPhantom;
    if (counts && changes.day[c]! < days) terms.push(quantity);
  }
  for (const lot of model.detail(point).lots) {
    if (lot.origin === NONE && lot.day < days) terms.push(lot.quantity);
  }
  for (const event of orders.events.at(point)) {
    if (event.code === "expired") terms.push(-event.quantity);
  }
  if (!isPhantom) return;
  for (const { day, quantity } of orders.phantomStock.get(point) ?? []) {
    if (day < days) terms.push(-quantity);
  }
}

function addSupplies(
  state: PlanState,
  point: number,
  without: readonly OpenSupply[],
  terms: number[],
): void {
  const { model, orders } = state;
  const { standing, waiting } = model.detail(point);
  for (const list of [standing, waiting]) {
    for (const supply of list) {
      if (without.includes(supply) || orders.supplyDay.at(supply.row) >= model.days) continue;
      terms.push(orders.resized.get(supply.row) ?? supply.quantity);
    }
  }
  if (waiting.length > 0) {
    for (const { quantity } of undrawnThatExpires(state, point)) terms.push(-quantity);
  }
  for (const supply of without) if (supply.expires < model.days) terms.push(supply.quantity);
}

/** Planned orders on the days wanted, and co-products. */
function addOrders({ model, orders }: PlanState, point: number, terms: number[]): void {
  for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
    if (orders.due[row]! - (orders.late?.[row] ?? 0) >= model.days) continue;
    terms.push(orders.quantity[row]! * (orders.repeat?.[row] ?? 1));
  }
  coProductsOf(model, orders, point, (day, quantity) => {
    if (day < model.days) terms.push(quantity);
  });
}

function addDependentNeeds({ model, orders }: PlanState, point: number, terms: number[]): void {
  if (model.netting[point] === NETTING.phantom) return;
  const touched = new Int32Array((model.days >> 5) + 1);
  const pulled = new Float64Array(model.days + 1);
  pullNeeds(model, orders, point, pulled, touched);
  for (let day = 0; day < model.days; day++) if (pulled[day] !== 0) terms.push(pulled[day]!);
}
