import { describe, expect, test } from "vitest";
import { alone, day, plan } from "../../../test/support/desk-shop.js";
import {
  type PlanningInput,
  type PlanSchedule,
  planRequirements,
  scheduleOrders,
} from "../../index.js";

describe("What holds up a late order", () => {
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

  test("A late order says what holds it up: the day to which it was kept back, where a setup then took longer", () => {
    // Backward the board is cut in the last hour of the 5th, the desk in the last four of the 6th. But after
    // boards the saw is set up for three hours: the desk takes from 12:00 on the 6th to 11:00 on the 7th.
    const cut = (run: number, setupGroup: string) => [
      { id: "cut", workCenter: "saw", run, setupGroup },
    ];
    const changes: Partial<PlanningInput> = {
      ...alone,
      workCenters: [
        { id: "saw", shifts: [day], setups: [{ from: "board", to: "desk", hours: 3 }] },
      ],
      routings: [
        { id: "desk", item: "desk", operations: cut(4, "desk") },
        { id: "board", item: "board", operations: cut(1, "board") },
      ],
      demands: [
        { id: "first", item: "board", quantity: 1, due: "2026-01-06" },
        { id: "second", item: "desk", quantity: 1, due: "2026-01-07" },
      ],
    };
    const { jobs } = scheduleOrders(plan(changes));
    const [desk] = [...jobs].filter(({ item }) => item === "desk");
    expect(desk).toMatchObject({
      ...{ begin: "2026-01-06T12:00", end: "2026-01-07T11:00", due: "2026-01-08" },
      limit: { kind: "held", date: "2026-01-06" },
    });
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
});
