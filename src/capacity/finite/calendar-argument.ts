import {
  addMistake,
  type Calendar,
  compileCalendar,
  type Day,
  dayArgument,
  flag,
  formatDay,
  identifier,
  listOf,
  mustBe,
  objectOf,
  oneOf,
  optional,
  type Place,
  UNSOUND,
  WEEKDAYS,
} from "../../core/index.js";

const rowOf = objectOf({
  id: identifier,
  workingDays: optional(listOf(oneOf(...WEEKDAYS))),
  exceptions: optional(listOf(objectOf({ date: dayArgument, working: flag })), []),
});

/** A calendar of working days, with its id. */
export function calendarArgument(value: unknown, place: Place): Calendar {
  const before = place.issues.length;
  const row = rowOf(value, place);
  if (place.issues.length > before) return UNSOUND;
  const known = new Set<Day>();
  for (const [n, { date }] of row.exceptions.entries()) {
    const at = { path: [...place.path, "exceptions", n, "date"], issues: place.issues };
    if (known.has(date)) addMistake(at, "duplicateId", mustBe(formatDay(date), at, "stand once"));
    known.add(date);
  }
  if (place.issues.length > before) return UNSOUND;
  const exceptions = row.exceptions.map(({ date, working }) => ({ day: date, working }));
  return compileCalendar(row.id, row.workingDays, exceptions);
}
