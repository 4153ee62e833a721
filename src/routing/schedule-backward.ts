import {
  addWorkingDays,
  dayOfMinute,
  lastWorkingDay,
  MINUTES_A_DAY,
  type Minute,
} from "../core/index.js";
import { minuteOfOpen, openMinutesUpTo, startOfOpen } from "./open-minutes.js";
import { openTimeOf, writable } from "./open-time-of.js";
import type { OperationDates } from "./operation-dates.js";
import type { OperationLink, TimedOperation } from "./operation-time.js";

/** An operation after another, and how it overlaps with it. */
interface After {
  readonly place: number;
  readonly overlap: OperationLink["overlap"];
}

/**
 * Schedules one order backward: each operation as late as possible, as if nothing else were to be done.
 *
 * @param operations - what {@link timedOperations} gave
 * @param end - by this minute all is done and where it is to be
 * @returns the dates of each operation, at its place in `operations`
 * @throws NoWorkTime when a work centre was never open so long before, or time runs before the year 0
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
 * const [dates] = scheduleBackward(timed, parseMinute("2026-01-07T00:00")!);
 * formatMinute(dates!.queueStart); // => "2026-01-05T11:00"
 * formatMinute(dates!.start); // => "2026-01-05T12:00"
 * formatMinute(dates!.end); // => "2026-01-06T14:00"
 * ```
 */
export function scheduleBackward(
  operations: readonly TimedOperation[],
  end: Minute,
): readonly OperationDates[] {
  const after: After[][] = operations.map(() => []);
  for (const [place, { before }] of operations.entries()) {
    for (const link of before) after[link.place]!.push({ place, overlap: link.overlap });
  }
  const dates: OperationDates[] = new Array(operations.length);
  for (let n = operations.length - 1; n >= 0; n--) {
    const operation = operations[n]!;
    const bounds = boundsBefore(operation, after[n]!, operations, dates, end);
    dates[n] =
      operation.subcontract === undefined
        ? worked(operation, bounds)
        : supplied(operation, operation.subcontract, bounds.end);
  }
  return dates;
}

interface Bounds {
  /** By when its work ends. */
  readonly end: Minute;
  /** By when its first batch is done, and how long that takes; the smallest of all. */
  readonly firstBatches: readonly { readonly end: Minute; readonly firstBatch: number }[];
}

function boundsBefore(
  operation: TimedOperation,
  after: readonly After[],
  operations: readonly TimedOperation[],
  dates: readonly OperationDates[],
  last: Minute,
): Bounds {
  const { waitMove } = operation;
  if (after.length === 0) return { end: writable(last - waitMove, operation), firstBatches: [] };
  let end = Number.POSITIVE_INFINITY;
  const firstBatches: { end: Minute; firstBatch: number }[] = [];
  for (const { place, overlap } of after) {
    const next = dates[place]!;
    if (overlap === undefined) end = Math.min(end, next.queueStart - waitMove);
    else {
      end = Math.min(end, lastBatchStart(operations[place]!, next, overlap.lastBatch) - waitMove);
      firstBatches.push({ end: next.queueStart - waitMove, firstBatch: overlap.firstBatch });
    }
  }
  return { end: writable(end, operation), firstBatches };
}

/** The latest minute from which the last batch can still be worked until the end. */
function lastBatchStart(next: TimedOperation, { end }: OperationDates, lastBatch: number): Minute {
  if (lastBatch === 0) return end;
  const time = openTimeOf(next);
  return startOfOpen(time, openMinutesUpTo(time, end) - lastBatch);
}

function worked(operation: TimedOperation, { end: bound, firstBatches }: Bounds): OperationDates {
  const { work, queue, waitMove } = operation;
  const time = openTimeOf(operation);
  let [start, end] = [bound, bound];
  if (work === 0) {
    for (const first of firstBatches) start = Math.min(start, first.end);
    end = start;
  } else {
    let begun = openMinutesUpTo(time, bound) - work;
    for (const first of firstBatches) {
      // A first batch that takes no time is there with the start: in an open minute not after it.
      const latest =
        first.firstBatch === 0
          ? openMinutesUpTo(time, first.end + 1) - 1
          : openMinutesUpTo(time, first.end) - first.firstBatch;
      begun = Math.min(begun, latest);
    }
    [start, end] = [startOfOpen(time, begun), minuteOfOpen(time, begun + work)];
  }
  const queueStart = queue === 0 ? start : startOfOpen(time, openMinutesUpTo(time, start) - queue);
  return { queueStart, start, end, available: writable(end + waitMove, operation) };
}

/** A supplier takes whole days and is done on a working day of its own. */
function supplied(
  operation: TimedOperation,
  { calendar, leadTimeDays }: NonNullable<TimedOperation["subcontract"]>,
  bound: Minute,
): OperationDates {
  const day = dayOfMinute(bound);
  const last = leadTimeDays === 0 ? day : lastWorkingDay(calendar, day);
  const end = last * MINUTES_A_DAY;
  const start = addWorkingDays(calendar, last, -leadTimeDays) * MINUTES_A_DAY;
  const available = writable(end + operation.waitMove, operation);
  return { queueStart: start, start, end, available };
}
