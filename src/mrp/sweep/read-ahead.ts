import type { Model } from "../compile/model.js";
import type { RowRanges } from "../pages/index.js";
import type { OrderColumns } from "./planned-orders.js";

/** Stocking points whose needs are fetched together. */
export const READ_TOGETHER = 16;

/** Links of theirs of which the orders are fetched; some points have thousands, which fill the cache alone. */
const MOST_LINKS = 64;

/**
 * Fetches from memory what stocking points are about to pull.
 *
 * A link waits for memory three times: for the rows of its parent, for the day of the first one and for its
 * quantity. One link after the other, these waits add up; in loops that do nothing else, a processor waits for
 * many of them at once. What is fetched is looked at again when it is pulled: no plan depends on it.
 */
export class ReadAhead {
  readonly #rows = new Int32Array(MOST_LINKS);
  /** Made of all that was read, or a compiler might leave the reading out. */
  seen = 0;

  /** Fetches the first orders of the parents of stocking points, [first, end). */
  fetch(
    { links }: Model,
    { rows, due, startQuantity }: OrderColumns,
    first: number,
    end: number,
  ): void {
    const from = links.start[first]!;
    const count = Math.min(links.start[end]! - from, MOST_LINKS);
    const firstRows = this.#rows;
    findRows(rows, links.parent, from, firstRows, count);
    this.seen = sumOfDays(due, firstRows, count) + sumOfQuantities(startQuantity, firstRows, count);
  }
}

function findRows(
  ranges: RowRanges,
  parent: Int32Array,
  from: number,
  rows: Int32Array,
  count: number,
): void {
  for (let n = 0; n < count; n++) rows[n] = ranges.first(parent[from + n]!);
}

// Not one function for both: it would ask of each number which of the two columns it is in.
function sumOfDays(due: Int32Array, rows: Int32Array, count: number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) sum ^= due[rows[n]!]!;
  return sum;
}

function sumOfQuantities(quantity: Float64Array, rows: Int32Array, count: number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) sum += quantity[rows[n]!]!;
  return sum;
}
