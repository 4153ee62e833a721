import { describe, expect, test } from "vitest";
import {
  type LedgerOptions,
  type PlanningInput,
  type PlanningInputError,
  type ProductionColumn,
  planLedger,
  planRequirements,
  productionPlan,
  type ReportOptions,
  standardCosts,
} from "../../index.js";

const bench = {
  id: "bench",
  shifts: [{ from: "08:00", until: "16:00" }],
  costPerHour: 30,
} as const;
const base = {
  startDate: "2026-01-05",
  currency: "EUR",
  workCenters: [bench],
  items: [
    { id: "cart", leadTime: 5 },
    { id: "wheel", unitCost: 12 },
  ],
  boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 2 }] }],
  routings: [
    {
      id: "carts",
      item: "cart",
      operations: [{ id: "build", workCenter: "bench", setup: 2, run: "0.4" }],
    },
  ],
  demands: [{ id: "d1", item: "cart", quantity: 20, due: "2026-02-02" }],
} as const satisfies PlanningInput;
const hourCosts = { bench: { labor: 18, machine: 8, overhead: 4 } };

function productionOf(
  rest: Partial<PlanningInput> = {},
  options: Partial<LedgerOptions> = {},
  asked: ReportOptions = { bucket: "month" },
) {
  const plan = planRequirements({ ...base, ...rest });
  return productionPlan(planLedger(plan, { costs: standardCosts(plan), ...options }), asked);
}

function linesOf(
  { rows }: ReturnType<typeof productionOf>,
  ...columns: readonly ProductionColumn[]
): readonly string[] {
  return rows.map((row) => [row.from, ...columns.map((column) => `${row[column]}`)].join(" "));
}

