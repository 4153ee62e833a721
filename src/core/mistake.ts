/**
 * How a function that checks its arguments by hand notes what is wrong with them, and refuses the call
 * with all of it.
 */
import { formatPath, type Issue, PlanningInputError } from "./issue.js";

/** What kinds of mistakes an argument can have. */
export type ArgumentCode =
  | "missingField"
  | "unknownField"
  | "invalidType"
  | "invalidDate"
  | "invalidQuantity"
  | "tooFine"
  | "outOfRange"
  | "duplicateId"
  | "unknownId"
  | "contradiction"
  | "quantityOverflow"
  | "moreMistakes";

/** Where a value stands in the argument, and the list that takes what is wrong with it. */
export interface Place {
  readonly path: readonly (string | number)[];
  readonly issues: Issue[];
}

/** No refusal lists more mistakes; a last one says how many more there are. */
const MANY = 1000;

/** After so many mistakes a list is not read any further. */
export const TOO_MANY = 100_000;

/**
 * Notes a mistake at a place.
 *
 * @param place - where
 * @param code - what kind of mistake it is
 * @param message - a sentence that names the field and its value and says what to do
 * @param figures - what else a program may want to know
 *
 * @example
 * ```ts
 * const issues: Issue[] = [];
 * addMistake({ path: ["rate"], issues }, "outOfRange", "The rate (-2) must be above 0.");
 * issues; // => [{ code: "outOfRange", path: ["rate"], message: "The rate (-2) must be above 0." }]
 * ```
 */
export function addMistake(
  place: Place,
  code: ArgumentCode,
  message: string,
  figures: Readonly<Record<string, unknown>> = {},
): void {
  place.issues.push({ code, path: place.path, message, ...figures });
}

/**
 * Notes that a value is missing, or of another kind than it must be.
 *
 * @param value - what was given; `undefined`: nothing
 * @param place - where
 * @param form - what it must be: "true or false"
 *
 * @example
 * ```ts
 * const issues: Issue[] = [];
 * wrongType(undefined, { path: ["open"], issues }, "true or false");
 * issues[0]?.message; // => "The open is missing. It must be true or false."
 * ```
 */
export function wrongType(value: unknown, place: Place, form: string): void {
  if (value === undefined) {
    addMistake(place, "missingField", `The ${placeName(place)} is missing. It must be ${form}.`);
  } else addMistake(place, "invalidType", mustBe(value, place, `be ${form}`));
}

/**
 * Says what a value must do or be.
 *
 * @param value - what was given
 * @param place - where
 * @param what - what it must do, as a verb phrase
 * @returns the sentence
 *
 * @example
 * ```ts
 * mustBe(-2, { path: ["jobs", 0, "run"], issues: [] }, "be 0 or more");
 * // => "The jobs[0].run (-2) must be 0 or more."
 * ```
 */
export function mustBe(value: unknown, place: Place, what: string): string {
  return `The ${placeName(place)} (${showValue(value)}) must ${what}.`;
}

/**
 * Shows a value in a message, whatever it is.
 *
 * @param value - any value
 * @returns a short text; the contents of lists and objects are left out
 *
 * @example
 * ```ts
 * showValue("wheel"); // => '"wheel"'
 * showValue([1, 2]); // => "a list"
 * ```
 */
export function showValue(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  }
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  try {
    if (isDecimalLike(value)) return String(value);
    if (value instanceof Date) return "a Date object";
    return Array.isArray(value) ? "a list" : "an object";
  } catch {
    return "an object"; // A proxy that lets nobody ask.
  }
}

/**
 * Names a place in a message.
 *
 * @param place - where
 * @returns its path, or "argument" for the whole of it
 *
 * @example
 * ```ts
 * placeName({ path: ["rows", 3, "item"], issues: [] }); // => "rows[3].item"
 * ```
 */
export function placeName({ path }: Place): string {
  return path.length === 0 ? "argument" : formatPath(path);
}

/**
 * Ends a call whose arguments are wrong; does nothing when nothing was noted.
 *
 * @param issues - all that was noted
 * @throws PlanningInputError with the first thousand: the first of each field, and the first ones of all
 *
 * @example
 * ```ts
 * refuseMistakes([]); // => undefined
 * ```
 */
export function refuseMistakes(issues: readonly Issue[]): void {
  if (issues.length === 0) return;
  if (issues.length <= MANY) throw new PlanningInputError(issues);
  const fields = new Set<string | number | undefined>();
  const firsts = new Set(
    issues.filter(({ path: [field] }) => !fields.has(field) && fields.add(field)),
  );
  let room = MANY - firsts.size;
  const listed = issues.filter((issue) => firsts.has(issue) || room-- > 0);
  const count = issues.length - listed.length;
  const atLeast = issues.length < TOO_MANY ? "" : "at least ";
  const message = `There are ${atLeast}${count} more mistakes. Correct these first.`;
  throw new PlanningInputError([...listed, { code: "moreMistakes", path: [], message, count }]);
}

/** Whether a value is a Decimal, of whatever copy; asked without loading any. */
function isDecimalLike(value: object): boolean {
  return (value as { toStringTag?: unknown }).toStringTag === "[object Decimal]";
}
