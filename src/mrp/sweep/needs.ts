import { compareText, type Ratio } from "../../core/index.js";
import { CHANGE, type Model, NETTING } from "../compile/model.js";
import { priorityOf } from "../input/priorities.js";
import { NONE } from "../input/problem.js";
import {
  dueOfFirm,
  exactLinkNeed,
  inEffect,
  linkNeed,
  nettingDayAt,
  ownDayOf,
  phantomLinkNeed,
  selectorOfRow,
  startOfFirm,
  startOfRow,
  startQuantityOfFirm,
} from "./link-needs.js";
import type { Need, NeedOrigin } from "./need.js";
import type { OrderColumns } from "./planned-orders.js";
import { tooManyNeeds } from "./too-many-needs.js";

/**
 * Every need of a stocking point, one by one, in the order of T2 (K12).
 *
 * @param most - how many dependent ones there may be
 * @throws PlanningInputError when there are more
 */
export function needsOf(
  model: Model,
  orders: OrderColumns,
  point: number,
  most = Number.POSITIVE_INFINITY,
): Need[] {
  const needs: Need[] = [];
  addIndependent(model, point, needs);
  const dependent = dependentNeeds(model, orders, point, most);
  if (model.netting[point] === NETTING.phantom) for (const need of dependent) needs.push(need);
  else {
    // Needs of one order beyond the horizon stay apart by their own days.
    const dayOf = ({ day, ownDay }: Need): number => (day < model.days ? day : ownDay);
    for (const need of mergedByOrder(dependent, (one) => `${dayOf(one)}`)) needs.push(need);
  }
  return needs.sort((a, b) => inNettingOrder(model, a, b));
}

/**
 * K12: the needs of one order that are alike are one need.
 *
 * @param dayOf - tells the days of needs that stay apart
 */
export function mergedByOrder(needs: readonly Need[], dayOf: (need: Need) => string): Need[] {
  const merged = new Map<string, Need>();
  for (const need of needs) {
    const { point, firm, row, repeat } = need.origin;
    const key = `${dayOf(need)} ${point} ${firm} ${row} ${repeat}`;
    const same = merged.get(key);
    merged.set(key, same === undefined ? need : together(same, need));
  }
  return [...merged.values()];
}

/** The line with the least offset is the one for which the order waits first (K47). */
function together(one: Need, other: Need): Need {
  const quantity = one.quantity + other.quantity;
  return other.offset < one.offset
    ? { ...one, quantity, offset: other.offset, ownDay: other.ownDay }
    : { ...one, quantity };
}

/** The dependent needs of a stocking point, each of one line and one order, in no order. */
export function dependentNeeds(
  model: Model,
  orders: OrderColumns,
  point: number,
  most = Number.POSITIVE_INFINITY,
): Need[] {
  const kept = orders.keptNeeds.get(point);
  const needs: Need[] = kept === undefined ? [] : [...kept];
  const { links } = model;
  for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
    // What is kept holds all needs but those of who asked when the point was planned already (K44).
    if (kept !== undefined && links.parent[k]! < point) continue;
    addDependent(model, orders, point, k, (need) => {
      if (needs.push(need) > most) throw tooManyNeeds(model, point);
    });
  }
  if (kept !== undefined) return needs;
  for (const need of orders.receivedNeeds.get(point) ?? []) needs.push(need);
  return needs;
}

function addIndependent(model: Model, point: number, needs: Need[]): void {
  const { changes, problem, startDay, toIssue } = model;
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    if (changes.quantity[c]! >= 0) continue;
    const code = changes.origin[c]!;
    const row = Math.floor(code / 4);
    const list = code % 4;
    const quantity = -changes.quantity[c]!;
    const day = changes.day[c]!;
    let ownDay: number;
    let id = "";
    let priority = Number.POSITIVE_INFINITY;
    let rank: 0 | 1 | 2;
    if (list === CHANGE.demand) {
      rank = 2;
      ownDay = problem.demands.day[row]! - startDay;
      id = problem.demands.id(row);
      priority = priorityOf(problem.demands, row);
    } else if (list === CHANGE.allocation) {
      rank = 0;
      ownDay = problem.allocations.day[row]! - startDay;
    } else {
      rank = 1;
      ownDay = toIssue[row]!.day;
      id = problem.supplies.id(toIssue[row]!.supplyRow);
    }
    const origin = { point, start: ownDay, firm: false, row: c, repeat: 0, change: c };
    const place = { start: ownDay, due: ownDay, offset: 0, isShipped: false, origin };
    needs.push({ day, rank, ownDay, priority, id, quantity, exact: undefined, ...place });
  }
}

/**
 * Tells the needs of a component over a link.
 *
 * @param add - is told the need, and of what quantity of the parent: that of an order, or what is
 * left of a need of a phantom
 */
