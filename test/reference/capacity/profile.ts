/** Load against capacity by centre and bucket (K56). */
import { type Day, dayText } from "../calendar.js";
import type { Fraction } from "../numbers.js";
import { compareFractions, fraction, minus, over, plus, times, ZERO } from "../numbers.js";
import type { Problem } from "../problem.js";
import { siteOf } from "../problem.js";
import type { Bucket } from "./buckets.js";
import { endOfBucket } from "./buckets.js";
import { exactText } from "./hours-text.js";
import type { ByDay } from "./load.js";
import { capacityOn } from "./load.js";
import type { WorkCenterRow } from "./rows.js";
import type { WorkTime } from "./work-time.js";

/** What a centre is loaded with. */
export interface CenterLoad {
  center: WorkCenterRow;
  time: WorkTime;
  load: ByDay;
  setup: ByDay;
}

export interface ReferenceLoad {
  workCenter: string;
  site: string;
  from: string;
  until: string;
  load: string;
  setup: string;
  capacity: string;
  free: string;
  /** Null where there is no capacity. */
  percentage: string | null;
  overload: string;
}

interface BucketLoad {
  of: CenterLoad;
  from: Day;
  until: Day;
  load: Fraction;
  setup: Fraction;
  capacity: Fraction;
}

function sumIn(byDay: ByDay, from: Day, until: Day): Fraction {
  return [...byDay]
    .filter(([day]) => from <= day && day < until)
    .reduce((sum, [, hours]) => plus(sum, hours), ZERO);
}

/** From T0 to the later of the horizon's end and the last load. */
function bucketsOf(problem: Problem, loads: readonly CenterLoad[], bucket: Bucket): BucketLoad[] {
  const { startDay, horizonDay, conventions } = problem;
  const days = loads.flatMap(({ load }) => [...load.keys()]);
  const last = Math.max(horizonDay, ...days);
  const rows: BucketLoad[] = [];
  for (const of of loads) {
    for (let from = startDay; from <= last; ) {
      const until = endOfBucket(bucket, from, conventions.weekStart);
      let capacity = ZERO;
      for (let day = from; day < until; day++) {
        capacity = plus(capacity, capacityOn(of.center, of.time, day));
      }
      const load = sumIn(of.load, from, until);
      rows.push({ of, from, until, load, setup: sumIn(of.setup, from, until), capacity });
      from = until;
    }
  }
  return rows;
}

const noLess = (hours: Fraction) => (hours.num < 0n ? ZERO : hours);

export function profileOf(
  problem: Problem,
  loads: readonly CenterLoad[],
  bucket: Bucket,
): ReferenceLoad[] {
  return bucketsOf(problem, loads, bucket).map(({ of, from, until, load, setup, capacity }) => ({
    workCenter: of.center.id,
    site: siteOf(problem, of.center),
    from: dayText(from),
    until: dayText(until),
    load: exactText(load),
    setup: exactText(setup),
    capacity: exactText(capacity),
    free: exactText(noLess(minus(capacity, load))),
    percentage:
      capacity.num === 0n ? null : exactText(times(over(load, capacity), fraction(100n, 1n))),
    overload: exactText(noLess(minus(load, capacity))),
  }));
}

/** What lies before T0, by centre. */
export function pastDueOf(problem: Problem, loads: readonly CenterLoad[]) {
  return loads.map(({ center, load, setup }) => ({
    workCenter: center.id,
    site: siteOf(problem, center),
    load: exactText(sumIn(load, -Infinity, problem.startDay)),
    setup: exactText(sumIn(setup, -Infinity, problem.startDay)),
  }));
}

/** A message for each bucket whose load is above its capacity. */
export function overloadsOf(problem: Problem, loads: readonly CenterLoad[], bucket: Bucket) {
  return bucketsOf(problem, loads, bucket)
    .filter(({ load, capacity }) => compareFractions(load, capacity) > 0)
    .map(({ of, from, until, load, capacity }) => ({
      code: "overload",
      workCenter: of.center.id,
      site: siteOf(problem, of.center),
      from: dayText(from),
      until: dayText(until),
      load: exactText(load),
      capacity: exactText(capacity),
      excess: exactText(minus(load, capacity)),
      percentage:
        capacity.num === 0n ? null : exactText(times(over(load, capacity), fraction(100n, 1n))),
    }));
}
