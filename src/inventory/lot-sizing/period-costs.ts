import { addRatios, type Ratio } from "../../core/index.js";
import { cheapestOrders, cheapestOrdersWide, isExact } from "./cheapest-orders.js";
import { wholeParts } from "./whole-parts.js";

/** Costs that may differ from period to period, in whole numbers of one small part of the money. */
export interface PeriodCosts {
  /** One order, by period. */
  readonly setups: readonly bigint[];
  /** One count ordered in a period and held to the end of the last one, above the least such price. */
  readonly prices: readonly bigint[];
}

/**
 * Scales the costs of all periods to whole numbers.
 *
 * Each count is bought once, so that what all prices share changes no choice and is left out.
 *
 * @param setup - money for one order, by period
 * @param holding - money for one count in stock over the period, by period
 * @param unit - money for one count, by period
 */
export function periodCosts(
  setup: readonly Ratio[],
  holding: readonly Ratio[],
  unit: readonly Ratio[],
): PeriodCosts {
  const prices: Ratio[] = [];
  let held: Ratio = { num: 0n, den: 1n };
  for (let period = setup.length - 1; period >= 0; period--) {
    held = addRatios(held, holding[period]!);
    prices.push(addRatios(held, unit[period]!));
  }
  const whole = wholeParts([...setup, ...prices.reverse()]);
  const wholePrices = whole.slice(setup.length);
  let least = wholePrices[0]!;
  for (const price of wholePrices) if (price < least) least = price;
  return {
    setups: whole.slice(0, setup.length),
    prices: wholePrices.map((price) => price - least),
  };
}

/**
 * Finds the periods of the orders that cover all needs from a period on at the least cost, as
 * {@link cheapestOrders} does.
 *
 * @param needs - the net requirement of each period, in counts
 * @param from - the first period that is looked at
 */
export function cheapestPeriodsAt(
  needs: readonly number[],
  from: number,
  costs: PeriodCosts,
): number[] {
  const rest = needs.slice(from);
  const setups = costs.setups.slice(from);
  const prices = costs.prices.slice(from);
  const total = rest.reduce((sum, need) => sum + need, 0);
  const allSetups = Number(setups.reduce((sum, setup) => sum + setup, 0n));
  const largest = Math.max(...prices.map(Number));
  const orders = isExact(total, allSetups, largest)
    ? cheapestOrders({ needs: rest, setups: setups.map(Number), prices: prices.map(Number) })
    : cheapestOrdersWide({ needs: rest.map(BigInt), setups, prices });
  return orders.map((order) => from + order);
}
