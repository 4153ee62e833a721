import { MINUTES_A_DAY, multiplyRatios, type Ratio, ratioOf } from "../../core/index.js";
import { type OperationDates, openMinutesUpTo, type TimedOperation } from "../../routing/index.js";
import type { LoadBuckets } from "../requirements/load-buckets.js";

/** The load of an operation in a bucket. */
export interface BucketLoad {
  readonly bucket: number;
  readonly load: Ratio;
}

/** The load of an operation by bucket: even over the minutes in which it is worked (K56). */
export function loadShares(
  { workCenter, load }: TimedOperation,
  { start, end }: OperationDates,
  buckets: LoadBuckets,
): readonly BucketLoad[] {
  if (workCenter === undefined || load.num === 0n) return [];
  const first = buckets.at(start);
  const last = end > start ? buckets.at(end - 1) : first;
  if (first === last) return [{ bucket: first, load }];
  const { workTime } = workCenter;
  let passed = openMinutesUpTo(workTime, start);
  const all = BigInt(openMinutesUpTo(workTime, end) - passed);
  const shares: BucketLoad[] = [];
  for (let bucket = first; bucket <= last; bucket++) {
    const until = bucket === last ? end : buckets.starts[bucket + 1]! * MINUTES_A_DAY;
    const now = openMinutesUpTo(workTime, until);
    const part = ratioOf(BigInt(now - passed), all);
    if (now > passed) shares.push({ bucket, load: multiplyRatios(load, part) });
    passed = now;
  }
  return shares;
}
