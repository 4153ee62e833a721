import type { Incidence } from "./acyclic-order.js";
import type { CoreNetwork } from "./message-passing.js";
import { type PeeledTrees, peelTrees, unpeelTrees } from "./peeled-trees.js";
import { type PlacementProblem, placementProblem } from "./placement-problem.js";
import { searchPlacement } from "./search.js";
import type { ServiceNetwork } from "./service-network.js";
import { widestBounds } from "./service-time-bounds.js";

/** Passes of a search that nobody limits, and the steps that they may take together. */
const USUAL_PASSES = 2000;
const USUAL_STEPS = 2.5e9;
const FEWEST_PASSES = 10;

/** What a message along an arc takes for each service time, next to one pair of times of a stage. */
const STEPS_A_MESSAGE = 5;

/** The service time that each stage promises, and what no promises cost less than. */
export interface SolvedPlacement {
  readonly outbound: Int32Array;
  readonly lowerBound: number;
}

/**
 * Finds the service times that cost least: trees first, then what remains of a network with loops.
 *
 * @param network - its arcs form no cycle
 * @param passes - of the search over loops, at most; `undefined` for as many as usual
 */
export function solvePlacement(
  network: ServiceNetwork,
  passes: number | undefined,
): SolvedPlacement {
  const problem = placementProblem(network, widestBounds(network));
  const trees = peelTrees(problem);
  const inbound = new Int32Array(network.count);
  const outbound = new Int32Array(network.count);
  let lowerBound = 0;
  if (trees.core.length > 0) {
    const core = coreNetwork(problem, trees);
    const most = passes ?? usualPasses(problem, trees);
    const found = searchPlacement(problem, core, most);
    inbound.set(found.best.inbound);
    outbound.set(found.best.outbound);
    lowerBound += found.lowerBound;
  }
  lowerBound += unpeelTrees(problem, trees, inbound, outbound);
  waitForPromisesOnly(network, outbound);
  return { outbound, lowerBound };
}

/** The stages on loops, in level order, and the arcs between them. */
function coreNetwork({ network }: PlacementProblem, trees: PeeledTrees): CoreNetwork {
  const inCore = new Set(trees.core);
  const arcsAt = ({ start, arc }: Incidence, ends: Int32Array) =>
    Array.from({ length: network.count }, (_, n) => {
      if (!inCore.has(n)) return [];
      const arcs = Array.from(arc.subarray(start[n]!, start[n + 1]!));
      return arcs.filter((e) => inCore.has(ends[e]!));
    });
  return {
    stages: Array.from(network.order).filter((n) => inCore.has(n)),
    arcsIn: arcsAt(network.entering, network.from),
    arcsOut: arcsAt(network.leaving, network.to),
    byInbound: trees.byInbound,
    byOutbound: trees.byOutbound,
  };
}

/** As many passes as end within ten seconds or so. */
function usualPasses({ network, bounds }: PlacementProblem, { core }: PeeledTrees): number {
  const { inLow, inHigh, outLow, outHigh } = bounds;
  const waits = (n: number): number => inHigh[n]! - inLow[n]! + 1;
  const promises = (n: number): number => outHigh[n]! - outLow[n]! + 1;
  let steps = core.reduce((sum, n) => sum + waits(n) * promises(n), 1);
  for (let e = 0; e < network.from.length; e++) {
    steps += STEPS_A_MESSAGE * (promises(network.from[e]!) + waits(network.to[e]!));
  }
  return Math.min(USUAL_PASSES, Math.max(FEWEST_PASSES, Math.floor(USUAL_STEPS / steps)));
}

/**
 * Shortens promises that rest on a wait for nothing: a stage waits for the longest promise to it and
 * no longer. That costs nothing more, see `service-time-bounds.ts`.
 */
function waitForPromisesOnly(network: ServiceNetwork, outbound: Int32Array): void {
  const { from, entering, order, wholeTime, external } = network;
  for (const n of order) {
    let inbound = external[n]!;
    for (let k = entering.start[n]!; k < entering.start[n + 1]!; k++) {
      inbound = Math.max(inbound, outbound[from[entering.arc[k]!]!]!);
    }
    outbound[n] = Math.min(outbound[n]!, inbound + wholeTime[n]!);
  }
}
