import type { LoadSource } from "../../capacity/index.js";
import { MINUTES_A_DAY, ONE, type Ratio, ratioOf } from "../../core/index.js";
import { openMinutesUpTo } from "../../routing/index.js";
import { NEVER, type WorkforceBuckets } from "./workforce-buckets.js";

/** A share of a piece of work. */
export interface WorkShare {
  readonly bucket: number;
  readonly share: Ratio;
}

const NO_SHARES: readonly WorkShare[] = [];

/** How a piece of work is dealt out to buckets: evenly on its minutes of work (K56). */
export function workShares(
  source: LoadSource,
  n: number,
  buckets: WorkforceBuckets,
): readonly WorkShare[] {
  if (source.workCenter(n) < 0 || source.load(n).num === 0n) return NO_SHARES;
  const [start, end] = [source.start(n), source.end(n)];
  if (Number.isNaN(start)) return [{ bucket: NEVER, share: ONE }];
  const first = buckets.at(start);
  const last = end > start ? buckets.at(end - 1) : first;
  if (first === last) return [{ bucket: first, share: ONE }];
  const time = source.workTime(source.workCenter(n));
  const begun = openMinutesUpTo(time, start);
  const all = BigInt(openMinutesUpTo(time, end) - begun);
  const shares: WorkShare[] = [];
  let before = begun;
  for (let bucket = first; bucket <= last; bucket++) {
    const until = bucket === last ? end : buckets.starts[bucket + 1]! * MINUTES_A_DAY;
    const passed = openMinutesUpTo(time, until);
    if (passed > before) shares.push({ bucket, share: ratioOf(BigInt(passed - before), all) });
    before = passed;
  }
  return shares;
}
