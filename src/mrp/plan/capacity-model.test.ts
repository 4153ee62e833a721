import {
  type CapacityModel,
  capacityModel,
  capacityRequirements,
  type Plan,
  type PlanningInput,
  planRequirements,
  replan,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { formatDay, formatRatio } from "../../core/index.js";

const shifts = [{ from: "06:00", until: "14:00" }];
const turning = (id: string, validFrom?: string) => ({
  id,
  item: "wheel",
  validFrom,
  operations: [
    { id: "10", workCenter: "lathe", run: 1 },
    { id: "20", workCenter: "lathe", run: 1 },
  ],
});
const made = (id: string, quantity: number | string, due: string) => ({
  id,
  item: "wheel",
  quantity,
  due,
  kind: "production" as const,
});

const input: PlanningInput = {
  startDate: "2026-01-05",
  horizonEnd: "2026-02-27",
  calendars: [{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] }],
  conventions: { weekStart: "sun" },
  sites: [{ id: "main", calendar: "week" }],
  workCenters: [{ id: "lathe", shifts }],
  tools: [{ id: "jig" }, { id: "key", units: 3 }],
  items: [{ id: "wheel", decimals: 0, leadTime: 3, receivingTime: 2 }],
  sources: [{ item: "wheel", kind: "make" }],
  routings: [turning("old"), turning("new", "2026-01-14")],
};

const withDemands = (of: PlanningInput, ...dues: readonly string[]): PlanningInput => ({
  ...of,
  demands: dues.map((due) => ({ id: due, item: "wheel", quantity: 4, due })),
});

const routingsOf = (plan: Plan): (string | undefined)[] =>
  [...plan.orders].map((order) => capacityModel(plan).routingOfOrder(order)?.id);

describe("What capacity planning asks a plan", () => {
  test("are its work centres, tools and routings, its days and calendars", () => {
    const model = capacityModel(planRequirements(input));
    expect(model.workCenters.map(({ id }) => id)).toEqual(["lathe"]);
    expect(model.tools).toEqual([
      { id: "jig", units: 1 },
      { id: "key", units: 3 },
    ]);
    expect(model.routings.map(({ id }) => id)).toEqual(["old", "new"]);
    expect([model.startDay, model.horizonEndDay].map(formatDay)).toEqual([
      "2026-01-05",
      "2026-02-27",
    ]);
    expect(model.weekStart).toBe(6);
    expect(model.calendarOf("main").id).toBe("week");
    expect(model.receivingTime("wheel", "main")).toBe(2);
  });

  test("is made once for a plan", () => {
    const plan = planRequirements(input);
    expect(capacityModel(plan)).toBe(capacityModel(plan));
  });

  test("is asked of a plan only, and of what it has", () => {
    expect(() => capacityModel({} as Plan)).toThrow("This is no plan");
    const model: CapacityModel = capacityModel(planRequirements(input));
    expect(() => model.calendarOf("east")).toThrow('no site "east"');
    expect(() => model.receivingTime("cog", "main")).toThrow('no item "cog"');
  });
});

describe("The routing of an order (K52)", () => {
  test("is the one that is valid when it starts and begins last", () => {
    const plan = planRequirements(withDemands(input, "2026-01-20", "2026-01-21"));
    expect([...plan.orders].map(({ start }) => start)).toEqual(["2026-01-13", "2026-01-14"]);
    expect(routingsOf(plan)).toEqual(["old", "new"]);
  });

  test("of an order that had to start before the planning start is judged on that", () => {
    const routings = [turning("old"), turning("new", "2026-01-05")];
    const plan = planRequirements(withDemands({ ...input, routings }, "2026-01-06"));
    expect(routingsOf(plan)).toEqual(["new"]);
  });

  test("is the one that its source names, with an id or without", () => {
    const sources = [
      { item: "wheel", kind: "make" as const, routing: "old", maxQuantity: 4 },
      { id: "big", item: "wheel", kind: "make" as const, rank: 1, routing: "new" },
    ];
    const of = withDemands({ ...input, sources }, "2026-01-20", "2026-01-27");
    const demands = [...of.demands!, { id: "e", item: "wheel", quantity: 5, due: "2026-02-03" }];
    expect(routingsOf(planRequirements({ ...of, demands }))).toEqual(["old", "old", "new"]);
  });

  test("is none where it is bought, and where there is none", () => {
    const sources = [{ item: "wheel", kind: "buy" as const }];
    expect(routingsOf(planRequirements(withDemands({ ...input, sources }, "2026-01-20")))).toEqual([
      undefined,
    ]);
    const routings = [turning("next", "2026-03-01")];
    expect(routingsOf(planRequirements(withDemands({ ...input, routings }, "2026-01-20")))).toEqual(
      [undefined],
    );
  });
});

/** The open production orders of a plan in short. */
function productionOf(of: PlanningInput, plan: Plan = planRequirements(of)) {
  const model = capacityModel(plan);
  return [...plan.supplies].map((supply) => {
    const one = model.production(supply);
    return one && { ...one, routing: one.routing?.id, start: formatDay(one.start) };
  });
}

