import type { Decimal } from "../../core/index.js";
import type { AccountId, CrmOrderId, OpportunityId, ProductId, QuoteId } from "../schema/index.js";
import type { RecordReference } from "./record-reference.js";

/** Why a record of a deal counts, or does not. */
export type DealState =
  | "counts"
  | "superseded"
  | "draft"
  | "expired"
  | "rejected"
  | "cancelled"
  | "lost"
  | "closed";

/** A record of a deal, and what has become of it. */
export interface DealStep extends RecordReference {
  readonly state: DealState;
  /** The record that took its place or ended it; `null` where it is its own state. */
  readonly by: RecordReference | null;
}

/** A line of the records at which a deal stands. */
export interface DealLine extends RecordReference {
  readonly line: string;
  readonly product: ProductId;
  /** As the record says it, before any policy. */
  readonly quantity: Decimal;
  /** What of it is shipped already. */
  readonly shipped: Decimal;
  /** Exact text such as `"0.25"` or `"1/3"`; `null` where no record says it, and of an order. */
  readonly probability: string | null;
}

/** One deal, from its opportunity by its quotes to its orders. */
export interface DealThread {
  /** The JSON text of `[list, id]` of the record with which it begins. */
  readonly id: string;
  readonly account: AccountId;
  readonly opportunity: OpportunityId | null;
  /** By version, then id. */
  readonly quotes: readonly QuoteId[];
  readonly orders: readonly CrmOrderId[];
  /** The farthest live step; `"none"`: nothing of it is live, though nobody lost it. */
  readonly standsAt: "opportunity" | "quote" | "order" | "closed" | "lost" | "none";
  /** The records whose lines count. */
  readonly counts: readonly RecordReference[];
  /** Every record of it. */
  readonly steps: readonly DealStep[];
  /** The lines of the records that count. */
  readonly lines: readonly DealLine[];
}
