import type { Incidence } from "./acyclic-order.js";
import {
  leastOverInbound,
  leastOverOutbound,
  leastPromiseUpTo,
  leastWaitFrom,
  type PlacementProblem,
  placeOfLeast,
} from "./placement-problem.js";

/** What is left of a network when its trees are solved, and how to get them back. */
export interface PeeledTrees {
  /** The least cost of what hangs on each stage, by its inbound and by its outbound time. */
  readonly byInbound: readonly Float64Array[];
  readonly byOutbound: readonly Float64Array[];
  /** Stages that hang on no other any more, in the order in which they were solved. */
  readonly peeled: readonly number[];
  /** The arc on which each stage was solved; −1 for the last stage of a tree. */
  readonly arcOf: Int32Array;
  /** The stages that are left: all of them on loops of arcs, or between such. */
  readonly core: readonly number[];
}

/**
 * Solves everything of a network that is a tree, exactly: a stage on one arc alone is minimised
 * over, for each service time at the other end of that arc, and taken off; and so on.
 *
 * S. C. Graves and S. P. Willems, "Optimizing Strategic Safety Stock Placement in Supply Chains",
 * M&SOM 2 (2000), the dynamic programme of section 4.
 */
export function peelTrees(problem: PlacementProblem): PeeledTrees {
  const { network, bounds } = problem;
  const { count, from, to, entering, leaving } = network;
  const byInbound = Array.from(bounds.inHigh, (high) => new Float64Array(high + 1));
  const byOutbound = Array.from(bounds.outHigh, (high) => new Float64Array(high + 1));
  const arcsLeft = new Int32Array(count); // arcs to stages that are not peeled
  for (let e = 0; e < from.length; e++) {
    arcsLeft[from[e]!]!++;
    arcsLeft[to[e]!]!++;
  }
  const arcOf = new Int32Array(count).fill(-1);
  const done = new Uint8Array(count);
  const peeled: number[] = [];
  for (let n = 0; n < count; n++) if (arcsLeft[n]! <= 1) peeled.push(n);
  for (let head = 0; head < peeled.length; head++) {
    const n = peeled[head]!;
    done[n] = 1;
    if (arcsLeft[n] === 0) continue;
    const arc = openArc(entering, from, n, done) ?? openArc(leaving, to, n, done)!;
    arcOf[n] = arc;
    const other = from[arc] === n ? to[arc]! : from[arc]!;
    if (--arcsLeft[other]! === 1) peeled.push(other);
    hangOnto(problem, byInbound, byOutbound, arc, from[arc] === n);
  }
  const core = Array.from({ length: count }, (_, n) => n).filter((n) => done[n] === 0);
  return { byInbound, byOutbound, peeled, arcOf, core };
}

/** The arc of a stage to one that is not peeled, among those on one side. */
function openArc(
  { start, arc }: Incidence,
  ends: Int32Array,
  n: number,
  done: Uint8Array,
): number | undefined {
  for (let k = start[n]!; k < start[n + 1]!; k++) if (done[ends[arc[k]!]!] === 0) return arc[k]!;
  return undefined;
}

/** Adds the least cost of a stage to the function of the stage at the other end of the arc. */
function hangOnto(
  problem: PlacementProblem,
  byInbound: readonly Float64Array[],
  byOutbound: readonly Float64Array[],
  arc: number,
  peelsSupplier: boolean,
): void {
  const [supplier, taker] = [problem.network.from[arc]!, problem.network.to[arc]!];
  const [out, wait] = [byOutbound[supplier]!, byInbound[taker]!];
  if (peelsSupplier) {
    const promise = new Float64Array(out.length);
    leastOverInbound(problem, supplier, byInbound[supplier]!, promise);
    addTo(out, promise);
    const least = new Float64Array(wait.length);
    leastPromiseUpTo(problem, arc, out, least);
    addTo(wait, least);
  } else {
    const inbound = new Float64Array(wait.length);
    leastOverOutbound(problem, taker, byOutbound[taker]!, inbound);
    addTo(wait, inbound);
    const least = new Float64Array(out.length);
    leastWaitFrom(problem, arc, wait, least);
    addTo(out, least);
  }
}

function addTo(sum: Float64Array, more: Float64Array): void {
  for (let k = 0; k < sum.length; k++) sum[k]! += more[k]!;
}

/**
 * Finds the outbound times of the peeled stages, last peeled first.
 *
 * @param inbound - the inbound time of each stage; those of the core are given, the others written
 * @param outbound - the outbound time of each stage, likewise
 * @returns what the trees cost that hang on no core
 */
export function unpeelTrees(
  problem: PlacementProblem,
  trees: PeeledTrees,
  inbound: Int32Array,
  outbound: Int32Array,
): number {
  const { network, bounds, stageCost } = problem;
  const { from, to, wholeTime } = network;
  const { byInbound, byOutbound, peeled, arcOf } = trees;
  let sum = 0;
  for (let place = peeled.length - 1; place >= 0; place--) {
    const n = peeled[place]!;
    const arc = arcOf[n]!;
    const cost = stageCost[n]!;
    const [first, last] = [bounds.inLow[n]!, bounds.inHigh[n]!];
    if (arc >= 0 && from[arc] === n) {
      // The function by outbound time already holds the least over the inbound one.
      const latest = Math.min(bounds.outHigh[n]!, inbound[to[arc]!]!);
      const out = placeOfLeast(byOutbound[n]!, bounds.outLow[n]!, latest);
      const covered = wholeTime[n]! - out;
      const total = byInbound[n]!.map((least, time) => least + (cost[time + covered] ?? 0));
      outbound[n] = out;
      inbound[n] = placeOfLeast(total, Math.max(first, -covered), last);
      continue;
    }
    const wait = byInbound[n]!.slice();
    if (arc < 0) {
      const own = new Float64Array(wait.length);
      leastOverOutbound(problem, n, byOutbound[n]!, own);
      addTo(wait, own);
    }
    const earliest = arc < 0 ? first : Math.max(first, outbound[from[arc]!]!);
    const time = placeOfLeast(wait, earliest, last);
    if (arc < 0) sum += wait[time]!;
    const longest = time + wholeTime[n]!;
    const total = byOutbound[n]!.map((least, out) => least + (cost[longest - out] ?? 0));
    inbound[n] = time;
    outbound[n] = placeOfLeast(total, bounds.outLow[n]!, Math.min(bounds.outHigh[n]!, longest));
  }
  return sum;
}
