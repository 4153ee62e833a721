import { NONE, type Problem } from "../input/problem.js";
import { copied } from "../pages/index.js";

/** Stocking points as they are found; their numbers are not yet those of the sweep. */
export class DraftPoints {
  count = 0;
  item: Int32Array;
  site: Int32Array;
  /** The segment, {@link NONE} without one. */
  segment: Int32Array;
  readonly #numbers = new Map<number, number>();
  readonly #items: number;
  readonly #sites: number;

  constructor({ items, sites }: Problem) {
    this.#items = items.length;
    this.#sites = sites.length;
    this.item = new Int32Array(items.length);
    this.site = new Int32Array(items.length);
    this.segment = new Int32Array(items.length).fill(NONE);
    if (sites.length > 1) return;
    // With one site every item has a stocking point, and its number is that of the item.
    for (let item = 0; item < items.length; item++) this.item[item] = item;
    this.count = items.length;
  }

  /** The number of a stocking point, which is made when it is not there yet. */
  number(item: number, site: number, segment: number): number {
    const known = this.find(item, site, segment);
    if (known !== NONE) return known;
    this.#numbers.set(this.#key(item, site, segment), this.count);
    return this.#add(item, site, segment);
  }

  /** The number of a stocking point; {@link NONE} when there is none. */
  find(item: number, site: number, segment: number): number {
    if (segment === NONE && this.#sites === 1) return item;
    return this.#numbers.get(this.#key(item, site, segment)) ?? NONE;
  }

  #add(item: number, site: number, segment: number): number {
    if (this.count === this.item.length) this.#grow();
    const number = this.count++;
    this.item[number] = item;
    this.site[number] = site;
    this.segment[number] = segment;
    return number;
  }

  #grow(): void {
    const room = Math.max(16, this.count * 2);
    this.item = copied(this.item, new Int32Array(room));
    this.site = copied(this.site, new Int32Array(room));
    this.segment = copied(this.segment, new Int32Array(room));
  }

  #key(item: number, site: number, segment: number): number {
    return ((segment + 1) * this.#items + item) * this.#sites + site;
  }
}
