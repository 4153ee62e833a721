import { type Bucket, formatDay, PlanningInputError, parseDay } from "../../core/index.js";
import { show } from "../input/issues.js";
import { NONE } from "../input/problem.js";
import { readOptions } from "../plan/options.js";
import { orderDays } from "../plan/order-days.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { bucketOf } from "../plan/record-options.js";
import { arrivalOf } from "../plan/supply-list.js";
import { runsOf } from "./compare-order-rows.js";
import { comparePlans } from "./compare-plans.js";
import { inLevelOrder, type PointPair, pointPairs } from "./compare-points.js";
import { NervousPeriods } from "./nervous-periods.js";

/** How nervousness is measured. */
export interface NervousnessOptions {
  /** The length of a period: `"week"`. */
  readonly bucket?: Bucket | undefined;
  /** How much less each period weighs than the one before it, from 0 to below 1: 0.5. */
  readonly alpha?: number | undefined;
}

/** A period and its weight. */
export interface NervousPeriod {
  readonly date: string;
  /** (1 − α) α^t for the t-th period; all periods for ever have 1 together. */
  readonly weight: number;
  /** How many stocking points receive another quantity in it than before. */
  readonly changed: number;
}

/** How much of the schedule of a stocking point changed. */
export interface NervousItem {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** Weighted change of quantity, in stock units: Σ |after − before| × weight. */
  readonly quantity: number;
  /** Weighted days by which orders and open supplies moved: Σ |days| × weight of the earlier day. */
  readonly days: number;
  /** `quantity` as a share of the weighted larger quantities: 0 nothing changed, 1 nothing stayed. */
  readonly index: number;
}

/** How nervous one plan makes those who worked by another. */
export interface Nervousness {
  /** The mean of the indexes of all stocking points that receive anything; from 0 to 1. */
  readonly index: number;
  readonly periods: readonly NervousPeriod[];
  /** The stocking points whose schedule changed, from the top level down. */
  readonly items: readonly NervousItem[];
}

/**
 * Measures by how much a plan changes the schedule of another one, nearer periods counting more: the
 * quantity that arrives in each period, of planned orders and open supplies together, and the days by
 * which they move. An order that was only made firm has not changed.
 *
 * Looked at is the time that both plans cover, from the later planning start to the earlier end of
 * horizon, in periods of which the first begins with it. Figures are floating-point numbers.
 *
 * @param before - the plan by which people work
 * @param after - the plan that is to take its place
 * @param options - the length of periods (`"week"`) and α (0.5)
 * @returns the index over all, by period and by stocking point
 * @throws PlanningInputError when one is no plan, or α is not from 0 to below 1
 *
 * Source: the weights are those of Sridharan, Berry and Udayabhanu, Measuring master production schedule
 * stability under rolling planning horizons, Decision Sciences 19 (1988), 147 – 166. They divide by the
 * number of orders; here it is the larger quantity, so that items in different units can be put together.
 *
 * @example
 * ```ts
 * const input = { startDate: "2026-01-05", horizonEnd: "2026-01-18", items: [{ id: "wheel" }] };
 * const demand = (due: string) => [{ id: "d1", item: "wheel", quantity: 4, due }];
 * const before = planRequirements({ ...input, demands: demand("2026-01-09") });
 * const later = planRequirements({ ...input, demands: demand("2026-01-14") });
 * nervousness(before, before).index; // => 0
 * nervousness(before, later).items.map(({ quantity, days, index }) => [quantity, days, index]);
 * // => [[3, 2.5, 1]]
 * ```
 */
