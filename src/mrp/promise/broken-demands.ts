import { formatDay } from "../../core/index.js";
import { feasibleDatesOf } from "../explain/known-dates.js";
import type { PlanState } from "../plan/plan-state.js";
import { rowsOfPlan } from "../replan/rows-of-plan.js";
import type { BrokenDemand } from "./demand-trial.js";

/**
 * The demands that are late in a plan and were to be there sooner in the one from which it was
 * replanned, in the order of the input; forecasts are not promised to anybody.
 *
 * @param others - ids of demands that are not asked after
 */
export function brokenDemands(
  before: PlanState,
  after: PlanState,
  others: ReadonlySet<string>,
): readonly BrokenDemand[] {
  const { problem, startDay } = after.model;
  const { demands } = problem;
  const rows = rowsOfPlan(before);
  const [known, dates] = [feasibleDatesOf(before), feasibleDatesOf(after)];
  const dateOf = (day: number): string | null =>
    Number.isFinite(day) ? formatDay(day + startDay) : null;
  const found: { readonly place: number; readonly broken: BrokenDemand }[] = [];
  for (const point of pointsBetween(before, after)) {
    for (const { row, day } of dates.lateDemands(point)) {
      const id = demands.id(row);
      const rowBefore = others.has(id) || demands.isForecast(row) ? undefined : rows.demand(id);
      if (rowBefore === undefined) continue;
      const dayBefore = known.demandDay(rowBefore);
      if (day <= dayBefore) continue;
      const due = formatDay(demands.day[row]!);
      found.push({
        place: before.model.problem.demands.placeOf(rowBefore),
        broken: { demand: id, due, before: dateOf(dayBefore), after: dateOf(day) },
      });
    }
  }
  return found.sort((a, b) => a.place - b.place).map(({ broken }) => broken);
}

/** The stocking points whose demands may be there on other days. */
function pointsBetween(before: PlanState, after: PlanState): readonly number[] {
  const { points } = after.model;
  const anew = points === before.model.points ? feasibleDatesOf(after).anew : undefined;
  return anew ?? Array.from({ length: points.count }, (_, point) => point);
}
