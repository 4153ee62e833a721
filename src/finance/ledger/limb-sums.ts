import { type Factor, type FactorClass, LIMB_BITS } from "./factor.js";

const LIMB = 2 ** LIMB_BITS;
const SHIFT = BigInt(LIMB_BITS);
/** From here on a limb is carried, so that with one product more it is still exact. */
const FULL = 2 ** 52;
/** A count, which is a safe integer, has as many. */
const OF_COUNT = 3;
/** Of a price over its denominator. */
const OF_PRICE = 5;

/** Exact sums of products of counts and factors of one denominator, in one array for all cells. */
export class LimbSums {
  readonly #class: FactorClass;
  /** Limbs of a sum; products are so short that its last can never be full. */
  readonly #stride: number;
  /** By cell: where its sum stands; -1 where nothing was added. */
  #slots = new Int32Array(64).fill(-1);
  #limbs: Float64Array;
  #count = 0;

  constructor(of: FactorClass) {
    this.#class = of;
    const ofDenominator = Math.ceil(of.den.toString(2).length / LIMB_BITS);
    this.#stride = ofDenominator + OF_PRICE + OF_COUNT + 1;
    this.#limbs = new Float64Array(64 * this.#stride);
  }

  get den(): bigint {
    return this.#class.den;
  }

  /** Whether products of a factor are short enough to be added here. */
  takes(factor: Factor): boolean {
    return factor.class === this.#class && factor.limbs.length + OF_COUNT < this.#stride;
  }

  /** @param count - a safe integer */
  add(cell: number, factor: Factor, count: number): void {
    const from = this.#slotOf(cell) * this.#stride;
    const { limbs } = factor;
    let rest = count;
    for (let place = from; rest !== 0; place++) {
      const part = rest % LIMB;
      rest = (rest - part) / LIMB;
      if (part === 0) continue;
      for (let n = 0; n < limbs.length; n++) this.#put(place + n, limbs[n]! * part);
    }
  }

  /** The numerator of a sum over the denominator; `undefined` where nothing was added. */
  numeratorOf(cell: number): bigint | undefined {
    const slot = cell < this.#slots.length ? this.#slots[cell]! : -1;
    if (slot < 0) return undefined;
    const from = slot * this.#stride;
    let num = 0n;
    let isBegun = false;
    for (let place = from + this.#stride - 1; place >= from; place--) {
      const limb = this.#limbs[place]!;
      if (isBegun) num = (num << SHIFT) + BigInt(limb);
      else if (limb !== 0) {
        num = BigInt(limb);
        isBegun = true;
      }
    }
    return num;
  }

  #put(place: number, product: number): void {
    const next = this.#limbs[place]! + product;
    if (next < FULL && next > -FULL) {
      this.#limbs[place] = next;
      return;
    }
    const low = next % LIMB;
    this.#limbs[place] = low;
    this.#put(place + 1, (next - low) / LIMB);
  }

  #slotOf(cell: number): number {
    if (cell >= this.#slots.length) {
      const before = this.#slots.length;
      const longer = new Int32Array(Math.max(cell + 1, 2 * before));
      longer.set(this.#slots);
      this.#slots = longer.fill(-1, before);
    }
    const known = this.#slots[cell]!;
    if (known >= 0) return known;
    const slot = this.#count++;
    this.#slots[cell] = slot;
    if (this.#count * this.#stride > this.#limbs.length) {
      const longer = new Float64Array(2 * this.#limbs.length);
      longer.set(this.#limbs);
      this.#limbs = longer;
    }
    return slot;
  }
}
