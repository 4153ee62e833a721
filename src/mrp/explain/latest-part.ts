import type { PlanState } from "../plan/plan-state.js";
import { partsOfDemand } from "./demand-rows.js";
import { LIMIT } from "./feasible-limit.js";
import { feasibleDatesOf } from "./known-dates.js";
import type { LateDemand } from "./point-look.js";

/**
 * The part of a demand that is late by the most days, of equal ones the first: of a forecast that is
 * spread over days that of one day (K42), else all of it; `undefined` where it is in time.
 */
export function latestPartOf(state: PlanState, row: number): LateDemand | undefined {
  const { problem, points } = state.model;
  const { item, site, segment, day } = problem.demands;
  const point = points.find(item[row]!, site[row]!, segment[row]!);
  const parts = new Set(partsOfDemand(state.model, row));
  const dates = feasibleDatesOf(state);
  // Asked for, the demands of a stocking point are looked at.
  for (const part of parts) dates.demandDay(part);
  const daysLate = (late: LateDemand): number => late.day - day[late.row]!;
  let latest: LateDemand | undefined;
  for (const late of dates.lateDemands(point)) {
    if (!parts.has(late.row)) continue;
    if (latest === undefined || daysLate(late) > daysLate(latest)) latest = late;
  }
  return latest;
}

/** Whether what is late was due before T0 and is there then, with no order or open supply that brings it. */
export function isThereFromStart({ day, limit }: LateDemand): boolean {
  return day <= 0 && (limit.kind === LIMIT.stock || limit.kind === LIMIT.own);
}
