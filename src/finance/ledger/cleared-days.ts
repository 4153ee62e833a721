import type { StockMovementColumns } from "../../mrp/index.js";

/** When components are cleared out of work in process: when their order is done, and what goes in later at once. */
export class ClearedDays {
  #days = new Int32Array(0);

  /**
   * Of the movements from one up to another of a stocking point.
   *
   * @returns days by row, which hold until those of another stocking point are asked for
   */
  of({ count, day, otherDue }: StockMovementColumns, first: number, end: number): Int32Array {
    let isLater = false;
    for (let n = first; n < end && !isLater; n++) isLater = day[n]! > otherDue[n]!;
    if (!isLater) return otherDue;
    if (this.#days.length < count) this.#days = new Int32Array(2 * count);
    for (let n = first; n < end; n++) this.#days[n] = Math.max(day[n]!, otherDue[n]!);
    return this.#days;
  }
}
