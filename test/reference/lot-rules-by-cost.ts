/**
 * Lot rules by cost (L4–L11, K34). The needs from the shortage's day to the horizon's end are put
 * into periods; a rule says how many of the first periods one lot covers.
 */
import type { CostProblem, CostRule, DayNeed } from "./cost-problem.js";
import { covered, held, whileExtending } from "./cost-problem.js";
import { partPeriodBalancing } from "./part-period-balancing.js";
import { wagnerWhitin } from "./wagner-whitin.js";

/** a ÷ b ≤ c ÷ d, of numbers that are not negative. */
const quotientNotAbove = (a: bigint, b: bigint, c: bigint, d: bigint) => a * d <= c * b;

const magnitude = (a: bigint) => (a < 0n ? -a : a);

/** L6: the shortest of those whose holding is nearest to the setup. */
function leastTotalCost(problem: CostProblem): number {
  const distance = (periods: number) => magnitude(held(problem, periods) - problem.setup);
  let best = 1;
  for (let periods = 2; periods <= problem.needs.length; periods++) {
    if (distance(periods) < distance(best)) {
      best = periods;
    }
  }
  return best;
}

/** How many of the first periods the lot covers; undefined for any other rule. */
const RULES: Readonly<Record<string, (problem: CostProblem) => number>> = {
  leastUnitCost: (problem) =>
    whileExtending(problem, (t) =>
      quotientNotAbove(
        problem.setup + held(problem, t + 1),
        covered(problem, t + 1),
        problem.setup + held(problem, t),
        covered(problem, t),
      ),
    ),
  leastTotalCost,
  partPeriodBalancing,
  silverMeal: (problem) =>
    whileExtending(problem, (t) =>
      quotientNotAbove(
        problem.setup + held(problem, t + 1),
        BigInt(t + 1),
        problem.setup + held(problem, t),
        BigInt(t),
      ),
    ),
  groff: (problem) =>
    whileExtending(
      problem,
      (t) => (problem.needs[t] ?? 0n) * BigInt(t * (t + 1)) * problem.holding <= 2n * problem.setup,
    ),
  incrementalOrderQuantity: (problem) =>
    whileExtending(
      problem,
      (t) => problem.holding * BigInt(t) * (problem.needs[t] ?? 0n) <= problem.setup,
    ),
  wagnerWhitin,
};

/** The rules that look at the needs to come; not the economic order quantity. */
export function looksAtCosts(rule: string): boolean {
  return Object.hasOwn(RULES, rule);
}

/** The lot for the needs from the shortage's day on, in the order of their days. */
export function lotByCost(rule: string, costs: CostRule, needs: readonly DayNeed[]): bigint {
  const byPeriod: bigint[] = [];
  const [first] = needs;
  const last = needs.at(-1);
  if (first === undefined || last === undefined) {
    return 0n;
  }
  let day = first.day;
  while (day <= last.day) {
    const end = costs.endOfPeriod(day);
    const inside = needs.filter((need) => need.day >= day && need.day < end);
    byPeriod.push(inside.reduce((sum, need) => sum + need.quantity, 0n));
    day = end;
  }
  // Periods after the last need make no lot larger, and are left out.
  const problem = { ...costs, needs: byPeriod };
  return covered(problem, RULES[rule]?.(problem) ?? 0);
}
