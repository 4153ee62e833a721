import type { Shop } from "./shop.js";

/** What a slot is up to. */
const STATE = { coming: 0, waiting: 1, gone: 2 } as const;

/**
 * The *slots* of a pass: a slot is a task at one of its choices. Those of a task stand one after the
 * other, that of its first choice first.
 */
export class Slots {
  /** How many there are. */
  readonly count: number;
  readonly #shop: Shop;
  /** By task, one more than tasks: its first slot. */
  readonly #first: Int32Array;
  readonly #taskOf: Int32Array;
  readonly #state: Uint8Array;
  /** By task: its slots that are not gone. */
  readonly #left: Int32Array;

  constructor(shop: Shop) {
    const tasks = shop.operationOf.length;
    this.#shop = shop;
    this.#first = new Int32Array(tasks + 1);
    this.#left = new Int32Array(tasks);
    for (let task = 0; task < tasks; task++) {
      const operation = shop.operationOf[task]!;
      const choices = shop.firstChoice[operation + 1]! - shop.firstChoice[operation]!;
      this.#left[task] = choices;
      this.#first[task + 1] = this.#first[task]! + choices;
    }
    this.count = this.#first[tasks]!;
    this.#taskOf = new Int32Array(this.count);
    for (let task = 0; task < tasks; task++) {
      this.#taskOf.fill(task, this.#first[task], this.#first[task + 1]);
    }
    this.#state = new Uint8Array(this.count);
  }

  /** The slot of a task at its first choice. */
  firstOf(task: number): number {
    return this.#first[task]!;
  }

  /** One more than the last slot of a task. */
  endOf(task: number): number {
    return this.#first[task + 1]!;
  }

  /** The task of a slot. */
  taskOf(slot: number): number {
    return this.#taskOf[slot]!;
  }

  /** The operation of a slot's task. */
  operationOf(slot: number): number {
    return this.#shop.operationOf[this.#taskOf[slot]!]!;
  }

  /** The choice of a slot. */
  choiceOf(slot: number): number {
    const task = this.#taskOf[slot]!;
    return this.#shop.firstChoice[this.#shop.operationOf[task]!]! + slot - this.#first[task]!;
  }

  /** The work centre of a slot. */
  centerOf(slot: number): number {
    return this.#shop.choiceCenter[this.choiceOf(slot)]!;
  }

  /** Whether its task waits at the work centre of a slot. */
  isWaiting(slot: number): boolean {
    return this.#state[slot] === STATE.waiting;
  }

  /** Whether the task of a slot will not be done there any more. */
  isGone(slot: number): boolean {
    return this.#state[slot] === STATE.gone;
  }

  /** Whether the task of a slot can be done nowhere any more. */
  isGoneFromAll(slot: number): boolean {
    return this.#left[this.#taskOf[slot]!] === 0;
  }

  /** The task of a slot waits there from now on. */
  wait(slot: number): void {
    this.#state[slot] = STATE.waiting;
  }

  /** The task of a slot is done elsewhere, or not at all. */
  leave(slot: number): void {
    if (this.#state[slot] !== STATE.gone) this.#left[this.#taskOf[slot]!]!--;
    this.#state[slot] = STATE.gone;
  }
}
