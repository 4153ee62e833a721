import {
  compareText,
  type Decimal,
  type ExactNumber,
  type Ratio,
  workOn,
} from "../../core/index.js";
import type { MissingPrice } from "./material-cost.js";
import type { PlannedOutcome, PlannedScenarios } from "./planned-scenarios.js";
import { readShares, withNothing } from "./requirement-percentiles.js";
import { type WeighedFigure, weightedPercentiles } from "./weighted-percentile.js";

/** What material costs in a currency in these shares of all cases. */
export interface CurrencyPercentiles {
  /** `null`: neither sources nor input name one. */
  readonly currency: string | null;
  /** Of what has a price: one for each share asked for, in their order. */
  readonly priced: readonly Decimal[];
  /** The same; `null` where anything that is bought has no price, for then nobody knows. */
  readonly amounts: readonly Decimal[] | null;
}

/** What material costs in these shares of all cases. */
export interface CostPercentiles {
  /** By currency. */
  readonly currencies: readonly CurrencyPercentiles[];
  /** What any outcome buys at a price that nobody states, by item, site, kind and supplier. */
  readonly missing: readonly MissingPrice[];
}

/**
 * Finds what suppliers are paid for planned orders in so many of all cases, by nearest rank, each
 * currency by itself.
 *
 * @param planned - as `planScenarios` gives it
 * @param shares - 0 to 1 each
 * @returns amounts by currency, and the prices that are missing
 * @throws PlanningInputError when a share is none
 *
 * Source: X1, K50, K65.
 *
 * @example
 * ```ts
 * const outcome = { requirements: [], missing: [] };
 * const euros = (amount: number) => [{ currency: "EUR", amount: new Decimal(amount) }];
 * const planned = {
 *   horizonEnd: "2026-03-31",
 *   outcomes: [
 *     { ...outcome, weight: 1n, costs: euros(100) },
 *     { ...outcome, weight: 1n, costs: euros(400) },
 *   ],
 *   issues: [],
 * };
 * costPercentiles(planned, [0.5, 0.9]).currencies[0]?.amounts?.map(Number); // => [100, 400]
 * ```
 */
export function costPercentiles(
  planned: PlannedScenarios,
  shares: readonly ExactNumber[],
): CostPercentiles {
  const read = readShares(shares);
  return workOn(planned, "planned", "what planScenarios returned", ({ outcomes }) =>
    percentilesOf(outcomes, read),
  );
}

function percentilesOf(
  outcomes: readonly PlannedOutcome[],
  read: readonly Ratio[],
): CostPercentiles {
  const figures = new Map<string | null, WeighedFigure[]>();
  const missing = new Map<string, MissingPrice>();
  for (const outcome of outcomes) {
    for (const { currency, amount } of outcome.costs) {
      const known = figures.get(currency) ?? [];
      figures.set(currency, known);
      known.push({ value: amount, weight: outcome.weight });
    }
    for (const one of outcome.missing) missing.set(JSON.stringify(one), one);
  }
  const total = outcomes.reduce((sum, { weight }) => sum + weight, 0n);
  const isComplete = missing.size === 0;
  return {
    currencies: [...figures]
      .sort(([a], [b]) => compareText(a ?? "", b ?? ""))
      .map(([currency, all]) => {
        const priced = weightedPercentiles(withNothing(all, total), read);
        return { currency, priced, amounts: isComplete ? priced : null };
      }),
    missing: [...missing].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one),
  };
}
