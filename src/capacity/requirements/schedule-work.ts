import {
  addWorkingDays,
  type Day,
  firstWorkingDay,
  MINUTES_A_DAY,
  type Minute,
  NoWorkingDay,
} from "../../core/index.js";
import type { CapacityModel } from "../../mrp/index.js";
import {
  NoWorkTime,
  type OperationDates,
  scheduleBackward,
  scheduleForward,
  type TimedOperation,
} from "../../routing/index.js";
import { type OpenWork, timesOf } from "./open-work.js";
import type { Reduction, Reductions } from "./requirement-options.js";

/** An order at its place in time. */
export interface ScheduledWork {
  readonly direction: "backward" | "forward";
  readonly reduction: Reduction;
  readonly operations: readonly TimedOperation[];
  /** By place in `operations`. */
  readonly dates: readonly OperationDates[];
  /** When all is done and where it is to be; −Infinity when nothing is to be done. */
  readonly end: Minute;
  /** The day on which it is really usable. */
  readonly realDue: Day;
}

/** An order that no time is long enough for: a centre or supplier that never works again. */
export interface UnplacedWork {
  readonly operations: readonly TimedOperation[];
  /** The work centre, or the calendar of the supplier. */
  readonly never: string;
}

/** Schedules an order backward from its delivery; where it would begin too early, as the options say. */
export function scheduleWork(
  work: OpenWork,
  model: CapacityModel,
  { tries, startsInPast }: Reductions,
): ScheduledWork | UnplacedWork {
  const first = model.startDay * MINUTES_A_DAY;
  let kept: ScheduledWork | undefined;
  let operations: readonly TimedOperation[] = [];
  let reduction = tries[0]!;
  for (const one of tries) {
    // Only a shorter queue makes other times.
    if (one === tries[0] || one.queueFactor !== reduction.queueFactor) {
      operations = timesOf(work, one.queueFactor);
    }
    reduction = one;
    const end = (one.receivingTimeGivenUp ? work.due : work.delivery) * MINUTES_A_DAY;
    const dates = unlessNever(() => scheduleBackward(operations, end));
    if (typeof dates === "string") continue;
    kept = {
      direction: "backward",
      reduction,
      operations,
      dates,
      end: lastOf(dates),
      realDue: work.due,
    };
    if (dates.every(({ queueStart }) => queueStart >= first)) return kept;
  }
  if (startsInPast === "keep" && kept !== undefined) return kept;
  const dates = unlessNever(() => scheduleForward(operations, first));
  if (typeof dates === "string") return { operations, never: dates };
  const end = lastOf(dates);
  const realDue = unlessNever(() => usableDay(work, model, end));
  if (typeof realDue === "string") return { operations, never: realDue };
  return { direction: "forward", reduction, operations, dates, end, realDue };
}

/** The day on which what is done at a minute is usable: on a working day, after the receiving time. */
function usableDay({ item, site }: OpenWork, model: CapacityModel, end: Minute): Day {
  const calendar = model.calendarOf(site);
  const there = firstWorkingDay(calendar, Math.ceil(end / MINUTES_A_DAY));
  return addWorkingDays(calendar, there, model.receivingTime(item, site));
}

function lastOf(dates: readonly OperationDates[]): Minute {
  return dates.reduce((last, { available }) => Math.max(last, available), Number.NEGATIVE_INFINITY);
}

/** What it gives, or the name of that which never works again. */
function unlessNever<T>(call: () => T): T | string {
  try {
    return call();
  } catch (error) {
    if (error instanceof NoWorkTime) return error.workCenter;
    if (error instanceof NoWorkingDay) return error.calendar;
    throw error;
  }
}
