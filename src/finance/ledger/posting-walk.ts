import type { LedgerParts } from "./ledger-parts.js";
import type { LegLists } from "./leg-lists.js";
import type { BatchVisitor } from "./posting-batch.js";

/** What is asked of orders: their purchase, what is spent on them, what comes of them. */
export interface AskedOfOrders {
  readonly purchases: boolean;
  readonly work: boolean;
  readonly receipts: boolean;
  /** What comes of them out of work in process, too. */
  readonly jobs: boolean;
  /** Of which parts the standard cost of what comes of them consists. */
  readonly parts: boolean;
}

/** A way over all stocking points of a plan, on which postings are handed over batch by batch. */
export interface PostingWalk {
  readonly parts: LedgerParts;
  readonly asked: AskedOfOrders;
  readonly lists: LegLists;
  readonly visit: BatchVisitor;
}
