import type { Day } from "../../core/index.js";
import type { Step } from "./backorder-argument.js";

/** What has come and what is taken, day by day: what is free is what no later day needs. */
export class SupplyLedger {
  /** Every day on which anything happens, ascending. */
  readonly days: readonly Day[];
  readonly #placeOf: ReadonlyMap<Day, number>;
  /** Cumulative, by place of the day. */
  readonly #left: bigint[];

  constructor(supply: readonly Step[], days: Iterable<Day>) {
    this.days = [...new Set([...supply.map(({ day }) => day), ...days])].sort((a, b) => a - b);
    this.#placeOf = new Map(this.days.map((day, n) => [day, n]));
    this.#left = this.days.map(() => 0n);
    this.#add(supply, 1n);
  }

  take(steps: readonly Step[]): void {
    this.#add(steps, -1n);
  }

  giveBack(steps: readonly Step[]): void {
    this.#add(steps, 1n);
  }

  /** How much more could be confirmed up to each day, without any later day falling short; 0 or more. */
  free(): bigint[] {
    const free = [...this.#left];
    let least = free.at(-1) ?? 0n;
    for (let n = free.length - 1; n >= 0; n--) {
      if (free[n]! < least) least = free[n]!;
      free[n] = least > 0n ? least : 0n;
    }
    return free;
  }

  /**
   * The first day on which more is taken than has come, and how much is missing then. That less than
   * nothing has come, of stock that is negative, is no shortage of those who take nothing by then.
   *
   * @param taken - all that is taken
   */
  shortage(taken: readonly Step[]): Step | undefined {
    const sums = this.cumulative(taken);
    const n = this.#left.findIndex((left, place) => left < 0n && sums[place]! > 0n);
    return n < 0 ? undefined : { day: this.days[n]!, count: -this.#left[n]! };
  }

  /** Cumulative counts at each day. */
  cumulative(steps: readonly Step[]): bigint[] {
    const sums = this.days.map(() => 0n);
    for (const { day, count } of steps) sums[this.#placeOf.get(day)!]! += count;
    for (let n = 1; n < sums.length; n++) sums[n]! += sums[n - 1]!;
    return sums;
  }

  #add(steps: readonly Step[], sign: bigint): void {
    for (const { day, count } of steps) {
      for (let n = this.#placeOf.get(day)!; n < this.#left.length; n++) {
        this.#left[n]! += sign * count;
      }
    }
  }
}

/** The steps of cumulative counts. */
export function stepsOf(days: readonly Day[], cumulative: readonly bigint[]): Step[] {
  return days.flatMap((day, n) => {
    const count = cumulative[n]! - (n === 0 ? 0n : cumulative[n - 1]!);
    return count > 0n ? [{ day, count }] : [];
  });
}
