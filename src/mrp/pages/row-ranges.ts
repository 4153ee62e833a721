/** Stocking points on a page. */
const BITS = 9;
const PAGE = 1 << BITS;
const MASK = PAGE - 1;

/**
 * Which rows of some columns belong to each stocking point: from `first` up to `end`. Plans that
 * differ in a few points share all pages but those of the points that differ. One that shares nothing
 * has all of them in one column, which is read without a look at pages.
 */
export class RowRanges {
  /** All pages one behind the other; `undefined`: some are another plan's. */
  private readonly column: Int32Array | undefined;
  private pages: Int32Array[];
  /** 1: the page is this one's alone, and may be written. */
  private readonly owned: Uint8Array;

  private constructor(column: Int32Array | undefined, pages: Int32Array[]) {
    this.column = column;
    this.pages = pages;
    this.owned = new Uint8Array(column === undefined ? pages.length : 0);
  }

  /** No ranges yet. */
  static empty(points: number): RowRanges {
    return RowRanges.over(new Int32Array(RowRanges.room(points)));
  }

  /**
   * Ranges one behind the other, point by point.
   *
   * @param counts - how many rows there are at each place; afterwards where they begin
   * @param placeOf - the place of each point; `undefined`: places are points
   */
  static inTurn(counts: Int32Array, placeOf: Int32Array | undefined): RowRanges {
    const column = new Int32Array(RowRanges.room(counts.length));
    writeInTurn(counts, placeOf, column);
    return RowRanges.over(column);
  }

  /** How long a column must be that holds the ranges of so many points in whole pages. */
  static room(points: number): number {
    return Math.ceil(points / PAGE) * 2 * PAGE;
  }

  /** Ranges in a column with {@link room} for them, which others may write, too. */
  static over(column: Int32Array): RowRanges {
    return new RowRanges(column, []);
  }

  first(point: number): number {
    const { column } = this;
    if (column !== undefined) return column[2 * point]!;
    return this.pages[point >> BITS]![2 * (point & MASK)]!;
  }

  end(point: number): number {
    const { column } = this;
    if (column !== undefined) return column[2 * point + 1]!;
    return this.pages[point >> BITS]![2 * (point & MASK) + 1]!;
  }

  set(point: number, first: number, end: number): void {
    const { column } = this;
    if (column !== undefined) {
      column[2 * point] = first;
      column[2 * point + 1] = end;
      return;
    }
    const page = this.writable(point >> BITS);
    page[2 * (point & MASK)] = first;
    page[2 * (point & MASK) + 1] = end;
  }

  /** The same ranges, to be changed without changing these. */
  fork(): RowRanges {
    if (this.column !== undefined && this.pages.length === 0) this.pages = pagesOf(this.column);
    return new RowRanges(undefined, this.pages.slice());
  }

  private writable(number: number): Int32Array {
    if (this.owned[number] === 0) {
      this.pages[number] = this.pages[number]!.slice();
      this.owned[number] = 1;
    }
    return this.pages[number]!;
  }
}

function pagesOf(column: Int32Array): Int32Array[] {
  const pages: Int32Array[] = [];
  for (let first = 0; first < column.length; first += 2 * PAGE) {
    pages.push(column.subarray(first, first + 2 * PAGE));
  }
  return pages;
}

/** A loop alone in its function: code that is made while it runs knows nothing of what comes after it. */
function writeInTurn(
  counts: Int32Array,
  placeOf: Int32Array | undefined,
  column: Int32Array,
): void {
  let end = 0;
  for (let point = 0; point < counts.length; point++) {
    const place = placeOf === undefined ? point : placeOf[point]!;
    const first = end;
    end += counts[place]!;
    counts[place] = first;
    column[2 * point] = first;
    column[2 * point + 1] = end;
  }
}
