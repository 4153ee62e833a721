import { EventHeap } from "./event-heap.js";
import { IntegerHeap } from "./integer-heap.js";
import type { Shop } from "./shop.js";

/** The units of all work centres: which are free, from when on, and what they were set up for last. */
export class Units {
  /** How many there are in all; no centre has more than tasks that could use them. */
  readonly count: number;
  /** By work centre, one more than centres: its first unit. */
  readonly #first: Int32Array;
  readonly #centerOf: Int32Array;
  readonly #free: IntegerHeap[];
  /** By work centre: its units by when they are free, outdated times among them. */
  readonly #next: EventHeap[];
  /** By unit. */
  readonly #freeAt: Float64Array;
  readonly #group: Int32Array;
  readonly #groupBefore: Int32Array;

  constructor(shop: Shop) {
    const centers = shop.centers.length;
    this.#first = firstUnits(shop);
    this.count = this.#first[centers]!;
    this.#centerOf = new Int32Array(this.count);
    this.#freeAt = new Float64Array(this.count).fill(Number.NEGATIVE_INFINITY);
    this.#group = new Int32Array(this.count).fill(-1);
    this.#groupBefore = new Int32Array(this.count).fill(-1);
    this.#free = Array.from({ length: centers }, () => new IntegerHeap());
    this.#next = Array.from({ length: centers }, () => new EventHeap());
    for (let center = 0; center < centers; center++) {
      for (let unit = this.#first[center]!; unit < this.#first[center + 1]!; unit++) {
        this.#centerOf[unit] = center;
        this.#free[center]!.push(unit);
        this.#next[center]!.push(Number.NEGATIVE_INFINITY, unit);
      }
    }
  }

  /** Whether a work centre has a free unit. */
  isFree(center: number): boolean {
    return this.#free[center]!.size > 0;
  }

  /** The lowest free unit of a work centre. */
  firstFree(center: number): number {
    return this.#free[center]!.first;
  }

  /** Takes the lowest free unit of a work centre up to a moment. */
  take(center: number, until: number, group: number): void {
    const unit = this.#free[center]!.pop();
    this.#freeAt[unit] = until;
    this.#next[center]!.push(until, unit);
    this.#groupBefore[unit] = this.#group[unit]!;
    this.#group[unit] = group;
  }

  /** Gives a unit back, and says to which work centre. */
  free(unit: number): number {
    const center = this.#centerOf[unit]!;
    this.#free[center]!.push(unit);
    return center;
  }

  /** The unit of a work centre that is free first, of these the lowest. */
  firstToBeFree(center: number): number {
    const next = this.#next[center]!;
    while (this.#freeAt[next.first] !== next.time) next.pop();
    return next.first;
  }

  /** When a unit is or was free. */
  freeAt(unit: number): number {
    return this.#freeAt[unit]!;
  }

  /** What a unit is set up for; −1 for nothing that the matrix knows. */
  groupOn(unit: number): number {
    return this.#group[unit]!;
  }

  /** What a unit was set up for before it was taken last. */
  groupBefore(unit: number): number {
    return this.#groupBefore[unit]!;
  }

  /** The number of a unit among those of its work centre, from 0. */
  numberOf(unit: number): number {
    return unit - this.#first[this.#centerOf[unit]!]!;
  }
}

/** By work centre, one more than centres: its first unit among all; no more than its tasks could use. */
export function firstUnits(shop: Shop): Int32Array {
  const tasks = new Int32Array(shop.centers.length);
  for (let operation = 0; operation < shop.operationIds.length; operation++) {
    const parts = shop.firstTask[operation + 1]! - shop.firstTask[operation]!;
    for (let c = shop.firstChoice[operation]!; c < shop.firstChoice[operation + 1]!; c++) {
      tasks[shop.choiceCenter[c]!]! += parts;
    }
  }
  const first = new Int32Array(shop.centers.length + 1);
  shop.centers.forEach(({ center }, k) => {
    first[k + 1] = first[k]! + Math.min(center.units, tasks[k]!);
  });
  return first;
}
