import { describe, expect, test } from "vitest";
import { makeCalendar, PlanningInputError, parseDay } from "../core/index.js";
import {
  availableCapacity,
  makeRouting,
  makeWorkCenter,
  makeWorkTime,
  openHours,
  operationTimes,
  routingLeadTime,
  type Shift,
} from "./index.js";

const shifts = [{ from: "06:00", until: "14:00" }];
const saw = makeWorkCenter({ id: "saw", shifts });
const lookups = {
  workCenter: (id: string) => (id === "saw" ? saw : undefined),
  tool: (id: string) => id === "jig",
  supplierCalendar: (id: string) => (id === "Paint" ? makeCalendar("it") : undefined),
};

/** What is refused, as `path: code`. */
function refused(call: () => unknown): string[] {
  try {
    call();
  } catch (error) {
    if (!(error instanceof PlanningInputError)) throw error;
    return error.issues.map(({ path, code }) => `${path.join(".")}: ${code}`);
  }
  return [];
}

const center = (fields: object) =>
  refused(() => makeWorkCenter({ id: "w", shifts, ...fields } as never));
const week = (...rows: readonly Shift[]) => refused(() => makeWorkTime({ shifts: rows }));
const operations = (...rows: readonly object[]) =>
  refused(() => makeRouting({ id: "r", item: "i", operations: rows } as never, lookups));

