import type { FiniteLoadingInput } from "./finite-loading-input.js";
import type { FiniteSchedule } from "./finite-schedule.js";
import { loadShop } from "./load-shop.js";
import { makeShop } from "./make-shop.js";
import { readShop } from "./read-shop.js";
import { scheduleView } from "./schedule-view.js";

/**
 * Loads work centres with operations so that their capacity is never exceeded, in any minute.
 *
 * Whenever a unit of a work centre is free and something waits there, the first of all that wait by the
 * priority rule is begun on it; ties fall by rank, due date, job id and place, so that the order of the
 * rows changes nothing.
 *
 * @param input - work centres, tools, calendars and jobs; what is loaded first, and from which end
 * @returns when and where each operation is worked on, the dates of the jobs, and what could not be
 * scheduled with what it lacks
 * @throws PlanningInputError with every mistake of the input
 *
 * Source: rule C4, K59; list scheduling: M. L. Pinedo, *Scheduling: Theory, Algorithms, and Systems*,
 * chapter 14 (dispatching rules).
 *
 * @example
 * ```ts
 * const shifts = [{ from: "08:00", until: "16:00" }];
 * const schedule = finiteLoading({
 *   start: "2026-01-05T08:00",
 *   workCenters: [{ id: "saw", shifts }],
 *   jobs: [
 *     { id: "desk", due: "2026-01-06T00:00", operations: [{ id: "cut", workCenter: "saw", run: 6 }] },
 *     { id: "shelf", due: "2026-01-05T16:00", operations: [{ id: "cut", workCenter: "saw", run: 3 }] },
 *   ],
 * });
 * Array.from(schedule.operations, ({ job, start, end }) => `${job}: ${start} to ${end}`);
 * // => [
 * //   "desk: 2026-01-05T11:00 to 2026-01-06T09:00",
 * //   "shelf: 2026-01-05T08:00 to 2026-01-05T11:00",
 * // ]
 * schedule.jobs.at(0)?.late; // => 540
 * ```
 */
export function finiteLoading(input: FiniteLoadingInput): FiniteSchedule {
  const read = readShop(input);
  const shop = makeShop(read);
  return scheduleView(shop, loadShop(shop, read));
}
