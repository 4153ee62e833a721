import {
  type BudgetComparisonOptions,
  budgetComparison,
  type LatenessOptions,
  type Ledger,
  type LedgerOptions,
  latenessCost,
  type Plan,
  type PlanChanges,
  type PlanningInput,
  type PurchasingBudgetOptions,
  planLedger,
  planRequirements,
  type QuotedLine,
  quoteCost,
  replan,
  standardCosts,
  type WorkforceOptions,
  workforcePlan,
} from "orlicky";
import { sectionOf } from "./markdown.js";

const page = "docs/business-case.md";

/** What the page says in JSON under a heading. */
function given<Shape>(heading: string, n = 0): Shape {
  const fences = [...sectionOf(page, heading).matchAll(/^```json\n([\s\S]*?)\n^```$/gm)];
  return JSON.parse(fences[n]?.[1] ?? "null") as Shape;
}

type Setting = Omit<LedgerOptions, "costs">;

export const setting = given<Setting>("The workshop", 1);

export const plan = planRequirements(given<PlanningInput>("The workshop"));
export const costs = standardCosts(plan, { rates: setting.rates });
export const ledger = planLedger(plan, { costs, ...setting });

export const limits = given<PurchasingBudgetOptions>("Purchases");

export const people = workforcePlan(plan, given<WorkforceOptions>("People"));

const lines = given<BudgetComparisonOptions>("Against a budget");

export const comparison = budgetComparison(ledger, lines);

export const quote = quoteCost(plan, {
  ...{ costs, ...setting },
  ...given<{ readonly customer: string; readonly lines: readonly QuotedLine[] }>("A quote"),
});

interface WhatIf {
  readonly changes: PlanChanges;
  readonly penalties: LatenessOptions["penalties"];
}

const whatIf = given<WhatIf>("What if the Hotel wants more, and sooner?");

/** The plan, and what it posts, as the Hotel would have it. */
export const sooner: { readonly plan: Plan; readonly ledger: Ledger } = soonerPlan();

function soonerPlan() {
  const changed = replan(plan, whatIf.changes);
  return { plan: changed, ledger: planLedger(changed, { costs, ...setting }) };
}

const { on: _, ...prices } = setting.sales!;

export const late = latenessCost(sooner.plan, {
  ...{ penalties: whatIf.penalties, sales: prices, by: ["customer"] },
});
