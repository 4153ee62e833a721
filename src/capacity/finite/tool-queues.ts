import { EventHeap } from "./event-heap.js";
import type { Line, Lines } from "./lines.js";
import type { Shop } from "./shop.js";

/** The lines at one work centre that wait for one tool. */
interface Shelf {
  readonly center: number;
  readonly tool: number;
  /** Numbers of lines by the rank of their first, outdated ones among them. */
  readonly lines: EventHeap;
  /** The rank by which it stands in the queue of its tool; −1: not there. */
  queued: number;
  /** Left out until its work centre can begin something again. */
  isAside: boolean;
}

/**
 * The tools, and who waits for them: lines by work centre, work centres by the rank of their first.
 * A tool that is given back is offered to the first alone, then to the next if it is still there; work
 * centres that can begin nothing are set aside, so that they are not looked at each time.
 */
export class ToolQueues {
  readonly #shop: Shop;
  readonly #lines: Lines;
  readonly #left: Int32Array;
  readonly #queues = new Map<number, EventHeap>();
  readonly #shelves = new Map<number, Shelf>();
  /** By work centre: what was set aside. */
  readonly #aside = new Map<number, Shelf[]>();

  constructor(shop: Shop, lines: Lines) {
    this.#shop = shop;
    this.#lines = lines;
    this.#left = Int32Array.from(shop.toolUnits);
  }

  /** A tool of an operation of which none is free; −1 when all are there. */
  missing(operation: number): number {
    for (const tool of this.#shop.toolSets[this.#shop.toolSet[operation]!]!) {
      if (this.#left[tool] === 0) return tool;
    }
    return -1;
  }

  isFree(tool: number): boolean {
    return this.#left[tool]! > 0;
  }

  take(tool: number): void {
    this.#left[tool]!--;
  }

  giveBack(tool: number): void {
    this.#left[tool]!++;
  }

  /** Lets a line wait for a tool, by the rank of its first. */
  park(number: number, rank: number, tool: number): void {
    const line = this.#lines.at(number);
    line.parked = "tools";
    line.tool = tool;
    this.#put(number, rank);
  }

  /** A parked line has another first. */
  renew(number: number, rank: number): void {
    this.#put(number, rank);
  }

  /** The rank of the first that waits for a tool where something can be begun; −1 for none. */
  firstFor(tool: number, canBegin: (center: number) => boolean): number {
    const queue = this.#queues.get(tool);
    while (queue !== undefined && queue.size > 0) {
      const shelf = this.#shelf(tool, queue.first);
      const rank = queue.time;
      const first = shelf.queued === rank ? this.#firstOn(shelf) : -1;
      if (first === rank && canBegin(shelf.center)) return rank;
      queue.pop();
      if (shelf.queued !== rank) continue;
      shelf.queued = -1;
      if (first === rank) this.#setAside(shelf);
      else if (first >= 0) this.#enqueue(shelf, first);
    }
    return -1;
  }

  /** Takes out the line whose rank {@link firstFor} gave. @returns its number */
  takeFirst(tool: number): number {
    const queue = this.#queues.get(tool)!;
    const shelf = this.#shelf(tool, queue.first);
    queue.pop();
    shelf.queued = -1;
    const number = shelf.lines.pop();
    this.#lines.at(number).parked = "no";
    const next = this.#firstOn(shelf);
    if (next >= 0) this.#enqueue(shelf, next);
    return number;
  }

  /** Puts back what was set aside at a work centre. @returns the tools for which somebody waits there */
  takeAside(center: number): readonly number[] {
    const shelves = this.#aside.get(center);
    if (shelves === undefined) return [];
    this.#aside.delete(center);
    return shelves.map((shelf) => {
      shelf.isAside = false;
      const first = this.#firstOn(shelf);
      if (first >= 0) this.#enqueue(shelf, first);
      return shelf.tool;
    });
  }

  #put(number: number, rank: number): void {
    const line = this.#lines.at(number);
    line.mark = rank;
    const shelf = this.#shelf(line.tool, line.center);
    shelf.lines.push(rank, number);
    if (!shelf.isAside && (shelf.queued < 0 || rank < shelf.queued)) this.#enqueue(shelf, rank);
  }

  #enqueue(shelf: Shelf, rank: number): void {
    const queue = this.#queues.get(shelf.tool) ?? new EventHeap();
    this.#queues.set(shelf.tool, queue);
    shelf.queued = rank;
    queue.push(rank, shelf.center);
  }

  #setAside(shelf: Shelf): void {
    shelf.isAside = true;
    const others = this.#aside.get(shelf.center);
    if (others === undefined) this.#aside.set(shelf.center, [shelf]);
    else others.push(shelf);
  }

  #shelf(tool: number, center: number): Shelf {
    const key = tool * this.#shop.centers.length + center;
    let shelf = this.#shelves.get(key);
    if (shelf === undefined) {
      shelf = { center, tool, lines: new EventHeap(), queued: -1, isAside: false };
      this.#shelves.set(key, shelf);
    }
    return shelf;
  }

  /** The rank of the first that waits on a shelf; −1 for none. */
  #firstOn({ tool, lines }: Shelf): number {
    while (lines.size > 0) {
      const [rank, number] = [lines.time, lines.first];
      const line: Line = this.#lines.at(number);
      const isHere = line.parked === "tools" && line.tool === tool && line.mark === rank;
      const first = isHere ? this.#lines.firstOf(line) : -1;
      if (first === rank) return rank;
      lines.pop();
      if (!isHere) continue;
      if (first < 0) line.parked = "no";
      else {
        line.mark = first;
        lines.push(first, number);
      }
    }
    return -1;
  }
}
