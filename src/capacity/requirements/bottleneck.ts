import {
  Decimal,
  type ExactNumber,
  isIterable,
  isPlainObject,
  PlanningInputError,
} from "../../core/index.js";
import type { LoadProfile } from "./load-profile.js";

/** The work centre that is loaded the most, over the whole horizon. */
export interface Bottleneck {
  readonly workCenter: string;
  readonly site: string | null;
  /** What is past due counts, and what finds no open time here; not what waits in vain for other work. */
  readonly load: Decimal;
  readonly capacity: Decimal;
  /** Load in percent of capacity; `null` where the capacity is 0. */
  readonly percentage: Decimal | null;
}

/**
 * Finds the bottleneck: the work centre with the most load for its capacity over the horizon.
 *
 * @param profile - what {@link loadProfile} returned
 * @returns the work centre, by id among equal ones; `null` when nothing is loaded
 * @throws PlanningInputError when it is no load profile
 *
 * Source: rule C4; Hopp & Spearman, *Factory Physics*, "bottleneck rate": the process centre with the
 * highest long-term utilization.
 *
 * @example
 * ```ts
 * const [work, rest] = [{ from: "06:00", until: "14:00" }, { from: "08:00", until: "12:00" }];
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-01-08",
 *   workCenters: [{ id: "saw", shifts: [work] }, { id: "drill", shifts: [rest] }],
 *   items: [{ id: "leg" }],
 *   sources: [{ item: "leg", kind: "make", routing: "legs" }],
 *   routings: [
 *     {
 *       id: "legs",
 *       item: "leg",
 *       operations: [{ id: "10", workCenter: "saw", run: 1 }, { id: "20", workCenter: "drill", run: 1 }],
 *     },
 *   ],
 *   demands: [{ id: "d1", item: "leg", quantity: 4, due: "2026-01-08" }],
 * });
 * const found = bottleneck(loadProfile(plan, { bucket: "day" }));
 * `${found?.workCenter}: ${found?.percentage} %`; // => "drill: 25 %"
 * ```
 */
export function bottleneck(
  profile: Pick<LoadProfile, "rows" | "pastDue"> & Partial<Pick<LoadProfile, "neverDone">>,
): Bottleneck | null {
  refuseNoProfile(profile);
  const sums = new Map<string, { site: string | null; load: Decimal; capacity: Decimal }>();
  const add = (id: string, site: string | null, load: ExactNumber, capacity: ExactNumber) => {
    const sum = sums.get(id) ?? { site, load: new Decimal(0), capacity: new Decimal(0) };
    sums.set(id, {
      site,
      load: sum.load.plus(load),
      capacity: sum.capacity.plus(capacity),
    });
  };
  for (const { workCenter, site, load } of profile.pastDue) add(workCenter, site, load, 0);
  for (const { workCenter, site, load, waiting } of profile.neverDone ?? []) {
    add(workCenter, site, load.minus(waiting), 0);
  }
  for (const { workCenter, site, load, capacity } of profile.rows) {
    add(workCenter, site, load, capacity);
  }
  let most: Bottleneck | null = null;
  for (const [workCenter, { site, load, capacity }] of sums) {
    if (load.isZero()) continue;
    const percentage = capacity.isZero() ? null : load.times(100).div(capacity);
    const isMore =
      most === null ||
      (most.percentage !== null && (percentage === null || percentage.gt(most.percentage)));
    if (isMore) most = { workCenter, site, load, capacity, percentage };
  }
  return most;
}

/** A plan is the first thing that one would hand over. */
function refuseNoProfile(value: unknown): void {
  const { rows, pastDue } = isPlainObject(value) ? (value as Partial<LoadProfile>) : {};
  if (isIterable(rows) && isIterable(pastDue)) return;
  const message = "This is no load profile. Hand over what loadProfile has returned.";
  throw new PlanningInputError([{ code: "invalidType", path: ["profile"], message }]);
}
