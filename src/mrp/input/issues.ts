import { type Issue, PlanningInputError } from "../../core/index.js";

/** Everything for which an input can be refused. */
export type PlanningIssueCode =
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
  | "bomCycle"
  | "contradiction"
  | "noWorkingDay"
  | "quantityOverflow"
  | "tooManyOrders"
  | "notSupported";

/** One mistake of a planning input, see {@link PlanningInputError}. */
export type PlanningIssue = Issue<PlanningIssueCode>;

/** Where a mistake is: keys and indexes, outermost first. */
export type Path = readonly (string | number)[];

/** Gathers every mistake, so that a host hears of all of them at once. */
export class IssueList {
  readonly found: PlanningIssue[] = [];
  readonly #seen = new Set<string>();

  /** Notes a mistake; the same one at the same place is noted once. */
  add(code: PlanningIssueCode, path: Path, message: string, figures: object = {}): void {
    const key = JSON.stringify([code, path, message]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.found.push({ ...figures, code, path, message });
  }

  /** @throws PlanningInputError when anything was found. */
  refuse(): void {
    if (this.found.length > 0) throw new PlanningInputError(this.found);
  }
}

/** How a value reads in a message: short, on one line. */
export function show(value: unknown): string {
  if (typeof value === "bigint" || typeof value === "symbol" || typeof value === "function") {
    return `a ${typeof value}`;
  }
  if (typeof value === "number") return `${value}`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
