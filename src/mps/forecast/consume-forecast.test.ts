import { describe, expect, test } from "vitest";
import type { PlanningInputError } from "../../core/index.js";
import { consumeForecast } from "./consume-forecast.js";
import type { ForecastConsumptionInput } from "./consumption-input.js";

/** Weeks of March 2026 from Monday the 2nd on, a forecast of 100 each. */
const weeks = ["2026-03-02", "2026-03-09", "2026-03-16"].map((from, n) => ({
  id: `week ${n + 1}`,
  from,
  until: ["2026-03-08", "2026-03-15", "2026-03-22"][n]!,
  quantity: 100,
}));
const base: ForecastConsumptionInput = { startDate: "2026-03-02", forecasts: weeks };
const inWeek2 = { id: "A", due: "2026-03-11", quantity: 150 };

const usesOf = (input: ForecastConsumptionInput) =>
  consumeForecast(input).uses.map((use) => `${use.order} ${use.forecast}: ${use.quantity}`);

function refusalOf(input: unknown): string[] {
  try {
    consumeForecast(input as ForecastConsumptionInput);
  } catch (error) {
    const { issues } = error as PlanningInputError;
    return issues.map(({ code, path }) => `${code} ${path.join(".")}`);
  }
  return [];
}

describe("Which forecast an order consumes (D1)", () => {
  test.each([
    ["backwardForward", ["A week 2: 100", "A week 1: 50"]],
    ["backward", ["A week 2: 100", "A week 1: 50"]],
    ["forwardBackward", ["A week 2: 100", "A week 3: 50"]],
    ["forward", ["A week 2: 100", "A week 3: 50"]],
    ["none", []],
  ] as const)("%s", (consume, uses) => {
    expect(usesOf({ ...base, orders: [inWeek2], consume, backward: 7, forward: 7 })).toEqual(uses);
  });

  test("without days to look back or forward that of its own bucket alone", () => {
    const { totals, orders } = consumeForecast({ ...base, orders: [inWeek2] });
    expect(`${totals.consumed} ${orders[0]?.overConsumption}`).toBe("100 50");
    // Over-consumption stays a demand.
    expect(`${totals.demand}`).toBe(`${150 + 200}`);
  });

  test("a bucket is within n days when one of its days is", () => {
    const orders = [inWeek2];
    // From the 11th to the last day of week 1 three days, to the first one of week 3 five.
    expect(usesOf({ ...base, orders, backward: 2, forward: 4 })).toEqual(["A week 2: 100"]);
    expect(usesOf({ ...base, orders, backward: 3 })).toContain("A week 1: 50");
    expect(usesOf({ ...base, orders, forward: 5 })).toContain("A week 3: 50");
  });

  test("orders come by day, then priority, then id; those that are past come as of T0", () => {
    const order = (id: string, due: string, priority?: number) => ({
      id,
      due,
      quantity: 60,
      ...(priority === undefined ? {} : { priority }),
    });
    const orders = [
      order("last", "2026-03-05"),
      order("b", "2026-03-04", 1),
      order("a", "2026-03-04", 1),
      order("past", "2026-03-01", 9),
      order("first", "2026-03-02", 1),
    ];
    expect(usesOf({ ...base, orders, forward: 1 })).toEqual([
      "first week 1: 60",
      "past week 1: 40",
    ]);
  });

  test("in a week of daily forecast that of its own day first, then the nearest on either side", () => {
    const forecasts = ["02", "03", "04", "05"].map((date) => ({
      id: date,
      from: `2026-03-${date}`,
      quantity: 10,
    }));
    const orders = [{ id: "A", due: "2026-03-04", quantity: 25 }];
    expect(usesOf({ ...base, forecasts, orders, bucket: "week" })).toEqual([
      "A 04: 10",
      "A 03: 10",
      "A 05: 5",
    ]);
    expect(usesOf({ ...base, forecasts, orders, bucket: "week", consume: "forward" })).toEqual([
      "A 04: 10",
      "A 05: 10",
      "A 03: 5",
    ]);
  });

  test("in a bucket of several rows the one that is one day off before the one that is three", () => {
    const forecasts = [
      { id: "Monday", from: "2026-03-02", quantity: 10 },
      { id: "Friday", from: "2026-03-06", quantity: 10 },
    ];
    const orders = [{ id: "A", due: "2026-03-05", quantity: 10 }];
    for (const consume of ["backwardForward", "forwardBackward", "backward", "forward"] as const)
      expect(usesOf({ ...base, forecasts, orders, bucket: "week", consume })).toEqual([
        "A Friday: 10",
      ]);
  });

  test("in a bucket a row that holds its day comes before one that begins the day after", () => {
    const forecasts = [
      { id: "long", from: "2026-03-02", until: "2026-03-04", quantity: 10 },
      { id: "next", from: "2026-03-05", quantity: 10 },
    ];
    const orders = [{ id: "A", due: "2026-03-04", quantity: 12 }];
    expect(usesOf({ ...base, forecasts, orders, bucket: "week", consume: "forward" })).toEqual([
      "A long: 10",
      "A next: 2",
    ]);
  });

  test("a month consumed by weeks is split over its days", () => {
    const forecasts = [{ id: "March", from: "2026-03-01", until: "2026-03-31", quantity: 310 }];
    const orders = [{ id: "A", due: "2026-03-11", quantity: 100 }];
    const { uses, demand } = consumeForecast({ ...base, forecasts, orders, bucket: "week" });
    expect(uses.map((use) => `${use.from} ${use.until}: ${use.quantity}`)).toEqual([
      "2026-03-09 2026-03-15: 70",
    ]);
    // What it has on the 1st, before T0, stands on T0 with the week.
    expect(demand.map((row) => `${row.due}: ${row.quantity}`)).toEqual([
      "2026-03-02: 80",
      "2026-03-16: 70",
      "2026-03-23: 70",
      "2026-03-30: 20",
    ]);
  });

  test("buckets may be any periods; days between them are their own", () => {
    const forecasts = [{ id: "F", from: "2026-03-02", until: "2026-03-11", quantity: 100 }];
    const bucket = [
      { from: "2026-03-09", until: "2026-03-20" },
      { from: "2026-03-01", until: "2026-03-04" },
    ];
    const orders = [{ id: "A", due: "2026-03-06", quantity: 100 }];
    const { uses, demand } = consumeForecast({ ...base, forecasts, orders, bucket });
    expect(uses.map((use) => `${use.from}: ${use.quantity}`)).toEqual(["2026-03-05: 40"]);
    expect(demand.map((row) => `${row.due}: ${row.quantity}`)).toEqual([
      "2026-03-02: 30",
      "2026-03-09: 30",
    ]);
  });

  test("one order consumes no more of a row than the cap", () => {
    const orders = [inWeek2, { ...inWeek2, id: "B" }];
    expect(usesOf({ ...base, orders, cap: "0.3", backward: 7 })).toEqual([
      "A week 2: 30",
      "A week 1: 30",
      "B week 2: 30",
      "B week 1: 30",
    ]);
  });

  test("what is shipped of an order has consumed too, and is demand no more", () => {
    const orders = [{ id: "A", due: "2026-03-11", quantity: 60, shipped: 50 }];
    const { totals } = consumeForecast({ ...base, orders });
    expect(`${totals.consumed} ${totals.orders} ${totals.demand}`).toBe("60 10 250");
  });

  test("promotions are not consumed, one-off demand does not consume", () => {
    const promotion = {
      id: "promotion",
      from: "2026-03-09",
      until: "2026-03-15",
      quantity: 40,
      consumable: false,
    };
    const orders = [inWeek2, { id: "one-off", due: "2026-03-03", quantity: 80, consumes: false }];
    const input = { ...base, forecasts: [...weeks, promotion], orders };
    expect(usesOf(input)).toEqual(["A week 2: 100"]);
    const { totals, orders: balances } = consumeForecast(input);
    expect(`${totals.demand}`).toBe(`${150 + 80 + 200 + 40}`);
    expect(`${balances[1]?.overConsumption}`).toBe("0");
  });
});

