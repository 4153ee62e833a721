/** The lead time of an order from its routing (K54), in exact days. */
import type { Day } from "../calendar.js";
import { weekdayName } from "../calendar.js";
import type { Fraction } from "../numbers.js";
import { compareFractions, fraction, ONE, over, plus, readRatio, ZERO } from "../numbers.js";
import type { Problem } from "../problem.js";
import { hoursOf, operationNamed, operationsOf, waitsFor } from "./operations.js";
import { routingOf } from "./routing-of.js";
import type { OperationRow, RoutingRow, WorkCenterRow } from "./rows.js";
import { isValid, workedMinutes } from "./work-time.js";

/** Any seven days in a row are a week. */
const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** Open hours of the week's shifts by the weekdays on which one of them begins. */
function hoursADay(center: WorkCenterRow, day: Day): Fraction {
  const valid = center.shifts.filter((shift) => isValid(shift, day));
  let minutes = 0;
  let days = 0;
  for (const weekday of WEEK) {
    const name = weekdayName(weekday);
    const own = valid.filter(({ days: on }) => on === undefined || on.includes(name));
    days += own.length > 0 ? 1 : 0;
    for (const shift of own) {
      minutes += workedMinutes(shift).length;
    }
  }
  return over(fraction(BigInt(minutes), 60n), fraction(BigInt(days), 1n));
}

export function centerNamed(problem: Problem, id: string | undefined): WorkCenterRow {
  const row = (problem.input.workCenters ?? []).find((one) => one.id === id);
  if (row === undefined) {
    throw new Error(`There is no work centre "${id}".`);
  }
  return row;
}

export function efficiencyOf({ efficiency }: WorkCenterRow): Fraction {
  return efficiency === undefined ? ONE : readRatio(efficiency);
}

/** How many days each operation takes. */
function daysByOperation(problem: Problem, routing: RoutingRow, startQuantity: Fraction) {
  const known = new Map<WorkCenterRow, Fraction>();
  // Also of nothing all operations take their time.
  const work = { startQuantity, left: startQuantity, isBegun: false, progress: new Map() };
  const all = operationsOf(routing, work, { isWithNothing: true });
  return new Map(
    all.map(({ row, setup, processing, teardown }) => {
      const passing = over(plus(hoursOf(row.wait), hoursOf(row.move)), fraction(24n, 1n));
      if (row.subcontract !== undefined) {
        return [row, plus(fraction(BigInt(row.subcontract.leadTime), 1n), passing)];
      }
      const center = centerNamed(problem, row.workCenter);
      const hours = known.get(center) ?? hoursADay(center, problem.startDay);
      known.set(center, hours);
      const worked = over(plus(plus(setup, processing), teardown), efficiencyOf(center));
      return [row, plus(over(plus(hoursOf(row.queue), worked), hours), passing)];
    }),
  );
}

function longestWay(routing: RoutingRow, days: ReadonlyMap<OperationRow, Fraction>): Fraction {
  const longer = (a: Fraction, b: Fraction) => (compareFractions(a, b) < 0 ? b : a);
  const upTo = (row: OperationRow): Fraction => {
    const before = waitsFor(routing, row).map((id) => upTo(operationNamed(routing, id)));
    return plus(before.reduce(longer, ZERO), days.get(row) ?? ZERO);
  };
  return routing.operations.map(upTo).reduce(longer, ZERO);
}

/** Judged on T0: a lead time must be known before the start. A released order where nothing is made has none. */
export function routingLeadTime(
  problem: Problem,
  place: { item: string; site: string },
  named: string | undefined,
  startQuantity: Fraction,
): Fraction | undefined {
  const routing = routingOf(problem, place, named, problem.startDay);
  return routing && longestWay(routing, daysByOperation(problem, routing, startQuantity));
}
