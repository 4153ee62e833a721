import {
  type Check,
  dayOfMinute,
  FIRST_DAY,
  formatDay,
  isPlainObject,
  LAST_DAY,
  MINUTES_A_DAY,
  objectOf,
  parseDay,
  parseTimeOfDay,
  wholeNumber,
  wrongType,
} from "../../core/index.js";

/**
 * Which day a time means, since records have plain days (T1): the day in UTC, or the one at a fixed
 * difference to it. Summer time is no fixed difference; who has it turns times into days beforehand.
 */
export type DayOfTime = "utc" | { readonly minutesAheadOfUtc: number };

const TIME_TEXT =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d\d):?(\d\d))?)?$/;
const MILLISECONDS_TEXT = /^-?\d{1,15}$/;
const MILLISECONDS_A_MINUTE = 60_000;
const NANOSECONDS_A_MILLISECOND = 1_000_000;
const MOST_MINUTES_AHEAD = 14 * 60;

/** Minutes since 1970-01-01T00:00 UTC with nanoseconds of the next one, or a day as it is written. */
type Moment = { readonly minute: number; readonly nanosecond: number } | { readonly day: string };

/** Checks how times become days. */
export const dayOfTimeArgument: Check<DayOfTime> = (value, place) => {
  if (value === "utc") return value;
  if (!isPlainObject(value)) wrongType(value, place, '"utc" or { minutesAheadOfUtc }');
  else {
    return objectOf({ minutesAheadOfUtc: wholeNumber(-MOST_MINUTES_AHEAD, MOST_MINUTES_AHEAD) })(
      value,
      place,
    );
  }
  return "utc";
};

/** Whether a value is a day, or a time: ISO 8601 (without a zone: UTC), or milliseconds since 1970. */
export function isTime(value: unknown): boolean {
  return momentOf(value) !== undefined;
}

/**
 * The day that a time means.
 *
 * @param time - for which {@link isTime} holds
 * @param dayOf - which day a time means; a plain day means itself
 */
export function dayOfTime(time: string | number, dayOf: DayOfTime): string {
  const moment = momentOf(time);
  if (moment === undefined || "day" in moment) return moment?.day ?? `${time}`;
  const ahead = dayOf === "utc" ? 0 : dayOf.minutesAheadOfUtc;
  return formatDay(dayOfMinute(moment.minute + ahead));
}

/**
 * A text for a time by which times stand in their order, however each is written.
 *
 * @param time - for which {@link isTime} holds; a plain day is its beginning in UTC
 */
export function sortableTime(time: string | number): string {
  const moment = momentOf(time);
  const isDay = moment === undefined || "day" in moment;
  const { minute, nanosecond } = isDay ? { minute: 0, nanosecond: 0 } : moment;
  const minuteOfDay = minute - dayOfMinute(minute) * MINUTES_A_DAY;
  return `${dayOfTime(time, "utc")} ${padded(minuteOfDay, 4)} ${padded(nanosecond, 11)}`;
}

function padded(value: number, digits: number): string {
  return `${value}`.padStart(digits, "0");
}

function momentOf(value: unknown): Moment | undefined {
  if (typeof value === "number") return ofMilliseconds(value);
  if (typeof value !== "string" || value.length > 40) return undefined;
  if (MILLISECONDS_TEXT.test(value)) return ofMilliseconds(Number(value));
  const [, date, time, seconds = "0", fraction = "", sign, hours = "0", minutes = "0"] =
    TIME_TEXT.exec(value) ?? [];
  const day = parseDay(date);
  if (date === undefined || day === undefined) return undefined;
  if (time === undefined) return { day: date };
  const timeOfDay = parseTimeOfDay(time);
  if (timeOfDay === undefined) return undefined;
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  const nanosecond = Number(seconds + fraction.padEnd(9, "0"));
  return inRange(day * MINUTES_A_DAY + timeOfDay - ahead, nanosecond);
}

function ofMilliseconds(value: number): Moment | undefined {
  if (!Number.isSafeInteger(value)) return undefined;
  const minute = Math.floor(value / MILLISECONDS_A_MINUTE);
  const millisecond = value - minute * MILLISECONDS_A_MINUTE;
  return inRange(minute, millisecond * NANOSECONDS_A_MILLISECOND);
}

/** A moment of a day that records may name, in UTC. */
function inRange(minute: number, nanosecond: number): Moment | undefined {
  const day = dayOfMinute(minute);
  return day >= FIRST_DAY && day <= LAST_DAY ? { minute, nanosecond } : undefined;
}
