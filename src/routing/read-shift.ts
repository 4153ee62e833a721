/** Reads shifts, exceptions and overtime into minutes; see K51. */
import {
  addMistake,
  type Check,
  dayArgument,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  listOf,
  MINUTES_A_DAY,
  type Minute,
  mustBe,
  objectOf,
  oneOf,
  optional,
  type Place,
  parseMinute,
  parseTimeOfDay,
  UNSOUND,
  WEEKDAYS,
  wrongType,
} from "../core/index.js";

/** Minutes from 00:00 of the date on which a shift begins. */
export interface MinuteSpan {
  readonly from: number;
  readonly until: number;
}

/** A shift on one date. */
export interface DaySpan extends MinuteSpan {
  /** Ascending, disjoint, inside the shift. */
  readonly breaks: readonly MinuteSpan[];
  /** Where it was given. */
  readonly path: readonly (string | number)[];
}

/** A shift of the weekly pattern. */
export interface WeeklySpan extends DaySpan {
  /** Monday is 0. */
  readonly weekdays: readonly number[];
  /** ±Infinity where no end is given. */
  readonly validFrom: number;
  readonly validTo: number;
}

/** What begins on a date of its own. */
export interface DateSpans {
  readonly date: number;
  readonly spans: readonly DaySpan[];
}

const TIME_FORM = 'a time of day "HH:mm" from "00:00" to';

function timeOfDay(last: "23:59" | "24:00"): Check<number> {
  return (value, place) => {
    const read = parseTimeOfDay(value);
    if (read !== undefined && (last === "24:00" || read < MINUTES_A_DAY)) return read;
    const form = `${TIME_FORM} "${last}"`;
    if (typeof value !== "string") wrongType(value, place, form);
    else addMistake(place, "invalidDate", mustBe(value, place, `be ${form}`));
    return UNSOUND;
  };
}

const hours = { from: timeOfDay("23:59"), until: timeOfDay("24:00") };
const dayShift = { ...hours, breaks: optional(listOf(objectOf(hours)), []) };
const dayShiftOf = objectOf(dayShift);
const shiftOf = objectOf({
  ...dayShift,
  days: optional(listOf(oneOf(...WEEKDAYS), 1), [...WEEKDAYS]),
  validFrom: optional(dayArgument, Number.NEGATIVE_INFINITY),
  validTo: optional(dayArgument, Number.POSITIVE_INFINITY),
});
const exceptionOf = objectOf({ date: dayArgument, shifts: listOf(daySpan) });

/** A shift that comes again every week. */
export const weeklySpan: Check<WeeklySpan> = (value, place) => {
  const before = place.issues.length;
  const read = shiftOf(value, place);
  if (place.issues.length > before) return UNSOUND;
  const { days, validFrom, validTo } = read;
  if (validTo <= validFrom) {
    const at = { ...place, path: [...place.path, "validTo"] };
    const message = mustBe(formatDay(validTo), at, `be after validFrom (${formatDay(validFrom)})`);
    addMistake(at, "contradiction", message);
  }
  const weekdays = WEEKDAYS.flatMap((name, weekday) => (days.includes(name) ? [weekday] : []));
  return { weekdays, validFrom, validTo, ...spanOf(read, place) };
};

/** Exceptions, each date once. */
export const dateSpans: Check<readonly DateSpans[]> = (value, place) => {
  const rows = listOf(exceptionOf)(value, place) ?? [];
  const known = new Set<number>();
  for (const [n, row] of rows.entries()) {
    if (row?.date === undefined) continue;
    const at = { ...place, path: [...place.path, n, "date"] };
    if (known.has(row.date)) {
      addMistake(at, "duplicateId", mustBe(formatDay(row.date), at, "stand once"));
    }
    known.add(row.date);
  }
  return rows.map((row) => ({ date: row?.date, spans: row?.shifts ?? [] }));
};

/** Spans of overtime, ascending; none overlaps another. */
export const overtimeSpans: Check<readonly { readonly from: Minute; readonly until: Minute }[]> = (
  value,
  place,
) => {
  const before = place.issues.length;
  const rows = listOf(objectOf({ from: minuteArgument, until: minuteArgument }))(value, place);
  if (place.issues.length > before) return UNSOUND;
  const sorted = rows.map((row, n) => ({ ...row, n })).sort((a, b) => a.from - b.from);
  let last = { until: Number.NEGATIVE_INFINITY, n: 0 };
  for (const { from, until, n } of sorted) {
    const at = { ...place, path: [...place.path, n] };
    if (until <= from) {
      const message = `The until of overtime ${n} does not lie after its from. Correct one of them.`;
      addMistake(at, "contradiction", message);
    } else if (from < last.until) {
      const message = `The overtime ${n} overlaps overtime ${last.n}. Give each minute once.`;
      addMistake(at, "contradiction", message);
    }
    if (until > last.until) last = { until, n };
  }
  return sorted.map(({ from, until }) => ({ from, until }));
};

/** Checks a plain local time from 1900 to 2199. */
export function minuteArgument(value: unknown, place: Place): Minute {
  const read = parseMinute(value);
  if (read === undefined) {
    const form = 'a plain local time "YYYY-MM-DDTHH:mm"';
    if (typeof value !== "string") wrongType(value, place, form);
    else addMistake(place, "invalidDate", mustBe(value, place, `be ${form} that exists`));
  } else if (read < FIRST_DAY * MINUTES_A_DAY || read >= (LAST_DAY + 1) * MINUTES_A_DAY) {
    addMistake(place, "outOfRange", mustBe(value, place, "be in 1900 to 2199"), { value });
  } else return read;
  return UNSOUND;
}

function daySpan(value: unknown, place: Place): DaySpan {
  const before = place.issues.length;
  const read = dayShiftOf(value, place);
  return place.issues.length > before ? UNSOUND : spanOf(read, place);
}

/** The hours of a shift as minutes of its date and the next, with what is wrong with its breaks. */
function spanOf(
  { from, until, breaks }: MinuteSpan & { readonly breaks: readonly MinuteSpan[] },
  place: Place,
): DaySpan {
  const end = until <= from ? until + MINUTES_A_DAY : until;
  const placed = breaks.map((row, n) => {
    const start = row.from < from ? row.from + MINUTES_A_DAY : row.from;
    return { from: start, until: start + lengthOf(row), n };
  });
  placed.sort((a, b) => a.from - b.from);
  let last = from;
  for (const rest of placed) {
    const at = { ...place, path: [...place.path, "breaks", rest.n] };
    if (isEmpty(breaks[rest.n]!)) {
      const message = `The break ${rest.n} is empty: it ends when it begins. Give it another until, or leave it out.`;
      addMistake(at, "contradiction", message);
    } else if (rest.until > end) {
      const message = `The break ${rest.n} does not lie inside its shift. Correct its hours or those of the shift.`;
      addMistake(at, "contradiction", message);
    } else if (rest.from < last) {
      const message = `The break ${rest.n} overlaps another of its shift. Give each minute once.`;
      addMistake(at, "contradiction", message);
    }
    last = Math.max(last, rest.until);
  }
  return { from, until: end, breaks: placed, path: place.path };
}

/** From 00:00 to 24:00 is a day. */
function isEmpty({ from, until }: MinuteSpan): boolean {
  return from === until;
}

/** From a time of day to the next time that the clock shows another. */
function lengthOf({ from, until }: MinuteSpan): number {
  return until <= from ? until + MINUTES_A_DAY - from : until - from;
}
