/**
 * The operations of one order in time (K55), walked minute by minute: backward each as late, forward
 * each as early as possible.
 */
import type { Calendar } from "../calendar.js";
import {
  firstWorkingDayNotBefore,
  lastWorkingDayNotAfter,
  workingDaysBack,
  workingDaysOn,
} from "../calendar.js";
import type { Fraction } from "../numbers.js";
import { compareFractions, plus, readRatio, times } from "../numbers.js";
import type { Operation } from "./operations.js";
import { hoursOf, minutesOf, processingOf } from "./operations.js";
import type { OperationRow } from "./rows.js";
import type { Minute, WorkTime } from "./work-time.js";
import { A_DAY, firstOpen, lastOpen, leading, passing } from "./work-time.js";

/** Where an operation is worked. */
export interface Place {
  time: WorkTime;
  efficiency: Fraction;
}

/** What the walk asks of the shop. */
export interface Shop {
  placeOf: (row: OperationRow) => Place;
  supplierCalendar: (row: OperationRow) => Calendar;
  /** What queues are multiplied by (C3). */
  queueFactor: Fraction;
}

export interface Dates {
  queueStart: Minute;
  start: Minute;
  end: Minute;
  /** When what follows may have it. */
  available: Minute;
}

/** Minutes of one part at its centre. */
export function workOf({ setup, processing, teardown }: Operation, { efficiency }: Place): number {
  return minutesOf(plus(plus(setup, processing), teardown), efficiency);
}

function queueOf({ row }: Operation, { queueFactor }: Shop): number {
  return minutesOf(times(hoursOf(row.queue), queueFactor));
}

function passage({ row }: Operation): number {
  return minutesOf(plus(hoursOf(row.wait), hoursOf(row.move)));
}

/** Minutes of the first transfer batch here and of the last one there; undefined: no overlap. */
function overlapOf(shop: Shop, before: Operation, after: Operation) {
  const { transferBatch } = before.row;
  if (transferBatch === undefined || after.row.subcontract !== undefined || before.parts > 1) {
    return undefined;
  }
  const batch = readRatio(transferBatch);
  if (compareFractions(batch, before.quantity) >= 0) {
    return undefined;
  }
  const here = shop.placeOf(before.row);
  const there = shop.placeOf(after.row);
  return {
    first: minutesOf(plus(before.setup, processingOf(before.row, batch)), here.efficiency),
    last: Math.min(
      minutesOf(plus(processingOf(after.row, batch), after.teardown), there.efficiency),
      workOf(after, there),
    ),
  };
}

/** The last begin of an operation with work from which `count` open minutes lie before `until`. */
function latestStart(time: WorkTime, until: Minute, count: number): Minute {
  return count === 0 ? lastOpen(time, until) : leading(time, until, count);
}

function settle(
  operations: readonly Operation[],
  dateOf: (operation: Operation) => Dates,
): Map<Operation, Dates> {
  return new Map(operations.map((operation) => [operation, dateOf(operation)]));
}

/** Each date is asked for once and then known. */
function once(dateOf: (operation: Operation) => Dates): (operation: Operation) => Dates {
  const known = new Map<Operation, Dates>();
  return (operation) => {
    const dates = known.get(operation) ?? dateOf(operation);
    known.set(operation, dates);
    return dates;
  };
}

