import { optional, readArgument } from "../argument.js";
import { finite } from "../finite.js";
import { wholeNumber } from "../number-argument.js";
import { readNetwork } from "./read-network.js";
import { SAME_COST } from "./search.js";
import { placementOf, type ServicePlacement } from "./service-placement.js";
import { solvePlacement } from "./solve-placement.js";
import { NETWORK_FIELDS, type ServiceNetworkInput } from "./stage-argument.js";

/** A supply chain, and how long to search. */
export interface GuaranteedServiceInput extends ServiceNetworkInput {
  /**
   * How many passes over the loops of the network the search may make; trees need none. Without it
   * 2,000, and fewer where stage times are so long, or arcs so many, that this would
   * take minutes.
   */
  readonly passes?: number | undefined;
}

/** The best placement of safety stock that was found, and how good it is at least. */
export interface GuaranteedService extends ServicePlacement {
  /** No placement costs less. */
  readonly lowerBound: number;
  /** Whether the placement is shown to be the best: its cost is the lower bound (to one in 10^9). */
  readonly exact: boolean;
  /** What each stage promises, by its id; the same as in `stages`. */
  readonly serviceTimes: Readonly<Record<string, number>>;
}

/**
 * Places safety stock in a supply chain so that it costs least and every stage can keep the service
 * time that it promises (guaranteed service).
 *
 * Each stage promises a whole number of periods to all whom it serves, waits for the longest promise
 * made to it, and keeps stock for the periods that are left: h·z·σ·√(inbound + stageTime − outbound).
 * Chains, assemblies, distributions and all other trees are solved exactly by the dynamic programme
 * of Graves and Willems. What remains of a network with loops is solved by messages between the
 * stages, which give a solution and a lower bound at once, and by branching where these do not meet.
 *
 * @param input - stages and arcs; stage times may have parts of periods, promises have not
 * @returns service times, safety stock and cost by stage, with a lower bound of the cost
 * @throws PlanningInputError when a field is wrong, when arcs form a circle or name no stage, when an
 * end stage does not say what its customers expect, or when there are too many periods to try
 *
 * S. C. Graves and S. P. Willems, M&SOM 2 (2000); the same, *Supply Chain Design: Safety Stock
 * Placement and Supply Chain Configuration* (2003); Snyder & Shen §6.3.
 *
 * @example
 * ```ts
 * const { cost, serviceTimes, exact } = guaranteedService({
 *   stages: [
 *     { id: "forming", stageTime: 1, holdingCost: 2, safetyFactor: 4, demandDeviation: 10 },
 *     { id: "firing", stageTime: 1, holdingCost: 3, safetyFactor: 4, demandDeviation: 10 },
 *     { id: "glazing", stageTime: 2, holdingCost: 4, safetyFactor: 4, demandDeviation: 10, maxServiceTime: 0 },
 *   ],
 *   arcs: [["forming", "firing"], ["firing", "glazing"]],
 * });
 * serviceTimes; // => { forming: 1, firing: 2, glazing: 0 }
 * [cost, exact]; // => [320, true]
 * ```
 */
export function guaranteedService(input: GuaranteedServiceInput): GuaranteedService {
  const { stages, arcs, passes } = readArgument(input, {
    ...NETWORK_FIELDS,
    passes: optional(wholeNumber(1, 1_000_000)),
  });
  const asked = readNetwork(stages, arcs);
  const { outbound, lowerBound } = solvePlacement(asked.network, passes);
  const placement = placementOf(asked, outbound);
  const { cost } = placement;
  const exact = cost - lowerBound <= SAME_COST * cost;
  const serviceTimes = Object.fromEntries(
    placement.stages.map(({ id, serviceTime }) => [id, serviceTime] as const),
  );
  return finite({ ...placement, lowerBound: exact ? cost : lowerBound, exact, serviceTimes });
}
