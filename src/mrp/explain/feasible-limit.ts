/** What set a day: what a need waits for at last (K47). */
export const LIMIT = {
  /** Nothing above its own lead time from T0. */
  own: 0,
  /** A planned order, of this item or, for a co-product, of another. */
  order: 1,
  /** A firm order. */
  firm: 2,
  /** An open supply that comes when it comes. */
  supply: 3,
  stock: 4,
  /** Nothing covers it. */
  uncovered: 5,
} as const;

/** What set a day, and which of its kind it is. */
export interface Limit {
  /** See {@link LIMIT}. */
  readonly kind: number;
  readonly point: number;
  /** The row of a planned order, or of a supply; of stock the day on which it counts. */
  readonly row: number;
  readonly repeat: number;
}
