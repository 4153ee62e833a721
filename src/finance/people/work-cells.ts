import type { LoadSource } from "../../capacity/index.js";
import { multiplyRatios, ONE, type Ratio } from "../../core/index.js";
import { HourSum } from "./hour-sum.js";
import { workShares } from "./work-shares.js";
import type { WorkforceBuckets } from "./workforce-buckets.js";

/** Work at a work centre in a bucket, in standard hours. */
export interface WorkCell {
  readonly load: HourSum;
  /** Of the load. */
  readonly setup: HourSum;
}

/** By place of the work centre, then bucket; only where there is work. */
export type WorkCells = readonly ReadonlyMap<number, WorkCell>[];

/** Sums the work at all work centres by bucket, exactly. */
export function workCells(source: LoadSource, buckets: WorkforceBuckets): WorkCells {
  const cells = source.workCenters.map(() => new Map<number, WorkCell>());
  for (let n = 0; n < source.length; n++) {
    const own = cells[source.workCenter(n)];
    if (own === undefined) continue;
    for (const { bucket, share } of workShares(source, n, buckets)) {
      let cell = own.get(bucket);
      if (cell === undefined) {
        cell = { load: new HourSum(), setup: new HourSum() };
        own.set(bucket, cell);
      }
      cell.load.add(part(source.load(n), share));
      cell.setup.add(part(source.setup(n), share));
    }
  }
  return cells;
}

/** Most work is done in one bucket. */
export function part(hours: Ratio, share: Ratio): Ratio {
  return share === ONE ? hours : multiplyRatios(hours, share);
}
