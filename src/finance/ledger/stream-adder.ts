import { type Ratio, ratioOf } from "../../core/index.js";
import { roundedUnits } from "../money/rounding.js";
import type { BucketOrdinals } from "./bucket-ordinals.js";
import type { CellIndex } from "./cell-index.js";
import type { CellSums } from "./cell-sums.js";
import type { Factor } from "./factor.js";
import { type GroupKeys, RowCodes, supplierOf } from "./group-keys.js";
import type { LedgerStream } from "./ledger-stream.js";
import type { Entry, LedgerAccount } from "./posting.js";
import type { PostingBatch, PostingLeg } from "./posting-batch.js";
import { type PostingRounding, roundedProduct } from "./posting-rounding.js";

const MOST = Number.MAX_SAFE_INTEGER;

/** More sums are not looked through for one that is known. */
const MOST_KNOWN = 32;

/** Counts of a column of a batch by bucket. */
interface BucketSums {
  day: Int32Array;
  shift: number;
  count: Float64Array;
  /** Which rows of the columns, and how many. */
  rows: Int32Array | undefined;
  length: number;
  readonly ordinals: number[];
  readonly sums: number[];
}

/** Where postings are added, and under what. */
export interface AdderOf {
  readonly keys: GroupKeys;
  readonly buckets: BucketOrdinals;
  readonly accounts: ReadonlySet<LedgerAccount>;
  readonly index: CellIndex;
  readonly sums: CellSums;
  readonly round: PostingRounding | undefined;
  readonly unit: Factor;
  readonly pointCount: number;
  readonly decimals: readonly number[];
  readonly itemNumbers: ReadonlyMap<string, number>;
}

/** Adds the postings of one plan. */
export class StreamAdder {
  readonly #of: AdderOf;
  readonly #stream: LedgerStream;
  readonly #sign: 1 | -1;
  readonly #rows: RowCodes;
  /** By stocking point. */
  readonly #points: Int32Array;
  readonly #items: Int32Array;
  readonly #scales: Float64Array;
  /** Sums of the batch at hand. */
  readonly #known: BucketSums[] = [];
  #knownCount = 0;
  #lastPoint = -1;
  #lastRef: Int32Array | undefined;
  #scratch = new Float64Array(256);
  #isTouched = new Uint8Array(256);

  constructor(stream: LedgerStream, sign: 1 | -1, of: AdderOf) {
    this.#of = of;
    this.#stream = stream;
    this.#sign = sign;
    this.#rows = new RowCodes(of.keys, stream);
    const { points, movements } = stream.parts.setting;
    this.#points = Int32Array.from(points, (point) => of.keys.pointOf(point));
    this.#items = Int32Array.from(points, ({ item }) => of.itemNumbers.get(item)!);
    this.#scales = Float64Array.from(
      points,
      (_, n) => 10 ** (of.decimals[this.#items[n]!]! - movements.decimals(n)),
    );
  }

  add(batch: PostingBatch): void {
    const { accounts, keys, round } = this.#of;
    this.#forget(batch);
    for (const leg of batch.legs) {
      if (!accounts.has(leg.account)) continue;
      const isByRow =
        this.#rows.asks(batch.of) ||
        (leg.point !== undefined && keys.pointKeys.length > 0) ||
        (leg.supplier === "taker" && keys.legKeys.includes("supplier"));
      if (isByRow || round !== undefined) this.#addByRow(batch, leg);
      else this.#addByBucket(batch, leg);
    }
  }

  /** Batches of one list of a stocking point have columns alike, which hold until the next list. */
  #forget({ point, ref }: PostingBatch): void {
    const isSame = this.#lastPoint === point && this.#lastRef === ref;
    if (isSame && this.#knownCount < MOST_KNOWN) return;
    this.#knownCount = 0;
    this.#lastPoint = point;
    this.#lastRef = ref;
  }

  /** All rows of a leg have the same keys but for the day. */
  #addByBucket(batch: PostingBatch, leg: PostingLeg): void {
    const { keys, sums } = this.#of;
    const code = keys.legOf(leg, leg.supplier === "taker" ? null : leg.supplier);
    const point = leg.point === undefined ? this.#points[batch.point]! : 0;
    const row = this.#rows.of(null, 0);
    const sign = leg.sign * this.#sign;
    for (const { count, factor } of leg.parts) {
      const found = this.#sumsOf(batch, leg, count);
      for (let k = 0; k < found.ordinals.length; k++) {
        sums.add(this.#cell(found.ordinals[k]!, code, point, row), factor, sign * found.sums[k]!);
      }
    }
    const quantity = leg.quantity && this.#sumsOf(batch, leg, leg.quantity);
    const ordinals = quantity?.ordinals ?? this.#sumsOf(batch, leg, leg.parts[0]!.count).ordinals;
    for (let k = 0; k < ordinals.length; k++) {
      const cell = this.#cell(ordinals[k]!, code, point, row);
      if (quantity === undefined) sums.withoutQuantity(cell);
      else this.#addQuantity(cell, batch.point, sign * quantity.sums[k]!);
    }
  }

  #addQuantity(cell: number, point: number, count: number): void {
    this.#of.sums.addQuantity(cell, this.#items[point]!, count * this.#scales[point]!);
  }

