const FIRST_ROOM = 64;

/** A heap of numbered things with a time each: the earliest first, of one time the lowest number. */
export class EventHeap {
  #times = new Float64Array(FIRST_ROOM);
  #things = new Int32Array(FIRST_ROOM);
  #size = 0;

  /** How many there are. */
  get size(): number {
    return this.#size;
  }

  /** The earliest time; Infinity when there is none. */
  get time(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : this.#times[0]!;
  }

  /** The thing of the earliest time; there must be one. */
  get first(): number {
    return this.#things[0]!;
  }

  /** Adds a thing. */
  push(time: number, thing: number): void {
    if (this.#size === this.#times.length) this.#grow();
    const [times, things] = [this.#times, this.#things];
    let place = this.#size++;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const earlier = times[above]!;
      if (earlier < time || (earlier === time && things[above]! <= thing)) break;
      times[place] = earlier;
      things[place] = things[above]!;
      place = above;
    }
    times[place] = time;
    things[place] = thing;
  }

  /** Takes out the thing of the earliest time; there must be one. */
  pop(): number {
    const [times, things] = [this.#times, this.#things];
    const least = things[0]!;
    const size = --this.#size;
    const [time, thing] = [times[size]!, things[size]!];
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= size) break;
      const next = below + 1;
      if (
        next < size &&
        (times[next]! < times[below]! ||
          (times[next]! === times[below]! && things[next]! < things[below]!))
      ) {
        below = next;
      }
      if (times[below]! > time || (times[below]! === time && things[below]! >= thing)) break;
      times[place] = times[below]!;
      things[place] = things[below]!;
      place = below;
    }
    times[place] = time;
    things[place] = thing;
    return least;
  }

  #grow(): void {
    const times = new Float64Array(2 * this.#size);
    const things = new Int32Array(2 * this.#size);
    times.set(this.#times);
    things.set(this.#things);
    [this.#times, this.#things] = [times, things];
  }
}
