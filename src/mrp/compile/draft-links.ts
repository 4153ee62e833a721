import { POWERS_OF_TEN, powerOfTen, type Ratio, ratioOf } from "../../core/index.js";
import type { CompositeLine } from "./composite-lines.js";
import type { Selector } from "./model.js";

/** The largest number that a wide product takes exactly. */
const LARGEST_FACTOR = 2 ** 52;

/** What a line has that most lines do not have. */
export type LineTerms = Pick<CompositeLine, "fixed" | "multiple" | "offset" | "from" | "to">;

/** A link whose line has terms of its own, or whose ratio must be kept exact. */
export interface SpecialLink extends LineTerms {
  /** Counts of the component per count of the parent, or per order when fixed. */
  readonly ratio: Ratio;
}

/** Links as parents make them, those of a parent together, before they are grouped by component. */
export class DraftLinks {
  count = 0;
  component: Int32Array;
  selector: Int32Array;
  /** A need is `num / den` counts for each count that an order starts. */
  num: Float64Array;
  den: Float64Array;
  /** The links of parent p are first[p] … end[p] − 1. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** By number of the link; few links are here. */
  readonly special = new Map<number, SpecialLink>();

  constructor(points: number, lines: number) {
    this.first = new Int32Array(points);
    this.end = new Int32Array(points);
    this.component = new Int32Array(lines);
    this.selector = new Int32Array(lines);
    this.num = new Float64Array(lines);
    this.den = new Float64Array(lines);
  }

  /**
   * Adds a link without terms of its own.
   *
   * @param ratio - stock units per stock unit
   * @param shift - the decimals of the component less those of the parent
   * @returns whether the ratio of counts fits two numbers; if not, nothing is added
   */
  addPlain(component: number, selector: Selector, ratio: Ratio, shift: number): boolean {
    let num = Number(ratio.num);
    let den = Number(ratio.den);
    if (num >= LARGEST_FACTOR || den >= LARGEST_FACTOR) return false;
    if (shift > 0) {
      const divisor = greatestCommonDivisor(den, POWERS_OF_TEN[shift]!);
      num *= POWERS_OF_TEN[shift]! / divisor;
      den /= divisor;
    } else if (shift < 0) {
      const divisor = greatestCommonDivisor(num, POWERS_OF_TEN[-shift]!);
      num /= divisor;
      den *= POWERS_OF_TEN[-shift]! / divisor;
    }
    // A product that left the exact range is above this, too.
    if (num >= LARGEST_FACTOR || den >= LARGEST_FACTOR) return false;
    this.#add(component, selector, num, den);
    return true;
  }

  addSpecial(component: number, selector: Selector, link: SpecialLink): void {
    this.special.set(this.count, link);
    const { num, den } = link.ratio;
    if (link.fixed || num >= LARGEST_FACTOR || den >= LARGEST_FACTOR) {
      this.#add(component, selector, 0, 1);
    } else this.#add(component, selector, Number(num), Number(den));
  }

  #add(component: number, selector: Selector, num: number, den: number): void {
    if (this.count === this.component.length) this.#grow();
    const link = this.count++;
    this.component[link] = component;
    this.selector[link] = selector;
    this.num[link] = num;
    this.den[link] = den;
  }

  #grow(): void {
    const room = Math.max(16, this.count * 2);
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

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function copied<Column extends Int32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
