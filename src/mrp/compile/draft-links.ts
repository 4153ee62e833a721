import { POWERS_OF_TEN, powerOfTen, type Ratio, ratioOf } from "../../core/index.js";
import { LARGEST_FACTOR } from "../input/bill-columns.js";
import { copied } from "../pages/index.js";
import type { CompositeLine } from "./composite-lines.js";
import { BILL_BY_DATE, type Selector, type SubstituteLink } from "./model.js";

/** What a line has that most lines do not have. */
export type LineTerms = Pick<CompositeLine, "fixed" | "multiple" | "offset" | "from" | "to">;

/** A link whose line has terms of its own, or whose ratio must be kept exact. */
export interface SpecialLink extends LineTerms {
  /** Counts of the component per count of the parent, or per order when fixed. */
  readonly ratio: Ratio;
  readonly substitutes: readonly SubstituteLink[] | undefined;
}

/** Links by parent, in the order of the sweep, before they are grouped by component. */
export class DraftLinks {
  count = 0;
  parent: Int32Array;
  component: Int32Array;
  selector: Int32Array;
  /** A need is `num / den` counts for each count that an order starts. */
  num: Float64Array;
  den: Float64Array;
  /** By number of the link; few links are here. */
  readonly special = new Map<number, SpecialLink>();
  /** A ratio of counts. */
  readonly #counts = new Float64Array(2);

  /** @param lines - how many links there are likely to be */
  constructor(lines: number) {
    this.parent = new Int32Array(lines);
    this.component = new Int32Array(lines);
    this.selector = new Int32Array(lines);
    this.num = new Float64Array(lines);
    this.den = new Float64Array(lines);
  }

  /**
   * Adds a link without terms of its own.
   *
   * @param num - numerator of the ratio in stock units, below 2^52
   * @param den - its denominator, below 2^52
   * @param shift - the decimals of the component less those of the parent
   * @returns whether the ratio of counts fits two numbers, too; if not, nothing is added
   */
  addPlain(parent: number, component: number, num: number, den: number, shift: number): boolean {
    if (shift === 0) {
      this.#add(parent, component, BILL_BY_DATE, num, den);
      return true;
    }
    if (!inCountsPlainly(num, den, shift, this.#counts)) return false;
    this.#add(parent, component, BILL_BY_DATE, this.#counts[0]!, this.#counts[1]!);
    return true;
  }

  addSpecial(parent: number, component: number, selector: Selector, link: SpecialLink): void {
    this.special.set(this.count, link);
    const { num, den } = link.ratio;
    if (link.fixed || num >= LARGEST_FACTOR || den >= LARGEST_FACTOR) {
      this.#add(parent, component, selector, 0, 1);
    } else this.#add(parent, component, selector, Number(num), Number(den));
  }

  #add(parent: number, component: number, selector: Selector, num: number, den: number): void {
    if (this.count === this.component.length) this.#grow();
    const link = this.count++;
    this.parent[link] = parent;
    this.component[link] = component;
    this.selector[link] = selector;
    this.num[link] = num;
    this.den[link] = den;
  }

  #grow(): void {
    const room = Math.max(16, this.count * 2);
    this.parent = copied(this.parent, new Int32Array(room));
    this.component = copied(this.component, new Int32Array(room));
    this.selector = copied(this.selector, new Int32Array(room));
    this.num = copied(this.num, new Float64Array(room));
    this.den = copied(this.den, new Float64Array(room));
  }
}

/** A ratio of stock units as a ratio of counts, or per order when fixed. */
export function inCounts(
  { num, den }: Ratio,
  parentDecimals: number,
  componentDecimals: number,
  fixed: boolean,
): Ratio {
  const perOrder = fixed ? den : den * powerOfTen(parentDecimals);
  return ratioOf(num * powerOfTen(componentDecimals), perOrder);
}

/**
 * Turns a ratio of stock units into one of counts, numerator and denominator below 2^52.
 *
 * @param shift - the decimals of the component less those of the parent
 * @param counts - where the two numbers are written
 * @returns whether they are below 2^52, too; if not, nothing is written
 */
export function inCountsPlainly(
  num: number,
  den: number,
  shift: number,
  counts: Float64Array,
): boolean {
  const power = POWERS_OF_TEN[Math.abs(shift)]!;
  const divisor = greatestCommonDivisor(shift > 0 ? den : num, power);
  const scaledNum = shift > 0 ? num * (power / divisor) : num / divisor;
  const scaledDen = shift > 0 ? den / divisor : den * (power / divisor);
  // A product that left the exact range is above this, too.
  if (scaledNum >= LARGEST_FACTOR || scaledDen >= LARGEST_FACTOR) return false;
  counts[0] = scaledNum;
  counts[1] = scaledDen;
  return true;
}

/** @param power - a power of ten up to 10^9: after one step both numbers fit 31 bits */
function greatestCommonDivisor(a: number, power: number): number {
  let x = power | 0;
  let y = a < 2 ** 31 ? (a | 0) % x : (a % x) | 0;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}
