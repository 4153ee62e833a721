import { describe, expect, test } from "vitest";
import {
  type LedgerOptions,
  type PlanningInput,
  planLedger,
  planRequirements,
  purchasingPlan,
  standardCosts,
} from "../../index.js";

const zinc = { id: "10", subcontract: { supplier: "Zinc", leadTime: 1, cost: "4" } } as const;
const base = {
  startDate: "2026-01-05",
  currency: "EUR",
  suppliers: [{ id: "Zinc", terms: { netDays: 30, discountDays: 10, discountPercent: 2 } }],
  items: [{ id: "a", leadTime: 3 }],
  boms: [{ item: "a", lines: [] }],
  routings: [{ id: "r", item: "a", operations: [zinc] }],
  demands: [{ id: "d", item: "a", quantity: 10, due: "2026-01-20" }],
} as const satisfies PlanningInput;

function ledgerOf(rest: Partial<PlanningInput> = {}, options: Partial<LedgerOptions> = {}) {
  const plan = planRequirements({ ...base, ...rest });
  return planLedger(plan, { costs: standardCosts(plan, { rates: options.rates }), ...options });
}

/** All that is posted but stock and work in process. */
const lines = (ledger: ReturnType<typeof ledgerOf>): readonly string[] =>
  Array.from(
    ledger.postings,
    ({ date, account, cause, supplier, amount }) =>
      `${date} ${account} (${cause}) ${supplier} ${amount}`,
  ).filter((line) => !/inventory|workInProcess|Variance/.test(line));

