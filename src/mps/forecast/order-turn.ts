import { compareText } from "../../core/index.js";
import type { CountedOrder } from "./counted-forecast.js";

/** The places of the orders that consume, in their turn: by netting day, priority, own day and id (T2). */
export function inTurn(orders: readonly CountedOrder[]): number[] {
  const turn = orders.flatMap(({ consumes, quantity, consumption = quantity }, n) =>
    consumes === false || consumption === 0 ? [] : [n],
  );
  return turn.sort((n, m) => {
    const [a, b] = [orders[n]!, orders[m]!];
    return (
      (a.netted ?? a.due) - (b.netted ?? b.due) ||
      rank(a) - rank(b) ||
      a.due - b.due ||
      compareText(a.id, b.id) ||
      n - m
    );
  });
}

/** An order without a priority comes last. */
function rank({ priority }: CountedOrder): number {
  return priority ?? Number.MAX_VALUE;
}
