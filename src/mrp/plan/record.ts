import {
  bucketStart,
  type Decimal,
  formatDay,
  powerOfTen,
  quantityToDecimal,
  ratioToDecimal,
} from "../../core/index.js";
import type { Plan } from "./plan.js";
import { stateOf } from "./plan-state.js";
import { recordDays } from "./record-days.js";
import { bucketOf, findPoint, type RecordOptions, readRecordOptions } from "./record-options.js";
import { segmentOf } from "./segment.js";

/** One bucket of a planning record. All quantities are exact. */
export interface PlanningRecordRow {
  /** The first day of the bucket. */
  readonly date: string;
  /** Gross requirement on its netting day (N1, T6). */
  readonly gross: Decimal;
  /** Open supply on the day on which it counts, moved in or not. */
  readonly scheduledReceipts: Decimal;
  /** Stock that counts only from a day after the planning start on (N2). */
  readonly releasedStock: Decimal;
  /** Stock at the end of the bucket, planned receipts included. */
  readonly projectedOnHand: Decimal;
  /** What is missing to the floor, at its deepest, after the planned receipts of earlier buckets. */
  readonly net: Decimal;
  readonly plannedReceipts: Decimal;
  /** What comes with the orders of other items (B4). */
  readonly coProducts: Decimal;
  /** Start quantities of planned orders, by their start. */
  readonly plannedStarts: Decimal;
  /** Stock that leaves because it expires (N2). */
  readonly expired: Decimal;
}

/** The planning record of a stocking point: the grid that planners read. */
export interface PlanningRecord {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** Stock that counts at the planning start, before anything arrives or leaves. */
  readonly openingStock: Decimal;
  /** What would have had to start before the planning start. */
  readonly pastDueStarts: Decimal;
  readonly rows: readonly PlanningRecordRow[];
}

/**
 * The planning record of an item: gross requirement, scheduled receipts, projected stock, net
 * requirement and planned orders by day, week or month.
 *
 * @param plan - what `planRequirements` returned
 * @param item - the id of an item
 * @param options - site and segment of the stocking point, and the bucket (`"day"`)
 * @returns one row a bucket from the planning start to the end of the horizon
 * @throws PlanningInputError (`unknownId`) when the plan has no such stocking point
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel", onHand: 3 }],
 *   demands: [{ id: "d1", item: "wheel", quantity: 4, due: "2026-01-06" }],
 * });
 * planningRecord(plan, "wheel").rows.map((row) => row.net.toNumber()); // => [0, 1]
 * ```
 */
export function planningRecord(
  plan: Plan,
  item: string,
  options: RecordOptions = {},
): PlanningRecord {
  const state = stateOf(plan);
  const asked = readRecordOptions(options, item);
  const { model } = state;
  const { problem, points } = model;
  const point = findPoint(state, item, asked);
  const { decimals } = problem.items[points.item[point]!]!;
  const days = recordDays(state, point);
  const decimal = (count: number | bigint): Decimal => toDecimal(count, decimals);
  const rows: PlanningRecordRow[] = [];
  const bucket = bucketOf(asked.bucket);
  let opening = BigInt(days.opening);
  for (let from = 0; from < model.days; ) {
    const next = bucketStart(from + model.startDay, bucket, 1, problem.conventions.weekStart);
    const to = Math.min(model.days, next - model.startDay);
    const sum = (column: ArrayLike<number | bigint>): bigint => sumOf(column, from, to);
    let level = opening;
    let net = 0n;
    for (let day = from; day < to; day++) {
      level += sumOf(days.scheduled, day, day + 1) + sumOf(days.released, day, day + 1);
      level += sumOf(days.coProducts, day, day + 1);
      level -= sumOf(days.gross, day, day + 1) + sumOf(days.expired, day, day + 1);
      const missing = BigInt(days.floor[day]!) - level;
      if (missing > net) net = missing;
    }
    const planned = sum(days.planned);
    opening = level + planned;
    rows.push({
      date: formatDay(from + model.startDay),
      gross: decimal(sum(days.gross)),
      scheduledReceipts: decimal(sum(days.scheduled)),
      releasedStock: decimal(sum(days.released)),
      projectedOnHand: decimal(opening),
      net: decimal(net),
      plannedReceipts: decimal(planned),
      coProducts: decimal(sum(days.coProducts)),
      plannedStarts: decimal(sum(days.starts)),
      expired: decimal(sum(days.expired)),
    });
    from = to;
  }
  return {
    item,
    site: problem.sites[points.site[point]!]!.id,
    segment: segmentOf(state, point),
    openingStock: decimal(days.opening),
    pastDueStarts: decimal(days.pastDueStarts),
    rows,
  };
}

/** A sum over days, which may leave the safe integers (Q4). */
function sumOf(column: ArrayLike<number | bigint>, from: number, to: number): bigint {
  let total = 0n;
  for (let day = from; day < to; day++) {
    const figure = column[day]!;
    if (figure !== 0) total += BigInt(figure);
  }
  return total;
}

function toDecimal(count: number | bigint, decimals: number): Decimal {
  const number = Number(count);
  if (Number.isSafeInteger(number)) return quantityToDecimal(number, decimals);
  return ratioToDecimal({ num: BigInt(count), den: powerOfTen(decimals) });
}
