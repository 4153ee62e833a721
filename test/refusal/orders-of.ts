import type { Plan } from "../../src/index.js";

/** What a plan orders, in a line each. */
export function ordersOf(plan: Plan): string[] {
  return [...plan.orders].map(
    ({ item, quantity, start, due }) => `${item} ${quantity} ${start} ${due}`,
  );
}
