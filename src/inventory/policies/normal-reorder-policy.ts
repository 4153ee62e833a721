import { readArgument, refuse } from "../argument.js";
import {
  standardLevel,
  standardLoss,
  standardQuantile,
  standardTailQuantile,
} from "../distributions/standard-normal.js";
import { finite } from "../finite.js";
import { deviationOr, fraction, nonNegative, positive } from "../number-argument.js";

/** Stock under continuous review with normal demand in the lead time. */
export interface NormalReorderInput {
  /** Units needed in one unit of time (λ). */
  readonly demandRate: number;
  /** Cost of placing one order (K). */
  readonly fixedCost: number;
  /** Cost of holding one unit for one unit of time (h). */
  readonly holdingCost: number;
  /** Mean demand from an order to its arrival. */
  readonly leadTimeDemandMean: number;
  /** Its standard deviation, above 0. */
  readonly leadTimeDemandDeviation: number;
}

/** A reorder point and an order quantity, neither rounded. */
export interface ReorderPolicy {
  readonly reorderPoint: number;
  readonly orderQuantity: number;
  /** The reorder point less the mean demand of the lead time. */
  readonly safetyStock: number;
}

const FIELDS = {
  demandRate: positive,
  fixedCost: positive,
  holdingCost: positive,
  leadTimeDemandMean: nonNegative,
  leadTimeDemandDeviation: deviationOr(
    "for demand that never varies take economicOrderQuantity, and leadTimeDemandMean as the reorder point",
  ),
};

/**
 * Reorder point and order quantity with nearly the least cost when each unit short costs a fixed
 * amount: the expected-inventory-level approximation, which takes the stock on average to be safety
 * stock and half the quantity.
 *
 * Q = √(2λ(K + p n(r)) / h) and 1 − F(r) = Q h / (p λ) are solved in turn, until both hold.
 *
 * @param input - demand, costs of an order and of holding, demand of the lead time, and the cost of
 *   one unit short (`stockoutCost`, not per time)
 * @returns reorder point, quantity, safety stock, and the cost in one unit of time
 * @throws PlanningInputError when a figure is out of range, or a stockout costs so little that being
 *   short would always pay
 *
 * Snyder & Shen §5.3; Nahmias §5.4; Hadley & Whitin §4.2.
 *
 * @example
 * ```ts
 * const { reorderPoint, orderQuantity, cost } = expectedInventoryReorderPolicy({
 *   demandRate: 200,
 *   fixedCost: 50,
 *   holdingCost: 2,
 *   stockoutCost: 25,
 *   leadTimeDemandMean: 100,
 *   leadTimeDemandDeviation: 25,
 * });
 * [reorderPoint, orderQuantity, cost].map(Math.round); // => [143, 111, 307]
 * ```
 */
export function expectedInventoryReorderPolicy(
  input: NormalReorderInput & { readonly stockoutCost: number },
): ReorderPolicy & { readonly cost: number } {
  const read = readArgument(input, { ...FIELDS, stockoutCost: positive });
  const { demandRate, fixedCost, holdingCost, stockoutCost } = read;
  const { leadTimeDemandMean: mean, leadTimeDemandDeviation: deviation } = read;
  const perUnit = stockoutCost * demandRate;
  let orderQuantity = Math.sqrt((2 * fixedCost * demandRate) / holdingCost);
  for (let turn = 0; turn < 10_000; turn++) {
    const tail = (orderQuantity * holdingCost) / perUnit;
    if (!(tail < 1)) break; // the quantity only grows, so there is no answer
    const z = standardTailQuantile(tail);
    const short = deviation * standardLoss(z);
    const next = Math.sqrt((2 * demandRate * (fixedCost + stockoutCost * short)) / holdingCost);
    const done = Math.abs(next - orderQuantity) <= 1e-13 * next;
    orderQuantity = next;
    if (!done) continue;
    const held = holdingCost * (deviation * z + orderQuantity / 2);
    const cost = held + (fixedCost * demandRate + perUnit * short) / orderQuantity;
    const safetyStock = deviation * z;
    return finite({ reorderPoint: mean + safetyStock, orderQuantity, safetyStock, cost });
  }
  const message = `The stockoutCost (${stockoutCost}) of a unit is so low that no reorder point pays. Correct it, or set a service level instead.`;
  refuse("contradiction", ["stockoutCost"], message);
}

/**
 * Reorder point and order quantity, each on its own: the economic order quantity, and the newsvendor's
 * safety stock for the lead time, with a stockout cost for each unit and unit of time.
 *
 * @param input - demand, costs of an order, of holding and of owing a unit, demand of the lead time
 * @returns reorder point, quantity and safety stock
 * @throws PlanningInputError when a figure is missing or out of range
 *
 * Snyder & Shen §5.3 (EOQ with safety stock); Zheng 1992 bounds what it costs more.
 *
 * @example
 * ```ts
 * const { reorderPoint, orderQuantity } = economicReorderPolicy({
 *   demandRate: 1300,
 *   fixedCost: 8,
 *   holdingCost: 0.225,
 *   stockoutCost: 7.5,
 *   leadTimeDemandMean: 108.3,
 *   leadTimeDemandDeviation: 43.3,
 * });
 * [reorderPoint.toFixed(1), orderQuantity.toFixed(1)]; // => ["190.3", "304.0"]
 * ```
 */
export function economicReorderPolicy(
  input: NormalReorderInput & { readonly stockoutCost: number },
): ReorderPolicy {
  const { stockoutCost, ...read } = readArgument(input, { ...FIELDS, stockoutCost: positive });
  const both = read.holdingCost + stockoutCost;
  const z = standardLevel(stockoutCost / both, read.holdingCost / both);
  return finite(atEconomicQuantity(read, z));
}

/**
 * The economic order quantity, with the reorder point at which a cycle ends without a shortage in a
 * given share of the cycles (type 1 service).
 *
 * @param input - demand, costs of an order and of holding, demand of the lead time, and the service
 *   level, above 0 and below 1
 * @returns reorder point, quantity and safety stock
 * @throws PlanningInputError when a figure is missing or out of range
 *
 * Nahmias §5.5; Silver, Pyke & Peterson §7.
 *
 * @example
 * ```ts
 * const { reorderPoint, orderQuantity } = cycleServiceReorderPolicy({
 *   demandRate: 200,
 *   fixedCost: 50,
 *   holdingCost: 2,
 *   leadTimeDemandMean: 100,
 *   leadTimeDemandDeviation: 25,
 *   serviceLevel: 0.98,
 * });
 * [reorderPoint.toFixed(1), orderQuantity]; // => ["151.3", 100]
 * ```
 */
export function cycleServiceReorderPolicy(
  input: NormalReorderInput & { readonly serviceLevel: number },
): ReorderPolicy {
  const { serviceLevel, ...read } = readArgument(input, { ...FIELDS, serviceLevel: fraction });
  return finite(atEconomicQuantity(read, standardQuantile(serviceLevel)));
}

function atEconomicQuantity(
  {
    demandRate,
    fixedCost,
    holdingCost,
    leadTimeDemandMean,
    leadTimeDemandDeviation,
  }: NormalReorderInput,
  z: number,
): ReorderPolicy {
  const safetyStock = z * leadTimeDemandDeviation;
  return {
    reorderPoint: leadTimeDemandMean + safetyStock,
    orderQuantity: Math.sqrt((2 * fixedCost * demandRate) / holdingCost),
    safetyStock,
  };
}
