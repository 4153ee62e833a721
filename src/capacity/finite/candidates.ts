import { EventHeap } from "./event-heap.js";

/** What may be begun now, by the rank of the first that waits there: each thing once. */
export class Candidates {
  readonly #heap = new EventHeap();
  /** By thing: the rank by which it stands in the heap; −1 where it does not. */
  readonly #rank: Int32Array;

  /** @param things - how many there can be */
  constructor(things: number) {
    this.#rank = new Int32Array(things).fill(-1);
  }

  /** Adds a thing; with a rank that is not better than the one it has, it is looked at by that first. */
  offer(thing: number, rank: number): void {
    const known = this.#rank[thing]!;
    if (known >= 0 && known <= rank) return;
    this.#rank[thing] = rank;
    this.#heap.push(rank, thing);
  }

  /** Takes out the thing of the lowest rank, of these the lowest. */
  take(): { readonly thing: number; readonly rank: number } | undefined {
    while (this.#heap.size > 0) {
      const rank = this.#heap.time;
      const thing = this.#heap.pop();
      if (this.#rank[thing] !== rank) continue;
      this.#rank[thing] = -1;
      return { thing, rank };
    }
    return undefined;
  }
}