describe("Shifts that are refused", () => {
  test("none at all, and those that never open the centre", () => {
    expect(week()).toEqual(["shifts: missingField"]);
    expect(week({ ...shifts[0]!, days: [] })).toEqual(["shifts.0.days: outOfRange"]);
    const closed = makeCalendar("closed", []);
    expect(refused(() => makeWorkTime({ shifts, calendar: closed }))).toEqual([
      "shifts: contradiction",
    ]);
    expect(
      week({ from: "06:00", until: "07:00", breaks: [{ from: "06:00", until: "07:00" }] }),
    ).toEqual(["shifts: contradiction"]);
    expect(center({ shifts: [], exceptions: [{ date: "2026-01-05", shifts }] })).toEqual([]);
  });

  test("those that overlap, also over midnight, round the week and from one validity to the next", () => {
    const night = { from: "22:00", until: "06:00" };
    expect(week(night, { from: "06:00", until: "14:00" })).toEqual([]);
    expect(week(night, { from: "05:59", until: "14:00" })).toEqual(["shifts.1: contradiction"]);
    expect(
      week({ ...night, days: ["sun"] }, { from: "05:00", until: "07:00", days: ["mon"] }),
    ).toEqual(["shifts.1: contradiction"]);
    expect(
      week({ ...night, days: ["mon"] }, { from: "05:00", until: "07:00", days: ["mon"] }),
    ).toEqual([]);
    const early = { from: "05:00", until: "07:00" };
    expect(
      week({ ...night, validTo: "2026-01-05" }, { ...early, validFrom: "2026-01-05" }),
    ).toEqual(["shifts.1: contradiction"]);
    expect(
      week({ ...night, validTo: "2026-01-05" }, { ...early, validFrom: "2026-01-06" }),
    ).toEqual([]);
  });

  test("those that meet on a date, not those whose weekdays come on different ones", () => {
    // Begins for the last time on Monday the 27th, the other for the first time on the 28th.
    const noon = { from: "12:00", until: "24:00", validTo: "2027-12-28" };
    const tuesday = {
      from: "07:00",
      until: "21:00",
      days: ["tue"],
      validFrom: "2027-12-27",
    } as const;
    expect(week(noon, tuesday)).toEqual([]);
    expect(week(noon, { ...tuesday, validFrom: "2027-12-20" })).toEqual([
      "shifts.0: contradiction",
    ]);
    // Of the two Tuesdays on which both are valid, exceptions say something else.
    const both = { ...noon, validFrom: "2027-12-20" };
    const dates = (...exceptions: readonly string[]) =>
      refused(() =>
        makeWorkTime({
          shifts: [
            { ...both, validTo: "2028-01-03" },
            { ...tuesday, validFrom: "2027-12-20", validTo: "2028-01-03" },
          ],
          exceptions: exceptions.map((date) => ({ date, shifts: [] })),
        }),
      );
    expect(dates("2027-12-21", "2027-12-28")).toEqual([]);
    expect(dates("2027-12-21")).toEqual(["shifts.0: contradiction"]);
    // A night before a morning of a week of a single day.
    const night = { from: "22:00", until: "06:00", days: ["mon"] } as const;
    const early = { from: "05:00", until: "07:00", days: ["tue"] } as const;
    const only = (from: string, to: string) => ({ validFrom: from, validTo: to });
    const week2 = (from: string, to: string) =>
      week({ ...night, ...only(from, to) }, { ...early, ...only(from, to) });
    expect(week2("2026-01-05", "2026-01-06")).toEqual([]);
    expect(week2("2026-01-06", "2026-01-12")).toEqual([]);
    expect(week2("2026-01-05", "2026-01-07")).toEqual(["shifts.1: contradiction"]);
  });

  test("an exception that overlaps the shift of the day before, the day after, or itself", () => {
    const night = [{ from: "22:00", until: "06:00" }];
    const on = (...rows: readonly object[]) =>
      refused(() =>
        makeWorkTime({
          shifts: night,
          exceptions: [{ date: "2026-01-05", shifts: rows as never }],
        }),
      );
    expect(on({ from: "06:00", until: "22:00" })).toEqual([]);
    expect(on({ from: "05:00", until: "08:00" })).toEqual(["exceptions.0.shifts.0: contradiction"]);
    expect(on({ from: "23:00", until: "22:30" })).toEqual(["shifts.0: contradiction"]);
    expect(on({ from: "08:00", until: "10:00" }, { from: "09:00", until: "11:00" })).toEqual([
      "exceptions.0.shifts.1: contradiction",
    ]);
  });

  test("shifts of days that do not work do not overlap", () => {
    const rows = [
      { from: "22:00", until: "06:00", days: ["sun"] },
      { from: "05:00", until: "07:00", days: ["mon"] },
    ] as const;
    const monday = parseDay("2026-01-05")!;
    const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;
    const on = (working: boolean) =>
      refused(() =>
        makeWorkTime({
          shifts: rows,
          calendar: makeCalendar("c", weekdays, [{ day: monday - 1, working }]),
        }),
      );
    expect(on(false)).toEqual([]);
    expect(on(true)).toEqual(["shifts.1: contradiction"]);
  });

  test("breaks outside their shift or over one another", () => {
    const rest = (...breaks: readonly { from: string; until: string }[]) =>
      week({ from: "22:00", until: "06:00", breaks });
    expect(rest({ from: "23:50", until: "00:10" }, { from: "02:00", until: "02:30" })).toEqual([]);
    expect(rest({ from: "05:50", until: "06:10" })).toEqual(["shifts.0.breaks.0: contradiction"]);
    expect(rest({ from: "21:00", until: "21:30" })).toEqual(["shifts.0.breaks.0: contradiction"]);
    expect(rest({ from: "02:00", until: "03:00" }, { from: "01:00", until: "02:01" })).toEqual([
      "shifts.0.breaks.0: contradiction",
    ]);
  });

  test("breaks and days that are none", () => {
    const rest = (from: string, until: string) =>
      week({ from: "06:00", until: "14:00", breaks: [{ from, until }] });
    expect(rest("08:00", "08:00")).toEqual(["shifts.0.breaks.0: contradiction"]);
    expect(() =>
      makeWorkTime({
        shifts: [{ from: "06:00", until: "14:00", breaks: [{ from: "08:00", until: "08:00" }] }],
      }),
    ).toThrow("The break 0 is empty");
    expect(week(shifts[0]!, { from: "15:00", until: "16:00", days: [] })).toEqual([
      "shifts.1.days: outOfRange",
    ]);
  });

  test("hours, dates and overtime that are none", () => {
    expect(week({ from: "24:00", until: "6" })).toEqual([
      "shifts.0.from: invalidDate",
      "shifts.0.until: invalidDate",
    ]);
    expect(week({ ...shifts[0]!, validFrom: "2026-01-02", validTo: "2026-01-02" })).toEqual([
      "shifts.0.validTo: contradiction",
    ]);
    const closed = { date: "2026-01-05", shifts: [] };
    expect(center({ exceptions: [closed, closed] })).toEqual(["exceptions.1.date: duplicateId"]);
    const from = "2026-01-05T14:00";
    expect(center({ overtime: [{ from, until: from }] })).toEqual(["overtime.0: contradiction"]);
    expect(
      center({
        overtime: [
          { from, until: "2026-01-05T16:00" },
          { from: "2026-01-05T15:00", until: "2026-01-05T17:00" },
        ],
      }),
    ).toEqual(["overtime.1: contradiction"]);
    expect(center({ overtime: [{ from: "1899-12-31T23:00", until: "2026-01-05T24:00" }] })).toEqual(
      ["overtime.0.from: outOfRange", "overtime.0.until: invalidDate"],
    );
  });
});