export function addDependent(
  model: Model,
  orders: OrderColumns,
  point: number,
  k: number,
  add: (need: Need, quantity: number | Ratio) => void,
): void {
  const { links } = model;
  const parent = links.parent[k]!;
  const toPhantom = model.netting[point] === NETTING.phantom;
  const make = (
    start: number,
    due: number,
    offset: number,
    quantity: number | Ratio,
    origin: NeedOrigin,
  ): void => {
    if (!inEffect(model, links, k, start, due)) return;
    const ratio = typeof quantity === "number" ? { num: BigInt(quantity), den: 1n } : quantity;
    const exact = toPhantom ? exactLinkNeed(model, k, ratio) : undefined;
    const whole =
      typeof quantity === "number"
        ? linkNeed(links, k, quantity)
        : phantomLinkNeed(model, k, quantity);
    const ownDay = ownDayOf(model, k, start, offset, origin.point);
    const need = {
      day: nettingDayAt(model, point, ownDay),
      rank: 3,
      ownDay,
      priority: 0,
      id: "",
      quantity: whole,
      exact,
      start,
      due,
      offset: offset + links.offset[k]!,
      isShipped: links.selector[k]! <= -2,
      origin,
    } as const;
    add(need, quantity);
  };
  if (model.netting[parent] === NETTING.phantom) {
    for (const need of orders.phantomNeeds.get(parent) ?? []) {
      make(need.start, need.due, need.offset, need.left, need.origin);
    }
    return;
  }
  for (let row = orders.rows.first(parent); row < orders.rows.end(parent); row++) {
    if (selectorOfRow(model, orders, parent, row) !== links.selector[k]) continue;
    const start = startOfRow(model, orders, parent, row);
    const times = orders.repeat === undefined ? 1 : orders.repeat[row]!;
    for (let repeat = 0; repeat < times; repeat++) {
      const origin = { point: parent, start, firm: false, row, repeat, change: NONE };
      make(start, orders.due[row]!, 0, orders.startQuantity[row]!, origin);
    }
  }
  for (const order of model.firm.get(parent) ?? []) {
    if (order.selector !== links.selector[k]) continue;
    const start = startOfFirm(model, orders, parent, order);
    const origin = { point: parent, start, firm: true, row: order.row, repeat: 0, change: NONE };
    const startQuantity = startQuantityOfFirm(model, orders, parent, order);
    make(start, dueOfFirm(model, orders, order), 0, startQuantity, origin);
  }
}

/** T2: the day netted; promises and orders before dependent needs; then as K12 says. */
export function inNettingOrder(model: Model, a: Need, b: Need): number {
  if (a.day !== b.day) return a.day - b.day;
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.rank === 3) return inOrderOfParents(model, a.origin, b.origin) || byAmount(a, b);
  if (a.rank === 1 && a.id !== b.id) return compareText(a.id, b.id);
  if (a.priority !== b.priority) return a.priority - b.priority;
  return a.ownDay - b.ownDay || compareText(a.id, b.id) || a.quantity - b.quantity;
}

/** Two ways of one order to the same phantom: the smaller need first, then the earlier one. */
function byAmount(a: Need, b: Need): number {
  if (a.exact === undefined || b.exact === undefined) return a.quantity - b.quantity;
  const difference = a.exact.num * b.exact.den - b.exact.num * a.exact.den;
  return difference === 0n ? a.offset - b.offset : difference < 0n ? -1 : 1;
}

/** Stocking points by item, site and segment. */
export function inOrderOfPlaces({ points, problem }: Model, a: number, b: number): number {
  if (a === b) return 0;
  const name = (row: readonly { readonly id: string }[], k: number): string => row[k]!.id;
  const segment = (point: number): string => {
    const number = points.segment[point]!;
    return number === NONE ? "" : problem.segments[number]!;
  };
  return (
    compareText(name(problem.items, points.item[a]!), name(problem.items, points.item[b]!)) ||
    compareText(name(problem.sites, points.site[a]!), name(problem.sites, points.site[b]!)) ||
    compareText(segment(a), segment(b))
  );
}

/** T2, K12: needs of orders by the item, site and segment of the parent, its start and the order. */
export function inOrderOfParents(model: Model, a: NeedOrigin, b: NeedOrigin): number {
  const { problem } = model;
  const byPlace = inOrderOfPlaces(model, a.point, b.point);
  if (byPlace !== 0) return byPlace;
  if (a.start !== b.start) return a.start - b.start;
  if (a.firm !== b.firm) return a.firm ? 1 : -1;
  if (a.firm) return compareText(problem.supplies.id(a.row), problem.supplies.id(b.row));
  return a.row - b.row || a.repeat - b.repeat;
}
