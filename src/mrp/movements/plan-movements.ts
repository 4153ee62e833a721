import type { Day } from "../../core/index.js";
import type { Routing } from "../../routing/index.js";
import type { StockingPoint } from "../plan/stocking-points.js";
import type { DemandMovementColumns } from "./demand-movement-columns.js";
import type { LaterMovement } from "./later-movements.js";
import type { MovementSource } from "./movement-source.js";
import type { OrderMovementColumns } from "./order-movement-columns.js";
import type { StockMovementColumns } from "./stock-movement-columns.js";
import type { SupplyMovementColumns } from "./supply-movement-columns.js";

/**
 * What moves in a plan, stocking point by stocking point, as columns: what `stock` and `orders` give
 * holds until they are called again. Stocking points go by their number in `stockingPoints(plan)`.
 */
export interface PlanMovements {
  readonly startDay: Day;
  /** The day after the horizon. */
  readonly endDay: Day;
  readonly pointCount: number;
  readonly supplies: SupplyMovementColumns;
  readonly demands: DemandMovementColumns;
  /** @param n - the number of a stocking point, here and below */
  point(n: number): StockingPoint;
  /** Those of its item: a count is 10^-decimals of a stock unit. */
  decimals(n: number): number;
  /** All that comes into and leaves its stock, in no order. */
  stock(n: number): StockMovementColumns;
  /** Its planned orders. */
  orders(n: number): OrderMovementColumns;
  /**
   * What some open supplies take of stock and bring to it after the horizon; in no plan (N12, K35).
   *
   * @param supplies - their places in `plan.supplies`
   */
  later(supplies: ReadonlySet<number>): readonly LaterMovement[];
  /** What of its stock and open supply nothing within the horizon needs, in counts (K49). */
  excess(n: number): number;
  /** How many sources it has. */
  sourceCount(n: number): number;
  /** @param source - its number as `orders(n).source` gives it */
  source(n: number, source: number): MovementSource;
  /**
   * How an order of a source is made that starts on a day (K52); `undefined` for what is not made, or has no
   * routing.
   *
   * @param start - in the plan, as a day since 1970-01-01
   */
  routing(n: number, source: number, start: Day): Routing | undefined;
  /** The id of a planned order (R3). @param place - in `plan.orders` */
  orderId(place: number): string;
}
