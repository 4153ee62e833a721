import { planRequirements } from "orlicky";
import { describe, expect, test } from "vitest";
import {
  demandOf,
  line,
  march,
  opportunity,
  order,
  quote,
  reasons,
  texts,
} from "../../../test/support/crm/bell.js";
import type { Variants } from "../index.js";

const products = [{ id: "bicycle", decimals: 0 }];
const red = { frame: "red", bell: true };
const variants: Variants = [
  {
    item: "bicycle",
    parameters: { decimals: 0, leadTime: 5 },
    sources: [{ id: "line", kind: "make", rank: 1 }],
    lines: [
      { item: "wheel", quantity: 2 },
      { item: "red frame", quantity: 1, when: [{ attribute: "frame", values: ["red"] }] },
      { item: "blue frame", quantity: 1, when: [{ attribute: "frame", values: ["blue"] }] },
      { item: "bell", quantity: 1, when: [{ attribute: "bell", values: [true] }] },
    ],
  },
];
const redId = '["bicycle",[["bell",true],["frame","red"]]]';
const places = ({ demands }: ReturnType<typeof demandOf>) =>
  demands.map(({ item, segment }) => `${item} in ${segment ?? "common stock"}`);

describe("A customised line", () => {
  test("is a segment of its own", () => {
    const orders = [
      order("A", 1, { lines: [{ ...line(1), options: red }] }),
      order("B", 1, { lines: [{ ...line(1), specification: "as drawn" }] }),
      order("C", 1, { lines: [{ ...line(1), options: {} }] }),
    ];
    expect(places(demandOf({ orders }))).toEqual([
      ...['bicycle in ["order","A","1"]', 'bicycle in ["order","B","1"]'],
      "bicycle in common stock",
    ]);
  });

  test("chooses the lines of an option bill, and lines with equal options are one variant", () => {
    const demand = demandOf(
      {
        products,
        opportunities: [
          opportunity("O", 4, { probability: 1, lines: [{ ...line(4), options: red }] }),
        ],
        orders: [order("A", 2, { lines: [{ ...line(2), options: { bell: true, frame: "red" } }] })],
      },
      { variants },
    );
    expect(places(demand)).toEqual([`${redId} in common stock`, `${redId} in common stock`]);
    expect(demand.items).toEqual([{ id: redId, decimals: 0, leadTime: 5 }]);
    expect(demand.boms).toEqual([
      {
        item: redId,
        lines: [
          { item: "wheel", quantity: 2 },
          { item: "red frame", quantity: 1 },
          { item: "bell", quantity: 1 },
        ],
      },
    ]);
    expect(demand.sources).toEqual([
      { id: JSON.stringify([redId, "line"]), item: redId, kind: "make", rank: 1 },
    ]);
  });

  test("a value that no line of the bill has chooses none of them", () => {
    const lines = [{ ...line(1), options: { frame: "red", bell: false } }];
    const { boms, issues } = demandOf({ orders: [order("A", 1, { lines })] }, { variants });
    const parts = boms.map((bill) => bill.lines.map(({ item }) => item));
    expect([parts, issues]).toEqual([[["wheel", "red frame"]], []]);
  });

  test("a variant with a specification is netted apart", () => {
    const lines = [{ ...line(1), options: red, specification: "with a basket" }];
    const demand = demandOf({ orders: [order("A", 1, { lines })] }, { variants });
    expect(places(demand)).toEqual([`${redId} in ["order","A","1"]`]);
  });

  test("is planned down to the parts that its options ask for", () => {
    const quotes = [quote("Q", 3, { probability: 1, lines: [{ ...line(3), options: red }] })];
    const { demands, items, boms, sources } = demandOf({ quotes }, { variants });
    const parts = ["wheel", "red frame", "blue frame", "bell"].map((id) => ({ id }));
    const plan = planRequirements({
      ...{ startDate: "2026-03-02", items: [...parts, ...items], boms, sources, demands },
    });
    expect(
      Array.from(plan.orders, ({ item, quantity, due }) => `${item} ${quantity} ${due}`),
    ).toEqual([
      ...[`${redId} 3 2026-03-20`, "bell 3 2026-03-15", "red frame 3 2026-03-15"],
      "wheel 6 2026-03-15",
    ]);
  });

  test("whose options fit no line is an issue of its record", () => {
    const lines = [{ ...line(1), options: { frame: "red" } }];
    const other = order("B", 2, { lines: [{ ...line(2), options: red }] });
    const demand = demandOf({ orders: [order("A", 1, { lines }), other] }, { variants });
    expect(places(demand)).toEqual([`${redId} in common stock`]);
    expect(demand.account.map(({ why }) => why)).toEqual(["refused", "order"]);
    expect(demand.issues).toMatchObject([
      {
        ...{ code: "contradiction", record: { list: "orders", id: "A" } },
        path: ["orders", 0, "lines", 0, "options"],
      },
    ]);
  });
});

