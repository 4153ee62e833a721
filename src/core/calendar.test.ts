import { describe, expect, test } from "vitest";
import {
  addWorkingDays,
  EVERY_DAY,
  firstWorkingDay,
  isWorkingDay,
  lastWorkingDay,
  NoWorkingDay,
  workingDaysUpTo,
} from "./calendar.js";
import { type Day, FIRST_DAY, formatDay, LAST_DAY, parseDay } from "./day.js";
import { makeCalendar } from "./make-calendar.js";

const day = (text: string): Day => parseDay(text)!;
const office = makeCalendar(
  "office",
  ["mon", "tue", "wed", "thu", "fri"],
  [
    { day: day("2026-01-01"), working: false }, // New Year, a Thursday
    { day: day("2026-01-10"), working: true }, // a Saturday made up for it
  ],
);

describe("A working calendar (T3)", () => {
  test("works on its weekdays, and not as its exceptions say otherwise", () => {
    const working: string[] = [];
    for (let d = day("2025-12-29"); d <= day("2026-01-12"); d++) {
      if (isWorkingDay(office, d)) working.push(formatDay(d).slice(-2));
    }
    expect(working.join(" ")).toBe("29 30 31 02 05 06 07 08 09 10 12");
  });

  test("an exception that says what the week says anyway changes nothing", () => {
    const plain = makeCalendar("plain", ["mon"]);
    const same = makeCalendar(
      "plain",
      ["mon"],
      [
        { day: day("2026-01-05"), working: true }, // a Monday
        { day: day("2026-01-06"), working: false },
      ],
    );
    expect(same).toEqual(plain);
  });

  test("exceptions may be given in any order", () => {
    const exceptions = [
      { day: day("2026-01-10"), working: true },
      { day: day("2026-01-01"), working: false },
    ];
    const weekdays = ["fri", "thu", "wed", "tue", "mon"] as const;
    expect(makeCalendar("office", weekdays, exceptions)).toEqual(office);
    expect(exceptions.map(({ working }) => working)).toEqual([true, false]);
  });

  test("the last working day not after a day and the first not before it are the day itself if it works", () => {
    expect(formatDay(lastWorkingDay(office, day("2026-01-01")))).toBe("2025-12-31");
    expect(formatDay(lastWorkingDay(office, day("2026-01-10")))).toBe("2026-01-10");
    expect(formatDay(firstWorkingDay(office, day("2026-01-01")))).toBe("2026-01-02");
    expect(formatDay(firstWorkingDay(office, day("2026-01-11")))).toBe("2026-01-12");
  });

  test("n working days on are the n-th strictly after, and back the n-th strictly before", () => {
    expect(formatDay(addWorkingDays(office, day("2025-12-31"), 1))).toBe("2026-01-02");
    expect(formatDay(addWorkingDays(office, day("2026-01-09"), 2))).toBe("2026-01-12");
    expect(formatDay(addWorkingDays(office, day("2026-01-02"), -1))).toBe("2025-12-31");
    expect(formatDay(addWorkingDays(office, day("2026-01-04"), -1))).toBe("2026-01-02");
  });

  test("no working day on is the day itself, working or not", () => {
    expect(addWorkingDays(office, day("2026-01-04"), 0)).toBe(day("2026-01-04"));
    expect(addWorkingDays(makeCalendar("closed", []), 5, 0)).toBe(5);
  });

  test("without a pattern every day works", () => {
    expect(makeCalendar("always").everyDay).toBe(true);
    expect(EVERY_DAY.everyDay).toBe(true);
    expect(addWorkingDays(EVERY_DAY, 10, -36500)).toBe(-36490);
    expect([lastWorkingDay(EVERY_DAY, 7), firstWorkingDay(EVERY_DAY, 7)]).toEqual([7, 7]);
  });

  test("reaches over the three centuries of dates as fast as over a week", () => {
    const days = LAST_DAY - FIRST_DAY + 1; // from a Monday to a Tuesday
    const workdays = makeCalendar("work", ["mon", "tue", "wed", "thu", "fri"]);
    const count = workingDaysUpTo(workdays, LAST_DAY) - workingDaysUpTo(workdays, FIRST_DAY - 1);
    expect(count).toBe(Math.floor(days / 7) * 5 + 2);
    expect(addWorkingDays(workdays, FIRST_DAY, count - 1)).toBe(LAST_DAY);
  });
});

describe("A calendar that runs out of working days says so", () => {
  const closed = makeCalendar('the "old" shop', []);
  const once = makeCalendar("once", [], [{ day: 100, working: true }]);

  test("in every question that has no answer", () => {
    expect(() => lastWorkingDay(closed, 0)).toThrow(NoWorkingDay);
    expect(() => firstWorkingDay(closed, 0)).toThrow(NoWorkingDay);
    expect(() => addWorkingDays(closed, 0, 1)).toThrow(NoWorkingDay);
    expect(() => addWorkingDays(closed, 0, -1)).toThrow(NoWorkingDay);
    expect(isWorkingDay(closed, 0)).toBe(false);
  });

  test("on the side on which there is none, and only there", () => {
    expect(firstWorkingDay(once, 50)).toBe(100);
    expect(lastWorkingDay(once, 150)).toBe(100);
    expect(() => firstWorkingDay(once, 101)).toThrow(NoWorkingDay);
    expect(() => lastWorkingDay(once, 99)).toThrow(NoWorkingDay);
    expect(addWorkingDays(once, 99, 1)).toBe(100);
    expect(() => addWorkingDays(once, 100, 1)).toThrow(NoWorkingDay);
    expect(() => addWorkingDays(once, 100, -1)).toThrow(NoWorkingDay);
    expect(() => addWorkingDays(once, 101, -2)).toThrow(NoWorkingDay);
  });

  test("by name, with the calendar", () => {
    expect(() => firstWorkingDay(closed, 0)).toThrow(
      expect.objectContaining({
        name: "NoWorkingDay",
        calendar: 'the "old" shop',
        message: 'The calendar "the \\"old\\" shop" has no such working day.',
      }),
    );
  });
});
