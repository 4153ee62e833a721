import type { PostingCause } from "./posting.js";

/** Of a kind of order or open supply, what a receipt comes of. */
export const RECEIPT_CAUSES = {
  make: "production",
  production: "production",
  buy: "purchase",
  purchase: "purchase",
  subcontract: "subcontract",
  transfer: "transfer",
} as const satisfies Readonly<Record<string, PostingCause>>;
