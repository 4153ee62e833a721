import { openMinutesUpTo, shiftSpans, type WorkTime } from "../../routing/index.js";
import type { Sign } from "./sign.js";

const FOUR_WEEKS = 4 * 7 * 1440;

/** The shifts of a work centre from a moment on, as far as they were needed, in the time of a pass. */
export class ShiftTable {
  readonly #time: WorkTime;
  readonly #sign: Sign;
  readonly #from: number;
  readonly #limit: number;
  #until: number;
  /** When each shift begins and ends, ascending, and the open minutes in it. */
  #begins: number[] = [];
  #ends: number[] = [];
  #open: number[] = [];
  /** The longest of each shift and all behind it, once all are known. */
  #longest: number[] | undefined;

  /**
   * @param time - the open time of the centre
   * @param sign - the direction of the pass
   * @param from - shifts that end by then are not asked for
   * @param limit - shifts that begin by then are not asked for
   */
  constructor(time: WorkTime, sign: Sign, from: number, limit: number) {
    this.#time = time;
    this.#sign = sign;
    this.#from = from;
    this.#limit = limit;
    this.#until = from;
    this.#extend();
  }

  /** The first shift that ends after a moment; −1 when there is none. */
  after(moment: number): number {
    while (this.#until < this.#limit && (this.#ends.at(-1) ?? moment) <= moment) this.#extend();
    let [low, high] = [0, this.#ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! > moment) high = middle;
      else low = middle + 1;
    }
    return low < this.#ends.length ? low : -1;
  }

  /** The first shift from one on, but for those after a moment, that has so many open minutes; −1 for none. */
  longEnough(first: number, minutes: number, last: number): number {
    for (let shift = first; ; shift++) {
      while (shift >= this.#open.length && this.#until < this.#limit) this.#extend();
      if (shift >= this.#open.length || this.#begins[shift]! > last) return -1;
      if (this.#longest !== undefined && this.#longest[shift]! < minutes) return -1;
      if (this.#open[shift]! >= minutes) return shift;
    }
  }

  /** When a shift begins. */
  begin(shift: number): number {
    return this.#begins[shift]!;
  }

  /** When a shift ends. */
  end(shift: number): number {
    return this.#ends[shift]!;
  }

  /** The open minutes of the longest of all shifts that end after a moment; 0 where there is none. */
  longestFrom(moment: number): number {
    while (this.#until < this.#limit) this.#extend();
    return this.#longest?.[this.after(moment)] ?? 0;
  }

  #extend(): void {
    const length = Math.max(FOUR_WEEKS, 2 * (this.#until - this.#from));
    this.#until = Math.min(this.#limit, this.#from + length);
    const [from, until] =
      this.#sign === 1 ? [this.#from, this.#until] : [-this.#until, -this.#from];
    const spans = [...shiftSpans(this.#time, from, until)];
    const open = spans.map(
      (span) => openMinutesUpTo(this.#time, span.until) - openMinutesUpTo(this.#time, span.from),
    );
    const begins = spans.map((span) => span.from);
    const ends = spans.map((span) => span.until);
    if (this.#sign === 1) [this.#begins, this.#ends, this.#open] = [begins, ends, open];
    else {
      this.#begins = ends.reverse().map((end) => -end);
      this.#ends = begins.reverse().map((begin) => -begin);
      this.#open = open.reverse();
    }
    if (this.#until >= this.#limit) this.#longest = longestFrom(this.#open);
  }
}

/** The largest of each value and all behind it. */
function longestFrom(values: readonly number[]): number[] {
  const longest = [...values];
  for (let k = longest.length - 2; k >= 0; k--) longest[k] = Math.max(longest[k]!, longest[k + 1]!);
  return longest;
}
