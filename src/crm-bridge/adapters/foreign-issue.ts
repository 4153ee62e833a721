import type { Issue } from "../../core/index.js";
import type { CrmIssueCode } from "../records/issue.js";
import type { CrmRecordsInput } from "../schema/crm-records.js";

/** A record of another system: the list in which it was given, and its id there. */
export interface ForeignRecordRef {
  readonly list: string;
  readonly id: string;
}

/** One mistake of foreign records: what, where, and of which record. */
export interface ForeignIssue extends Issue<CrmIssueCode> {
  /** The record; `null` where what is wrong has no id, or is no record. */
  readonly record: ForeignRecordRef | null;
}

/** Why a record is none of those that are read. */
export type NotTakenBecause =
  /** The system has deleted or archived it. */
  | "deleted"
  | "archived"
  /** It is no order yet. */
  | "draft"
  /** The options say that records of its status are not meant. */
  | "ignored"
  /** It is no opportunity yet. */
  | "lead"
  /** It is a line of text, or of something that is no product of the catalogue. */
  | "noProduct"
  /** It is what a bundle consists of: the line of the bundle stands for it. */
  | "bundled"
  /** It is a line item that no deal of the list names. */
  | "noDeal";

/** A record that is not taken, by a rule of its system or by the options, sound or not. */
export interface NotTakenRecord extends ForeignRecordRef {
  readonly because: NotTakenBecause;
}

/** What could be read of foreign records, and what was wrong with the rest. */
export interface SafeForeignRecords {
  /** For `readCrmRecords`, by themselves or beside those of other systems. */
  readonly records: CrmRecordsInput;
  /** Every mistake, by list, row and field; its record is left out. */
  readonly issues: readonly ForeignIssue[];
  /** The records that are no demand, each with the reason. */
  readonly notTaken: readonly NotTakenRecord[];
}
