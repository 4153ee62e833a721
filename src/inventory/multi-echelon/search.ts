import {
  type CoreNetwork,
  type CoreSolution,
  gather,
  type Messages,
  passDown,
  passUp,
  silence,
} from "./message-passing.js";
import { type PlacementProblem, placeOfLeast } from "./placement-problem.js";
import { copyBounds, type ServiceTimeBounds, tightenBounds } from "./service-time-bounds.js";

/** The best solution found, and what none costs less than. */
export interface SearchResult {
  readonly best: CoreSolution;
  readonly lowerBound: number;
}

/** Solutions whose cost differs by a smaller part than this are taken as equal. */
export const SAME_COST = 1e-9;

/** So many passes are judged together, and by which part of the gap they must close to go on. */
const WATCHED = 32;
const PROGRESS = 0.02;

/** A part of the solutions, and what none of them costs less than. */
interface Branch {
  readonly bounds: ServiceTimeBounds;
  readonly bound: number;
}

/**
 * Searches the least cost of a network with loops: messages between the stages give a solution and a
 * lower bound at each pass; where the two no longer approach each other, the service times of one
 * stage are parted and both parts searched, the one with the lower bound first.
 *
 * V. Kolmogorov, "Convergent Tree-Reweighted Message Passing for Energy Minimization", IEEE PAMI 28
 * (2006), for the messages; S. Humair and S. P. Willems, "Optimizing Strategic Safety Stock
 * Placement in General Acyclic Networks", Operations Research 59 (2011), for branching on such
 * networks.
 *
 * @param problem - the network and the bounds of its times
 * @param core - the stages to search, at least one
 * @param passes - how many passes to make at most
 */
export function searchPlacement(
  problem: PlacementProblem,
  core: CoreNetwork,
  passes: number,
): SearchResult {
  const messages = silence(problem);
  const open: Branch[] = [{ bounds: problem.bounds, bound: 0 }];
  let best = passDown(problem, core, messages);
  let left = passes;
  while (open.length > 0) {
    const next = open.splice(lowest(open), 1)[0]!;
    if (isReached(best.cost, next.bound)) return { best, lowerBound: next.bound };
    if (left <= 0) return { best, lowerBound: next.bound };
    const part = { ...problem, bounds: next.bounds };
    const found = approach(part, core, messages, next.bound, best, left);
    left -= found.passes;
    best = found.best;
    if (isReached(best.cost, found.bound)) continue;
    if (left <= 0) {
      open.push({ bounds: next.bounds, bound: found.bound });
      continue;
    }
    for (const bounds of partsOf(part, core, messages, found.last)) {
      if (tightenBounds(problem.network, bounds)) open.push({ bounds, bound: found.bound });
    }
  }
  return { best, lowerBound: best.cost };
}

/** Whether no solution of a branch is better than the one at hand. */
function isReached(cost: number, bound: number): boolean {
  return bound >= cost - SAME_COST * cost;
}

/** The branch with the lowest bound, the oldest of equal ones. */
function lowest(open: readonly Branch[]): number {
  let place = 0;
  for (let k = 1; k < open.length; k++) if (open[k]!.bound < open[place]!.bound) place = k;
  return place;
}

/** Passes messages until the bound reaches the best solution or hardly rises any more. */
function approach(
  part: PlacementProblem,
  core: CoreNetwork,
  messages: Messages,
  from: number,
  known: CoreSolution,
  most: number,
): { best: CoreSolution; last: CoreSolution; bound: number; passes: number } {
  let [best, bound, watched] = [known, from, from];
  let last = known;
  let passes = 0;
  while (passes < most) {
    last = passDown(part, core, messages);
    if (last.cost < best.cost) best = last;
    bound = Math.max(bound, passUp(part, core, messages));
    passes++;
    if (isReached(best.cost, bound)) break;
    if (passes % WATCHED !== 0) continue;
    if (bound - watched < PROGRESS * (best.cost - watched)) break;
    watched = bound;
  }
  return { best, last, bound, passes };
}

/**
 * Parts the outbound times of the stage whose beliefs and choice agree least, between the two; of
 * one with many times when all agree.
 */
function partsOf(
  part: PlacementProblem,
  core: CoreNetwork,
  messages: Messages,
  chosen: CoreSolution,
): ServiceTimeBounds[] {
  const { outLow, outHigh } = part.bounds;
  const { belief, toOutbound, upArc } = messages;
  let [stage, most, split] = [-1, -1, 0];
  for (const n of core.stages) {
    const [first, last] = [outLow[n]!, outHigh[n]!];
    if (first === last) continue;
    gather(belief, core.byOutbound[n]!, core.arcsOut[n]!, upArc, toOutbound[n]!, first, last);
    const favourite = placeOfLeast(belief, first, last);
    const choice = chosen.outbound[n]!;
    const disagreement = belief[choice]! - belief[favourite]!;
    if (disagreement <= most) continue;
    const between = favourite === choice ? first + last : favourite + choice;
    [stage, most, split] = [n, disagreement, Math.floor(between / 2)];
  }
  if (stage < 0) return [];
  const [below, above] = [copyBounds(part.bounds), copyBounds(part.bounds)];
  below.outHigh[stage] = split;
  above.outLow[stage] = split + 1;
  return [below, above];
}
