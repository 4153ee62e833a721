import {
  addWorkingDays,
  type Day,
  firstWorkingDay,
  isWorkingDay,
  MINUTES_A_DAY,
  type Minute,
} from "../../core/index.js";
import type { MaterialFlow } from "../../mrp/index.js";
import type { SoonerUse } from "../finite/shop.js";
import type { PlanJob } from "./plan-jobs.js";

/**
 * The first day on which a job may begin that takes what another has done by a minute: so many working days
 * after the first that begins then, and no later than what is done in time lets it begin.
 */
export function useDay(flow: MaterialFlow, giver: PlanJob, end: Minute, days: number): Day {
  const calendar = flow.calendarOf(giver.number);
  const there = firstWorkingDay(calendar, Math.ceil(end / MINUTES_A_DAY));
  const day = addWorkingDays(calendar, there, days);
  const sooner = soonerUse(flow, giver, days);
  const isSooner = sooner !== undefined && end <= sooner.doneBy;
  return isSooner ? Math.min(day, sooner.from / MINUTES_A_DAY) : day;
}

/** What is done in time is there on the day wanted, also where that, or its receipt, is on a day off (T3). */
export function soonerUse(
  flow: MaterialFlow,
  { number, wanted, due }: PlanJob,
  days: number,
): SoonerUse | undefined {
  const calendar = flow.calendarOf(number);
  if ([wanted, due / MINUTES_A_DAY].every((day) => isWorkingDay(calendar, day))) return undefined;
  return { doneBy: due, from: firstUse(flow, number, wanted, days) * MINUTES_A_DAY };
}

/** The first day on which a job may begin that takes what is there on a day, over a link of so many days. */
export function firstUse(flow: MaterialFlow, giver: number, there: Day, days: number): Day {
  const later = days - flow.receivingTime(giver);
  if (later === 0 || there === Number.NEGATIVE_INFINITY) return there;
  return addWorkingDays(flow.calendarOf(giver), there, later);
}
