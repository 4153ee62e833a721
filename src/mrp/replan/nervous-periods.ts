import { type Bucket, bucketStart } from "../../core/index.js";
import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";

/** The periods that both plans cover, numbered from 0, and what each weighs. */
export class NervousPeriods {
  /** The first day of each. */
  readonly first: number[] = [];
  readonly weight: number[] = [];
  readonly #end: number;

  constructor({ model: a }: PlanState, { model: b }: PlanState, bucket: Bucket, alpha: number) {
    const start = Math.max(a.startDay, b.startDay);
    this.#end = Math.min(a.startDay + a.days, b.startDay + b.days);
    const weekStart =
      a.conventions.weekStart === b.conventions.weekStart ? a.conventions.weekStart : 0;
    // Multiplied step by step: powers may differ in their last digit from machine to machine.
    let weight = 1 - alpha;
    for (let day = start; day < this.#end; day = bucketStart(day, bucket, 1, weekStart)) {
      this.first.push(day);
      this.weight.push(weight);
      weight *= alpha;
    }
  }

  get count(): number {
    return this.first.length;
  }

  /** The number of the period that holds a day, {@link NONE} outside all of them. */
  of(day: number): number {
    if (day >= this.#end || this.count === 0 || day < this.first[0]!) return NONE;
    let [low, high] = [0, this.count - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.first[middle]! <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
