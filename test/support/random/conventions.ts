import fc from "fast-check";
import { draft, given, rarely, sometimes, type Value } from "./optional.js";
import type { Scene } from "./scene.js";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** More orders than this are refused, so that no random problem grows without bound. */
const MOST_ORDERS = 300;

export const conventions = draft({
  grouping: sometimes(fc.constantFrom("day", "demand")),
  rescheduling: sometimes(fc.constantFrom("assume", "achievable", "never")),
  resize: sometimes(fc.constant(true)),
  pastDue: sometimes(fc.constantFrom("forward", "report")),
  expediteWithin: rarely(fc.nat(8)),
  safetyStock: rarely(fc.constantFrom("floor", "leadTime", "never")),
  excessDigits: rarely(fc.constantFrom("round", "reject")),
  trigger: rarely(fc.constantFrom("atOrBelow", "below")),
  maxOrders: rarely(fc.integer({ min: 1, max: 30 })),
  effectivity: rarely(fc.constantFrom("due", "start")),
  phantomStock: rarely(fc.constantFrom("ignore", "net")),
  deferTolerance: rarely(fc.nat(4)),
  pastForecastDays: rarely(fc.nat(4)),
  weekStart: rarely(fc.constantFrom(...WEEKDAYS)),
});

export type ConventionsDraft = Value<typeof conventions>;

export function writeConventions(has: Scene["has"], of: ConventionsDraft) {
  if (!has("conventions")) return { maxOrders: MOST_ORDERS };
  return given({
    ...of,
    // Where every supply stands as it is, none can be resized.
    resize: has("resize") && of.rescheduling !== "never" ? of.resize : undefined,
    pastDue: has("forward") ? of.pastDue : undefined,
    maxOrders: of.maxOrders ?? MOST_ORDERS,
    expediteWithin: has("expediteWithin") ? of.expediteWithin : undefined,
    deferTolerance: has("deferTolerance") ? of.deferTolerance : undefined,
  });
}

const calendar = draft({
  workingDays: fc.subarray([...WEEKDAYS], { minLength: 2 }),
  exceptions: fc.uniqueArray(
    draft({ day: fc.integer({ min: -10, max: 30 }), working: fc.boolean() }),
    { maxLength: 4, selector: ({ day }) => day },
  ),
});

export const calendars = fc.array(calendar, { maxLength: 3 });

export function writeCalendars(
  has: Scene["has"],
  date: Scene["date"],
  of: Value<typeof calendars>,
) {
  if (!has("calendars")) return [];
  return of.map(({ workingDays, exceptions }, n) => ({
    id: `c${n}`,
    ...(workingDays.length === WEEKDAYS.length ? {} : { workingDays }),
    ...(exceptions.length === 0
      ? {}
      : { exceptions: exceptions.map(({ day, working }) => ({ date: date(day), working })) }),
  }));
}
