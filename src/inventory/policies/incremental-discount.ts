import {
  cheapest,
  type DiscountCandidate,
  type QuantityDiscount,
  type QuantityDiscountInput,
  readDiscount,
} from "./quantity-discount.js";

/**
 * The order quantity that costs least when the lower price holds for the units beyond its break only.
 *
 * What the units before a break cost more acts like a fixed cost of the order; each price has its own
 * economic order quantity, which is a candidate where it lies between its break and the next. With
 * `holdingCost` instead of `holdingRate` holding does not depend on what was paid.
 *
 * @param input - fixed cost of an order, demand, price breaks, and a holding rate or cost
 * @returns the best quantity, its price (`region`, from 0), the total cost, and all candidates
 * @throws PlanningInputError when a figure is out of range, or breaks do not rise with falling prices
 *
 * Snyder & Shen §3.4.2; Nahmias §4.7.
 *
 * @example
 * ```ts
 * const { orderQuantity, region, totalCost } = incrementalDiscount({
 *   fixedCost: 150,
 *   demandRate: 2400,
 *   holdingRate: 0.25,
 *   priceBreaks: [{ from: 0, price: 100 }, { from: 300, price: 90 }, { from: 600, price: 80 }],
 * });
 * [orderQuantity.toFixed(1), region, totalCost.toFixed(2)]; // => ["1481.9", 2, "222762.81"]
 * ```
 */
export function incrementalDiscount(input: QuantityDiscountInput): QuantityDiscount {
  const { fixedCost, demandRate, priceBreaks, holdingRate, holdingCostAt } = readDiscount(input);
  const candidates: DiscountCandidate[] = [];
  let paidMore = 0; // what an order costs beyond quantity times its last price
  for (const [region, { from, price }] of priceBreaks.entries()) {
    const before = priceBreaks[region - 1];
    if (before !== undefined) paidMore += (before.price - price) * from;
    const setup = fixedCost + paidMore;
    const orderQuantity = Math.sqrt((2 * setup * demandRate) / holdingCostAt(price));
    const next = priceBreaks[region + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (orderQuantity < from || orderQuantity >= next) continue;
    const holding = holdingCostAt(price) * orderQuantity + (holdingRate ?? 0) * paidMore;
    const totalCost = demandRate * price + (setup * demandRate) / orderQuantity + holding / 2;
    candidates.push({ orderQuantity, region, totalCost });
  }
  return cheapest(candidates);
}