describe("A line whose options fit no variant is no demand, and", () => {
  const refusedLine = { ...line(2), id: "2", options: { frame: "red" } };

  test("takes nothing of a forecast", () => {
    const lines = [{ ...line(3), options: red }, refusedLine];
    const orders = [order("A", 0, { forecast: "March", lines })];
    const demand = demandOf({ forecasts: [march(10)], orders }, { variants });
    expect(demand.forecasts.map(({ taken, left }) => `${taken} ${left}`)).toEqual(["3 7"]);
    expect(reasons(demand)).toEqual([
      ...["A: 3, order", "A: 0, refused", 'March [1,"submitted"]: 7, forecast'],
    ]);
    expect(demand.account.map(({ takenFrom }) => takenFrom.length)).toEqual([1, 0, 0]);
  });

  test("has no share in the rounding of what is expected", () => {
    const lines = [
      { ...line(3), options: red },
      { ...refusedLine, quantity: 3 },
    ];
    const opportunities = [opportunity("O", 0, { forecast: "March", lines })];
    const policy = { deals: { use: "expected" }, variants } as const;
    const demand = demandOf({ forecasts: [march(10)], opportunities }, policy);
    expect(reasons(demand).slice(0, 2)).toEqual(["O: 2, expected", "O: 0, refused"]);
    expect(demand.forecasts.map(({ left }) => `${left}`)).toEqual(["8"]);
  });

  test("the issue names the line of the bill that asks for more", () => {
    const { issues } = demandOf(
      { orders: [order("A", 0, { lines: [refusedLine] })] },
      { variants },
    );
    expect(issues.map(({ message }) => message)).toEqual([
      'The attribute "bell" is missing, and variants[0].lines[3] depends on it. Give the variant one, such as true.',
    ]);
  });
});

