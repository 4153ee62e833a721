import { type LotSizing, lotSizes, multiLevelLotSizes } from "orlicky/inventory";
import { beforeAll, describe, expect, test } from "vitest";
import { type StudyLine, study, studyChart, studyTable } from "../../scripts/lot-sizing-study.js";
import { blocksOf, codesIn, read, sectionOf, tableRows } from "./markdown.js";

const page = "docs/lot-sizing.md";
const cost = { setupCost: 100, holdingCost: 1 };

/** The figures that a rule of the page was given beside the costs. */
const GIVEN: Readonly<Record<string, Partial<LotSizing>>> = {
  fixedOrderQuantity: { quantity: 58 },
  periodOrderQuantity: { periods: 3 },
};

/** The option of each example of "Where books disagree", in their order. */
const EXAMPLES: readonly Partial<LotSizing>[] = [
  { lookAhead: true },
  { lookBack: true },
  { unitCostInAverage: true },
  { holdingOn: "averageStock" },
];

describe("docs/lot-sizing.md shows what comes out", () => {
  test("of every rule", () => {
    const rows = tableRows(sectionOf(page, "The rules")).slice(0, 11);
    const demand = [35, 10, 0, 40, 0, 20, 5, 10, 30];
    for (const [name = "", ...shown] of rows) {
      const rule = codesIn(name)[0] as LotSizing["rule"];
      const found = lotSizes({ rule, demand, ...cost, ...GIVEN[rule] });
      const figures = [found.orders, found.holdingCost, found.totalCost].map(String);
      expect([rule, ...shown]).toEqual([rule, found.receipts.join(" "), ...figures]);
    }
    expect(new Set(rows.map(([name]) => name)).size).toBe(11);
  });

  test("of the variants", () => {
    const rows = tableRows(sectionOf(page, "Where books disagree")).slice(-EXAMPLES.length);
    for (const [n, option] of EXAMPLES.entries()) {
      const [needs = "", costs = "", rule = "", without, with_] = rows[n]!;
      const [setupCost = "", holdingCost = "", unitCost] = costs.split(", ");
      const sizing = {
        ...{ setupCost, holdingCost, ...(unitCost === undefined ? {} : { unitCost }) },
        rule: codesIn(rule)[0] as LotSizing["rule"],
        demand: needs.split(" "),
      };
      expect(codesIn(rule)).toContain(
        Object.entries(option).map(([name, value]) => (value === true ? name : value))[0],
      );
      expect(lotSizes(sizing).receipts.join(" ")).toBe(without);
      expect(lotSizes({ ...sizing, ...option }).receipts.join(" ")).toBe(with_);
    }
  });

  test("of fractions, which money may be and quantities may not", () => {
    expect(read(page)).toContain('money also a fraction (`"1/3"`); quantities have at most nine');
    const sizing = { rule: "wagnerWhitin", demand: [1, 1], setupCost: 1, holdingCost: 1 } as const;
    expect(`${lotSizes({ ...sizing, setupCost: "1/3" }).setupCost.toFixed(4)}`).toBe("0.6667");
    expect(lotSizes({ ...sizing, demand: ["0.000000001", 1] }).orders).toBe(2);
    expect(() => lotSizes({ ...sizing, demand: ["1/3", 1] })).toThrow("at most 9 decimals");
  });

  test("of the cart and its axles", () => {
    for (const [adjustment = "", setup, carts, axles, total] of tableRows(
      sectionOf(page, "More than one item"),
    )) {
      const { items, totalCost } = multiLevelLotSizes({
        items: [
          { id: "cart", demand: [10, 10, 10, 10, 10, 10], setupCost: 15, holdingCost: 2 },
          { id: "axle", setupCost: 100, holdingCost: "0.9" },
        ],
        lines: [{ parent: "cart", component: "axle", quantity: 2 }],
        rule: "wagnerWhitin",
        adjustment: codesIn(adjustment)[0] as "none" | "mclaren",
      });
      expect([setup, carts, axles, total]).toEqual([
        `${items[0]?.adjustedSetupCost ?? 15}`,
        ...items.map(({ receipts }) => receipts.join(" ")),
        `${totalCost}`,
      ]);
    }
  });

  test("of the options: each is taken, with each value", () => {
    const options = tableRows(sectionOf(page, "Where books disagree")).slice(0, -EXAMPLES.length);
    expect(options.map(([option = ""]) => codesIn(option)[0])).toEqual(Object.keys(KNOWN_BY));
    for (const [option = "", values = ""] of options) {
      const [name = ""] = codesIn(option);
      for (const value of codesIn(values)) {
        const given = value === "true" || value === "false" ? value === "true" : value;
        const sizing = { demand: [1], ...cost, ...KNOWN_BY[name], [name]: given };
        expect(lotSizes(sizing as LotSizing).orders).toBe(1);
      }
    }
  });
});

/** A rule that knows the option, and what it needs. */
const KNOWN_BY: Readonly<Record<string, Partial<LotSizing>>> = {
  holdingOn: { rule: "wagnerWhitin" },
  balancing: { rule: "partPeriodBalancing" },
  lookAhead: { rule: "partPeriodBalancing" },
  lookBack: { rule: "partPeriodBalancing" },
  ties: { rule: "groff" },
  unitCostInAverage: { rule: "silverMeal", unitCost: 1 },
  each: { rule: "fixedOrderQuantity", quantity: 1 },
};

describe("The study of docs/lot-sizing.md", () => {
  let lines: StudyLine[];
  beforeAll(() => {
    lines = study(10_000);
  });

  test("gives the table", () => {
    expect(read(page)).toContain(`\n${studyTable(lines)}\n`);
  });

  test("gives the chart", () => {
    const charts = blocksOf(page).filter(({ language }) => language === "mermaid");
    expect(charts.map(({ text }) => text)).toEqual([studyChart(lines)]);
  });

  test("finds no rule below the optimum", () => {
    expect(lines.filter(({ mean, worst }) => mean < 0 || worst < mean)).toEqual([]);
    expect(lines.find(({ name }) => name === "`wagnerWhitin`")).toMatchObject({ worst: 0 });
  });
});
