import {
  addMistake,
  type Check,
  type DoubtfulFields,
  type Fields,
  type Issue,
  listOf,
  objectOf,
  oneOf,
  optional,
  placeName,
  type Read,
  refuseMistakes,
  UNSOUND,
} from "../../core/index.js";
import { groupingFields, LEDGER_KEYS } from "../ledger/grouping-options.js";
import type { Ledger, LedgerBucket, LedgerKey, LedgerRounding } from "../ledger/index.js";
import { bodyOf } from "../ledger/make-ledger.js";

/** By what the rows of a report are put together; its columns are of accounts. */
export type ReportKey = Exclude<LedgerKey, "account">;

/** Which rows of a report are asked for. */
export interface ReportOptions<Key extends ReportKey = ReportKey> {
  /** All in one when left out. */
  readonly by?: readonly Key[] | undefined;
  /** No buckets when left out. */
  readonly bucket?: LedgerBucket | undefined;
  /** Exact when left out. */
  readonly round?: LedgerRounding | undefined;
}

/** All keys of reports. */
export const REPORT_KEYS: readonly ReportKey[] = LEDGER_KEYS.filter((key) => key !== "account");

/** How these options are read; a report that has more adds its own. */
export const reportFields = {
  by: optional<ReportKey[]>(listOf(oneOf<ReportKey>(...REPORT_KEYS)), []),
  bucket: groupingFields.bucket,
  round: groupingFields.round,
} satisfies Readonly<Record<string, Check<unknown>>>;

/** Checks that something is a ledger. */
export const ledgerArgument: Check<Ledger> = (value, place) => {
  try {
    const ledger = value as Ledger;
    bodyOf(ledger, placeName(place));
    return ledger;
  } catch {
    const message = `The ${placeName(place)} must be what planLedger or ledgerDifference returned.`;
    addMistake(place, value === undefined ? "missingField" : "invalidType", message);
    return UNSOUND;
  }
};

/**
 * Reads a ledger and the options of a report on it.
 *
 * @throws PlanningInputError with every mistake; those of the options stand at the top
 */
export function readReport<F extends Fields>(
  ledger: Ledger,
  options: unknown,
  fields: F,
  together?: (read: DoubtfulFields<F>, issues: Issue[]) => void,
): Read<F> {
  const issues: Issue[] = [];
  ledgerArgument(ledger, { path: ["ledger"], issues });
  const read = objectOf(fields)(options, { path: [], issues });
  if (read !== UNSOUND) together?.(read as DoubtfulFields<F>, issues);
  refuseMistakes(issues);
  return read;
}
