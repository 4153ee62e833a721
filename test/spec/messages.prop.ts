import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { formatDay, lastWorkingDay, makeCalendar, parseDay } from "../../src/core/index.js";
import {
  carryOut,
  lowLevelCodes,
  type Plan,
  type PlanningInput,
  type RescheduleMessage,
  type StockingPoint,
  stockingPoints,
} from "../../src/index.js";
import { planOf } from "../support/plan-of.js";
import { problemWithout } from "../support/random/problem.js";
import { runs } from "../support/runs.js";

/**
 * What the rules themselves let break M2, and why:
 * - `expediteWithin` counts from where a supply stands, so each move in opens earlier days to it;
 * - under a `deferTolerance` one supply keeps its day while another is moved past it, and then it
 *   is drawn first and the other is one too many;
 * - of two supplies that are moved to one day the smaller is drawn first, also when the larger
 *   expires before the day for which the smaller was meant;
 * - the components of a released order are needs wherever they stand, not by low-level code;
 * - what is free for substitutes and for lanes from stock is asked by the days on which supplies are
 *   due, so that one which is moved in is free where it was not;
 * - what a supplier can bring is used by its supplies where they stand, and by others when they are
 *   cancelled or moved;
 * - under `pastDue: "forward"` the days of orders follow from those of supplies;
 * - with `resize`, where each demand is a net requirement of its own, what is moved in is drawn first and
 *   the other one is lowered, so that a later demand needs more;
 * - a supply that is due on a day on which nobody works stands after one that is moved in for that
 *   day, to the working day before (T3), and then it is one too many;
 * - what is scheduled counts for the need that draws it and stays where it is (K57).
 */
const BREAKING = [
  "expediteWithin",
  "deferTolerance",
  "expiry",
  "components",
  "substitutes",
  "stockLanes",
  "capacities",
  "forward",
] as const;

describe("Reschedule messages", () => {
  test.prop(
    [
      problemWithout(...BREAKING, "firmOrders", "scheduled")
        .map(onWorkingDays)
        .map(moving),
    ],
    { numRuns: runs },
  )(
    "Carrying out the reschedule messages makes no new order: every order stays, and no message is left",
    expectSettled,
  );

  // With lot sizes a new order may leave a supply that stands early uncalled for: without it the
  // same order is larger. Where no source is valid, or the item is discontinued, the messages make
  // good what orders do not.
  test.prop(
    [
      problemWithout(
        ...BREAKING,
        "firmOrders",
        "scheduled",
        "discontinued",
        "lotSizing",
        "modifiers",
        "methods",
        "limitedSources",
        "datedSources",
      )
        .map(onWorkingDays)
        .map(standing),
    ],
    { numRuns: runs },
  )(
    "So it is where supplies are never moved in by the plan itself, under lot-for-lot with a source",
    expectSettled,
  );

  test.prop([problemWithout()], { numRuns: Math.ceil(runs / 4) })(
    "The messages of a stocking point stand together, and before those of what it goes into",
    (problem) => {
      const plan = planOf(problem);
      const placeOf = ({ item, site, segment }: Omit<StockingPoint, "lowLevelCode">) =>
        JSON.stringify([item, site, segment]);
      const componentsFirst = stockingPoints(plan)
        .toSorted((a, b) => b.lowLevelCode - a.lowLevelCode)
        .map(placeOf);
      const places = [...plan.messages].flatMap((message) =>
        message.code === "inputAdjusted" ? [] : [componentsFirst.indexOf(placeOf(message))],
      );
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    },
  );

  // A firm order that is deferred or cancelled is exploded anew: needs below it come later or go.
  test.prop([problemWithout(...BREAKING)], { numRuns: runs })(
    "With firm orders, too, carrying out the messages again and again ends within as many rounds as levels",
    (problem) => {
      let plan = planOf(problem);
      const levels = 1 + Math.max(0, ...lowLevelCodes(plan).values());
      for (let round = 0; round < levels && reschedulesOf(plan).length > 0; round++) {
        plan = planOf(carryOut(plan));
      }
      expect(reschedulesOf(plan)).toEqual([]);
    },
  );
});

/** The orders, but for when they are feasible: a supply that is not needed may hold up what it was pegged to. */
function ordersOf(plan: Plan) {
  return [...plan.orders].map(({ feasibleStart: _, feasibleDue: __, ...order }) => order);
}

/** Carrying out the messages leaves every order, and nothing more to say. */
function expectSettled(problem: PlanningInput): void {
  const plan = planOf(problem);
  const next = planOf(carryOut(plan));
  expect(ordersOf(next)).toEqual(ordersOf(plan));
  expect(reschedulesOf(next)).toEqual([]);
}

/** The messages that propose to move, cancel or resize open supplies (M1). */
function reschedulesOf(plan: Plan): RescheduleMessage[] {
  const codes = ["expedite", "defer", "cancel", "increase", "decrease"];
  return [...plan.messages].filter((message): message is RescheduleMessage =>
    codes.includes(message.code),
  );
}

/** Supplies that are due on a day off are due on the working day before. */
function onWorkingDays(input: PlanningInput): PlanningInput {
  const calendars = new Map((input.calendars ?? []).map((row) => [row.id, row]));
  const supplies = (input.supplies ?? []).map((supply) => {
    const site = (input.sites ?? []).find(({ id }) => id === (supply.site ?? id));
    const row = calendars.get(site?.calendar ?? "");
    if (row === undefined) return supply;
    const exceptions = (row.exceptions ?? []).map(({ date, working }) => ({
      day: parseDay(date)!,
      working,
    }));
    const calendar = makeCalendar(row.id, row.workingDays, exceptions);
    const { start: _, ...unscheduled } = supply;
    return { ...unscheduled, due: formatDay(lastWorkingDay(calendar, parseDay(supply.due)!)) };
  });
  return { ...input, supplies };
}

function moving(input: PlanningInput): PlanningInput {
  const { rescheduling, resize, ...conventions } = input.conventions ?? {};
  return {
    ...input,
    conventions: {
      ...conventions,
      ...(rescheduling === undefined || rescheduling === "never" ? {} : { rescheduling }),
      ...(resize === undefined || conventions.grouping === "demand" ? {} : { resize }),
    },
  };
}

function standing(input: PlanningInput): PlanningInput {
  const { resize: _, ...conventions } = input.conventions ?? {};
  return { ...input, conventions: { ...conventions, rescheduling: "never" } };
}
