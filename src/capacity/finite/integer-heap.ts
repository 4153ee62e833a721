const FIRST_ROOM = 16;

/** A heap of whole numbers that gives the smallest first. */
export class IntegerHeap {
  #entries = new Int32Array(FIRST_ROOM);
  #size = 0;

  /** How many there are. */
  get size(): number {
    return this.#size;
  }

  /** The smallest; −1 when there is none. */
  get first(): number {
    return this.#size === 0 ? -1 : this.#entries[0]!;
  }

  /** Adds a number, 0 or more. */
  push(entry: number): void {
    if (this.#size === this.#entries.length) {
      const larger = new Int32Array(2 * this.#size);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    const entries = this.#entries;
    let place = this.#size++;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (entries[above]! <= entry) break;
      entries[place] = entries[above]!;
      place = above;
    }
    entries[place] = entry;
  }

  /** Takes out the smallest; there must be one. */
  pop(): number {
    const entries = this.#entries;
    const least = entries[0]!;
    const last = entries[--this.#size]!;
    const size = this.#size;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= size) break;
      if (below + 1 < size && entries[below + 1]! < entries[below]!) below++;
      if (entries[below]! >= last) break;
      entries[place] = entries[below]!;
      place = below;
    }
    entries[place] = last;
    return least;
  }
}
