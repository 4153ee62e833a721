import { type Ratio, ratioOf } from "../../core/index.js";
import { roundedUnits } from "../money/rounding.js";
import { type AskedLeg, AskedLegs } from "./asked-legs.js";
import type { BucketOrdinals } from "./bucket-ordinals.js";
import type { CellIndex } from "./cell-index.js";
import type { CellSums } from "./cell-sums.js";
import { ColumnSums } from "./column-sums.js";
import type { Factor } from "./factor.js";
import { type GroupKeys, RowCodes, supplierOf } from "./group-keys.js";
import type { LedgerStream } from "./ledger-stream.js";
import type { Entry, LedgerAccount } from "./posting.js";
import type { PostingBatch, PostingLeg } from "./posting-batch.js";
import { type PostingRounding, roundedProduct } from "./posting-rounding.js";

const MOST = Number.MAX_SAFE_INTEGER;

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
  readonly #legs: AskedLegs;
  readonly #columns: ColumnSums;

  constructor(stream: LedgerStream, sign: 1 | -1, of: AdderOf) {
    this.#of = of;
    this.#stream = stream;
    this.#sign = sign;
    this.#rows = new RowCodes(of.keys, stream);
    this.#legs = new AskedLegs(of.accounts, of.keys);
    this.#columns = new ColumnSums(of.buckets);
    const { points, movements } = stream.parts.setting;
    this.#points = Int32Array.from(points, (point) => of.keys.pointOf(point));
    this.#items = Int32Array.from(points, ({ item }) => of.itemNumbers.get(item)!);
    this.#scales = Float64Array.from(
      points,
      (_, n) => 10 ** (of.decimals[this.#items[n]!]! - movements.decimals(n)),
    );
  }

  add(batch: PostingBatch): void {
    this.#columns.begin(batch);
    const asks = this.#of.round !== undefined || this.#rows.asks(batch.of);
    for (const asked of this.#legs.of(batch)) {
      if (asks || asked.isByRow) this.#addByRow(batch, asked);
      else this.#addByBucket(batch, asked);
    }
  }

  /** All rows of a leg have the same keys but for the day. */
  #addByBucket(batch: PostingBatch, { leg, code }: AskedLeg): void {
    const { sums } = this.#of;
    const { day, shift, parts } = leg;
    const point = leg.point === undefined ? this.#points[batch.point]! : 0;
    const row = this.#rows.of(null, 0);
    const sign = leg.sign * this.#sign;
    for (const { count, factor } of parts) {
      const found = this.#columns.of(batch, day, shift, count);
      const worth = batch.factors[factor]!;
      for (let k = 0; k < found.size; k++) {
        sums.add(this.#cell(found.ordinals[k]!, code, point, row), worth, sign * found.sums[k]!);
      }
    }
    const { quantity } = leg;
    const found = this.#columns.of(batch, day, shift, quantity ?? parts[0]!.count);
    for (let k = 0; k < found.size; k++) {
      const cell = this.#cell(found.ordinals[k]!, code, point, row);
      if (quantity === undefined) sums.withoutQuantity(cell);
      else this.#addQuantity(cell, batch.point, sign * found.sums[k]!);
    }
  }

  #addQuantity(cell: number, point: number, count: number): void {
    this.#of.sums.addQuantity(cell, this.#items[point]!, count * this.#scales[point]!);
  }

  #addByRow(batch: PostingBatch, asked: AskedLeg): void {
    const { keys, buckets } = this.#of;
    const { leg } = asked;
    const { rows, first, count, of, ref, times } = batch;
    const isByOrder = of === "order" && this.#rows.asks(of);
    const isByTaker = leg.supplier === "taker" && keys.legKeys.includes("supplier");
    let { code } = asked;
    for (let k = 0; k < count; k++) {
      const n = rows?.[first + k] ?? first + k;
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
    if (round !== undefined) this.#addRounded(cell, batch, leg, n, equal, orders, round);
    else {
      for (const { count, factor } of leg.parts) {
        sums.add(cell, batch.factors[factor]!, (sign * orders * count[n]!) / equal);
      }
    }
    if (leg.quantity === undefined) sums.withoutQuantity(cell);
    else this.#addQuantity(cell, batch.point, (sign * orders * leg.quantity[n]!) / equal);
  }

  #addRounded(
    cell: number,
    { factors }: PostingBatch,
    leg: PostingLeg,
    n: number,
    equal: number,
    orders: number,
    round: PostingRounding,
  ): void {
    const [first, ...others] = leg.parts;
    const each = first!.count[n]! / equal;
    let units: bigint | number | undefined;
    if (others.length === 0) units = roundedProduct(each, factors[first!.factor]!.ratio, round);
    if (units === undefined) {
      const amount = leg.parts.reduce<Ratio>(
        (sum, { count, factor }) => {
          const { num, den } = factors[factor]!.ratio;
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
