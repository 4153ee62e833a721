/** One order in time (K55): backward, with less queue where it would begin too early, or forward. */
import type { Day } from "../calendar.js";
import { firstWorkingDayNotBefore, workingDaysOn } from "../calendar.js";
import type { Fraction } from "../numbers.js";
import { ONE, readRatio } from "../numbers.js";
import type { Problem } from "../problem.js";
import { siteCalendar } from "../problem.js";
import type { Num } from "../types.js";
import type { Operation } from "./operations.js";
import { operationsOf } from "./operations.js";
import type { Production } from "./productions.js";
import type { Dates, Shop } from "./schedule.js";
import { scheduleBackward, scheduleForward } from "./schedule.js";
import type { Minute } from "./work-time.js";
import { A_DAY } from "./work-time.js";

export interface CapacityOptions {
  startsInPast?: "forward" | "keep";
  queueReduction?: readonly Num[];
  giveUpReceivingTime?: boolean;
}

export type Direction = "backward" | "forward";

export interface Requirement {
  production: Production;
  direction: Direction;
  queueFactor: Fraction;
  receivingTimeGivenUp: boolean;
  operations: Map<Operation, Dates>;
  /** When the first operation begins to queue and the last is available. */
  start: Minute;
  end: Minute;
  realDue: Day;
  daysLate: number;
}

function realDueOf(
  problem: Problem,
  { point, due }: Production,
  direction: Direction,
  end: Minute,
): Day {
  if (direction === "backward") {
    return due;
  }
  const works = siteCalendar(problem, point.site);
  const there = firstWorkingDayNotBefore(works, Math.ceil(end / A_DAY));
  return workingDaysOn(works, there, point.policy.receivingTime);
}

/** Undefined when nothing is left to do. */
export function requirementOf(
  problem: Problem,
  shop: Omit<Shop, "queueFactor">,
  production: Production,
  options: CapacityOptions,
): Requirement | undefined {
  const { deliveryDate, due, wanted } = production;
  const operations = operationsOf(production.routing, production.work);
  if (operations.length === 0) {
    return undefined;
  }
  const first = problem.startDay * A_DAY;
  const result = (
    direction: Direction,
    dates: Map<Operation, Dates>,
    reduced: { queueFactor: Fraction; receivingTimeGivenUp: boolean },
  ): Requirement => {
    const end = Math.max(...[...dates.values()].map(({ available }) => available));
    const realDue = realDueOf(problem, production, direction, end);
    return {
      production,
      direction,
      ...reduced,
      operations: dates,
      start: Math.min(...[...dates.values()].map(({ queueStart }) => queueStart)),
      end,
      realDue,
      daysLate: Math.max(0, realDue - wanted),
    };
  };
  const factors = [ONE, ...(options.queueReduction ?? []).map(readRatio)];
  const last = factors.at(-1) ?? ONE;
  const tries = factors.map((queueFactor) => ({ queueFactor, receivingTimeGivenUp: false }));
  if (options.giveUpReceivingTime === true) {
    tries.push({ queueFactor: last, receivingTimeGivenUp: true });
  }
  for (const [n, one] of tries.entries()) {
    const end = (one.receivingTimeGivenUp ? due : deliveryDate) * A_DAY;
    const dates = scheduleBackward({ ...shop, queueFactor: one.queueFactor }, operations, end);
    const backward = result("backward", dates, one);
    const isKept = options.startsInPast === "keep" && n === tries.length - 1;
    if (backward.start >= first || isKept) {
      return backward;
    }
  }
  const dates = scheduleForward({ ...shop, queueFactor: last }, operations, first);
  return result("forward", dates, {
    queueFactor: last,
    receivingTimeGivenUp: options.giveUpReceivingTime === true,
  });
}
