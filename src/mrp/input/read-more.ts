import type { BulkList, PlanningInput } from "../schema/planning-input.js";
import { readAllocations } from "./allocations.js";
import { isSoundRow } from "./bulk-check.js";
import { drained } from "./chunks.js";
import type { Context } from "./context.js";
import { demandSteps } from "./demands.js";
import { IssueList } from "./issues.js";
import type { BulkRows, MoreRows, Parameters } from "./problem.js";
import { stockSteps } from "./stock.js";
import { supplySteps } from "./supplies.js";
import type { SupplyReferences } from "./supply-detail.js";

/**
 * Reads bulk rows beside those of a problem that is read, by the same rules.
 *
 * @returns `undefined` when a row has a mistake, or is adjusted: that is for the whole input to say
 */
export function readMore(
  context: Context,
  rows: BulkRows,
  parametersAt: (item: number, site: number) => Parameters,
  references: SupplyReferences,
): MoreRows | undefined {
  for (const list of ["stock", "supplies", "demands", "allocations"] satisfies BulkList[]) {
    if (!rows[list].every((row) => isSoundRow(list, row))) return undefined;
  }
  const { startDate } = context.input;
  const input = { startDate, ...rows } as PlanningInput;
  const more: Context = { ...context, input, issues: new IssueList(), messages: [] };
  const read = {
    stock: drained(stockSteps(more)),
    supplies: drained(supplySteps(more, references)),
    demands: drained(demandSteps(more, parametersAt, true)),
    allocations: readAllocations(more),
  };
  if (more.issues.found.length > 0 || more.messages.length > 0) return undefined;
  return { lastDay: read.demands.lastDay, ...read };
}
