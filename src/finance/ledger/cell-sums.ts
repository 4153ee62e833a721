import { addRatios, type Ratio, ratioOf } from "../../core/index.js";
import type { Factor } from "./factor.js";
import { LimbSums } from "./limb-sums.js";
import { WideSum } from "./wide-sum.js";

const NOTHING: Ratio = { num: 0n, den: 1n };
const MOST = Number.MAX_SAFE_INTEGER;

/** Sums over more denominators are not kept side by side. */
const MOST_DENOMINATORS = 4;

/** No quantity came yet. */
const NONE_YET = -2;
/** Something came that is of no quantity, or of another item. */
const OF_NONE = -1;

/**
 * Exact sums by cell: amounts as counts × factors, and quantities of one item. While one factor is added to
 * a cell after the other time and again, only its count grows.
 */
export class CellSums {
  readonly #factor: (Factor | undefined)[] = [];
  #count = new Float64Array(64);
  #item: Int32Array = new Int32Array(64).fill(NONE_YET);
  #quantity = new Float64Array(64);
  /** Sums of several factors, by the denominator of these; what is too long for them stands apart. */
  readonly #limbs: LimbSums[] = [];
  readonly #wide: (WideSum | undefined)[] = [];
  readonly #bigQuantity = new Map<number, bigint>();

  /** Makes room for cells up to a number. */
  reserve(cells: number): void {
    if (cells <= this.#count.length) return;
    const capacity = Math.max(cells, 2 * this.#count.length);
    const before = this.#count.length;
    this.#count = grown(this.#count, new Float64Array(capacity));
    this.#item = grown(this.#item, new Int32Array(capacity)).fill(NONE_YET, before);
    this.#quantity = grown(this.#quantity, new Float64Array(capacity));
  }

  /** Adds count × factor. @param count - a safe integer */
  add(cell: number, factor: Factor, count: number): void {
    const before = this.#factor[cell];
    if (before === factor) {
      const sum = this.#count[cell]! + count;
      if (sum <= MOST && sum >= -MOST) {
        this.#count[cell] = sum;
        return;
      }
    }
    if (before !== undefined) this.#settle(cell, before);
    this.#factor[cell] = factor;
    this.#count[cell] = count;
  }

  addRatio(cell: number, ratio: Ratio): void {
    this.#wideOf(cell).addRatio(ratio);
  }

  /** Adds a quantity of an item, in counts. */
  addQuantity(cell: number, item: number, count: number): void {
    const before = this.#item[cell]!;
    if (before === OF_NONE) return;
    if (before === NONE_YET) {
      this.#item[cell] = item;
      this.#quantity[cell] = count;
      return;
    }
    if (before !== item) {
      this.#item[cell] = OF_NONE;
      return;
    }
    const sum = this.#quantity[cell]! + count;
    if (sum <= MOST && sum >= -MOST) this.#quantity[cell] = sum;
    else {
      const big = (this.#bigQuantity.get(cell) ?? 0n) + BigInt(this.#quantity[cell]!);
      this.#bigQuantity.set(cell, big);
      this.#quantity[cell] = count;
    }
  }

  /** Says that something of a cell is of no quantity. */
  withoutQuantity(cell: number): void {
    this.#item[cell] = OF_NONE;
  }

  /** The item of all quantities of a cell; −1 where there is none such. */
  itemOf(cell: number): number {
    const item = this.#item[cell]!;
    return item === NONE_YET ? OF_NONE : item;
  }

  /** In counts; a number where it is a safe integer. */
  quantityOf(cell: number): number | bigint {
    const big = this.#bigQuantity.get(cell);
    const count = this.#quantity[cell]!;
    return big === undefined ? count : big + BigInt(count);
  }

  /** The one product that a cell is; `undefined` where it is more. */
  productOf(cell: number): { readonly factor: Factor; readonly count: number } | undefined {
    const factor = this.#factor[cell];
    if (factor === undefined || this.#wide[cell] !== undefined) return undefined;
    if (this.#limbs.some((sums) => sums.numeratorOf(cell) !== undefined)) return undefined;
    return { factor, count: this.#count[cell]! };
  }

  /** The exact amount of a cell. */
  amountOf(cell: number): Ratio {
    const one = this.productOf(cell);
    if (one !== undefined) {
      const { num, den } = one.factor.ratio;
      return ratioOf(num * BigInt(one.count), den);
    }
    const factor = this.#factor[cell];
    if (factor !== undefined) this.#settle(cell, factor);
    let total = this.#wide[cell]?.total() ?? NOTHING;
    for (const sums of this.#limbs) {
      const num = sums.numeratorOf(cell);
      if (num === undefined) continue;
      const sum = ratioOf(num, sums.den);
      total = total.num === 0n ? sum : addRatios(total, sum);
    }
    return total;
  }

  #settle(cell: number, factor: Factor): void {
    const count = this.#count[cell]!;
    if (count !== 0) this.#addProduct(cell, factor, count);
    this.#factor[cell] = undefined;
    this.#count[cell] = 0;
  }

  #addProduct(cell: number, factor: Factor, count: number): void {
    for (const sums of this.#limbs) {
      if (sums.takes(factor)) {
        sums.add(cell, factor, count);
        return;
      }
    }
    const own = this.#limbs.length < MOST_DENOMINATORS ? new LimbSums(factor.class) : undefined;
    if (own?.takes(factor) === true) {
      this.#limbs.push(own);
      own.add(cell, factor, count);
    } else this.#wideOf(cell, factor).add(factor, count);
  }

  #wideOf(cell: number, factor?: Factor): WideSum {
    let wide = this.#wide[cell];
    if (wide === undefined) {
      wide = new WideSum(factor?.class ?? { den: 1n });
      this.#wide[cell] = wide;
    }
    return wide;
  }
}

function grown<Column extends Int32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
