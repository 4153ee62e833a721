import { optional, readArgument } from "../argument.js";
import { finite } from "../finite.js";
import { anyNumber, nonNegative, positive } from "../number-argument.js";
import { type Demand, type DemandModel, demandOver, readDemand } from "./demand.js";
import { bestLevel, checkWhole, levelCost } from "./newsvendor.js";

/** Stock that is filled up to one level in every period; what is short is delivered later. */
export interface BaseStockInput {
  /** The demand of one period. */
  readonly demand: Demand;
  /** Whole or broken periods from an order to its arrival, 0 when left out. */
  readonly leadTime?: number | undefined;
  /** Cost of holding one unit for one period (h). */
  readonly holdingCost: number;
  /** Cost of owing one unit for one period (p). */
  readonly stockoutCost: number;
}

/** What a level costs in a period and achieves. */
export interface BaseStockCost {
  /** Expected cost of holding and owing in a period. */
  readonly cost: number;
  /** Probability that a period ends without anything owed. */
  readonly serviceLevel: number;
  /** Units owed at the end of a period, on average. */
  readonly expectedBackorders: number;
  /** Units in stock at the end of a period, on average. */
  readonly expectedInventory: number;
  /** The level less the mean demand of lead time and one period. */
  readonly safetyStock: number;
}

/** The best level. */
export interface BaseStock extends BaseStockCost {
  readonly baseStockLevel: number;
  /** The service level that pays: stockout / (stockout + holding). */
  readonly criticalRatio: number;
}

const FIELDS = {
  demand: readDemand,
  leadTime: optional(nonNegative, 0),
  holdingCost: positive,
  stockoutCost: positive,
};

/**
 * The base stock level, up to which stock on hand and on order is filled in every period, with the
 * least cost of holding and owing: the newsvendor's quantity for lead time and one period.
 *
 * With a normal demand, which reaches below 0, the level may be below 0 too: an order is placed only
 * when so much is owed.
 *
 * @param input - the demand of a period, lead time, holding and stockout cost of a unit and period
 * @returns the level (whole for whole demand; a normal one is not rounded), its cost and service
 * @throws PlanningInputError when a figure is missing or out of range
 *
 * Snyder & Shen §4.3.4; Zipkin §6.2; Hopp & Spearman §2.4.
 *
 * @example
 * ```ts
 * const demand = { distribution: "normal", mean: 50, deviation: 8 } as const;
 * const input = { demand, leadTime: 4, holdingCost: 0.18, stockoutCost: 0.7 };
 * baseStock(input).baseStockLevel.toFixed(2); // => "264.77"
 * ```
 */
export function baseStock(input: BaseStockInput): BaseStock {
  const { demand, leadTime, holdingCost, stockoutCost } = readArgument(input, FIELDS);
  const model = demandOver(demand, leadTime + 1, ["leadTime"]);
  const baseStockLevel = bestLevel(model, holdingCost, stockoutCost);
  return finite({
    baseStockLevel,
    criticalRatio: stockoutCost / (stockoutCost + holdingCost),
    ...costOf(model, baseStockLevel, holdingCost, stockoutCost),
  });
}

/**
 * What a base stock level costs and achieves, whether it is the best or not.
 *
 * @param input - as for `baseStock`, with the level (whole for whole demand)
 * @returns expected cost, service, backorders and stock of a period
 * @throws PlanningInputError when a figure is missing or out of range
 *
 * Snyder & Shen §4.3.4.
 *
 * @example
 * ```ts
 * const demand = { distribution: "normal", mean: 50, deviation: 8 } as const;
 * const input = { demand, leadTime: 4, holdingCost: 0.18, stockoutCost: 0.7, baseStockLevel: 180 };
 * baseStockCost(input).cost.toFixed(4); // => "49.0002"
 * ```
 */
export function baseStockCost(
  input: BaseStockInput & { readonly baseStockLevel: number },
): BaseStockCost {
  const fields = { ...FIELDS, baseStockLevel: anyNumber };
  const { demand, leadTime, ...rest } = readArgument(input, fields);
  const model = demandOver(demand, leadTime + 1, ["leadTime"]);
  checkWhole(model, rest.baseStockLevel, "baseStockLevel");
  return finite(costOf(model, rest.baseStockLevel, rest.holdingCost, rest.stockoutCost));
}

function costOf(
  model: DemandModel,
  level: number,
  holdingCost: number,
  stockoutCost: number,
): BaseStockCost {
  const found = levelCost(model, level, holdingCost, stockoutCost);
  return {
    cost: found.cost,
    serviceLevel: found.serviceLevel,
    expectedBackorders: found.expectedShortage,
    expectedInventory: found.expectedLeftover,
    safetyStock: level - model.mean,
  };
}
