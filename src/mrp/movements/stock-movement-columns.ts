/**
 * What stands in {@link StockMovementColumns.kind}: by what something comes into stock, or goes out.
 *
 * - `opening`: what counts at the planning start, below 0 where stock is; `release`: stock that counts
 * only from a later day on; `expiry`: what leaves because it expires
 * - `order`, `supply`: a planned order, an open supply that comes in
 * - `coProduct`, `coProductOfSupply`: what comes with a planned order, a firm supply of another item
 * - `demand`, `allocation`: what a demand takes, what is promised
 * - `issue`, `issueToSupply`: a component for a planned order, for an open supply
 * - `transferOut`, `transferOutToSupply`: what is shipped to another site for one
 */
export const STOCK_MOVEMENT_KINDS = [
  "opening",
  "release",
  "expiry",
  "order",
  "supply",
  "coProduct",
  "coProductOfSupply",
  "demand",
  "issue",
  "issueToSupply",
  "transferOut",
  "transferOutToSupply",
  "allocation",
] as const;

/** By what something comes into stock, or goes out. */
export type StockMovementKind = (typeof STOCK_MOVEMENT_KINDS)[number];

/** The place of each kind in {@link STOCK_MOVEMENT_KINDS}. */
export const STOCK_MOVEMENT = Object.fromEntries(
  STOCK_MOVEMENT_KINDS.map((kind, place) => [kind, place]),
) as Readonly<Record<StockMovementKind, number>>;

/**
 * All that comes into and leaves the stock of a stocking point, so that its sum to a day is what is in
 * stock at the end of it. Days are days since 1970-01-01, and those of orders and supplies may lie after
 * the horizon. The columns may be longer than `count`.
 */
export interface StockMovementColumns {
  readonly count: number;
  readonly day: Int32Array;
  /**
   * Counts of 10^-decimals of the item, of all equal orders together: above 0 in, below 0 out. Only what
   * is there from the start may be below 0 too.
   */
  readonly quantity: Float64Array;
  /** The place in {@link STOCK_MOVEMENT_KINDS}. */
  readonly kind: Uint8Array;
  /**
   * The place in `plan.orders` of the order that comes in, brings or takes it, of equal ones of the
   * first; in `plan.supplies` of the open supply; in `plan.demands` of the demand; else −1.
   */
  readonly row: Int32Array;
  /** For how many equal orders a row stands; `undefined`: for one each. */
  readonly times: Int32Array | undefined;
  /**
   * The stocking point of the order or open supply that takes it, or with which a co-product comes; else
   * −1. A number of `stockingPoints(plan)`.
   */
  readonly otherPoint: Int32Array;
  /** The number of that order's source among those of its stocking point; −1 of a supply, and without an order. */
  readonly otherSource: Int32Array;
  /**
   * The day on which that order or open supply is due in the plan, of `realMovements` that on which the supply
   * really comes; 0 without one.
   */
  readonly otherDue: Int32Array;
}
