import { describe, expect, test } from "vitest";
import {
  comparePlans,
  comparisonText,
  freezeOrders,
  type OrderDifference,
  type Plan,
  type PlanningInput,
  PlanningInputError,
  planRequirements,
  replan,
} from "../../index.js";

const startDate = "2026-01-05";
const input: PlanningInput = {
  startDate,
  horizonEnd: "2026-02-28",
  items: [
    { id: "bike", leadTime: 2 },
    { id: "wheel", leadTime: 3 },
  ],
  boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
};
const demand = (id: string, quantity: number, day: number) => ({
  id,
  item: "bike",
  quantity,
  due: `2026-01-${day}`,
});
const planOf = (...demands: ReturnType<typeof demand>[]) => planRequirements({ ...input, demands });

const told = ({ change, item, before, after, days, quantity }: OrderDifference) =>
  `${change} ${item} ${before?.due ?? "-"} ${after?.due ?? "-"} ${days} ${quantity}`;

describe("Comparing two plans", () => {
  test("an order with its id is the same order: only its quantity can differ, from the top level down", () => {
    const { orders } = comparePlans(planOf(demand("d", 10, 20)), planOf(demand("d", 12, 20)));
    expect(orders.map(told)).toEqual([
      "resized bike 2026-01-20 2026-01-20 0 2",
      "resized wheel 2026-01-18 2026-01-18 0 4",
    ]);
  });

  test("what is left of a source goes together by quantity first, then by day, and the rest came or went", () => {
    const a = planOf(demand("d", 10, 20), demand("e", 7, 22), demand("f", 5, 26));
    const b = planOf(demand("d", 7, 21), demand("e", 9, 23));
    const { orders } = comparePlans(a, b);
    expect(orders.filter(({ item }) => item === "bike").map(told)).toEqual([
      "moved bike 2026-01-20 2026-01-23 3 -1",
      "moved bike 2026-01-22 2026-01-21 -1 0",
      "removed bike 2026-01-26 - 0 -5",
    ]);
  });

  test("the same orders go together whichever plan is the first one, also those of one day", () => {
    const plan = (day: number, ...quantities: number[]) =>
      planRequirements({
        ...input,
        conventions: { grouping: "demand" },
        demands: quantities.map((quantity, n) => demand(`${n}`, quantity, day)),
      });
    const [a, b] = [plan(23, 2, 1, 1), plan(20, 3, 1)];
    const bikes = (of: Plan, to: Plan) =>
      comparePlans(of, to)
        .orders.filter(({ item }) => item === "bike")
        .map(({ change, before, after }) => `${change} ${before?.quantity} ${after?.quantity}`);
    expect(bikes(a, b)).toEqual(["moved 2 3", "moved 1 1", "removed 1 undefined"]);
    expect(bikes(b, a)).toEqual(["moved 3 2", "moved 1 1", "added undefined 1"]);
  });

  test("orders of other sources do not go together", () => {
    const sources = (supplier: string) => ({
      suppliers: [{ id: "A" }, { id: "B" }],
      sources: [{ item: "bike", kind: "buy" as const, supplier }],
    });
    const demands = [demand("d", 10, 20)];
    const [a, b] = ["A", "B"].map((supplier) =>
      planRequirements({ ...input, ...sources(supplier), demands }),
    );
    // Sources without id: the order has the same id, and comes another way.
    expect(comparePlans(a!, b!).orders.map(told)).toEqual([
      "resourced bike 2026-01-20 2026-01-20 0 0",
    ]);
    const named = planRequirements({
      ...input,
      ...sources("B"),
      sources: [{ id: "by B", item: "bike", kind: "buy", supplier: "B" }],
      demands,
    });
    expect(comparePlans(a!, named).orders.map(told)).toEqual([
      "added bike - 2026-01-20 0 10",
      "removed bike 2026-01-20 - 0 -10",
    ]);
  });

  test("another lead time moves the start, though the order is due as before", () => {
    const demands = [demand("d", 10, 20)];
    const slower = {
      ...input,
      items: [
        { id: "bike", leadTime: 4 },
        { id: "wheel", leadTime: 3 },
      ],
    };
    const comparison = comparePlans(planOf(...demands), planRequirements({ ...slower, demands }));
    expect(comparison.orders.map(told)).toEqual([
      "moved bike 2026-01-20 2026-01-20 0 0",
      "moved wheel 2026-01-18 2026-01-16 -2 0",
    ]);
    expect(comparisonText(comparison)[0]).toBe(
      "bike: order for 2026-01-20 starts on 2026-01-16, not 2026-01-18",
    );
  });

  describe("an order that is due as before and brings the same", () => {
    const screw = {
      startDate: "2026-03-02",
      items: [{ id: "screw", decimals: 0, orderMultiple: 10, leadTime: 2 }],
      sources: [{ id: "s1", item: "screw", kind: "buy" as const, price: 2 }],
      demands: [{ id: "d", item: "screw", quantity: 10, due: "2026-03-13" }],
    };
    const plan = planRequirements(screw);
    const textsWith = (fields: object): readonly string[] =>
      comparisonText(
        comparePlans(plan, replan(plan, { items: { change: [{ id: "screw", ...fields }] } })),
      ).filter((line) => line.includes(": order "));

    test("says how much it starts where only its yield is another one", () => {
      expect(textsWith({ yield: 0.5 })).toEqual(["screw: order for 2026-03-13 starts 20, not 10"]);
    });

    test("names the first of its days that is another one", () => {
      expect(textsWith({ leadTime: 3 })).toEqual([
        "screw: order for 2026-03-13 starts on 2026-03-10, not 2026-03-11",
      ]);
      expect(textsWith({ releaseTime: 1 })).toEqual([
        "screw: order for 2026-03-13 is ordered on 2026-03-10, not 2026-03-11",
      ]);
      expect(textsWith({ leadTime: 1, receivingTime: 1 })).toEqual([
        "screw: order for 2026-03-13 is delivered on 2026-03-12, not 2026-03-13",
      ]);
      expect(textsWith({ leadTime: 3, yield: 0.5 })).toEqual([
        "screw: order for 2026-03-13 starts on 2026-03-10, not 2026-03-11, starts 20, not 10",
      ]);
    });

    test("is the same order where it only costs more", () => {
      const dearer = replan(plan, {
        sources: { change: [{ item: "screw", id: "s1", price: 20 }] },
      });
      expect(comparisonText(comparePlans(plan, dearer))).toEqual(["nothing differs"]);
    });
  });

  test("an order that has become a supply of its id is firmed, not gone; what is needed beyond it is new", () => {
    const a = planOf(demand("d", 10, 20));
    const b = planRequirements(
      freezeOrders(a, {
        days: 30,
        input: { ...input, demands: [demand("d", 10, 20), demand("e", 3, 20)] },
      }),
    );
    const { orders, supplies, items } = comparePlans(a, b);
    expect(orders.map(told)).toEqual([
      "firmed bike 2026-01-20 - 0 0",
      "added bike - 2026-01-20 0 3",
      "firmed wheel 2026-01-18 - 0 0",
      "added wheel - 2026-01-18 0 6",
    ]);
    expect(supplies).toEqual([]);
    expect(items.map(({ item, planned, scheduled }) => [item, +planned, +scheduled])).toEqual([
      ["bike", -7, 10],
      ["wheel", -14, 20],
    ]);
    expect(comparePlans(b, a).orders.map(({ change }) => change)).toContain("unfirmed");
  });

  describe("after several rounds of freezing", () => {
    const thaw = { ...input, boms: [] };
    const frozenWith = (plan: Plan, ...demands: ReturnType<typeof demand>[]) =>
      planRequirements({ ...freezeOrders(plan, { days: 30 }), demands });
    const first = planRequirements({ ...thaw, demands: [demand("d", 4, 20)] });
    const more = [demand("d", 4, 20), demand("e", 3, 20)];
    const second = frozenWith(first, ...more);
    const third = frozenWith(second, ...more);

    test("an order is firmed, though a supply that was frozen before has its id", () => {
      // The order of 3 has the id that the order of 4 had before it was frozen.
      expect(second.orders.at(0)?.id).toBe(second.supplies.at(0)?.id);
      const { orders, supplies } = comparePlans(second, third);
      expect(orders.map(told)).toEqual(["firmed bike 2026-01-20 - 0 0"]);
      expect(orders[0]?.supply?.id).toBe('["bike","main",null,"2026-01-20",null,1]');
      expect(supplies).toEqual([]);
      expect(comparePlans(third, second).orders.map(told)).toEqual([
        "unfirmed bike - 2026-01-20 0 0",
      ]);
    });

    test("from the first plan on, what was frozen later was added", () => {
      const { orders, supplies } = comparePlans(first, third);
      expect(orders.map(({ change, supply }) => [change, `${supply?.quantity}`])).toEqual([
        ["firmed", "4"],
      ]);
      expect(supplies.map(({ change, quantity }) => [change, +quantity])).toEqual([["added", 3]]);
    });

    test("an order of a key stays the same one when those before it are frozen", () => {
      const halves = { ...thaw, conventions: { grouping: "demand" as const } };
      const two = [demand("d", 4, 20), demand("e", 3, 20)];
      const before = planRequirements({ ...halves, demands: two });
      const [only] = freezeOrders(before, { days: 30 }).supplies ?? [];
      const after = planRequirements({
        ...halves,
        supplies: [only!],
        demands: [demand("d", 4, 20), demand("e", 5, 20), demand("f", 3, 22)],
      });
      // Of the order of 3, n is 1 before and 0 after: it grows, and does not move to the 22nd.
      expect(comparePlans(before, after).orders.map(told)).toEqual([
        "firmed bike 2026-01-20 - 0 0",
        "resized bike 2026-01-20 2026-01-20 0 2",
        "added bike - 2026-01-22 0 3",
      ]);
    });

    test("a frozen order that has come whole leaves its number to no other while its row is there", () => {
      const received = replan(second, {
        bookings: [{ kind: "receipt", supply: second.supplies.at(0)!.id, quantity: 4 }],
      });
      const { orders, supplies } = comparePlans(second, received);
      expect(orders).toEqual([]);
      expect(supplies.map(({ change }) => change)).toEqual(["removed"]);
      const all = frozenWith(received, ...more);
      expect(comparePlans(received, all).orders.map(told)).toEqual([
        "firmed bike 2026-01-20 - 0 0",
      ]);
    });
  });

  test("an order that becomes late is the one that was wanted then, though another one stands there already", () => {
    const forward = (leadTime: number) =>
      planRequirements({
        ...input,
        conventions: { pastDue: "forward" },
        items: [{ id: "bike", leadTime }],
        boms: [],
        demands: [demand("d", 4, 12), demand("e", 3, 19)],
      });
    const comparison = comparePlans(forward(2), forward(14));
    expect(comparison.orders.map(told)).toEqual([
      "moved bike 2026-01-12 2026-01-19 7 0",
      "moved bike 2026-01-19 2026-01-19 0 0",
    ]);
    expect(comparison.orders[1]?.after?.start).toBe("2026-01-05");
  });

  test("what is said of a place says which one, with several sites", () => {
    const at = (site: string) =>
      planRequirements({
        ...input,
        sites: [{ id: "depot" }, { id: "works" }],
        stock: [{ item: "wheel", site, quantity: 5 }],
        boms: [],
      });
    expect(comparisonText(comparePlans(at("depot"), at("works")))).toEqual([
      "wheel at depot: no longer: nothing within the horizon needs 5 of what is there or on order",
      "wheel at works: now: nothing within the horizon needs 5 of what is there or on order",
    ]);
  });

  test("open supplies differ by the day and quantity with which they count, demands by due day and quantity", () => {
    const supply = { id: "po", item: "bike", kind: "purchase" as const };
    const withRows = (due: string, wanted: number, quantity: number) =>
      planRequirements({
        ...input,
        supplies: [{ ...supply, quantity, due }],
        demands: [demand("d", 10, wanted)],
      });
    const a = withRows("2026-01-28", 20, 10);
    // Moved in to the same day from elsewhere: it is due on another day all the same.
    const b = comparePlans(a, withRows("2026-01-25", 20, 10));
    expect(b.supplies.map(({ change, days }) => [change, days])).toEqual([["moved", 0]]);
    expect(b.demands).toEqual([]);
    const c = comparePlans(a, withRows("2026-01-28", 22, 12));
    expect(c.supplies.map(({ change, days, quantity }) => [change, days, +quantity])).toEqual([
      ["moved", 2, 2],
    ]);
    expect(c.demands.map(({ change, days, quantity }) => [change, days, +quantity])).toEqual([
      ["moved", 2, 0],
    ]);
  });

  test("a late supply makes customer orders late: they are named, with the days, though nothing of them changed", () => {
    const withRims = (due: string) =>
      planRequirements({
        ...input,
        conventions: { rescheduling: "never" },
        items: [
          { id: "bike", leadTime: 2 },
          { id: "wheel", leadTime: 30 },
        ],
        supplies: [{ id: "po", item: "wheel", quantity: 40, due, kind: "purchase" }],
        demands: [demand("d", 10, 20), demand("e", 5, 26)],
      });
    const comparison = comparePlans(withRims("2026-01-16"), withRims("2026-01-22"));
    expect(comparison.demands.map((row) => [row.change, row.demand, row.daysLate])).toEqual([
      ["later", "d", { before: 0, after: 17 }],
    ]);
    expect(comparisonText(comparison)).toContain(
      "bike: demand d for 2026-01-20 is 17 days late, in time before",
    );
  });

  test("messages that only one plan says are listed, the number of a row in the input left out", () => {
    const rounded = (demands: PlanningInput["demands"]) =>
      planRequirements({
        ...input,
        conventions: { excessDigits: "round" },
        items: [{ id: "bike", decimals: 0 }],
        boms: [],
        ...(demands === undefined ? {} : { demands }),
      });
    const half = { id: "half", item: "bike", quantity: 2.5, due: "2026-01-20" };
    const { messages } = comparePlans(
      rounded([half]),
      rounded([demand("d", 1, 19), { ...half }, { ...half, id: "late", due: "2026-01-04" }]),
    );
    expect(messages.map(({ change, message }) => `${change} ${message.code}`)).toEqual([
      "added inputAdjusted",
      "added pastDueDemand",
      "added demandLate",
      "added releaseNow",
    ]);
  });

  test("sums by period say what arrives more or less, in weeks unless asked otherwise", () => {
    const [a, b] = [planOf(demand("d", 10, 20)), planOf(demand("d", 10, 29))];
    const periods = (bucket?: "day" | "month") =>
      comparePlans(a, b, bucket === undefined ? {} : { bucket })
        .periods.filter(({ item }) => item === "bike")
        .map(({ date, planned }) => `${date} ${planned}`);
    expect(periods()).toEqual(["2026-01-19 -10", "2026-01-26 10"]);
    expect(periods("day")).toEqual(["2026-01-20 -10", "2026-01-29 10"]);
    expect(periods("month")).toEqual([]);
  });

  test("plans of inputs with other items, other decimals and other planning starts can be compared", () => {
    const a = planOf(demand("d", 10, 20));
    const b = planRequirements({
      startDate: "2026-01-07",
      items: [{ id: "bike", decimals: 0, leadTime: 2 }, { id: "trike" }],
      demands: [demand("d", 10, 20), { id: "t", item: "trike", quantity: 1, due: "2026-01-21" }],
    });
    expect(comparePlans(a, b).orders.map(told)).toEqual([
      "resourced bike 2026-01-20 2026-01-20 0 0",
      "added trike - 2026-01-21 0 1",
      "removed wheel 2026-01-18 - 0 -20",
    ]);
  });

  test("a plan that was replanned differs by what was changed, and not where rows are shared", () => {
    const a = planOf(demand("d", 10, 20), demand("e", 4, 26));
    const b = replan(a, { demands: { put: [demand("e", 5, 26)] } });
    expect(comparePlans(a, b).orders.map(told)).toEqual([
      "resized bike 2026-01-26 2026-01-26 0 1",
      "resized wheel 2026-01-24 2026-01-24 0 2",
    ]);
    expect(comparePlans(b, replan(b, { demands: { put: [demand("e", 4, 26)] } })).orders).toEqual(
      comparePlans(b, a).orders,
    );
  });

  test("many equal orders of a row cost no more than one where they are the same", () => {
    const many = (quantity: number) =>
      planRequirements({
        startDate,
        items: [{ id: "bolt", maximumOrder: 1 }],
        demands: [{ id: "d", item: "bolt", quantity, due: "2026-01-20" }],
      });
    const { orders, items } = comparePlans(many(3_000_000), many(3_000_002));
    expect(orders.map(({ change, after }) => [change, JSON.parse(after?.id ?? "[]")[5]])).toEqual([
      ["added", 3_000_000],
      ["added", 3_000_001],
    ]);
    expect(items.map(({ planned }) => +planned)).toEqual([2]);
  });

  test("options that are none are refused", () => {
    const plan = planOf();
    for (const bucket of ["year", null] as never[])
      expect(() => comparePlans(plan, plan, { bucket })).toThrow(PlanningInputError);
    expect(() => comparePlans(plan, plan, { weeks: 1 } as never)).toThrow(PlanningInputError);
    expect(() => comparisonText({} as never)).toThrow(PlanningInputError);
    expect(() => comparePlans(plan, {} as never)).toThrow(PlanningInputError);
  });
});
