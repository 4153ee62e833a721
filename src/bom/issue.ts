import { type Issue, PlanningInputError } from "../core/index.js";

/** One mistake of a bill of material or of a question to it, see {@link PlanningInputError}. */
export type BomIssue =
  | Issue<"missingField" | "unknownField" | "invalidType" | "invalidQuantity" | "invalidDate">
  | Issue<"contradiction">
  | (Issue<"outOfRange" | "tooFine"> & { readonly value: unknown })
  | (Issue<"unknownId" | "duplicateId"> & { readonly id: unknown })
  | (Issue<"moreMistakes"> & { readonly count: number })
  | BomCycleIssue;

/** Items that contain themselves (B2). */
export type BomCycleIssue = Issue<"bomCycle"> & {
  /** The ids round, each the parent of the next: `["A", "B", "A"]`. */
  readonly cycle: readonly string[];
};

/** Everything for which rows or a question to a graph can be refused. */
export type BomIssueCode = BomIssue["code"];

/** What a quantity may look like, for messages. */
export const QUANTITY_FORM = 'a number, the text of a decimal, or a fraction such as "1/48"';

/** Ends a question that cannot be answered. @throws PlanningInputError */
export function refuse(issue: BomIssue): never {
  throw new PlanningInputError([issue]);
}

/** How a value reads in a message: short, on one line. */
export function show(value: unknown): string {
  if (typeof value === "number") return `${value}`;
  if (isList(value)) return showList(value);
  if (typeof value === "string" || typeof value === "boolean" || value === null) {
    const text = JSON.stringify(value);
    return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
  }
  return value === undefined ? "nothing" : `a value of type ${typeof value}`;
}

function showList(list: readonly unknown[]): string {
  try {
    return `a list of ${list.length}`;
  } catch {
    return "a list";
  }
}

/** Whether a value is a list, also of one that throws when it is looked at. */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}
