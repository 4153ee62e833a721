/** A published case as it stands in its file; what `input` and `expected` hold is the area's. */
export interface PublishedCase {
  readonly id: string;
  readonly kind?: string;
  readonly input: unknown;
  readonly expected: unknown;
  /** Why the file holds no case. */
  readonly unreadable?: string;
}

/**
 * What came of a case. *Not yet*: the part of the library that would compute it does not exist,
 * which the library itself must have said, or its area's adapter.
 */
export type Verdict =
  | { readonly outcome: "passed" }
  | { readonly outcome: "failed"; readonly reasons: readonly string[] }
  | { readonly outcome: "notYet"; readonly reason: string };

/** From an area's form to the functions of the library, and back to a verdict. */
export type Adapter = (published: PublishedCase) => Verdict;

/** Passed when nothing differs. */
export function verdictOf(reasons: readonly string[]): Verdict {
  return reasons.length === 0 ? { outcome: "passed" } : { outcome: "failed", reasons };
}

/**
 * What is wrong with `expected` itself, so that no case passes by what is not compared.
 *
 * @param expected - of a case
 * @param compared - the fields that its adapter compares
 */
export function faultsOfExpected(expected: unknown, compared: readonly string[]): string[] {
  if (typeof expected !== "object" || expected === null) return ["expected is no object"];
  const fields = Object.keys(expected);
  const unknown = fields.filter((field) => !compared.includes(field));
  if (unknown.length > 0) return [`expected has unknown fields: ${unknown.join(", ")}`];
  return fields.every((field) => saysNothing((expected as Record<string, unknown>)[field]))
    ? ["nothing is expected"]
    : [];
}

/** An empty list or object, or a choice of how to compare. */
function saysNothing(value: unknown): boolean {
  if (typeof value === "boolean") return true;
  return typeof value === "object" && Object.keys(value ?? {}).length === 0;
}
