/** The master schedule that the orders of a plan make. */
import {
  addRatios,
  type Bucket,
  bucketStart,
  type Day,
  type Decimal,
  parseDay,
  parseRatio,
  type Ratio,
} from "../../core/index.js";
import type { CapacityModel, Plan } from "../../mrp/index.js";
import { PlaceMap } from "./place-map.js";
import type { ReadPeriod, ReadScheduleRow } from "./schedule-argument.js";

const ZERO: Ratio = { num: 0n, den: 1n };

/** Something of an end item that is due on a day. */
export interface DueOrder {
  readonly item: string;
  readonly site: string;
  readonly due: Day;
  readonly quantity: Ratio;
}

/** What is to be made of the end items: planned orders, and the open supplies that count. */
export function ordersOf(
  plan: Plan,
  model: CapacityModel,
  tops: readonly { readonly item: string; readonly site: string }[],
  supplies: "firm" | "open" | "none",
): DueOrder[] {
  const wanted = new PlaceMap<true>();
  for (const { item, site } of tops) wanted.set(item, site, true);
  const due: DueOrder[] = [];
  const add = (item: string, site: string, date: string, quantity: Decimal): void => {
    if (wanted.get(item, site) !== true) return;
    due.push({ item, site, due: parseDay(date)!, quantity: parseRatio(quantity.toFixed())! });
  };
  for (const { kind, item, site, due: date, quantity } of plan.orders) {
    if (kind !== "buy") add(item, site, date, quantity);
  }
  if (supplies === "none") return due;
  for (const supply of plan.supplies) {
    const production = model.production(supply);
    if (production === undefined || (supplies === "firm" && !production.isFirm)) continue;
    // What is past due stays so, whatever the day on which it comes in.
    const date = supply.due < plan.startDate ? supply.due : supply.arrives;
    add(supply.item, supply.site, date, supply.newQuantity ?? supply.quantity);
  }
  return due;
}

/** Buckets from the first day on, the first of them cut there, until after the last order. */
export function periodsOf(
  model: CapacityModel,
  bucket: Bucket,
  orders: readonly DueOrder[],
): ReadPeriod[] {
  const { startDay, horizonEndDay, weekStart } = model;
  const last = orders.reduce((latest, { due }) => Math.max(latest, due), horizonEndDay);
  const periods: ReadPeriod[] = [];
  for (let [from, n] = [startDay, 1]; from <= last; n++) {
    const until = bucketStart(startDay, bucket, n, weekStart);
    periods.push({ from, until });
    from = until;
  }
  return periods;
}

/** The orders as a master schedule by period. */
export function scheduleOf(
  tops: readonly { readonly item: string; readonly site: string }[],
  orders: readonly DueOrder[],
  periods: readonly ReadPeriod[],
  isSited: boolean,
): ReadScheduleRow[] {
  const rows = new PlaceMap<{ pastDue: Ratio; readonly quantities: Ratio[] }>();
  for (const { item, site } of tops) {
    rows.set(item, site, { pastDue: ZERO, quantities: periods.map(() => ZERO) });
  }
  for (const { item, site, due, quantity } of orders) {
    const row = rows.get(item, site)!;
    const period = periodOn(periods, due);
    if (period < 0) row.pastDue = addRatios(row.pastDue, quantity);
    else row.quantities[period] = addRatios(row.quantities[period]!, quantity);
  }
  return tops.map(({ item, site }) => ({
    item,
    ...(isSited ? { site } : {}),
    ...rows.get(item, site)!,
  }));
}

/** The period that holds a day; −1 before the first. */
function periodOn(periods: readonly ReadPeriod[], day: Day): number {
  let [low, high] = [0, periods.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (periods[middle]!.until <= day) low = middle + 1;
    else high = middle;
  }
  return day < periods[0]!.from ? -1 : low;
}
