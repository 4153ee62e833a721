import { bucketOfDay, type LedgerBucket } from "../ledger/ledger-bucket.js";

/** A column of a report. */
export interface InventoryBucket {
  readonly from: number;
  /** The day after the last. */
  readonly until: number;
}

/** The buckets of a horizon, and in which of them each of its days is. */
export interface InventoryBuckets {
  readonly startDay: number;
  readonly all: readonly InventoryBucket[];
  /** By days since the planning start. */
  readonly ofDay: Int32Array;
}

/** Cuts a horizon; without a bucket it is one. */
export function inventoryBuckets(
  span: { readonly startDay: number; readonly endDay: number },
  bucket: LedgerBucket | undefined,
  weekStart: number,
): InventoryBuckets {
  const { startDay, endDay } = span;
  const all: InventoryBucket[] = [];
  const ofDay = new Int32Array(endDay - startDay);
  for (let day = startDay; day < endDay; day++) {
    if (day >= (all.at(-1)?.until ?? startDay)) {
      all.push(
        bucket === undefined
          ? { from: startDay, until: endDay }
          : bucketOfDay(day, bucket, weekStart),
      );
    }
    ofDay[day - startDay] = all.length - 1;
  }
  return { startDay, all, ofDay };
}
