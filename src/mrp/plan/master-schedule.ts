import { type Decimal, formatDay, quantityToDecimal, WEEKDAYS } from "../../core/index.js";
import {
  type AvailableQuantity,
  dateBuckets,
  type MasterScheduleGrid,
  masterScheduleGrid,
  regroupSchedule,
  type Zone,
} from "../../mps/index.js";
import { overflow } from "../compile/changes.js";
import type { Plan } from "./plan.js";
import { stateOf } from "./plan-state.js";
import { type AvailableByDay, promisedUntilExpiry } from "./promised-until-expiry.js";
import { bucketOf, findPoint, type RecordOptions, readRecordOptions } from "./record-options.js";
import { type ScheduleDays, scheduleDays } from "./schedule-days.js";
import { segmentOf } from "./segment.js";

/** One bucket of the master schedule of a plan. All quantities are exact. */
export interface PlannedMasterScheduleRow {
  /** The first day of the bucket. */
  readonly date: string;
  /** How firm the first day of the bucket is (D4). */
  readonly zone: Zone;
  /** What is left of forecast and planned (D1). */
  readonly forecast: Decimal;
  /** Demands that are no forecast, however much forecast they consumed. */
  readonly orders: Decimal;
  /** What is needed for other items. */
  readonly dependent: Decimal;
  /** Open orders, on the day on which they count. */
  readonly scheduledReceipts: Decimal;
  /** Planned orders, on their due day. */
  readonly plannedReceipts: Decimal;
  /** The master schedule: scheduled and planned receipts. */
  readonly mps: Decimal;
  /** What comes as a co-product or is released from stock, less what expires. */
  readonly otherStock: Decimal;
  /** Stock at the end of the bucket. */
  readonly projectedAvailable: Decimal;
  /** Discrete available-to-promise, summed over days; `null` where nothing comes in. */
  readonly discreteAvailableToPromise: Decimal | null;
  /** Cumulative available-to-promise with look-ahead, on the last day of the bucket. */
  readonly cumulativeAvailableToPromise: Decimal;
}

/** The master schedule of a stocking point of a plan. */
export interface PlannedMasterSchedule {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** Stock that counts at the planning start, before anything arrives or leaves. */
  readonly openingStock: Decimal;
  readonly rows: readonly PlannedMasterScheduleRow[];
}

/**
 * The master schedule of an item in a plan: forecast and orders, what is built for them, what is left
 * in stock and what of it can be promised.
 *
 * Everything is reckoned by day and summed, so the totals are the same for every size of bucket. What
 * other items need is promised already, forecast is not; what expires can be promised until then.
 *
 * @param plan - what `planRequirements` returned
 * @param item - the id of an item
 * @param options - site and segment of the stocking point, and the bucket (`"day"`)
 * @returns one row a bucket from the planning start to the end of the horizon
 * @throws PlanningInputError (`unknownId`) when the plan has no such stocking point; `quantityOverflow`
 * when all its quantities together leave 2^53 counts
 *
 * Source: rules D2, D3, D4.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike", onHand: 5, lotSizing: { rule: "fixedOrderQuantity", quantity: 10 } }],
 *   demands: [
 *     { id: "week 2", item: "bike", quantity: 8, due: "2026-01-05", until: "2026-01-11", kind: "forecast" },
 *     { id: "week 3", item: "bike", quantity: 8, due: "2026-01-12", until: "2026-01-18", kind: "forecast" },
 *     { id: "order 1", item: "bike", quantity: 3, due: "2026-01-07" },
 *   ],
 * });
 * const { rows } = masterSchedule(plan, "bike", { bucket: "week" });
 * rows.map(({ forecast, orders, mps }) => [forecast, orders, mps].map(Number));
 * // => [[5, 3, 10], [8, 0, 10]]
 * rows.map((row) => Number(row.projectedAvailable)); // => [7, 9]
 * rows.map((row) => Number(row.cumulativeAvailableToPromise)); // => [12, 22]
 * ```
 */
