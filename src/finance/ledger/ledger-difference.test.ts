import {
  comparePlansInMoney,
  type LedgerRow,
  ledgerDifference,
  planLedger,
  purchasingPlan,
  salesPlan,
  standardCosts,
} from "orlicky/finance";
import { type PlanningInput, planRequirements, replan } from "orlicky/mrp";
import { describe, expect, test } from "vitest";

const SHOP: PlanningInput = {
  startDate: "2026-12-21",
  horizonEnd: "2027-02-28",
  currency: "EUR",
  suppliers: [{ id: "Smith" }],
  items: [
    { id: "wheel", family: "parts", unitCost: 4 },
    { id: "bell", family: "trim", unitCost: 3 },
  ],
  sources: [
    { item: "wheel", kind: "buy", supplier: "Smith", price: 5 },
    { item: "bell", kind: "buy", supplier: "Smith", price: 2 },
  ],
  demands: [
    { id: "d1", item: "wheel", quantity: 10, due: "2027-01-01" },
    { id: "d2", item: "bell", quantity: 5, due: "2027-01-03" },
  ],
};

/** The ledger of the shop, and that of the shop when something is changed. */
function ledgersOf(changes: Parameters<typeof replan>[1], input = SHOP) {
  const plan = planRequirements(input);
  const changed = replan(plan, changes);
  const before = planLedger(plan, { costs: standardCosts(plan) });
  const after = planLedger(changed, { costs: standardCosts(changed) });
  return { before, after, difference: ledgerDifference(before, after) };
}

function byFamily(rows: readonly Pick<LedgerRow<"family">, "family" | "amount">[]) {
  return rows.map(({ family, amount }) => `${family} ${amount}`);
}

describe("The difference of two ledgers", () => {
  const MOVED = { items: { change: [{ id: "wheel", family: "trim" }] } };
  const grouping = { by: ["family"], accounts: ["cashOut"] } as const;

  test("has what leaves a family in that, and what joins one in the other", () => {
    const more = { ...MOVED, demands: { change: [{ id: "d1", quantity: 12 }] } };
    const { before, after, difference } = ledgersOf(more);
    expect(byFamily(before.group(grouping))).toEqual(["parts 50", "trim 10"]);
    expect(byFamily(after.group(grouping))).toEqual(["trim 70"]);
    expect(byFamily(difference.group(grouping))).toEqual(["parts -50", "trim 60"]);
    const { rows } = purchasingPlan(difference, { by: ["family"] });
    expect(rows.map(({ family, receipts }) => `${family} ${receipts}`)).toEqual([
      "parts -50",
      "trim 60",
    ]);
  });

  test("has the postings of which its figures are sums, though nothing but a family changes", () => {
    const { before, after, difference } = ledgersOf(MOVED);
    const rows = difference.group(grouping);
    expect(byFamily(rows)).toEqual(["parts -50", "trim 50"]);
    const amounts = rows.map((row) =>
      Array.from(difference.drill(row), ({ amount }) => `${amount}`),
    );
    expect(amounts).toEqual([["-50"], ["50"]]);
    const compared = comparePlansInMoney(before, after, grouping);
    const behind = compared.rows.map((row) =>
      Array.from(compared.drill(row, "difference"), ({ amount }) => `${amount}`),
    );
    expect(behind).toEqual([["-50"], ["50"]]);
    expect(Object.keys(difference.postings.at(0)!)).not.toContain("family");
  });

  test("of a difference less itself has no posting", () => {
    const { difference } = ledgersOf({ demands: { change: [{ id: "d1", due: "2027-01-10" }] } });
    expect(difference.postings.length).toBeGreaterThan(0);
    expect(ledgerDifference(difference, difference).postings.length).toBe(0);
  });
});

describe("The margin of two plans", () => {
  test("is told by neither where a demand has only a price or only a cost", () => {
    const input: PlanningInput = {
      startDate: "2026-01-05",
      currency: "EUR",
      items: [{ id: "wheel", unitCost: 4 }, { id: "bell" }],
      demands: [
        { id: "d1", item: "wheel", quantity: 10, due: "2026-01-16" },
        { id: "d2", item: "bell", quantity: 10, due: "2026-01-16" },
      ],
    };
    const plan = planRequirements(input);
    const priced = replan(plan, { items: { change: [{ id: "bell", unitCost: 1 }] } });
    const ofBell = { demandPrices: { d2: 9 } };
    const before = planLedger(plan, { costs: standardCosts(plan), sales: ofBell });
    const sales = { ...ofBell, itemPrices: { wheel: 9 } };
    const after = planLedger(priced, { costs: standardCosts(priced), sales });
    expect(salesPlan(before).rows[0]?.margin).toBeNull();
    const margin = comparePlansInMoney(before, after).figures.find(
      ({ figure }) => figure === "margin",
    );
    expect(`${margin?.before} ${margin?.after} ${margin?.difference}`).toBe("null 130 null");
  });
});
