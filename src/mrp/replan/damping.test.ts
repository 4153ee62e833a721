import { describe, expect, test } from "vitest";
import {
  comparePlans,
  dampPlan,
  freezeOrders,
  nervousness,
  type PlanningInput,
  PlanningInputError,
  planRequirements,
} from "../../index.js";

const startDate = "2026-01-05";
const horizonEnd = "2026-02-01";
const wheel = { id: "wheel", leadTime: 2, setupCost: 20, holdingCost: "0.5" };
const demand = (id: string, quantity: number, day: number, item = "wheel") => ({
  id,
  item,
  quantity,
  due: `2026-01-${`${day}`.padStart(2, "0")}`,
});
const inputOf = (...demands: ReturnType<typeof demand>[]): PlanningInput => ({
  startDate,
  horizonEnd,
  items: [wheel],
  demands,
});
const planOf = (...demands: ReturnType<typeof demand>[]) => planRequirements(inputOf(...demands));

const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (error instanceof PlanningInputError) {
      return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
    }
    throw error;
  }
  return [];
};

/** What cannot be read under a name. */
const unreadable = (name: string): never =>
  Object.defineProperty({}, name, {
    enumerable: true,
    get() {
      throw new Error("mine");
    },
  }) as never;

describe("Freezing orders", () => {
  const plan = planOf(demand("d", 4, 9), demand("e", 5, 12), demand("f", 6, 26));

  test("an item that is none of the plan is refused, not passed over", () => {
    expect(() => freezeOrders(plan, { days: 3, items: ["nope"] })).toThrow(/"nope"/);
  });

  test("takes what starts within the days, or is due within them", () => {
    const daysOf = (supplies: PlanningInput["supplies"]) => supplies?.map(({ due }) => due);
    expect(daysOf(freezeOrders(plan, { days: 6 }).supplies)).toEqual(["2026-01-09", "2026-01-12"]);
    expect(daysOf(freezeOrders(plan, { days: 6, by: "due" }).supplies)).toEqual(["2026-01-09"]);
    expect(daysOf(freezeOrders(plan, { until: "2026-01-10" }).supplies)).toEqual([
      "2026-01-09",
      "2026-01-12",
    ]);
    expect(daysOf(freezeOrders(plan, { days: 0 }).supplies)).toEqual([]);
    expect(daysOf(freezeOrders(plan, { days: 99, items: [] }).supplies)).toEqual([]);
  });

  test("writes a firm supply of the kind, source, supplier and version of the order, with its id and start", () => {
    const made = planRequirements({
      startDate,
      items: [{ id: "bike", leadTime: 2, attributes: { colour: "red" } }, { id: "wheel" }],
      boms: [
        { item: "bike", version: "new", lines: [{ item: "wheel", quantity: 2 }] },
        { item: "bike", version: "old", lines: [{ item: "wheel", quantity: 3 }] },
      ],
      sources: [{ id: "line 1", item: "bike", kind: "make", bomVersion: "old" }],
      demands: [demand("d", 4, 9, "bike")],
    });
    const frozen = freezeOrders(made, { days: 30, items: ["bike"] });
    expect(frozen.supplies).toEqual([
      {
        id: made.orders.at(0)?.id,
        item: "bike",
        site: "main",
        quantity: "4",
        due: "2026-01-09",
        start: "2026-01-07",
        kind: "production",
        firm: true,
        frozen: true,
        source: "line 1",
        bomVersion: "old",
        attributes: { colour: "red" },
      },
    ]);
    expect([...planRequirements(frozen).orders].map(({ id }) => id)).toEqual([
      made.orders.at(1)?.id,
    ]);
  });

  test("keeps what comes later than wanted for the need that it is for", () => {
    const capacity = [5, 12, 19].map((day) => {
      const [from, until] = [day, day + 6].map((of) => `2026-01-${String(of).padStart(2, "0")}`);
      return { from: from!, until: until!, quantity: 2 };
    });
    const limited: PlanningInput = {
      startDate,
      horizonEnd: "2026-02-01",
      items: [{ id: "wheel" }],
      suppliers: [{ id: "V", capacity }],
      sources: [{ item: "wheel", kind: "buy", supplier: "V" }],
      demands: [demand("d", 4, 9)],
    };
    const forward: PlanningInput = {
      startDate,
      conventions: { pastDue: "forward" },
      items: [{ id: "wheel", leadTime: 5 }, { id: "rim" }],
      boms: [{ item: "wheel", lines: [{ item: "rim", quantity: 1 }] }],
      demands: [demand("d", 4, 6)],
    };
    // The open supply comes on the 7th, so an order is made for the 6th, which comes no sooner.
    const achievable: PlanningInput = {
      startDate,
      horizonEnd: "2026-02-01",
      conventions: { pastDue: "forward", rescheduling: "achievable" },
      items: [wheel],
      supplies: [{ id: "P", item: "wheel", quantity: 1, due: "2026-01-07", kind: "purchase" }],
      demands: [demand("d", 1, 6)],
    };
    for (const [input, days] of [
      [limited, 3],
      [forward, 4],
      [achievable, 1],
    ] as const) {
      const before = planRequirements(input);
      const after = planRequirements(freezeOrders(before, { days: 30 }));
      expect([...after.orders]).toEqual([]);
      expect([...after.messages].filter(({ code }) => code === "expedite")).toEqual([]);
      for (const plan of [before, after]) expect(plan.demands.at(0)?.daysLate).toBe(days);
      const { orders } = comparePlans(before, after);
      expect(orders.map(({ change, days: moved }) => [change, moved])).toEqual(
        [...before.orders].map(() => ["firmed", 0]),
      );
    }
  });

  test("finds another id where the plan before has frozen an order with it", () => {
    const once = planRequirements({
      ...freezeOrders(plan, { days: 30 }),
      demands: [demand("d", 7, 9), demand("e", 5, 12), demand("f", 6, 26)],
    });
    const twice = freezeOrders(once, { days: 30 });
    expect(twice.supplies?.map(({ id }) => JSON.parse(id)[5])).toEqual([0, 0, 0, 1]);
    expect(planRequirements(twice).orders.length).toBe(0);
  });

  test("passes over what the input has already, and takes what it has not", () => {
    const near = freezeOrders(plan, { days: 3 });
    expect(near.supplies?.length).toBe(1);
    expect(freezeOrders(plan, { days: 3, input: near })).toEqual(near);
    const far = freezeOrders(plan, { days: 30, input: near });
    expect(far).toEqual(freezeOrders(plan, { days: 30 }));
    expect(planRequirements(far).orders.length).toBe(0);
  });

  test("refuses days that are none, days that are said twice, and what is no option", () => {
    expect(refusal(() => freezeOrders(plan, {}))).toEqual(["missingField options.days"]);
    expect(refusal(() => freezeOrders(plan, { days: -1 }))).toEqual(["outOfRange options.days"]);
    expect(refusal(() => freezeOrders(plan, { until: "2026-02-30" }))).toEqual([
      "invalidDate options.until",
    ]);
    expect(refusal(() => freezeOrders(plan, { days: 1, until: startDate }))).toEqual([
      "contradiction options.until",
    ]);
    expect(refusal(() => freezeOrders(plan, { days: 1, by: "end" as never }))).toEqual([
      "invalidType options.by",
    ]);
    const wrong = [
      { startDate, supplies: "all" },
      { startDate, supplies: [null] },
    ];
    for (const input of [null, [], {}, new Map(), { startDate: 5 }, ...wrong]) {
      expect(refusal(() => freezeOrders(plan, { days: 1, input: input as never }))).toEqual([
        "invalidType options.input",
      ]);
    }
    for (const name of ["days", "items", "input"]) {
      expect(refusal(() => freezeOrders(plan, unreadable(name)))).toEqual([
        `invalidType options.${name}`,
      ]);
    }
    const input = unreadable("supplies");
    expect(refusal(() => freezeOrders(plan, { days: 1, input }))).toEqual([
      "invalidType options.input.supplies",
    ]);
    expect(refusal(() => freezeOrders(plan, { days: 1, weeks: 2 } as never))).toEqual([
      "unknownField options.weeks",
    ]);
  });
});

