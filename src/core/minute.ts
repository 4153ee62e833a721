import { type Day, formatDay, parseDay } from "./day.js";

/**
 * A minute is one integer: minutes of plain local time since 1970-01-01T00:00, without a time zone
 * and without summer time (T1). Day d begins at minute `d * MINUTES_A_DAY`.
 */
export type Minute = number;

/** Minutes of a day; every day has as many. */
export const MINUTES_A_DAY = 1440;

const MINUTES_AN_HOUR = 60;

const TIME_TEXT = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/**
 * Reads a time of day.
 *
 * @param text - `"HH:mm"` from `"00:00"` to `"24:00"`; 24:00 is the end of a day
 * @returns minutes since midnight, 0 to 1440, or `undefined` when the text is none
 *
 * @example
 * ```ts
 * parseTimeOfDay("06:30"); // => 390
 * parseTimeOfDay("24:00"); // => 1440
 * parseTimeOfDay("6:30"); // => undefined
 * ```
 */
export function parseTimeOfDay(text: unknown): number | undefined {
  const match = typeof text === "string" ? TIME_TEXT.exec(text) : null;
  if (match === null) return undefined;
  const [, hours = "24", minutes = "0"] = match;
  return Number(hours) * MINUTES_AN_HOUR + Number(minutes);
}

/**
 * Reads a plain local time.
 *
 * @param text - `"YYYY-MM-DDTHH:mm"`, a minute that exists, of the years 0000 to 9999; an hour 24 is
 * none: the end of a day is 00:00 of the next
 * @returns the minute, or `undefined` when the text is none
 *
 * @example
 * ```ts
 * parseMinute("1970-01-02T00:30"); // => 1470
 * parseMinute("2026-02-30T00:00"); // => undefined
 * ```
 */
export function parseMinute(text: unknown): Minute | undefined {
  if (typeof text !== "string" || text.length !== 16 || text[10] !== "T") return undefined;
  const day = parseDay(text.slice(0, 10));
  const time = parseTimeOfDay(text.slice(11));
  if (day === undefined || time === undefined || time === MINUTES_A_DAY) return undefined;
  return day * MINUTES_A_DAY + time;
}

/**
 * Writes a minute as a plain local time.
 *
 * @param minute - a whole number of minutes since 1970-01-01T00:00, in the years 0000 to 9999
 * @returns `"YYYY-MM-DDTHH:mm"`, which {@link parseMinute} reads back
 *
 * @example
 * ```ts
 * formatMinute(parseMinute("2027-12-31T23:59")! + 1); // => "2028-01-01T00:00"
 * ```
 */
export function formatMinute(minute: Minute): string {
  const day = dayOfMinute(minute);
  const time = minute - day * MINUTES_A_DAY;
  const hours = Math.floor(time / MINUTES_AN_HOUR);
  const minutes = time - hours * MINUTES_AN_HOUR;
  return `${formatDay(day)}T${hours < 10 ? "0" : ""}${hours}:${minutes < 10 ? "0" : ""}${minutes}`;
}

/**
 * Finds the day that a minute lies in.
 *
 * @param minute - any minute
 * @returns its day; midnight belongs to the day that it begins
 *
 * @example
 * ```ts
 * formatDay(dayOfMinute(parseMinute("2026-03-01T23:59")!)); // => "2026-03-01"
 * ```
 */
export function dayOfMinute(minute: Minute): Day {
  return Math.floor(minute / MINUTES_A_DAY);
}
