import type { Fits } from "./fits.js";
import type { Pass } from "./pass.js";
import { NEVER } from "./pass-clock.js";
import type { Slots } from "./slots.js";
import { timeClasses } from "./time-classes.js";
import type { Units } from "./units.js";
import { type WorkRange, workRange } from "./work-range.js";

/** How long a task waits for its first choice at least: it is looked at again once either is passed. */
export interface TurnWait {
  /** Open minutes there up to which a unit must be free. */
  readonly until: number;
  /** How many open minutes after now it may be free. */
  readonly ahead: number;
}

/** At which of its choices a task is begun (K59). */
export class Alternates {
  readonly #pass: Pass;
  readonly #fits: Fits;
  readonly #units: Units;
  readonly #slots: Slots;
  /** By work centre, once it was asked. */
  #classes: Int32Array | undefined;
  /** By choice, as far as it was asked. */
  readonly #ranges = new Map<number, WorkRange>();

  constructor(pass: Pass, fits: Fits, units: Units, slots: Slots) {
    this.#pass = pass;
    this.#fits = fits;
    this.#units = units;
    this.#slots = slots;
  }

  /**
   * The slot at which a task with alternates ends first, of those whose centre has a unit free; −1 when
   * it would not end later if it were next in turn at its first choice.
   */
  choose(slot: number, now: number): number {
    const [slots, task] = [this.#slots, this.#slots.taskOf(slot)];
    const own = slots.firstOf(task);
    let [chosen, end] = [slot, NEVER];
    for (let other = own; other < slots.endOf(task); other++) {
      if (!slots.isWaiting(other) || !this.#units.isFree(slots.centerOf(other))) continue;
      const { moment } = this.#fits.now(other, now);
      if (moment < end) [chosen, end] = [other, moment];
    }
    if (slots.isWaiting(own) ? this.#units.isFree(slots.centerOf(own)) : slots.isGone(own)) {
      return chosen;
    }
    const { moment } = this.#fits.next(own, now);
    return moment <= end && moment <= this.#pass.until ? -1 : chosen;
  }

  /**
   * How long a task for which {@link choose} gave −1 waits for its first choice at least. No unit is
   * ever free sooner than it is said to be now, so what ends first elsewhere does not end sooner later.
   */
  waitOf(slot: number, now: number): TurnWait {
    const slots = this.#slots;
    const task = slots.taskOf(slot);
    const own = slots.firstOf(task);
    const { least, most } = this.#rangeOf(own);
    const { center } = this.#pass.shop.centers[slots.centerOf(own)]!;
    const next = this.#fits.nextOf(own, most, now);
    const clock = this.#fits.clockOf(own);
    let [end, ahead] = [this.#pass.until, NEVER];
    for (let other = own + 1; other < slots.endOf(task); other++) {
      if (slots.isGone(other)) continue;
      const work = this.#rangeOf(other).least;
      // With the same open time both go on alike: what counts is by how much the unit is free later.
      const isAlike = !center.finishWithinShift && this.#isSameTime(own, other);
      if (isAlike && next.end <= clock.count(now) + work) {
        ahead = Math.min(ahead, work - most);
      } else end = Math.min(end, this.#fits.nextOf(other, work, now).moment);
    }
    const last = clock.count(end);
    if (least === 0 || next.end > last) return { until: -NEVER, ahead: NEVER };
    if (!center.finishWithinShift) return { until: last - most, ahead };
    return { until: least === most ? next.start : -NEVER, ahead };
  }

  #isSameTime(own: number, other: number): boolean {
    this.#classes ??= timeClasses(this.#pass.shop);
    const [a, b] = [this.#slots.centerOf(own), this.#slots.centerOf(other)];
    return this.#classes[a] === this.#classes[b];
  }

  #rangeOf(slot: number): WorkRange {
    const choice = this.#slots.choiceOf(slot);
    let range = this.#ranges.get(choice);
    if (range === undefined) {
      const { shop, matrix } = this.#pass;
      range = workRange(shop, this.#slots.operationOf(slot), choice, matrix);
      this.#ranges.set(choice, range);
    }
    return range;
  }
}