describe("Nervousness", () => {
  test("is worked by hand: weights of a half, a quarter, an eighth for the weeks", () => {
    const before = planOf(demand("d", 8, 9), demand("e", 10, 20));
    const after = planOf(demand("d", 6, 9), demand("e", 10, 27));
    const { index, periods, items } = nervousness(before, after);
    expect(periods).toEqual([
      { date: "2026-01-05", weight: 0.5, changed: 1 },
      { date: "2026-01-12", weight: 0.25, changed: 0 },
      { date: "2026-01-19", weight: 0.125, changed: 1 },
      { date: "2026-01-26", weight: 0.0625, changed: 1 },
    ]);
    // 2 fewer in the first week, 10 gone from the third and come to the fourth; 7 days from the third.
    const quantity = 2 / 2 + 10 / 8 + 10 / 16;
    expect(items).toEqual([
      {
        item: "wheel",
        site: "main",
        segment: null,
        quantity,
        days: 7 / 8,
        index: quantity / (8 / 2 + 10 / 8 + 10 / 16),
      },
    ]);
    expect(index).toBe(items[0]?.index);
  });

  test("is less for the same change farther off, unless α makes all later periods count nothing", () => {
    const near = nervousness(
      planOf(demand("d", 8, 9), demand("e", 8, 30)),
      planOf(demand("e", 8, 30)),
    );
    const far = nervousness(
      planOf(demand("d", 8, 9), demand("e", 8, 30)),
      planOf(demand("d", 8, 9)),
    );
    expect(near.index).toBeGreaterThan(far.index);
    const blind = nervousness(
      planOf(demand("d", 8, 9), demand("e", 8, 30)),
      planOf(demand("d", 8, 9)),
      { alpha: 0 },
    );
    expect(blind.index).toBe(0);
  });

  test("sees only what both plans cover, when the planning start has rolled on", () => {
    const before = planOf(demand("d", 8, 9), demand("e", 10, 20));
    const rolled = planRequirements({
      ...inputOf(demand("e", 10, 20)),
      startDate: "2026-01-12",
    });
    expect(nervousness(before, rolled).index).toBe(0);
    expect(nervousness(before, rolled).periods[0]?.date).toBe("2026-01-12");
  });

  test("an order that was made firm has not changed, and half of the stocking points changed wholly are a half", () => {
    const plan = planOf(demand("d", 8, 9));
    expect(nervousness(plan, planRequirements(freezeOrders(plan, { days: 30 }))).index).toBe(0);
    const two = (quantity: number) =>
      planRequirements({
        startDate,
        horizonEnd,
        items: [wheel, { id: "bell" }, { id: "unused" }],
        demands: [demand("d", 8, 9), demand("e", quantity, 9, "bell")],
      });
    expect(nervousness(two(0), two(5)).index).toBe(0.5);
  });

  test("a late order that was made firm has not changed either, since it comes in when it did", () => {
    // Wanted on the 7th, an order of 14 days comes on the 19th; frozen it counts for the 7th.
    const input: PlanningInput = {
      startDate,
      horizonEnd,
      items: [{ id: "wheel", leadTime: 14 }],
      demands: [demand("d", 10, 7)],
      conventions: { pastDue: "forward" },
    };
    const plan = planRequirements(input);
    const frozen = planRequirements(freezeOrders(plan, { days: 30 }));
    expect(Array.from(frozen.supplies, ({ date, arrives }) => [date, arrives])).toEqual([
      ["2026-01-07", "2026-01-19"],
    ]);
    expect(nervousness(plan, frozen)).toMatchObject({ index: 0, items: [] });
    // A schedule that puts it to the 23rd moves it by 4 days, for whatever day it counts.
    const later = planRequirements({
      ...input,
      demands: [demand("d", 10, 8)],
      supplies: freezeOrders(plan, { days: 30 }).supplies!.map((supply) => ({
        ...supply,
        due: "2026-01-23",
      })),
    });
    const { supplies: moved, periods } = comparePlans(frozen, later, { bucket: "day" });
    expect(moved.map(({ change, days }) => [change, days])).toEqual([["moved", 4]]);
    expect(periods.map(({ date, scheduled }) => `${date} ${scheduled}`)).toEqual([
      "2026-01-19 -10",
      "2026-01-23 10",
    ]);
    // Both days lie in the third week, which weighs an eighth.
    expect(nervousness(frozen, later).items.map(({ days }) => days)).toEqual([4 / 8]);
  });

  test("refuses an α that is none", () => {
    const plan = planOf();
    for (const alpha of [1, -0.1, Number.NaN, "0.5" as never]) {
      expect(refusal(() => nervousness(plan, plan, { alpha }))).toEqual([
        "outOfRange options.alpha",
      ]);
    }
    expect(refusal(() => nervousness(plan, plan, { bucket: null as never }))).toEqual([
      "invalidType options.bucket",
    ]);
    for (const name of ["alpha", "bucket"]) {
      expect(refusal(() => nervousness(plan, plan, unreadable(name)))).toEqual([
        `invalidType options.${name}`,
      ]);
    }
  });
});

