import { PlanningInputError } from "../../core/index.js";
import type { Problem } from "../input/problem.js";
import { RowRanges, withRoom } from "../pages/index.js";
import type { Changes } from "./model.js";

/** Changes of stock in the order in which their rows are read, before they are grouped. */
export class DraftChanges {
  count = 0;
  readonly point: Int32Array;
  /** The other columns as in {@link Changes}. */
  readonly day: Int32Array;
  readonly quantity: Float64Array;
  readonly origin: Int32Array;

  /** @param most - how many changes there may be */
  constructor(most: number) {
    this.point = new Int32Array(most);
    this.day = new Int32Array(most);
    this.quantity = new Float64Array(most);
    this.origin = new Int32Array(most);
  }

  add(point: number, day: number, quantity: number, origin: number): void {
    const c = this.count++;
    this.point[c] = point;
    this.day[c] = day;
    this.quantity[c] = quantity;
    this.origin[c] = origin;
  }
}

/** Changes that are written point by point, those of a point in the order of their rows. */
export class GroupedChanges {
  readonly day: Int32Array;
  readonly quantity: Float64Array;
  readonly origin: Int32Array;
  /** Where the next change of each point goes. */
  readonly next: Int32Array;
  readonly #rows: RowRanges;

  /** @param start - where the changes of each point begin, see {@link startsOf} */
  constructor(start: Int32Array) {
    const count = start.at(-1)!;
    this.#rows = RowRanges.of(start);
    this.next = start.slice(0, -1);
    this.day = withRoom((n) => new Int32Array(n), count);
    this.quantity = withRoom((n) => new Float64Array(n), count);
    this.origin = withRoom((n) => new Int32Array(n), count);
  }

  /** Writes changes of a draft, [from, to). */
  write(draft: DraftChanges, from: number, to: number): void {
    const { day, quantity, origin, next } = this;
    for (let c = from; c < to; c++) {
      const k = next[draft.point[c]!]!++;
      day[k] = draft.day[c]!;
      quantity[k] = draft.quantity[c]!;
      origin[k] = draft.origin[c]!;
    }
  }

  columns(): Changes {
    const { day, quantity, origin } = this;
    return { rows: this.#rows, day, quantity, origin };
  }
}

/** Where the rows of each stocking point begin when they are grouped; one entry more than points. */
export function startsOf(pointOfRow: Int32Array, rows: number, points: number): Int32Array {
  const start = new Int32Array(points + 1);
  countRows(start, pointOfRow, rows);
  addUp(start);
  return start;
}

/** Counts rows of points, those of point p at p + 1. */
export function countRows(counts: Int32Array, pointOfRow: Int32Array, rows: number): void {
  for (let r = 0; r < rows; r++) counts[pointOfRow[r]! + 1]!++;
}

/** Turns counts at p + 1 into where the rows of p begin. */
export function addUp(counts: Int32Array): void {
  for (let p = 1; p < counts.length; p++) counts[p]! += counts[p - 1]!;
}

/** Q4: figures of an item leave the safe integers. */
export function overflow(problem: Problem, item: number): PlanningInputError {
  const { id, decimals } = problem.items[item]!;
  const message = `Quantities of item ${JSON.stringify(id)} add up to more than 2^53 counts of 10^-${decimals}. Give the item fewer decimals or a larger unit.`;
  return new PlanningInputError([
    { code: "quantityOverflow", path: ["items", item], message, item: id },
  ]);
}
