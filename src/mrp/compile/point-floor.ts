import type { Parameters, Problem } from "../input/problem.js";
import type { PointDetail } from "./model.js";

/** N3: the floor as a step function from T0. */
export function floorSteps(
  problem: Problem,
  parameters: Parameters,
  hasSegment: boolean,
  earliestArrival: number,
): PointDetail["floor"] {
  const { startDay, conventions } = problem;
  if (parameters.method === "minMax") return [{ day: 0, level: parameters.reorderPoint }];
  if (hasSegment || conventions.safetyStock === "never") return [{ day: 0, level: 0 }];
  const levelAt = (day: number): number =>
    parameters.safetyStock.findLast((step) => step.day - startDay <= day)?.quantity ?? 0;
  const first = conventions.safetyStock === "leadTime" ? earliestArrival : 0;
  const steps = first > 0 ? [{ day: 0, level: 0 }] : [];
  steps.push({ day: first, level: levelAt(first) });
  for (const step of parameters.safetyStock) {
    const day = step.day - startDay;
    if (day > first) steps.push({ day, level: step.quantity });
  }
  return steps;
}

/** B6: from a day on nothing is kept of what is ordered no more. */
export function floorThatEnds(floor: PointDetail["floor"], day: number): PointDetail["floor"] {
  return [...floor.filter((step) => step.day < day), { day, level: 0 }];
}

/** The floor of a stocking point when it is the same on all days, else NaN. */
export function steadyFloor(problem: Problem, parameters: Parameters, hasSegment: boolean): number {
  const { startDay, conventions } = problem;
  const { safetyStock } = parameters;
  if (parameters.method === "minMax") return parameters.reorderPoint;
  if (hasSegment || conventions.safetyStock === "never" || safetyStock.length === 0) return 0;
  if (conventions.safetyStock === "leadTime") return Number.NaN;
  const last = safetyStock.at(-1)!;
  return last.day <= startDay ? last.quantity : Number.NaN;
}
