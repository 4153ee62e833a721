import { addRatios, type Ratio, ratioOf } from "../../core/index.js";
import { type Factor, type FactorClass, LIMB_BITS } from "./factor.js";

const LIMB = 2 ** LIMB_BITS;
/** From here on a limb is carried, so that with one product more it is still exact. */
const FULL = 2 ** 52;

/** A sum of products of counts and factors, exact at any size and without a bigint a product. */
export class WideSum {
  readonly #class: FactorClass;
  #limbs: Float64Array;
  /** Sums over other denominators. */
  #other: WideSum | undefined;
  #rest: Ratio | undefined;

  constructor(of: FactorClass) {
    this.#class = of;
    this.#limbs = new Float64Array(8);
  }

  /** @param count - a safe integer */
  add(factor: Factor, count: number): void {
    if (factor.class !== this.#class) {
      this.#other ??= new WideSum(factor.class);
      this.#other.add(factor, count);
      return;
    }
    let rest = count;
    for (let place = 0; rest !== 0; place++) {
      const part = rest % LIMB;
      if (part !== 0) this.#addPart(factor.limbs, part, place);
      rest = (rest - part) / LIMB;
    }
  }

  addRatio(ratio: Ratio): void {
    this.#rest = this.#rest === undefined ? ratio : addRatios(this.#rest, ratio);
  }

  total(): Ratio {
    let num = 0n;
    for (const [place, limb] of this.#limbs.entries()) {
      if (limb !== 0) num += BigInt(limb) << BigInt(place * LIMB_BITS);
    }
    let total = ratioOf(num, this.#class.den);
    if (this.#other !== undefined) total = addRatios(total, this.#other.total());
    return this.#rest === undefined ? total : addRatios(total, this.#rest);
  }

  #addPart(limbs: Float64Array, part: number, from: number): void {
    const needed = limbs.length + from + 2;
    if (this.#limbs.length < needed) {
      const longer = new Float64Array(needed);
      longer.set(this.#limbs);
      this.#limbs = longer;
    }
    const sum = this.#limbs;
    for (let n = 0, place = from; n < limbs.length; n++, place++) {
      const next = sum[place]! + limbs[n]! * part;
      if (next < FULL && next > -FULL) sum[place] = next;
      else this.#carry(place, next);
    }
  }

  #carry(place: number, value: number): void {
    const low = value % LIMB;
    this.#limbs[place] = low;
    const high = (value - low) / LIMB;
    if (place + 1 === this.#limbs.length) {
      const longer = new Float64Array(this.#limbs.length + 2);
      longer.set(this.#limbs);
      this.#limbs = longer;
    }
    const next = this.#limbs[place + 1]! + high;
    if (next < FULL && next > -FULL) this.#limbs[place + 1] = next;
    else this.#carry(place + 1, next);
  }
}
