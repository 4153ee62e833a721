/** Up to here cells are looked up in an array. */
const MOST_DENSE = 2 ** 24;

/** Numbers cells in the order in which they come; a cell is named by two whole numbers. */
export class CellIndex {
  readonly #width: number;
  readonly #isPlain: boolean;
  #dense: Int32Array = new Int32Array(1024).fill(-1);
  readonly #far = new Map<number, number>();
  readonly #nested = new Map<number, Map<number, number>>();
  #high = new Float64Array(64);
  #low = new Float64Array(64);
  count = 0;

  /**
   * @param width - above every second number
   * @param most - above every first number
   */
  constructor(width: number, most: number) {
    this.#width = width;
    this.#isPlain = width * most <= Number.MAX_SAFE_INTEGER;
  }

  of(high: number, low: number): number {
    if (!this.#isPlain) return this.#ofNested(high, low);
    const name = high * this.#width + low;
    if (name >= MOST_DENSE) {
      const cell = this.#far.get(name);
      if (cell !== undefined) return cell;
      this.#far.set(name, this.count);
      return this.#add(high, low);
    }
    if (name >= this.#dense.length) this.#grow(name);
    const cell = this.#dense[name]!;
    if (cell >= 0) return cell;
    this.#dense[name] = this.count;
    return this.#add(high, low);
  }

  highOf(cell: number): number {
    return this.#high[cell]!;
  }

  lowOf(cell: number): number {
    return this.#low[cell]!;
  }

  #ofNested(high: number, low: number): number {
    let row = this.#nested.get(high);
    if (row === undefined) {
      row = new Map();
      this.#nested.set(high, row);
    }
    const cell = row.get(low);
    if (cell !== undefined) return cell;
    row.set(low, this.count);
    return this.#add(high, low);
  }

  #add(high: number, low: number): number {
    if (this.count === this.#high.length) {
      this.#high = doubled(this.#high);
      this.#low = doubled(this.#low);
    }
    this.#high[this.count] = high;
    this.#low[this.count] = low;
    return this.count++;
  }

  #grow(name: number): void {
    const longer = new Int32Array(Math.min(MOST_DENSE, Math.max(name + 1, 4 * this.#dense.length)));
    longer.set(this.#dense);
    longer.fill(-1, this.#dense.length);
    this.#dense = longer;
  }
}

function doubled(column: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(2 * column.length);
  longer.set(column);
  return longer;
}
