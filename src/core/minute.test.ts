import { describe, expect, test } from "vitest";
import {
  dayOfMinute,
  formatMinute,
  MINUTES_A_DAY,
  parseDay,
  parseMinute,
  parseTimeOfDay,
} from "./index.js";

describe("Times of day", () => {
  test("are those of a clock, and the end of the day", () => {
    expect(["00:00", "09:05", "23:59", "24:00"].map(parseTimeOfDay)).toEqual([0, 545, 1439, 1440]);
  });

  test("anything else is none", () => {
    const none = ["24:01", "25:00", "12:60", "9:00", "09:5", "09:00:00", " 09:00", "", 9, null];
    expect(none.filter((text) => parseTimeOfDay(text) !== undefined)).toEqual([]);
  });
});

describe("Minutes", () => {
  test("begin with 1970, and each day has 1440, also one that clocks are put forward on", () => {
    expect(parseMinute("1970-01-01T00:00")).toBe(0);
    expect(parseMinute("1969-12-31T23:59")).toBe(-1);
    const [before, after] = ["2026-03-29T00:00", "2026-03-30T00:00"].map(parseMinute);
    expect(after! - before!).toBe(MINUTES_A_DAY);
  });

  test("are written as they are read", () => {
    for (const text of [
      "0000-01-01T00:00",
      "1900-02-28T23:59",
      "1969-12-31T00:01",
      "2028-02-29T12:34",
      "2199-12-31T23:59",
      "9999-12-31T23:59",
    ]) {
      expect(formatMinute(parseMinute(text)!)).toBe(text);
    }
  });

  test("midnight belongs to the day that it begins", () => {
    const day = parseDay("2026-01-05")!;
    expect(dayOfMinute(day * MINUTES_A_DAY)).toBe(day);
    expect(dayOfMinute(day * MINUTES_A_DAY - 1)).toBe(day - 1);
    expect(dayOfMinute(-1)).toBe(-1);
  });

  test("a time that does not exist, or is written otherwise, is none", () => {
    const none = [
      "2026-02-30T00:00",
      "2026-01-01T24:00",
      "2026-01-01 00:00",
      "2026-01-01T00:00Z",
      "2026-01-01",
      "2026-01-01T0:00x",
      20260101,
      undefined,
    ];
    expect(none.filter((text) => parseMinute(text) !== undefined)).toEqual([]);
  });
});
