/** From what a need comes. */
export const NEED_KIND = {
  /** Stock that is negative at T0, to be made good before all else. */
  negativeStock: 0,
  allocation: 1,
  /** A component still to be issued to a released order. */
  component: 2,
  demand: 3,
  /** A planned order, or the equal orders of a row. */
  order: 4,
  /** A firm order. */
  firm: 5,
} as const;

/** From where something comes that covers needs. */
export const SUPPLY_KIND = {
  stock: 0,
  /** An open supply, firm orders included. */
  supply: 1,
  /** What comes with a planned order of another item (B4). */
  coProduct: 2,
  /** What comes with a firm order of another item. */
  coProductOfFirm: 3,
  /** A planned order, or the equal orders of a row. */
  order: 4,
} as const;

/** What is in no peg, in place of the number of a need (P1). */
export const REST = {
  safetyStock: -1,
  targetLevel: -2,
  lotSurplus: -3,
  excess: -4,
  expired: -5,
} as const;

/** In place of the number of a supply: nothing covers the need. */
export const UNCOVERED = -1;

/** The needs of a stocking point within the horizon, in the order of T2 (K12). */
export interface NeedColumns {
  readonly count: number;
  /** The day netted, from T0. */
  readonly day: Int32Array;
  /** In counts; of all equal orders together. */
  readonly quantity: Float64Array;
  /** See {@link NEED_KIND}. */
  readonly kind: Uint8Array;
  /**
   * The row of a demand or allocation, the number of a component to be issued, the row of a planned
   * order, or the supply of a firm one.
   */
  readonly row: Int32Array;
  /** The link over which it comes; else −1 − the stocking point from which it comes. */
  readonly link: Int32Array;
  /** The first of the equal orders of its row, and how many they are; `undefined`: 0 and 1. */
  readonly repeat: Int32Array | undefined;
  readonly times: Int32Array | undefined;
  /** The day before safety time and the offset, where the link does not say them. */
  readonly ownDay: Int32Array | undefined;
  readonly offset: Int32Array | undefined;
}

/** What covers the needs of a stocking point, by the day on which it is there as planned (K48). */
export interface SupplyColumns {
  readonly count: number;
  readonly day: Int32Array;
  /** In counts; of all equal orders together. */
  readonly quantity: Float64Array;
  /** See {@link SUPPLY_KIND}. */
  readonly kind: Uint8Array;
  /** The row of an open supply or planned order; of a co-product that of its order; −1 of stock. */
  readonly row: Int32Array;
  /** Of a co-product the stocking point of its order. */
  readonly from: Int32Array;
  /** `undefined`: nothing expires. */
  readonly expires: Int32Array | undefined;
}

/**
 * The pegs of a stocking point, by need, then supply; after them what no need takes, by supply. The
 * quantity of a supply goes to its pegs from the front, in this order (P1).
 */
export interface PointPegs {
  readonly point: number;
  readonly needs: NeedColumns;
  readonly supplies: SupplyColumns;
  readonly count: number;
  /** The number of the need, or a {@link REST}. */
  readonly need: Int32Array;
  /** The number of the supply, or {@link UNCOVERED}. */
  readonly supply: Int32Array;
  readonly quantity: Float64Array;
}