export function nervousness(
  before: Plan,
  after: Plan,
  options: NervousnessOptions = {},
): Nervousness {
  const [a, b] = [stateOf(before), stateOf(after)];
  const { bucket, alpha } = checkedOptions(options);
  const periods = new NervousPeriods(a, b, bucket, alpha);
  const moved = weightedDays(before, after, periods);
  const changed = new Array<number>(periods.count).fill(0);
  const items: NervousItem[] = [];
  let sum = 0;
  let busy = 0;
  for (const pair of inLevelOrder(pointPairs(a, b), a, b)) {
    const [was, is] = [receipts(a, pair.a, periods), receipts(b, pair.b, periods)];
    let quantity = 0;
    let larger = 0;
    for (let t = 0; t < periods.count; t++) {
      const difference = Math.abs(is[t]! - was[t]!);
      if (difference !== 0) changed[t]!++;
      quantity += difference * periods.weight[t]!;
      larger += Math.max(is[t]!, was[t]!) * periods.weight[t]!;
    }
    const { item, site, segment } = pair;
    const days = moved.get(placeKey(pair)) ?? 0;
    const index = larger === 0 ? 0 : quantity / larger;
    if (is.some((one) => one > 0) || was.some((one) => one > 0)) busy++;
    sum += index;
    if (quantity > 0 || days > 0) items.push({ item, site, segment, quantity, days, index });
  }
  return {
    index: busy === 0 ? 0 : sum / busy,
    periods: changed.map((count, t) => ({
      date: formatDay(periods.first[t]!),
      weight: periods.weight[t]!,
      changed: count,
    })),
    items,
  };
}

/** What a stocking point receives in each period, of orders and open supplies, in stock units. */
function receipts(state: PlanState, point: number, periods: NervousPeriods): Float64Array {
  const { model, orders } = state;
  const received = new Float64Array(periods.count);
  if (point === NONE) return received;
  const unit = 10 ** model.problem.items[model.points.item[point]!]!.decimals;
  const add = (day: number, counts: number): void => {
    const t = periods.of(day);
    if (t !== NONE) received[t]! += counts;
  };
  for (const { row, repeat, count } of runsOf(state, point)) {
    add(orderDays(state, point, row, repeat).due, orders.quantity[row]! * count);
  }
  const { standing, waiting } = model.detail(point);
  for (const supply of [...standing, ...waiting]) {
    const counts = orders.resized.get(supply.row) ?? supply.quantity;
    add(arrivalOf(state, supply) + model.startDay, counts);
  }
  return received.map((counts) => counts / unit);
}

/** By stocking point: the days by which its orders and supplies moved, weighted. */
function weightedDays(
  before: Plan,
  after: Plan,
  periods: NervousPeriods,
): ReadonlyMap<string, number> {
  const moved = new Map<string, number>();
  const { orders, supplies } = comparePlans(before, after);
  const add = (place: Omit<PointPair, "a" | "b">, days: number, one: string, other: string) => {
    const t = periods.of(parseDay(one < other ? one : other)!);
    if (days === 0 || t === NONE) return;
    const key = placeKey(place);
    moved.set(key, (moved.get(key) ?? 0) + Math.abs(days) * periods.weight[t]!);
  };
  for (const order of orders) {
    const was = order.before?.due ?? order.supply?.arrives;
    const is = order.after?.due ?? order.supply?.arrives;
    if (was !== undefined && is !== undefined) add(order, order.days, was, is);
  }
  for (const supply of supplies) {
    if (supply.before === null || supply.after === null) continue;
    add(supply, supply.days, supply.before.arrives, supply.after.arrives);
  }
  return moved;
}

function placeKey({ item, site, segment }: Omit<PointPair, "a" | "b">): string {
  return JSON.stringify([item, site, segment]);
}

function checkedOptions(options: NervousnessOptions): {
  readonly bucket: Bucket;
  readonly alpha: number;
} {
  const { bucket = "week", alpha = 0.5 } = readOptions(options, ["bucket", "alpha"]);
  if (typeof alpha !== "number" || !(alpha >= 0 && alpha < 1)) {
    const message = `The alpha (${show(alpha)}) must be a number from 0 to below 1.`;
    throw new PlanningInputError([{ code: "outOfRange", path: ["options", "alpha"], message }]);
  }
  return { bucket: bucketOf(bucket), alpha };
}
