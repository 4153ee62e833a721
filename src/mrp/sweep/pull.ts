import { type Model, NETTING } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import {
  dueOfFirm,
  inEffect,
  linkNeed,
  needDayOf,
  phantomLinkNeed,
  startOfFirm,
  startQuantityOfFirm,
} from "./link-needs.js";
import type { Need } from "./need.js";
import type { OrderColumns } from "./planned-orders.js";
import { pullByTable } from "./pull-by-table.js";
import { pullEach } from "./pull-each.js";

/**
 * Takes from a day's change of stock what a component's parents need of it (N7).
 *
 * Every link is one loop over the finished orders of its parent.
 *
 * @param target - change of stock by netting day, one slot more for beyond the horizon
 * @param touched - a bit for each day that is changed
 */
export function pullNeeds(
  model: Model,
  orders: OrderColumns,
  point: number,
  target: Float64Array,
  touched: Int32Array,
): void {
  const { links, netting, firm } = model;
  const kept = orders.keptNeeds.size === 0 ? undefined : orders.keptNeeds.get(point);
  if (kept !== undefined) addNeeds(kept, target, touched);
  else if (orders.receivedNeeds.size > 0) {
    addNeeds(orders.receivedNeeds.get(point) ?? [], target, touched);
  }
  for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
    const parent = links.parent[k]!;
    // What is kept holds all needs but those of who asked when the point was planned already (K44).
    if (kept !== undefined && parent < point) continue;
    if (links.table.at(k) !== NONE) {
      pullByTable(model, orders, k, parent, target, touched);
    } else if (netting[parent] === NETTING.phantom) {
      pullPhantomNeeds(model, orders, point, k, target, touched);
    } else pullEach(model, orders, point, k, parent, target, touched);
    if (firm.size > 0) pullFirm(model, orders, point, k, parent, target, touched);
  }
}

/** Needs that have moved, or that are left of those that have. */
function addNeeds(needs: readonly Need[], target: Float64Array, touched: Int32Array): void {
  for (const { day, quantity } of needs) {
    target[day]! -= quantity;
    touched[day >> 5]! |= 1 << (day & 31);
  }
}

function pullFirm(
  model: Model,
  orders: OrderColumns,
  point: number,
  k: number,
  parent: number,
  target: Float64Array,
  touched: Int32Array,
): void {
  const { links } = model;
  for (const order of model.firm.get(parent) ?? []) {
    if (order.selector !== links.selector[k]) continue;
    const start = startOfFirm(model, orders, parent, order);
    if (!inEffect(model, links, k, start, dueOfFirm(model, orders, order))) continue;
    const day = needDayOf(model, point, k, start);
    target[day]! -= linkNeed(links, k, startQuantityOfFirm(model, orders, parent, order));
    touched[day >> 5]! |= 1 << (day & 31);
  }
}

/** Takes from a component what the needs of a phantom leave over for it. */
function pullPhantomNeeds(
  model: Model,
  orders: OrderColumns,
  point: number,
  k: number,
  target: Float64Array,
  touched: Int32Array,
): void {
  const { links } = model;
  for (const need of orders.phantomNeeds.get(links.parent[k]!) ?? []) {
    if (!inEffect(model, links, k, need.start, need.due)) continue;
    const day = needDayOf(model, point, k, need.start, need.offset, need.origin.point);
    target[day]! -= phantomLinkNeed(model, k, need.left);
    touched[day >> 5]! |= 1 << (day & 31);
  }
}
