/**
 * Part period balancing with look-ahead and look-back (L7, K34).
 */
import type { CostProblem } from "./cost-problem.js";
import { held, whileExtending } from "./cost-problem.js";

/** L7: the periods with a need, of which the first `count` are covered. */
export function partPeriodBalancing(problem: CostProblem): number {
  const { needs, setup, lookAhead, lookBack } = problem;
  const periods = whileExtending(problem, (t) => held(problem, t + 1) <= setup);
  const needed = [...needs.keys()].filter((k) => needs[k] !== 0n);
  const need = (k: number) => needs[k] ?? 0n;
  const before = needed.filter((k) => k < periods).length;
  let count = before;
  const ahead = () => {
    const [j, l] = needed.slice(count);
    return j !== undefined && l !== undefined && BigInt(l - j) * need(l) > BigInt(j) * need(j);
  };
  while (lookAhead && ahead()) {
    count += 1;
  }
  const back = () => {
    const [i = 0, j] = needed.slice(count - 1);
    return i > 0 && j !== undefined && BigInt(i) * need(i) > BigInt(j - i) * need(j);
  };
  // One step alone: the printed example leaves out one need, though a second would pass the test.
  if (lookBack && count === before && back()) {
    count -= 1;
  }
  return (needed[count - 1] ?? 0) + 1;
}
