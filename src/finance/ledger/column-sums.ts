import type { BucketOrdinals } from "./bucket-ordinals.js";
import type { PostingBatch } from "./posting-batch.js";

const MOST = Number.MAX_SAFE_INTEGER;

/** More sums are not looked through for one that is known. */
const MOST_KNOWN = 32;

/** Counts of a column by bucket: a bucket with a long sum may stand twice. */
export interface BucketSums {
  /** How many; the lists may be longer. */
  readonly size: number;
  readonly ordinals: readonly number[];
  readonly sums: readonly number[];
}

/** Which rows of which columns were summed. */
class Summed implements BucketSums {
  day: Int32Array | undefined;
  shift = 0;
  column: Float64Array | undefined;
  rows: Int32Array | undefined;
  first = 0;
  count = 0;
  size = 0;
  readonly ordinals: number[] = [];
  readonly sums: number[] = [];
}

/** Sums columns of batches by bucket, once for all that ask for the same rows. */
export class ColumnSums {
  readonly #buckets: BucketOrdinals;
  /** Those of the list of a stocking point at hand; used again for the next. */
  readonly #known: Summed[] = [];
  #knownCount = 0;
  #lastPoint = -1;
  #lastRef: Int32Array | undefined;
  #scratch = new Float64Array(256);
  #isTouched = new Uint8Array(256);

  constructor(buckets: BucketOrdinals) {
    this.#buckets = buckets;
  }

  /** Batches of one list of a stocking point have columns alike, which hold until the next list. */
  begin({ point, ref }: PostingBatch): void {
    const isSame = this.#lastPoint === point && this.#lastRef === ref;
    if (isSame && this.#knownCount < MOST_KNOWN) return;
    this.#knownCount = 0;
    this.#lastPoint = point;
    this.#lastRef = ref;
  }

  /** The counts of a column by the buckets of days, so many days later. */
  of(
    { rows, first, count }: PostingBatch,
    day: Int32Array,
    shift: number,
    column: Float64Array,
  ): BucketSums {
    for (let k = 0; k < this.#knownCount; k++) {
      const one = this.#known[k]!;
      if (
        one.column === column &&
        one.day === day &&
        one.shift === shift &&
        one.rows === rows &&
        one.first === first &&
        one.count === count
      )
        return one;
    }
    this.#known[this.#knownCount] ??= new Summed();
    const found = this.#known[this.#knownCount++]!;
    found.day = day;
    found.shift = shift;
    found.column = column;
    found.rows = rows;
    found.first = first;
    found.count = count;
    found.size = 0;
    this.#sum(found, day, column);
    return found;
  }

  /** Rows mostly stand by day, so that many of one bucket follow each other. */
  #sum(found: Summed, day: Int32Array, column: Float64Array): void {
    const { rows, first, count, shift, ordinals, sums } = found;
    const buckets = this.#buckets;
    let last = -1;
    let sum = 0;
    for (let k = first, end = first + count; k < end; k++) {
      const n = rows === undefined ? k : rows[k]!;
      const ordinal = buckets.of(day[n]! + shift);
      const next = sum + column[n]!;
      if (ordinal === last && next <= MOST && next >= -MOST) {
        sum = next;
        continue;
      }
      if (last >= 0) this.#put(found, last, sum);
      last = ordinal;
      sum = column[n]!;
    }
    if (last >= 0) this.#put(found, last, sum);
    for (let k = 0; k < found.size; k++) {
      const ordinal = ordinals[k]!;
      if (this.#isTouched[ordinal] === 0) continue;
      sums[k] = this.#scratch[ordinal]!;
      this.#isTouched[ordinal] = 0;
    }
  }

  /** What does not fit into the sum of a bucket stands by itself, behind it. */
  #put(found: Summed, ordinal: number, sum: number): void {
    if (ordinal >= this.#scratch.length) this.#grow(ordinal);
    const isFirst = this.#isTouched[ordinal] === 0;
    const next = isFirst ? sum : this.#scratch[ordinal]! + sum;
    if (next <= MOST && next >= -MOST) {
      this.#scratch[ordinal] = next;
      if (!isFirst) return;
      this.#isTouched[ordinal] = 1;
    }
    // Kept from before: many are summed, and lists that are emptied are made anew.
    found.ordinals[found.size] = ordinal;
    found.sums[found.size++] = sum;
  }

  #grow(ordinal: number): void {
    const longer = new Float64Array(2 * ordinal);
    longer.set(this.#scratch);
    this.#scratch = longer;
    const flags = new Uint8Array(2 * ordinal);
    flags.set(this.#isTouched);
    this.#isTouched = flags;
  }
}