describe("A line without options of an item with an option bill", () => {
  const issuesOf = ({ issues }: ReturnType<typeof demandOf>) =>
    issues.map(({ code, path, message }) => `${code} ${path.join(".")}: ${message}`);
  const orderOf = (more: object) => ({
    orders: [order("A", 0, { lines: [{ ...line(2), ...more }] })],
  });

  test("lacks them, and is no demand", () => {
    for (const bare of [{}, { options: {} }]) {
      const demand = demandOf(orderOf(bare), { variants });
      expect(reasons(demand)).toEqual(["A: 0, refused"]);
      expect(issuesOf(demand)).toEqual([
        'missingField orders.0.lines.0.options: The options are missing, and variants[0] of product "bicycle" depends on them ("frame", "bell"). State them, or a specification.',
      ]);
    }
  });

  test("lacks them in a deal too, which leaves the forecast as it is", () => {
    const opportunities = [opportunity("O", 4, { probability: 1, forecast: "March" })];
    const demand = demandOf({ forecasts: [march(10)], opportunities }, { variants });
    expect(texts(demand)).toEqual(["March: 10 on 2026-03-01"]);
    expect(issuesOf(demand).length).toBe(1);
  });

  test("is planned from the lines of every variant when it has a specification", () => {
    const demand = demandOf(orderOf({ specification: "as drawn" }), { variants });
    expect(places(demand)).toEqual(['["bicycle",[]] in ["order","A","1"]']);
    expect(demand.boms).toEqual([
      { item: '["bicycle",[]]', lines: [{ item: "wheel", quantity: 2 }] },
    ]);
    expect(demand.issues).toEqual([]);
  });

  test("lacks them in spite of a specification when no line is in every variant", () => {
    const [bill] = variants;
    const optional = [{ ...bill!, lines: bill!.lines.slice(1) }];
    const demand = demandOf(orderOf({ specification: "as drawn" }), { variants: optional });
    expect(issuesOf(demand)).toEqual([
      'missingField orders.0.lines.0.options: The options are missing, and variants[0] of product "bicycle" has no line without conditions to plan the specification from. State them ("frame", "bell").',
    ]);
  });

  test("is the variant of all lines when none of them has a condition, netted apart as any other", () => {
    const plain = [{ item: "bicycle", lines: [{ item: "wheel", quantity: 2 }] }];
    for (const shipped of [0, 2]) {
      const records = { forecasts: [march(10)], ...orderOf({ shipped }) };
      const demand = demandOf(records, { variants: plain });
      const apart = '["bicycle",[]] in common stock';
      expect(places(demand)).toEqual([
        "bicycle in common stock",
        ...(shipped === 0 ? [apart] : []),
      ]);
      expect(demand.account.map((row) => `${row.apart}`)).toEqual(["2", "0"]);
    }
  });

  test("needs none any more when all of it is shipped", () => {
    const demand = demandOf(orderOf({ shipped: 2 }), { variants });
    expect([...reasons(demand), ...issuesOf(demand)]).toEqual(["A: 0, shipped"]);
  });
});

describe("A customised order that names no forecast", () => {
  const lines = [
    { ...line(4), options: red },
    { ...line(1, "child's bicycle"), id: "2" },
  ];
  const products = [
    { id: "bicycle", decimals: 0 },
    { id: "child's bicycle", decimals: 0 },
  ];
  const forecasts = [march(10), march(3, { id: "children", product: "child's bicycle" })];
  const records = { products, forecasts, orders: [order("A", 0, { lines })] };

  test("consumes none in the plan, which nets it apart, and the account says so", () => {
    const demand = demandOf(records, { variants });
    expect(demand.account.map(({ apart }) => `${apart}`)).toEqual(["4", "0", "0", "0"]);
    const { demands, items, boms, sources } = demand;
    const parts = ["bicycle", "child's bicycle", "wheel", "red frame", "bell"].map((id) => ({
      id,
    }));
    const plan = planRequirements({
      ...{ startDate: "2026-03-02", items: [...parts, ...items], boms, sources, demands },
    });
    expect(Array.from(plan.consumptions, ({ quantity }) => `${quantity}`)).toEqual(["1"]);
  });

  test("is part of the one that covers it, when matching ones count", () => {
    const demand = demandOf(records, { variants, pipeline: "matching" });
    expect(demand.account.map(({ apart }) => `${apart}`)).toEqual(["0", "0", "0", "0"]);
    expect(demand.forecasts.map(({ taken, left }) => `${taken} ${left}`)).toEqual(["4 6", "1 2"]);
  });

  test("leaves no row of what is shipped, since it can consume nothing", () => {
    const shipped = [{ ...line(4), specification: "as drawn", shipped: 4 }];
    const demand = demandOf({
      forecasts: [march(10)],
      orders: [order("A", 0, { lines: shipped })],
    });
    expect(texts(demand)).toEqual(["March: 10 on 2026-03-01"]);
    expect(demand.account.map(({ apart, why }) => `${why} ${apart}`)).toEqual([
      ...["shipped 4", "forecast 0"],
    ]);
  });
});