export function masterSchedule(
  plan: Plan,
  item: string,
  options: RecordOptions = {},
): PlannedMasterSchedule {
  const state = stateOf(plan);
  const asked = readRecordOptions(options, item);
  const { model } = state;
  const { problem, points } = model;
  const point = findPoint(state, item, asked);
  const itemNumber = points.item[point]!;
  const { decimals } = problem.items[itemNumber]!;
  const parameters = problem.parameters(itemNumber, points.site[point]!);
  const days = scheduleDays(state, point);
  if (total(Object.values(days).flat().map(Math.abs)) > Number.MAX_SAFE_INTEGER) {
    throw overflow(problem, itemNumber);
  }
  const lengths = dateBuckets({
    startDate: plan.startDate,
    horizonEnd: plan.horizonEnd,
    bucket: bucketOf(asked.bucket),
    weekStart: WEEKDAYS[problem.conventions.weekStart],
  }).map((bucket) => bucket.days);
  const available = promisedUntilExpiry(state, point, days);
  const grid = regroupSchedule({ grid: gridOf(days, decimals, available), lengths });
  let from = 0;
  const rows = grid.rows.map((row) => {
    const to = from + lengths[row.period]!;
    const sum = (column: readonly number[]): Decimal =>
      quantityToDecimal(total(column.slice(from, to)), decimals);
    const columns = {
      date: formatDay(from + model.startDay),
      zone: zoneOfDay(from, parameters),
      forecast: row.forecast,
      orders: sum(days.orders),
      dependent: sum(days.dependent),
      scheduledReceipts: sum(days.scheduled),
      plannedReceipts: row.firm,
      mps: sum(days.scheduled).plus(row.firm),
      otherStock: sum(days.other),
      projectedAvailable: row.projectedAvailable,
      discreteAvailableToPromise: limited(row.discreteAvailableToPromise),
      cumulativeAvailableToPromise: limited(row.cumulativeAvailableToPromise)!,
    };
    from = to;
    return columns;
  });
  return {
    item,
    site: problem.sites[points.site[point]!]!.id,
    segment: segmentOf(state, point),
    openingStock: quantityToDecimal(days.opening, decimals),
    rows,
  };
}

/**
 * The grid by day (D2, D3): the plan has consumed forecast and made its orders already.
 *
 * @param available - what can be promised where something expires: the grid knows no expiry
 */
function gridOf(
  days: ScheduleDays,
  decimals: number,
  available: AvailableByDay | undefined,
): MasterScheduleGrid {
  const { dependent, forecast, other, planned, scheduled } = days;
  const face = (count: number): Decimal => quantityToDecimal(count, decimals);
  const grid = masterScheduleGrid({
    onHand: face(days.opening),
    forecast: forecast.map(face),
    orders: days.orders.map((count, n) => face(count + dependent[n]! + Math.max(0, -other[n]!))),
    receipts: scheduled.map((count, n) => face(count + Math.max(0, other[n]!))),
    firm: planned.map(face),
    decimals,
  });
  if (available === undefined) return grid;
  const rows = grid.rows.map((row, day) => {
    const discrete = available.discrete[day]!;
    return {
      ...row,
      discreteAvailableToPromise: discrete === null ? null : face(discrete),
      cumulativeAvailableToPromise: face(available.cumulative[day]!),
    };
  });
  return { ...grid, rows };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** D4. */
function zoneOfDay(
  day: number,
  fences: { readonly demandTimeFence: number; readonly planningTimeFence: number },
): Zone {
  if (day < fences.demandTimeFence) return "frozen";
  return day < fences.planningTimeFence ? "slushy" : "liquid";
}

/** There is no infinite-supply fence here. */
function limited(quantity: AvailableQuantity): Decimal | null {
  return quantity === "unlimited" ? null : quantity;
}
