import type { Decimal, Sequence } from "../../core/index.js";
import type { RoundingMode } from "../money/index.js";
import type { LedgerBucket } from "./ledger-bucket.js";
import type { MissingFigure } from "./missing-figure.js";
import type { LedgerAccount, Posting, PostingPlace } from "./posting.js";

/** By what postings are put together. */
export type LedgerKey = keyof PostingPlace | "account" | "cause" | "element" | "family";

/** How rows are rounded. */
export interface LedgerRounding {
  /** Whole 10^-decimals, 0 to 12: 2 are cents. */
  readonly decimals: number;
  /** `"halfUp"` when left out. */
  readonly mode?: RoundingMode | undefined;
  /**
   * `"postings"`: each posting is rounded, once, so that every grouping adds up to the same. `"total"`:
   * the total is rounded, of each account when rows are by account, and rows are split from it by largest
   * remainder.
   */
  readonly on: "postings" | "total";
}

/** Which rows are asked for. */
export interface LedgerGrouping<Key extends LedgerKey = LedgerKey> {
  /** All in one when left out. */
  readonly by?: readonly Key[] | undefined;
  /** No buckets when left out. */
  readonly bucket?: LedgerBucket | undefined;
  /** Only of these accounts. */
  readonly accounts?: readonly LedgerAccount[] | undefined;
  /** Exact when left out. */
  readonly round?: LedgerRounding | undefined;
}

/** Postings put together: a plain row, ready for a table. */
export type LedgerRow<Key extends LedgerKey = LedgerKey> = {
  readonly [K in Key]: string | null;
} & {
  /** The first day of the bucket; `null` without buckets. */
  readonly from: string | null;
  /** The day after the last. */
  readonly until: string | null;
  readonly amount: Decimal;
  /**
   * In stock units; `null` unless all postings are of quantities of one item. Of a difference all postings
   * of both ledgers count, also those that stand in both.
   */
  readonly quantity: Decimal | null;
};

/** A plan in money: postings, of which every figure is a sum. */
export interface Ledger {
  /** Of all amounts; `null` where nothing names one. */
  readonly currency: string | null;
  /** By day, then account, then what they are of. */
  readonly postings: Sequence<Posting>;
  /** What is not posted because something is not known. */
  readonly missing: readonly MissingFigure[];
  /**
   * Puts postings together.
   *
   * @param grouping - keys, buckets, accounts and rounding
   * @returns plain rows, by bucket, then keys; what has no such key stands under `null`
   * @throws PlanningInputError with every mistake of the grouping
   */
  group<const Key extends LedgerKey = never>(
    grouping?: LedgerGrouping<Key>,
  ): readonly LedgerRow<Key>[];
  /**
   * The postings of which a row is the sum.
   *
   * @param row - one that `group` of this ledger gave
   * @throws PlanningInputError when it is none
   */
  drill(row: object): Sequence<Posting>;
}
