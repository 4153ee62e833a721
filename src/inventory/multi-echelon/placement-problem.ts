import type { ServiceNetwork } from "./service-network.js";
import type { ServiceTimeBounds } from "./service-time-bounds.js";

/**
 * A network with the bounds of its service times. Functions of a service time are arrays by that
 * time; only the part within the bounds counts.
 */
export interface PlacementProblem {
  readonly network: ServiceNetwork;
  readonly bounds: ServiceTimeBounds;
  /** `stageCost[n][k]`: what stage n costs when k whole periods (and its broken one) are covered. */
  readonly stageCost: readonly Float64Array[];
}

/** Tabulates what each stage costs by the periods that it covers. */
export function placementProblem(
  network: ServiceNetwork,
  bounds: ServiceTimeBounds,
): PlacementProblem {
  const { stageTime, wholeTime, weight } = network;
  const stageCost = Array.from(weight, (factor, n) => {
    const broken = stageTime[n]! - wholeTime[n]!;
    const most = bounds.inHigh[n]! + wholeTime[n]! - bounds.outLow[n]!;
    return Float64Array.from({ length: most + 1 }, (_, k) => factor * Math.sqrt(k + broken));
  });
  return { network, bounds, stageCost };
}

/** For each outbound time of a stage: the least of a function of its inbound time and its own cost. */
export function leastOverInbound(
  { network, bounds, stageCost }: PlacementProblem,
  n: number,
  inbound: Float64Array,
  into: Float64Array,
): void {
  const [first, last] = [bounds.inLow[n]!, bounds.inHigh[n]!];
  const cost = stageCost[n]!;
  for (let out = bounds.outLow[n]!; out <= bounds.outHigh[n]!; out++) {
    const covered = network.wholeTime[n]! - out;
    let least = Number.POSITIVE_INFINITY;
    for (let time = Math.max(first, -covered); time <= last; time++) {
      const sum = inbound[time]! + cost[time + covered]!;
      if (sum < least) least = sum;
    }
    into[out] = least;
  }
}

/** For each inbound time of a stage: the least of a function of its outbound time and its own cost. */
export function leastOverOutbound(
  { network, bounds, stageCost }: PlacementProblem,
  n: number,
  outbound: Float64Array,
  into: Float64Array,
): void {
  const [first, last] = [bounds.outLow[n]!, bounds.outHigh[n]!];
  const cost = stageCost[n]!;
  for (let time = bounds.inLow[n]!; time <= bounds.inHigh[n]!; time++) {
    const longest = time + network.wholeTime[n]!;
    const end = Math.min(last, longest);
    let least = Number.POSITIVE_INFINITY;
    for (let out = first; out <= end; out++) {
      const sum = outbound[out]! + cost[longest - out]!;
      if (sum < least) least = sum;
    }
    into[time] = least;
  }
}

/** For each inbound time at the end of an arc: the least of a function over promises up to it. */
export function leastPromiseUpTo(
  { network, bounds }: PlacementProblem,
  arc: number,
  promise: Float64Array,
  into: Float64Array,
): void {
  const [supplier, taker] = [network.from[arc]!, network.to[arc]!];
  const last = bounds.outHigh[supplier]!;
  let out = bounds.outLow[supplier]!;
  let least = Number.POSITIVE_INFINITY;
  for (let time = bounds.inLow[taker]!; time <= bounds.inHigh[taker]!; time++) {
    for (; out <= last && out <= time; out++) if (promise[out]! < least) least = promise[out]!;
    into[time] = least;
  }
}

/** For each promise at the start of an arc: the least of a function over inbound times from it on. */
export function leastWaitFrom(
  { network, bounds }: PlacementProblem,
  arc: number,
  wait: Float64Array,
  into: Float64Array,
): void {
  const [supplier, taker] = [network.from[arc]!, network.to[arc]!];
  const first = bounds.inLow[taker]!;
  let time = bounds.inHigh[taker]!;
  let least = Number.POSITIVE_INFINITY;
  for (let out = bounds.outHigh[supplier]!; out >= bounds.outLow[supplier]!; out--) {
    for (; time >= first && time >= out; time--) if (wait[time]! < least) least = wait[time]!;
    into[out] = least;
  }
}

/** The first place of the least value from `first` to `last`. */
export function placeOfLeast(values: Float64Array, first: number, last: number): number {
  let place = first;
  for (let k = first + 1; k <= last; k++) if (values[k]! < values[place]!) place = k;
  return place;
}
