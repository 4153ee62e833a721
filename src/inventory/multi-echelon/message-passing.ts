import {
  leastOverInbound,
  leastOverOutbound,
  leastPromiseUpTo,
  leastWaitFrom,
  type PlacementProblem,
  placeOfLeast,
} from "./placement-problem.js";

/** The stages that are solved together, with the functions of time that the messages add up. */
export interface CoreNetwork {
  /** Stages, each behind all that it takes from. */
  readonly stages: readonly number[];
  /** For each stage of the network, the arcs from and to other stages of the core. */
  readonly arcsIn: readonly (readonly number[])[];
  readonly arcsOut: readonly (readonly number[])[];
  /** What hangs on each stage costs, by its inbound and by its outbound time. */
  readonly byInbound: readonly Float64Array[];
  readonly byOutbound: readonly Float64Array[];
}

/**
 * What the times of a stage, and of the stages at both ends of an arc, tell each other: for each
 * value of the one told, the least that the rest costs, as far as the teller knows.
 *
 * Any finite messages are sound: each stands with a plus at the time told and with a minus at the
 * relation that it passed, so that every solution costs what it did.
 */
export interface Messages {
  readonly toInbound: readonly Float64Array[];
  readonly toOutbound: readonly Float64Array[];
  readonly downArc: readonly Float64Array[];
  readonly upArc: readonly Float64Array[];
  /** Room for sums. */
  readonly belief: Float64Array;
  readonly share: Float64Array;
}

/** Service times of the core, and what they cost with all that hangs on them. */
export interface CoreSolution {
  readonly inbound: Int32Array;
  readonly outbound: Int32Array;
  readonly cost: number;
}

/** Messages that say nothing yet. */
export function silence({ network, bounds }: PlacementProblem): Messages {
  const { inHigh, outHigh } = bounds;
  const longest = (most: number, time: number): number => Math.max(most, time);
  const room = outHigh.reduce(longest, inHigh.reduce(longest, 0)) + 1;
  return {
    toInbound: Array.from(inHigh, (high) => new Float64Array(high + 1)),
    toOutbound: Array.from(outHigh, (high) => new Float64Array(high + 1)),
    downArc: Array.from(network.to, (n) => new Float64Array(inHigh[n]! + 1)),
    upArc: Array.from(network.from, (n) => new Float64Array(outHigh[n]! + 1)),
    belief: new Float64Array(room),
    share: new Float64Array(room),
  };
}

/**
 * Sends messages downstream, and chooses a solution on the way: each time as its suppliers have
 * been chosen and as the stages after it tell.
 */
export function passDown(
  problem: PlacementProblem,
  core: CoreNetwork,
  messages: Messages,
): CoreSolution {
  const { network, bounds, stageCost } = problem;
  const { inLow, inHigh, outLow, outHigh } = bounds;
  const { toInbound, toOutbound, downArc, upArc, belief, share } = messages;
  const inbound = new Int32Array(network.count);
  const outbound = new Int32Array(network.count);
  let cost = 0;
  for (const n of core.stages) {
    const [arcsIn, arcsOut] = [core.arcsIn[n]!, core.arcsOut[n]!];
    gather(belief, core.byInbound[n]!, arcsIn, downArc, toInbound[n]!, inLow[n]!, inHigh[n]!);
    withhold(share, belief, arcsIn.length, toInbound[n]!, inLow[n]!, inHigh[n]!);
    leastOverInbound(problem, n, share, toOutbound[n]!);
    level(toOutbound[n]!, outLow[n]!, outHigh[n]!);

    let earliest = inLow[n]!;
    for (const arc of arcsIn) earliest = Math.max(earliest, outbound[network.from[arc]!]!);
    gather(belief, core.byInbound[n]!, [], downArc, toInbound[n]!, earliest, inHigh[n]!);
    const wait = placeOfLeast(belief, earliest, inHigh[n]!);
    const longest = wait + network.wholeTime[n]!;
    const latest = Math.min(outHigh[n]!, longest);
    gather(belief, core.byOutbound[n]!, arcsOut, upArc, undefined, outLow[n]!, outHigh[n]!);
    for (let out = outLow[n]!; out <= latest; out++) {
      share[out] = belief[out]! + stageCost[n]![longest - out]!;
    }
    const promise = placeOfLeast(share, outLow[n]!, latest);
    inbound[n] = wait;
    outbound[n] = promise;
    cost += core.byInbound[n]![wait]! + core.byOutbound[n]![promise]!;
    cost += stageCost[n]![longest - promise]!;

    for (let out = outLow[n]!; out <= outHigh[n]!; out++) belief[out]! += toOutbound[n]![out]!;
    for (const arc of arcsOut) {
      withhold(share, belief, arcsOut.length, upArc[arc]!, outLow[n]!, outHigh[n]!);
      leastPromiseUpTo(problem, arc, share, downArc[arc]!);
      level(downArc[arc]!, inLow[network.to[arc]!]!, inHigh[network.to[arc]!]!);
    }
  }
  return { inbound, outbound, cost };
}

