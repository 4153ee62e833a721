import * as orlicky from "orlicky";
import {
  inventoryFigures,
  type LatePenalty,
  type LedgerAccount,
  type MissingFigureReason,
  type PlanningInput,
  planLedger,
  planRequirements,
  productionPlan,
  purchasingPlan,
  salesPlan,
  standardCosts,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { runBlock } from "./code-blocks.js";
import { blocksOf, codesIn, read, sectionOf, tableRows } from "./markdown.js";

const page = "docs/finance.md";

const input: PlanningInput = {
  startDate: "2026-01-05",
  items: [{ id: "wheel", unitCost: 12 }],
  demands: [{ id: "order 1", item: "wheel", quantity: 1, due: "2026-01-12" }],
};
const plan = planRequirements(input);
const costs = standardCosts(plan);
const ledger = planLedger(plan, { costs, sales: { itemPrices: { wheel: 20 } } });

/** The names in the first column of each table under a heading. */
function namesOf(heading: string): readonly (readonly string[])[] {
  return sectionOf(page, heading)
    .split(/\n(?!\|)/)
    .map(tableRows)
    .filter((rows) => rows.length > 0)
    .map((rows) => rows.flatMap(([name = ""]) => codesIn(name)));
}

describe("docs/finance.md shows what comes out", () => {
  const code = blocksOf(page).filter(({ language }) => language === "ts");

  test.for(code.map(({ text }, n) => [n, text] as const))("code block %i", ([n, text]) => {
    expect(runBlock(text, orlicky)).toBe([4, 1, 2, 1, 1][n]);
  });

  test("every function that it names is exported", () => {
    const [, question] = sectionOf(page, "Money").split("\n\n| question");
    const listed = tableRows(`| question${question}`).flatMap(([, name = ""]) => codesIn(name));
    const called = codesIn(read(page)).flatMap((one) => /^(\w+)\(/.exec(one)?.[1] ?? []);
    const methods = ["unitCost", "drill"];
    expect(listed.length).toBeGreaterThan(15);
    expect(called.length).toBeGreaterThan(20);
    const named = [...listed, ...called].filter((name) => !methods.includes(name));
    expect(named.filter((name) => !(name in orlicky))).toEqual([]);
  });
});

describe("What docs/finance.md lists is all that there is", () => {
  test("accounts, and reasons why something is missing", () => {
    const accounts: Record<LedgerAccount, true> = {
      purchaseCommitment: true,
      purchaseReceipt: true,
      payable: true,
      cashOut: true,
      purchaseDiscount: true,
      purchasePriceVariance: true,
      inventory: true,
      materialIssued: true,
      setupAbsorbed: true,
      runAbsorbed: true,
      subcontract: true,
      workInProcess: true,
      productionVariance: true,
      revenue: true,
      costOfSales: true,
      receivable: true,
      cashIn: true,
    };
    const reasons: Record<MissingFigureReason, true> = {
      purchasePrice: true,
      rate: true,
      standardCost: true,
      hourCost: true,
      subcontractCost: true,
      workInProcess: true,
      salesPrice: true,
      availableDay: true,
    };
    expect(namesOf("From a plan to a ledger")).toEqual([
      Object.keys(accounts),
      Object.keys(reasons),
    ]);
  });

  test("ways to value stock, and figures that it is judged by", () => {
    const methods: Record<orlicky.InventoryMethod, true> = {
      standard: true,
      movingAverage: true,
      fifo: true,
    };
    const [row] = inventoryFigures(plan, { costs }).rows;
    const [told, figures] = namesOf("Stock");
    expect(told).toEqual(Object.keys(methods));
    const plain = ["from", "until", "openingValue", "closingValue", "issuedValue"];
    expect([...figures!, ...plain].sort()).toEqual(Object.keys(row!).sort());
  });

  test("columns of purchases", () => {
    const columns = Object.keys(purchasingPlan(ledger).rows[0]!);
    const told = tableRows(sectionOf(page, "Purchases")).map(([name = ""]) => codesIn(name)[0]!);
    expect(["from", "until", ...told].sort()).toEqual(columns.sort());
  });

  test("columns of production", () => {
    const work = planRequirements({
      ...input,
      items: [...input.items!, { id: "cart" }],
      boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 2 }] }],
      demands: [{ id: "order 2", item: "cart", quantity: 1, due: "2026-01-12" }],
    });
    const { rows } = productionPlan(planLedger(work, { costs: standardCosts(work) }));
    const [told] = namesOf("Production");
    expect(["from", "until", ...told!].sort()).toEqual(Object.keys(rows[0]!).sort());
  });

  test("columns of sales", () => {
    const told = codesIn(sectionOf(page, "Sales"));
    const columns = Object.keys(salesPlan(ledger).rows[0]!);
    expect(columns.filter((name) => !["from", "until", ...told].includes(name))).toEqual([]);
  });

  test("what a penalty may say", () => {
    const fields: Record<Exclude<keyof LatePenalty, orlicky.LatenessKey>, true> = {
      percent: true,
      amount: true,
      perDays: true,
      freeDays: true,
      mostPercent: true,
      mostAmount: true,
      currency: true,
    };
    expect(namesOf("Lateness")).toEqual([Object.keys(fields)]);
  });
});
