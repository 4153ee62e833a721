import { describe, expect, test } from "vitest";
import { mistakesOf } from "../../../test/support/mps/mistakes-of.js";
import { Decimal } from "../../core/index.js";
import {
  availableToPromise,
  forecastByPlanningBill,
  optionForecast,
  type ScheduleChangesInput,
  scheduleChanges,
  timeFences,
  ZONE_EDITS,
} from "../index.js";

const fences = timeFences({
  startDate: "2026-01-05",
  demandTimeFence: 7,
  planningTimeFence: 28,
});

const line = (id: string, date: string, quantity: number) => ({ id, date, quantity });

function changesOf(change: Omit<ScheduleChangesInput, "fences">): string[] {
  return scheduleChanges({ fences, ...change }).map(
    ({ id, edit, zone, allowed, quantity }) =>
      `${id} ${edit} ${quantity} in ${zone}: ${allowed ? "allowed" : "not allowed"}`,
  );
}

describe("Changes of a master schedule", () => {
  const before = [
    line("frozen", "2026-01-08", 10),
    line("slushy", "2026-01-20", 10),
    line("liquid", "2026-02-10", 10),
  ];
  const after = [
    line("frozen", "2026-01-08", 12),
    line("slushy", "2026-01-22", 10),
    line("new", "2026-01-15", 5),
    line("liquid", "2026-02-02", 7),
  ];

  test("by planning are left to the liquid zone; in the slushy one it may push back and take out", () => {
    expect(changesOf({ before, after, by: "planning" })).toEqual([
      "frozen increase 2 in frozen: not allowed",
      "liquid moveIn 0 in liquid: allowed",
      "liquid decrease -3 in liquid: allowed",
      "new add 5 in slushy: not allowed",
      "slushy moveOut 0 in slushy: allowed",
    ]);
  });

  test("by the scheduler stop at the demand time fence", () => {
    const allowed = changesOf({ before, after, by: "scheduler" });
    expect(allowed.filter((change) => change.endsWith("not allowed"))).toEqual([
      "frozen increase 2 in frozen: not allowed",
    ]);
  });

  test("by management are all allowed", () => {
    const allowed = changesOf({ before, after, by: "management" });
    expect(allowed.filter((change) => change.endsWith("not allowed"))).toEqual([]);
  });

  test("into a firmer zone are judged by that one", () => {
    const moved = [line("liquid", "2026-01-08", 10)];
    const change = { before: [line("liquid", "2026-02-10", 10)], after: moved };
    expect(changesOf({ ...change, by: "scheduler" })).toEqual([
      "liquid moveIn 0 in frozen: not allowed",
    ]);
  });

  test("are none where nothing differs, and a cancellation takes all away", () => {
    expect(changesOf({ before, after: before, by: "planning" })).toEqual([]);
    expect(changesOf({ before, after: [], by: "scheduler" })).toEqual([
      "frozen cancel -10 in frozen: not allowed",
      "liquid cancel -10 in liquid: allowed",
      "slushy cancel -10 in slushy: allowed",
    ]);
  });

  test("are judged by a table that nobody can change", () => {
    const { scheduler, management } = ZONE_EDITS.frozen;
    expect(() => (scheduler as string[]).push("add")).toThrow(TypeError);
    expect(() => (management as string[]).pop()).toThrow(TypeError);
    expect(() => Object.assign(ZONE_EDITS.slushy, { planning: [] })).toThrow(TypeError);
    expect(() => Object.assign(ZONE_EDITS, { frozen: ZONE_EDITS.liquid })).toThrow(TypeError);
  });

  test("take nothing away where a line of nothing is cancelled, and no negative zero", () => {
    const input = { fences, before: [line("a", "2026-01-08", 0)], after: [] };
    const [change] = scheduleChanges({ ...input, by: "management" });
    expect(JSON.stringify(change)).toContain('"quantity":"0"');
  });

  test("are refused where an id stands twice", () => {
    const twice = [line("a", "2026-01-08", 1), line("a", "2026-01-09", 1)];
    const input = { fences, before: [], after: twice, by: "planning" } as const;
    expect(mistakesOf(() => scheduleChanges(input))).toEqual(["after.1.id: duplicateId"]);
  });
});

describe("A two-level master schedule", () => {
  const bill = [
    { component: "diesel", group: "engine", percentage: 30 },
    { component: "petrol", group: "engine", percentage: 70 },
    { component: "towbar", percentage: 25 },
  ];

  test("forecasts options from what the family can still promise, and what is booked of them", () => {
    const family = { onHand: 5, supply: [50, 0, 50], orders: [40, 8, 30] };
    const options = optionForecast({
      familyAvailable: availableToPromise({ method: "discrete", ...family }),
      bill,
      booked: [
        { component: "diesel", orders: [20, 5, 10] },
        { component: "petrol", orders: [20, 3, 20] },
      ],
    });
    const figures = options.map(({ component, expected, forecast }) => {
      return `${component}: ${expected.join(" ")} → ${forecast.join(" ")}`;
    });
    expect(figures).toEqual([
      "diesel: 2 0 6 → 22 5 16",
      "petrol: 5 0 14 → 25 3 34",
      "towbar: 2 0 5 → 2 0 5",
    ]);
  });

  test("splits each period so that the options of a group add up to the family", () => {
    const familyAvailable = [1, 2, 3, 7, 0, -4];
    const [diesel, petrol] = optionForecast({ familyAvailable, bill });
    const sums = diesel!.expected.map((one, n) => Number(one.plus(petrol!.expected[n]!)));
    expect(sums).toEqual([1, 2, 3, 7, 0, 0]);
  });

  test("is exact however fine the quantity of an option is", () => {
    const fine = `${"3".repeat(59)}1/${"7".repeat(60)}`;
    const [part] = optionForecast({
      familyAvailable: [7],
      bill: [{ component: "grease", quantity: fine, percentage: "100/3" }],
    });
    const [expected] = part!.expected;
    // A third of 7 is rounded up to 3.
    const exact = new Decimal(`${"3".repeat(59)}1`).times(3).div("7".repeat(60));
    expect(`${expected}`).toBe(`${exact}`);
  });

  test("refuses a bill without rows", () => {
    expect(mistakesOf(() => optionForecast({ familyAvailable: [4], bill: [] }))).toEqual([
      "bill: outOfRange",
    ]);
    const forecasts = [{ id: "w", from: "2026-01-05", quantity: 3 }];
    expect(mistakesOf(() => forecastByPlanningBill({ forecasts, bill: [] }))).toEqual([
      "bill: outOfRange",
    ]);
  });

  test("refuses unknown options, lists that do not fit and percentages that do not add up", () => {
    const booked = [
      { component: "steam", orders: [1] },
      { component: "diesel", orders: [1, 2] },
    ];
    expect(mistakesOf(() => optionForecast({ familyAvailable: [4], bill, booked }))).toEqual([
      "booked.0.component: unknownId",
      "booked.1.orders: contradiction",
    ]);
    const short = bill.slice(0, 1);
    const [mistake] = mistakesOf(() => optionForecast({ familyAvailable: [4, 5], bill: short }));
    expect(mistake).toMatch(/^bill.*: contradiction$/);
    expect(mistakesOf(() => optionForecast({ familyAvailable: [4, "4.5"], bill }))).toEqual([
      "familyAvailable.1: tooFine",
    ]);
  });
});
