import { describe, expect, test } from "vitest";
import { alone, day, shop } from "../../../test/support/desk-shop.js";
import {
  applySchedule,
  type PlanningInput,
  type PlanSchedule,
  planInput,
  planningRecord,
  planRequirements,
  planWithCapacity,
  scheduleOrders,
} from "../../index.js";

describe("Planning material and capacity together", () => {
  test("An order that cannot be scheduled keeps its size and its days, whatever is wanted beside it", () => {
    const oven = { id: "oven", shifts: [day], finishWithinShift: true };
    const bake = (small: number) => {
      const {
        plan: last,
        schedule,
        converged,
      } = planWithCapacity({
        startDate: "2026-01-05",
        horizonEnd: "2026-02-28",
        items: [{ id: "pot", leadTime: 2 }],
        sources: [{ item: "pot", kind: "make" }],
        workCenters: [oven],
        routings: [
          { id: "pot", item: "pot", operations: [{ id: "20", workCenter: "oven", run: 2 }] },
        ],
        demands: [
          { id: "big", item: "pot", quantity: 10, due: "2026-01-12" },
          { id: "small", item: "pot", quantity: small, due: "2026-01-13" },
        ],
      });
      const sizes = Array.from([...last.supplies, ...last.orders], ({ quantity }) => `${quantity}`);
      const lacks = Array.from(schedule.unscheduled, ({ reason }) => reason);
      return [converged, sizes, lacks];
    };
    for (const small of [1, 3, 4]) {
      expect(bake(small)).toEqual([true, ["10", `${small}`], ["shiftTooShort"]]);
    }
  });

  test("The plan says of a released order what its schedule says, and proposes no day that it cannot keep", () => {
    for (const firm of [true, undefined]) {
      const input = {
        ...{ ...shop, ...alone, stock: [] },
        demands: [{ id: "first", item: "desk", quantity: 4, due: "2026-01-05" }],
        supplies: [
          { id: "po", item: "desk", quantity: 4, due: "2026-01-12", kind: "production", firm },
        ],
      } as const satisfies PlanningInput;
      const { plan: last, schedule, converged } = planWithCapacity(input);
      expect(converged).toBe(true);
      for (const { demands } of [last, schedule]) {
        expect(demands.at(0)).toMatchObject({ available: "2026-01-06", daysLate: 1 });
      }
      const codes = Array.from(last.messages, ({ code }) => code);
      expect([codes.includes("demandLate"), codes.includes("expedite")]).toEqual([true, false]);
    }
  });

  test("Plan and schedule agree after two rounds; one round says what still changes", () => {
    const { plan: last, schedule, ...rest } = planWithCapacity({ ...shop, stock: [] });
    expect(rest).toEqual({ rounds: 2, converged: true, differences: [] });
    expect(applySchedule(last, schedule).supplies).toEqual(
      applySchedule(last, scheduleOrders(last)).supplies,
    );
    const once = planWithCapacity({ ...shop, stock: [] }, { rounds: 1 });
    expect([once.rounds, once.converged, once.differences.length]).toEqual([1, false, 4]);
    expect(once.differences[0]).toMatchObject({ supply: null, before: null });
  });

  test("Orders that change places from round to round, each for what the other was for, come to rest", () => {
    const shifts = [{ from: "06:00", until: "14:00" }];
    const line = (item: string, quantity: number) => ({ item, quantity });
    const operations = (workCenter: string) => [{ id: "1", workCenter, run: "0.25" }];
    const input: PlanningInput = {
      startDate: "2026-12-21",
      horizonEnd: "2027-05-04",
      calendars: [
        {
          id: "week",
          workingDays: ["mon", "tue", "wed", "thu", "fri"],
          exceptions: [{ date: "2026-12-25", working: false }],
        },
      ],
      sites: [{ id: "main", calendar: "week" }],
      workCenters: [
        { id: "b", shifts },
        { id: "c", shifts, efficiency: "4/5" },
      ],
      items: [
        { id: "i0", leadTimeBasis: "routing" },
        { id: "i1", leadTime: 4 },
        { id: "i2", leadTime: 2 },
        { id: "i3", leadTime: 4 },
        { id: "i4", leadTime: 4 },
      ],
      boms: [
        { item: "i0", lines: [line("i1", 1)] },
        { item: "i1", lines: [line("i4", 2), line("i2", 3)] },
        { item: "i2", lines: [line("i3", 3), line("i4", 1)] },
        { item: "i3", lines: [line("i4", 1)] },
      ],
      sources: [{ item: "i4", kind: "make" }],
      routings: [
        { id: "r0", item: "i0", operations: operations("c") },
        { id: "r4", item: "i4", operations: operations("b") },
      ],
      demands: [
        { id: "d0", item: "i0", quantity: 27, due: "2027-01-02", priority: 3 },
        { id: "d1", item: "i0", quantity: 12, due: "2027-01-14", priority: 2 },
      ],
    };
    const { converged, schedule, rounds } = planWithCapacity(input);
    expect([converged, rounds < 10]).toEqual([true, true]);
    expect(Array.from(schedule.demands, ({ available }) => available)).toEqual([
      "2027-01-22",
      "2027-01-28",
    ]);
    expect(planWithCapacity(input, { rounds: 100 }).rounds).toBe(rounds);
  });

  test("Orders of which only the ends change places from round to round come to rest too", () => {
    const night = [{ from: "22:00", until: "06:00" }];
    const line = (item: string, quantity: number) => ({ item, quantity });
    const made = { leadTimeBasis: "routing" } as const;
    const input: PlanningInput = {
      startDate: "2026-12-21",
      horizonEnd: "2027-05-04",
      workCenters: [
        { id: "a", shifts: night, efficiency: "4/5" },
        { id: "b", shifts: night },
        { id: "c", shifts: [{ from: "06:00", until: "14:00" }], efficiency: "4/5" },
      ],
      items: [
        { id: "i0", ...made },
        { id: "i1", ...made },
        { id: "i3", leadTime: 2 },
        { id: "i4", ...made },
        { id: "i5", ...made, onHand: 5, safetyTime: 1 },
      ],
      boms: [
        { item: "i0", lines: [line("i3", 1), line("i4", 2)] },
        { item: "i3", lines: [line("i4", 1)] },
        { item: "i4", lines: [line("i5", 2)] },
      ],
      sources: ["i0", "i1", "i3", "i4", "i5"].map((item) => ({ item, kind: "make" as const })),
      routings: [
        { id: "r0", item: "i0", operations: [{ id: "o0", workCenter: "c", run: "0.25" }] },
        {
          id: "r1",
          item: "i1",
          operations: [
            { id: "o0", workCenter: "b", run: "0.25" },
            { id: "o1", workCenter: "c", run: "0.1" },
          ],
        },
        {
          id: "r3",
          item: "i3",
          operations: [
            { id: "o0", workCenter: "a", run: "0.5" },
            {
              id: "o1",
              workCenter: "c",
              run: "0.25",
              alternates: [{ workCenter: "a", priority: 1 }],
            },
            { id: "o2", workCenter: "a", setup: 1, run: "0.1", wait: 1 },
          ],
        },
        {
          id: "r4",
          item: "i4",
          operations: [
            { id: "o0", workCenter: "b", run: "0.5", queue: 2 },
            { id: "o1", workCenter: "b", setup: 1, run: "0.25", queue: 2, transferBatch: 3 },
            {
              id: "o2",
              workCenter: "b",
              setup: 1,
              run: "0.25",
              queue: 2,
              alternates: [{ workCenter: "a", priority: 1 }],
            },
          ],
        },
        {
          id: "r5",
          item: "i5",
          operations: [
            { id: "o0", workCenter: "c", setup: 1, run: "0.5" },
            { id: "o1", workCenter: "c", run: "0.1" },
            { id: "o2", workCenter: "a", run: "0.25" },
          ],
        },
      ],
      demands: [
        { id: "d2", item: "i0", quantity: 21, due: "2027-01-16", priority: 3 },
        { id: "d3", item: "i1", quantity: 26, due: "2027-01-01", priority: 1 },
        { id: "d5", item: "i0", quantity: 28, due: "2027-01-21", priority: 1 },
        { id: "d6", item: "i1", quantity: 18, due: "2027-01-14", priority: 2 },
      ],
    };
    const { plan: last, converged, schedule, rounds } = planWithCapacity(input, { rounds: 100 });
    expect(converged).toBe(true);
    // It is at rest: the days of the schedule are those of the plan, and none lies before the end of its order.
    const rows = new Map(planInput(last).supplies?.map((row) => [row.id, row]));
    for (const { supply, start, due, end } of schedule.jobs) {
      const row = rows.get(supply!);
      expect([row?.start, row?.due]).toEqual([start, due]);
      expect(end.slice(0, 10) <= due).toBe(true);
    }
    // And nothing is taken before it counts as there.
    for (const item of ["i3", "i4", "i5"]) {
      expect(planningRecord(last, item).rows.every((row) => row.projectedOnHand.gte(0))).toBe(true);
    }
    expect(planWithCapacity(input).rounds).toBe(rounds);
  });

  test("What is scheduled to begin after the horizon stays there, though what it needs is planned no more (N12)", () => {
    const far = {
      horizonEnd: "2026-01-12",
      stock: [],
      workCenters: [{ id: "saw", shifts: [{ from: "08:00", until: "09:00" }] }],
    };
    const { converged, schedule } = planWithCapacity({ ...shop, ...far });
    expect(converged).toBe(true);
    expect(schedule.jobs.at(0)?.start.localeCompare(far.horizonEnd)).toBe(1);
  });

  test("What stock serves in time stays in time beside orders that are scheduled late", () => {
    const input: PlanningInput = {
      startDate: "2026-01-05",
      sites: [{ id: "plant" }, { id: "shop" }],
      items: [{ id: "cart" }],
      itemSites: [
        { item: "cart", site: "plant", onHand: 4 },
        { item: "cart", site: "shop", leadTime: 1 },
      ],
      sources: [
        { item: "cart", site: "plant", kind: "make" },
        { item: "cart", site: "shop", kind: "transfer", from: "plant" },
      ],
      boms: [{ item: "cart", site: "plant", lines: [] }],
      workCenters: [{ id: "lathe", site: "plant", shifts: [day] }],
      routings: [
        {
          ...{ id: "carts", item: "cart", site: "plant" },
          operations: [{ id: "10", workCenter: "lathe", run: 8 }],
        },
      ],
      demands: [
        { id: "early", site: "shop", item: "cart", quantity: 4, due: "2026-01-07" },
        { id: "late", site: "shop", item: "cart", quantity: 10, due: "2026-01-09" },
      ],
    };
    const daysOf = ({ demands }: PlanSchedule): string[] =>
      Array.from(demands, ({ id, available }) => `${id} ${available}`);
    const alone = daysOf(scheduleOrders(planRequirements(input)));
    expect(alone).toEqual(["early 2026-01-07", "late 2026-01-16"]);
    const { plan: last, schedule, converged } = planWithCapacity(input);
    expect(converged).toBe(true);
    expect(daysOf(schedule)).toEqual(alone);
    // Nothing is shipped twice.
    expect(last.orders.length).toBe(0);
  });
});
