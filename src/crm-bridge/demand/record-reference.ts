import { compareText } from "../../core/index.js";

/** The lists of CRM records whose rows hold a quantity; call-offs stand inside their contracts. */
export const COUNTED_LISTS = [
  "opportunities",
  "quotes",
  "orders",
  "contracts",
  "callOffs",
  "forecasts",
  "campaigns",
  "returns",
  "serviceNeeds",
] as const;

/** The name of a list of records that hold a quantity. */
export type CountedList = (typeof COUNTED_LISTS)[number];

/** One record. */
export interface RecordReference {
  readonly list: CountedList;
  readonly id: string;
}

/** One line of a record; of a record without lines its `line` is `null`. */
export interface LineReference extends RecordReference {
  /** The line's id; of a call-off its id, of a forecast the JSON text of `[version, status]`. */
  readonly line: string | null;
}

/** The order of records: by list, then id, then line (T2). */
export function compareReferences(a: LineReference, b: LineReference): number {
  return (
    COUNTED_LISTS.indexOf(a.list) - COUNTED_LISTS.indexOf(b.list) ||
    compareText(a.id, b.id) ||
    compareText(a.line ?? "", b.line ?? "")
  );
}
