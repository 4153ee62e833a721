import type { LoadSource } from "../../capacity/index.js";
import type { Day, Minute } from "../../core/index.js";
import { MINUTES_A_DAY } from "../../core/index.js";
import { bucketOfDay, type LedgerBucket } from "../ledger/ledger-bucket.js";

/** Before the first bucket. */
export const PAST_DUE = -1;
/** Without a place in time. */
export const NEVER = -2;

/** Buckets from the planning start on, with which the first begins (K56). */
export interface WorkforceBuckets {
  /** The first day of each, and the day after the last. */
  readonly starts: readonly Day[];
  /** The bucket of a minute; {@link PAST_DUE} before the first. */
  at(minute: Minute): number;
}

/** Buckets up to the later of the horizon's end and the last work. */
export function workforceBuckets(source: LoadSource, bucket: LedgerBucket): WorkforceBuckets {
  const { startDay, horizonEndDay, weekStart } = source;
  let last: Minute = horizonEndDay * MINUTES_A_DAY;
  for (let n = 0; n < source.length; n++) {
    const end = source.end(n);
    if (end - 1 > last && source.workCenter(n) >= 0 && end > source.start(n)) last = end - 1;
  }
  const lastDay = Math.floor(last / MINUTES_A_DAY);
  const starts = [startDay];
  for (let next = startDay; next <= lastDay; ) {
    next = bucketOfDay(next, bucket, weekStart).until;
    starts.push(next);
  }
  return { starts, at: (minute) => lastNotAfter(starts, Math.floor(minute / MINUTES_A_DAY)) };
}

function lastNotAfter(starts: readonly Day[], day: Day): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
