import {
  cheapest,
  type DiscountCandidate,
  type QuantityDiscount,
  type QuantityDiscountInput,
  readDiscount,
} from "./quantity-discount.js";

/**
 * The order quantity that costs least when a larger order makes every unit of it cheaper.
 *
 * Each price has one candidate: its economic order quantity, or its break where that is more. A
 * price whose economic order quantity reaches the next break has none, since the same quantity is
 * cheaper there.
 *
 * @param input - fixed cost of an order, demand, price breaks, and a holding rate or cost
 * @returns the best quantity, its price (`region`, from 0), the total cost, and all candidates
 * @throws PlanningInputError when a figure is out of range, or breaks do not rise with falling prices
 *
 * Snyder & Shen §3.4.1; Nahmias §4.7; Silver, Pyke & Peterson §5.4.
 *
 * @example
 * ```ts
 * const { orderQuantity, totalCost, candidates } = allUnitsDiscount({
 *   fixedCost: 49,
 *   demandRate: 5000,
 *   holdingRate: 0.2,
 *   priceBreaks: [{ from: 0, price: 5 }, { from: 1000, price: 4.8 }, { from: 2000, price: 4.75 }],
 * });
 * [orderQuantity, totalCost]; // => [1000, 24725]
 * candidates.map((candidate) => candidate.orderQuantity); // => [700, 1000, 2000]
 * ```
 */
export function allUnitsDiscount(input: QuantityDiscountInput): QuantityDiscount {
  const { fixedCost, demandRate, priceBreaks, holdingCostAt } = readDiscount(input);
  const candidates: DiscountCandidate[] = [];
  for (const [region, { from, price }] of priceBreaks.entries()) {
    const holding = holdingCostAt(price);
    const economic = Math.sqrt((2 * fixedCost * demandRate) / holding);
    if (economic >= (priceBreaks[region + 1]?.from ?? Number.POSITIVE_INFINITY)) continue;
    const orderQuantity = Math.max(from, economic);
    const ordering = (fixedCost * demandRate) / orderQuantity;
    const totalCost = demandRate * price + ordering + (holding * orderQuantity) / 2;
    candidates.push({ orderQuantity, region, totalCost });
  }
  return cheapest(candidates);
}
