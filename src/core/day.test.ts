import { describe, expect, test } from "vitest";
import {
  type Day,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  parseDay,
  WEEKDAY_COUNT,
  weekdayOf,
} from "./day.js";

const text = (year: number, month: number, date: number): string =>
  [`${year}`.padStart(4, "0"), ...[month, date].map((part) => `${part}`.padStart(2, "0"))].join(
    "-",
  );

function monthLength(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The Gregorian rule: every fourth year, not every hundredth, but every 400th. */
function isLeap(year: number): boolean {
  if (year % 400 === 0) return true;
  if (year % 100 === 0) return false;
  return year % 4 === 0;
}

describe("A day is one integer (T1)", () => {
  test("the first is 1900-01-01 and the last 2199-12-31", () => {
    expect([formatDay(FIRST_DAY), formatDay(LAST_DAY)]).toEqual(["1900-01-01", "2199-12-31"]);
  });

  test("every date from 1900 to 2199 is the day after the one before, and is written back", () => {
    const wrong: string[] = [];
    let day = FIRST_DAY;
    for (let year = 1900; year <= 2199; year++) {
      for (let month = 1; month <= 12; month++) {
        for (let date = 1; date <= monthLength(year, month); date++) {
          const written = text(year, month, date);
          if (parseDay(written) !== day || formatDay(day) !== written) wrong.push(written);
          day++;
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(day - 1).toBe(LAST_DAY);
  });

  test("every day of the years 0000 to 9999 is written as Date writes it, and read back", () => {
    const wrong: Day[] = [];
    for (let day = parseDay("0000-01-01")!; day <= parseDay("9999-12-31")!; day++) {
      const text = formatDay(day);
      if (parseDay(text) !== day) wrong.push(day);
      // A Date takes long: every 29th goes through all months and days of months.
      if (day % 29 === 0 && new Date(day * 86_400_000).toISOString() !== `${text}T00:00:00.000Z`) {
        wrong.push(day);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("what is no day is not written", () => {
    expect(() => formatDay(Number.NaN)).toThrow(RangeError);
    expect(() => formatDay(1e15)).toThrow(RangeError);
  });

  test("no month has a day more than it has", () => {
    const wrong: string[] = [];
    for (let year = 1896; year <= 2204; year++) {
      for (let month = 0; month <= 13; month++) {
        const length = month >= 1 && month <= 12 ? monthLength(year, month) : 0;
        for (const date of [0, length + 1, 32, 99]) {
          const written = text(year, month, date);
          if (parseDay(written) !== undefined) wrong.push(written);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ["1900-02-29", undefined], // no leap year
    ["2000-02-29", 11016],
    ["2100-02-29", undefined],
    ["2028-02-29", 21243],
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["0000-01-01", -719528],
    ["9999-12-31", 2932896],
  ])("%s is %s", (written, day) => {
    expect(parseDay(written)).toBe(day);
    if (day !== undefined) expect(formatDay(day)).toBe(written);
  });

  test.each([
    "2026-1-05",
    "2026-01-5",
    "26-01-05",
    "02026-01-05",
    "2026/01/05",
    "2026-01-05T00:00:00Z",
    " 2026-01-05",
    "2026-01-05 ",
    "+2026-01-5",
    "2026-0１-05",
    "2026-01-0x",
    "2026-0:-05",
    "20:6-01-05",
    "2026-01-0/",
    "-026-01-05",
    "today",
    "",
    20260105,
    null,
    undefined,
    {},
    new Date(0),
  ])("%s is no date", (written: unknown) => {
    expect(parseDay(written)).toBeUndefined();
  });

  test("Mondays are 0, from one week to the next, before 1970 too", () => {
    expect(weekdayOf(parseDay("2026-01-05")!)).toBe(0); // a Monday
    const wrong: number[] = [];
    for (let day = FIRST_DAY; day < LAST_DAY; day++) {
      if (weekdayOf(day + 1) !== (weekdayOf(day) + 1) % WEEKDAY_COUNT) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });
});
