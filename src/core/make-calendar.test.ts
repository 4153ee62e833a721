import { describe, expect, test } from "vitest";
import { formatPath, makeCalendar, type PlanningInputError, parseDay } from "./index.js";

/** Everything for which a calendar is refused: path and code. */
function refusals(...given: readonly unknown[]): string[] {
  try {
    makeCalendar(...(given as Parameters<typeof makeCalendar>));
  } catch (error) {
    const { name, issues } = error as PlanningInputError;
    expect(name).toBe("PlanningInputError");
    return issues.map(({ path, code }) => `${formatPath(path)} ${code}`);
  }
  return [];
}

const newYear = parseDay("2026-01-01")!;

describe("Making a calendar refuses, all at once,", () => {
  test("exceptions without a day, or with a date as in the rows of a plan", () => {
    expect(refusals("c", ["mon"], [{ date: "2026-01-06", working: false }])).toEqual([
      "exceptions[0].date unknownField",
      "exceptions[0].day missingField",
    ]);
  });

  test("weekdays that are none, and an id that is none", () => {
    expect(refusals("", ["Monday", "tue", 2], [])).toEqual([
      "id invalidType",
      "workingDays[0] outOfRange",
      "workingDays[2] invalidType",
    ]);
    expect(refusals(undefined, "mon", {})).toEqual([
      "id missingField",
      "workingDays invalidType",
      "exceptions invalidType",
    ]);
  });

  test("days that are no days of 1900 to 2199", () => {
    const days = ["2026-01-06", 0.5, Number.NaN, Date.UTC(2026, 0, 6), -25_568, 84_006];
    expect(
      refusals(
        "c",
        ["mon"],
        days.map((day) => ({ day, working: true })),
      ),
    ).toEqual([
      "exceptions[0].day invalidType",
      "exceptions[1].day invalidType",
      "exceptions[2].day invalidType",
      "exceptions[3].day outOfRange",
      "exceptions[4].day outOfRange",
      "exceptions[5].day outOfRange",
    ]);
  });

  test("a day that stands twice, also beside other mistakes", () => {
    const exceptions = [
      { day: newYear, working: "no" },
      { day: newYear, working: true },
    ];
    expect(refusals("c", undefined, exceptions)).toEqual([
      "exceptions[0].working invalidType",
      "exceptions[1].day duplicateId",
    ]);
  });
});

describe("Making a calendar takes", () => {
  test("no weekdays, all of them, and the first and last day there is", () => {
    const exceptions = [-25_567, 84_005].map((day) => ({ day, working: true }));
    expect(refusals("c", [], exceptions)).toEqual([]);
    expect(refusals("c")).toEqual([]);
    expect(refusals("c", ["mon", "mon"], [])).toEqual([]);
  });
});
