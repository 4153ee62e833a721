import { withRoom } from "../pages/index.js";
import { type Context, itemNumber, segmentNumber, siteNumber } from "./context.js";
import type { Path } from "./path.js";
import { NONE, type PlacedRows } from "./problem.js";

/** The stocking point that a row names. */
export interface Place {
  readonly item: number;
  readonly site: number;
  readonly segment: number;
}

interface PlacedRow {
  readonly item: string;
  readonly site?: string | undefined;
  readonly segment?: string | undefined;
}

/** The stocking point of a row; `undefined` when it names none, which is noted. */
export function readPlace(context: Context, row: PlacedRow, path: Path): Place | undefined {
  const item = itemNumber(context, row.item, path);
  const site = siteNumber(context, row.site, path);
  const segment = segmentNumber(context, row.segment);
  return item === NONE || site === NONE ? undefined : { item, site, segment };
}

/** Columns that are filled row by row, with room for the rows that other plans add. */
export class RowColumns {
  #count = 0;
  readonly #item: Int32Array;
  readonly #site: Int32Array;
  readonly #segment: Int32Array;
  readonly #day: Int32Array;
  readonly #quantity: Float64Array;

  /** @param most - as many rows as there may be */
  constructor(most: number) {
    const column = (): Int32Array => withRoom((rows) => new Int32Array(rows), most);
    this.#item = column();
    this.#site = column();
    this.#segment = column();
    this.#day = column();
    this.#quantity = withRoom((rows) => new Float64Array(rows), most);
  }

  /** How many rows there are. */
  get count(): number {
    return this.#count;
  }

  add(place: Place, day: number, quantity: number): void {
    const row = this.#count++;
    this.#item[row] = place.item;
    this.#site[row] = place.site;
    this.#segment[row] = place.segment;
    this.#day[row] = day;
    this.#quantity[row] = quantity;
  }

  /** Adds some rows of columns, all at the first site and in no segment. */
  addAll(
    { item, day, quantity }: Pick<PlacedRows, "item" | "day" | "quantity">,
    first: number,
    end: number,
  ): void {
    const row = this.#count;
    this.#count += end - first;
    this.#item.set(item.subarray(first, end), row);
    this.#segment.fill(NONE, row, this.#count);
    this.#day.set(day.subarray(first, end), row);
    this.#quantity.set(quantity.subarray(first, end), row);
  }

  columns(): PlacedRows {
    const count = this.#count;
    return {
      count,
      item: this.#item.subarray(0, count),
      site: this.#site.subarray(0, count),
      segment: this.#segment.subarray(0, count),
      day: this.#day.subarray(0, count),
      quantity: this.#quantity.subarray(0, count),
    };
  }
}