describe("The production plan", () => {
  test("shows what goes into orders, and what is in process until they are done", () => {
    const columns = ["material", "hours", "opening", "absorbed", "planned", "closing"] as const;
    expect(linesOf(productionOf(), ...columns)).toEqual([
      "2026-01-01 480 300 0 780 0 780",
      "2026-02-01 0 0 780 0 780 0",
    ]);
  });

  test("divides hours into labour, machine and overhead where it is said how", () => {
    const columns = ["labor", "machine", "overhead", "hours", "setup"] as const;
    expect(linesOf(productionOf({}, { hourCosts }), ...columns)[0]).toBe(
      "2026-01-01 180 80 40 0 0",
    );
    const items = [{ ...base.items[0], setupCost: 50 }, base.items[1]];
    expect(linesOf(productionOf({ items }, { hourCosts }), ...columns)[0]).toBe(
      "2026-01-01 144 64 32 0 50",
    );
  });

  test("sets standard against planned, and says by what it differs", () => {
    const columns = ["planned", "completed", "variance", "setupVariance", "runVariance"] as const;
    // Each cart bears two hours of set-up by standard, the twenty together take them once.
    const production = productionOf();
    expect(linesOf(production, ...columns)[1]).toBe("2026-02-01 780 1920 -1140 -1140 0");
    expect(`${production.rows[1]?.variancePercent}`).toBe("-59.38");
    const items = [{ ...base.items[0], unitCost: 40 }, base.items[1]];
    expect(linesOf(productionOf({ items }), ...columns, "otherVariance")[1]).toBe(
      "2026-02-01 780 800 -20 60 240 -800",
    );
  });

  test("opens with what is in process of begun orders", () => {
    const supply = { id: "MO 7", item: "cart", quantity: 20, due: "2026-02-02" } as const;
    const supplies = [{ ...supply, kind: "production" }] as const;
    const columns = ["opening", "absorbed", "planned", "completed", "variance", "closing"] as const;
    const production = productionOf({ supplies }, {}, { by: ["supply"], bucket: "quarter" });
    expect(production.rows.map((row) => row.supply)).toEqual(["MO 7"]);
    expect(linesOf(production, ...columns)).toEqual(["2026-01-01 1620 300 1920 1920 0 0"]);
  });

  test("has suppliers' work, and what is made by item, order or work centre", () => {
    const suppliers = [{ id: "Smith" }];
    const sources = [{ item: "cart", kind: "subcontract", supplier: "Smith", price: 9 }] as const;
    const production = productionOf(
      { suppliers, sources, routings: [] },
      {},
      { by: ["item", "supplier"] },
    );
    const [row] = production.rows;
    expect(production.rows).toHaveLength(1);
    expect([row?.item, row?.supplier, `${row?.material}`, `${row?.subcontract}`]).toEqual([
      "cart",
      "Smith",
      "480",
      "180",
    ]);
    const centers = productionOf({}, { hourCosts }, { by: ["workCenter"] });
    expect(centers.rows.map((one) => `${one.workCenter} ${one.labor} ${one.material}`)).toEqual([
      "bench 180 0",
      "null 0 480",
    ]);
  });

  test("tells by work centre what was used there beyond the standard", () => {
    const saw = { ...bench, id: "saw" };
    const operations = [
      { id: "10", workCenter: "saw", setup: 2, run: "0.1" },
      { id: "20", workCenter: "bench", setup: 1, run: "0.2" },
    ];
    const rest = {
      workCenters: [saw, { ...bench, costPerHour: 20 }],
      items: [{ id: "cart", leadTime: 3, minimumOrder: 10 }],
      boms: [{ item: "cart", lines: [] }],
      routings: [{ id: "carts", item: "cart", operations }],
      demands: [{ ...base.demands[0], quantity: 40 }],
    };
    const told = (options: Partial<LedgerOptions> = {}) =>
      productionOf(rest, options, { by: ["workCenter"] }).rows.map(
        (row) => `${row.workCenter} ${row.planned} ${row.completed} ${row.variance}`,
      );
    // By standard 40 in lots of 10: at the saw 4 h run and 8 h set-up, at the bench 8 h and 4 h.
    const wanted = ["bench 180 0 -60", "saw 180 0 -180", "null 0 600 0"];
    expect(told()).toEqual(wanted);
    expect(told({ hourCosts: { saw: hourCosts.bench } })).toEqual(wanted);
    const supplies = [
      { id: "MO 7", item: "cart", quantity: 40, due: "2026-02-02", kind: "production" },
    ] as const;
    const open = productionOf({ ...rest, supplies }, {}, { by: ["workCenter"] });
    expect(open.rows.map((row) => `${row.workCenter} ${row.runVariance}`)).toEqual([
      ...["bench 0", "saw 0", "null 0"],
    ]);
  });

  test("leaves out orders of which something has no cost, and names them", () => {
    const items = [base.items[0], { id: "wheel" }];
    const { rows, missing } = productionOf({ items });
    expect(rows).toEqual([]);
    expect(missing.map(({ item, reason }) => `${item} ${reason}`)).toContain("cart workInProcess");
  });

  test("leads to the postings behind each figure", () => {
    const production = productionOf();
    const [january, february] = production.rows;
    const lines = (row: object | undefined, column: ProductionColumn) =>
      Array.from(production.drill(row!, column), (one) => `${one.date} ${one.cause} ${one.amount}`);
    expect(lines(january, "absorbed")).toEqual([
      "2026-01-28 issue 480",
      "2026-01-28 run 240",
      "2026-01-28 setup 60",
    ]);
    expect(lines(february, "completed")).toEqual(["2026-02-02 production -1920"]);
    expect(() => production.drill({}, "completed")).toThrow("no row of this report");
  });

  test("rounds as it is asked, and refuses what cannot be asked", () => {
    const refused = (options: object): readonly string[] => {
      try {
        productionOf({}, {}, options as ReportOptions);
      } catch (error) {
        return (error as PlanningInputError).issues.map(
          ({ code, path }) => `${code} ${path.join(".")}`,
        );
      }
      return [];
    };
    expect(
      refused({ by: ["colour"], bucket: "fortnight", round: { decimals: 2 }, sum: 1 }),
    ).toEqual([
      "unknownField sum",
      "outOfRange by.0",
      "outOfRange bucket",
      "missingField round.on",
    ]);
    const round = { decimals: 0, on: "postings" } as const;
    const items = [base.items[0], { id: "wheel", unitCost: "0.33" }];
    const [row] = productionOf({ items }, {}, { round }).rows;
    expect([`${row?.material}`, `${row?.absorbed}`]).toEqual(["13", "313"]);
  });
});
