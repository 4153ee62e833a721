import { describe, expect, test } from "vitest";
import { issuesOf } from "../../../test/support/issues-of.js";
import { renderChart } from "../../../test/support/render-chart.js";
import {
  cashChart,
  inventoryValue,
  inventoryValueChart,
  ledgerDifference,
  marginChart,
  planLedger,
  planRequirements,
  purchasingPlan,
  salesPlan,
  standardCosts,
  type VegaLiteSpec,
} from "../../index.js";

const plan = planRequirements({
  startDate: "2026-01-05",
  currency: "EUR",
  suppliers: [{ id: "Smith", terms: { netDays: 10 } }],
  items: [
    { id: "cart", family: "carts", unitCost: 60, onHand: 3 },
    { id: "wheel", family: "parts", leadTime: 7 },
  ],
  sources: [{ item: "wheel", kind: "buy", supplier: "Smith", price: "2.505" }],
  demands: [
    { id: "d1", item: "cart", quantity: 2, due: "2026-01-16", customer: "Post" },
    { id: "d2", item: "wheel", quantity: 4, due: "2026-02-06", customer: "Bakery" },
    { id: "d3", item: "cart", quantity: 1, due: "2026-05-06", customer: "Post" },
  ],
});
const costs = standardCosts(plan);
const ledger = planLedger(plan, {
  costs,
  sales: { itemPrices: { cart: 80, wheel: 2 } },
  terms: { defaultCustomer: { netDays: 14 } },
});

/** Ids that would do harm if they were taken for anything but texts. */
const HOSTILE = [
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "datum.part ? 1 : 2",
  "(none)",
  "(others)",
  "",
];

/** The values of a specification as texts. */
function texts(spec: VegaLiteSpec, ...fields: readonly string[]): readonly string[] {
  return spec.data.values.map((value) => fields.map((field) => value[field]).join(" "));
}

/** How many shapes the picture has of a mark. */
function marks(svg: string, mark: "bar" | "point"): number {
  return svg.split(`aria-roledescription="${mark}"`).length - 1;
}

/** The one row of a bucket. */
const january = { from: "2026-01-01", until: "2026-02-01" };

describe("A chart of cash", () => {
  test("has what comes in, what goes out, and what is there from bucket to bucket", () => {
    const { values } = cashChart(ledger, { opening: 100 }).data;
    const lines = values.map(({ part, from, day, amount }) => `${part} ${from ?? day} ${amount}`);
    expect(lines).toEqual([
      "in 2026-01-01 160",
      "in 2026-02-01 8",
      // 4 × 2.505 = 10.02, due ten days after the sixth of February.
      "out 2026-02-01 10.02",
      "in 2026-05-01 80",
      "balance 2026-01-01 100",
      "balance 2026-02-01 260",
      "balance 2026-03-01 257.98",
      // Nothing is posted in March and April, so the line is flat.
      "balance 2026-05-01 257.98",
      "balance 2026-06-01 337.98",
    ]);
  });

  test("is the same of a ledger and of the rows of sales and purchases together", () => {
    const [sales, purchases] = [
      salesPlan(ledger, { by: ["item"], bucket: "month" }),
      purchasingPlan(ledger, { by: ["supplier"], bucket: "month" }),
    ];
    const rows = [...sales.rows, ...purchases.rows];
    const balances = (spec: VegaLiteSpec) =>
      texts(spec, "part", "day", "amount").filter((text) => text.startsWith("balance"));
    const all = balances(cashChart({ rows, currency: "EUR" }));
    // A report has rows where something is still owed, so its line has a point there too.
    expect(all.filter((text) => !text.includes("-04-01"))).toEqual(balances(cashChart(ledger)));
    expect(texts(cashChart({ rows }), "part", "from", "amount").slice(0, 4)).toEqual(
      texts(cashChart(ledger), "part", "from", "amount").slice(0, 4),
    );
  });

  test("adds up exactly and rounds only what is drawn", () => {
    const rows = Array.from({ length: 3 }, () => ({ ...january, cashIn: "1/3", cashOut: "0.004" }));
    expect(texts(cashChart({ rows }, { decimals: 3 }), "part", "amount")).toEqual([
      "in 1",
      "out 0.012",
      "balance 0",
      "balance 0.988",
    ]);
    expect(texts(cashChart({ rows }, { decimals: 0 }), "part", "amount")).toEqual([
      "in 1",
      "balance 0",
      "balance 1",
    ]);
  });

  test("of a difference lets no bar hide another, though less comes in or goes out", () => {
    const rows = [{ ...january, cashIn: -3, cashOut: 4 }];
    expect(texts(cashChart({ rows }), "part", "amount", "base", "top")).toEqual([
      "in -3 0 -3",
      "out 4 -3 -7",
      "balance 0  0",
      "balance -7  -7",
    ]);
  });

  test("is compiled without a warning, and drawn: bars up and down, a point for each balance", async () => {
    const { svg, warnings } = await renderChart(cashChart(ledger));
    expect(warnings).toEqual([]);
    expect(marks(svg, "bar")).toBe(4);
    expect(marks(svg, "point")).toBe(5);
    for (const text of ["Cash", "EUR", "in", "out", "balance", "2026-05-01"])
      expect(svg).toContain(`>${text}</text>`);
  });

  test("of what a change of a plan pays is drawn from a difference too, and of nothing is empty", async () => {
    const empty = cashChart(ledgerDifference(ledger, ledger));
    expect(empty.data.values).toEqual([]);
    expect(marks((await renderChart(empty)).svg, "bar")).toBe(0);
  });
});

