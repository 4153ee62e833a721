import {
  type Check,
  listOf,
  objectOf,
  oneOf,
  optional,
  type Read,
  readArgument,
} from "../../core/index.js";
import { roundingFields } from "../money/rounding.js";
import type { LedgerGrouping, LedgerKey } from "./ledger.js";
import { LEDGER_BUCKETS, type LedgerBucket } from "./ledger-bucket.js";
import { LEDGER_ACCOUNTS, type LedgerAccount } from "./posting.js";

/** All keys of postings. */
export const LEDGER_KEYS = [
  "account",
  "cause",
  "element",
  "family",
  "item",
  "site",
  "segment",
  "order",
  "supply",
  "demand",
  "supplier",
  "customer",
  "workCenter",
] as const satisfies readonly LedgerKey[];

/** How a grouping is read. */
export const groupingFields = {
  by: optional<LedgerKey[]>(listOf(oneOf(...LEDGER_KEYS)), []),
  bucket: optional<LedgerBucket>(oneOf(...LEDGER_BUCKETS)),
  accounts: optional<LedgerAccount[]>(listOf(oneOf(...LEDGER_ACCOUNTS))),
  round: optional(objectOf({ ...roundingFields, on: oneOf("postings", "total") })),
} satisfies Readonly<Record<string, Check<unknown>>>;

/** A grouping, checked. */
export type ReadGrouping = Read<typeof groupingFields>;

/**
 * Reads a grouping; a key that is named twice is named once.
 *
 * @throws PlanningInputError with every mistake
 */
export function readGrouping(grouping: LedgerGrouping): ReadGrouping {
  const read = readArgument(grouping, groupingFields);
  return { ...read, by: [...new Set(read.by)] };
}