describe("By customer, class or location", () => {
  const week = { from: "2026-03-02", until: "2026-03-08" };
  const forecasts = [
    { id: "Ada's", ...week, quantity: 10, key: "Ada" },
    { id: "shops'", ...week, quantity: 20, key: "shops" },
    { id: "all", ...week, quantity: 50 },
  ];
  const orders = [
    { id: "1", due: "2026-03-03", quantity: 35, key: ["Ada", "shops"] },
    { id: "2", due: "2026-03-04", quantity: 5, key: "Ben" },
    { id: "3", due: "2026-03-05", quantity: 5 },
  ];

  test("the rest goes on to the next key, and at last to everybody's", () => {
    expect(usesOf({ ...base, forecasts, orders })).toEqual([
      "1 Ada's: 10",
      "1 shops': 20",
      "1 all: 5",
      "2 all: 5",
      "3 all: 5",
    ]);
  });

  test("or only where there is no forecast of the key at all", () => {
    const fallback = "noForecast";
    expect(usesOf({ ...base, forecasts, orders, fallback })).toEqual([
      "1 Ada's: 10",
      "2 all: 5",
      "3 all: 5",
    ]);
  });

  test("where nothing of a key can be consumed there is no forecast of it", () => {
    const fallback = "noForecast";
    const all = { id: "all", ...week, quantity: 10 };
    const ordered = [{ id: "A", due: "2026-03-03", quantity: 5, key: "Ada" }];
    const old = { from: "2025-03-02", key: "Ada" };
    for (const none of [
      { id: "past", ...old, quantity: 10 },
      { id: "nothing", ...week, key: "Ada", quantity: 0 },
      { id: "promotion", ...week, key: "Ada", quantity: 10, consumable: false },
    ]) {
      const input = { ...base, forecasts: [all, none], orders: ordered, fallback } as const;
      expect(usesOf(input)).toEqual(["A all: 5"]);
    }
  });

  test("or nowhere", () => {
    const fallback = "none";
    expect(usesOf({ ...base, forecasts, orders, fallback })).toEqual(["1 Ada's: 10", "3 all: 5"]);
  });
});

