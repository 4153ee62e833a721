import {
  addWorkingDays,
  type Day,
  firstWorkingDay,
  LAST_DAY,
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

/** An order that no time is long enough for. */
export interface UnplacedWork {
  readonly operations: readonly TimedOperation[];
  /** The work centre, or the calendar of the supplier, that never works long enough; `null`: none. */
  readonly never: string | null;
  /** The work centre, where it is one. */
  readonly short: string | undefined;
}

/** 00:00 after the last day that an input may name. */
const END_OF_TIME: Minute = (LAST_DAY + 1) * MINUTES_A_DAY;

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
    if ("never" in dates) continue;
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
  const dates = unlessNever(() => scheduleForward(operations, first, END_OF_TIME));
  if ("never" in dates) return { operations, ...dates };
  const end = lastOf(dates);
  const usable = unlessNever(() => ({ day: usableDay(work, model, end) }));
  if ("never" in usable) return { operations, ...usable };
  if (usable.day > LAST_DAY) return { operations, never: null, short: undefined };
  return { direction: "forward", reduction, operations, dates, end, realDue: usable.day };
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

/** What it gives, or what never works long enough. */
function unlessNever<T extends object>(call: () => T): T | Pick<UnplacedWork, "never" | "short"> {
  try {
    return call();
  } catch (error) {
    if (error instanceof NoWorkTime) {
      const short = error.isBeyondDays ? undefined : error.workCenter;
      return { never: short ?? null, short };
    }
    if (error instanceof NoWorkingDay) return { never: error.calendar, short: undefined };
    throw error;
  }
}
