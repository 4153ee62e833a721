import * as inventory from "orlicky/inventory";
import {
  economicOrderQuantityCost,
  type JointReplenishmentInput,
  jointReplenishment,
  minMaxPolicy,
  poissonReorderPolicy,
  safetyStockByCycleService,
  safetyStockByFillRate,
} from "orlicky/inventory";
import { describe, expect, test } from "vitest";
import { blocksOf, codesIn, sectionOf, tableRows } from "./markdown.js";

const page = "docs/inventory.md";
const rowsOf = (heading: string): string[][] => tableRows(sectionOf(page, heading));
const short = (figure: number, decimals: number): string => `${Number(figure.toFixed(decimals))}`;

describe("The figures of docs/inventory.md", () => {
  const economic = { fixedCost: 10, holdingCost: 0.5, demandRate: 1000 };
  const costAt = (orderQuantity: number) =>
    economicOrderQuantityCost({ ...economic, orderQuantity });

  test("every function that it names is exported", () => {
    const named = tableRows(sectionOf(page, "Stock")).flatMap(([, cell = ""]) => codesIn(cell));
    expect(named.length).toBeGreaterThan(35);
    expect(named.filter((name) => !(name in inventory))).toEqual([]);
  });

  test("the cost of order quantities", () => {
    const rows = [100, 150, 200, 250, 400].map((quantity) => {
      const { cost, costRatio } = costAt(quantity);
      return [`${quantity}`, short(cost, 2), short(costRatio, 3)];
    });
    expect(rowsOf("The economic order quantity")).toEqual(rows);
  });

  test("the picture of the cost", () => {
    const quantities = [50, 100, 150, 200, 250, 300, 350, 400];
    const costs = quantities.map((quantity) => short(costAt(quantity).cost, 2));
    const picture = blocksOf(page).find(({ language }) => language === "mermaid")?.text;
    expect(picture).toContain(`x-axis "order quantity" [${quantities.join(", ")}]`);
    expect(picture).toContain(`line [${costs.join(", ")}]`);
  });

  test("safety stocks", () => {
    const demand = { leadTimeDemandMean: 100, leadTimeDemandDeviation: 25 };
    const rows = [0.9, 0.95, 0.98, 0.99].map((service) => [
      `${Math.round(100 * service)} %`,
      short(safetyStockByCycleService({ cycleService: service, ...demand }).safetyStock, 1),
      short(
        safetyStockByFillRate({ fillRate: service, orderQuantity: 100, ...demand }).safetyStock,
        1,
      ),
    ]);
    expect(rowsOf("How safe")).toEqual(rows);
  });

  test("policies", () => {
    const reorder = poissonReorderPolicy({
      demandRate: 1.5,
      leadTime: 2,
      fixedCost: 100,
      holdingCost: 20,
      stockoutCost: 150,
    });
    const levels = minMaxPolicy({
      demand: { distribution: "poisson", mean: 6 },
      fixedCost: 5,
      holdingCost: 1,
      stockoutCost: 4,
    });
    expect(rowsOf("Exact and approximate policies")).toEqual([
      ["(r,Q)", `${reorder.reorderPoint}`, `${reorder.orderQuantity}`, reorder.cost.toFixed(2)],
      ["(s,S)", `${levels.reorderPoint}`, `${levels.orderUpTo}`, levels.cost.toFixed(2)],
    ]);
  });

  test("how far Silver's heuristic lies above the best multiples", () => {
    const rows = [1000, 10_000].map((largest) => {
      const above = problemsUpTo(largest).map(
        (problem) => jointReplenishment(problem).cost / leastCost(problem) - 1,
      );
      const mean = above.reduce((sum, share) => sum + share, 0) / above.length;
      const far = above.filter((share) => share > 0.1).length;
      return [
        `1 to ${largest.toLocaleString("en")}`,
        `${(100 * mean).toFixed(2)} %`,
        `${far}`,
        `${(100 * Math.max(...above)).toFixed(1)} %`,
      ];
    });
    expect(rowsOf("Joint replenishment is a heuristic")).toEqual(rows);
  });
});

/** Random problems of three items: whole figures, as likely in any order of magnitude. */
function problemsUpTo(largest: number): JointReplenishmentInput[] {
  let state = 1;
  const figure = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.ceil(largest ** (state / 2 ** 32));
  };
  return Array.from({ length: 10_000 }, () => ({
    sharedFixedCost: figure(),
    items: [0, 1, 2].map(() => ({
      fixedCost: figure(),
      holdingCost: figure(),
      demandRate: figure(),
    })),
  }));
}

/**
 * What the best multiples cost. At a given time between orders each item has its own best multiple, so
 * all times are gone through at which one of these changes, down to where the shared cost, and the items
 * each ordered as if it stood alone, cost more than what was found.
 */
function leastCost(problem: JointReplenishmentInput): number {
  const { sharedFixedCost, items } = problem;
  const enough = jointReplenishment(problem).cost;
  const values = items.map(({ holdingCost, demandRate }) => holdingCost * demandRate);
  const alone = items.reduce((sum, item, n) => sum + Math.sqrt(2 * item.fixedCost * values[n]!), 0);
  const shortest = sharedFixedCost / (enough - alone);
  const costOf = (multiples: readonly number[]): number => {
    let [fixed, holding] = [sharedFixedCost, 0];
    for (const [n, multiple] of multiples.entries()) {
      fixed += items[n]!.fixedCost / multiple;
      holding += values[n]! * multiple;
    }
    return Math.sqrt(2 * fixed * holding);
  };
  const changes: { readonly time: number; readonly item: number }[] = [];
  for (const [item, { fixedCost }] of items.entries()) {
    for (let multiple = 1; ; multiple++) {
      const time = Math.sqrt((2 * fixedCost) / (values[item]! * multiple * (multiple + 1)));
      if (time < shortest) break;
      changes.push({ time, item });
    }
  }
  changes.sort((a, b) => b.time - a.time);
  const multiples = items.map(() => 1);
  let least = Math.min(enough, costOf(multiples));
  for (const { item } of changes) {
    multiples[item]! += 1;
    least = Math.min(least, costOf(multiples));
  }
  return least;
}
