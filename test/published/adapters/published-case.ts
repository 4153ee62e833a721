/** A published case as it stands in its file; what `input` and `expected` hold is the area's. */
export interface PublishedCase {
  readonly id: string;
  readonly kind?: string;
  readonly input: unknown;
  readonly expected: unknown;
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
