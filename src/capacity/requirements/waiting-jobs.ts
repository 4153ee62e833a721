import { divideRatios } from "../../core/index.js";
import { near } from "../signed-ratio.js";
import type { LoadBuckets } from "./load-buckets.js";
import type { LoadSource } from "./load-source.js";
import { sharesOf } from "./load-table.js";

/** The jobs that load a work centre in a bucket; floating-point. */
export interface WaitingJobs {
  /** How many: each part of an operation counts by what of its load lies there. */
  count: number;
  /** Open minutes of their queues on average, counted likewise. */
  queueMinutes: number;
}

/** The jobs by work centre, then bucket; only where there is load. */
export function waitingJobs(
  source: LoadSource,
  buckets: LoadBuckets,
): readonly ReadonlyMap<number, WaitingJobs>[] {
  const jobs = source.workCenters.map(() => new Map<number, WaitingJobs>());
  for (let n = 0; n < source.length; n++) {
    const own = jobs[source.workCenter(n)];
    if (own === undefined) continue;
    for (const { bucket, load } of sharesOf(source, n, buckets)) {
      const sum = own.get(bucket) ?? { count: 0, queueMinutes: source.queue(n) };
      own.set(bucket, sum);
      const count = source.parts(n) * near(divideRatios(load, source.load(n)));
      sum.count += count;
      // By deviations, so that the mean of equal queues is just that.
      sum.queueMinutes += ((source.queue(n) - sum.queueMinutes) * count) / sum.count;
    }
  }
  return jobs;
}