describe("What takes part in consumption (K72)", () => {
  const [week1, week2] = [weeks[0]!, weeks[1]!];
  const order = { id: "A", due: "2026-03-11", quantity: 150, consumption: 30 };

  test("of an order it alone consumes, and all of the order is demand", () => {
    const { totals, orders } = consumeForecast({ ...base, orders: [order] });
    expect([totals.consumed, totals.demand, orders[0]!.overConsumption].map(String)).toEqual([
      "30",
      `${150 + 270}`,
      "0",
    ]);
    const none = consumeForecast({ ...base, orders: [{ ...order, consumption: 0 }] });
    expect([none.totals.consumed, none.totals.demand].map(String)).toEqual(["0", "450"]);
  });

  test("of a forecast it alone is consumed, however many orders come", () => {
    const forecasts = [week1, { ...week2, consumption: "40" }];
    const orders = [
      { ...inWeek2, quantity: 35 },
      { ...inWeek2, id: "B", quantity: 35 },
    ];
    const input = { ...base, forecasts, orders };
    expect(usesOf(input)).toEqual(["A week 2: 35", "B week 2: 5"]);
    expect(`${consumeForecast(input).forecasts[1]!.left}`).toBe("60");
    // What orders do not find there they look for elsewhere.
    expect(usesOf({ ...input, backward: 7 })).toContain("B week 1: 30");
  });

  test("is shared by the days of a forecast in buckets", () => {
    const forecasts = [{ ...week1, quantity: 70, consumption: 15 }];
    const orders = ["02", "03", "04"].map((day) => ({
      id: day,
      due: `2026-03-${day}`,
      quantity: 10,
    }));
    expect(usesOf({ ...base, forecasts, orders, bucket: "day" })).toEqual([
      "02 week 1: 10",
      "03 week 1: 5",
    ]);
  });

  test("leaves the cap a share of the whole row", () => {
    const forecasts = [{ ...week2, consumption: 40 }];
    const orders = [inWeek2];
    expect(usesOf({ ...base, forecasts, orders, cap: 0.25 })).toEqual(["A week 2: 25"]);
    expect(usesOf({ ...base, forecasts, orders, cap: 0.5 })).toEqual(["A week 2: 40"]);
  });

  test("may be nothing: such a row may stand beside others of its key", () => {
    const deal = { ...week2, id: "deal", quantity: 10, consumption: 0 };
    const { forecasts } = consumeForecast({
      ...base,
      forecasts: [deal, ...weeks],
      orders: [inWeek2],
    });
    expect([forecasts[0]!.consumed, forecasts[0]!.left].map(String)).toEqual(["0", "10"]);
    expect(refusalOf({ ...base, forecasts: [{ ...deal, consumption: 1 }, ...weeks] })).toEqual([
      "contradiction forecasts.2.from",
    ]);
  });

  test("is neither more than the quantity nor finer than it may be", () => {
    const forecasts = [
      { ...week1, consumption: 101 },
      { ...week2, consumption: 0.5 },
    ];
    const orders = [{ ...order, consumption: "150.1" }];
    expect(refusalOf({ ...base, forecasts, orders })).toEqual([
      "outOfRange forecasts.0.consumption",
      "tooFine forecasts.1.consumption",
      "outOfRange orders.0.consumption",
    ]);
  });
});

