const BITS = 6;
const PAGE = 1 << BITS;
const MASK = PAGE - 1;
/** Stands for every page on which nothing is set yet. */
const NOTHING: never[] = new Array<never>(PAGE);

/** Things by index, of which plans that differ in a few share all pages but those. */
export class PagedList<Thing> {
  readonly length: number;
  private readonly pages: Thing[][];
  /** 1: the page is this one's alone, and may be written. */
  private readonly owned: Uint8Array;

  /** Every index is to be set before it is asked for. */
  constructor(length: number, shared?: PagedList<Thing>) {
    this.length = length;
    const count = Math.ceil(length / PAGE);
    this.owned = new Uint8Array(count);
    this.pages =
      shared === undefined ? new Array<Thing[]>(count).fill(NOTHING) : shared.pages.slice();
  }

  at(index: number): Thing {
    return this.pages[index >> BITS]![index & MASK]!;
  }

  set(index: number, thing: Thing): void {
    const number = index >> BITS;
    if (this.owned[number] === 0) {
      this.pages[number] = this.pages[number]!.slice();
      this.owned[number] = 1;
    }
    this.pages[number]![index & MASK] = thing;
  }

  *[Symbol.iterator](): IterableIterator<Thing> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  /** The same things, to be changed without changing these. */
  fork(): PagedList<Thing> {
    return new PagedList(this.length, this);
  }
}
