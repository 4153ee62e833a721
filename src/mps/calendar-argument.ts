import {
  type Calendar,
  compileCalendar,
  type Day,
  formatDay,
  WEEKDAYS,
  type Weekday,
} from "../core/index.js";
import {
  add,
  type Check,
  type Doubtful,
  flag,
  listOf,
  must,
  objectOf,
  oneOf,
  optional,
  UNSOUND,
} from "./argument.js";
import { day } from "./exact-argument.js";

/** The days that work, as the planning input says it. */
export interface WorkingDays {
  /** All seven when left out. */
  readonly workingDays?: readonly Weekday[] | undefined;
  /** Single days that differ, `"YYYY-MM-DD"`, each once. */
  readonly exceptions?: readonly { readonly date: string; readonly working: boolean }[] | undefined;
}

/** A weekday, as a number from 0 for Monday to 6. */
export const weekday: Check<number> = (value, place) => {
  const found = WEEKDAYS.indexOf(oneOf(...WEEKDAYS)(value, place));
  return found < 0 ? UNSOUND : found;
};

const exception = objectOf({ date: day, working: flag });
const fields = objectOf({
  workingDays: optional(listOf(oneOf(...WEEKDAYS))),
  exceptions: optional(listOf(exception), []),
});

/** A calendar of working days. */
export const calendar: Check<Calendar> = (value, place) => {
  const before = place.issues.length;
  const read = fields(value, place) as Doubtful<ReturnType<typeof fields>>;
  const known = new Set<Day>();
  for (const [n, { date } = {}] of (read?.exceptions ?? []).entries()) {
    if (date === undefined) continue;
    if (known.has(date)) {
      const at = { ...place, path: [...place.path, "exceptions", n, "date"] };
      add(at, "duplicateId", must(formatDay(date), at, "stand once"));
    }
    known.add(date);
  }
  if (place.issues.length > before) return UNSOUND;
  const { workingDays, exceptions } = read as ReturnType<typeof fields>;
  return compileCalendar(
    "calendar",
    workingDays,
    exceptions.map(({ date, working }) => ({ day: date, working })),
  );
};
