/**
 * The costs of a lot rule (K34): read from the rule or from the item at the site, for one count and
 * one period; and the economic order quantity that follows from them (L4).
 */
import type { Day } from "./calendar.js";
import { endOfMonths, endOfWeeks } from "./calendar.js";
import type { CostRule } from "./cost-problem.js";
import type { Fraction } from "./numbers.js";
import { ceil, fraction, lcm, over, powerOfTen, readRatio, times } from "./numbers.js";
import type { ParameterRow } from "./types.js";

const PERIODS = {
  days: () => (day: Day) => day + 1,
  weeks: (weekStart: string) => (day: Day) => endOfWeeks(day, 1, weekStart),
  months: () => (day: Day) => endOfMonths(day, 1),
};

/** How many days a unit is held over one period. */
const DAYS_OF_PERIOD: Readonly<Record<keyof typeof PERIODS, Fraction>> = {
  days: fraction(1n, 1n),
  weeks: fraction(7n, 1n),
  months: fraction(365n, 12n),
};

/** The costs of the rule, else of the item at the site, else of the item. */
function costsOf(row: ParameterRow): { setup: Fraction; holding: Fraction } {
  return {
    setup: readRatio(row.lotSizing?.setupCost ?? row.setupCost ?? 0),
    holding: readRatio(row.lotSizing?.holdingCost ?? row.holdingCost ?? 0),
  };
}

export function costRuleOf(row: ParameterRow, decimals: number, weekStart: string): CostRule {
  const { period = "days", lookAhead, lookBack } = row.lotSizing ?? {};
  const { setup, holding } = costsOf(row);
  const perCount = times(times(holding, DAYS_OF_PERIOD[period]), powerOfTen(-decimals));
  const scale = fraction(lcm(setup.den, perCount.den), 1n);
  return {
    setup: times(setup, scale).num,
    holding: times(perCount, scale).num,
    endOfPeriod: PERIODS[period](weekStart),
    lookAhead: lookAhead === true,
    lookBack: lookBack === true,
  };
}

/** L4: the least Q in 10^-decimals with Q² × h × 365 ≥ 2 × A × the demand of a year. */
export function economicOrderQuantity(row: ParameterRow, annual: bigint, decimals: number): bigint {
  const { setup, holding } = costsOf(row);
  const twice = times(times(setup, fraction(2n * annual, 1n)), powerOfTen(decimals));
  const square = ceil(over(twice, times(holding, fraction(365n, 1n))));
  let below = 0n;
  let least = square > 1n ? square : 1n;
  while (least - below > 1n) {
    const middle = (below + least) / 2n;
    if (middle * middle >= square) {
      least = middle;
    } else {
      below = middle;
    }
  }
  return least;
}
