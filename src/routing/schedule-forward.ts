import {
  addWorkingDays,
  firstWorkingDay,
  MINUTES_A_DAY,
  type Minute,
  NoWorkingDay,
} from "../core/index.js";
import { NoWorkTime } from "./no-work-time.js";
import { minuteOfOpen, openMinutesUpTo, startOfOpen } from "./open-minutes.js";
import { LAST_MINUTE, openTimeOf, writable } from "./open-time-of.js";
import type { OperationDates } from "./operation-dates.js";
import type { OperationLink, TimedOperation } from "./operation-time.js";

/**
 * Schedules one order forward: each operation as early as possible, as if nothing else were to be done.
 *
 * @param operations - what {@link timedOperations} gave
 * @param from - nothing begins before this minute
 * @param last - by this minute all is done and has waited and moved; the end of the year 9999 when left out
 * @returns the dates of each operation, at its place in `operations`
 * @throws NoWorkTime when a work centre never opens again, or time runs beyond the last minute
 * @throws NoWorkingDay when a supplier's calendar runs out of working days
 *
 * Source: K55, rule C3.
 *
 * @example
 * ```ts
 * const saw = makeWorkCenter({ id: "saw", shifts: [{ from: "06:00", until: "14:00" }] });
 * const operations = [{ id: "10", workCenter: "saw", queue: 1, run: 10, move: 0.5 }];
 * const routing = makeRouting({ id: "legs", item: "leg", operations }, { workCenter: () => saw });
 * const timed = timedOperations(routing, { num: 1n, den: 1n });
 * const [dates] = scheduleForward(timed, parseMinute("2026-01-05T05:00")!);
 * formatMinute(dates!.start); // => "2026-01-05T07:00"
 * formatMinute(dates!.end); // => "2026-01-06T09:00"
 * formatMinute(dates!.available); // => "2026-01-06T09:30"
 * ```
 */
export function scheduleForward(
  operations: readonly TimedOperation[],
  from: Minute,
  last: Minute = LAST_MINUTE,
): readonly OperationDates[] {
  const dates: OperationDates[] = [];
  for (const operation of operations) {
    const { available, endBound } = boundsAfter(operation, operations, dates, from);
    const own =
      operation.subcontract === undefined
        ? worked(operation, available, endBound)
        : supplied(operation, operation.subcontract, available);
    refuseAfter(last, own, operation);
    dates.push(own);
  }
  return dates;
}

/** A work centre or supplier is to blame where its queue began in time and its work does not end so. */
function refuseAfter(
  last: Minute,
  { queueStart, end, available }: OperationDates,
  operation: TimedOperation,
) {
  if (available <= last) return;
  const { id, workCenter, subcontract } = operation;
  if (end <= last || queueStart >= last) throw new NoWorkTime(workCenter?.id ?? id, true);
  if (subcontract !== undefined) throw new NoWorkingDay(subcontract.calendar.id);
  throw new NoWorkTime(workCenter?.id ?? id);
}

/** When the operation's queue may begin, and before when its work may not end. */
function boundsAfter(
  operation: TimedOperation,
  operations: readonly TimedOperation[],
  dates: readonly OperationDates[],
  from: Minute,
): { readonly available: Minute; readonly endBound: Minute } {
  let available = from;
  let endBound = Number.NEGATIVE_INFINITY;
  for (const { place, overlap } of operation.before) {
    const before = dates[place]!;
    if (overlap === undefined) {
      available = Math.max(available, before.available);
      continue;
    }
    available = Math.max(available, firstBatchEnd(operations[place]!, before, overlap));
    endBound = Math.max(endBound, lastBatchEnd(operation, before, overlap));
  }
  return { available, endBound };
}

function firstBatchEnd(
  before: TimedOperation,
  dates: OperationDates,
  { firstBatch }: NonNullable<OperationLink["overlap"]>,
): Minute {
  const time = openTimeOf(before);
  const end =
    firstBatch === 0
      ? dates.start
      : minuteOfOpen(time, openMinutesUpTo(time, dates.start) + firstBatch);
  return writable(end + before.waitMove, before);
}

function lastBatchEnd(
  operation: TimedOperation,
  { available }: OperationDates,
  { lastBatch }: NonNullable<OperationLink["overlap"]>,
): Minute {
  if (lastBatch === 0) return available;
  const time = openTimeOf(operation);
  return minuteOfOpen(time, openMinutesUpTo(time, available) + lastBatch);
}

function worked(operation: TimedOperation, queueStart: Minute, endBound: Minute): OperationDates {
  const { work, queue } = operation;
  const time = openTimeOf(operation);
  const queued = openMinutesUpTo(time, queueStart) + queue;
  if (work === 0) {
    const ready = queue === 0 ? queueStart : minuteOfOpen(time, queued);
    const start = Math.max(ready, endBound);
    return {
      queueStart,
      start,
      end: start,
      available: writable(start + operation.waitMove, operation),
    };
  }
  let done = queued + work;
  if (endBound > Number.NEGATIVE_INFINITY) {
    const least = openMinutesUpTo(time, endBound);
    // Where the bound lies in closed time, only work after it ends there.
    const isReached = done > least || minuteOfOpen(time, least) === endBound;
    done = Math.max(done, isReached ? least : least + 1);
  }
  const start = startOfOpen(time, done - work);
  const end = minuteOfOpen(time, done);
  return { queueStart, start, end, available: writable(end + operation.waitMove, operation) };
}

/** A supplier takes whole days, from the first midnight on after which it works. */
function supplied(
  operation: TimedOperation,
  { calendar, leadTimeDays }: NonNullable<TimedOperation["subcontract"]>,
  from: Minute,
): OperationDates {
  const midnight = Math.ceil(from / MINUTES_A_DAY);
  const day = leadTimeDays === 0 ? midnight : firstWorkingDay(calendar, midnight);
  const start = day * MINUTES_A_DAY;
  const end = addWorkingDays(calendar, day, leadTimeDays) * MINUTES_A_DAY;
  return {
    queueStart: start,
    start,
    end,
    available: writable(end + operation.waitMove, operation),
  };
}
