import { describe, expect, test } from "vitest";
import { alone, day, plan, shop } from "../../../test/support/desk-shop.js";
import { issuesOf } from "../../../test/support/issues-of.js";
import {
  compareLoads,
  loadProfile,
  type Plan,
  type PlanSchedule,
  planRequirements,
  planWithCapacity,
  type ScheduleOptions,
  scheduleOrders,
} from "../../index.js";

/** "item: begin of its first operation to its end, due day", in the order of the plan. */
const jobsOf = ({ jobs }: PlanSchedule): string[] =>
  Array.from(
    jobs,
    ({ item, begin, end, due }) => `${item}: ${begin.slice(5)} to ${end.slice(5)}, ${due}`,
  );

describe("Scheduling the orders of a plan", () => {
  test("Each order waits for the orders that make its material, and keeps its day where that fits", () => {
    expect(jobsOf(scheduleOrders(plan()))).toEqual([
      "desk: 01-08T08:00 to 01-08T16:00, 2026-01-09",
      "desk: 01-09T08:00 to 01-09T16:00, 2026-01-12",
      "board: 01-06T13:00 to 01-06T16:00, 2026-01-07",
      "board: 01-07T13:00 to 01-07T16:00, 2026-01-08",
    ]);
  });

  test("Forward it is made as soon as material and capacity allow, what is for the better priority first", () => {
    const { jobs } = scheduleOrders(plan(), { direction: "forward" });
    expect(
      Array.from(jobs, ({ item, rank, begin }) => `${item} ${rank} ${begin.slice(5)}`),
    ).toEqual([
      "desk 2 01-07T08:00",
      "desk 1 01-06T08:00",
      "board 2 01-05T11:00",
      "board 1 01-05T08:00",
    ]);
  });

  test("An order whose queue time reaches back before all days is named, not refused, in either direction", () => {
    const operations = [
      { id: "cut", workCenter: "saw", run: 1 },
      { id: "fit", workCenter: "saw", run: 1, queue: 1e7 },
    ];
    const changes = { ...alone, routings: [{ id: "desk", item: "desk", operations }] };
    for (const direction of ["backward", "forward"] as const) {
      const { unscheduled } = scheduleOrders(plan(changes), { direction });
      expect(Array.from(unscheduled, ({ reason }) => reason)).toEqual(["horizon", "horizon"]);
    }
    const { schedule } = planWithCapacity({ ...shop, ...changes });
    expect(schedule.unscheduled.length).toBe(2);
  });

  test("What ends after the last day, or whose material never comes, is named with what it lacks", () => {
    const items = [...shop.items!.slice(0, 2), { id: "wood", method: "unplanned" as const }];
    const { jobs, unscheduled } = scheduleOrders(
      plan({ items, sources: [], stock: [{ item: "wood", quantity: 12 }] }),
      { until: "2026-01-08" },
    );
    expect(Array.from(jobs, ({ item, due }) => `${item} ${due}`)).toEqual([
      "desk 2026-01-09",
      "board 2026-01-07",
    ]);
    expect(
      Array.from(unscheduled, ({ item, operation, reason, lackingHours, waitsFor }) => [
        item,
        operation,
        reason,
        `${lackingHours}`,
        waitsFor?.order?.includes("board") ?? null,
      ]),
    ).toEqual([
      ["desk", null, "material", "8", true],
      ["board", null, "material", "3", null],
    ]);
  });

  test("What takes its lead time alone waits for the work centre too: each level above", () => {
    const { jobs } = scheduleOrders(
      plan({
        routings: shop.routings!.slice(1),
        workCenters: [{ id: "saw", shifts: [{ from: "08:00", until: "09:00" }] }],
      }),
    );
    expect(
      Array.from(jobs, ({ item, routing, start, due }) => [item, routing, start, due]),
    ).toEqual([
      ["desk", null, "2026-01-08", "2026-01-12"],
      ["desk", null, "2026-01-13", "2026-01-15"],
      ["board", "board", "2026-01-05", "2026-01-08"],
      ["board", "board", "2026-01-08", "2026-01-13"],
    ]);
  });

  test("Every mistake of the options is refused with its path", () => {
    const call = (options: unknown) => () => scheduleOrders(plan(), options as ScheduleOptions);
    expect(
      issuesOf(call({ direction: "up", priority: 1, until: "2026-02-30", overtime: 1, from: 2 })),
    ).toEqual(
      expect.arrayContaining([
        "outOfRange options.direction",
        "invalidType options.priority",
        "invalidDate options.until",
        "invalidType options.overtime",
        "unknownField options.from",
      ]),
    );
    expect(issuesOf(call({ until: "2026-01-04" }))).toEqual(["outOfRange options.until"]);
    expect(issuesOf(call({ direction: "bidirectional" }))).toEqual([
      "missingField options.bottleneck",
    ]);
    expect(issuesOf(call({ bottleneck: "saw" }))).toEqual(["contradiction options.bottleneck"]);
    expect(
      issuesOf(call({ direction: "bidirectional", bottleneck: "axe", infinite: true })),
    ).toEqual(["unknownId options.bottleneck", "contradiction options.infinite"]);
    expect(issuesOf(() => scheduleOrders({} as Plan))).toEqual(["invalidType plan"]);
    expect(issuesOf(() => planWithCapacity(shop, { rounds: 0 }))).toEqual([
      "outOfRange options.rounds",
    ]);
  });

  test("The load of a schedule lies where its operations do, so that no day has too much", () => {
    const forward = scheduleOrders(plan(), { direction: "forward" });
    const loads = [...loadProfile(forward, { bucket: "day" }).rows];
    expect(loads.map(({ from, load, overload }) => `${from}: ${load} ${overload}`)).toEqual([
      "2026-01-05: 6 0",
      "2026-01-06: 8 0",
      "2026-01-07: 8 0",
      "2026-01-08: 0 0",
      "2026-01-09: 0 0",
      "2026-01-10: 0 0",
      "2026-01-11: 0 0",
      "2026-01-12: 0 0",
    ]);
    const differences = compareLoads(plan(), forward, { bucket: "day" });
    expect(differences.map(({ from, change }) => `${from}: ${change}`)).toEqual([
      "2026-01-05: 6",
      "2026-01-06: 5",
      "2026-01-07: 5",
      "2026-01-08: -8",
      "2026-01-09: -8",
    ]);
  });

  test("The load of what has no place in time stands apart", () => {
    const short = scheduleOrders(plan(), { direction: "forward", until: "2026-01-06" });
    const { rows, neverDone } = loadProfile(short);
    expect(Array.from(rows, ({ load }) => Number(load))).toEqual([14, 0]);
    expect(neverDone.map(({ workCenter, load }) => `${workCenter}: ${load}`)).toEqual(["saw: 8"]);
  });

  test("Overtime that may be used counts as capacity", () => {
    const saw = { id: "saw", shifts: [day] };
    const overtime = [{ from: "2026-01-05T16:00", until: "2026-01-05T18:00" }];
    const longer = plan({ workCenters: [{ ...saw, overtime }] });
    const first = (options: ScheduleOptions) =>
      Number(loadProfile(scheduleOrders(longer, options), { bucket: "day" }).rows.at(0)?.capacity);
    expect([first({}), first({ overtime: true })]).toEqual([8, 10]);
  });

  test("Calendar days of what is made, and of its material, begin on a day of their calendar (K3, K59)", () => {
    // Wood: from Wednesday the 7th, one day on is the 8th, on which 8 hours are worked; from the 9th on
    // the cart waits for Wednesday the 14th, and is on its way for two days: the 16th.
    const plan = planRequirements({
      startDate: "2026-01-05",
      calendars: [{ id: "wednesdays", workingDays: ["wed"] }],
      sites: [{ id: "plant" }, { id: "shop" }],
      items: [{ id: "cart" }, { id: "wood" }],
      suppliers: [{ id: "V", calendar: "wednesdays" }],
      sources: [
        { item: "wood", site: "plant", kind: "buy", supplier: "V", leadTime: 1 },
        {
          ...{ item: "cart", site: "shop", kind: "transfer", from: "plant" },
          ...{ leadTime: 2, calendar: "wednesdays" },
        },
      ],
      boms: [{ item: "cart", site: "plant", lines: [{ item: "wood", quantity: 1 }] }],
      workCenters: [{ id: "lathe", site: "plant", shifts: [day] }],
      routings: [
        {
          ...{ id: "carts", item: "cart", site: "plant" },
          operations: [{ id: "10", workCenter: "lathe", run: 8 }],
        },
      ],
      demands: [{ id: "d", site: "shop", item: "cart", quantity: 1, due: "2026-01-10" }],
    });
    for (const direction of ["forward", "backward"] as const) {
      const { jobs, demands } = scheduleOrders(plan, { direction });
      expect(Array.from(jobs, ({ start, end }) => `${start} ${end}`)).toEqual([
        "2026-01-14 2026-01-16T00:00",
        "2026-01-08 2026-01-08T16:00",
      ]);
      expect(demands.at(0)?.available).toBe("2026-01-16");
    }
  });

  test("Working days of a lead time begin on a day off as they do in the plan (K2)", () => {
    // The leg is sawn on Friday the 9th and there on Saturday; two working days after that is Tuesday.
    const plan = planRequirements({
      startDate: "2026-01-09",
      calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
      items: [
        { id: "cart", leadTime: 2 },
        { id: "leg", leadTime: 1 },
      ],
      sources: [
        { item: "cart", kind: "make", calendar: "week" },
        { item: "leg", kind: "make" },
      ],
      boms: [{ item: "cart", lines: [{ item: "leg", quantity: 1 }] }],
      workCenters: [{ id: "saw", shifts: [day] }],
      routings: [
        { id: "legs", item: "leg", operations: [{ id: "10", workCenter: "saw", run: 8 }] },
      ],
      demands: [{ id: "d", item: "cart", quantity: 1, due: "2026-01-11" }],
    });
    expect(plan.demands.at(0)?.available).toBe("2026-01-13");
    for (const direction of ["forward", "backward"] as const) {
      const { jobs, demands } = scheduleOrders(plan, { direction });
      expect(jobs.at(0)).toMatchObject({ start: "2026-01-10", end: "2026-01-13T00:00" });
      expect(demands.at(0)?.available).toBe("2026-01-13");
    }
  });
});
