import { NONE, type Problem } from "../input/problem.js";

/** Stocking points as they are found; their numbers are not yet those of the sweep. */
export class DraftPoints {
  readonly item: number[] = [];
  readonly site: number[] = [];
  /** The segment, {@link NONE} without one. */
  readonly segment: number[] = [];
  readonly #numbers = new Map<number, number>();
  readonly #items: number;
  readonly #sites: number;

  constructor({ items, sites }: Problem) {
    this.#items = items.length;
    this.#sites = sites.length;
    if (sites.length > 1) return;
    // With one site every item has a stocking point, and its number is that of the item.
    for (let item = 0; item < items.length; item++) this.#add(item, 0, NONE);
  }

  get count(): number {
    return this.item.length;
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
    if (this.#sites === 1 && segment === NONE) return item;
    return this.#numbers.get(this.#key(item, site, segment)) ?? NONE;
  }

  #add(item: number, site: number, segment: number): number {
    this.item.push(item);
    this.site.push(site);
    return this.segment.push(segment) - 1;
  }

  #key(item: number, site: number, segment: number): number {
    return ((segment + 1) * this.#items + item) * this.#sites + site;
  }
}
