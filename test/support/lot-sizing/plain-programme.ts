import type { OrderProblem } from "../../../src/inventory/lot-sizing/cheapest-orders.js";

/**
 * The programme of Wagner and Whitin as they wrote it, in O(n²): for each period of an order, all
 * periods to which it may last.
 *
 * @param problem - figures that plain numbers hold exactly
 * @returns the periods of the orders; of equal plans the one with the latest last order, and so on
 */
export function plainProgramme({ needs, setups, prices }: OrderProblem<number>): number[] {
  const periods = needs.length;
  const cost = new Float64Array(periods + 1).fill(Number.POSITIVE_INFINITY);
  const lastOrder = new Int32Array(periods + 1);
  cost[0] = 0;
  for (let order = 0; order < periods; order++) {
    const price = prices[order]!;
    let total = cost[order]! + setups[order]!;
    // An order in front of periods without need has nothing to cover there yet.
    let end = order;
    while (end < periods && needs[end] === 0) end++;
    if (end > order && cost[order]! <= cost[order + 1]!) {
      cost[order + 1] = cost[order]!;
      lastOrder[order + 1] = lastOrder[order]!;
    }
    for (; end < periods; end++) {
      total += price * needs[end]!;
      if (total <= cost[end + 1]!) {
        cost[end + 1] = total;
        lastOrder[end + 1] = order;
      }
    }
  }
  const orders: number[] = [];
  for (let end = periods; end > 0; ) {
    if (needs[end - 1] === 0) {
      end -= 1;
      continue;
    }
    orders.push(lastOrder[end]!);
    end = lastOrder[end]!;
  }
  return orders.reverse();
}
