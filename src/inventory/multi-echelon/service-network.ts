import { acyclicOrder, type Incidence, incidence } from "./acyclic-order.js";

/**
 * A supply chain of stages in columns: stage n is what stands at place n of each.
 *
 * The cost of a stage is `weight × √(inbound + stageTime − outbound)`, its inbound service time the
 * longest outbound one of the stages before it (Graves & Willems 2000).
 */
export interface ServiceNetwork {
  readonly count: number;
  /** The stages that each arc joins: goods flow from the first to the second. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly entering: Incidence;
  readonly leaving: Incidence;
  /** Every stage behind all that it takes from. */
  readonly order: Int32Array;
  readonly stageTime: Float64Array;
  /** The whole periods of each stage time: by so much a promise can be longer than the inbound one. */
  readonly wholeTime: Int32Array;
  /** holdingCost × safetyFactor × demandDeviation. */
  readonly weight: Float64Array;
  /** What suppliers outside the chain promise. */
  readonly external: Int32Array;
  /** The longest service time that a stage may promise; {@link UNLIMITED} when nobody says. */
  readonly longestPromise: Int32Array;
}

/** No customer limits the service time of the stage. */
export const UNLIMITED = 2 ** 31 - 1;

/** Adds what follows from the arcs. The arcs must form no cycle. */
export function serviceNetwork(
  columns: Omit<ServiceNetwork, "count" | "entering" | "leaving" | "order" | "wholeTime">,
): ServiceNetwork {
  const { from, to, stageTime } = columns;
  const count = stageTime.length;
  return {
    ...columns,
    count,
    entering: incidence(count, to),
    leaving: incidence(count, from),
    order: acyclicOrder(count, from, to).order ?? new Int32Array(0),
    wholeTime: Int32Array.from(stageTime, Math.floor),
  };
}

/** Periods until everything for a stage has come through, when no stage before it holds stock. */
export function longestReplenishment(network: ServiceNetwork): Float64Array {
  const { from, entering, order, stageTime, external } = network;
  const longest = new Float64Array(network.count);
  for (const n of order) {
    let inbound = external[n]!;
    for (let k = entering.start[n]!; k < entering.start[n + 1]!; k++) {
      inbound = Math.max(inbound, longest[from[entering.arc[k]!]!]!);
    }
    longest[n] = inbound + Math.floor(stageTime[n]!);
  }
  return longest;
}
