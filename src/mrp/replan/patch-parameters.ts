import { type Model, NETTING } from "../compile/model.js";
import { isAlike } from "../compile/same-value.js";
import { type MoreParameters, NONE, type Problem } from "../input/problem.js";
import { changedParameters } from "./changed-parameters.js";
import { placeRowsAgain } from "./place-rows-again.js";
import type { PlanChanges } from "./plan-changes.js";
import { PARAMETER_LISTS } from "./plan-parameters.js";
import type { PlanRows } from "./plan-rows.js";

/** A model in which planning parameters of some stocking points are others. */
export interface PatchedParameters {
  readonly model: Model;
  /** The stocking points that are to be netted. */
  readonly points: readonly number[];
}

/**
 * Changes planning parameters in a compiled problem without compiling it again.
 *
 * @returns `undefined` when the changes reach further: to places and lines, to phantoms, firm orders or
 * forecast; where stocking points matter to others that are neither above nor below them; or when they
 * have mistakes
 */
export function patchParameters(
  model: Model,
  rows: PlanRows,
  changes: PlanChanges,
): PatchedParameters | undefined {
  if (reachesFurther(model)) return undefined;
  const changed = changedParameters(rows, changes);
  if (changed === undefined) return undefined;
  const { parameters, lineage } = rows;
  const more = parameters.put(changed);
  if (more === undefined) return undefined;
  const points: number[] = [];
  for (const one of more) {
    const there = pointsAt(model, one);
    if (there.some((point) => isApart(model, rows, point, one))) return undefined;
    points.push(...there);
  }
  parameters.keep(more);
  const problem = withParameters(model.problem, rows);
  const sources = new Map(more.map((one) => [one.item * problem.sites.length + one.site, one]));
  const patched = model.withParameters({
    problem,
    points,
    netting: model.netting,
    sourcesAt: (item, site) => sources.get(item * problem.sites.length + site)!.sources,
    below: (point) => lineage.first.below(point),
  });
  if (patched === undefined) return undefined;
  const below = patched.restarted.flatMap((point) => [...lineage.first.below(point)]);
  return {
    model: placeRowsAgain({ ...model, ...patched.model, problem }, rows, points),
    points: [...new Set([...points, ...below])],
  };
}

/** The problem by other parameters. A function of its own: what it returns must not keep the model before. */
function withParameters(problem: Problem, { parameters, lineage }: PlanRows): Problem {
  const at: Problem["parameters"] = (item, site) => parameters.at(item, site);
  return { ...problem, parameters: at, readMore: (bulk) => lineage.first.readMore(bulk, at) };
}

/**
 * Whether what an item-site orders may matter to others than those below it, or was said of it while
 * it was read.
 */
function reachesFurther(model: Model): boolean {
  const { movesNeeds, driving, asksOthers, capacities, decoupledLeadTime, problem } = model;
  const lists: readonly unknown[] = PARAMETER_LISTS;
  return (
    movesNeeds ||
    driving.size > 0 ||
    asksOthers ||
    capacities.size > 0 ||
    decoupledLeadTime !== undefined ||
    problem.reservations.length > 0 ||
    problem.messages.some(({ path }) => lists.includes(path[0]))
  );
}

/** The stocking points of an item-site, in all segments. */
function pointsAt({ points, problem }: Model, { item, site }: MoreParameters): number[] {
  const found = [points.find(item, site, NONE)];
  for (let segment = 0; segment < problem.segments.length; segment++) {
    found.push(points.find(item, site, segment));
  }
  return found.filter((point) => point !== NONE);
}

/** Whether more follows from the parameters of a stocking point than what it orders. */
function isApart(
  { netting, firm, problem }: Model,
  rows: PlanRows,
  point: number,
  { item, site, parameters }: MoreParameters,
): boolean {
  if (netting[point] === NETTING.phantom || netting[point] === NETTING.passedBy) return true;
  if (firm.has(point)) return true;
  const before = rows.parameters.at(item, site);
  // Routings state the yield, too, and must agree with it.
  const { routings = [] } = problem.input;
  if (routings.length > 0 && !isAlike(parameters.yield, before.yield)) return true;
  // D1: orders consume forecast by the day on which they are netted.
  if (parameters.safetyTime === before.safetyTime) return false;
  return rows.of(point).demands.some((row) => problem.demands.isForecast(row));
}
