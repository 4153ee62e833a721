import type { Issue } from "../../core/index.js";
import type { CrmList } from "../schema/crm-records.js";

/** Everything that can be wrong with records. */
export type CrmIssueCode =
  | "missingField"
  | "unknownField"
  | "invalidType"
  | "invalidDate"
  | "invalidQuantity"
  | "tooFine"
  | "outOfRange"
  | "duplicateId"
  | "unknownId"
  | "unknownUnit"
  | "contradiction"
  | "quantityOverflow"
  | "noRate"
  | "wonWithoutOrder"
  | "twoOrdersForQuote"
  | "wrongAccount"
  | "leftOut"
  | "moreMistakes";

/** A record, by its list and id. */
export interface CrmRecordRef {
  readonly list: CrmList;
  readonly id: string;
}

/** One mistake of records: what, where, and of which record. */
export interface CrmIssue extends Issue<CrmIssueCode> {
  /** The record; `null` where what is wrong has no id, or is no record. */
  readonly record: CrmRecordRef | null;
}
