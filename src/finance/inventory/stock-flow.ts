/** What a unit cost is not: nobody knows it. */
export const UNKNOWN = -1;

/** What comes into the stock of a stocking point and leaves it, in the order in which that happens. */
export interface StockFlow {
  readonly count: number;
  /** Which movement a row is of; the last unit of a receipt may be a row of its own. */
  readonly movement: Int32Array;
  /** Since 1970-01-01. */
  readonly day: Int32Array;
  /** Counts of 10^-decimals: above 0 in, below 0 out. */
  readonly quantity: Float64Array;
  /** Of what comes in, the number of what a stock unit of it costs. */
  readonly cost: Int32Array;
}
