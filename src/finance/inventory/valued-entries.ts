/** On which side of a row an entry stands. */
export const RECEIPT = 0;
/** The mark of what goes out. */
export const ISSUE = 1;

/**
 * The value of what moves, as counts at unit costs: an issue that takes of three layers is three entries.
 * What was issued before it came is corrected when it comes, by an entry of an issue at each cost.
 */
export class ValuedEntries {
  count = 0;
  /** The row of the flow. */
  row = new Int32Array(256);
  /** The number of the unit cost. */
  cost = new Int32Array(256);
  /** Counts of 10^-decimals: above 0 adds to stock, below 0 takes from it. */
  quantity = new Float64Array(256);
  side = new Uint8Array(256);

  add(row: number, cost: number, quantity: number, side: typeof RECEIPT | typeof ISSUE): void {
    if (this.count === this.row.length) this.#grow();
    const n = this.count++;
    this.row[n] = row;
    this.cost[n] = cost;
    this.quantity[n] = quantity;
    this.side[n] = side;
  }

  #grow(): void {
    const length = 2 * this.count;
    const row = new Int32Array(length);
    const cost = new Int32Array(length);
    const quantity = new Float64Array(length);
    const side = new Uint8Array(length);
    row.set(this.row);
    cost.set(this.cost);
    quantity.set(this.quantity);
    side.set(this.side);
    this.row = row;
    this.cost = cost;
    this.quantity = quantity;
    this.side = side;
  }
}
