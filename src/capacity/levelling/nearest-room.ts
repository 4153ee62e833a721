/** Places in a row with the room that each has; the nearest with enough is found in logarithmic time. */
export class NearestRoom {
  /** The number of leaves, a power of two. */
  readonly #leaves: number;
  /** A tree, its root at 1: the most room below each node; the leaves are the places. */
  readonly #most: Float64Array;

  constructor(places: number) {
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, places)));
    this.#most = new Float64Array(2 * this.#leaves).fill(Number.NEGATIVE_INFINITY);
  }

  set(place: number, room: number): void {
    const most = this.#most;
    let node = place + this.#leaves;
    most[node] = room;
    for (node >>= 1; node > 0; node >>= 1) {
      most[node] = Math.max(most[2 * node]!, most[2 * node + 1]!);
    }
  }

  /** The last place before one that has at least so much room; −1 for none. */
  before(place: number, room: number): number {
    return this.#nearest(place, room, 0);
  }

  /** The first place after one that has at least so much room; −1 for none. */
  after(place: number, room: number): number {
    return this.#nearest(place, room, 1);
  }

  /** @param side - of two children, the one on the way: 0 left, 1 right */
  #nearest(place: number, room: number, side: 0 | 1): number {
    const most = this.#most;
    let node = place + this.#leaves;
    // Up to where a neighbour on that side has room,
    while (node > 1 && ((node & 1) === side || most[node ^ 1]! < room)) node >>= 1;
    if (node <= 1) return -1;
    node ^= 1;
    // and down to the place in it that is nearest.
    while (node < this.#leaves) {
      const near = 2 * node + 1 - side;
      node = most[near]! >= room ? near : near ^ 1;
    }
    return node - this.#leaves;
  }
}
