import { type Model, NETTING } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import type { Need } from "../sweep/need.js";
import { mergedByOrder, needsOf } from "../sweep/needs.js";
import type { OrderColumns } from "../sweep/planned-orders.js";
import { kindOfChange } from "./independent-needs.js";
import { NEED_KIND, type NeedColumns } from "./peg-columns.js";

/** Needs that phantoms pass on, or that have moved, are kept as objects. */
export function hasSpecialNeeds({ model, orders }: PlanState, point: number): boolean {
  const { links, netting } = model;
  const { keptNeeds, receivedNeeds } = orders;
  if (netting[point] === NETTING.phantom) return true;
  if (keptNeeds.size > 0 && keptNeeds.has(point)) return true;
  if (receivedNeeds.size > 0 && receivedNeeds.has(point)) return true;
  for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
    if (netting[links.parent[k]!] === NETTING.phantom) return true;
  }
  return false;
}

/** The needs of a stocking point of which some come from phantoms or have moved. */
export function specialNeeds({ model, orders }: PlanState, point: number): NeedColumns {
  const { changes, days } = model;
  const onHand = model.onHand.at(point);
  const isPhantom = model.netting[point] === NETTING.phantom;
  const needs = isPhantom ? givenNeeds(model, orders, point) : needsOf(model, orders, point);
  const all = needs.filter(({ day, quantity }) => day < days && quantity > 0);
  const before = onHand < 0 ? 1 : 0;
  const count = all.length + before;
  const columns = {
    count,
    day: new Int32Array(count),
    quantity: new Float64Array(count),
    kind: new Uint8Array(count),
    row: new Int32Array(count).fill(NONE),
    link: new Int32Array(count).fill(-1 - point),
    repeat: new Int32Array(count),
    times: new Int32Array(count).fill(1),
    ownDay: new Int32Array(count),
    offset: new Int32Array(count),
  };
  if (before > 0) columns.quantity[0] = -onHand;
  for (const [k, need] of all.entries()) {
    const n = k + before;
    const { origin } = need;
    columns.day[n] = need.day;
    columns.quantity[n] = need.quantity;
    columns.link[n] = -1 - origin.point;
    columns.ownDay[n] = need.ownDay;
    columns.offset[n] = need.offset;
    if (origin.change === NONE) {
      columns.kind[n] = origin.firm ? NEED_KIND.firm : NEED_KIND.order;
      columns.row[n] = origin.row;
      columns.repeat[n] = origin.repeat;
    } else {
      const from = changes.origin[origin.change]!;
      columns.kind[n] = kindOfChange(from);
      columns.row[n] = Math.floor(from / 4);
    }
  }
  return columns;
}

/** K16: the needs of a phantom are what its stock gave; needs of one order on one day are one need. */
function givenNeeds(model: Model, orders: OrderColumns, point: number): Need[] {
  const needs = needsOf(model, orders, point);
  const given = (orders.phantomStock.get(point) ?? []).map(({ place, quantity }) => ({
    ...needs[place]!,
    quantity,
  }));
  return mergedByOrder(given, ({ day, origin }) => `${day} ${origin.change}`);
}