describe("An open production order", () => {
  test("has the routing by its start: its own, or its due day less its lead time", () => {
    const supplies = [
      { ...made("a", 4, "2026-01-22"), start: "2026-01-07" },
      made("b", 4, "2026-01-22"),
      made("c", 4, "2026-01-20"),
    ];
    const demands = withDemands(input, "2026-01-22").demands!;
    const found = productionOf({ ...input, supplies, demands: [{ ...demands[0]!, quantity: 12 }] });
    expect(found.map((one) => `${one?.start} ${one?.routing}`)).toEqual([
      "2026-01-13 old",
      "2026-01-07 old",
      "2026-01-15 new",
    ]);
  });

  test("has the routing of the source that it names, else of the first one", () => {
    const sources = [
      { item: "wheel", kind: "make" as const, routing: "old" },
      { id: "second", item: "wheel", kind: "make" as const, rank: 1, routing: "new" },
    ];
    const supplies = [
      made("a", 4, "2026-01-22"),
      { ...made("b", 4, "2026-01-23"), source: "second" },
    ];
    const found = productionOf({ ...input, sources, supplies });
    expect(found.map((one) => one?.routing)).toEqual(["old", "new"]);
  });

  test("tells what it starts, what is left of it, and what its operations have done", () => {
    const supplies = [
      {
        ...made("a", 3, "2026-01-22"),
        unit: "box",
        completed: 1,
        progress: [{ operation: "10", completed: 2 }],
      },
      { ...made("b", 4, "2026-01-23"), firm: true, scheduled: true },
    ];
    const items = [
      { id: "wheel", decimals: 0, yield: 0.75, units: [{ unit: "box", contains: 4 }] },
    ];
    const [first, second] = productionOf({ ...input, items, supplies });
    expect(formatRatio(first!.startQuantity)).toBe("16");
    expect(formatRatio(first!.startQuantityLeft)).toBe("11");
    expect([...first!.progress].map(([id, done]) => [id, formatRatio(done)])).toEqual([
      ["10", "8"],
    ]);
    expect(first).toMatchObject({ isBegun: true, isFirm: false, isScheduled: false });
    expect(second).toMatchObject({ isBegun: false, isFirm: true, isScheduled: true });
  });

  test("is what is made alone", () => {
    const supplies = [{ ...made("a", 4, "2026-01-22"), kind: "purchase" as const }];
    expect(productionOf({ ...input, supplies })).toEqual([undefined]);
  });
});

describe("Replanning", () => {
  test("takes changed work centres, tools and routings as a full run does", () => {
    const plan = planRequirements(withDemands(input, "2026-01-20"));
    const after = replan(plan, {
      workCenters: { put: [{ id: "saw", shifts }], change: [{ id: "lathe", units: 2 }] },
      tools: { remove: ["jig"] },
      routings: { remove: ["old"], change: [{ id: "new", validFrom: "2026-01-01" }] },
    });
    const model = capacityModel(after);
    expect(model.workCenters.map(({ id, units }) => `${id} ${units}`)).toEqual([
      "lathe 2",
      "saw 1",
    ]);
    expect(model.tools.map(({ id }) => id)).toEqual(["key"]);
    expect(routingsOf(after)).toEqual(["new"]);
  });

  test("takes a changed routing into lead times", () => {
    const items = [{ id: "wheel", decimals: 0, leadTimeBasis: "routing" as const }];
    const plan = planRequirements(withDemands({ ...input, items }, "2026-01-20"));
    const operations = [{ id: "10", workCenter: "lathe", run: 4 }];
    const after = replan(plan, { routings: { change: [{ id: "old", operations }] } });
    expect([plan, after].map(({ orders }) => orders.at(0)!.start)).toEqual([
      "2026-01-19",
      "2026-01-16",
    ]);
  });

  test("refuses a routing that is there no longer where it is named", () => {
    const items = [{ id: "wheel", leadTimeBasis: "routing" as const }];
    const plan = planRequirements(withDemands({ ...input, items }, "2026-01-20"));
    expect(() => replan(plan, { routings: { remove: ["old", "new"] } })).toThrow("no routing");
  });
});

describe("A released production order where nothing is made", () => {
  const at = (site: string) => ({ item: "wheel", site });
  const twoSites: PlanningInput = {
    startDate: "2026-03-02",
    sites: [{ id: "A" }, { id: "B" }],
    workCenters: [{ id: "lathe", site: "A", shifts }],
    items: [{ id: "wheel", leadTimeBasis: "routing" }],
    sources: [
      { ...at("A"), kind: "make" },
      { ...at("B"), kind: "transfer", from: "A", leadTime: 2 },
    ],
    routings: [{ ...turning("old"), site: "A" }],
    supplies: [{ ...made("open", 2, "2026-03-21"), ...at("B") }],
  };

  test("has no routing to follow, and nothing is loaded (K52)", () => {
    const plan = planRequirements(twoSites);
    const open = capacityModel(plan).production(plan.supplies.at(0)!);
    expect(open?.routing).toBeUndefined();
    expect(formatDay(open!.start)).toBe("2026-03-21");
    expect(capacityRequirements(plan).orders.length).toBe(0);
  });

  test("starts where it is due if its routing is not valid yet on the planning start (K54)", () => {
    const later = { ...turning("later", "2026-03-10"), site: "B" };
    const plan = planRequirements({
      ...twoSites,
      workCenters: [
        { id: "lathe", site: "B", shifts },
        { id: "press", site: "A", shifts },
      ],
      routings: [
        later,
        { id: "old", ...at("A"), operations: [{ id: "10", workCenter: "press", run: 1 }] },
      ],
    });
    const open = capacityModel(plan).production(plan.supplies.at(0)!);
    expect([open?.routing?.id, formatDay(open!.start)]).toEqual(["later", "2026-03-21"]);
  });
});
