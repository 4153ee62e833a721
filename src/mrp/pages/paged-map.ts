const BITS = 6;

/** A map by number, of which copies that differ in a few entries share the rest. */
export class PagedMap<Value> {
  private readonly pages: Map<number, ReadonlyMap<number, Value>>;
  /** The pages that are this one's alone. */
  private readonly owned = new Map<number, Map<number, Value>>();
  private entryCount: number;

  constructor(shared?: PagedMap<Value>) {
    this.pages = new Map(shared === undefined ? [] : shared.pages);
    this.entryCount = shared === undefined ? 0 : shared.entryCount;
  }

  get size(): number {
    return this.entryCount;
  }

  get(key: number): Value | undefined {
    return this.entryCount === 0 ? undefined : this.pages.get(key >> BITS)?.get(key);
  }

  has(key: number): boolean {
    return this.pages.get(key >> BITS)?.has(key) ?? false;
  }

  set(key: number, value: Value): void {
    const page = this.writable(key >> BITS);
    if (!page.has(key)) this.entryCount++;
    page.set(key, value);
  }

  delete(key: number): void {
    if (!this.has(key)) return;
    this.writable(key >> BITS).delete(key);
    this.entryCount--;
  }

  clear(): void {
    this.pages.clear();
    this.owned.clear();
    this.entryCount = 0;
  }

  *entries(): IterableIterator<readonly [number, Value]> {
    for (const page of this.pages.values()) yield* page;
  }

  /** The same entries, to be changed without changing these. */
  fork(): PagedMap<Value> {
    return new PagedMap(this);
  }

  private writable(number: number): Map<number, Value> {
    let page = this.owned.get(number);
    if (page === undefined) {
      page = new Map(this.pages.get(number));
      this.owned.set(number, page);
      this.pages.set(number, page);
    }
    return page;
  }
}
