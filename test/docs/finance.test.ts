import * as orlicky from "orlicky";
import {
  type Ledger,
  type LedgerAccount,
  type LedgerOptions,
  ledgerDifference,
  type MissingFigureReason,
  type PlanningInput,
  planLedger,
  planRequirements,
  standardCosts,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { runBlock } from "./code-blocks.js";
import { blocksOf, sectionOf, tableRows } from "./markdown.js";

const page = "docs/finance.md";
const blocks = blocksOf(page);
const { input, ...options } = JSON.parse(
  blocks.find(({ language }) => language === "json")?.text ?? "null",
) as { readonly input: PlanningInput } & Omit<LedgerOptions, "costs">;

function tablesOf(heading: string): readonly string[][][] {
  return sectionOf(page, heading)
    .split(/\n(?!\|)/)
    .map(tableRows)
    .filter((rows) => rows.length > 0);
}

function ledgerOf(of: PlanningInput): Ledger {
  const plan = planRequirements(of);
  return planLedger(plan, { ...options, costs: standardCosts(plan, { rates: options.rates }) });
}

const ledger = ledgerOf(input);
const months = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"];
const [byMonth = [], stock = [], paid = []] = tablesOf("A worked case");

/** The accounts of a table by month, as they come out. */
function pivot(of: Ledger, shown: readonly string[][]): readonly string[][] {
  const rows = of.group({ by: ["account"], bucket: "month" });
  return shown.map(([name = ""]) => [
    name,
    ...months.map((month) => {
      const row = rows.find(({ account, from }) => `\`${account}\`` === name && from === month);
      return row === undefined ? "" : `${row.amount}`;
    }),
  ]);
}

describe("docs/finance.md shows what comes out", () => {
  test("the code gives what stands beside it", () => {
    const code = blocks.find(({ language }) => language === "ts")?.text ?? "";
    expect(runBlock(code, orlicky)).toBe(4);
  });

  test("the worked case by month", () => {
    expect(byMonth.length).toBe(11);
    expect(byMonth).toEqual(pivot(ledger, byMonth));
    expect(ledger.missing).toEqual([]);
  });

  test("what a cart costs, and what is earned with it", () => {
    const cost = standardCosts(planRequirements(input), { rates: options.rates }).unitCost("cart");
    const { material, setup, run } = cost.elements!;
    // Two wheels at 12, a board and a half at 8.20; hours at 30.
    expect([`${cost.cost}`, material.ratio, setup.ratio, run.ratio]).toEqual([
      ...["51.3", "36.3", "3", "12"],
    ]);
    const figures = new Map(byMonth.map(([name = "", ...cells]) => [name, cells.map(Number)]));
    const margins = [1, 2].map(
      (n) => figures.get("`revenue`")![n]! - figures.get("`costOfSales`")![n]!,
    );
    const section = sectionOf(page, "A worked case");
    expect(section).toContain(`is ${margins[0]} in February and ${margins[1]} in March`);
  });

  test("stock at the end of each month", () => {
    const accounts = ["inventory"] as const;
    const rows = ledger.group({ by: ["item"], bucket: "month", accounts });
    const wanted = stock.map(([item = ""]) => [
      item,
      ...months.slice(0, 3).map((month) => {
        const own = rows.filter(
          (row) => row.item === item && row.from !== null && row.from <= month,
        );
        return `${own.reduce((sum, { amount }) => sum.plus(amount), new orlicky.Decimal(0))}`;
      }),
    ]);
    expect(wanted.length).toBe(3);
    expect(stock).toEqual(wanted);
  });

  test("the postings behind a figure", () => {
    const [february] = ledger.group({ bucket: "month", accounts: ["cashOut"] });
    expect(`${february?.amount}`).toBe("806.9");
    expect(paid).toEqual(
      Array.from(ledger.drill(february!), (one) => [
        ...[one.date, one.supplier, one.item],
        `${one.amount}`,
      ]),
    );
  });

  test("what a change costs", () => {
    const demands = input.demands?.map((row) =>
      row.id === "second" ? { ...row, quantity: 30 } : row,
    );
    const [more = []] = tablesOf("What a change costs");
    expect(more.length).toBe(5);
    expect(more).toEqual(pivot(ledgerDifference(ledger, ledgerOf({ ...input, demands })), more));
  });

  test("every account is told, and every reason why something is missing", () => {
    const accounts: Record<LedgerAccount, true> = {
      purchaseCommitment: true,
      purchaseReceipt: true,
      payable: true,
      cashOut: true,
      purchaseDiscount: true,
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
    const told = tablesOf("From a plan to a ledger").map((rows) => rows.map(([name]) => name));
    expect(told).toEqual(
      [accounts, reasons].map((all) => Object.keys(all).map((one) => `\`${one}\``)),
    );
  });
});
