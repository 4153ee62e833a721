const BITS = 9;
const PAGE = 1 << BITS;
const MASK = PAGE - 1;

/** A column of integers, of which plans that differ in a few share all pages but those. */
export class PagedIntegers {
  readonly length: number;
  private readonly pages: Int32Array[];
  /** 1: the page is this one's alone, and may be written. */
  private readonly owned: Uint8Array;

  private constructor(length: number, pages: Int32Array[], owner: 0 | 1) {
    this.length = length;
    this.pages = pages;
    this.owned = new Uint8Array(pages.length).fill(owner);
  }

  /** Pages over a column, which is theirs from then on. */
  static over(column: Int32Array): PagedIntegers {
    const pages: Int32Array[] = [];
    for (let first = 0; first < column.length; first += PAGE) {
      pages.push(column.subarray(first, first + PAGE));
    }
    return new PagedIntegers(column.length, pages, 1);
  }

  at(index: number): number {
    return this.pages[index >> BITS]![index & MASK]!;
  }

  set(index: number, integer: number): void {
    const number = index >> BITS;
    if (this.owned[number] === 0) {
      if (this.pages[number]![index & MASK] === integer) return;
      this.pages[number] = this.pages[number]!.slice();
      this.owned[number] = 1;
    }
    this.pages[number]![index & MASK] = integer;
  }

  /** The same integers, to be changed without changing these. */
  fork(): PagedIntegers {
    return new PagedIntegers(this.length, this.pages.slice(), 0);
  }
}
