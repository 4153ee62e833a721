import type { Factor } from "./factor.js";
import type { LedgerAccount, PostingCause, PostingElement } from "./posting.js";

/** A part of an amount: so many counts, each worth so much. */
export interface LegPart {
  /** Counts of all equal orders of a row together. */
  readonly count: Float64Array;
  /** The place of what a count is worth among the factors of a batch. */
  readonly factor: number;
}

/** What is posted of every row of a batch to one account. */
export interface PostingLeg {
  readonly account: LedgerAccount;
  readonly cause: PostingCause;
  readonly element: PostingElement | null;
  readonly workCenter: string | null;
  /** `"taker"`: that of the order or supply which takes it, asked for row by row. */
  readonly supplier: string | "taker" | null;
  /** Days since 1970-01-01, and how many days later it is posted. */
  readonly day: Int32Array;
  readonly shift: number;
  /** With which sign amount and quantity are posted. */
  readonly sign: 1 | -1;
  /** Of which the amount is the sum. */
  readonly parts: readonly LegPart[];
  /** In counts of 10^-decimals of the item; `undefined`: it is of no quantity. */
  readonly quantity: Float64Array | undefined;
  /** Under which stocking point, row by row; `undefined`: that of the batch. */
  readonly point: Int32Array | undefined;
}

/** In what list a row of a batch stands. */
export type BatchOf = "order" | "supply" | "demand" | null;

/**
 * Rows of a stocking point that are posted alike: to the same accounts, at the same price. Its columns hold
 * until the next batch.
 */
export interface PostingBatch {
  readonly point: number;
  /** Rows of the columns; `undefined`: each its own. */
  readonly rows: Int32Array | undefined;
  /** From which of them on, and how many. */
  readonly first: number;
  readonly count: number;
  readonly of: BatchOf;
  /** The place in that list, of equal orders of the first. */
  readonly ref: Int32Array;
  /** For how many equal orders a row stands; `undefined`: for one. */
  readonly times: Int32Array | undefined;
  /** The number of the source of the order that takes it, or brings it, at its stocking point. */
  readonly takerSource: Int32Array | undefined;
  /** What is posted; the same list stands in many batches. */
  readonly legs: readonly PostingLeg[];
  readonly factors: readonly Factor[];
}

/** Takes batches, one after the other. */
export type BatchVisitor = (batch: PostingBatch) => void;
