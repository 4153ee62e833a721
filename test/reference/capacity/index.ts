/**
 * The reference for capacity requirements (C2, C3, K51–K56): each order of a plan scheduled by a
 * walk from minute to minute, its load dealt out to the days. It shares no code with the engine.
 * Read operations.ts, schedule.ts and work-time.ts next.
 */
import { dayText, everyDay } from "../calendar.js";
import { planned } from "../index.js";
import { compareText, decimalText, times } from "../numbers.js";
import type { Problem } from "../problem.js";
import { calendarNamed } from "../problem.js";
import type { PlanningInput } from "../types.js";
import type { Bucket } from "./buckets.js";
import { exactText } from "./hours-text.js";
import { addTo, sharesByDay } from "./load.js";
import { minuteText } from "./minute-text.js";
import { loadOf, runOf, setupOf } from "./operations.js";
import { productionsOf } from "./productions.js";
import type { CenterLoad, ReferenceLoad } from "./profile.js";
import { overloadsOf, pastDueOf, profileOf } from "./profile.js";
import type { CapacityOptions, Requirement } from "./requirements.js";
import { requirementOf } from "./requirements.js";
import { centerNamed, efficiencyOf } from "./routing-lead-time.js";
import type { Shop } from "./schedule.js";
import { workTimeOf } from "./work-time.js";

export type { Bucket } from "./buckets.js";
export type { CapacityOptions } from "./requirements.js";
export { TooLong } from "./work-time.js";

export interface ReferenceCapacity {
  orders: ReturnType<typeof orderView>[];
  loads: (bucket: Bucket) => ReferenceLoad[];
  pastDue: ReturnType<typeof pastDueOf>;
  overloads: (bucket: Bucket) => ReturnType<typeof overloadsOf>;
}

/** All centres with no load yet, in the order of their ids. */
function emptyLoads(problem: Problem): CenterLoad[] {
  const centers = [...(problem.input.workCenters ?? [])];
  return centers
    .sort((a, b) => compareText(a.id, b.id))
    .map((center) => ({
      center,
      time: workTimeOf(problem, center),
      load: new Map(),
      setup: new Map(),
    }));
}

function shopOf(problem: Problem, loads: readonly CenterLoad[]): Omit<Shop, "queueFactor"> {
  const { suppliers = [] } = problem.input;
  return {
    placeOf: ({ workCenter }) => {
      const center = centerNamed(problem, workCenter);
      const time = loads.find((one) => one.center === center)?.time;
      if (time === undefined) {
        throw new Error("Every work centre has its time.");
      }
      return { time, efficiency: efficiencyOf(center) };
    },
    supplierCalendar: ({ subcontract }) => {
      const supplier = suppliers.find(({ id }) => id === subcontract?.supplier);
      return calendarNamed(problem, supplier?.calendar) ?? everyDay;
    },
  };
}

function addLoad(loads: readonly CenterLoad[], { operations }: Requirement): void {
  for (const [operation, { start, end }] of operations) {
    const at = loads.find(({ center }) => center.id === operation.row.workCenter);
    if (at !== undefined) {
      for (const [day, share] of sharesByDay(at.time, start, end)) {
        addTo(at.load, day, times(share, loadOf(operation)));
        addTo(at.setup, day, times(share, setupOf(operation)));
      }
    }
  }
}

function orderView({
  production,
  direction,
  queueFactor,
  receivingTimeGivenUp,
  operations,
  start,
  end,
  realDue,
  daysLate,
}: Requirement) {
  const { order, supply, point, routing, quantity, due, plannedStart } = production;
  const { item, site, segment, policy } = point;
  return {
    order,
    supply,
    item,
    site,
    segment,
    routing: routing.id,
    quantity: decimalText(quantity, policy.decimals),
    direction,
    queueFactor: exactText(queueFactor),
    receivingTimeGivenUp,
    plannedStart: plannedStart === undefined ? null : dayText(plannedStart),
    start: minuteText(start),
    end: minuteText(end),
    due: dayText(due),
    realDue: dayText(realDue),
    daysLate,
    operations: [...operations].map(([operation, dates]) => ({
      operation: operation.row.id,
      workCenter: operation.row.workCenter ?? null,
      supplier: operation.row.subcontract?.supplier ?? null,
      quantity: exactText(operation.quantity),
      parts: operation.parts,
      load: exactText(loadOf(operation)),
      setup: exactText(setupOf(operation)),
      run: exactText(runOf(operation)),
      queueStart: minuteText(dates.queueStart),
      start: minuteText(dates.start),
      end: minuteText(dates.end),
      available: minuteText(dates.available),
    })),
  };
}

/**
 * Plans a valid input and schedules what it makes.
 *
 * @throws TooLong where a walk of the clock would take too long.
 */
export function referenceCapacity(
  input: PlanningInput,
  options: CapacityOptions = {},
): ReferenceCapacity {
  const { problem, points, planned: all } = planned(input);
  const loads = emptyLoads(problem);
  const shop = shopOf(problem, loads);
  const orders = productionsOf(points, all).flatMap((production) => {
    const requirement = requirementOf(problem, shop, production, options);
    if (requirement === undefined) {
      return [];
    }
    addLoad(loads, requirement);
    return [orderView(requirement)];
  });
  return {
    orders,
    loads: (bucket) => profileOf(problem, loads, bucket),
    pastDue: pastDueOf(problem, loads),
    overloads: (bucket) => overloadsOf(problem, loads, bucket),
  };
}
