import { describe, expect, test } from "vitest";
import {
  finiteLoading,
  levelLoad,
  messageText,
  type PlanningInput,
  planRequirements,
  scheduleOrders,
} from "../../index.js";
import {
  bottleneck,
  capacityRequirements,
  compareLoads,
  LOADS,
  loadPegs,
  loadProfile,
  overloadMessages,
} from "./index.js";

const day = { from: "06:00", until: "14:00" };

function planOf(more: Partial<PlanningInput> = {}, run: number | string = 1) {
  return planRequirements({
    startDate: "2026-01-07",
    horizonEnd: "2026-01-20",
    workCenters: [{ id: "saw", shifts: [day] }],
    items: [{ id: "leg" }],
    sources: [{ item: "leg", kind: "make" }],
    routings: [{ id: "r", item: "leg", operations: [{ id: "10", workCenter: "saw", run }] }],
    demands: [{ id: "d", item: "leg", quantity: 4, due: "2026-01-15" }],
    ...more,
  });
}

const texts = (rows: Iterable<object>, ...fields: readonly string[]): string[] =>
  Array.from(rows, (row) => fields.map((field) => `${Reflect.get(row, field)}`).join(" "));

describe("Capacity requirements", () => {
  test("of a plan without routings, and of one that makes nothing, are none", () => {
    for (const plan of [planOf({ routings: [] }), planOf({ demands: [] })]) {
      const { orders, operations, notes } = capacityRequirements(plan);
      expect([orders.length, operations.length, notes]).toEqual([0, 0, []]);
      const { rows, pastDue } = loadProfile(plan);
      expect(texts(rows, "load")).toEqual(["0", "0", "0"]);
      expect(texts(pastDue, "load")).toEqual(["0"]);
      expect(bottleneck(loadProfile(plan))).toBeNull();
    }
  });

  test("orders and operations tell the same, from either end", () => {
    const { orders, operations } = capacityRequirements(planOf());
    expect([...orders].flatMap((order) => order.operations)).toEqual([...operations]);
    expect(operations.at(-1)).toEqual(operations.at(0));
    expect(orders.at(1)).toBeUndefined();
  });

  test("an order without a place in time is noted, and its load stands apart", () => {
    const closed = { id: "saw", shifts: [{ ...day, validTo: "2026-01-07" }] };
    const plan = planOf({
      workCenters: [closed],
      conventions: {},
      demands: [{ id: "d", item: "leg", quantity: 400_000_000, due: "2026-01-15" }],
    });
    const { orders, operations, notes } = capacityRequirements(plan);
    expect(notes).toEqual([
      { code: "neverDone", order: plan.orders.at(0)!.id, supply: null, never: "saw" },
    ]);
    expect(orders.at(0)).toMatchObject({ start: null, end: null, realDue: null, daysLate: null });
    expect(operations.at(0)).toMatchObject({ start: null, end: null, available: null });
    const { rows, pastDue, neverDone } = loadProfile(plan, { bucket: "month" });
    expect(texts(neverDone, "workCenter", "site", "load")).toEqual(["saw main 400000000"]);
    expect(texts([...rows, ...pastDue], "load")).toEqual(["0", "0"]);
    // Up to the end of time, and whose it is.
    const pegs = (until?: string) => texts(loadPegs(plan, { workCenter: "saw", until }), "load");
    expect([pegs(), pegs("2199-12-31")]).toEqual([["400000000"], []]);
    const found = bottleneck(loadProfile(plan, { bucket: "month" }))!;
    expect(texts([found], "workCenter", "load", "capacity", "percentage")).toEqual([
      "saw 400000000 0 null",
    ]);
    const compared = compareLoads(planOf({ demands: [] }), plan, { bucket: "month" });
    expect(texts(compared, "workCenter", "when", "from", "until", "change")).toEqual([
      "saw neverDone null null 400000000",
    ]);
  });

  test("an order that would have to begin before the plan starts it is noted, with both days", () => {
    const of = (leadTime: number, more: object = {}) =>
      capacityRequirements(planOf({ items: [{ id: "leg", leadTime }], ...more }, 5));
    // 20 hours: from 12:00 on Monday the 12th.
    const { orders, notes } = of(2);
    expect(texts(orders, "plannedStart", "start", "due", "daysLate")).toEqual([
      "2026-01-13 2026-01-12T10:00 2026-01-15 0",
    ]);
    expect(notes).toEqual([
      {
        code: "beginsBeforeStart",
        order: orders.at(0)!.order,
        supply: null,
        start: "2026-01-12T10:00",
        plannedStart: "2026-01-13",
      },
    ]);
    expect(of(3).notes).toEqual([]);
    const supply = { id: "s", item: "leg", quantity: 4, due: "2026-01-15", kind: "production" };
    const open = (firm: boolean) => of(2, { supplies: [{ ...supply, firm }] });
    expect(texts(open(true).notes, "code", "supply", "plannedStart")).toEqual([
      "beginsBeforeStart s 2026-01-13",
    ]);
    // Whose material is out already may begin any day.
    expect([open(false).notes, texts(open(false).orders, "plannedStart")]).toEqual([[], ["null"]]);
  });

  test("an open order that is drawn for a later day is late only after that", () => {
    const late = (due: string) => {
      const supplies = [
        { id: "s", item: "leg", quantity: 4, due: "2026-01-02", kind: "production" },
      ] as const;
      const demands = [{ id: "d", item: "leg", quantity: 4, due }];
      return texts(
        capacityRequirements(planOf({ supplies, demands }, 10)).orders,
        "realDue",
        "daysLate",
      );
    };
    // Five days of work from the 7th on.
    expect(late("2026-01-20")).toEqual(["2026-01-12 0"]);
    expect(late("2026-01-10")).toEqual(["2026-01-12 2"]);
    expect(late("2026-01-07")).toEqual(["2026-01-12 5"]);
  });

  test("a supplier that gets its work at the weekend begins on Monday", () => {
    const plan = planOf({
      startDate: "2026-01-10",
      calendars: [{ id: "c5", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
      suppliers: [{ id: "s", calendar: "c5" }],
      routings: [
        {
          id: "r",
          item: "leg",
          operations: [{ id: "a", subcontract: { supplier: "s", leadTime: 1 } }],
        },
      ],
      demands: [{ id: "d", item: "leg", quantity: 1, due: "2026-01-11" }],
    });
    expect(texts(capacityRequirements(plan).operations, "start", "end")).toEqual([
      "2026-01-12T00:00 2026-01-13T00:00",
    ]);
  });

  test("a transfer batch that is not below the lot is noted", () => {
    const operations = [
      { id: "10", workCenter: "saw", run: 1, transferBatch: 4 },
      { id: "20", workCenter: "saw", run: 1, transferBatch: 3 },
    ];
    const items = [{ id: "leg", leadTime: 2 }];
    const plan = planOf({ items, routings: [{ id: "r", item: "leg", operations }] });
    const order = plan.orders.at(0)!.id;
    expect(capacityRequirements(plan).notes).toEqual([
      { code: "transferBatchAboveLot", order, supply: null, operation: "10" },
    ]);
  });

  test("the requirements of a plan are views: they change nothing, and come out the same again", () => {
    const plan = planOf();
    const before = JSON.stringify(plan);
    const first = JSON.stringify(capacityRequirements(plan));
    expect(JSON.stringify(capacityRequirements(plan))).toBe(first);
    expect(JSON.stringify(plan)).toBe(before);
    expect(Object.keys(JSON.parse(first))).toEqual(["orders", "operations", "notes"]);
  });
});

describe("Load profiles", () => {
  test("the first bucket begins with the planning start, the last holds the last load", () => {
    const plan = planOf({ horizonEnd: "2026-01-08", demands: [] });
    expect(texts(loadProfile(plan).rows, "from", "until", "capacity")).toEqual([
      "2026-01-07 2026-01-12 40",
    ]);
    const demands = [{ id: "d", item: "leg", quantity: 80, due: "2026-01-08" }];
    const late = planOf({ horizonEnd: "2026-01-08", demands });
    const rows = texts(loadProfile(late, { bucket: "day" }).rows, "from", "load");
    expect([rows.length, rows.at(-1)]).toEqual([10, "2026-01-16 8"]);
    expect(texts(loadProfile(late, { bucket: "month" }).rows, "from", "until", "load")).toEqual([
      "2026-01-07 2026-02-01 80",
    ]);
  });

  test("weeks begin where the plan's do", () => {
    const rows = loadProfile(planOf({ conventions: { weekStart: "thu" } })).rows;
    expect(texts(rows, "from")).toEqual(["2026-01-07", "2026-01-08", "2026-01-15"]);
  });

  test("show the work centres asked for, each once, by id", () => {
    const workCenters = ["saw", "drill", "ant"].map((id) => ({ id, shifts: [day] }));
    const plan = planOf({ workCenters });
    const shown = loadProfile(plan, { bucket: "month", workCenters: ["saw", "drill", "saw"] });
    expect(texts(shown.rows, "workCenter")).toEqual(["drill", "saw"]);
    expect(texts(loadProfile(plan, { bucket: "month" }).pastDue, "workCenter")).toEqual([
      "ant",
      "drill",
      "saw",
    ]);
  });

  test("set-up is part of the load, wherever the load lies", () => {
    const operations = [{ id: "10", workCenter: "saw", setup: 4, run: 3 }];
    const plan = planOf({ routings: [{ id: "r", item: "leg", operations }] });
    const rows = [...loadProfile(plan, { bucket: "day" }).rows].filter(
      ({ load }) => !load.isZero(),
    );
    expect(texts(rows, "from", "load", "setup")).toEqual(["2026-01-13 8 2", "2026-01-14 8 2"]);
  });

  test("where there is no capacity there is no percentage, and all load is too much", () => {
    const workCenters = [
      { id: "saw", shifts: [day], exceptions: [{ date: "2026-01-14", shifts: [] }] },
    ];
    const plan = planOf({ workCenters });
    const free = [...loadProfile(plan, { bucket: "day" }).rows].find(
      ({ from }) => from === "2026-01-14",
    )!;
    expect(texts([free], "load", "capacity", "percentage", "overload")).toEqual(["0 0 null 0"]);
    const loads = capacityRequirements(plan);
    const source = {
      ...loads[LOADS],
      workCenters: [{ ...loads[LOADS].workCenters[0]!, units: 0 }],
    };
    const [message] = overloadMessages({ [LOADS]: source });
    expect(texts([message!], "load", "capacity", "excess", "percentage")).toEqual(["4 0 4 null"]);
    expect(bottleneck(loadProfile({ [LOADS]: source }))).toMatchObject({ percentage: null });
  });

  test("of equal shares are alike to the bottleneck, whatever is rounded in each bucket: the first by id", () => {
    // 10 × 7 min of 26 × 7 min, and 10 h of 26 h: 5/13 of both. 7/60 h a day is no decimal.
    const item = (id: string) => ({ item: id, kind: "make" as const });
    const made = (id: string, workCenter: string, run: number | string) => ({
      id,
      item: id,
      operations: [{ id: "10", workCenter, run }],
    });
    const of = (ids: readonly [string, string]) =>
      planOf({
        startDate: "2026-01-05",
        horizonEnd: "2026-01-30",
        workCenters: [
          { id: ids[0], shifts: [{ from: "06:00", until: "06:07" }] },
          { id: ids[1], shifts: [{ from: "06:00", until: "07:00" }] },
        ],
        items: [{ id: "p" }, { id: "q" }],
        sources: [item("p"), item("q")],
        routings: [made("p", ids[0], "7/60"), made("q", ids[1], 1)],
        demands: ["p", "q"].map((id) => ({ id, item: id, quantity: 10, due: "2026-01-20" })),
      });
    for (const bucket of ["day", "week", "month"] as const) {
      for (const ids of [
        ["a", "b"],
        ["b", "a"],
      ] as const) {
        const profile = loadProfile(of(ids), { bucket });
        expect(bottleneck(profile)?.workCenter).toBe("a");
        const { rows, pastDue } = profile;
        const turned = { rows: [...rows].reverse(), pastDue: [] };
        expect(pastDue.map(({ load }) => `${load}`)).toEqual(["0", "0"]);
        expect(bottleneck(turned as never)?.workCenter).toBe("a");
        expect(bottleneck(JSON.parse(JSON.stringify(profile)))?.workCenter).toBe("a");
      }
    }
  });

  test("of two plans differ where they do, past due too, whatever day each is of", () => {
    const demands = (quantity: number) => [{ id: "d", item: "leg", quantity, due: "2026-01-15" }];
    const before = planOf({ demands: demands(4) });
    expect(compareLoads(before, planOf({ demands: demands(4), startDate: "2026-01-08" }))).toEqual(
      [],
    );
    const after = planOf({ demands: demands(5) });
    expect(texts(compareLoads(before, after), "from", "loadBefore", "loadAfter", "change")).toEqual(
      ["2026-01-12 4 5 1"],
    );
    const [kept, forward] = (["keep", "forward"] as const).map((startsInPast) =>
      capacityRequirements(planOf({ demands: demands(100) }), { startsInPast }),
    );
    expect(
      texts(compareLoads(kept!, forward!), "from", "until", "change", "overloadAfter"),
    ).toEqual(["null null -36 0", "2026-01-12 2026-01-19 32 0", "2026-01-19 2026-01-26 4 0"]);
  });
});

describe("An order that would only be usable after the year 2199", () => {
  const planWith = (wait: number, item: object = {}) =>
    planRequirements({
      startDate: "2026-01-05",
      workCenters: [{ id: "w", shifts: [{ from: "00:00", until: "24:00" }] }],
      items: [{ id: "x", leadTime: 1, ...item }],
      sources: [{ item: "x", kind: "make" }],
      routings: [
        {
          id: "r",
          item: "x",
          operations: [
            { id: "1", workCenter: "w", run: 1, wait },
            { id: "2", workCenter: "w", run: 1 },
          ],
        },
      ],
      demands: [{ id: "d", item: "x", quantity: 1, due: "2026-01-20" }],
    });
  // From 01:00 of the start to 00:00 on 31 December 2199.
  const most = (Date.UTC(2199, 11, 31) - Date.UTC(2026, 0, 5)) / 3_600_000 - 2;

  test("is never done, and no work centre that is open is to blame", () => {
    const said = (wait: number, item?: object) => {
      const plan = planWith(wait, item);
      const { orders, notes } = capacityRequirements(plan);
      const [never] = notes.filter(({ code }) => code === "neverDone");
      return [orders.at(0)!.realDue, never, overloadMessages(plan).length];
    };
    expect(said(most)).toEqual(["2199-12-31", undefined, 0]);
    const order = planWith(0).orders.at(0)!.id;
    const note = { code: "neverDone", order, supply: null, never: null };
    for (const wait of [most + 1, most + 25, 1.6e6, 1e7, 69e6, 1e8, 1e12]) {
      expect(said(wait)).toEqual([null, note, 0]);
    }
    expect(said(most - 24, { receivingTime: 3000 })).toEqual([null, note, 0]);
  });

  test("has no place in a schedule either", () => {
    const left = (wait: number, item?: object) => {
      const { jobs, unscheduled } = scheduleOrders(planWith(wait, item));
      return [
        Array.from(jobs, ({ due }) => due),
        Array.from(unscheduled, (row) => `${row.operation} ${row.reason} ${row.lackingHours}`),
      ];
    };
    expect(left(most)).toEqual([["2199-12-31"], []]);
    expect(left(most + 1)).toEqual([[], ["null horizon 0"]]);
    expect(left(most - 24, { receivingTime: 3000 })).toEqual([[], ["null horizon 0"]]);
    expect(left(most + 26)).toEqual([[], ["1 horizon 0"]]);
  });

  test("is blamed on the work centre where its work takes so long", () => {
    const shifts = [{ from: "06:00", until: "07:00" }];
    const plan = planOf({ workCenters: [{ id: "saw", shifts }] }, 100_000);
    expect(capacityRequirements(plan).notes).toMatchObject([{ code: "neverDone", never: "saw" }]);
    expect(overloadMessages(plan)).toMatchObject([{ workCenter: "saw", from: null }]);
  });
});

describe("Overloads", () => {
  test("are put into words like the messages of a plan", () => {
    const demands = [
      { id: "d", item: "leg", quantity: 7, due: "2026-01-15" },
      { id: "e", item: "leg", quantity: 5, due: "2026-01-15", segment: "Ann" },
    ];
    const [message] = overloadMessages(planOf({ demands }), { bucket: "day" });
    expect(messageText(message!)).toBe(
      "saw has 12 hours to do from 2026-01-14 to before 2026-01-15 and can do 8, 4 too much",
    );
  });
});

describe("Work that no open hour ever takes", () => {
  test("overloads the work centre that never opens again alone: at the others it waits in vain", () => {
    const shut = { id: "z", shifts: [{ from: "06:00", until: "14:00", validTo: "2026-01-10" }] };
    const plan = planRequirements({
      startDate: "2026-01-05",
      horizonEnd: "2026-02-01",
      workCenters: [{ id: "m", shifts: [{ from: "06:00", until: "14:00" }] }, shut],
      items: [{ id: "x", leadTime: 2 }],
      sources: [{ item: "x", kind: "make" }],
      routings: [
        {
          id: "r",
          item: "x",
          operations: [
            { id: "1", workCenter: "m", run: 1 },
            { id: "2", workCenter: "z", run: "0.01", queue: 60 },
          ],
        },
      ],
      demands: [{ id: "d", item: "x", quantity: 8, due: "2026-01-20" }],
    });
    for (const source of [
      plan,
      capacityRequirements(plan),
      levelLoad(plan),
      scheduleOrders(plan),
    ]) {
      expect(overloadMessages(source).map((message) => messageText(message))).toEqual([
        "z has 0.08 hours to do for which there is no open time",
      ]);
    }
    // The schedule finds a time for the work at m.
    expect(bottleneck(loadProfile(plan))?.workCenter).toBe("z");
    expect(texts(loadProfile(plan).neverDone, "workCenter", "load", "waiting")).toEqual([
      "m 8 8",
      "z 0.08 0",
    ]);
  });

  test("is an overload without dates, after those of its work centre", () => {
    const closed = { id: "saw", shifts: [{ ...day, validTo: "2026-01-07" }] };
    const messages = overloadMessages(
      planOf({ workCenters: [closed, { id: "tap", shifts: [day] }] }, 5),
    );
    expect(texts(messages, "workCenter", "from", "until", "load", "capacity", "excess")).toEqual([
      "saw null null 20 0 20",
    ]);
    expect(messages.map((message) => [message.percentage, messageText(message)])).toEqual([
      [null, "saw has 20 hours to do for which there is no open time"],
    ]);
  });

  test("is told of a schedule too: what does not end within its horizon", () => {
    const operations = [{ id: "10", workCenter: "saw", run: 6 }];
    const jobs = ["a", "b"].map((id) => ({ id, operations }));
    const schedule = finiteLoading({
      start: "2026-01-05T06:00",
      end: "2026-01-05T14:00",
      workCenters: [{ id: "saw", shifts: [day] }],
      jobs,
    });
    const messages = overloadMessages(schedule, { bucket: "day" });
    expect(texts(messages, "from", "excess")).toEqual(["null 6"]);
  });
});

describe("Loads and whose they are", () => {
  test("stock and surplus of a lot carry no customer's name", () => {
    const plan = planOf({
      items: [{ id: "leg", orderMultiple: 10 }],
      demands: [{ id: "d", item: "leg", quantity: 4, due: "2026-01-15", customer: "Ann" }],
    });
    const [peg] = loadPegs(plan, { workCenter: "saw" });
    expect(texts([peg!], "load", "rest")).toEqual(["10 6"]);
    expect(texts(peg!.demands, "customer", "load")).toEqual(["Ann 4"]);
  });

  test("an open order is pegged too, with what of it is left", () => {
    const supplies = [
      { id: "s", item: "leg", quantity: 4, completed: 1, due: "2026-01-15", kind: "production" },
    ] as const;
    const demands = [{ id: "d", item: "leg", quantity: 3, due: "2026-01-15" }];
    const [peg] = loadPegs(planOf({ supplies, demands }), { workCenter: "saw" });
    expect(peg).toMatchObject({ order: null, supply: "s", operations: ["10"] });
    expect(texts([peg!], "load")).toEqual(["3"]);
  });

  test("between two days, only what is worked then", () => {
    const plan = planOf({}, 5);
    const load = (from?: string, until?: string) =>
      texts(loadPegs(plan, { workCenter: "saw", from, until }), "load").join();
    expect(load()).toBe("20");
    expect(load("2026-01-14", "2026-01-15")).toBe("8");
    expect(load(undefined, "2026-01-13")).toBe("4");
    expect(load("2026-01-15")).toBe("");
  });
});

describe("What is refused", () => {
  const plan = planOf();
  const refusal = (call: () => unknown): unknown => {
    try {
      return call();
    } catch (error) {
      return (error as { issues: { path: unknown[]; code: string }[] }).issues.map(
        ({ path, code }) => `${path.join(".")}: ${code}`,
      );
    }
  };

  test("options that are none", () => {
    const options = { startsInPast: "later", queueReduction: [2, "x"], giveUp: true };
    expect(refusal(() => capacityRequirements(plan, options as never))).toEqual([
      "giveUp: unknownField",
      "startsInPast: outOfRange",
      "queueReduction.0: outOfRange",
      "queueReduction.1: invalidQuantity",
    ]);
    expect(refusal(() => loadProfile(plan, { bucket: "year" } as never))).toEqual([
      "bucket: outOfRange",
    ]);
    expect(refusal(() => loadProfile(plan, { workCenters: ["saw", "__proto__"] }))).toEqual([
      "workCenters.1: unknownId",
    ]);
    const pegs = { workCenter: "saw", from: "2026-01-15", until: "2026-01-14" };
    expect(refusal(() => loadPegs(plan, pegs))).toEqual(["until: contradiction"]);
    expect(refusal(() => overloadMessages(plan, { bucket: 7 } as never))).toEqual([
      "bucket: invalidType",
    ]);
  });

  test("what is no profile", () => {
    const row = { workCenter: "saw", site: null, load: "5", capacity: "8" };
    for (const none of [
      { rows: [null], pastDue: [] },
      { rows: [{ ...row, load: "x" }], pastDue: [] },
      { rows: [{ ...row, load: "NaN" }], pastDue: [] },
      { rows: [{ ...row, capacity: -1 }], pastDue: [] },
      { rows: [row], pastDue: [], neverDone: 5 },
      { rows: [{ ...row, workCenter: undefined }], pastDue: [] },
      { rows: [{ ...row, workCenter: 7 }], pastDue: [] },
      { rows: [{ ...row, workCenter: "" }], pastDue: [] },
      { rows: [], pastDue: [{ ...row, workCenter: null }] },
      { rows: [], pastDue: [], neverDone: [{ ...row, workCenter: {}, waiting: 0 }] },
      plan,
      null,
      {},
      [],
      7,
      { rows: 1, pastDue: [] },
      { rows: "x", pastDue: [] },
    ]) {
      expect(refusal(() => bottleneck(none as never))).toEqual(["profile: invalidType"]);
    }
    expect(refusal(() => bottleneck(undefined as never))).toEqual(["profile: missingField"]);
    const fromJson = { rows: [row, row], pastDue: [] } as never;
    expect(`${bottleneck(fromJson)?.percentage}`).toBe("62.5");
  });

  test("loads of another plan, what are no loads, and a work centre that there is not", () => {
    const pegs = (options: object) =>
      refusal(() => loadPegs(plan, { workCenter: "saw", ...options } as never));
    const demand = { id: "d", item: "leg", quantity: 99, due: "2026-01-15" };
    const more = capacityRequirements(planOf({ demands: [demand] }));
    const other = planOf({ demands: [{ ...demand, quantity: 4, due: "2026-01-14" }] });
    expect(pegs({ loads: more })).toEqual(["loads: contradiction"]);
    expect(pegs({ loads: capacityRequirements(other) })).toEqual(["loads: contradiction"]);
    expect(pegs({ loads: loadProfile(plan) })).toEqual(["loads: invalidType"]);
    expect(pegs({ loads: null })).toEqual(["loads: invalidType"]);
    expect(pegs({ workCenter: "zz" })).toEqual(["workCenter: unknownId"]);
    expect(loadPegs(plan, { workCenter: "saw", loads: capacityRequirements(planOf()) })).toEqual(
      loadPegs(plan, { workCenter: "saw" }),
    );
  });

  test("what is no plan", () => {
    for (const none of [undefined, null, {}, 7, "plan"]) {
      expect(() => capacityRequirements(none as never)).toThrow("plan");
      expect(() => loadProfile(none as never)).toThrow("plan");
      expect(() => loadPegs(none as never, { workCenter: "saw" })).toThrow("plan");
    }
  });
});