describe("Damping by the cost of change", () => {
  const old = planOf(demand("d", 4, 14));

  test("keeps an order that is a little early where moving it costs more than holding", () => {
    // Three days later: 4 × 3 days × 0.5 = 6 is saved by moving it.
    const input = inputOf(demand("d", 4, 17));
    const decide = (perDay: number) => {
      const { decisions, plan } = dampPlan(old, input, { perDay });
      return [
        ...decisions.map(({ kept, saving, price }) => [kept, +saving, +price]),
        plan.orders.length,
      ];
    };
    expect(decide(3)).toEqual([[true, 6, 9], 0]);
    expect(decide(2)).toEqual([[false, 6, 6], 1]);
  });

  test("weighs a new order that is needed all the same: a setup more, and what it changes", () => {
    // The need grows by 2. Kept: the order of 4 and one of 2. New: one of 6, which saves a setup.
    const { decisions, savingForgone, priceAvoided } = dampPlan(old, inputOf(demand("d", 6, 14)), {
      perChange: "30",
      perUnit: "1",
    });
    // Both ways one order changes by 2 units: nothing is won by keeping.
    expect(decisions.map(({ kept, saving, price }) => [kept, +saving, +price])).toEqual([
      [false, 20, 0],
    ]);
    expect([+savingForgone, +priceAvoided]).toEqual([0, 0]);
  });

  test("what is kept above changes nothing below", () => {
    const withWheels = (day: number): PlanningInput => ({
      startDate,
      horizonEnd,
      items: [{ id: "bike", holdingCost: 1 }, wheel],
      boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
      demands: [demand("d", 3, day, "bike")],
    });
    const { decisions, plan, input } = dampPlan(planRequirements(withWheels(14)), withWheels(15), {
      perChange: 10,
    });
    expect(decisions.map(({ item, kept }) => [item, kept])).toEqual([["bike", true]]);
    expect(input.supplies?.map(({ item, due }) => [item, due])).toEqual([["bike", "2026-01-14"]]);
    expect([...plan.orders].map(({ item, due }) => [item, due])).toEqual([["wheel", "2026-01-14"]]);
  });

  test("prices a change by what it is, whatever the supplies are called that were frozen before", () => {
    // The demand of 3 moves; the order of 4 was frozen before, under its own name or another one.
    const [firm] = freezeOrders(planOf(demand("d", 4, 9)), { days: 30 }).supplies ?? [];
    for (const id of [firm!.id, "PO 1"]) {
      const supplies = [{ ...firm!, id }];
      const of = (day: number): PlanningInput => ({
        ...inputOf(demand("d", 4, 9), demand("e", 3, day)),
        supplies,
      });
      const { decisions, input, plan, priceAvoided } = dampPlan(planRequirements(of(9)), of(12), {
        perChange: 100,
      });
      // Three units are held for three days: 3 × 3 × 0.5.
      expect(decisions.map(({ kept, saving, price }) => [kept, +saving, +price])).toEqual([
        [true, 4.5, 100],
      ]);
      expect(input.supplies?.map(({ quantity }) => +quantity)).toEqual([4, 3]);
      expect([plan.orders.length, +priceAvoided]).toEqual([0, 100]);
    }
  });

  test("freezes no order a second time that the input has as a supply already", () => {
    const changed = inputOf(demand("d", 4, 14), demand("e", 2, 16));
    const { decisions, input, plan } = dampPlan(
      old,
      freezeOrders(old, { days: 30, input: changed }),
      { perChange: 1000 },
    );
    expect(decisions).toEqual([]);
    expect(input.supplies?.length).toBe(1);
    expect([...plan.orders].map(({ quantity, due }) => [+quantity, due])).toEqual([
      [2, "2026-01-16"],
    ]);
  });

  test("without costs of change the new orders are taken, but where they cost more than the old ones", () => {
    const { decisions, plan } = dampPlan(old, inputOf(demand("d", 4, 17)), {});
    expect(decisions.map(({ kept }) => kept)).toEqual([false]);
    expect([...plan.orders].map(({ due }) => due)).toEqual(["2026-01-17"]);
  });

  test("takes new orders where the source of the old ones is gone", () => {
    const withSource = (id: string): PlanningInput => ({
      ...inputOf(demand("d", 4, id === "old" ? 14 : 15)),
      sources: [{ id, item: "wheel", kind: "buy" }],
    });
    const { decisions, plan } = dampPlan(planRequirements(withSource("old")), withSource("new"), {
      perChange: 1000,
    });
    expect(decisions).toEqual([]);
    expect([...plan.orders].map(({ source, due }) => [source, due])).toEqual([
      ["new", "2026-01-15"],
    ]);
  });

  test("holds of a late order that is kept only what has come in", () => {
    // The first 15 cannot come before the 19th: 10 are owed until then. Kept, the second 15 come one day
    // before they are wanted: 15 × 1 day × 0.5 of holding against a change of 1 and a day of 7.
    const late = (due: number, pastDue: "report" | "forward"): PlanningInput => ({
      startDate,
      horizonEnd,
      items: [{ ...wheel, leadTime: 14, lotSizing: { rule: "fixedOrderQuantity", quantity: 15 } }],
      demands: [demand("d", 10, 7), demand("e", 20, due)],
      conventions: { pastDue },
    });
    for (const pastDue of ["report", "forward"] as const) {
      const { decisions } = dampPlan(planRequirements(late(28, pastDue)), late(29, pastDue), {
        perChange: 1,
        perDay: 7,
      });
      expect(decisions.map(({ kept, saving, price }) => [kept, +saving, +price])).toEqual([
        [true, 7.5, 8],
      ]);
    }
  });

  test("refuses costs that are none", () => {
    const input = inputOf();
    expect(refusal(() => dampPlan(old, null as never, {}))).not.toEqual([]);
    expect(refusal(() => dampPlan(old, input, { perDay: -1 }))).toEqual([
      "outOfRange options.perDay",
    ]);
    expect(refusal(() => dampPlan(old, input, { perChange: null as never }))).toEqual([
      "outOfRange options.perChange",
    ]);
    expect(refusal(() => dampPlan(old, input, { perUnit: "a lot" }))).toEqual([
      "outOfRange options.perUnit",
    ]);
    expect(refusal(() => dampPlan(old, input, { perWeek: 1 } as never))).toEqual([
      "unknownField options.perWeek",
    ]);
    expect(refusal(() => dampPlan(old, input, unreadable("perDay")))).toEqual([
      "invalidType options.perDay",
    ]);
  });
});
