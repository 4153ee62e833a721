import {
  budgetComparison,
  comparePlansInMoney,
  frozenStandards,
  type LatenessOptions,
  latenessCost,
  type PlanningInput,
  purchasingBudget,
  purchasingPlan,
  salesPlan,
  standardCosts,
} from "orlicky";
import type { FeedbackCase } from "./feedback.js";
import { columns, ledgerOf, planOf, start } from "./money-problem.js";
import { demand } from "./problem.js";

const march = (day: number) => `2026-03-0${day}`;
const quarter = { from: "2026-01-01", until: "2026-04-01" } as const;

/** A wheel is bought at 5, to be sold at 9. */
const bought: Partial<PlanningInput> = {
  items: [{ id: "a", unitCost: 4, leadTime: 4 }],
  sources: [{ item: "a", kind: "buy", supplier: "Smith", price: 5 }],
  demands: [{ ...demand("d", 10, 12), customer: "Post" }],
};
const late = (penalty: LatenessOptions["penalties"][number]) => {
  const plan = planOf({ items: [{ id: "a", leadTime: 10 }], demands: [demand("d", 10, 5)] });
  const { rows, missing } = latenessCost(plan, {
    penalties: [penalty],
    sales: { itemPrices: { a: 10 } },
  });
  return [...rows.map((row) => `${row.penalty}`), ...missing.map(({ reason }) => reason)];
};

/** What purchases and sales come to, against budgets and other plans, and standards. */
export const moneyReports: readonly FeedbackCase[] = [
  {
    k: "K80",
    shows: "what is owed stands in every month until it is paid",
    ask: () => {
      const ledger = ledgerOf(bought, { terms: { defaultSupplier: { netDays: 60 } } });
      const { rows } = purchasingPlan(ledger, { bucket: "month" });
      return columns(rows, "from", "receipts", "payables", "cashOut");
    },
    answer: ["2026-01-01 50 50 0", "2026-02-01 0 50 0", "2026-03-01 0 0 50"],
  },
  {
    k: "K80",
    shows: "limits overlap, budget lines do not: the narrowest counts",
    ask: () => {
      const ledger = ledgerOf(bought);
      const lines = [
        { amount: 100, ...quarter },
        { amount: 40, item: "a", ...quarter },
      ] as const;
      const limits = purchasingBudget(ledger, { budgets: lines }).rows;
      const account = "purchaseCommitment";
      const budget = budgetComparison(ledger, {
        lines: lines.map((line) => ({ account, ...line })),
        accounts: [account],
      });
      return [...columns(limits, "planned", "state"), ...columns(budget.rows, "planned")];
    },
    answer: ["50 within", "50 over", "0", "50"],
  },
  {
    k: "K81",
    shows: "cash begins at 0 on the planning start, and its low is the first day that stands so",
    ask: () => {
      const sales = { itemPrices: { a: 9 } };
      const before = ledgerOf(bought, { sales });
      const terms = { defaultCustomer: { netDays: 3 } };
      const after = ledgerOf(bought, { sales, terms });
      const { figures } = comparePlansInMoney(before, after);
      const [low] = figures.filter(({ figure }) => figure === "cashLow");
      return columns([low!], "before", "after", "beforeOn", "afterOn");
    },
    answer: ["0 -50 null 2026-01-12"],
  },
  {
    k: "K82",
    shows:
      "a by-product is worth its price less what it takes, and that is taken off the other's cost",
    ask: () => {
      const costs = standardCosts(
        {
          ...start,
          items: [{ id: "lumber" }, { id: "chips" }, { id: "log", unitCost: 10 }],
          boms: [
            {
              item: "lumber",
              lines: [{ item: "log", quantity: 1 }],
              coProducts: [{ item: "chips", quantity: 2 }],
            },
          ],
        },
        { byProducts: [{ item: "chips", price: 3, costToSell: 1 }] },
      );
      return ["lumber", "chips"].map((item) => `${costs.unitCost(item).cost}`);
    },
    answer: ["6", "2"],
  },
  {
    k: "K82",
    shows: "what a version leaves out keeps its standard, and null takes it away",
    ask: () => {
      const standards = frozenStandards([
        {
          effectiveFrom: march(1),
          costs: [
            { item: "a", cost: 1 },
            { item: "b", cost: 2 },
          ],
        },
        { effectiveFrom: march(5), costs: [{ item: "b", cost: null }] },
      ]);
      return [march(4), march(5)].map((date) => {
        const costs = standards.on(date);
        return `${costs.unitCost("a").cost} ${costs.unitCost("b").cost}`;
      });
    },
    answer: ["1 2", "1 null"],
  },
  {
    k: "K82",
    shows: "a begun period costs whole, free days nothing, and no more than the cap",
    ask: () => [
      ...late({ percent: 1 }),
      ...late({ percent: 1, perDays: 7, freeDays: 2 }),
      ...late({ percent: 1, amount: 2, mostAmount: 25 }),
    ],
    answer: ["10", "2", "25"],
  },
  {
    k: "K82",
    shows:
      "a sale stands on the day on which all of it is there, and without a price has no margin",
    ask: () => {
      const sales = { demandPrices: { d: 9 }, on: "available" } as const;
      const input = { ...bought, demands: [demand("d", 10, 7), demand("e", 1, 12)] };
      const { rows } = salesPlan(ledgerOf(input, { sales }), { by: ["demand"], bucket: "day" });
      return columns(rows, "demand", "from", "revenue", "margin");
    },
    answer: ["d 2026-01-09 90 50", "e 2026-01-12 0 null"],
  },
];
