import { type PlanningIssue, type PlanOptions, safePlanRequirements } from "../../src/index.js";

/** What a refusal says, without its text. */
export interface Mistake {
  readonly code: string;
  readonly path: readonly (string | number)[];
}

/**
 * The issues for which an input is refused.
 *
 * @throws Error when it is planned, or anything but a refusal comes of it
 */
export function issuesOf(input: unknown, options?: PlanOptions): readonly PlanningIssue[] {
  const result = safePlanRequirements(input, options);
  if (result.ok) throw new Error("The input was planned, not refused.");
  return result.issues;
}

/** Codes and paths of a refusal, in the order of their texts. */
export function mistakesIn(input: unknown, options?: PlanOptions): Mistake[] {
  return inOrder(issuesOf(input, options).map(({ code, path }) => ({ code, path })));
}

/** Mistakes in an order that does not depend on when they were found. */
export function inOrder(mistakes: readonly Mistake[]): Mistake[] {
  const text = ({ code, path }: Mistake): string => JSON.stringify([path, code]);
  return [...mistakes].sort((a, b) => (text(a) < text(b) ? -1 : 1));
}
