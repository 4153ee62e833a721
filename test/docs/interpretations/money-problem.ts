import {
  type Ledger,
  type LedgerOptions,
  type Plan,
  type PlanningInput,
  planLedger,
  planRequirements,
  standardCosts,
} from "orlicky";
import { startDate } from "./problem.js";

/** Where all problems of money begin. */
export const start = { startDate, currency: "EUR", suppliers: [{ id: "Smith" }] } as const;

/** A plan of one. */
export function planOf(input: Partial<PlanningInput>): Plan {
  return planRequirements({ ...start, ...input });
}

/** Its ledger, at its standard costs. */
export function ledgerOf(
  input: Partial<PlanningInput>,
  options: Partial<LedgerOptions> = {},
): Ledger {
  const plan = planOf(input);
  const { rates } = options;
  return planLedger(plan, { costs: standardCosts(plan, { rates }), ...options });
}

/** Columns of rows, as texts. */
export function columns(rows: readonly object[], ...names: readonly string[]): readonly string[] {
  return rows.map((row) => {
    const figures = names.map((name) => `${(row as Record<string, unknown>)[name]}`);
    return figures.join(" ");
  });
}
