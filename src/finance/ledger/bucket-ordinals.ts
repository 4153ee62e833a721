import { type Day, formatDay } from "../../core/index.js";
import { bucketOfDay, type LedgerBucket } from "./ledger-bucket.js";

/** Days for which the ordinal of the bucket is looked up. */
const TABLE = 8192;

/** Numbers the buckets of a report: 0 holds the first day, and they ascend with time. */
export class BucketOrdinals {
  readonly #bucket: LedgerBucket | undefined;
  readonly #weekStart: number;
  readonly #first: Day;
  readonly #table: Int32Array;
  /** First days of buckets by ordinal, as far as they were found. */
  readonly #starts: Day[] = [];

  /** @param first - no day lies before it */
  constructor(bucket: LedgerBucket | undefined, weekStart: number, first: Day) {
    this.#bucket = bucket;
    this.#weekStart = weekStart;
    this.#first = first;
    this.#table = new Int32Array(TABLE);
    if (bucket === undefined) return;
    let day = first;
    while (day < first + TABLE) {
      const { from, until } = bucketOfDay(day, bucket, weekStart);
      this.#table.fill(this.#starts.length, day - first, Math.min(until - first, TABLE));
      this.#starts.push(from);
      day = until;
    }
  }

  of(day: Day): number {
    const place = day - this.#first;
    if (place >= 0 && place < this.#table.length) return this.#table[place]!;
    return this.#bucket === undefined ? 0 : this.#far(day, this.#bucket);
  }

  /** The first day of a bucket, and the day after its last; `null` without buckets. */
  spanOf(ordinal: number): { readonly from: string | null; readonly until: string | null } {
    if (this.#bucket === undefined) return { from: null, until: null };
    const start = this.#starts[ordinal]!;
    const { from, until } = bucketOfDay(start, this.#bucket, this.#weekStart);
    return { from: formatDay(from), until: formatDay(until) };
  }

  /** Payments may be years away: buckets are counted on, one after the other. */
  #far(day: Day, bucket: LedgerBucket): number {
    const starts = this.#starts;
    for (;;) {
      const { until } = bucketOfDay(starts.at(-1)!, bucket, this.#weekStart);
      if (day < until) break;
      starts.push(until);
    }
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
