/**
 * Bulk rows as columns, all of one length: what a host that already holds numbers can hand over
 * without writing a million objects.
 */
export interface PlacedColumns {
  /** The number of the item in `input.items`, from 0. */
  readonly item: Int32Array;
  /** The number of the site in `input.sites`, from 0; may be left out with one site. */
  readonly site?: Int32Array;
  /** Days since 1970-01-01. */
  readonly day: Int32Array;
  /** Counts of 10^-decimals of the item, 0 to 2^53 − 1. */
  readonly quantity: Float64Array;
}

/** Demands, open purchases and stock as columns, each instead of the rows of that name. */
export interface PlanningColumns {
  /** Orders; `day` is the due day. The id of a row is its number as text. */
  readonly demands?: PlacedColumns;
  /** Open purchases; `day` is the due day. The id of a row is its number as text. */
  readonly supplies?: PlacedColumns & {
    /** 1: the supply is never proposed to move. */
    readonly frozen?: Uint8Array;
  };
  /** Available stock; `day` is the day from which it counts. Quantities may be negative. */
  readonly stock?: PlacedColumns;
}
