import { type Issue, PlanningInputError } from "../../core/index.js";
import { FoundPlaces } from "./found-places.js";
import type { Path } from "./path.js";

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
  | "stopped"
  | "notSupported";

/** One mistake of a planning input, see {@link PlanningInputError}. */
export type PlanningIssue = Issue<PlanningIssueCode>;

/** Gathers every mistake, so that a host hears of all of them at once. */
export class IssueList {
  readonly found: PlanningIssue[] = [];
  readonly #places = new FoundPlaces();

  /**
   * Notes a mistake; the same one at the same place is noted once, and what only follows from a
   * value that has a wrong form is not noted at all.
   */
  add(code: PlanningIssueCode, path: Path, message: string, figures: object = {}): void {
    if (!this.isInDoubt(path)) this.#note({ code, path, message, ...figures });
  }

  /** Notes a value that has a wrong form: nothing can be said of it beyond that. */
  addUnsound(code: PlanningIssueCode, path: Path, message: string, figures: object = {}): void {
    this.#places.addUnsound(path);
    this.#note({ code, path, message, ...figures });
  }

  /** Rows of items are read once for each site, and some figures for several purposes. */
  #note(issue: PlanningIssue): void {
    if (this.#places.add(issue.path, issue)) this.found.push(issue);
  }

  /** Whether something was found at a place. */
  isRefused(path: Path): boolean {
    return this.#places.has(path);
  }

  /** Whether a value, what holds it, or something in it has a wrong form. */
  isInDoubt(path: Path): boolean {
    // A list as a whole stays sound when one of its rows is not.
    return this.#places.covers(path) || (path.length > 1 && this.#places.reaches(path));
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
  if (typeof value === "object" && value !== null) return showObject(value);
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}

/** A proxy may fail even when it is asked whether it is a list. */
function showObject(value: object): string {
  try {
    return Array.isArray(value) ? `a list of ${value.length}` : "an object";
  } catch {
    return "an object";
  }
}
