import {
  type Bucket,
  bucketStart,
  type Day,
  MINUTES_A_DAY,
  type Minute,
} from "../../core/index.js";

/** Buckets from T0 on; the first begins with it, the others where a day, week or month does. */
export interface LoadBuckets {
  /** The first day of each, and the day after the last. */
  readonly starts: readonly Day[];
  /** The bucket that a minute lies in; −1 before T0. */
  at(minute: Minute): number;
}

/** Buckets up to the one that holds a day. */
export function loadBuckets(
  startDay: Day,
  lastDay: Day,
  bucket: Bucket,
  weekStart: number,
): LoadBuckets {
  const starts = [startDay];
  for (let next = startDay; next <= lastDay; ) {
    next = bucketStart(next, bucket, 1, weekStart);
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
