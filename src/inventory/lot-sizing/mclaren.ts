import { addRatios, divideRatios, multiplyRatios, type Ratio, ratioOf } from "../../core/index.js";
import type { ProductProblem } from "./multi-level-argument.js";
import { floorRoot } from "./whole-root.js";

const ZERO: Ratio = { num: 0n, den: 1n };

/** Money is adjusted to billionths; what is adjusted is an estimate. */
const BILLION = 10n ** 9n;

/**
 * Adjusts setup costs so that an item's lots make good for the orders of its components too.
 *
 * An order of item i brings about orders of its component j: as many as their natural times between
 * orders say, TBO(i) ÷ TBO(j) with TBO = √(2A ÷ (h·d)), d the average need of a period. So
 * A′(i) = A(i) + Σ A(j) × TBO(i) ÷ TBO(j) over its components.
 *
 * @returns the setup cost of each item to size its lots by, in billionths
 *
 * Source: B. J. McLaren, "A study of multiple level lot sizing procedures for material requirements
 * planning systems", Purdue University (1977).
 */
export function adjustedSetupCosts(problem: ProductProblem): Ratio[] {
  const { items, components } = problem;
  const needs = averageNeeds(problem);
  const setup = items.map(({ setupCost }) => setupCost as Ratio);
  const perPeriod = items.map(({ holdingCost }, n) =>
    multiplyRatios(holdingCost as Ratio, needs[n]!),
  );
  return items.map((_, item) => {
    const own = setup[item]!;
    if (needs[item]!.num === 0n) return own;
    return components[item]!.reduce((sum, { item: component }) => {
      // A(j) × TBO(i) ÷ TBO(j) = √(A(i) × A(j) × h(j)·d(j) ÷ h(i)·d(i))
      const square = multiplyRatios(
        multiplyRatios(own, setup[component]!),
        divideRatios(perPeriod[component]!, perPeriod[item]!),
      );
      return addRatios(sum, root(square));
    }, own);
  });
}

/** The average need of each item in a period, from outside and from its parents. */
function averageNeeds({ items, components, order }: ProductProblem): Ratio[] {
  const needs = items.map(({ demand }) => {
    const periods = { num: BigInt(demand.length), den: 1n };
    return divideRatios(demand.reduce(addRatios, ZERO), periods);
  });
  for (const item of order) {
    for (const { item: component, quantity } of components[item]!) {
      const dependent = multiplyRatios(needs[item]!, quantity);
      needs[component] = addRatios(needs[component]!, dependent);
    }
  }
  return needs;
}

/** The square root, rounded half up to billionths. */
function root({ num, den }: Ratio): Ratio {
  const halves = floorRoot((4n * num * BILLION * BILLION) / den);
  return ratioOf((halves + 1n) / 2n, BILLION);
}
