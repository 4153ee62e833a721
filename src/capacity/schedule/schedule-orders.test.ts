import { describe, expect, test } from "vitest";
import {
  applySchedule,
  compareLoads,
  loadProfile,
  type Plan,
  type PlanningInput,
  PlanningInputError,
  type PlanSchedule,
  planInput,
  planningRecord,
  planRequirements,
  planWithCapacity,
  type ScheduleOptions,
  scheduleOrders,
} from "../../index.js";

const day = { from: "08:00", until: "16:00" };

/** Desks of three boards, all cut on one saw, 2 hours a desk and a quarter of an hour a board. */
const shop: PlanningInput = {
  startDate: "2026-01-05",
  calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
  sites: [{ id: "works", calendar: "week" }],
  items: [
    { id: "desk", leadTime: 2 },
    { id: "board", leadTime: 1 },
    { id: "wood", leadTime: 3 },
  ],
  sources: [{ item: "wood", kind: "buy", leadTime: 3, leadTimeBasis: "working" }],
  boms: [
    { item: "desk", lines: [{ item: "board", quantity: 3 }] },
    { item: "board", lines: [{ item: "wood", quantity: 1 }] },
  ],
  workCenters: [{ id: "saw", shifts: [day] }],
  routings: [
    { id: "desk", item: "desk", operations: [{ id: "fit", workCenter: "saw", run: 2 }] },
    { id: "board", item: "board", operations: [{ id: "cut", workCenter: "saw", run: 0.25 }] },
  ],
  stock: [{ item: "wood", quantity: 30 }],
  demands: [
    { id: "first", item: "desk", quantity: 4, due: "2026-01-09", priority: 2 },
    { id: "second", item: "desk", quantity: 4, due: "2026-01-12", priority: 1 },
  ],
};

/** Desks and boards that need nothing. */
const alone: Partial<PlanningInput> = {
  boms: [],
  sources: [
    { item: "desk", kind: "make" },
    { item: "board", kind: "make" },
  ],
};

const plan = (changes: Partial<PlanningInput> = {}): Plan =>
  planRequirements({ ...shop, ...changes });

/** "item: begin of its first operation to its end, due day", in the order of the plan. */
const jobsOf = ({ jobs }: PlanSchedule): string[] =>
  Array.from(
    jobs,
    ({ item, begin, end, due }) => `${item}: ${begin.slice(5)} to ${end.slice(5)}, ${due}`,
  );

