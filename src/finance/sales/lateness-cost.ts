import {
  type Decimal,
  formatDay,
  powerOfTen,
  type Ratio,
  ratioOf,
  ratioToDecimal,
} from "../../core/index.js";
import { capacityModel, type Plan, planInput } from "../../mrp/index.js";
import type { MissingFigure } from "../ledger/index.js";
import { sortedMissing } from "../ledger/missing-figure.js";
import { roundedUnits } from "../money/rounding.js";
import { exactSum } from "../report/exact-sum.js";
import { RowOrigins } from "../report/row-origins.js";
import { type PenalizedDemand, penalizedDemands, quantityOf } from "./late-demands.js";
import { groupLate, type LateGroup } from "./late-groups.js";
import {
  type LatenessKey,
  type LatenessOptions,
  type ReadLateness,
  readLateness,
} from "./lateness-options.js";
import { splitRounded } from "./split-rounded.js";

export type { LatenessKey, LatenessOptions } from "./lateness-options.js";

/** A demand that comes late, with what that costs: a plain row. */
export interface LateDemand {
  readonly demand: string;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly customer: string | null;
  readonly family: string | null;
  /** In stock units. */
  readonly quantity: Decimal;
  readonly due: string;
  /** The day on which all of it is really there (N11). */
  readonly available: string;
  /** Calendar days from the one to the other. */
  readonly daysLate: Decimal;
  /** What it is worth; `null` where its penalty does not ask for it. */
  readonly value: Decimal | null;
  readonly penalty: Decimal;
}

/** Late demands put together: a plain row. */
export type LatenessRow<Key extends LatenessKey = LatenessKey> = {
  readonly [K in Key]: string | null;
} & {
  /** The first day of the bucket; `null` without buckets. */
  readonly from: string | null;
  /** The day after the last. */
  readonly until: string | null;
  /** How many demands. */
  readonly demands: Decimal;
  /** The sum of their penalties. */
  readonly penalty: Decimal;
};

/** What it costs that demands come late. */
export interface LatenessCost<Key extends LatenessKey = LatenessKey> {
  readonly currency: string | null;
  /** By bucket, then keys; what has no such key stands last. */
  readonly rows: readonly LatenessRow<Key>[];
  /** The sum of the rows. */
  readonly total: Decimal;
  /** Of which late demands it is not known what they cost: they are in no row. */
  readonly missing: readonly MissingFigure[];
  /**
   * The demands of which a row is the sum, in the order of the plan.
   *
   * @param row - one of `rows`
   * @throws PlanningInputError when it is none
   */
  drill(row: object): readonly LateDemand[];
}

/**
 * Tells what it costs that demands come late: penalties by the days that lie between the due day and the
 * one on which all of a demand is really there.
 *
 * Demands that nothing brings within the horizon are in `missing` (`availableDay`), since nobody knows how
 * late they will be. Forecast, those due after the horizon, and needs
 * of other plants are left out.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param options - penalties, prices, rates, and which rows are asked for
 * @returns rows, each the sum of the penalties of its demands
 * @throws PlanningInputError with every mistake of the arguments
 *
 * Source: rules N11, F, law 19; K82.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   currency: "EUR",
 *   items: [{ id: "cart", leadTime: 14 }],
 *   demands: [{ id: "d1", item: "cart", quantity: 10, due: "2026-01-09", customer: "Post" }],
 * });
 * const { rows } = latenessCost(plan, {
 *   penalties: [{ customer: "Post", percent: "0.5", perDays: 7, freeDays: 2, mostPercent: 5 }],
 *   sales: { itemPrices: { cart: 99 } },
 *   by: ["customer"],
 * });
 * rows.map(({ customer, penalty }) => `${customer} ${penalty}`); // => ["Post 9.9"]
 * ```
 */
export function latenessCost<const Key extends LatenessKey = never>(
  plan: Plan,
  options: LatenessOptions<Key>,
): LatenessCost<Key> {
  const input = planInput(plan);
  const read = readLateness(input, options as LatenessOptions);
  const missing: MissingFigure[] = [];
  const late = penalizedDemands(plan, input, read, missing).map((one) => roundedOne(one, read));
  const groups = groupLate(late, read, capacityModel(plan).weekStart);
  const sums = sumsOf(groups, read);
  const origins = new RowOrigins<readonly PenalizedDemand[]>("report");
  const rows = groups.map((group, n) => {
    const row = Object.assign({}, group.keys, {
      from: group.span === undefined ? null : formatDay(group.span.from),
      until: group.span === undefined ? null : formatDay(group.span.until),
      demands: ratioToDecimal(ratioOf(BigInt(group.demands.length), 1n)),
      penalty: ratioToDecimal(sums[n]!),
    });
    return origins.keep(row as unknown as LatenessRow<Key>, group.demands);
  });
  return Object.freeze({
    currency: read.currency,
    rows: Object.freeze(rows),
    total: ratioToDecimal(exactSum(sums)),
    missing: sortedMissing(missing),
    drill: (row: object) => Object.freeze(origins.at(row).map(lateDemand)),
  });
}

/** With its penalty rounded, where each is. */
function roundedOne(demand: PenalizedDemand, { round }: ReadLateness): PenalizedDemand {
  if (round?.on !== "postings") return demand;
  const units = roundedUnits(demand.penalty, round);
  return { ...demand, penalty: ratioOf(units, powerOfTen(round.decimals)) };
}

function sumsOf(groups: readonly LateGroup[], { round }: ReadLateness): readonly Ratio[] {
  const sums = groups.map(({ demands }) => exactSum(demands.map(({ penalty }) => penalty)));
  return round?.on === "total" ? splitRounded(sums, round) : sums;
}

function lateDemand(one: PenalizedDemand): LateDemand {
  const { demand, point, customer, family, due, available, value } = one;
  const { item, site, segment } = point;
  return Object.freeze({
    ...{ demand, item, site, segment, customer, family },
    quantity: ratioToDecimal(quantityOf(one)),
    due: formatDay(due),
    available: formatDay(available),
    daysLate: ratioToDecimal(ratioOf(BigInt(available - due), 1n)),
    value: value === undefined ? null : ratioToDecimal(value),
    penalty: ratioToDecimal(one.penalty),
  });
}
