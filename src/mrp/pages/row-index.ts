import { PagedMap } from "./paged-map.js";

/** Rows by a text that tells them apart; copies that differ in a few texts share the rest. */
export class RowIndex<Row> {
  private readonly base: (key: string) => Row | undefined;
  /** What is known otherwise than in the base, by a hash of the text. */
  private readonly later: PagedMap<readonly (readonly [string, Row | undefined])[]>;

  constructor(base: (key: string) => Row | undefined, shared?: RowIndex<Row>) {
    this.base = base;
    this.later = shared === undefined ? new PagedMap() : shared.later.fork();
  }

  find(key: string): Row | undefined {
    const later = this.later.size === 0 ? undefined : this.later.get(hashOf(key));
    const entry = later?.find(([known]) => known === key);
    return entry === undefined ? this.base(key) : entry[1];
  }

  set(key: string, row: Row | undefined): void {
    const hash = hashOf(key);
    const others = (this.later.get(hash) ?? []).filter(([known]) => known !== key);
    this.later.set(hash, [...others, [key, row]]);
  }

  fork(): RowIndex<Row> {
    return new RowIndex(this.base, this);
  }
}

/** FNV-1a over the code units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < key.length; k++) hash = Math.imul(hash ^ key.charCodeAt(k), 0x01000193);
  return hash & 0xffff;
}
