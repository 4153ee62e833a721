import { IntegerHeap } from "./integer-heap.js";
import type { Shop } from "./shop.js";
import type { Slots } from "./slots.js";

/** Those that wait at one work centre, need the same tools and have the same choices. */
export interface Line {
  readonly center: number;
  /** Ranks of tasks, those that are gone among them. */
  readonly ranks: IntegerHeap;
  /** Its place among the choices of each of its tasks. */
  readonly place: number;
  /** Why nobody of this line is looked at for now. */
  parked: "no" | "tools" | "firstChoice";
  /** The tool that it waits for, if it is parked for tools. */
  tool: number;
  /** By what it is parked: the rank of its first, or the minutes up to which it waits for its first choice. */
  mark: number;
  ahead: number;
}

/** The lines of a shop: by work centre, tools and choices. */
export class Lines {
  readonly #slots: Slots;
  readonly #lines: Line[] = [];
  /** By choice: its line. */
  readonly #lineOf: Int32Array;
  /** By rank: the task. */
  readonly #taskOf: Int32Array;

  constructor(shop: Shop, slots: Slots, rankOf: Int32Array) {
    this.#slots = slots;
    this.#taskOf = new Int32Array(rankOf.length);
    for (let task = 0; task < rankOf.length; task++) this.#taskOf[rankOf[task]!] = task;
    this.#lineOf = new Int32Array(shop.choiceCenter.length);
    this.#make(shop);
  }

  /** A line by its number. */
  at(number: number): Line {
    return this.#lines[number]!;
  }

  /** The number of the line in which a slot waits. */
  numberOf(slot: number): number {
    return this.#lineOf[this.#slots.choiceOf(slot)]!;
  }

  /** The line in which a slot waits. */
  of(slot: number): Line {
    return this.#lines[this.numberOf(slot)]!;
  }

  /** The slot of a rank in a line. */
  slotAt(line: Line, rank: number): number {
    return this.#slots.firstOf(this.#taskOf[rank]!) + line.place;
  }

  /** The rank of the first of a line, those left out that are gone; −1 for none. */
  firstOf(line: Line): number {
    for (let rank = line.ranks.first; rank >= 0; rank = line.ranks.first) {
      if (!this.#slots.isGone(this.slotAt(line, rank))) return rank;
      line.ranks.pop();
    }
    return -1;
  }

  #make(shop: Shop): void {
    /** By what operations have in common: the number of the line at their first choice. */
    const known = new Map<string, number>();
    for (let operation = 0; operation < shop.operationIds.length; operation++) {
      const [from, to] = [shop.firstChoice[operation]!, shop.firstChoice[operation + 1]!];
      const centers = shop.choiceCenter.subarray(from, to);
      const key = `${shop.toolSet[operation]} ${centers}`;
      const first = known.get(key) ?? this.#lines.length;
      if (first === this.#lines.length) {
        known.set(key, first);
        for (const [place, center] of centers.entries()) {
          const ranks = new IntegerHeap();
          this.#lines.push({ center, ranks, place, parked: "no", tool: -1, mark: -1, ahead: -1 });
        }
      }
      for (let choice = from; choice < to; choice++) this.#lineOf[choice] = first + choice - from;
    }
  }
}
