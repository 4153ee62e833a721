import { fc } from "@fast-check/vitest";
import { formatDay, parseDay } from "orlicky/core";
import type { PromiseProfileInput } from "orlicky/mps";
import type { SlowProblem, SlowRow } from "./slow-promises.js";

const T0 = parseDay("2026-01-05")!;

/** The date of a day counted from T0. */
export function dateOf(day: number): string {
  return formatDay(T0 + day);
}

/** The days counted from T0 of a date. */
export function dayOf(date: string): number {
  return parseDay(date)! - T0;
}

const rows = (most: number): fc.Arbitrary<SlowRow[]> =>
  fc.array(fc.record({ day: fc.integer({ min: -5, max: 40 }), quantity: fc.nat({ max: most }) }), {
    maxLength: 12,
  });

const pastDue = fc.option(fc.nat({ max: 5 }), { nil: undefined, freq: 2 });

/** Stock, supply and orders over some weeks, some of it past due, some short. */
export const promiseProblem: fc.Arbitrary<SlowProblem> = fc.record({
  onHand: fc.integer({ min: -10, max: 40 }),
  supply: rows(40),
  orders: rows(25),
  fence: fc.option(fc.integer({ min: 0, max: 45 }), { nil: undefined, freq: 3 }),
  pastDueSupplyDays: pastDue,
  pastDueOrderDays: pastDue,
});

/** The same for the library. */
export function profileInput(problem: SlowProblem): PromiseProfileInput {
  const dated = (of: readonly SlowRow[]) =>
    of.map(({ day, quantity }) => ({ date: dateOf(day), quantity }));
  return {
    startDate: dateOf(0),
    onHand: problem.onHand,
    supply: dated(problem.supply),
    orders: dated(problem.orders),
    infiniteSupplyFence: problem.fence === undefined ? undefined : dateOf(problem.fence),
    pastDueSupplyDays: problem.pastDueSupplyDays,
    pastDueOrderDays: problem.pastDueOrderDays,
  };
}
