import { type Plan, replan } from "../../mrp/index.js";

/** The last plan that was made of each: a deal is asked for in several ways. */
const known = new WeakMap<Plan, { readonly key: string; readonly without: Plan }>();

/** A plan without the demands that a request takes the place of. */
export function planWithout(plan: Plan, inPlaceOf: readonly string[]): Plan {
  const remove = knownDemands(plan, inPlaceOf);
  if (remove.length === 0) return plan;
  const key = JSON.stringify(remove);
  const last = known.get(plan);
  if (last?.key === key) return last.without;
  const without = replan(plan, { demands: { remove } });
  known.set(plan, { key, without });
  return without;
}

/** Those of some ids that are demands of a plan, each once. */
export function knownDemands(plan: Plan, named: readonly string[]): string[] {
  if (named.length === 0) return [];
  const demands = demandIds(plan);
  return [...new Set(named)].filter((id) => demands.has(id));
}

const ids = new WeakMap<Plan, ReadonlySet<string>>();

function demandIds(plan: Plan): ReadonlySet<string> {
  const found = ids.get(plan) ?? new Set(Array.from(plan.demands, ({ id }) => id));
  ids.set(plan, found);
  return found;
}
