import { parseRatio, type Ratio } from "../../core/index.js";
import type { OpenProduction, PlannedOrder } from "../../mrp/index.js";
import { type Routing, type TimedOperation, timedOperations } from "../../routing/index.js";

/** What a planned order does, operation by operation (K53). */
export function timeOrder(
  { startQuantity }: PlannedOrder,
  routing: Routing,
): readonly TimedOperation[] {
  return timedOperations(routing, parseRatio(startQuantity.toFixed())!);
}

/** What is left to be done of an open production order (K53). */
export function timeSupply(
  production: OpenProduction,
  routing: Routing,
): readonly TimedOperation[] {
  const { startQuantity, startQuantityLeft, progress } = production;
  const completed = new Map<number, Ratio>();
  routing.operations.forEach(({ id }, place) => {
    const done = progress.get(id);
    if (done !== undefined) completed.set(place, done);
  });
  return timedOperations(routing, startQuantity, { remaining: { startQuantityLeft, completed } });
}