/**
 * Sends messages upstream, and adds up what every solution costs at least: what is taken off on the
 * way. What is left at each time and relation is 0 or more, since no time gives away more than all
 * that it has (its belief, in equal shares).
 *
 * @returns a lower bound of the cost of all solutions within the bounds
 */
export function passUp(problem: PlacementProblem, core: CoreNetwork, messages: Messages): number {
  const { inLow, inHigh, outLow, outHigh } = problem.bounds;
  const { toInbound, toOutbound, downArc, upArc, belief, share } = messages;
  let bound = 0;
  for (let place = core.stages.length - 1; place >= 0; place--) {
    const n = core.stages[place]!;
    const [arcsIn, arcsOut] = [core.arcsIn[n]!, core.arcsOut[n]!];
    const [inFirst, inLast] = [inLow[n]!, inHigh[n]!];
    const [outFirst, outLast] = [outLow[n]!, outHigh[n]!];
    gather(belief, core.byOutbound[n]!, arcsOut, upArc, toOutbound[n]!, outFirst, outLast);
    bound += level(belief, outFirst, outLast);
    withhold(share, belief, arcsOut.length, toOutbound[n]!, outFirst, outLast);
    leastOverOutbound(problem, n, share, toInbound[n]!);
    bound += level(toInbound[n]!, inFirst, inLast);

    gather(belief, core.byInbound[n]!, arcsIn, downArc, toInbound[n]!, inFirst, inLast);
    bound += level(belief, inFirst, inLast);
    for (const arc of arcsIn) {
      withhold(share, belief, arcsIn.length, downArc[arc]!, inFirst, inLast);
      leastWaitFrom(problem, arc, share, upArc[arc]!);
      const supplier = problem.network.from[arc]!;
      bound += level(upArc[arc]!, outLow[supplier]!, outHigh[supplier]!);
    }
  }
  return bound;
}

/** Sums what is known of a time: its own function, the messages of its arcs and of its stage. */
export function gather(
  belief: Float64Array,
  own: Float64Array,
  arcs: readonly number[],
  told: readonly Float64Array[],
  stageTold: Float64Array | undefined,
  first: number,
  last: number,
): void {
  for (let k = first; k <= last; k++) belief[k] = own[k]!;
  if (stageTold !== undefined) for (let k = first; k <= last; k++) belief[k]! += stageTold[k]!;
  for (const arc of arcs) {
    const message = told[arc]!;
    for (let k = first; k <= last; k++) belief[k]! += message[k]!;
  }
}

/** What a time passes on through one relation: its share of the belief without what came from there. */
function withhold(
  share: Float64Array,
  belief: Float64Array,
  relations: number,
  told: Float64Array,
  first: number,
  last: number,
): void {
  const part = 1 / Math.max(relations, 1);
  for (let k = first; k <= last; k++) share[k] = part * belief[k]! - told[k]!;
}

/** Lowers a function so that its least value is 0, and returns by how much. */
function level(values: Float64Array, first: number, last: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let k = first; k <= last; k++) if (values[k]! < least) least = values[k]!;
  for (let k = first; k <= last; k++) values[k]! -= least;
  return least;
}
