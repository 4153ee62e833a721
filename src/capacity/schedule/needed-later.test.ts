import { describe, expect, test } from "vitest";
import { day } from "../../../test/support/desk-shop.js";
import {
  type PlanningInput,
  planRequirements,
  planWithCapacity,
  scheduleOrders,
} from "../../index.js";

describe("An order that needs material some days after its begin", () => {
  const fit = { workCenter: "bench", run: 4 };

  /** A desk needs 18 boards two days after its begin; their 9 hours at a saw of 8 must lie in one shift. */
  const tooLong = (desk: object, changes: Partial<PlanningInput> = {}): PlanningInput => ({
    startDate: "2026-01-05",
    horizonEnd: "2026-02-10",
    items: [{ id: "desk" }, { id: "board" }],
    suppliers: [{ id: "joiner" }],
    sources: [{ item: "board", kind: "make" }],
    boms: [{ item: "desk", lines: [{ item: "board", quantity: 18, offset: 2 }] }],
    workCenters: [
      { id: "saw", shifts: [day], finishWithinShift: true },
      { id: "bench", shifts: [day] },
    ],
    routings: [
      { id: "desk", item: "desk", operations: [{ id: "fit", ...desk }] },
      { id: "board", item: "board", operations: [{ id: "cut", workCenter: "saw", run: 0.5 }] },
    ],
    demands: [{ id: "first", item: "desk", quantity: 1, due: "2026-01-19" }],
    ...changes,
  });

  test.each([
    ["in a shift that is too short", {}],
    [
      "at a saw that has closed for good",
      {
        workCenters: [
          { id: "saw", shifts: [{ ...day, validTo: "2026-01-01" }] },
          { id: "bench", shifts: [day] },
        ],
      },
    ],
  ])("has no place where that has none, %s", (_, changes) => {
    const input = tooLong(fit, changes);
    const plan = planRequirements(input);
    for (const schedule of [scheduleOrders(plan), planWithCapacity(input).schedule]) {
      const [desk] = schedule.unscheduled;
      expect(desk).toMatchObject({ item: "desk", operation: "fit", reason: "material" });
      expect(desk?.waitsFor?.order ?? desk?.waitsFor?.supply).toContain("board");
      expect(schedule.jobs.length).toBe(0);
      expect(schedule.demands.at(0)?.available).toBeNull();
    }
  });

  test.each([
    ["at a supplier", { subcontract: { supplier: "joiner", leadTime: 3 } }],
    ["at the same saw", { workCenter: "saw", run: 1 }],
  ])("has no place either, %s, where an open order brings some of it", (_, desk) => {
    const supplies = [
      { id: "open", item: "board", quantity: 1, due: "2026-01-24", kind: "production" as const },
    ];
    const schedule = scheduleOrders(planRequirements(tooLong(desk, { supplies })));
    expect(Array.from(schedule.jobs, ({ supply, limit }) => [supply, limit])).toEqual([
      ["open", null],
    ]);
    expect(Array.from(schedule.unscheduled, ({ item, reason }) => [item, reason])).toEqual([
      ["desk", "material"],
      ["board", "shiftTooShort"],
    ]);
  });

  test("has no place either where that is done by the end of the year 2199, but usable only after it", () => {
    const changes: Partial<PlanningInput> = {
      startDate: "2199-12-25",
      horizonEnd: "2199-12-31",
      items: [{ id: "desk" }, { id: "board", receivingTime: 2 }],
      workCenters: ["saw", "bench"].map((id) => ({ id, shifts: [day] })),
      boms: [{ item: "desk", lines: [{ item: "board", quantity: 80, offset: 3 }] }],
      demands: [{ id: "first", item: "desk", quantity: 1, due: "2199-12-27" }],
    };
    const { jobs, unscheduled } = scheduleOrders(planRequirements(tooLong(fit, changes)));
    expect(jobs.length).toBe(0);
    expect(unscheduled.length).toBe(2);
  });
});
