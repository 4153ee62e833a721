import { PlanningInputError, precisionWords } from "../../core/index.js";
import type { Problem } from "../input/problem.js";
import { copied, RowRanges, withRoom } from "../pages/index.js";
import type { Changes } from "./model.js";

/** Changes of stock in the order in which their rows are read, before they are grouped. */
export class DraftChanges {
  count = 0;
  point: Int32Array;
  /** The other columns as in {@link Changes}. */
  day: Int32Array;
  quantity: Float64Array;
  origin: Int32Array;

  /** @param likely - how many changes there are likely to be */
  constructor(likely: number) {
    this.point = new Int32Array(likely);
    this.day = new Int32Array(likely);
    this.quantity = new Float64Array(likely);
    this.origin = new Int32Array(likely);
  }

  add(point: number, day: number, quantity: number, origin: number): void {
    if (this.count === this.point.length) this.grow();
    const c = this.count++;
    this.point[c] = point;
    this.day[c] = day;
    this.quantity[c] = quantity;
    this.origin[c] = origin;
  }

  private grow(): void {
    const room = Math.max(16, this.count * 2);
    this.point = copied(this.point, new Int32Array(room));
    this.day = copied(this.day, new Int32Array(room));
    this.quantity = copied(this.quantity, new Float64Array(room));
    this.origin = copied(this.origin, new Int32Array(room));
  }
}

/** Changes that are written point by point, those of a point in the order of their rows. */
export class GroupedChanges {
  readonly day: Int32Array;
  readonly quantity: Float64Array;
  readonly origin: Int32Array;
  /** Where the next change of each place goes. */
  readonly next: Int32Array;
  readonly #placeOf: Int32Array | undefined;
  readonly #rows: RowRanges;

  /**
   * @param counts - how many changes there are at each place, which is written over
   * @param placeOf - the place of each point; `undefined`: places are points
   */
  constructor(counts: Int32Array, placeOf: Int32Array | undefined) {
    this.#rows = RowRanges.inTurn(counts, placeOf);
    this.next = counts;
    this.#placeOf = placeOf;
    const count = counts.length === 0 ? 0 : this.#rows.end(counts.length - 1);
    this.day = withRoom((n) => new Int32Array(n), count);
    this.quantity = withRoom((n) => new Float64Array(n), count);
    this.origin = withRoom((n) => new Int32Array(n), count);
  }

  /** Writes changes of a draft, [from, to). */
  write(draft: DraftChanges, from: number, to: number): void {
    const { day, quantity, origin, next } = this;
    const { point, day: dayOf, quantity: quantityOf, origin: originOf } = draft;
    const placeOf = this.#placeOf;
    for (let c = from; c < to; c++) {
      const place = placeOf === undefined ? point[c]! : placeOf[point[c]!]!;
      const k = next[place]!++;
      day[k] = dayOf[c]!;
      quantity[k] = quantityOf[c]!;
      origin[k] = originOf[c]!;
    }
  }

  columns(): Changes {
    const { day, quantity, origin } = this;
    return { rows: this.#rows, day, quantity, origin };
  }
}

/** Adds the changes of a draft to those of each place; `placeOf` as for {@link GroupedChanges}. */
export function countChanges(
  counts: Int32Array,
  { point, count }: DraftChanges,
  placeOf: Int32Array | undefined,
): void {
  for (let c = 0; c < count; c++) {
    counts[placeOf === undefined ? point[c]! : placeOf[point[c]!]!]!++;
  }
}

/** Where the rows of each stocking point begin when they are grouped; one entry more than points. */
export function startsOf(pointOfRow: Int32Array, rows: number, points: number): Int32Array {
  const start = new Int32Array(points + 1);
  for (let r = 0; r < rows; r++) start[pointOfRow[r]! + 1]!++;
  addUp(start);
  return start;
}

/** Turns counts at p + 1 into where the rows of p begin. */
export function addUp(counts: Int32Array): void {
  for (let p = 1; p < counts.length; p++) counts[p]! += counts[p - 1]!;
}

/** The entries of a column at some places. */
export function gathered(column: Int32Array, places: Int32Array): Int32Array {
  const entries = new Int32Array(places.length);
  for (let n = 0; n < places.length; n++) entries[n] = column[places[n]!]!;
  return entries;
}

/** Q4: figures of an item leave the safe integers. */
export function overflow(problem: Problem, item: number): PlanningInputError {
  const { id, decimals } = problem.items[item]!;
  const message = `Quantities of item ${JSON.stringify(id)} add up to more than 2^53 in ${precisionWords(decimals)}. Give the item fewer decimals or a larger unit.`;
  return new PlanningInputError([
    { code: "quantityOverflow", path: ["items", item], message, item: id },
  ]);
}
