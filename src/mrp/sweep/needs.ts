import { addWorkingDays, compareText, type Ratio } from "../../core/index.js";
import { CHANGE, type Model, NETTING } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { NeedOrigin, OrderColumns } from "./arena.js";
import {
  exactLinkNeed,
  inEffect,
  linkNeed,
  needDayOf,
  phantomLinkNeed,
  selectorOfRow,
  startOfFirm,
  startOfRow,
  startQuantityOfFirm,
} from "./link-needs.js";

/** One need of a stocking point, as T2 puts needs in order. */
export interface Need {
  /** The day netted, from T0; one past the horizon is beyond it. */
  readonly day: number;
  /** 0 allocation, 1 component to be issued, 2 demand, 3 dependent. */
  readonly rank: 0 | 1 | 2 | 3;
  readonly ownDay: number;
  readonly priority: number;
  readonly id: string;
  readonly quantity: number;
  /** The need before rounding, where it is one of a phantom. */
  readonly exact: Ratio | undefined;
  readonly start: number;
  readonly due: number;
  readonly offset: number;
  readonly origin: NeedOrigin;
}

/** Every need of a stocking point, one by one, in the order of T2 (K12). */
export function needsOf(model: Model, orders: OrderColumns, point: number): Need[] {
  const needs: Need[] = [];
  addIndependent(model, point, needs);
  const merged = new Map<string, Need>();
  const { links } = model;
  for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
    addDependent(model, orders, point, k, (need) => {
      if (model.netting[point] === NETTING.phantom) {
        needs.push(need);
        return;
      }
      const { origin } = need;
      const day = need.day < model.days ? need.day : dayBeyond(model, k, need);
      const key = `${day} ${origin.point} ${origin.firm} ${origin.row} ${origin.repeat}`;
      const same = merged.get(key);
      merged.set(key, same ? { ...same, quantity: same.quantity + need.quantity } : need);
    });
  }
  for (const need of merged.values()) needs.push(need);
  return needs.sort((a, b) => inNettingOrder(model, a, b));
}

/** The own day of a need beyond the horizon: needs of one order on different days stay apart. */
function dayBeyond(model: Model, k: number, need: Need): number {
  const { links, points, problem, startDay } = model;
  const { calendar } = problem.sites[points.site[links.parent[k]!]!]!;
  return addWorkingDays(calendar, need.start + startDay, need.offset) - startDay;
}

function addIndependent(model: Model, point: number, needs: Need[]): void {
  const { changes, problem, startDay, toIssue } = model;
  for (let c = changes.start[point]!; c < changes.start[point + 1]!; c++) {
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
      priority = problem.demands.priority[row]!;
    } else if (list === CHANGE.allocation) {
      rank = 0;
      ownDay = problem.allocations.day[row]! - startDay;
    } else {
      rank = 1;
      ownDay = toIssue[row]!.day;
      id = problem.supplies.id(toIssue[row]!.supplyRow);
    }
    const origin = { point, start: ownDay, firm: false, row: c, repeat: 0, change: c };
    const place = { start: ownDay, due: ownDay, offset: 0, origin };
    needs.push({ day, rank, ownDay, priority, id, quantity, exact: undefined, ...place });
  }
}

function addDependent(
  model: Model,
  orders: OrderColumns,
  point: number,
  k: number,
  add: (need: Need) => void,
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
    add({
      day: needDayOf(model, point, k, start, offset),
      rank: 3,
      ownDay: 0,
      priority: 0,
      id: "",
      quantity: whole,
      exact,
      start,
      due,
      offset: offset + links.offset[k]!,
      origin,
    });
  };
  if (model.netting[parent] === NETTING.phantom) {
    for (const need of orders.phantomNeeds.get(parent) ?? []) {
      make(need.start, need.due, need.offset, need.left, need.origin);
    }
    return;
  }
  for (let row = orders.first[parent]!; row < orders.first[parent + 1]!; row++) {
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
    make(start, orders.supplyDay[order.row]!, 0, startQuantity, origin);
  }
}

/** T2: the day netted; promises and orders before dependent needs; then as K12 says. */
function inNettingOrder(model: Model, a: Need, b: Need): number {
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

function inOrderOfParents(model: Model, a: NeedOrigin, b: NeedOrigin): number {
  const { points, problem } = model;
  if (a.point !== b.point) {
    const name = (row: readonly { readonly id: string }[], k: number): string => row[k]!.id;
    const segment = (point: number): string => {
      const number = points.segment[point]!;
      return number === NONE ? "" : problem.segments[number]!;
    };
    const byPlace =
      compareText(
        name(problem.items, points.item[a.point]!),
        name(problem.items, points.item[b.point]!),
      ) ||
      compareText(
        name(problem.sites, points.site[a.point]!),
        name(problem.sites, points.site[b.point]!),
      ) ||
      compareText(segment(a.point), segment(b.point));
    if (byPlace !== 0) return byPlace;
  }
  if (a.start !== b.start) return a.start - b.start;
  if (a.firm !== b.firm) return a.firm ? 1 : -1;
  if (a.firm) return compareText(problem.supplies.id(a.row), problem.supplies.id(b.row));
  return a.row - b.row || a.repeat - b.repeat;
}
