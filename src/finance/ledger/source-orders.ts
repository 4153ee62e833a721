import type { MovementSource } from "../../mrp/index.js";
import type { Factor } from "./factor.js";
import type { PostingLeg } from "./posting-batch.js";
import type { PostingWalk } from "./posting-walk.js";

/** Planned orders of one source of a stocking point. */
export interface SourceOrders {
  readonly point: number;
  readonly number: number;
  readonly source: MovementSource;
  /** `undefined`: all of the point. */
  readonly rows: Int32Array | undefined;
}

/** Hands over what is posted of orders. */
export function visitOrders(
  { parts, visit }: PostingWalk,
  { point, rows }: Pick<SourceOrders, "point" | "rows">,
  legs: readonly PostingLeg[],
  factors: readonly Factor[],
): void {
  if (legs.length === 0) return;
  const { count, place, times } = parts.orders;
  visit({
    point,
    rows,
    first: 0,
    count: rows?.length ?? count,
    of: "order",
    ref: place,
    times,
    takerSource: undefined,
    legs,
    factors,
  });
}
