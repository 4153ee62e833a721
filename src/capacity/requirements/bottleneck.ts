import { compareText, Decimal, type ExactNumber, workOn } from "../../core/index.js";
import type { LoadProfile } from "./load-profile.js";

type Profile = Pick<LoadProfile, "rows" | "pastDue"> & Partial<Pick<LoadProfile, "neverDone">>;

const NONE = new Decimal(0);

/**
 * Rows are rounded to 60 digits: of shares that are equal the sums differ by less than this part of them. Those
 * of a plan that are not equal lie farther apart, unless their denominators have some 25 digits.
 */
const ROUNDING = new Decimal("1e-50");

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
export function bottleneck(profile: Profile): Bottleneck | null {
  return mostLoaded(workOn(profile, "profile", "what loadProfile returned", sumsOf));
}

interface Sum {
  readonly site: string | null;
  readonly load: Decimal;
  readonly capacity: Decimal;
}

/** By work centre: its load and capacity over the horizon. */
function sumsOf({ rows, pastDue, neverDone = [] }: Profile): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>();
  const add = (id: string, site: string | null, load: Decimal, capacity: Decimal) => {
    if (typeof id !== "string" || id === "") throw new RangeError("no work centre");
    const sum = sums.get(id);
    sums.set(id, {
      site,
      load: sum === undefined ? load : sum.load.plus(load),
      capacity: sum === undefined ? capacity : sum.capacity.plus(capacity),
    });
  };
  for (const { workCenter, site, load } of pastDue) add(workCenter, site, hours(load), NONE);
  for (const { workCenter, site, load, waiting } of neverDone) {
    add(workCenter, site, hours(hours(load).minus(hours(waiting))), NONE);
  }
  for (const { workCenter, site, load, capacity } of rows) {
    add(workCenter, site, hours(load), hours(capacity));
  }
  return sums;
}

/** A figure of a profile, which is a text when the profile went through JSON. @throws when it is none */
function hours(value: ExactNumber): Decimal {
  const figure = new Decimal(value);
  if (figure.isFinite() && !figure.lt(0)) return figure;
  throw new RangeError("no hours");
}

function mostLoaded(sums: ReadonlyMap<string, Sum>): Bottleneck | null {
  const inOrder = [...sums].sort(([a], [b]) => compareText(a, b));
  let most: Bottleneck | null = null;
  for (const [workCenter, { site, load, capacity }] of inOrder) {
    if (load.isZero()) continue;
    const percentage = capacity.isZero() ? null : load.times(100).div(capacity);
    if (most === null || isMore(percentage, most.percentage)) {
      most = { workCenter, site, load, capacity, percentage };
    }
  }
  return most;
}

/** Whether a share is larger than another, by more than rounding; one of no capacity is the largest. */
function isMore(percentage: Decimal | null, than: Decimal | null): boolean {
  if (percentage === null || than === null) return percentage === null && than !== null;
  return percentage.minus(than).gt(than.times(ROUNDING));
}
