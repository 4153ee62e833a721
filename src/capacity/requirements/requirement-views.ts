import {
  formatDay,
  formatMinute,
  lazySequence,
  ratioToDecimal,
  type Sequence,
} from "../../core/index.js";
import type { TimedOperation } from "../../routing/index.js";
import { timesOf, wholeTimesOf } from "./open-work.js";
import type { RequirementColumns } from "./requirement-columns.js";
import type { OperationRequirement, OrderRequirement } from "./requirement-rows.js";

/** The orders, each built when it is read. */
export function orderRequirements(columns: RequirementColumns): Sequence<OrderRequirement> {
  return lazySequence(columns.work.length, (n) => orderRequirement(columns, n));
}

/** The operations, each built when it is read. */
export function operationRequirements(columns: RequirementColumns): Sequence<OperationRequirement> {
  const timedAt = timedOperationAt(columns);
  return lazySequence(columns.order.length, (place) =>
    operationRequirement(columns, place, timedAt(place)),
  );
}

/** What an operation takes, by its place; those of one order are timed together. */
export function timedOperationAt(columns: RequirementColumns): (place: number) => TimedOperation {
  let last = -1;
  let operations: readonly TimedOperation[] = [];
  return (place) => {
    const order = columns.order[place]!;
    if (order !== last) operations = timedAgain(columns, order);
    last = order;
    return operations[place - columns.first[order]!]!;
  };
}

function orderRequirement(columns: RequirementColumns, n: number): OrderRequirement {
  const work = columns.work[n]!;
  const { order, supply, item, site, segment, routing, quantity, due, wanted, plannedStart } = work;
  const scheduled = columns.scheduled[n];
  const [first, until] = [columns.first[n]!, columns.first[n + 1]!];
  const starts = columns.queueStart.subarray(first, until);
  return {
    order,
    supply,
    item,
    site,
    segment,
    routing: routing.id,
    quantity,
    direction: scheduled?.direction ?? "forward",
    queueFactor: ratioToDecimal(scheduled?.reduction.queueFactor ?? { num: 1n, den: 1n }),
    receivingTimeGivenUp: scheduled?.reduction.receivingTimeGivenUp ?? false,
    plannedStart: plannedStart === undefined ? null : formatDay(plannedStart),
    start: scheduled ? formatMinute(starts.reduce((a, b) => Math.min(a, b))) : null,
    end: scheduled ? formatMinute(scheduled.end) : null,
    due: formatDay(due),
    realDue: scheduled === undefined ? null : formatDay(scheduled.realDue),
    daysLate: scheduled === undefined ? null : Math.max(0, scheduled.realDue - wanted),
    operations: timedAgain(columns, n).map((operation, k) =>
      operationRequirement(columns, first + k, operation),
    ),
  };
}

function timedAgain(columns: RequirementColumns, n: number): readonly TimedOperation[] {
  const work = columns.work[n]!;
  const scheduled = columns.scheduled[n];
  return scheduled === undefined
    ? wholeTimesOf(work)
    : timesOf(work, scheduled.reduction.queueFactor);
}

function operationRequirement(
  columns: RequirementColumns,
  place: number,
  operation: TimedOperation,
): OperationRequirement {
  const { order, supply, item, site, segment, routing } = columns.work[columns.order[place]!]!;
  const { id, workCenter, subcontract, quantity, parts, load, setupHours, runHours } = operation;
  return {
    order,
    supply,
    item,
    site,
    segment,
    routing: routing.id,
    operation: id,
    workCenter: workCenter?.id ?? null,
    supplier: subcontract?.supplier ?? null,
    quantity: ratioToDecimal(quantity),
    parts,
    load: ratioToDecimal(load),
    setup: ratioToDecimal(setupHours),
    run: ratioToDecimal(runHours),
    queueStart: minuteText(columns.queueStart[place]!),
    start: minuteText(columns.start[place]!),
    end: minuteText(columns.end[place]!),
    available: minuteText(columns.available[place]!),
  };
}

function minuteText(minute: number): string | null {
  return Number.isNaN(minute) ? null : formatMinute(minute);
}
