import type { ServiceNetwork } from "./service-network.js";

/** The whole periods that the inbound and the outbound service time of each stage may take. */
export interface ServiceTimeBounds {
  readonly inLow: Int32Array;
  readonly inHigh: Int32Array;
  readonly outLow: Int32Array;
  readonly outHigh: Int32Array;
}

/**
 * The bounds in which an optimum lies: no stage promises more than it can need without stock, and
 * none waits longer than for the last of what it takes in.
 */
export function widestBounds(network: ServiceNetwork): ServiceTimeBounds {
  const { count, longestPromise, external } = network;
  const bounds = {
    inLow: external.slice(),
    inHigh: new Int32Array(count),
    outLow: new Int32Array(count),
    outHigh: longestPromise.slice(),
  };
  lowerHighs(network, bounds);
  tightenBounds(network, bounds);
  return bounds;
}

/**
 * Draws bounds together until each time has a partner within the bounds of its neighbours, so that
 * every message between them is finite.
 *
 * @returns false when nothing is left
 */
export function tightenBounds(network: ServiceNetwork, bounds: ServiceTimeBounds): boolean {
  const { from, to, entering, leaving, order, wholeTime } = network;
  const { inLow, inHigh, outLow, outHigh } = bounds;
  lowerHighs(network, bounds);
  for (const n of order) {
    let low = Math.max(inLow[n]!, outLow[n]! - wholeTime[n]!);
    for (let k = entering.start[n]!; k < entering.start[n + 1]!; k++) {
      low = Math.max(low, outLow[from[entering.arc[k]!]!]!);
    }
    inLow[n] = low;
  }
  for (let place = order.length - 1; place >= 0; place--) {
    const n = order[place]!;
    for (let k = leaving.start[n]!; k < leaving.start[n + 1]!; k++) {
      outHigh[n] = Math.min(outHigh[n]!, inHigh[to[leaving.arc[k]!]!]!);
    }
    if (inLow[n]! > inHigh[n]! || outLow[n]! > outHigh[n]!) return false;
  }
  return true;
}

/**
 * A stage waits no longer than for the longest promise to it. That excludes no best solution: a
 * longer wait, and what the stage promises beyond its stage time for it, can be shortened at no cost.
 */
function lowerHighs(network: ServiceNetwork, bounds: ServiceTimeBounds): void {
  const { from, entering, order, wholeTime, external } = network;
  const { inHigh, outHigh } = bounds;
  for (const n of order) {
    let high = external[n]!;
    for (let k = entering.start[n]!; k < entering.start[n + 1]!; k++) {
      high = Math.max(high, outHigh[from[entering.arc[k]!]!]!);
    }
    inHigh[n] = high;
    outHigh[n] = Math.min(outHigh[n]!, high + wholeTime[n]!);
  }
}

/** A copy that may be tightened on its own. */
export function copyBounds(bounds: ServiceTimeBounds): ServiceTimeBounds {
  const { inLow, inHigh, outLow, outHigh } = bounds;
  return {
    inLow: inLow.slice(),
    inHigh: inHigh.slice(),
    outLow: outLow.slice(),
    outHigh: outHigh.slice(),
  };
}
