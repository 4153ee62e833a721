/** A day is one integer: days since 1970-01-01, so that no time zone can move it (T1). */
export type Day = number;

const MILLISECONDS_A_DAY = 86_400_000;

/** The first day that an input may name: 1900-01-01 (T1). */
export const FIRST_DAY: Day = Date.UTC(1900, 0, 1) / MILLISECONDS_A_DAY;

/** The last day that an input may name: 2199-12-31 (T1). */
export const LAST_DAY: Day = Date.UTC(2199, 11, 31) / MILLISECONDS_A_DAY;

/** The last day that has a text: 9999-12-31. What would come later never does. */
export const LAST_WRITTEN_DAY: Day = Date.UTC(9999, 11, 31) / MILLISECONDS_A_DAY;

/** Days from 0000-03-01 to 1970-01-01. */
const DAYS_TO_EPOCH = 719468;

/** Days of a year on average over 400 years. */
const MEAN_YEAR = 365.2425;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a plain date (T1).
 *
 * @param text - `"YYYY-MM-DD"`, a day that exists (2026-02-30 does not), of the years 0000 to 9999;
 * an input may name those from {@link FIRST_DAY} to {@link LAST_DAY} only
 * @returns the day, or `undefined` when the text is none
 *
 * @example
 * ```ts
 * parseDay("1970-01-02"); // => 1
 * parseDay("2026-02-30"); // => undefined
 * ```
 */
export function parseDay(text: unknown): Day | undefined {
  if (typeof text !== "string" || text.length !== 10) return undefined;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const date = digits(text, 8, 10);
  if (Number.isNaN(year + month + date) || month < 1 || month > 12 || date < 1) return undefined;
  const leapDay = month === 2 && isLeapYear(year) ? 1 : 0;
  if (date > MONTH_LENGTHS[month - 1]! + leapDay) return undefined;
  return daysFromCivil(year, month, date);
}

/**
 * Writes a day as a plain date (T1).
 *
 * @param day - a whole number of days since 1970-01-01, in the years 0000 to 9999
 * @returns `"YYYY-MM-DD"`, which {@link parseDay} reads back
 *
 * @example
 * ```ts
 * formatDay(parseDay("2028-02-28")! + 1); // => "2028-02-29"
 * ```
 */
export function formatDay(day: Day): string {
  // By arithmetic: a Date takes several times as long, and every order of a plan has five days.
  let year = Math.floor((day + DAYS_TO_EPOCH) / MEAN_YEAR);
  if (!(year >= 0 && year < 9999)) {
    return new Date(day * MILLISECONDS_A_DAY).toISOString().split("T")[0]!;
  }
  if (firstOfMarch(year) > day) year--;
  else if (firstOfMarch(year + 1) <= day) year++;
  const dayOfYear = day - firstOfMarch(year);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - daysBefore(monthFromMarch) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const text = `${month <= 2 ? year + 1 : year}`.padStart(4, "0");
  return `${text}-${month < 10 ? "0" : ""}${month}-${date < 10 ? "0" : ""}${date}`;
}

/** Days of a week. */
export const WEEKDAY_COUNT = 7;

/**
 * Finds the weekday of a day.
 *
 * @param day - any day
 * @returns 0 for Monday to 6 for Sunday, as in {@link WEEKDAYS}
 *
 * @example
 * ```ts
 * WEEKDAYS[weekdayOf(parseDay("2026-01-01")!)]; // => "thu"
 * ```
 */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * Days since 1970-01-01, counting years from 1 March so that the leap day is the last.
 * Source: E. M. Reingold and N. Dershowitz, Calendrical Calculations, the Gregorian calendar.
 */
function daysFromCivil(year: number, month: number, date: number): Day {
  const fromMarch = month <= 2 ? year - 1 : year;
  return firstOfMarch(fromMarch) + daysBefore((month + 9) % 12) + date - 1;
}

/** 1 March of a year. */
function firstOfMarch(year: number): Day {
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays - DAYS_TO_EPOCH;
}

/** Days from 1 March to the first of a month; March is 0. */
function daysBefore(monthFromMarch: number): number {
  return Math.floor((153 * monthFromMarch + 2) / 5);
}
