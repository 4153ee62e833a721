import { describe, expect, test } from "vitest";
import {
  comparePlansInMoney,
  inventoryFigures,
  inventoryValue,
  type PlanningInput,
  planLedger,
  planRequirements,
  standardCosts,
} from "../../index.js";

const start = { startDate: "2026-01-05", horizonEnd: "2026-03-31", currency: "EUR" } as const;

/** Key figures of stock: the peak with its day, and what is there at the end. */
function stockOf(input: Omit<PlanningInput, "startDate">) {
  const plan = planRequirements({ ...start, ...input });
  const costs = standardCosts(plan);
  const ledger = planLedger(plan, { costs });
  const { figures } = comparePlansInMoney(ledger, ledger);
  const peak = figures.find(({ figure }) => figure === "inventoryPeak");
  const closing = figures.find(({ figure }) => figure === "closingInventory");
  const [value] = inventoryValue(plan, { costs }).rows;
  const [average] = inventoryFigures(plan, { costs }).rows;
  return {
    peak: `${peak?.before} on ${peak?.beforeOn}`,
    closing: [`${closing?.before}`, `${value?.closing}`],
    average: `${average?.averageValue}`,
  };
}

describe("Key figures of stock", () => {
  test("end with the horizon, as the value of stock does: what comes in later is in none", () => {
    expect(
      stockOf({
        items: [{ id: "a", onHand: 1, unitCost: 3 }],
        supplies: [{ id: "po", item: "a", quantity: 5, due: "2026-04-20", kind: "purchase" }],
      }),
    ).toEqual({ peak: "3 on 2026-01-05", closing: ["3", "3"], average: "3" });
  });

  test("may lie below nothing throughout: the peak is the highest of these values", () => {
    const items = [{ id: "a", onHand: -5, unitCost: 2, method: "unplanned" }] as const;
    expect(stockOf({ items })).toMatchObject({
      peak: "-10 on 2026-01-05",
      closing: ["-10", "-10"],
    });
    const supplies = [
      { id: "po", item: "a", quantity: 2, due: "2026-02-02", kind: "purchase" },
    ] as const;
    const conventions = { rescheduling: "never" } as const;
    expect(stockOf({ conventions, items, supplies }).peak).toBe("-6 on 2026-02-02");
  });

  test("are nothing from the planning start on when what is there first comes or lacks later", () => {
    const items = [{ id: "a", unitCost: 2, method: "unplanned" }] as const;
    const demands = [{ id: "d", item: "a", quantity: 2, due: "2026-02-02" }] as const;
    expect(stockOf({ items, demands }).peak).toBe("0 on null");
  });
});
