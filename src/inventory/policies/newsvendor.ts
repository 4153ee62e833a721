import { readArgument, refuse, show } from "../argument.js";
import { finite } from "../finite.js";
import { anyNumber, positive } from "../number-argument.js";
import { type Demand, type DemandModel, demandOver, readDemand } from "./demand.js";

/** One purchase for one season. */
export interface NewsvendorInput {
  /** The demand of the season. */
  readonly demand: Demand;
  /** What a unit costs that is left over: its price less what it still brings (h, cₒ). */
  readonly overageCost: number;
  /** What a unit costs that is wanted and not there: the margin lost (p, cᵤ). */
  readonly underageCost: number;
}

/** What a quantity costs and achieves. */
export interface NewsvendorCost {
  /** Expected cost of what is left over and what is short. */
  readonly cost: number;
  /** Probability that the quantity is enough. */
  readonly serviceLevel: number;
  /** Units wanted and not there, on average. */
  readonly expectedShortage: number;
  /** Units left over, on average. */
  readonly expectedLeftover: number;
}

/** The best quantity. */
export interface Newsvendor extends NewsvendorCost {
  readonly orderQuantity: number;
  /** The service level that pays: underage / (underage + overage). */
  readonly criticalRatio: number;
}

const FIELDS = { demand: readDemand, overageCost: positive, underageCost: positive };

/**
 * The quantity to buy for one season of uncertain demand, at which what is left over and what is
 * short cost least together: the least quantity that is enough with the critical ratio.
 *
 * A quantity is 0 or more. A normal demand is not cut off at 0 otherwise: where a good part of it
 * lies below, the figures count a demand below 0 as goods returned; take other probabilities.
 *
 * @param input - the demand (normal, Poisson or by probabilities), overage and underage cost of a unit
 * @returns the quantity (whole for whole demand; a normal one is not rounded), its cost and service
 * @throws PlanningInputError when a figure is missing or out of range, or probabilities do not sum to 1
 *
 * Snyder & Shen §4.3; Nahmias §5.3; Silver, Pyke & Peterson ch. 10; Hopp & Spearman §2.4.
 *
 * @example
 * ```ts
 * const demand = { distribution: "poisson", mean: 6 } as const;
 * const { orderQuantity, cost } = newsvendor({ demand, overageCost: 1, underageCost: 4 });
 * orderQuantity; // => 8
 * cost.toFixed(4); // => "3.5701"
 * ```
 */
export function newsvendor(input: NewsvendorInput): Newsvendor {
  const { demand, overageCost, underageCost } = readArgument(input, FIELDS);
  const model = demandOver(demand, 1, ["demand"]);
  // A normal demand reaches below 0, and with it the quantity that would be best; the cost of a
  // quantity rises from the best one on, so that of those that can be ordered 0 is the best then.
  const orderQuantity = Math.max(0, bestLevel(model, overageCost, underageCost));
  return finite({
    orderQuantity,
    criticalRatio: underageCost / (underageCost + overageCost),
    ...levelCost(model, orderQuantity, overageCost, underageCost),
  });
}

/**
 * What a quantity bought for one season costs and achieves, whether it is the best or not.
 *
 * @param input - as for `newsvendor`, with the quantity (whole for whole demand)
 * @returns expected cost, service level, shortage and leftover
 * @throws PlanningInputError when a figure is missing or out of range
 *
 * Snyder & Shen §4.3.
 *
 * @example
 * ```ts
 * const demand = { distribution: "normal", mean: 50, deviation: 8 } as const;
 * const input = { demand, overageCost: 0.18, underageCost: 0.7, orderQuantity: 40 };
 * newsvendorCost(input).cost.toFixed(4); // => "7.3561"
 * ```
 */
export function newsvendorCost(
  input: NewsvendorInput & { readonly orderQuantity: number },
): NewsvendorCost {
  const fields = { ...FIELDS, orderQuantity: anyNumber };
  const { demand, overageCost, underageCost, orderQuantity } = readArgument(input, fields);
  const model = demandOver(demand, 1, ["demand"]);
  checkWhole(model, orderQuantity, "orderQuantity");
  return finite(levelCost(model, orderQuantity, overageCost, underageCost));
}

/** The least level that is enough with probability under / (under + over). */
export function bestLevel(model: DemandModel, over: number, under: number): number {
  return model.level(under / (under + over), over / (under + over));
}

/** What a level costs and achieves. */
export function levelCost(
  model: DemandModel,
  level: number,
  over: number,
  under: number,
): NewsvendorCost {
  const expectedShortage = model.excess(level);
  const expectedLeftover = Math.max(0, level - model.mean + expectedShortage);
  return {
    cost: over * expectedLeftover + under * expectedShortage,
    serviceLevel: 1 - model.tail(level),
    expectedShortage,
    expectedLeftover,
  };
}

/** Refuses a fraction of a unit where demand is whole. @throws PlanningInputError */
export function checkWhole({ whole }: DemandModel, level: number, field: string): void {
  if (!whole || Number.isSafeInteger(level)) return;
  const message = `The ${field} (${show(level)}) must be whole, as the demand is.`;
  refuse("contradiction", [field], message);
}
