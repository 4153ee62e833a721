import { type Arithmetic, BIGINTS, NUMBERS } from "./amount.js";
import { Envelope } from "./envelope.js";

/** When to order, at any costs. One entry a period; all amounts are whole. */
export interface OrderProblem<Amount> {
  /** What is needed, in counts, 0 or more. */
  readonly needs: readonly Amount[];
  /** What an order costs, 0 or more. */
  readonly setups: readonly Amount[];
  /**
   * What a count costs that is ordered in a period: its price and holding it until some period that
   * is the same for all, 0 or more. With the same unit cost it falls from period to period by the holding cost.
   */
  readonly prices: readonly Amount[];
}

/**
 * Finds the periods of the orders that cover every need in time at the least cost.
 *
 * Of plans that cost the same it is the one whose last order is latest, then whose last but one is,
 * and so on. An order always has something to cover.
 *
 * @param problem - with figures of which {@link isExact} holds
 * @returns the periods, first to last
 *
 * Source: rule L11; H. M. Wagner and T. M. Whitin, "Dynamic version of the economic lot size model",
 * Management Science 5 (1958), in O(n log n) by the {@link Envelope}.
 */
export function cheapestOrders(problem: OrderProblem<number>): number[] {
  return solve(problem, NUMBERS);
}

/** The same over bigints, exact at any size. */
export function cheapestOrdersWide(problem: OrderProblem<bigint>): number[] {
  // See Arithmetic: the one solution runs over both.
  const asNumbers = <T>(amounts: unknown): T => amounts as T;
  return solve(asNumbers(problem), asNumbers(BIGINTS));
}

/**
 * Whether numbers hold every figure on the way exactly.
 *
 * @param total - the sum of all needs
 * @param setups - the sum of all setup costs
 * @param price - the largest price
 */
export function isExact(total: number, setups: number, price: number): boolean {
  return setups + 2 * total * price <= Number.MAX_SAFE_INTEGER;
}

/**
 * What the needs before period t cost at least is the lowest of lines in the sum of these needs, one
 * for each period j of a last order:
 *
 *     cost(t) = min over j < t of cost(j) + setup(j) + price(j) × (sum(t) − sum(j))
 */
function solve(problem: OrderProblem<number>, arithmetic: Arithmetic<number>): number[] {
  const { needs, setups, prices } = problem;
  const { zero } = arithmetic;
  const base: number[] = [];
  const lastOrder: number[] = [];
  const envelope = new Envelope(base, prices, arithmetic);
  let sum = zero;
  let cost = zero;
  for (let period = 0; period < needs.length; period++) {
    base.push(cost + setups[period]! - prices[period]! * sum);
    envelope.insert(period, sum);
    const need = needs[period]!;
    if (need !== zero) {
      sum += need;
      const order = envelope.lowestAt(sum);
      cost = base[order]! + prices[order]! * sum;
      lastOrder.push(order);
    } else lastOrder.push(-1);
  }
  return backwards(lastOrder);
}

/** Follows the last orders from the end; a period without need (−1) has those of the one before. */
function backwards(lastOrder: readonly number[]): number[] {
  const orders: number[] = [];
  for (let period = lastOrder.length - 1; period >= 0; period--) {
    const order = lastOrder[period]!;
    if (order < 0) continue;
    orders.push(order);
    period = order;
  }
  return orders.reverse();
}
