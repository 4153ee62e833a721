/**
 * What a lot rule by cost looks at (K34): needs by period and costs on one scale of whole numbers, so
 * that every comparison is exact; and what most of the rules count.
 */
import type { Day } from "./calendar.js";

/** What is missing on a day. */
export interface DayNeed {
  day: Day;
  quantity: bigint;
}

export interface CostRule {
  /** Cost of one order. */
  setup: bigint;
  /** Cost of holding one count over one period, on the scale of the setup. */
  holding: bigint;
  /** The first day after the period that holds `day`; equal for the days of one period. */
  endOfPeriod: (day: Day) => Day;
  lookAhead: boolean;
  lookBack: boolean;
}

/** Needs by period, the shortage's own first, and the costs. */
export interface CostProblem extends CostRule {
  needs: readonly bigint[];
}

/** The sum of needs of the first `periods`. */
export const covered = ({ needs }: CostProblem, periods: number) =>
  needs.slice(0, periods).reduce((sum, need) => sum + need, 0n);

/** What holding costs when the first `periods` are covered by one order. */
export const held = ({ needs, holding }: CostProblem, periods: number) =>
  needs.slice(0, periods).reduce((sum, need, k) => sum + holding * BigInt(k) * need, 0n);

/** From one period on, one more while `extending` holds of so many. */
export function whileExtending(
  { needs }: CostProblem,
  extending: (periods: number) => boolean,
): number {
  let periods = 1;
  while (periods < needs.length && extending(periods)) {
    periods += 1;
  }
  return periods;
}
