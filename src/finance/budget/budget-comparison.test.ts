import { describe, expect, test } from "vitest";
import { issuesOf } from "../../../test/support/issues-of.js";
import {
  type BudgetKey,
  budgetComparison,
  ledgerDifference,
  planLedger,
  planRequirements,
  purchasingBudget,
  standardCosts,
} from "../../index.js";

const planOf = (demand: string, customer: string) =>
  planRequirements({
    startDate: "2026-01-05",
    currency: "EUR",
    suppliers: [{ id: "Smith" }, { id: "Idle" }],
    sites: [{ id: "Vienna" }],
    items: [
      { id: "wheel", family: "parts", unitCost: 3 },
      { id: "bell", family: "trim", unitCost: 2 },
    ],
    sources: [{ item: "wheel", kind: "buy", supplier: "Smith" }],
    workCenters: [{ id: "bench", shifts: [{ from: "06:00", until: "14:00" }] }],
    supplies: [
      {
        id: "open",
        item: "bell",
        quantity: 1,
        due: "2026-01-12",
        kind: "purchase",
        supplier: "Smith",
      },
    ],
    demands: [
      { id: demand, item: "wheel", quantity: 10, due: "2026-01-16", customer },
      { id: "for A", item: "bell", quantity: 1, due: "2026-01-16", segment: "A" },
    ],
  });
const ledgerOf = (plan: ReturnType<typeof planOf>) =>
  planLedger(plan, { costs: standardCosts(plan), sales: { itemPrices: { wheel: 5 } } });
const plan = planOf("d1", "Post");
const ledger = ledgerOf(plan);
const year = { from: "2026-01-01", until: "2027-01-01", amount: 40 };

const refused = (of: typeof ledger, keys: Partial<Record<BudgetKey, string>>) => ({
  line: issuesOf(() => budgetComparison(of, { lines: [{ account: "cashOut", ...year, ...keys }] })),
  limit: issuesOf(() => purchasingBudget(of, { budgets: [{ ...year, ...keys }] })),
});

describe("The keys of a budget", () => {
  test("name what the plan has, whether anything of it is posted or not", () => {
    const [order] = Array.from(plan.orders, ({ id }) => id);
    for (const keys of [
      ...[{ supplier: "Idle" }, { supplier: "Smith" }, { supplier: "Smith" }, { item: "bell" }],
      ...[{ family: "trim" }, { site: "Vienna" }, { segment: "A" }, { demand: "d1" }],
      ...[{ supply: "open" }, { order: order! }, { workCenter: "bench" }, { customer: "Post" }],
      ...[{ cause: "expiry" }, { element: "labor" }],
    ]) {
      expect([keys, refused(ledger, keys)]).toEqual([keys, { line: [], limit: [] }]);
    }
  });

  test("are refused where nothing defines them: nothing would ever count for such a line", () => {
    const kinds = ["supplier", "item", "family", "site", "segment", "demand", "supply"] as const;
    for (const key of [...kinds, "order", "workCenter"] as const) {
      expect(refused(ledger, { [key]: "typo" })).toEqual({
        line: [`unknownId lines.0.${key}`],
        limit: [`unknownId budgets.0.${key}`],
      });
    }
    for (const key of ["cause", "element"] as const) {
      expect(refused(ledger, { [key]: "typo" })).toEqual({
        line: [`outOfRange lines.0.${key}`],
        limit: [`outOfRange budgets.0.${key}`],
      });
    }
  });

  test("may name a customer of whom the plan has no demand: what he does not order is a difference", () => {
    const lines = [{ account: "revenue", customer: "Bakery", ...year }] as const;
    const [row] = budgetComparison(ledger, { lines }).rows;
    expect(`${row?.customer} ${row?.budget} − ${row?.planned} = ${row?.difference}`).toBe(
      "Bakery 40 − 0 = 40",
    );
  });

  test("may name what either of two plans has, where their difference is compared", () => {
    const difference = ledgerDifference(ledger, ledgerOf(planOf("d2", "Bakery")));
    for (const demand of ["d1", "d2"]) {
      expect(refused(difference, { demand })).toEqual({ line: [], limit: [] });
    }
    expect(refused(difference, { demand: "d3" }).line).toEqual(["unknownId lines.0.demand"]);
  });
});
