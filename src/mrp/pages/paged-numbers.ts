const BITS = 9;
const PAGE = 1 << BITS;
const MASK = PAGE - 1;
/** Stands for every page on which nothing is written yet. */
const ZEROS = new Float64Array(PAGE);

/** Numbers by index, of which plans that differ in a few share all pages but those. */
export class PagedNumbers {
  readonly length: number;
  private readonly pages: Float64Array[];
  /** 1: the page is this one's alone, and may be written. */
  private readonly owned: Uint8Array;

  constructor(length: number, shared?: PagedNumbers) {
    this.length = length;
    const count = Math.ceil(length / PAGE);
    this.owned = new Uint8Array(count);
    const there = shared === undefined ? [] : shared.pages.slice();
    for (let number = there.length; number < count; number++) there.push(ZEROS);
    this.pages = there;
  }

  /** How long a column must be that holds so many numbers in whole pages. */
  static room(length: number): number {
    return Math.ceil(length / PAGE) * PAGE;
  }

  /** Pages over a column of {@link room} for them, which others may write, too. */
  static over(column: Float64Array, length: number): PagedNumbers {
    const numbers = new PagedNumbers(length);
    for (let number = 0; number < numbers.pages.length; number++) {
      numbers.pages[number] = column.subarray(number * PAGE, (number + 1) * PAGE);
    }
    numbers.owned.fill(1);
    return numbers;
  }

  at(index: number): number {
    return this.pages[index >> BITS]![index & MASK]!;
  }

  set(index: number, value: number): void {
    const number = index >> BITS;
    if (this.owned[number] === 0) {
      if (this.pages[number]![index & MASK] === value) return;
      this.pages[number] = this.pages[number]!.slice();
      this.owned[number] = 1;
    }
    this.pages[number]![index & MASK] = value;
  }

  fill(value: number): void {
    for (let number = 0; number < this.pages.length; number++) {
      if (this.owned[number] === 1) this.pages[number]!.fill(value);
      else this.pages[number] = new Float64Array(PAGE).fill(value);
      this.owned[number] = 1;
    }
  }

  /** The same numbers and room for some more, to be changed without changing these. */
  fork(length: number = this.length): PagedNumbers {
    return new PagedNumbers(length, this);
  }
}
