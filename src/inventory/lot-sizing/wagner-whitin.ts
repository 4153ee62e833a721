import { cheapestOrders, cheapestOrdersWide, isExact } from "./cheapest-orders.js";
import type { LookAheadRule } from "./look-ahead.js";
import type { LotCosts } from "./lot-costs.js";

/**
 * L11: covers what the first order of the cheapest plan covers, see {@link cheapestPeriods}.
 *
 * Source: H. M. Wagner and T. M. Whitin, "Dynamic version of the economic lot size model", Management
 * Science 5 (1958).
 */
export const wagnerWhitin: LookAheadRule = (needs, from, to, { costs }) => {
  const [, second = to] = cheapestPeriods(needs, from, to, costs);
  return second - from;
};

/**
 * Finds the periods of the orders that cover all needs at the least setup and holding cost.
 *
 * Of plans that cost the same it is the one whose last order is latest, then whose last but one is,
 * and so on. So the orders after the first are also the plan of what the first one leaves.
 *
 * @param needs - the net requirement of each period, in counts: whole numbers, 0 or more
 * @param from - the first period that is looked at
 * @param to - the period before which the look ahead ends
 * @param costs - of the item, see {@link lotCosts}
 * @returns the periods of the orders, first to last; each has a need
 *
 * Source: rule L11.
 */
function cheapestPeriods(
  needs: ArrayLike<number>,
  from: number,
  to: number,
  costs: LotCosts,
): number[] {
  // At the same costs in all periods an order in one without need is never better.
  const needed: number[] = [];
  let total = 0;
  for (let period = from; period < to; period++) {
    if (needs[period] === 0) continue;
    needed.push(period);
    total += needs[period]!;
  }
  const [setup, holding] = [Number(costs.setup), Number(costs.holding)];
  const orders = isExact(total, setup * needed.length, holding * (to - from))
    ? cheapestOrders({
        needs: needed.map((period) => needs[period]!),
        setups: needed.map(() => setup),
        prices: needed.map((period) => holding * (to - period)),
      })
    : cheapestOrdersWide({
        needs: needed.map((period) => BigInt(needs[period]!)),
        setups: needed.map(() => costs.setup),
        prices: needed.map((period) => costs.holding * BigInt(to - period)),
      });
  return orders.map((order) => needed[order]!);
}
