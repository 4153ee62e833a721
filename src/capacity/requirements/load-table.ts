import {
  type Bucket,
  MINUTES_A_DAY,
  type Minute,
  multiplyRatios,
  type Ratio,
  ratioOf,
} from "../../core/index.js";
import { openMinutesUpTo } from "../../routing/index.js";
import { FractionSum } from "../fraction-sum.js";
import { type LoadBuckets, loadBuckets } from "./load-buckets.js";
import type { LoadSource } from "./load-source.js";

/** Before the first bucket. */
export const PAST_DUE = -1;
/** Without a place in time. */
export const NEVER = -2;

/** Load and set-up of a work centre in a bucket. */
export interface LoadCell {
  readonly load: FractionSum;
  readonly setup: FractionSum;
  /** Of the load: what only waits in vain for other work. */
  readonly vain: FractionSum;
}

/** A share of a piece of work. */
export interface LoadShare {
  readonly bucket: number;
  readonly load: Ratio;
  readonly setup: Ratio;
}

/** Loads by work centre and bucket, summed exactly (K56). */
export interface LoadTable {
  readonly buckets: LoadBuckets;
  /** By work centre, then bucket; only where there is load. */
  readonly cells: readonly ReadonlyMap<number, LoadCell>[];
}

/** Deals out all work to buckets, from T0 to the later of the horizon's end and the last load. */
export function loadTable(source: LoadSource, bucket: Bucket): LoadTable {
  const buckets = bucketsOf(source, bucket);
  const cells = source.workCenters.map(() => new Map<number, LoadCell>());
  for (let n = 0; n < source.length; n++) {
    const center = source.workCenter(n);
    if (center < 0) continue;
    for (const { bucket: place, load, setup } of sharesOf(source, n, buckets)) {
      const cell = cells[center]!.get(place) ?? {
        load: new FractionSum(),
        setup: new FractionSum(),
        vain: new FractionSum(),
      };
      cells[center]!.set(place, cell);
      cell.load.add(load);
      if (place === NEVER && source.isVain(n)) cell.vain.add(load);
      if (setup.num !== 0n) cell.setup.add(setup);
    }
  }
  return { buckets, cells };
}

/** The buckets of all that is worked. */
export function bucketsOf(source: LoadSource, bucket: Bucket): LoadBuckets {
  const { startDay, horizonEndDay, weekStart } = source;
  let last: Minute = horizonEndDay * MINUTES_A_DAY;
  for (let n = 0; n < source.length; n++) {
    const end = source.end(n);
    if (end - 1 > last && source.workCenter(n) >= 0 && end > source.start(n)) last = end - 1;
  }
  return loadBuckets(startDay, Math.floor(last / MINUTES_A_DAY), bucket, weekStart);
}

/** The load of a piece of work in each bucket: even over the minutes in which it is worked. */
export function sharesOf(
  source: LoadSource,
  n: number,
  buckets: LoadBuckets,
): readonly LoadShare[] {
  const [start, end] = [source.start(n), source.end(n)];
  const [load, setup] = [source.load(n), source.setup(n)];
  if (Number.isNaN(start)) return load.num === 0n ? [] : [{ bucket: NEVER, load, setup }];
  const first = buckets.at(start);
  const last = end > start ? buckets.at(end - 1) : first;
  if (first === last) return load.num === 0n ? [] : [{ bucket: first, load, setup }];
  const time = source.workTime(source.workCenter(n));
  const begun = openMinutesUpTo(time, start);
  const all = BigInt(openMinutesUpTo(time, end) - begun);
  const shares: LoadShare[] = [];
  let before = begun;
  for (let bucket = first; bucket <= last; bucket++) {
    const until = bucket === last ? end : buckets.starts[bucket + 1]! * MINUTES_A_DAY;
    const passed = openMinutesUpTo(time, until);
    if (passed > before) {
      const share = ratioOf(BigInt(passed - before), all);
      shares.push({
        bucket,
        load: multiplyRatios(load, share),
        setup: multiplyRatios(setup, share),
      });
    }
    before = passed;
  }
  return shares;
}
