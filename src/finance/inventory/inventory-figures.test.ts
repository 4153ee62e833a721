import { describe, expect, test } from "vitest";
import type { PlanningInputError } from "../../core/index.js";
import { type PlanningInput, planRequirements } from "../../mrp/index.js";
import { standardCosts } from "../standard-costs/index.js";
import { type InventoryFiguresOptions, inventoryFigures } from "./index.js";

type Key = "item" | "site" | "family";

function figuresOf(input: PlanningInput, options: Partial<InventoryFiguresOptions<Key>> = {}) {
  const plan = planRequirements(input);
  return inventoryFigures(plan, { costs: standardCosts(plan), ...options });
}

/** Four items over 100 days, of which one goes out evenly, one hardly, one never, one is discontinued. */
const store: PlanningInput = {
  startDate: "2026-01-01",
  horizonEnd: "2026-04-10",
  items: [
    { id: "even", family: "sold", unitCost: 2, onHand: 100 },
    { id: "hardly", family: "sold", unitCost: 10, onHand: 50 },
    { id: "never", unitCost: 7, onHand: 3 },
    { id: "old", unitCost: 5, onHand: 8, discontinued: { from: "2026-03-01" } },
  ],
  demands: [
    { id: "d1", item: "even", quantity: 50, due: "2026-01-11" },
    { id: "d2", item: "even", quantity: 50, due: "2026-03-02" },
    { id: "d3", item: "hardly", quantity: 10, due: "2026-01-01" },
    { id: "d4", item: "old", quantity: 6, due: "2026-02-10" },
  ],
};

const texts = (row: object | undefined, ...names: readonly string[]) =>
  names.map((name) => `${(row as Record<string, unknown>)[name]}`);

describe("The figures of stock", () => {
  const { rows } = figuresOf(store, { by: ["item"] });
  const [even, hardly, never, old] = rows;

  test("the average is over the values at the end of each day", () => {
    // 10 days of 100, 50 of 50 and 40 of none, at 2.
    expect(texts(even, "openingValue", "averageValue", "closingValue")).toEqual(["200", "70", "0"]);
  });

  test("turns are what goes out a year ÷ the average, days of supply how long the average lasts", () => {
    expect(texts(even, "issuedValue", "turns", "daysOfSupply")).toEqual([
      ...["200", "10.428571428571428571428571", "35"],
    ]);
    expect(texts(never, "issuedValue", "turns", "daysOfSupply")).toEqual(["0", "0", "null"]);
    const empty = figuresOf({
      ...store,
      items: [{ id: "even", unitCost: 2 }],
      demands: [store.demands![0]!],
    });
    expect(texts(empty.rows[0], "averageValue", "turns")).toEqual(["0", "null"]);
  });

  test("excess is what no need takes; obsolete what nothing takes or is discontinued, slow what lasts too long", () => {
    const names = ["excessValue", "obsoleteValue", "slowValue"];
    expect(texts(even, ...names)).toEqual(["0", "0", "0"]);
    // 40 are left, 10 go in 100 days, 36.5 in a year.
    expect(texts(hardly, ...names)).toEqual(["400", "0", "35"]);
    expect(texts(never, ...names)).toEqual(["21", "21", "0"]);
    expect(texts(old, ...names)).toEqual(["10", "10", "0"]);
    const [, soon] = figuresOf(store, { by: ["item"], slowAfterDays: 100 }).rows;
    expect(texts(soon, "slowValue")).toEqual(["300"]);
  });

  test("capital costs value × rate × days ÷ 365, and safety stock its rate a year", () => {
    const items = store.items!.map((item) => ({
      ...item,
      safetyStock:
        item.id === "even"
          ? [
              { from: "2026-01-01", quantity: 10 },
              { from: "2026-02-20", quantity: 30 },
            ]
          : 0,
    }));
    const figures = figuresOf({ ...store, items }, { by: ["item"], capitalRate: "0.073" });
    const [row] = figures.rows;
    // 50 days of 10 and 50 of 30, at 2.
    expect(texts(row, "safetyStockValue", "safetyStockCapitalCost")).toEqual(["40", "2.92"]);
    const [, other] = figures.rows;
    expect(texts(other, "averageValue", "capitalCost")).toEqual(["400", "8"]);
  });

  test("what expires is told by itself, and is not issued", () => {
    const figures = figuresOf({
      ...store,
      items: [{ id: "milk", unitCost: 3 }],
      stock: [{ item: "milk", quantity: 9, expires: "2026-01-20" }],
      demands: [{ id: "d1", item: "milk", quantity: 4, due: "2026-01-05" }],
    });
    expect(texts(figures.rows[0], "expiredValue", "issuedValue")).toEqual(["15", "12"]);
  });

  test("what goes to another site is issued where rows are by site", () => {
    const input: PlanningInput = {
      ...store,
      sites: [{ id: "plant" }, { id: "shop" }],
      items: [{ id: "cart", unitCost: 10 }],
      stock: [{ item: "cart", site: "plant", quantity: 5 }],
      sources: [{ item: "cart", site: "shop", kind: "transfer", from: "plant" }],
      demands: [{ id: "d1", item: "cart", site: "shop", quantity: 4, due: "2026-02-01" }],
    };
    expect(figuresOf(input).rows.map((row) => `${row.issuedValue}`)).toEqual(["40"]);
    expect(
      figuresOf(input, { by: ["site"] }).rows.map((row) => `${row.site} ${row.issuedValue}`),
    ).toEqual(["plant 40", "shop 40"]);
  });

  test("rows of a group are sums; what has no family stands last", () => {
    const groups = figuresOf(store, { by: ["family"] }).rows;
    expect(groups.map((row) => `${row.family} ${row.openingValue} ${row.obsoleteValue}`)).toEqual([
      "sold 700 0",
      "null 61 31",
    ]);
  });

  test("figures are rounded when asked", () => {
    const [row] = figuresOf(store, { by: ["item"], round: { decimals: 1 } }).rows;
    expect(texts(row, "turns")).toEqual(["10.4"]);
  });

  test("every mistake of the options is named", () => {
    const asked = { capitalRate: -1, slowAfterDays: 0, round: { decimals: 2, mode: "up" } };
    try {
      figuresOf(store, asked as never);
      expect.unreachable();
    } catch (error) {
      expect((error as PlanningInputError).issues.map(({ path }) => path.join("."))).toEqual([
        ...["capitalRate", "slowAfterDays", "round.mode"],
      ]);
    }
  });
});
