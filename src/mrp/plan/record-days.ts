import { overflow } from "../compile/changes.js";
import { NETTING } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import { coProductsOfFirm, coProductsOfPlanned } from "../sweep/co-products.js";
import { startOfRow } from "../sweep/link-needs.js";
import { pullNeeds } from "../sweep/pull.js";
import { mayShift } from "./order-days.js";
import { shiftedOrders } from "./plan-columns.js";
import type { PlanState } from "./plan-state.js";
import { undrawnThatExpires } from "./supply-list.js";

/** A record by day, in counts of the item. */
export interface RecordDays {
  readonly opening: number;
  readonly gross: Float64Array;
  readonly scheduled: Float64Array;
  readonly released: Float64Array;
  readonly planned: Float64Array;
  readonly coProducts: Float64Array;
  /** Many large orders may start on one day: together more than fits a safe integer. */
  readonly starts: readonly bigint[];
  readonly expired: Float64Array;
  readonly floor: Float64Array;
  readonly pastDueStarts: bigint;
}

/**
 * Reads the record of a stocking point from the columns of the plan.
 *
 * @param asNetted - planned orders on the days with which they were netted, also where the plan schedules
 * them forward (N11)
 */
export function recordDays(state: PlanState, point: number, asNetted = false): RecordDays {
  const { model, orders } = state;
  const column = (): Float64Array => new Float64Array(model.days + 1);
  const [gross, scheduled, planned] = [column(), column(), column()];
  const starts = new Array<bigint>(model.days).fill(0n);
  addGross(state, point, gross);
  const released = column();
  addSupply(state, point, scheduled, released);
  let pastDueStarts = 0n;
  for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
    for (const { start, due, times } of groupsOf(state, point, row, asNetted)) {
      const started = BigInt(orders.startQuantity[row]!) * BigInt(times);
      if (due < model.days) planned[due]! += orders.quantity[row]! * times;
      if (start < 0) pastDueStarts += started;
      else if (start < model.days) starts[start]! += started;
    }
  }
  const floor = column();
  if (model.netting[point] !== NETTING.phantom && model.netting[point] !== NETTING.passedBy) {
    for (const { day, level } of model.detail(point).floor)
      floor.fill(level, Math.min(day, model.days));
  }
  let opening = model.onHand.at(point);
  for (const lot of model.detail(point).lots) {
    if (lot.day === 0 && lot.origin === NONE) opening += lot.quantity;
  }
  const coProducts = column();
  addCoProducts(state, point, asNetted, coProducts);
  const expired = column();
  addExpired(state, point, expired);
  return {
    opening,
    gross,
    scheduled,
    released,
    planned,
    coProducts,
    starts,
    expired,
    floor,
    pastDueStarts,
  };
}

/** Equal orders of a row by their dates. */
function groupsOf(
  state: PlanState,
  point: number,
  row: number,
  asNetted: boolean,
): readonly { readonly start: number; readonly due: number; readonly times: number }[] {
  const { model, orders } = state;
  if (!asNetted && mayShift(state, point)) return shiftedOrders(state, point, row);
  const start = startOfRow(model, orders, point, row);
  return [{ start, due: orders.due[row]!, times: orders.repeat?.[row] ?? 1 }];
}

/** B4: what comes with orders of other items, on the days on which these come in. */
function addCoProducts(
  state: PlanState,
  point: number,
  asNetted: boolean,
  coProducts: Float64Array,
): void {
  const { model, orders } = state;
  for (const link of model.coProducts.get(point) ?? []) {
    coProductsOfFirm(model, orders, link, (day, quantity) => {
      coProducts[day]! += quantity;
    });
    coProductsOfPlanned(model, orders, link, (_, quantity, row) => {
      const each = quantity / (orders.repeat?.[row] ?? 1);
      for (const { due, times } of groupsOf(state, link.parent, row, asNetted)) {
        if (due < model.days) coProducts[due]! += each * times;
      }
    });
  }
}

function addGross({ model, orders }: PlanState, point: number, gross: Float64Array): void {
  const { changes } = model;
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    if (changes.quantity[c]! < 0) gross[changes.day[c]!]! -= changes.quantity[c]!;
  }
  if (model.netting[point] === NETTING.phantom) {
    gross.fill(0);
    for (const { day, quantity } of orders.phantomStock.get(point) ?? []) gross[day]! += quantity;
    return;
  }
  const touched = new Int32Array((model.days >> 5) + 1);
  const pulled = new Float64Array(model.days + 1);
  pullNeeds(model, orders, point, pulled, touched);
  for (let day = 0; day < model.days; day++) {
    gross[day]! -= pulled[day]!;
    if (gross[day]! > Number.MAX_SAFE_INTEGER) {
      throw overflow(model.problem, model.points.item[point]!);
    }
  }
}

/** Adds open supply on the days on which it counts, and stock on the days on which it is released. */
function addSupply(
  { model, orders }: PlanState,
  point: number,
  scheduled: Float64Array,
  released: Float64Array,
): void {
  const { changes, days } = model;
  const { waiting, standing, lots } = model.detail(point);
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    if (changes.quantity[c]! > 0 && changes.origin[c] === NONE) {
      released[changes.day[c]!]! += changes.quantity[c]!;
    }
  }
  for (const lot of lots) {
    if (lot.origin === NONE && lot.day > 0 && lot.day < days) released[lot.day]! += lot.quantity;
  }
  for (const supply of [...standing, ...waiting]) {
    const day = orders.supplyDay.at(supply.row);
    if (day < days) scheduled[day]! += orders.resized.get(supply.row) ?? supply.quantity;
  }
}

/** What expires (N2): what the netting saw leave, and supply that nobody drew. */
function addExpired({ model, orders }: PlanState, point: number, expired: Float64Array): void {
  for (const event of orders.events.at(point)) {
    if (event.code === "expired") expired[event.day]! += event.quantity;
  }
  for (const { day, quantity } of undrawnThatExpires({ model, orders }, point)) {
    expired[day]! += quantity;
  }
}
