import { type Calendar, type Day, makeCalendar, WEEKDAYS, type Weekday } from "../core/index.js";
import { add, type Check, flag, listOf, must, objectOf, oneOf, optional } from "./argument.js";
import { day } from "./exact-argument.js";

/** The days that work, as the planning input says it. */
export interface WorkingDays {
  /** All seven when left out. */
  readonly workingDays?: readonly Weekday[] | undefined;
  /** Single days that differ, `"YYYY-MM-DD"`, each once. */
  readonly exceptions?: readonly { readonly date: string; readonly working: boolean }[] | undefined;
}

/** A weekday, as a number from 0 for Monday to 6. */
export const weekday: Check<number> = (value, place) =>
  WEEKDAYS.indexOf(oneOf(...WEEKDAYS)(value, place));

const exception = objectOf({ date: day, working: flag });
const fields = objectOf({
  workingDays: optional(listOf(oneOf(...WEEKDAYS))),
  exceptions: optional(listOf(exception), []),
});

/** A calendar of working days. */
export const calendar: Check<Calendar> = (value, place) => {
  const { workingDays, exceptions = [] } = fields(value, place);
  const known = new Set<number>();
  const days: { readonly day: Day; readonly working: boolean }[] = [];
  for (const [n, { date, working }] of exceptions.entries()) {
    if (known.has(date)) {
      const at = { ...place, path: [...place.path, "exceptions", n, "date"] };
      add(at, "duplicateId", must((value as WorkingDays).exceptions?.[n]?.date, at, "stand once"));
    }
    known.add(date);
    days.push({ day: date, working });
  }
  return makeCalendar("calendar", workingDays, days);
};