describe("A refusal names every mistake", () => {
  test("negative and too fine quantities, days that are none, unknown fields", () => {
    const forecasts = [
      { id: "a", from: "2026-02-30", quantity: -1 },
      { id: "b", from: "2026-03-02", quantity: 1.5 },
    ];
    expect(
      refusalOf({ startDate: "2026-03-02", forecasts, orders: [{ id: "A" }], cap: 2 }),
    ).toEqual([
      "invalidDate forecasts.0.from",
      "outOfRange forecasts.0.quantity",
      "missingField orders.0.due",
      "missingField orders.0.quantity",
      "outOfRange cap",
      "tooFine forecasts.1.quantity",
    ]);
    expect(refusalOf({ ...base, forecats: [] })).toEqual(["unknownField forecats"]);
  });

  test("forecasts of one key that overlap", () => {
    const again = { ...weeks[0], id: "again", from: "2026-03-08" };
    const other = { ...again, id: "other", key: "north" };
    expect(refusalOf({ ...base, forecasts: [again, ...weeks, other] })).toEqual([
      "contradiction forecasts.0.from",
    ]);
    const bucket = "week";
    expect(refusalOf({ ...base, forecasts: [again, ...weeks], bucket })).toEqual([
      "contradiction forecasts.0.from",
    ]);
  });

  test("periods that overlap or end before they begin", () => {
    const bucket = [
      { from: "2026-03-01", until: "2026-03-31" },
      { from: "2026-03-31", until: "2026-04-30" },
      { from: "2026-05-02", until: "2026-05-01" },
    ];
    expect(refusalOf({ ...base, bucket })).toEqual([
      "contradiction bucket.2.until",
      "contradiction bucket.1.from",
    ]);
  });

  test("ids that stand twice, ranges the wrong way round, more shipped than ordered", () => {
    const forecasts = [
      { ...weeks[0], until: "2026-03-01" },
      { ...weeks[1], id: "week 1" },
    ];
    const orders = [{ id: "A", due: "2026-03-02", quantity: 1, shipped: 2 }];
    expect(refusalOf({ ...base, forecasts, orders })).toEqual([
      "duplicateId forecasts.1.id",
      "contradiction forecasts.0.until",
      "contradiction orders.0.shipped",
    ]);
  });

  test("a cap that lets nobody consume anything", () => {
    expect(refusalOf({ ...base, cap: 0 })).toEqual(["outOfRange cap"]);
    expect(refusalOf({ ...base, cap: "1/1000" })).toEqual([]);
  });

  test("more days than an account can be read of", () => {
    const forecasts = Array.from({ length: 10 }, (_, n) => ({
      id: `${n}`,
      key: `${n}`,
      from: "1900-01-01",
      until: "2199-12-31",
      quantity: 1,
    }));
    expect(refusalOf({ ...base, forecasts, bucket: "day" })).toEqual(["outOfRange forecasts"]);
    expect(refusalOf({ ...base, forecasts })).toEqual([]);
  });
});
