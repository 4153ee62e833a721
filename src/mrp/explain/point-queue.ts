/** Stocking points that wait their turn, the lowest number first: a binary heap. */
export class PointQueue {
  readonly #heap: number[] = [];

  /** Adds a point that is not waiting. */
  add(point: number): void {
    const heap = this.#heap;
    let place = heap.push(point) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (heap[above]! <= point) break;
      heap[place] = heap[above]!;
      place = above;
    }
    heap[place] = point;
  }

  /** Takes the lowest; `undefined` when none waits. */
  take(): number | undefined {
    const heap = this.#heap;
    const lowest = heap[0];
    const last = heap.pop();
    if (lowest === undefined || last === undefined || heap.length === 0) return lowest;
    let place = 0;
    for (let below = 1; below < heap.length; below = 2 * place + 1) {
      if (below + 1 < heap.length && heap[below + 1]! < heap[below]!) below++;
      if (heap[below]! >= last) break;
      heap[place] = heap[below]!;
      place = below;
    }
    heap[place] = last;
    return lowest;
  }
}
