import { FIRST_DAY, LAST_DAY, parseDay } from "../../core/index.js";
import { EXPECTED } from "../schema/values.js";
import { type IssueList, type Path, show } from "./issues.js";
import { ALWAYS, NEVER } from "./problem.js";

/**
 * Reads a date that has the right form (T1).
 *
 * @returns the day; one outside 1900 … 2199 is noted
 */
export function readDay(text: string, path: Path, issues: IssueList): number {
  const day = parseDay(text);
  if (day === undefined) {
    const message = `The ${path.at(-1)} (${show(text)}) must be ${EXPECTED.date}.`;
    issues.add("invalidDate", path, message, { value: text });
    return 0;
  }
  if (day >= FIRST_DAY && day <= LAST_DAY) return day;
  const message = `The ${path.at(-1)} (${show(text)}) must lie in the years 1900 to 2199.`;
  issues.add("outOfRange", path, message, { value: text });
  return day;
}

/** Reads a date that may be left out. */
export function readDayOr<Otherwise>(
  text: string | undefined,
  otherwise: Otherwise,
  path: Path,
  issues: IssueList,
): number | Otherwise {
  return text === undefined ? otherwise : readDay(text, path, issues);
}

/** Validity is half open, [validFrom, validTo). */
export function readValidity(
  row: { readonly validFrom?: string | undefined; readonly validTo?: string | undefined },
  path: Path,
  issues: IssueList,
): { validFrom: number; validTo: number } {
  const validFrom = readDayOr(row.validFrom, ALWAYS, [...path, "validFrom"], issues);
  const validTo = readDayOr(row.validTo, NEVER, [...path, "validTo"], issues);
  if (validTo < validFrom) {
    const message = `The validTo (${show(row.validTo)}) must not lie before validFrom (${show(row.validFrom)}).`;
    issues.add("contradiction", [...path, "validTo"], message, { value: row.validTo });
  }
  return { validFrom, validTo };
}
