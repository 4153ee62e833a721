import { type Context, itemNumber, segmentNumber, siteNumber } from "./context.js";
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

/** The stocking point of a row of a list; `undefined` when it names none, which is noted. */
export function readPlace(
  context: Context,
  row: PlacedRow,
  list: string,
  r: number,
): Place | undefined {
  const item = itemNumber(context, row.item, [list, r, "item"]);
  const site = siteNumber(context, row.site, [list, r, "site"]);
  const segment = segmentNumber(context, row.segment);
  return item === NONE || site === NONE ? undefined : { item, site, segment };
}

/** Columns that grow row by row. */
export class RowColumns {
  readonly item: number[] = [];
  readonly site: number[] = [];
  readonly segment: number[] = [];
  readonly day: number[] = [];
  readonly quantity: number[] = [];

  add(place: Place, day: number, quantity: number): void {
    this.item.push(place.item);
    this.site.push(place.site);
    this.segment.push(place.segment);
    this.day.push(day);
    this.quantity.push(quantity);
  }

  columns(): PlacedRows {
    return {
      count: this.item.length,
      item: Int32Array.from(this.item),
      site: Int32Array.from(this.site),
      segment: Int32Array.from(this.segment),
      day: Int32Array.from(this.day),
      quantity: Float64Array.from(this.quantity),
    };
  }
}
