import * as inventory from "orlicky/inventory";
import {
  economicOrderQuantityCost,
  jointReplenishment,
  minMaxPolicy,
  poissonReorderPolicy,
  safetyStockByCycleService,
  safetyStockByFillRate,
} from "orlicky/inventory";
import { describe, expect, test } from "vitest";
import { blocksOf, codesIn, read, sectionOf, tableRows } from "./markdown.js";

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
    let state = 1;
    const figure = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.ceil(10 ** ((3 * state) / 2 ** 32));
    };
    let [sum, worst, problems] = [0, 0, 0];
    while (problems < 2000) {
      const sharedFixedCost = figure();
      const items = [0, 1, 2].map(() => ({
        fixedCost: figure(),
        holdingCost: figure(),
        demandRate: figure(),
      }));
      const { cost, orderMultiples } = jointReplenishment({ sharedFixedCost, items });
      if (Math.max(...orderMultiples) > 25) continue; // the best are looked for up to 30
      let best = cost;
      for (let code = 0; code < 30 ** 3; code++) {
        const multiples = [
          1 + (code % 30),
          1 + (Math.floor(code / 30) % 30),
          1 + Math.floor(code / 900),
        ];
        let fixed = sharedFixedCost;
        let holding = 0;
        for (let n = 0; n < 3; n++) {
          const item = items[n]!;
          fixed += item.fixedCost / multiples[n]!;
          holding += item.holdingCost * item.demandRate * multiples[n]!;
        }
        best = Math.min(best, Math.sqrt(2 * fixed * holding));
      }
      sum += cost / best - 1;
      worst = Math.max(worst, cost / best - 1);
      problems += 1;
    }
    const said = `it lies ${((100 * sum) / problems).toFixed(2)} % above the best multiples on average, and ${(100 * worst).toFixed(1)} % at worst`;
    expect(read(page)).toContain(said);
  });
});