describe("Work centres that are refused", () => {
  test("figures out of range, all at once", () => {
    const setups = [
      { from: "a", to: "b", hours: -1 },
      { from: "a", to: "b", hours: 1 },
    ];
    expect(
      center({ units: 0, efficiency: 0, utilization: 1.01, costPerHour: -1, setups, colour: 1 }),
    ).toEqual([
      "colour: unknownField",
      "units: outOfRange",
      "efficiency: outOfRange",
      "utilization: outOfRange",
      "setups.0.hours: outOfRange",
      "costPerHour: outOfRange",
    ]);
    expect(center({ setups: [setups[1], setups[1]] })).toEqual(["setups.1: duplicateId"]);
    expect(center({ units: 1.5, efficiency: "fast", utilization: 0 })).toEqual([
      "units: invalidType",
      "efficiency: invalidQuantity",
      "utilization: outOfRange",
    ]);
  });

  test("a calendar that is named and not given, another one, and one that makeCalendar did not make", () => {
    const office = makeCalendar("office", ["mon"]);
    const named = { id: "w", shifts, calendar: "office" };
    const period = ["2026-01-05T00:00", "2026-01-12T00:00"] as const;
    expect(`${openHours(named, ...period, office)}`).toBe("8");
    expect(refused(() => makeWorkCenter(named, office))).toEqual([]);
    expect(refused(() => makeWorkCenter(named))).toEqual(["calendar: missingField"]);
    expect(refused(() => openHours(named, ...period))).toEqual([
      "workCenter.calendar: missingField",
    ]);
    const other = makeCalendar("fairground", ["sat"]);
    expect(refused(() => makeWorkCenter(named, other))).toEqual(["calendar: contradiction"]);
    for (const none of [{ workingDays: ["mon"] }, "office", {}, null, 7]) {
      const { calendar: _, ...plain } = named;
      expect(refused(() => openHours(plain, ...period, none as never))).toEqual([
        "calendar: invalidType",
      ]);
      expect(refused(() => makeWorkCenter(named, none as never))).toEqual([
        "calendar: invalidType",
      ]);
    }
  });

  test("what is no work centre at all", () => {
    for (const value of [undefined, null, 7, "saw", [], new Map()]) {
      expect(refused(() => makeWorkCenter(value as never))).toHaveLength(1);
    }
  });
});