const issuesOf = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    if (error instanceof PlanningInputError) {
      return error.issues.map(({ code, path }) => [code, path.join(".")]);
    }
    throw error;
  }
  return [];
};

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

  test("A late order says what holds it up: material", () => {
    const late = scheduleOrders(plan({ stock: [] }));
    expect(Array.from(late.jobs, ({ item, limit }) => [item, limit?.kind ?? null])).toEqual([
      ["desk", "material"],
      ["desk", "workCenter"],
      ["board", "material"],
      ["board", "workCenter"],
    ]);
    const board = late.jobs.at(2)?.limit;
    expect(board).toMatchObject({ kind: "material", supply: null, date: "2026-01-08" });
    expect(board?.kind === "material" ? board.order : "").toContain("wood");
    const desk = late.jobs.at(0)?.limit;
    expect(desk?.kind === "material" ? desk.order : "").toContain("board");
  });

  test("Material that is needed only some days after the begin is named with the day on which it is there", () => {
    // Wood comes on the 15th at the soonest, boards after 30 of 40 hours on the 8th: there on the 9th.
    // What needs them two days after its begin begins on the 13th, or on the 7th.
    const daysOf = (item: string) => {
      const { jobs } = scheduleOrders(
        planRequirements({
          startDate: "2026-01-05",
          horizonEnd: "2026-02-28",
          workCenters: ["saw", "bench"].map((id) => ({ id, shifts: [day] })),
          items: [{ id: "desk", leadTime: 3 }, { id: "wood", leadTime: 10 }, { id: "board" }],
          sources: [{ item: "board", kind: "make" }],
          boms: [{ item: "desk", lines: [{ item, quantity: 1, offset: 2 }] }],
          routings: [
            { id: "desk", item: "desk", operations: [{ id: "fit", workCenter: "bench", run: 3 }] },
            {
              id: "board",
              item: "board",
              operations: [{ id: "cut", workCenter: "saw", run: 3.75 }],
            },
          ],
          demands: [{ id: "first", item: "desk", quantity: 8, due: "2026-01-08" }],
        }),
      );
      const [desk] = jobs;
      return [desk?.start, desk?.limit?.kind === "material" ? desk.limit.date : desk?.limit];
    };
    expect(daysOf("wood")).toEqual(["2026-01-13", "2026-01-15"]);
    expect(daysOf("board")).toEqual(["2026-01-07", "2026-01-09"]);
  });

  test("A late order says what holds it up: the work centre where it had to wait, or its own time", () => {
    const { jobs } = scheduleOrders(
      plan({
        ...alone,
        demands: [
          { id: "first", item: "desk", quantity: 4, due: "2026-01-06", priority: 2 },
          { id: "second", item: "desk", quantity: 8, due: "2026-01-06", priority: 1 },
          { id: "third", item: "board", quantity: 4, due: "2026-01-06", priority: 3 },
        ],
      }),
    );
    expect(Array.from(jobs, ({ item, end, limit }) => [item, end, limit])).toEqual([
      [
        "board",
        "2026-01-08T09:00",
        { kind: "workCenter", workCenter: "saw", operation: "cut", until: "2026-01-08T08:00" },
      ],
      ["desk", "2026-01-07T16:00", { kind: "ownTime" }],
    ]);
  });

  test("A late order says what holds it up also after a step without work at a centre that has closed for good", () => {
    const operations = [
      { id: "cut", workCenter: "saw", run: 20 },
      { id: "sign", workCenter: "desk", wait: 1 },
    ];
    const { jobs } = scheduleOrders(
      plan({
        ...alone,
        workCenters: [
          { id: "saw", shifts: [day] },
          { id: "desk", shifts: [{ ...day, validTo: "2026-01-06" }] },
        ],
        routings: [{ id: "desk", item: "desk", operations }],
        demands: [{ id: "first", item: "desk", quantity: 1, due: "2026-01-06" }],
      }),
    );
    expect(Array.from(jobs, ({ end, limit }) => [end, limit])).toEqual([
      ["2026-01-07T13:00", { kind: "ownTime" }],
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

  test("A late order says what holds it up: the tool that another order had", () => {
    const operations = [{ id: "cut", workCenter: "saw", run: 1, tools: ["jig"] }];
    const { jobs } = scheduleOrders(
      plan({
        ...alone,
        tools: [{ id: "jig" }],
        workCenters: [{ id: "saw", shifts: [day], units: 2 }],
        routings: [
          { id: "desk", item: "desk", operations },
          { id: "board", item: "board", operations },
        ],
        demands: [
          { id: "first", item: "desk", quantity: 8, due: "2026-01-06", priority: 1 },
          { id: "second", item: "board", quantity: 4, due: "2026-01-06" },
        ],
      }),
    );
    expect(jobs.at(1)?.limit).toBeNull();
    expect(jobs.at(0)?.limit).toEqual({
      kind: "tool",
      tools: ["jig"],
      operation: "cut",
      until: "2026-01-06T08:00",
    });
  });

  describe("A late order says what holds it up: the shift in which its work would not have ended", () => {
    /** Desks are sawn for 6 hours and fitted for 4 on one unit, boards fitted on it in the morning. */
    const fitted = (tools: string[], boards: number, units = 1) =>
      scheduleOrders(
        plan({
          ...alone,
          tools: [{ id: "jig" }],
          workCenters: [
            { id: "saw", shifts: [day] },
            { id: "bench", shifts: [day], units, finishWithinShift: true },
          ],
          routings: [
            {
              ...{ id: "desk", item: "desk" },
              operations: [
                { id: "cut", workCenter: "saw", run: 6 },
                { id: "fit", workCenter: "bench", run: 4, tools },
              ],
            },
            {
              ...{ id: "board", item: "board" },
              operations: [{ id: "fit", workCenter: "bench", run: 1, tools }],
            },
          ],
          demands: [
            { id: "first", item: "desk", quantity: 1, due: "2026-01-05", priority: 2 },
            { id: "second", item: "board", quantity: boards, due: "2026-01-05", priority: 1 },
          ].slice(0, boards === 0 ? 1 : 2),
        }),
      );
    const limitOfDesk = ({ jobs }: PlanSchedule) =>
      [...jobs].find(({ item }) => item === "desk")?.limit;
    const shift = {
      ...{ kind: "shift", workCenter: "bench", operation: "fit" },
      until: "2026-01-06T08:00",
    };

    test.each([[[]], [["jig"]]])("from 14:00 on there are 2 of 4 hours, with tools %j", (tools) => {
      expect(limitOfDesk(fitted(tools, 0))).toEqual(shift);
    });

    test("also where it had to wait for its turn until 15:00, or for a tool at another unit", () => {
      expect(limitOfDesk(fitted([], 7))).toEqual(shift);
      expect(limitOfDesk(fitted(["jig"], 7, 2))).toEqual(shift);
    });

    test("but not where its turn, or a tool, came with the next shift only", () => {
      // Boards take the whole day.
      expect(limitOfDesk(fitted([], 8))).toEqual({ ...shift, kind: "workCenter" });
      expect(limitOfDesk(fitted(["jig"], 8, 2))).toEqual({
        ...{ kind: "tool", tools: ["jig"], operation: "fit" },
        until: "2026-01-06T08:00",
      });
    });
  });

  describe("A late order says what holds it up also where its operations overlap", () => {
    /**
     * Boards have the saw, or the jig at the press, for 20 hours: until 12:00 on 7 January. Ten desks are
     * cut on the bench, then take an hour at the saw, or at the lathe with the jig.
     */
    const overlapped = (
      tool: boolean,
      transferBatch: number | undefined,
      cut: number,
      boards = 20,
    ) => {
      const second = tool ? { workCenter: "lathe", tools: ["jig"] } : { workCenter: "saw" };
      const first = tool ? { workCenter: "press", tools: ["jig"] } : { workCenter: "saw" };
      const { jobs } = scheduleOrders(
        plan({
          ...alone,
          tools: [{ id: "jig" }],
          workCenters: ["saw", "bench", "press", "lathe"].map((id) => ({ id, shifts: [day] })),
          routings: [
            { id: "board", item: "board", operations: [{ id: "cut", ...first, run: 1 }] },
            {
              ...{ id: "desk", item: "desk" },
              operations: [
                { id: "cut", workCenter: "bench", run: cut, transferBatch },
                { id: "fit", ...second, run: "0.1" },
              ],
            },
          ],
          demands: [
            { id: "first", item: "board", quantity: boards, due: "2026-01-06", priority: 1 },
            { id: "second", item: "desk", quantity: 10, due: "2026-01-06", priority: 2 },
          ],
        }),
        { direction: "forward" },
      );
      return [...jobs].find(({ item }) => item === "desk");
    };

    // Cut from 08:00 to 09:00 on the 5th, fitted from 12:00 to 13:00 on the 7th: 8 + 8 + 4 hours.
    const waits = { operation: "fit", until: "2026-01-07T12:00" };

    test.each([undefined, 2])(
      "the tool or work centre that it waits for (batches of %j)",
      (batch) => {
        expect(overlapped(true, batch, 0.1)).toMatchObject({
          end: "2026-01-07T13:00",
          limit: { kind: "tool", tools: ["jig"], ...waits },
        });
        expect(overlapped(false, batch, 0.1)).toMatchObject({
          end: "2026-01-07T13:00",
          limit: { kind: "workCenter", workCenter: "saw", ...waits },
        });
      },
    );

    test("its own time where it only begins late to end after the last batch", () => {
      // Cut from the 5th to 12:00 on the 7th, 20 hours; two are fitted after that, in 12 minutes.
      for (const tool of [true, false]) {
        // Its turn comes on the 5th, or at 11:00 on the 7th, 12 minutes before it is to begin, or too late.
        const own = { end: "2026-01-07T12:12", limit: { kind: "ownTime" } };
        expect(overlapped(tool, 2, 2, 1)).toMatchObject(own);
        expect(overlapped(tool, 2, 2, 19)).toMatchObject(own);
        expect(overlapped(tool, 2, 2)).toMatchObject({ end: "2026-01-07T13:00", limit: waits });
      }
    });

    test("what lets its operation begin last, not what is done last", () => {
      // The top is cut until 10:00 on the 6th, but from 09:00 on the 5th on a batch of it is there. The frame
      // waits for the saw until 08:00 on the 6th, and is done at 09:00: from then on both are fitted, for
      // 10 hours, long after the last batch.
      const operations = [
        { id: "top", workCenter: "bench", run: 1, transferBatch: 1 },
        { id: "frame", workCenter: "saw", run: "0.1", after: [] },
        { id: "fit", workCenter: "lathe", run: 1, after: ["top", "frame"] },
      ];
      const { jobs } = scheduleOrders(
        plan({
          ...alone,
          workCenters: ["saw", "bench", "lathe"].map((id) => ({ id, shifts: [day] })),
          routings: [
            { id: "board", item: "board", operations: [{ id: "cut", workCenter: "saw", run: 1 }] },
            { id: "desk", item: "desk", operations },
          ],
          demands: [
            { id: "first", item: "board", quantity: 8, due: "2026-01-06", priority: 1 },
            { id: "second", item: "desk", quantity: 10, due: "2026-01-06", priority: 2 },
          ],
        }),
        { direction: "forward" },
      );
      expect([...jobs].find(({ item }) => item === "desk")).toMatchObject({
        end: "2026-01-07T11:00",
        limit: {
          ...{ kind: "workCenter", workCenter: "saw" },
          ...{ operation: "frame", until: "2026-01-06T08:00" },
        },
      });
    });
  });

  describe("A late order whose work is done at an alternate says what holds it up", () => {
    interface Alternate {
      /** Hours of a desk at the saw and at the press. */
      readonly saw?: number;
      readonly press?: number;
      readonly shifts?: { readonly from: string; readonly until: string }[];
      readonly tools?: readonly string[];
      readonly jigs?: number;
      /** What else is worked on: item, hours of each step by work centre. */
      readonly others?: readonly (readonly [string, readonly (readonly [string, number])[]])[];
    }

    /** One desk, wanted on the day after, that is cut at the saw, or else at the press; all else is more urgent. */
    const limitOfDesk = (
      { saw = 8, press = 8, shifts = [day], tools = [], jigs = 1, others = [] }: Alternate,
      direction: "forward" | "backward" = "forward",
    ) => {
      const input: PlanningInput = {
        startDate: "2026-01-05",
        tools: [{ id: "jig", units: jigs }],
        workCenters: [
          ...["saw", "bench"].map((id) => ({ id, shifts: [day] })),
          { id: "press", shifts },
        ],
        items: ["desk", ...others.map(([id]) => id)].map((id) => ({ id })),
        sources: ["desk", ...others.map(([id]) => id)].map((item) => ({ item, kind: "make" })),
        routings: [
          {
            ...{ id: "desk", item: "desk" },
            operations: [
              {
                ...{ id: "cut", workCenter: "saw", run: saw, tools },
                alternates: [{ workCenter: "press", priority: 1, run: press }],
              },
            ],
          },
          ...others.map(([id, steps]) => ({
            ...{ id, item: id },
            operations: steps.map(([workCenter, run]) => ({
              id: workCenter,
              workCenter,
              run,
              tools,
            })),
          })),
        ],
        demands: [
          { id: "late", item: "desk", quantity: 1, due: "2026-01-05", priority: others.length },
          ...others.map(([item], priority) => ({
            ...{ id: item, item, quantity: 1, due: "2026-01-05", priority },
          })),
        ],
      };
      const { jobs, operations } = scheduleOrders(planRequirements(input), { direction });
      const [cut] = [...operations].filter(({ operation }) => operation === "cut");
      const [desk] = [...jobs].filter(({ item }) => item === "desk");
      return [cut?.workCenter, cut?.start, cut?.end, desk?.limit];
    };

    const sawUntil = (until: string) => ({
      ...{ kind: "workCenter", workCenter: "saw", operation: "cut" },
      until,
    });

    test.each(["forward", "backward"] as const)(
      "its first choice, and until when that was taken (%s)",
      (direction) => {
        // The saw is taken for 20 hours, until 12:00 on the 7th. The press opens at 16:00: 6 hours, then 2.
        const shifts = [{ from: "16:00", until: "22:00" }];
        const others = [["board", [["saw", 20]]]] as const;
        expect(limitOfDesk({ shifts, others }, direction)).toEqual([
          "press",
          "2026-01-05T16:00",
          "2026-01-06T18:00",
          sawUntil("2026-01-07T12:00"),
        ]);
      },
    );

    test("its first choice also where it waited for its turn there in vain, and the alternate was idle", () => {
      // The saw is taken until 12:00, and would be done with the desk at 16:00, the press after 10 hours
      // only. But at 12:00 the shelf, off the bench, has its turn, for 20 hours: until the end of the 7th.
      const others = [
        ["board", [["saw", 4]]],
        [
          "shelf",
          [
            ["bench", 4],
            ["saw", 20],
          ],
        ],
      ] as const;
      const found = ["press", "2026-01-05T12:00", "2026-01-06T14:00", sawUntil("2026-01-08T08:00")];
      expect(limitOfDesk({ saw: 4, press: 10, others })).toEqual(found);
      // All hold a jig, of which there is one more.
      expect(limitOfDesk({ saw: 4, press: 10, others, tools: ["jig"], jigs: 4 })).toEqual(found);
    });

    test("the alternate where it waited for its turn there, or for its tool", () => {
      // The saw is taken until 12:00 on the 7th, the press, or the only jig beside the saw's, until 12:00.
      const others = (second: string) =>
        [
          ["board", [["saw", 20]]],
          ["shelf", [[second, 4]]],
        ] as const;
      const until = { operation: "cut", until: "2026-01-05T12:00" };
      const places = ["press", "2026-01-05T12:00", "2026-01-06T12:00"];
      expect(limitOfDesk({ others: others("press") })).toEqual([
        ...places,
        { kind: "workCenter", workCenter: "press", ...until },
      ]);
      expect(limitOfDesk({ others: others("bench"), tools: ["jig"], jigs: 2 })).toEqual([
        ...places,
        { kind: "tool", tools: ["jig"], ...until },
      ]);
    });

    test("its own time where its first choice would not have been done with it sooner", () => {
      const others = [["board", [["saw", 20]]]] as const;
      for (const saw of [12, 16]) {
        expect(limitOfDesk({ saw, press: 12, others })).toEqual([
          ...["press", "2026-01-05T08:00", "2026-01-06T12:00"],
          { kind: "ownTime" },
        ]);
      }
    });
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
        ["outOfRange", "options.direction"],
        ["invalidType", "options.priority"],
        ["invalidDate", "options.until"],
        ["invalidType", "options.overtime"],
        ["unknownField", "options.from"],
      ]),
    );
    expect(issuesOf(call({ until: "2026-01-04" }))).toEqual([["outOfRange", "options.until"]]);
    expect(issuesOf(call({ direction: "bidirectional" }))).toEqual([
      ["missingField", "options.bottleneck"],
    ]);
    expect(issuesOf(call({ bottleneck: "saw" }))).toEqual([
      ["contradiction", "options.bottleneck"],
    ]);
    expect(
      issuesOf(call({ direction: "bidirectional", bottleneck: "axe", infinite: true })),
    ).toEqual([
      ["unknownId", "options.bottleneck"],
      ["contradiction", "options.infinite"],
    ]);
    expect(issuesOf(() => scheduleOrders({} as Plan))).toEqual([["invalidType", "plan"]]);
    expect(issuesOf(() => planWithCapacity(shop, { rounds: 0 }))).toEqual([
      ["outOfRange", "options.rounds"],
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
});

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

/** Desks of bought boards, far off: 20 hours of sawing, and the saw has nothing else to do. */
const farOff = (leadTime: number, more: object = {}): PlanningInput => ({
  startDate: "2026-01-05",
  items: [
    { id: "desk", leadTime },
    { id: "board", leadTime: 1, ...more },
  ],
  boms: [{ item: "desk", lines: [{ item: "board", quantity: 3 }] }],
  workCenters: [{ id: "saw", shifts: [day] }],
  routings: [{ id: "desk", item: "desk", operations: [{ id: "cut", workCenter: "saw", run: 2 }] }],
  demands: [{ id: "first", item: "desk", quantity: 10, due: "2026-01-26" }],
});

describe("A planned order without a routing", () => {
  test.each([1, 2, 3, 5])(
    "holds nobody up until the day on which it happens to be planned: it can be ordered earlier (lead time %i)",
    (leadTime) => {
      const { schedule, converged, rounds } = planWithCapacity(farOff(leadTime));
      expect([converged, rounds]).toEqual([true, 2]);
      const [desk] = schedule.jobs;
      expect([desk?.begin, desk?.due, desk?.limit]).toEqual([
        "2026-01-23T12:00",
        "2026-01-26",
        null,
      ]);
      expect(schedule.demands.at(0)).toMatchObject({ available: "2026-01-26", daysLate: 0 });
    },
  );

  test("is there as soon as its paper work, its lead time and its own material allow", () => {
    const begin = (changes: Partial<PlanningInput>): string | undefined =>
      scheduleOrders(planRequirements({ ...farOff(1), ...changes }), {
        direction: "forward",
      }).jobs.at(0)?.start;
    const board = { id: "board", leadTime: 1 };
    const boms = [...farOff(1).boms!, { item: "board", lines: [{ item: "wood", quantity: 1 }] }];
    const [desk] = farOff(1).items!;
    expect(begin({})).toBe("2026-01-06");
    expect(begin({ items: [desk!, { ...board, releaseTime: 2 }] })).toBe("2026-01-08");
    expect(begin({ items: [desk!, board, { id: "wood", leadTime: 4 }], boms })).toBe("2026-01-10");
    // Nothing new is planned within a fence.
    expect(begin({ items: [desk!, { ...board, planningTimeFence: 5 }] })).toBe("2026-01-25");
  });

  test("is needed for the day on which its parent begins, however many rounds are made, also with safety time", () => {
    const results = [2, 3, 10].map((rounds) => {
      const input = farOff(1, { safetyTime: 1 });
      const { schedule, converged } = planWithCapacity(input, { direction: "forward", rounds });
      return [converged, schedule.jobs.at(0)?.start];
    });
    expect(results).toEqual(results.map(() => [true, "2026-01-06"]));
  });
});

describe("The day on which an order is there", () => {
  test("is the day wanted where it is done by then, also a day off", () => {
    const { jobs } = scheduleOrders(
      plan({
        ...alone,
        demands: [],
        supplies: [{ id: "po", item: "desk", quantity: 1, due: "2026-01-10", kind: "production" }],
      }),
    );
    expect(jobs.at(0)).toMatchObject({ due: "2026-01-10", daysLate: 0 });
  });

  /**
   * The 13th is a holiday; saw and bench work every hour. A frozen order of a board, 20 hours, is due on it.
   * A desk of 30 hours takes the board: begun by 18:00 on the 13th it is in time on the 15th.
   */
  const onHoliday = (hours: number): Partial<PlanningInput> => ({
    startDate: "2026-01-12",
    calendars: [
      { id: "all" },
      {
        ...{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] },
        exceptions: [{ date: "2026-01-13", working: false }],
      },
    ],
    items: [{ id: "desk", leadTime: 1 }, { id: "board" }],
    workCenters: ["saw", "bench"].map((id) => ({
      ...{ id, calendar: "all" },
      shifts: [{ from: "00:00", until: "24:00" }],
    })),
    sources: alone.sources!,
    boms: [{ item: "desk", lines: [{ item: "board", quantity: 1 }] }],
    routings: [
      { id: "board", item: "board", operations: [{ id: "cut", workCenter: "saw", run: hours }] },
      { id: "desk", item: "desk", operations: [{ id: "fit", workCenter: "bench", run: 30 }] },
    ],
    supplies: [
      {
        ...{ id: "wo", item: "board", quantity: 1, due: "2026-01-13", start: "2026-01-12" },
        ...{ kind: "production", components: [], frozen: true },
      },
    ],
    stock: [],
    demands: [{ id: "first", item: "desk", quantity: 1, due: "2026-01-15" }],
  });

  test.each(["backward", "forward"] as const)(
    "is the day on which its material can be taken, also a day off (%s)",
    (direction) => {
      const { jobs } = scheduleOrders(plan(onHoliday(20)), { direction });
      const [desk, board] = jobs;
      expect(board).toMatchObject({ due: "2026-01-13", daysLate: 0 });
      expect(desk).toMatchObject(
        direction === "forward"
          ? { begin: "2026-01-13T00:00", end: "2026-01-14T06:00", due: "2026-01-15" }
          : { begin: "2026-01-13T18:00", end: "2026-01-15T00:00", due: "2026-01-15" },
      );
      expect(desk).toMatchObject({ daysLate: 0, limit: null });
    },
  );

  test("is the next working day where it is done too late for its day off, and is waited for until then", () => {
    const { jobs } = scheduleOrders(plan(onHoliday(25)));
    expect(Array.from(jobs, ({ begin, due }) => [begin, due])).toEqual([
      ["2026-01-14T00:00", "2026-01-16"],
      ["2026-01-12T00:00", "2026-01-14"],
    ]);
    expect(jobs.at(0)?.limit).toMatchObject({ supply: "wo", date: "2026-01-14" });
  });

  /** Five desks of a day each, which somebody needs on a Sunday. */
  const sunday: Partial<PlanningInput> = {
    ...alone,
    routings: [
      { id: "desk", item: "desk", operations: [{ id: "fit", workCenter: "saw", run: 8 }] },
    ],
    demands: [{ id: "first", item: "desk", quantity: 5, due: "2026-01-11" }],
  };

  test.each([
    { own: "2026-01-08", wanted: "2026-01-09", due: "2026-01-12" },
    { own: "2026-01-09", wanted: "2026-01-09", due: "2026-01-12" },
    { own: "2026-01-14", wanted: "2026-01-09", due: "2026-01-12" },
    // Its own day off serves as well.
    { own: "2026-01-10", wanted: "2026-01-10", due: "2026-01-10" },
  ])("for a need on a day off an open order of $own is wanted on $wanted (T3)", (days) => {
    const { own, ...rest } = days;
    for (const firm of [true, undefined]) {
      const row = { id: "po", item: "desk", quantity: 5, kind: "production", firm } as const;
      const { jobs } = scheduleOrders(plan({ ...sunday, supplies: [{ ...row, due: own }] }));
      expect(jobs.at(0)).toMatchObject({ end: "2026-01-09T16:00", ...rest });
    }
  });

  test("is the same for a planned order and for the open one that it becomes", () => {
    const once = planWithCapacity({ ...shop, ...sunday });
    const again = planWithCapacity(planInput(once.plan));
    for (const { converged, schedule } of [once, again]) {
      expect(converged).toBe(true);
      expect(schedule.jobs.at(0)).toMatchObject({ wanted: "2026-01-09", due: "2026-01-12" });
      expect(schedule.demands.at(0)).toMatchObject({ available: "2026-01-12", daysLate: 1 });
    }
  });
});

describe("Feeding a schedule back", () => {
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

  test("A scheduled order is a firm supply with its dates, and its material is needed when it begins", () => {
    const first = plan({ stock: [] });
    const input = applySchedule(first, scheduleOrders(first));
    expect(
      input.supplies?.map(({ item, quantity, start, due, firm, scheduled }) => [
        item,
        quantity,
        start,
        due,
        firm,
        scheduled,
      ]),
    ).toEqual([
      ["desk", "4", "2026-01-09", "2026-01-12", true, true],
      ["desk", "4", "2026-01-12", "2026-01-13", true, true],
      ["board", "12", "2026-01-08", "2026-01-09", true, true],
      ["board", "12", "2026-01-08", "2026-01-09", true, true],
    ]);
    const next = planRequirements(input);
    expect(
      Array.from(next.orders, ({ item, quantity, due }) => `${item} ${quantity} ${due}`),
    ).toEqual(["wood 24 2026-01-08"]);
    const { rows } = planningRecord(next, "board");
    expect(rows.every(({ projectedOnHand }) => projectedOnHand.gte(0))).toBe(true);
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

  test("A schedule of another plan, or none, is refused", () => {
    const none = scheduleOrders(planRequirements({ startDate: "2026-01-05" }));
    expect(() => applySchedule({} as Plan, none)).toThrow("This is no plan");
    const other = scheduleOrders(
      plan({ demands: [{ id: "d", item: "desk", quantity: 1, due: "2026-02-09" }] }),
    );
    expect(issuesOf(() => applySchedule(plan(), other))).toEqual([
      ["unknownId", "schedule.jobs.0.order"],
      ["unknownId", "schedule.jobs.1.order"],
    ]);
    expect(issuesOf(() => applySchedule(plan(), undefined as never))).toEqual([
      ["missingField", "schedule"],
    ]);
    const [job] = scheduleOrders(plan()).jobs;
    const twice = { jobs: [job!, { ...job!, due: "2026-02-01" }], unscheduled: [job!] };
    expect(issuesOf(() => applySchedule(plan(), twice as never))).toEqual([
      ["duplicateId", "schedule.jobs.1.order"],
      ["duplicateId", "schedule.unscheduled.0.order"],
    ]);
    const late = [{ ...job!, start: "2026-01-25" }];
    expect(issuesOf(() => applySchedule(plan(), { jobs: late } as never))).toEqual([
      ["contradiction", "schedule.jobs.0.start"],
    ]);
    const unreadable = (name: string): never =>
      Object.defineProperty({ ...job! }, name, {
        get() {
          throw new Error("mine");
        },
      }) as never;
    expect(issuesOf(() => applySchedule(plan(), unreadable("jobs")))).toEqual([
      ["invalidType", "schedule"],
    ]);
    expect(issuesOf(() => applySchedule(plan(), { jobs: [unreadable("due")] } as never))).toEqual([
      ["invalidType", "schedule.jobs.0"],
    ]);
    const jobs = [{ order: null, supply: "none", start: "soon", due: "2026-01-09" }];
    expect(issuesOf(() => applySchedule(plan(), { jobs } as never))).toEqual([
      ["invalidType", "schedule.jobs.0.start"],
      ["unknownId", "schedule.jobs.0.supply"],
    ]);
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

  describe("A late order of planWithCapacity says what holds it up", () => {
    const weekly = [{ from: "14:00", until: "22:00", days: ["tue", "wed"] }] as const;
    const limitsOf = (input: PlanningInput) => {
      const { converged, rounds, schedule } = planWithCapacity(input);
      const rows = Array.from(schedule.jobs, ({ item, quantity, due, limit }) => ({
        ...{ name: `${item} ${quantity}`, due },
        limit:
          limit?.kind === "material"
            ? { kind: limit.kind, date: limit.date, of: limit.supply ?? limit.order ?? "" }
            : limit,
      }));
      return { converged, rounds, rows };
    };

    test("the material that it waits for and the work centre that is taken, also where it is held to these dates", () => {
      // 16 hours a week from Tuesday the 28th on. Boards for the desks, 72 hours: until Tuesday 25 January;
      // those that are sold, 38 hours: from Wednesday the 26th to 9 February, there on the 10th. They change
      // places from round to round, until their days are held: 36 desks, 9 hours, take those that come last.
      const { converged, rounds, rows } = limitsOf({
        startDate: "2027-12-27",
        workCenters: [{ id: "saw", shifts: [{ ...weekly[0], days: [...weekly[0].days] }] }],
        items: [{ id: "board" }, { id: "desk" }],
        sources: [{ item: "board", kind: "make" }],
        boms: [{ item: "desk", lines: [{ item: "board", quantity: 2 }] }],
        routings: [
          { id: "board", item: "board", operations: [{ id: "cut", workCenter: "saw", run: 1 }] },
          { id: "desk", item: "desk", operations: [{ id: "fit", workCenter: "saw", run: 0.25 }] },
        ],
        demands: [
          { id: "boards", item: "board", quantity: 38, due: "2027-12-29" },
          { id: "desks", item: "desk", quantity: 36, due: "2028-01-01" },
        ],
      });
      expect([converged, rounds]).toEqual([true, 5]);
      expect(rows).toEqual([
        {
          ...{ name: "desk 36", due: "2028-02-17" },
          limit: { kind: "material", date: "2028-02-10", of: expect.stringContaining("board") },
        },
        { name: "board 72", due: "2028-01-26", limit: { kind: "ownTime" } },
        {
          ...{ name: "board 38", due: "2028-02-10" },
          limit: {
            ...{ kind: "workCenter", workCenter: "saw", operation: "cut" },
            until: "2028-01-26T14:00",
          },
        },
      ]);
    });

    test("the day to which it is held where nothing else holds it any more", () => {
      // Of 50 pieces of wood 32 go into boards, 18 into desks, which need 39. The rest, and that for 7 boards,
      // is there on the 31st at the soonest. Once the desks wait for that, stock is left for the boards.
      const { converged, rows } = limitsOf({
        startDate: "2027-12-27",
        workCenters: [{ id: "saw", shifts: [{ from: "14:00", until: "22:00" }] }],
        items: [
          { id: "wood", leadTime: 4, onHand: 50 },
          { id: "board", leadTimeBasis: "routing" },
          { id: "desk", leadTime: 4 },
        ],
        boms: [
          { item: "board", lines: [{ item: "wood", quantity: 1 }] },
          { item: "desk", lines: [{ item: "wood", quantity: 3 }] },
        ],
        routings: [
          {
            ...{ id: "board", item: "board" },
            operations: [{ id: "cut", workCenter: "saw", queue: "1/3" }],
          },
          { id: "desk", item: "desk", operations: [{ id: "fit", workCenter: "saw" }] },
        ],
        demands: [
          { id: "desks", item: "desk", quantity: 13, due: "2027-12-30" },
          { id: "boards", item: "board", quantity: 32, due: "2027-12-27" },
          { id: "more", item: "board", quantity: 7, due: "2027-12-31" },
        ],
      });
      const wood = { kind: "material", date: "2027-12-31", of: expect.stringContaining("wood") };
      expect(converged).toBe(true);
      expect(rows).toEqual([
        { name: "board 32", due: "2027-12-28", limit: { kind: "ownTime" } },
        { name: "board 7", due: "2028-01-01", limit: { kind: "held", date: "2027-12-31" } },
        { name: "desk 13", due: "2027-12-31", limit: wood },
      ]);
    });

    test("the day after the horizon to which it was scheduled", () => {
      const { rows } = limitsOf({
        startDate: "2026-01-05",
        horizonEnd: "2026-01-08",
        workCenters: [{ id: "saw", shifts: [day] }],
        items: [{ id: "desk" }],
        sources: [{ item: "desk", kind: "make" }],
        routings: [
          { id: "desk", item: "desk", operations: [{ id: "cut", workCenter: "saw", run: 1 }] },
        ],
        demands: [{ id: "first", item: "desk", quantity: 8, due: "2026-01-06" }],
        supplies: [
          {
            ...{ id: "wo", item: "desk", quantity: 8, start: "2026-01-12", due: "2026-01-13" },
            ...{ kind: "production", firm: true, scheduled: true },
          },
        ],
      });
      expect(rows).toEqual([
        { name: "desk 8", due: "2026-01-13", limit: { kind: "held", date: "2026-01-12" } },
      ]);
    });

    test("the day on which it counts as there, after it is done, and what takes it waits for that", () => {
      // Boards of 15 take 167 minutes each at an efficiency of 0.9, those of 10 take 134 of 463 a day. They
      // change places until their days are held: 15 that are done on the 27th count as there on the 29th.
      const { converged, rows } = limitsOf({
        startDate: "2027-12-27",
        workCenters: [
          {
            ...{ id: "saw", efficiency: 0.9 },
            shifts: [
              { from: "06:00", until: "14:00", breaks: [{ from: "09:00", until: "09:17" }] },
            ],
          },
        ],
        items: [{ id: "board", maximumOrder: 15 }, { id: "desk" }],
        sources: [{ item: "board", kind: "make" }],
        boms: [{ item: "desk", lines: [{ item: "board", quantity: 2 }] }],
        routings: [
          {
            ...{ id: "board", item: "board" },
            operations: [{ id: "cut", workCenter: "saw", run: 0.1, teardown: 1 }],
          },
          {
            ...{ id: "desk", item: "desk" },
            operations: [{ id: "fit", workCenter: "saw", queue: "1/3" }],
          },
        ],
        demands: [
          { id: "desks", item: "desk", quantity: 5, due: "2027-12-27" },
          { id: "boards", item: "board", quantity: 20, due: "2027-12-27" },
          { id: "more", item: "board", quantity: 10, due: "2027-12-27" },
        ],
      });
      const board = { kind: "material", date: "2027-12-29", of: expect.stringContaining("board") };
      const turn = { kind: "workCenter", workCenter: "saw", operation: "cut" };
      expect(converged).toBe(true);
      expect(rows).toEqual([
        { name: "desk 5", due: "2027-12-30", limit: board },
        { name: "board 15", due: "2027-12-28", limit: { ...turn, until: "2027-12-27T08:47" } },
        { name: "board 10", due: "2027-12-29", limit: { ...turn, until: "2027-12-27T11:51" } },
        { name: "board 15", due: "2027-12-29", limit: { kind: "held", date: "2027-12-29" } },
      ]);
    });
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

  test("What overlaps waits for a tool or a work centre all the same, and otherwise for what it overlaps with", () => {
    // X has the tool, or the drill, for 20 hours: until the 7th, 10:00. The 10 parts of Y are sawn, two
    // by two, by 07:00 (in two hours each, slowly, by the 7th, 10:00), and then drilled for an hour.
    const limitOf = (busy: boolean, held: "tool" | "drill", run: number | string) => {
      const tools = held === "tool" ? ["jig"] : [];
      const plan = planRequirements({
        startDate: "2026-01-05",
        tools: [{ id: "jig" }],
        workCenters: ["saw", "drill", "press"].map((id) => ({
          id,
          shifts: [{ from: "06:00", until: "14:00" }],
        })),
        items: [{ id: "X" }, { id: "Y" }],
        sources: ["X", "Y"].map((item) => ({ item, kind: "make" as const })),
        routings: [
          {
            ...{ id: "x", item: "X" },
            operations: [
              { id: "10", workCenter: held === "tool" ? "press" : "drill", run: 20, tools },
            ],
          },
          {
            ...{ id: "y", item: "Y" },
            operations: [
              { id: "10", workCenter: "saw", run, transferBatch: 2 },
              { id: "20", workCenter: "drill", run: "0.1", tools },
            ],
          },
        ],
        demands: [
          { id: "x", item: "X", quantity: busy ? 1 : 0, due: "2026-01-06", priority: 1 },
          { id: "y", item: "Y", quantity: 10, due: "2026-01-06", priority: 2 },
        ],
      });
      const { jobs } = scheduleOrders(plan, { direction: "forward" });
      return Array.from(jobs).find(({ item }) => item === "Y")?.limit;
    };
    const until = { operation: "20", until: "2026-01-07T10:00" };
    expect(limitOf(true, "tool", "0.1")).toEqual({ kind: "tool", tools: ["jig"], ...until });
    expect(limitOf(true, "drill", "0.1")).toEqual({
      ...{ kind: "workCenter", workCenter: "drill" },
      ...until,
    });
    for (const held of ["tool", "drill"] as const) {
      expect(limitOf(false, held, 2)).toEqual({ kind: "ownTime" });
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
