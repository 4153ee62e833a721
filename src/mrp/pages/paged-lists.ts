import { PagedMap } from "./paged-map.js";

/**
 * Short lists of objects by number, of which copies that differ in a few share the rest. Most lists have one
 * entry or none, so one stands alone and takes no list.
 */
export class PagedLists<Thing extends object> {
  private readonly lists: PagedMap<Thing | readonly Thing[]>;
  /** Lists of several entries by number that were begun here, so that nobody shares them. */
  private readonly own = new Map<number, Thing[]>();

  constructor(shared?: PagedLists<Thing>) {
    this.lists = new PagedMap(shared?.lists);
  }

  /** How many numbers have a list with something in it. */
  get size(): number {
    return this.lists.size;
  }

  /** The list of a number; an empty one where nothing was added. */
  at(key: number): readonly Thing[] {
    return listOf(this.lists.get(key));
  }

  add(key: number, thing: Thing): void {
    const there = this.lists.get(key);
    if (there === undefined) {
      this.lists.set(key, thing);
      return;
    }
    const own = this.own.get(key);
    if (own !== undefined && own === there) own.push(thing);
    else {
      const list = [...listOf(there), thing];
      this.lists.set(key, list);
      this.own.set(key, list);
    }
  }

  /** @param list - not an empty one */
  set(key: number, list: readonly Thing[]): void {
    this.lists.set(key, list.length === 1 ? list[0]! : list);
  }

  delete(key: number): void {
    this.lists.delete(key);
    this.own.delete(key);
  }

  clear(): void {
    this.lists.clear();
    this.own.clear();
  }

  /** The same lists, to be changed without changing these. */
  fork(): PagedLists<Thing> {
    return new PagedLists(this);
  }

  *entries(): IterableIterator<readonly [number, readonly Thing[]]> {
    for (const [key, list] of this.lists.entries()) yield [key, listOf(list)];
  }
}

const NOTHING: readonly never[] = [];

function listOf<Thing extends object>(
  list: Thing | readonly Thing[] | undefined,
): readonly Thing[] {
  if (list === undefined) return NOTHING;
  return Array.isArray(list) ? list : [list as Thing];
}
