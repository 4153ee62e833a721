import { formatRatio, type Issue, PlanningInputError } from "../../core/index.js";
import { type Plan, type PlannedDemand, planInput, replan } from "../../mrp/index.js";
import type { ReadQuote } from "./quote-options.js";

/** A plan with a quote, and what of it each line is. */
export interface PlannedQuote {
  readonly plan: Plan;
  /** By the place of the line. */
  readonly demands: readonly PlannedDemand[];
}

/**
 * Plans a quote as demands beside all that is there.
 *
 * @throws PlanningInputError with every mistake; paths lead into the lines
 */
export function plannedQuote(plan: Plan, { lines, customer, priority }: ReadQuote): PlannedQuote {
  const taken = new Set((planInput(plan).demands ?? []).map(({ id }) => id));
  const put = lines.map(({ id, item, site, segment, quantity, unit, due }) => ({
    ...{ id: freeId(`quote ${id}`, taken), item, due, quantity: formatRatio(quantity) },
    ...(site !== undefined && { site }),
    ...(segment !== undefined && { segment }),
    ...(unit !== undefined && { unit }),
    ...(customer !== undefined && { customer }),
    ...(priority !== undefined && { priority }),
  }));
  const trial = withPaths(() => replan(plan, { demands: { put } }));
  const places = new Map(put.map(({ id }, n) => [id, n]));
  const demands: PlannedDemand[] = [];
  // Rows that are put stand last.
  for (let k = trial.demands.length - 1; k >= 0 && places.size > 0; k--) {
    const demand = trial.demands.at(k)!;
    const n = places.get(demand.id);
    if (n === undefined) continue;
    demands[n] = demand;
    places.delete(demand.id);
  }
  return { plan: trial, demands };
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted} (${n})`;
  taken.add(id);
  return id;
}

/** Mistakes of the rows are those of the lines. */
function withPaths<Result>(call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    const { issues } = Object(error) as { readonly issues?: readonly Issue[] };
    if (!(error instanceof PlanningInputError) || issues === undefined) throw error;
    throw new PlanningInputError(
      issues.map((issue) => {
        const [list, way, ...rest] = issue.path;
        return list === "demands" && way === "put" ? { ...issue, path: ["lines", ...rest] } : issue;
      }),
    );
  }
}
