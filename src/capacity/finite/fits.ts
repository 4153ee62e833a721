import type { Network } from "./network.js";
import type { Pass } from "./pass.js";
import type { PassClock } from "./pass-clock.js";
import { taskMinutes } from "./setup-hours.js";
import type { Slots } from "./slots.js";
import type { Units } from "./units.js";

/** Open minutes at which a task would begin and end at a choice; the end as a moment too. */
export interface Fit {
  /** From when on it could be worked, in whatever shift. */
  readonly from: number;
  /** The minutes of the work. */
  readonly work: number;
  readonly start: number;
  readonly end: number;
  readonly moment: number;
}

/** Where tasks fit at their choices. */
export class Fits {
  readonly #pass: Pass;
  readonly #network: Network;
  readonly #units: Units;
  readonly #slots: Slots;

  constructor(pass: Pass, network: Network, units: Units, slots: Slots) {
    this.#pass = pass;
    this.#network = network;
    this.#units = units;
    this.#slots = slots;
  }

  /** The clock of a slot's work centre. */
  clockOf(slot: number): PassClock {
    return this.#network.clocks[this.#slots.centerOf(slot)]!;
  }

  /** Where a task fits now on the lowest free unit. */
  now(slot: number, now: number): Fit {
    return this.#on(slot, this.#units.firstFree(this.#slots.centerOf(slot)), now, now);
  }

  /** Where a task fits if it is next in turn: on the unit that is free first. */
  next(slot: number, now: number): Fit {
    const unit = this.#units.firstToBeFree(this.#slots.centerOf(slot));
    return this.#on(slot, unit, Math.max(now, this.#units.freeAt(unit)), now);
  }

  /** Where a task fits if it is next in turn, by other minutes of work. */
  nextOf(slot: number, work: number, now: number): Fit {
    const unit = this.#units.firstToBeFree(this.#slots.centerOf(slot));
    return this.#of(slot, work, Math.max(now, this.#units.freeAt(unit)), now);
  }

  #on(slot: number, unit: number, free: number, now: number): Fit {
    const { shop, matrix } = this.#pass;
    const before = matrix ? this.#units.groupOn(unit) : -1;
    const choice = this.#slots.choiceOf(slot);
    const work = taskMinutes(shop, this.#slots.operationOf(slot), choice, before);
    return this.#of(slot, work, free, now);
  }

  #of(slot: number, work: number, free: number, now: number): Fit {
    const { shop } = this.#pass;
    const choice = this.#slots.choiceOf(slot);
    const center = shop.choiceCenter[choice]!;
    const clock = this.#network.clocks[center]!;
    let from = clock.count(free);
    // What waits now may begin now, but for last batches that are to come.
    if (shop.overlaps.size > 0 || free > now || !this.#slots.isWaiting(slot)) {
      from = Math.max(from, this.#network.readyCount(this.#slots.taskOf(slot), choice, work));
    }
    const isWithinShift = shop.centers[center]!.center.finishWithinShift;
    const start = isWithinShift ? clock.withinShift(from, work) : from;
    // Without work it is done where it begins.
    const moment = work === 0 ? clock.begin(start) : clock.end(start + work);
    return { from, work, start, end: start + work, moment };
  }
}
