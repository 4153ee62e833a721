/**
 * The cheapest plan (L11, K34), by the recursion of Wagner and Whitin as it stands in the books.
 */
import type { CostProblem } from "./cost-problem.js";

/**
 * L11: the cheapest plan for the first needs, for ever more of them; of equal ones that with the
 * latest last order, and so on before it. The lot is the first order of the plan for all.
 */
export function wagnerWhitin(problem: CostProblem): number {
  const { needs, setup, holding } = problem;
  const needed = [...needs.keys()].filter((k) => needs[k] !== 0n);
  /** By how many of the periods with a need are covered: the cost, and where the last order is. */
  const plans: { cost: bigint; last: number }[] = [{ cost: 0n, last: 0 }];
  for (let count = 1; count <= needed.length; count++) {
    let best: { cost: bigint; last: number } | undefined;
    let holdingCost = 0n;
    let carried = 0n;
    for (let last = count - 1; last >= 0; last--) {
      const [from = 0, next = from] = needed.slice(last, last + 2);
      holdingCost += last === count - 1 ? 0n : BigInt(next - from) * carried * holding;
      carried += needs[from] ?? 0n;
      const cost = (plans[last]?.cost ?? 0n) + setup + holdingCost;
      if (best === undefined || cost < best.cost) {
        best = { cost, last };
      }
    }
    plans.push(best ?? { cost: 0n, last: 0 });
  }
  let first = needed.length;
  while ((plans[first]?.last ?? 0) > 0) {
    first = plans[first]?.last ?? 0;
  }
  return (needed[first - 1] ?? 0) + 1;
}
