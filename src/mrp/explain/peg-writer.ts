/** Pegs of a stocking point that are written one after the other; see {@link PointPegs}. */
export class PegWriter {
  count = 0;
  need = new Int32Array(0);
  supply = new Int32Array(0);
  quantity = new Float64Array(0);

  /** Begins anew, with room for so many pegs. */
  begin(most: number): void {
    this.count = 0;
    if (most <= this.need.length) return;
    const capacity = Math.max(1024, 2 * most);
    this.need = new Int32Array(capacity);
    this.supply = new Int32Array(capacity);
    this.quantity = new Float64Array(capacity);
  }

  write(need: number, supply: number, quantity: number): void {
    const n = this.count++;
    this.need[n] = need;
    this.supply[n] = supply;
    this.quantity[n] = quantity;
  }
}