describe("Routings that are refused", () => {
  test("an operation without work centre, or with a supplier too", () => {
    expect(operations({ id: "10" })).toEqual(["operations.0.workCenter: missingField"]);
    const subcontract = { supplier: "Paint", leadTime: 1 };
    expect(operations({ id: "10", workCenter: "saw", subcontract })).toEqual([
      "operations.0.subcontract: contradiction",
    ]);
    expect(operations({ id: "10", subcontract, setup: 1, tools: ["jig"], wait: 1 })).toEqual([
      "operations.0.setup: contradiction",
      "operations.0.tools: contradiction",
    ]);
    expect(operations()).toEqual(["operations: outOfRange"]);
  });

  test("unknown and repeated ids, each with its path", () => {
    const subcontract = { supplier: "Smith", leadTime: 1 };
    const alternates = [
      { workCenter: "saw", priority: 1 },
      { workCenter: "lathe", priority: 1 },
    ];
    expect(
      operations(
        { id: "10", workCenter: "drill", tools: ["jig", "jig", "clamp"] },
        { id: "10", workCenter: "saw", after: ["30"], alternates },
        { id: "20", subcontract },
      ),
    ).toEqual([
      "operations.0.workCenter: unknownId",
      "operations.0.tools.1: duplicateId",
      "operations.0.tools.2: unknownId",
      "operations.1.alternates.0.workCenter: contradiction",
      "operations.1.alternates.1.workCenter: unknownId",
      "operations.2.subcontract.supplier: unknownId",
      "operations.1.id: duplicateId",
      "operations.1.after.0: unknownId",
    ]);
  });

  test("times and quantities out of range", () => {
    expect(
      operations({
        id: "10",
        workCenter: "saw",
        setup: -1,
        run: "-1/2",
        queue: Number.NaN,
        batch: 0,
        transferBatch: 0,
        yield: 0,
        split: 0,
      }),
    ).toEqual([
      "operations.0.setup: outOfRange",
      "operations.0.run: outOfRange",
      "operations.0.batch: outOfRange",
      "operations.0.queue: invalidQuantity",
      "operations.0.yield: outOfRange",
      "operations.0.split: outOfRange",
      "operations.0.transferBatch: outOfRange",
    ]);
  });

  test("a split above the units that work side by side", () => {
    const split = { id: "10", workCenter: "saw", split: 2 };
    expect(operations(split)).toEqual(["operations.0.split: contradiction"]);
    expect(operations({ ...split, split: 1 })).toEqual([]);
    const two = makeWorkCenter({ id: "saw", shifts, units: 2 });
    const input = { id: "r", item: "i", operations: [split] };
    expect(makeRouting(input, { workCenter: () => two }).operations[0]!.split).toBe(2);
  });

  test("a centre that has mistakes of its own is not reported once more", () => {
    const input = { id: "r", item: "i", operations: [{ id: "10", workCenter: "saw", run: -1 }] };
    expect(refused(() => makeRouting(input, { workCenter: () => "inDoubt" }))).toEqual([
      "operations.0.run: outOfRange",
    ]);
  });

  test("a lead time from hours of a centre that has no shift then", () => {
    const old = makeWorkCenter({ id: "old", shifts: [{ ...shifts[0]!, validTo: "2026-01-05" }] });
    const input = { id: "r", item: "i", operations: [{ id: "10", workCenter: "old", run: 1 }] };
    const routing = makeRouting(input, { workCenter: () => old });
    const on = (date: string) =>
      refused(() => routingLeadTime(routing, { num: 1n, den: 1n }, parseDay(date)!));
    expect(on("2026-01-04")).toEqual([]);
    expect(on("2026-01-05")).toEqual(["operations.0.workCenter: contradiction"]);
  });
});

describe("Other calls that are refused", () => {
  test("with every mistake of their arguments", () => {
    const rows = [{ id: "saw", shifts }, { id: "saw", shifts }, { id: "drill" }];
    const routing = {
      id: "r",
      item: "i",
      operations: [
        { id: "10", workCenter: "drill" },
        { id: "20", workCenter: "robot" },
      ],
    };
    expect(refused(() => operationTimes(routing, rows as never, -1))).toEqual([
      "workCenters.1.id: duplicateId",
      "workCenters.2.shifts: missingField",
      "routing.operations.1.workCenter: unknownId",
      "startQuantity: outOfRange",
    ]);
    expect(refused(() => openHours({ id: "saw", shifts }, "2026-01-05", "x"))).toEqual([
      "from: invalidDate",
      "until: invalidDate",
    ]);
    expect(
      refused(() => openHours({ id: "saw", shifts }, "2026-01-05T00:00", "2026-01-04T00:00")),
    ).toEqual(["until: contradiction"]);
    expect(refused(() => availableCapacity({ hours: -1, utilization: 2, efficiency: 0 }))).toEqual([
      "hours: outOfRange",
      "utilization: outOfRange",
      "efficiency: outOfRange",
    ]);
  });

  test("with times of which the minutes are not held exactly", () => {
    const timesOf = (fields: object) => {
      const first = { id: "10", workCenter: "saw" };
      const row = { id: "20", workCenter: "saw", ...fields };
      const routing = { id: "r", item: "i", operations: [first, row] };
      return refused(() => operationTimes(routing, [{ id: "saw", shifts }], 1));
    };
    const endless = "routing.operations.1: outOfRange";
    expect(timesOf({ setup: 1e15 })).toEqual([endless]);
    expect(timesOf({ queue: 1e15, move: 1e15 })).toEqual([endless, endless]);
    expect(timesOf({ setup: 1e14, queue: 1e14, wait: 1e14 })).toEqual([]);
  });
});
