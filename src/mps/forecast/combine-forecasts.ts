import {
  compareText,
  countRatio,
  type Decimal,
  formatDay,
  quantityToDecimal,
} from "../../core/index.js";
import type { ExactNumber } from "../exact-argument.js";
import { groupedBy } from "../grouped-by.js";
import { type ReadForecast, type ReadSources, readSources } from "./source-argument.js";
import { commonWeights, type Fraction, newestFirst, weightedMean } from "./weighted-mean.js";

/** A forecast that a source gave: a person, a model, a customer. */
export interface SourcedForecast {
  /** One of the sources. */
  readonly source: string;
  /** A whole number; the larger the newer. Else 0. Once for each source, key and period. */
  readonly version?: number | undefined;
  /** First and last day, `"YYYY-MM-DD"`; the last is the first when left out. */
  readonly from: string;
  readonly until?: string | undefined;
  /** 0 or more. */
  readonly quantity: ExactNumber;
  /** Whose forecast it is, as `consumeForecast` has it. */
  readonly key?: string | undefined;
}

/** A source and how much it is believed. */
export interface ForecastSource {
  readonly id: string;
  /** Per cent, 0 or more; 100 over all sources. */
  readonly percentage: ExactNumber;
}

/** What {@link combineForecasts} is given. */
export interface CombineForecastsInput {
  readonly forecasts: readonly SourcedForecast[];
  readonly sources: readonly ForecastSource[];
  /**
   * How much a version weighs beside the next newer one of its source, 0 to 1; else 0: the newest
   * version alone counts.
   */
  readonly decay?: ExactNumber | undefined;
  /** Where a source says nothing of a period: refused (else), or the `"others"` count in its place. */
  readonly missing?: "refuse" | "others" | undefined;
  /** Quantities come out in whole 10^-decimals, 0 to 9, rounded half up; else 0. */
  readonly decimals?: number | undefined;
}

/** The forecast of a key and period, of all sources. */
export interface CombinedForecast {
  /** The JSON text of `[key or null, from, until]`: once among the combined ones. */
  readonly id: string;
  readonly key?: string;
  readonly from: string;
  readonly until: string;
  /** The weighted mean. */
  readonly quantity: Decimal;
  /** The least and the most that a source said in a version that counts, rounded alike. */
  readonly least: Decimal;
  readonly most: Decimal;
}

/**
 * Combines forecasts of several sources and versions into one for each key and period, by weights.
 *
 * Of each source the newest version counts, or all of them with weights that fade with their age by
 * `decay`. The sources are then weighed by their percentages. What comes out can be consumed by
 * `consumeForecast`.
 *
 * @param input - the forecasts, and the percentage of each source
 * @returns one row for each key and period, by first day, last day and key
 * @throws PlanningInputError with everything that is wrong; percentages that are not 100 in all, two
 * equal versions and a source that says nothing of a period are among it
 *
 * Source: rule D1, whose forecasts these are; J. S. Armstrong, *Principles of Forecasting*,
 * "combining forecasts".
 *
 * @example
 * ```ts
 * const week = { from: "2026-03-02", until: "2026-03-08" };
 * const combined = combineForecasts({
 *   forecasts: [
 *     { source: "sales", version: 1, ...week, quantity: 90 },
 *     { source: "sales", version: 2, ...week, quantity: 120 },
 *     { source: "model", ...week, quantity: 100 },
 *   ],
 *   sources: [{ id: "sales", percentage: 25 }, { id: "model", percentage: 75 }],
 * });
 * combined.map(({ quantity, least, most }) => [quantity, least, most].map(Number));
 * // => [[105, 100, 120]]
 * ```
 */
export function combineForecasts(input: CombineForecastsInput): readonly CombinedForecast[] {
  const read = readSources(input);
  const groups = [...groupedBy(read.forecasts, ({ period }) => period).values()];
  groups.sort(
    ([a], [b]) => a.from - b.from || a.until - b.until || compareText(a.key ?? "", b.key ?? ""),
  );
  const weights = commonWeights(read.sources.map(({ percentage }) => percentage));
  return groups.map((rows) => combined(rows, read, weights));
}

/** The weighted mean of the sources of one key and period. */
function combined(
  rows: readonly [ReadForecast, ...ReadForecast[]],
  { sources, decay, decimals }: ReadSources,
  weights: readonly bigint[],
): CombinedForecast {
  const bySource = groupedBy(rows, ({ source }) => source);
  const means: { readonly weight: bigint; readonly value: Fraction }[] = [];
  const said: number[] = [];
  for (const [n, { id }] of sources.entries()) {
    const versions = bySource.get(id);
    if (versions === undefined) continue;
    const weighed = newestFirst(versions, decay);
    means.push({ weight: weights[n]!, value: weightedMean(weighed) });
    for (const { weight, value } of weighed) if (weight > 0n) said.push(counted(value, decimals));
  }
  const [{ period, key, from, until }] = rows;
  const exact = (count: number): Decimal => quantityToDecimal(count, decimals);
  return {
    id: period,
    ...(key === undefined ? {} : { key }),
    from: formatDay(from),
    until: formatDay(until),
    quantity: exact(counted(weightedMean(means), decimals)),
    least: exact(said.reduce((a, b) => Math.min(a, b))),
    most: exact(said.reduce((a, b) => Math.max(a, b))),
  };
}

/** Whole 10^-decimals; a mean is no larger than the largest of its values, each of which was counted. */
function counted(value: Fraction, decimals: number): number {
  return Number(countRatio(value, decimals, "halfUp"));
}
