import type { LedgerAccount, LedgerKey } from "../ledger/index.js";

/** What a column takes of an account. */
export interface ReportPart {
  readonly account: LedgerAccount;
  /** Counted with the other sign; `false` when left out. */
  readonly isNegated?: boolean | undefined;
  /** Only postings that have one of these under each key: `{ cause: ["setup", "run"] }`. */
  readonly only?: Readonly<Partial<Record<LedgerKey, readonly (string | null)[]>>> | undefined;
  /**
   * All that was posted before the bucket, or up to its end; what is posted in it when left out. Without
   * buckets nothing lies before.
   */
  readonly balance?: "opening" | "closing" | undefined;
}

/** The columns of a report by name; each is the sum of its parts. */
export type ReportColumns<Name extends string = string> = Readonly<
  Record<Name, readonly ReportPart[]>
>;

type Given = LedgerAccount | ReportPart;

/** A column of what is posted in the bucket. */
export function flow(...parts: readonly Given[]): readonly ReportPart[] {
  return parts.map(partOf);
}

/** A column of what is left at the end of the bucket. */
export function closing(...parts: readonly Given[]): readonly ReportPart[] {
  return parts.map((part) => ({ ...partOf(part), balance: "closing" }));
}

/** A column of what was left before the bucket. */
export function opening(...parts: readonly Given[]): readonly ReportPart[] {
  return parts.map((part) => ({ ...partOf(part), balance: "opening" }));
}

/** A part that is taken away. */
export function minus(part: Given): ReportPart {
  const given = partOf(part);
  return { ...given, isNegated: given.isNegated !== true };
}

function partOf(part: Given): ReportPart {
  return typeof part === "string" ? { account: part } : part;
}
