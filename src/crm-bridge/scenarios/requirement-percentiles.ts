import {
  Decimal,
  type ExactNumber,
  exactNumber,
  listOf,
  type Ratio,
  readArgument,
  workOn,
} from "../../core/index.js";
import { byPlaceAndDay } from "./plan-scenarios.js";
import type { PlannedOutcome, PlannedScenarios, Requirement } from "./planned-scenarios.js";
import { type WeighedFigure, weightedPercentiles } from "./weighted-percentile.js";

/** How much of an item is needed in a bucket, so that it suffices in these shares of all cases. */
export interface RequirementPercentiles {
  readonly item: string;
  readonly site: string;
  /** The first day of the bucket; of the first one the planning start. */
  readonly date: string;
  /** One for each share asked for, in their order. */
  readonly quantities: readonly Decimal[];
}

const NOTHING = new Decimal(0);

/** Reads shares of all cases, 0 to 1. @throws PlanningInputError with everything that is wrong */
export function readShares(shares: unknown) {
  return readArgument({ shares }, { shares: listOf(exactNumber(0, 1)) }).shares;
}

/**
 * Finds what is needed of each item and bucket in so many of all cases, by nearest rank: of n draws
 * the ⌈share × n⌉-th smallest requirement, of all outcomes the least one up to which their
 * probabilities reach the share.
 *
 * @param planned - as `planScenarios` gives it
 * @param shares - 0 to 1 each, such as 0.5 and 0.9
 * @returns by item, site and bucket, where any outcome needs anything
 * @throws PlanningInputError when a share is none
 *
 * Source: X1, K65.
 *
 * @example
 * ```ts
 * const outcome = { costs: [], missing: [] };
 * const wheels = (count: number) => [
 *   { item: "wheel", site: "main", date: "2026-03-01", quantity: new Decimal(count) },
 * ];
 * const planned = {
 *   horizonEnd: "2026-03-31",
 *   outcomes: [
 *     { ...outcome, weight: 3n, requirements: [] },
 *     { ...outcome, weight: 1n, requirements: wheels(20) },
 *   ],
 *   issues: [],
 * };
 * requirementPercentiles(planned, [0.5, 0.9])[0]?.quantities.map(Number); // => [0, 20]
 * ```
 */
export function requirementPercentiles(
  planned: PlannedScenarios,
  shares: readonly ExactNumber[],
): RequirementPercentiles[] {
  const read = readShares(shares);
  return workOn(planned, "planned", "what planScenarios returned", ({ outcomes }) =>
    percentilesOf(outcomes, read),
  );
}

function percentilesOf(
  outcomes: readonly PlannedOutcome[],
  read: readonly Ratio[],
): RequirementPercentiles[] {
  const places = new Map<string, Omit<Requirement, "quantity">>();
  const figures = new Map<string, WeighedFigure[]>();
  for (const { weight, requirements } of outcomes) {
    for (const { item, site, date, quantity } of requirements) {
      const key = JSON.stringify([item, site, date]);
      if (!places.has(key)) {
        places.set(key, { item, site, date });
        figures.set(key, []);
      }
      figures.get(key)!.push({ value: quantity, weight });
    }
  }
  const total = outcomes.reduce((sum, { weight }) => sum + weight, 0n);
  return [...places]
    .sort(([, a], [, b]) => byPlaceAndDay(a, b))
    .map(([key, place]) => ({
      ...place,
      quantities: weightedPercentiles(withNothing(figures.get(key)!, total), read),
    }));
}

/** With a 0 for all outcomes of which there is no figure. */
export function withNothing(figures: readonly WeighedFigure[], total: bigint): WeighedFigure[] {
  const weight = figures.reduce((rest, one) => rest - one.weight, total);
  return weight === 0n ? [...figures] : [...figures, { value: NOTHING, weight }];
}
