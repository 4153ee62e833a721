import { FIRST_DAY, LAST_DAY, parseDay } from "../../core/index.js";
import { EXPECTED } from "../schema/values.js";
import { type IssueList, show } from "./issues.js";
import { type Path, pathTo } from "./path.js";
import { ALWAYS, NEVER } from "./problem.js";

/**
 * Reads a date that has the right form (T1).
 *
 * @param base - where the date stands, or what holds it
 * @param field - its name in what holds it
 * @returns the day; one outside 1900 … 2199 is noted
 */
export function readDay(text: string, base: Path, issues: IssueList, field?: string): number {
  const day = parseDay(text);
  if (day !== undefined && day >= FIRST_DAY && day <= LAST_DAY) return day;
  const path = pathTo(base, field);
  const what = `The ${path.at(-1)} (${show(text)})`;
  if (day === undefined) {
    issues.add("invalidDate", path, `${what} must be ${EXPECTED.date}.`, { value: text });
    return 0;
  }
  issues.add("outOfRange", path, `${what} must lie in the years 1900 to 2199.`, { value: text });
  return day;
}

/** Reads a date that may be left out. */
export function readDayOr<Otherwise>(
  text: string | undefined,
  otherwise: Otherwise,
  base: Path,
  issues: IssueList,
  field?: string,
): number | Otherwise {
  return text === undefined ? otherwise : readDay(text, base, issues, field);
}

/** Validity is half open, [validFrom, validTo). */
export function readValidity(
  row: { readonly validFrom?: string | undefined; readonly validTo?: string | undefined },
  path: Path,
  issues: IssueList,
): { validFrom: number; validTo: number } {
  const validFrom = readDayOr(row.validFrom, ALWAYS, path, issues, "validFrom");
  const validTo = readDayOr(row.validTo, NEVER, path, issues, "validTo");
  if (validTo < validFrom) {
    const message = `The validTo (${show(row.validTo)}) must not lie before validFrom (${show(row.validFrom)}).`;
    issues.add("contradiction", [...path, "validTo"], message, { value: row.validTo });
  }
  return { validFrom, validTo };
}