  /** The counts of a column by bucket, found once for all legs of the same rows. */
  #sumsOf(batch: PostingBatch, { day, shift }: PostingLeg, count: Float64Array): BucketSums {
    for (let k = 0; k < this.#knownCount; k++) {
      const one = this.#known[k]!;
      if (
        one.count === count &&
        one.day === day &&
        one.shift === shift &&
        one.rows === batch.rows &&
        one.length === batch.count
      )
        return one;
    }
    // Used again by the next batch: many are made.
    const { rows, count: length } = batch;
    this.#known[this.#knownCount] ??= { day, shift, count, rows, length, ordinals: [], sums: [] };
    const found = this.#known[this.#knownCount++]!;
    found.day = day;
    found.shift = shift;
    found.count = count;
    found.rows = rows;
    found.length = length;
    this.#sumInto(found, batch);
    return found;
  }

  #sumInto({ day, shift, count, ordinals, sums }: BucketSums, batch: PostingBatch): void {
    const { rows, count: length } = batch;
    const { buckets } = this.#of;
    const full: number[] = [];
    ordinals.length = 0;
    sums.length = 0;
    for (let k = 0; k < length; k++) {
      const n = rows === undefined ? k : rows[k]!;
      const ordinal = buckets.of(day[n]! + shift);
      if (ordinal >= this.#scratch.length) this.#growScratch(ordinal);
      if (this.#isTouched[ordinal] === 0) {
        this.#isTouched[ordinal] = 1;
        this.#scratch[ordinal] = count[n]!;
        ordinals.push(ordinal);
        continue;
      }
      const sum = this.#scratch[ordinal]! + count[n]!;
      if (sum <= MOST && sum >= -MOST) this.#scratch[ordinal] = sum;
      else {
        full.push(ordinal, this.#scratch[ordinal]!);
        this.#scratch[ordinal] = count[n]!;
      }
    }
    for (const ordinal of ordinals) {
      sums.push(this.#scratch[ordinal]!);
      this.#isTouched[ordinal] = 0;
    }
    for (let k = 0; k < full.length; k += 2) {
      ordinals.push(full[k]!);
      sums.push(full[k + 1]!);
    }
  }

  #growScratch(ordinal: number): void {
    const longer = new Float64Array(2 * ordinal);
    longer.set(this.#scratch);
    this.#scratch = longer;
    const flags = new Uint8Array(2 * ordinal);
    flags.set(this.#isTouched);
    this.#isTouched = flags;
  }

  #addByRow(batch: PostingBatch, leg: PostingLeg): void {
    const { keys, buckets } = this.#of;
    const { rows, count, of, ref, times } = batch;
    const isByOrder = of === "order" && this.#rows.asks(of);
    const isByTaker = leg.supplier === "taker" && keys.legKeys.includes("supplier");
    let code = keys.legOf(leg, leg.supplier === "taker" ? null : leg.supplier);
    for (let k = 0; k < count; k++) {
      const n = rows === undefined ? k : rows[k]!;
      const ordinal = buckets.of(leg.day[n]! + leg.shift);
      const point = this.#points[leg.point === undefined ? batch.point : leg.point[n]!]!;
      if (isByTaker) code = keys.legOf(leg, supplierOf(this.#stream, leg, batch, n));
      const equal = times?.[n] ?? 1;
      if (!isByOrder || equal === 1) {
        const cell = this.#cell(ordinal, code, point, this.#rows.of(of, ref[n]!));
        this.#addRow(cell, batch, leg, n, equal, equal);
        continue;
      }
      for (let repeat = 0; repeat < equal; repeat++) {
        const cell = this.#cell(ordinal, code, point, this.#rows.of(of, ref[n]! + repeat));
        this.#addRow(cell, batch, leg, n, equal, 1);
      }
    }
  }

  /** Adds so many of the equal orders of a row. */
  #addRow(
    cell: number,
    batch: PostingBatch,
    leg: PostingLeg,
    n: number,
    equal: number,
    orders: number,
  ): void {
    const { sums, round } = this.#of;
    const sign = leg.sign * this.#sign;
    if (round !== undefined) this.#addRounded(cell, leg, n, equal, orders, round);
    else {
      for (const { count, factor } of leg.parts) {
        sums.add(cell, factor, (sign * orders * count[n]!) / equal);
      }
    }
    if (leg.quantity === undefined) sums.withoutQuantity(cell);
    else this.#addQuantity(cell, batch.point, (sign * orders * leg.quantity[n]!) / equal);
  }

  #addRounded(
    cell: number,
    leg: PostingLeg,
    n: number,
    equal: number,
    orders: number,
    round: PostingRounding,
  ): void {
    const [first, ...others] = leg.parts;
    const each = first!.count[n]! / equal;
    let units: bigint | number | undefined;
    if (others.length === 0) units = roundedProduct(each, first!.factor.ratio, round);
    if (units === undefined) {
      const amount = leg.parts.reduce<Ratio>(
        (sum, { count, factor }) => {
          const { num, den } = factor.ratio;
          return plus(sum, { num: num * BigInt(count[n]! / equal), den });
        },
        { num: 0n, den: 1n },
      );
      units = roundedUnits(ratioOf(amount.num, amount.den), round);
    }
    const total = Number(units) * orders;
    const sign = leg.sign * this.#sign;
    if (Math.abs(total) <= MOST) this.#of.sums.add(cell, this.#of.unit, sign * total);
    else {
      const exact = BigInt(units) * BigInt(orders) * BigInt(sign);
      this.#of.sums.addRatio(cell, ratioOf(exact, this.#of.unit.ratio.den));
    }
  }

  addEntry(entry: Entry): void {
    const { keys, buckets, sums, round, unit } = this.#of;
    const cell = this.#cell(
      buckets.of(entry.day),
      keys.legOf(entry, entry.supplier),
      keys.pointOf(entry),
      keys.rowOf(entry),
    );
    const amount =
      round === undefined
        ? entry.amount
        : ratioOf(roundedUnits(entry.amount, round), unit.ratio.den);
    sums.addRatio(cell, { num: amount.num * BigInt(this.#sign), den: amount.den });
    sums.withoutQuantity(cell);
  }

  #cell(ordinal: number, leg: number, point: number, row: number): number {
    const { keys, index, pointCount, sums } = this.#of;
    const cell = index.of((ordinal * keys.legCount + leg) * pointCount + point, row);
    sums.reserve(index.count);
    return cell;
  }
}

function plus(a: Ratio, b: Ratio): Ratio {
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}
