/** A map by item and site, whose ids are never put together into one text. */
export class PlaceMap<Value> {
  readonly #byItem = new Map<string, Map<string, Value>>();

  get(item: string, site: string): Value | undefined {
    return this.#byItem.get(item)?.get(site);
  }

  set(item: string, site: string, value: Value): void {
    const bySite = this.#byItem.get(item);
    if (bySite === undefined) this.#byItem.set(item, new Map([[site, value]]));
    else bySite.set(site, value);
  }

  /** Items and sites, each item at the place where it was first set. */
  *places(): Iterable<readonly [item: string, site: string]> {
    for (const [item, bySite] of this.#byItem) for (const site of bySite.keys()) yield [item, site];
  }
}