describe("A chart of the value of stock", () => {
  const value = inventoryValue(plan, { costs, by: ["item", "family"], bucket: "month" });

  test("has a bar for what is left at the end of each bucket in which anything is", () => {
    expect(texts(inventoryValueChart(value), "part", "from", "until", "amount")).toEqual([
      "value 2026-01-01 2026-02-01 60",
      "value 2026-02-01 2026-03-01 60",
      "value 2026-03-01 2026-04-01 60",
      "value 2026-04-01 2026-05-01 60",
    ]);
  });

  test("is made of the largest parts, those below 0 downwards, and all others", () => {
    const worth = { a: 5, b: "2/3", c: "-4", d: "1/3", e: 1 };
    const rows = Object.entries(worth).map(([item, closing]) => ({ ...january, item, closing }));
    const family = { ...january, item: null, closing: "0.25" };
    const spec = inventoryValueChart({ rows: [...rows, family] }, { by: "item", most: 3 });
    expect(texts(spec, "part", "amount", "base", "top")).toEqual([
      "a 5 0 5",
      "c -4 0 -4",
      "e 1 5 6",
      "(others) 1.25 6 7.25",
    ]);
  });

  test("is compiled without a warning, and drawn with its parts in colours", async () => {
    const rows = ["carts", "parts", null].map((family) => ({ ...january, family, closing: 5 }));
    const spec = inventoryValueChart({ rows, currency: "EUR" }, { by: "family" });
    const { svg, warnings } = await renderChart(spec);
    expect(warnings).toEqual([]);
    expect(marks(svg, "bar")).toBe(3);
    for (const text of ["carts", "parts", "(none)", "EUR"])
      expect(svg).toContain(`>${text}</text>`);
    const plain = await renderChart(inventoryValueChart(value));
    expect(plain.warnings).toEqual([]);
    expect(marks(plain.svg, "bar")).toBe(4);
  });

  test("takes any text for an id, and tells it from what has none and from all others", async () => {
    const rows = [...HOSTILE, null, "z"].map((item, n) => ({ ...january, item, closing: 90 - n }));
    const spec = inventoryValueChart({ rows }, { by: "item" });
    expect(texts(spec, "part", "amount").slice(-2)).toEqual([" 84", "((others)) 165"]);
    const { svg, warnings } = await renderChart(spec);
    expect(warnings).toEqual([]);
    expect(marks(svg, "bar")).toBe(HOSTILE.length + 1);
    expect(svg).not.toContain("<script>");
  });
});

describe("A chart of margin", () => {
  test("has revenue, cost of sales and margin of each period", () => {
    const spec = marginChart(salesPlan(ledger, { by: ["customer"], bucket: "month" }));
    expect(
      texts(spec, "from", "part", "amount").filter((text) => !text.includes("-05-01")),
    ).toEqual([
      "2026-01-01 revenue 160",
      "2026-01-01 cost of sales 120",
      "2026-01-01 margin 40",
      "2026-02-01 revenue 8",
      "2026-02-01 cost of sales 10.02",
      "2026-02-01 margin -2.02",
    ]);
  });

  test("has them by customer, the most revenue first, over all periods", () => {
    const spec = marginChart(salesPlan(ledger, { by: ["customer"], bucket: "month" }), {
      by: "customer",
    });
    expect(texts(spec, "key", "part", "amount")).toEqual([
      "Post revenue 240",
      "Post cost of sales 180",
      "Post margin 60",
      "Bakery revenue 8",
      "Bakery cost of sales 10.02",
      "Bakery margin -2.02",
    ]);
  });

  test("draws no margin where it is not known of all", async () => {
    const known = { revenue: 5, costOfSales: 3, margin: 2, item: "a" };
    const rows = [known, { ...known, margin: null }];
    const byItem = marginChart({ rows }, { by: "item" });
    expect(texts(byItem, "part", "amount")).toEqual(["revenue 10", "cost of sales 6", "margin "]);
    const spec = marginChart({
      rows: [
        ...rows.map((row) => ({ ...row, ...january })),
        { ...known, from: "2026-02-01", until: "2026-03-01" },
      ],
    });
    for (const [one, bars, points] of [
      [byItem, 2, 0],
      [spec, 4, 1],
    ] as const) {
      const { svg, warnings } = await renderChart(one);
      expect(warnings).toEqual([]);
      expect([marks(svg, "bar"), marks(svg, "point")]).toEqual([bars, points]);
    }
  });

  test("takes any text for an id, and puts together what is beyond the most", async () => {
    const rows = [...HOSTILE, null].map((item, n) => ({
      item,
      revenue: 100 - n,
      costOfSales: 10,
      margin: 90 - n,
    }));
    const spec = marginChart({ rows, currency: "<b>" }, { by: "item", most: 6 });
    expect(texts(spec, "key", "part", "amount").slice(-3)).toEqual([
      "((others)) revenue 187",
      "((others)) cost of sales 20",
      "((others)) margin 167",
    ]);
    const { svg, warnings } = await renderChart(spec);
    expect(warnings).toEqual([]);
    expect(marks(svg, "bar")).toBe(21);
    expect(svg).not.toMatch(/<script>|<b>/);
  });
});

