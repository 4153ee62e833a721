const BITS = 6;
const PAGE = 1 << BITS;
const MASK = PAGE - 1;

/** A map by number, from 0, of which copies that differ in a few entries share the rest. */
export class PagedMap<Value extends number | object> {
  private readonly pages: Map<number, (Value | undefined)[]>;
  /** The numbers of the pages that are this one's alone, and may be written. */
  private readonly owned = new Set<number>();
  private entryCount: number;

  constructor(shared?: PagedMap<Value>) {
    this.pages = new Map(shared === undefined ? [] : shared.pages);
    this.entryCount = shared === undefined ? 0 : shared.entryCount;
  }

  get size(): number {
    return this.entryCount;
  }

  get(key: number): Value | undefined {
    return this.entryCount === 0 ? undefined : this.pages.get(key >> BITS)?.[key & MASK];
  }

  has(key: number): boolean {
    return this.get(key) !== undefined;
  }

  set(key: number, value: Value): void {
    const page = this.writable(key >> BITS);
    if (page[key & MASK] === undefined) this.entryCount++;
    page[key & MASK] = value;
  }

  delete(key: number): void {
    if (!this.has(key)) return;
    this.writable(key >> BITS)[key & MASK] = undefined;
    this.entryCount--;
  }

  clear(): void {
    this.pages.clear();
    this.owned.clear();
    this.entryCount = 0;
  }

  /** Page by page as they were first written; those of a page in the order of their keys. */
  *entries(): IterableIterator<readonly [number, Value]> {
    for (const [number, page] of this.pages) {
      for (const [n, value] of page.entries()) {
        if (value !== undefined) yield [number * PAGE + n, value];
      }
    }
  }

  /** The same entries, to be changed without changing these. */
  fork(): PagedMap<Value> {
    return new PagedMap(this);
  }

  private writable(number: number): (Value | undefined)[] {
    const there = this.pages.get(number);
    if (there !== undefined && this.owned.has(number)) return there;
    const page = there === undefined ? new Array<undefined>(PAGE).fill(undefined) : there.slice();
    this.pages.set(number, page);
    this.owned.add(number);
    return page;
  }
}
