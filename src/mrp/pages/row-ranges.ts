/** Stocking points on a page. */
const BITS = 9;
const PAGE = 1 << BITS;
const MASK = PAGE - 1;
/** Stands for every page on which no range is set yet. */
const NONE_YET = new Int32Array(2 * PAGE);

/**
 * Which rows of some columns belong to each stocking point: from `first` up to `end`. Plans that
 * differ in a few points share all pages but those of the points that differ.
 */
export class RowRanges {
  private readonly pages: Int32Array[];
  /** 1: the page is this one's alone, and may be written. */
  private readonly owned: Uint8Array;

  constructor(points: number, shared?: RowRanges) {
    const count = Math.ceil(points / PAGE);
    this.owned = new Uint8Array(count);
    this.pages =
      shared === undefined ? new Array<Int32Array>(count).fill(NONE_YET) : shared.pages.slice();
  }

  /** The ranges of rows that stand point by point: those of p are start[p] … start[p + 1] − 1. */
  static of(start: Int32Array): RowRanges {
    const points = start.length - 1;
    const column = new Int32Array(RowRanges.room(points));
    writeRanges(start, column);
    return RowRanges.over(column, points);
  }

  /** How long a column must be that holds the ranges of so many points in whole pages. */
  static room(points: number): number {
    return Math.ceil(points / PAGE) * 2 * PAGE;
  }

  /** Pages over a column of {@link room} for them, which others may write, too. */
  static over(column: Int32Array, points: number): RowRanges {
    const ranges = new RowRanges(points);
    for (let number = 0; number < ranges.pages.length; number++) {
      ranges.pages[number] = column.subarray(number * 2 * PAGE, (number + 1) * 2 * PAGE);
    }
    ranges.owned.fill(1);
    return ranges;
  }

  first(point: number): number {
    return this.pages[point >> BITS]![2 * (point & MASK)]!;
  }

  end(point: number): number {
    return this.pages[point >> BITS]![2 * (point & MASK) + 1]!;
  }

  set(point: number, first: number, end: number): void {
    const page = this.writable(point >> BITS);
    page[2 * (point & MASK)] = first;
    page[2 * (point & MASK) + 1] = end;
  }

  /** The same ranges, to be changed without changing these. */
  fork(points: number): RowRanges {
    return new RowRanges(points, this);
  }

  private writable(number: number): Int32Array {
    if (this.owned[number] === 0) {
      this.pages[number] = this.pages[number]!.slice();
      this.owned[number] = 1;
    }
    return this.pages[number]!;
  }
}

/** A loop alone in its function: code that is made while it runs knows nothing of what comes after it. */
function writeRanges(start: Int32Array, column: Int32Array): void {
  for (let point = 0; point < start.length - 1; point++) {
    column[2 * point] = start[point]!;
    column[2 * point + 1] = start[point + 1]!;
  }
}
