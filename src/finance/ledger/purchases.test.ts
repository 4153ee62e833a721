import { describe, expect, test } from "vitest";
import {
  type LedgerOptions,
  type PlanningInput,
  PlanningInputError,
  planLedger,
  planRequirements,
  standardCosts,
} from "../../index.js";

const base = {
  startDate: "2026-01-05",
  currency: "EUR",
  items: [{ id: "wheel", leadTime: 7 }],
  suppliers: [{ id: "Smith", terms: { netDays: 30, discountDays: 10, discountPercent: 2 } }],
  sources: [{ item: "wheel", kind: "buy", supplier: "Smith", price: "2.50" }],
  demands: [{ id: "d1", item: "wheel", quantity: 40, due: "2026-01-19" }],
} as const satisfies PlanningInput;

function ledgerOf(rest: Partial<PlanningInput> = {}, options: Partial<LedgerOptions> = {}) {
  const plan = planRequirements({ ...base, ...rest });
  const costs = standardCosts(plan, { rates: options.rates });
  return planLedger(plan, { costs, ...options });
}

const lines = (ledger: ReturnType<typeof ledgerOf>): readonly string[] =>
  Array.from(ledger.postings, ({ date, account, amount }) => `${date} ${account} ${amount}`).filter(
    (line) => !line.includes("inventory"),
  );

function codesOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    expect((error as PlanningInputError).name).toBe(PlanningInputError.name);
    return (error as PlanningInputError).issues.map(({ code }) => code);
  }
  return [];
}

