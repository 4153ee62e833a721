import type { Day } from "../../core/index.js";

const NEVER = Number.NEGATIVE_INFINITY;

/**
 * A row of last days that finds the first of them on or after a day, and forgets single ones, in steps
 * that grow with the logarithm of its length.
 */
export class LastDays {
  readonly #length: number;
  /** A tree: each knot has the latest of its two, at twice its place and beside it; leaves are days. */
  readonly #latest: number[];
  readonly #leaves: number;

  constructor(days: readonly Day[]) {
    this.#length = days.length;
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, days.length)));
    this.#latest = new Array<number>(2 * this.#leaves).fill(NEVER);
    for (const [place, day] of days.entries()) this.#latest[this.#leaves + place] = day;
    for (let knot = this.#leaves - 1; knot > 0; knot--) this.#renew(knot);
  }

  /** The place of the first day that is not before another, of those that stand. */
  firstFrom(day: Day): number | undefined {
    if (this.#length === 0 || this.#latest[1]! < day) return undefined;
    let knot = 1;
    while (knot < this.#leaves) knot = this.#latest[2 * knot]! >= day ? 2 * knot : 2 * knot + 1;
    return knot - this.#leaves;
  }

  /** Forgets the day at a place. */
  remove(place: number): void {
    let knot = this.#leaves + place;
    this.#latest[knot] = NEVER;
    for (knot >>>= 1; knot > 0; knot >>>= 1) this.#renew(knot);
  }

  #renew(knot: number): void {
    this.#latest[knot] = Math.max(this.#latest[2 * knot]!, this.#latest[2 * knot + 1]!);
  }
}
