/** Up to here cells are looked up in an array. */
const MOST_DENSE = 2 ** 24;

/** Numbers cells in the order in which they come; a cell is named by two whole numbers. */
export class CellIndex {
  readonly #width: number;
  readonly #isPlain: boolean;
  #dense: Int32Array = new Int32Array(1024).fill(-1);
  /** Cells with larger names, at places that follow from these; −1 where there is none. */
  #far: Int32Array = new Int32Array(1024).fill(-1);
  #farCount = 0;
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
    if (name >= MOST_DENSE) return this.#ofFar(high, low);
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

  /** The place after the last is the first; at least half of all are free. */
  #ofFar(high: number, low: number): number {
    if (2 * this.#farCount >= this.#far.length) this.#growFar();
    const place = this.#placeOf(high, low);
    const cell = this.#far[place]!;
    if (cell >= 0) return cell;
    this.#far[place] = this.count;
    this.#farCount++;
    return this.#add(high, low);
  }

  #placeOf(high: number, low: number): number {
    const last = this.#far.length - 1;
    let place = scattered(high, low) & last;
    for (;;) {
      const cell = this.#far[place]!;
      if (cell < 0 || (this.#high[cell] === high && this.#low[cell] === low)) return place;
      place = (place + 1) & last;
    }
  }

  #growFar(): void {
    const before = this.#far;
    this.#far = new Int32Array(4 * before.length).fill(-1);
    for (const cell of before) {
      if (cell >= 0) this.#far[this.#placeOf(this.#high[cell]!, this.#low[cell]!)] = cell;
    }
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

/** Spreads names that lie close to each other. */
function scattered(high: number, low: number): number {
  const mixed = Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function doubled(column: Float64Array): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(2 * column.length);
  longer.set(column);
  return longer;
}