/** Every operation as late as possible, all available by `end`. */
export function scheduleBackward(
  shop: Shop,
  operations: readonly Operation[],
  end: Minute,
): Map<Operation, Dates> {
  const datesOf = once((operation) => {
    const { row } = operation;
    const after = operations.filter(({ before }) => before.includes(row.id));
    const wait = passage(operation);
    const endBounds = [end - wait];
    const startBounds: { until: Minute; count: number }[] = [];
    for (const one of after) {
      const dates = datesOf(one);
      const overlap = overlapOf(shop, operation, one);
      if (overlap === undefined) {
        endBounds.push(dates.queueStart - wait);
      } else {
        const { time } = shop.placeOf(one.row);
        endBounds.push(leading(time, dates.end, overlap.last) - wait);
        startBounds.push({ until: dates.queueStart - wait, count: overlap.first });
      }
    }
    const bound = Math.min(...endBounds);
    if (row.subcontract !== undefined) {
      return subcontractedBackward(shop, row, bound, wait);
    }
    const place = shop.placeOf(row);
    const work = workOf(operation, place);
    const starts = [{ until: bound, count: work }, ...startBounds].map(({ until, count }) =>
      work === 0 ? until : latestStart(place.time, until, count),
    );
    const start = Math.min(...starts);
    const ends = passing(place.time, start, work);
    return {
      queueStart: leading(place.time, start, queueOf(operation, shop)),
      start,
      end: ends,
      available: ends + wait,
    };
  });
  return settle(operations, datesOf);
}

function subcontractedBackward(shop: Shop, row: OperationRow, bound: Minute, wait: number): Dates {
  const days = row.subcontract?.leadTime ?? 0;
  const works = shop.supplierCalendar(row);
  const last = Math.floor(bound / A_DAY);
  const endDay = days === 0 ? last : lastWorkingDayNotAfter(works, last);
  const start = workingDaysBack(works, endDay, days) * A_DAY;
  return { queueStart: start, start, end: endDay * A_DAY, available: endDay * A_DAY + wait };
}

/** Every operation as early as possible, none queueing before `from`. */
export function scheduleForward(
  shop: Shop,
  operations: readonly Operation[],
  from: Minute,
): Map<Operation, Dates> {
  const datesOf = once((operation) => {
    const { row } = operation;
    const wait = passage(operation);
    const place = row.subcontract === undefined ? shop.placeOf(row) : undefined;
    let queueStart = from;
    let earliestEnd = -Infinity;
    for (const one of operations.filter((other) => operation.before.includes(other.row.id))) {
      const dates = datesOf(one);
      const overlap = overlapOf(shop, one, operation);
      if (overlap === undefined || place === undefined) {
        queueStart = Math.max(queueStart, dates.available);
      } else {
        const { time } = shop.placeOf(one.row);
        const firstBatch = passing(time, dates.start, overlap.first) + passage(one);
        queueStart = Math.max(queueStart, firstBatch);
        earliestEnd = Math.max(earliestEnd, passing(place.time, dates.available, overlap.last));
      }
    }
    if (place === undefined) {
      return subcontractedForward(shop, row, queueStart, wait);
    }
    const work = workOf(operation, place);
    const queued = passing(place.time, queueStart, queueOf(operation, shop));
    const start =
      work === 0
        ? Math.max(queued, earliestEnd)
        : earliestStart(place.time, queued, work, earliestEnd);
    const end = passing(place.time, start, work);
    return { queueStart, start, end, available: end + wait };
  });
  return settle(operations, datesOf);
}

/** The first open minute from which on the work ends no earlier than it may. */
function earliestStart(time: WorkTime, from: Minute, work: number, earliestEnd: Minute): Minute {
  // What starts before the work that ends by then ends too early.
  const tooEarly = earliestEnd > from ? leading(time, earliestEnd, work) : from;
  let start = firstOpen(time, Math.max(from, tooEarly));
  while (passing(time, start, work) < earliestEnd) {
    start = firstOpen(time, start + 1);
  }
  return start;
}

function subcontractedForward(shop: Shop, row: OperationRow, from: Minute, wait: number): Dates {
  const midnight = Math.ceil(from / A_DAY);
  const days = row.subcontract?.leadTime ?? 0;
  const works = shop.supplierCalendar(row);
  const day = days === 0 ? midnight : firstWorkingDayNotBefore(works, midnight);
  const end = workingDaysOn(works, day, days) * A_DAY;
  return { queueStart: day * A_DAY, start: day * A_DAY, end, available: end + wait };
}