describe("What is bought", () => {
  test("is committed on the day of the order, received on its day, paid as the terms say", () => {
    expect(lines(ledgerOf())).toEqual([
      "2026-01-12 purchaseCommitment 100",
      "2026-01-19 purchaseReceipt 100",
      "2026-01-19 payable 100",
      "2026-02-18 payable -100",
      "2026-02-18 cashOut 100",
    ]);
  });

  test("is paid early and less where discounts are taken", () => {
    expect(lines(ledgerOf({}, { terms: { takeDiscounts: true } })).slice(3)).toEqual([
      "2026-01-29 payable -100",
      "2026-01-29 cashOut 98",
      "2026-01-29 purchaseDiscount 2",
    ]);
  });

  test("terms of the call go before those of the plan's suppliers; without any it is paid on receipt", () => {
    const paid = (rest: Partial<PlanningInput>, terms: LedgerOptions["terms"]) =>
      lines(ledgerOf(rest, { terms })).find((line) => line.includes("cashOut"));
    const without = { suppliers: [{ id: "Smith" }] };
    const days = (netDays: number) => ({ netDays });
    expect(paid({}, { suppliers: { Smith: days(7) } })).toBe("2026-01-26 cashOut 100");
    expect(paid({}, { defaultSupplier: days(7) })).toBe("2026-02-18 cashOut 100");
    expect(paid(without, { defaultSupplier: days(7) })).toBe("2026-01-26 cashOut 100");
    expect(paid(without, {})).toBe("2026-01-19 cashOut 100");
  });

  test("an order that ought to have been placed already is committed on the planning start", () => {
    const [first] = lines(ledgerOf({ items: [{ id: "wheel", leadTime: 70 }] }));
    expect(first).toBe("2026-01-05 purchaseCommitment 100");
  });

  test("an open order is committed already, at standard cost; what a change of it is proposed to be counts", () => {
    const supply = { item: "wheel", quantity: 40, due: "2026-01-16", supplier: "Smith" } as const;
    const ledger = ledgerOf({ supplies: [{ ...supply, id: "p1", kind: "purchase" }] });
    expect(lines(ledger).slice(0, 2)).toEqual([
      "2026-01-05 purchaseCommitment 100",
      "2026-01-16 purchaseReceipt 100",
    ]);
    expect(ledger.postings.at(0)).toMatchObject({ order: null, supply: "p1", supplier: "Smith" });
  });

  test("a price in another currency counts by the rate of the day of the order", () => {
    const sources = [{ item: "wheel", kind: "buy", price: 5, currency: "USD" }] as const;
    const rates = [
      { from: "USD", to: "EUR", rate: "0.9" },
      { from: "USD", to: "EUR", rate: "0.8", date: "2026-01-12" },
      { from: "USD", to: "EUR", rate: "0.7", date: "2026-01-13" },
    ];
    expect(lines(ledgerOf({ sources }, { rates }))[0]).toBe("2026-01-12 purchaseCommitment 160");
    const unknown = ledgerOf({ sources });
    expect([unknown.postings.length, unknown.missing.map(({ text }) => text)]).toEqual([
      0,
      [
        "wheel at main has a price in a currency without a rate",
        "wheel at main has no standard cost",
      ],
    ]);
  });

  test("without a price it has its standard cost; without either it is listed, and not 0", () => {
    const sources = [{ item: "wheel", kind: "buy" }] as const;
    expect(lines(ledgerOf({ sources, items: [{ id: "wheel", unitCost: 3 }] }))[0]).toBe(
      "2026-01-19 purchaseCommitment 120",
    );
    const { postings, missing } = ledgerOf({ sources });
    expect([postings.length, missing.map(({ reason }) => reason)]).toEqual([
      0,
      ["purchasePrice", "standardCost"],
    ]);
  });

  test("what its price is beyond its standard cost is a variance when it comes in", () => {
    const variances = (unitCost: number, rest: Partial<PlanningInput> = {}) => {
      const items = [{ id: "wheel", leadTime: 7, unitCost }];
      const rows = lines(ledgerOf({ items, ...rest }));
      return rows.filter((line) => line.includes("Variance"));
    };
    expect(variances(2)).toEqual(["2026-01-19 purchasePriceVariance 20"]);
    expect(variances(3)).toEqual(["2026-01-19 purchasePriceVariance -20"]);
    expect(variances(2.5)).toEqual([]);
    // 50 are paid for so that 40 are good.
    const items = [{ id: "wheel", leadTime: 7, unitCost: 2, yield: 0.8 }];
    expect(variances(2, { items })).toEqual(["2026-01-19 purchasePriceVariance 45"]);
  });

  test("of what a supplier works on, an open order costs his part of it", () => {
    const ledger = ledgerOf({
      items: [{ id: "wheel" }, { id: "rim", unitCost: 9 }],
      boms: [{ item: "wheel", lines: [{ item: "rim", quantity: 1 }] }],
      sources: [{ item: "wheel", kind: "subcontract", supplier: "Smith", price: 4 }],
      supplies: [{ id: "s1", item: "wheel", quantity: 10, due: "2026-01-19", kind: "subcontract" }],
      demands: [{ id: "d1", item: "wheel", quantity: 10, due: "2026-01-19" }],
    });
    const rows = ledger.group({ by: ["cause"], accounts: ["purchaseReceipt"] });
    expect(rows.map(({ cause, amount }) => `${cause} ${amount}`)).toEqual(["subcontract 40"]);
  });

  test("options and terms that cannot be are refused", () => {
    const plan = planRequirements(base);
    const costs = standardCosts(plan);
    const refused = (options: object) => codesOf(() => planLedger(plan, options as LedgerOptions));
    expect(refused({})).toEqual(["missingField"]);
    expect(refused({ costs: 3 })).toEqual(["invalidType"]);
    expect(refused({ costs, currency: "USD" })).toEqual(["currencyMismatch"]);
    const terms = { netDays: 7, discountDays: 8 };
    expect(refused({ costs, terms: { defaultSupplier: terms } })).toEqual(["contradiction"]);
    const given = { suppliers: [{ id: "Smith", terms: "30 days" }] };
    expect(codesOf(() => ledgerOf(given))).toEqual(["invalidType"]);
    expect(codesOf(() => planLedger({} as never, { costs }))).toEqual(["invalidType"]);
  });
});