describe("The work of a supplier on an operation", () => {
  test("is committed when the order is released, received when it is done, and paid by his terms", () => {
    const ledger = ledgerOf();
    expect(ledger.missing).toEqual([]);
    expect(lines(ledger)).toEqual([
      "2026-01-17 purchaseCommitment (subcontract) Zinc 40",
      "2026-01-20 purchaseReceipt (subcontract) Zinc 40",
      "2026-01-20 payable (subcontract) Zinc 40",
      "2026-01-20 subcontract (subcontract) Zinc 40",
      "2026-02-19 payable (subcontract) Zinc -40",
      "2026-02-19 cashOut (subcontract) Zinc 40",
    ]);
    const [row] = purchasingPlan(ledger, { by: ["supplier"] }).rows;
    expect(`${row?.supplier} ${row?.commitments} ${row?.receipts} ${row?.cashOut}`).toBe(
      "Zinc 40 40 40",
    );
  });

  test("is paid early and less where discounts are taken, and committed no earlier than the planning start", () => {
    const items = [{ id: "a", leadTime: 30 }];
    expect(lines(ledgerOf({ items }, { terms: { takeDiscounts: true } }))).toEqual([
      "2026-01-05 purchaseCommitment (subcontract) Zinc 40",
      "2026-01-20 purchaseReceipt (subcontract) Zinc 40",
      "2026-01-20 payable (subcontract) Zinc 40",
      "2026-01-20 subcontract (subcontract) Zinc 40",
      "2026-01-30 payable (subcontract) Zinc -40",
      "2026-01-30 cashOut (subcontract) Zinc 39.2",
      "2026-01-30 purchaseDiscount (subcontract) Zinc 0.8",
    ]);
  });

  test("is owed to each supplier of an order by himself, for equal orders too", () => {
    const paint = { id: "20", subcontract: { supplier: "Paint", leadTime: 1, cost: "0.5" } };
    const ledger = ledgerOf({
      suppliers: [...base.suppliers, { id: "Paint" }],
      items: [{ id: "a", leadTime: 3, maximumOrder: 5, yield: 0.5 }],
      routings: [{ id: "r", item: "a", operations: [zinc, paint] }],
    });
    const paid = ledger.group({ by: ["supplier"], bucket: "day", accounts: ["cashOut"] });
    // Twenty are started so that ten are good.
    expect(paid.map((row) => `${row.from} ${row.supplier} ${row.amount}`)).toEqual([
      "2026-01-20 Paint 10",
      "2026-02-19 Zinc 80",
    ]);
    expect(ledger.drill(paid[0]!).length).toBe(4);
  });

  test("on an open order is owed for what is left of it: a released one is committed already", () => {
    const supply = { id: "MO 7", item: "a", quantity: 10, due: "2026-01-20" } as const;
    const released = { ...supply, start: "2026-01-12", kind: "production" } as const;
    expect(lines(ledgerOf({ supplies: [released] }))).toEqual([
      "2026-01-05 purchaseCommitment (subcontract) Zinc 40",
      "2026-01-20 purchaseReceipt (subcontract) Zinc 40",
      "2026-01-20 payable (subcontract) Zinc 40",
      "2026-01-20 subcontract (subcontract) Zinc 40",
      "2026-02-19 payable (subcontract) Zinc -40",
      "2026-02-19 cashOut (subcontract) Zinc 40",
    ]);
    expect(lines(ledgerOf({ supplies: [{ ...released, firm: true }] }))[0]).toBe(
      "2026-01-12 purchaseCommitment (subcontract) Zinc 40",
    );
    const progress = [{ operation: "10", completed: 4 }];
    const left = ledgerOf({ supplies: [{ ...released, progress }] });
    expect(lines(left)[0]).toBe("2026-01-05 purchaseCommitment (subcontract) Zinc 24");
  });

  test("of a firm order is committed on the planning start once a part of an operation is done (K75)", () => {
    const dates = { due: "2026-01-20", start: "2026-01-12" };
    const firm = { id: "s", item: "a", quantity: 10, kind: "production", firm: true } as const;
    const firstOf = (completed: number) => {
      const progress = [{ operation: "10", completed }];
      return lines(ledgerOf({ supplies: [{ ...firm, ...dates, progress }] }))[0];
    };
    expect(firstOf(4)).toBe("2026-01-05 purchaseCommitment (subcontract) Zinc 24");
    expect(firstOf(0)).toBe("2026-01-12 purchaseCommitment (subcontract) Zinc 40");
  });

  test("without a price, or without a rate for it, is owed by nobody and named", () => {
    const free = { ...zinc, subcontract: { supplier: "Zinc", leadTime: 1 } };
    const none = ledgerOf({ routings: [{ id: "r", item: "a", operations: [free] }] });
    expect([lines(none), none.missing.map(({ reason }) => reason)]).toEqual([
      [],
      ["standardCost", "subcontractCost", "workInProcess"],
    ]);
    const plan = planRequirements(base);
    const foreign = planLedger(plan, { costs: standardCosts(plan, { currency: "USD" }) });
    expect(lines(foreign)).toEqual([]);
    expect(foreign.missing.map(({ reason }) => reason)).toContain("rate");
  });
});

describe("An open purchase that names its source", () => {
  test("is of the supplier of that source, and paid by his terms, unless it names another", () => {
    const paid = (supply: { readonly source?: string; readonly supplier?: string }) => {
      const ledger = ledgerOf({
        suppliers: [...base.suppliers, { id: "Paint" }],
        items: [{ id: "a" }],
        boms: [],
        routings: [],
        sources: [{ id: "sA", item: "a", kind: "buy", supplier: "Zinc", price: 10 }],
        supplies: [
          { id: "po", item: "a", quantity: 3, due: "2026-01-10", kind: "purchase", ...supply },
        ],
        demands: [{ ...base.demands[0], quantity: 3 }],
      });
      const rows = ledger.group({ by: ["supplier"], bucket: "day", accounts: ["cashOut"] });
      return rows.map((row) => `${row.from} ${row.supplier} ${row.amount}`);
    };
    expect(paid({ source: "sA" })).toEqual(["2026-02-09 Zinc 30"]);
    expect(paid({ supplier: "Zinc" })).toEqual(["2026-02-09 Zinc 30"]);
    expect(paid({ source: "sA", supplier: "Paint" })).toEqual(["2026-01-10 Paint 30"]);
    expect(paid({})).toEqual(["2026-01-10 null 30"]);
  });
});
