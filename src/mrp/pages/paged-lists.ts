import { PagedMap } from "./paged-map.js";

/**
 * Short lists of objects by number, of which copies that differ in a few share the rest. Most lists have one
 * entry or none, so one stands alone and takes no list.
 */
export class PagedLists<Thing extends object> {
  private readonly lists: PagedMap<Thing | readonly Thing[]>;

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
    this.lists.set(key, there === undefined ? thing : [...listOf(there), thing]);
  }

  /** @param list - not an empty one */
  set(key: number, list: readonly Thing[]): void {
    this.lists.set(key, list.length === 1 ? list[0]! : list);
  }

  delete(key: number): void {
    this.lists.delete(key);
  }

  clear(): void {
    this.lists.clear();
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