describe("Charts of money", () => {
  const value = inventoryValue(plan, { costs, bucket: "week" });
  const specs = () => [
    cashChart(ledger, { bucket: "day" }),
    inventoryValueChart(value),
    marginChart(salesPlan(ledger, { bucket: "quarter" })),
    marginChart(salesPlan(ledger, { by: ["item"] }), { by: "item" }),
  ];

  test("are plain data, alike each time", () => {
    expect(JSON.parse(JSON.stringify(specs()))).toEqual(specs());
  });

  test("are the same after reports went through JSON", () => {
    const again = <T>(report: T): T => JSON.parse(JSON.stringify(report));
    expect(inventoryValueChart(again(value))).toEqual(inventoryValueChart(value));
    const sales = salesPlan(ledger, { bucket: "month" });
    expect(marginChart(again(sales))).toEqual(marginChart(sales));
    expect(cashChart(again(sales))).toEqual(cashChart(sales));
  });

  test("show days as they are written, whatever the clock of the machine", () => {
    const { data, encoding } = inventoryValueChart(value) as never as {
      data: { format: { parse: { start: string } } };
      encoding: { x: { scale: { type: string } } };
    };
    expect(encoding.x.scale.type).toBe("utc");
    expect(data.format.parse.start).toBe("utc:'%Y-%m-%dT%H:%M'");
  });
});

describe("A chart of money refuses", () => {
  const row = { ...january, closing: 1, revenue: 1, costOfSales: 1, margin: 0 };
  const charts = [cashChart, inventoryValueChart, marginChart] as const;

  test.each([
    ["nothing", undefined, ["missingField rows"]],
    ["a list", [row], ["missingField rows"]],
    ["rows that are none", { rows: 7 }, ["invalidType rows"]],
    [
      "what cannot be read",
      {
        get rows() {
          throw new Error("mine");
        },
      },
      ["invalidType rows"],
    ],
    ["a currency that is no text", { rows: [], currency: 7 }, ["invalidType currency"]],
    ["a bucket without days", { rows: [{ ...row, from: null }] }, ["invalidType rows.0.from"]],
    [
      "a bucket that ends before it begins",
      { rows: [{ ...row, until: "2026-01-01" }] },
      ["outOfRange rows.0.until"],
    ],
    [
      "buckets with the same days",
      { rows: [row, { ...row, from: "2026-01-31" }] },
      ["contradiction rows.1.from"],
    ],
  ])("%s", (_, given, issues) => {
    for (const chart of charts) {
      expect(issuesOf(() => chart(given as never))).toEqual(issues);
    }
  });

  test.each([
    ["options that are none", null, ["invalidType "]],
    ["an unknown option", { colour: 1 }, ["unknownField colour"]],
    ["decimals that are none", { decimals: 1.5 }, ["invalidType decimals"]],
    ["more decimals than there are", { decimals: 13 }, ["outOfRange decimals"]],
  ])("%s", (_, options, issues) => {
    for (const chart of charts) {
      expect(issuesOf(() => chart({ rows: [row] }, options as never))).toEqual(issues);
    }
  });

  test("amounts, keys and buckets that it cannot draw, all at once", () => {
    const cash = { rows: [{ ...row, cashIn: "x", cashOut: 1e101 }] };
    expect(issuesOf(() => cashChart(cash, { opening: Number.NaN, bucket: "week" }))).toEqual([
      "invalidQuantity opening",
      "invalidQuantity rows.0.cashIn",
      "outOfRange rows.0.cashOut",
      "contradiction bucket",
    ]);
    expect(issuesOf(() => cashChart({ ...ledger }))).toEqual(["invalidType ledger"]);
    expect(issuesOf(() => inventoryValueChart({ rows: [row] }, { by: "item", most: 8 }))).toEqual([
      "outOfRange most",
      "missingField rows.0.item",
    ]);
    const unsold = { rows: [{ ...row, revenue: null, margin: undefined }] };
    expect(issuesOf(() => marginChart(unsold as never, { by: "customer", most: 0 }))).toEqual([
      "outOfRange most",
      "invalidType rows.0.revenue",
      "missingField rows.0.margin",
      "missingField rows.0.customer",
    ]);
    expect(issuesOf(() => marginChart({ rows: [] }, { by: "colour" as never }))).toEqual([
      "outOfRange by",
    ]);
  });
});
