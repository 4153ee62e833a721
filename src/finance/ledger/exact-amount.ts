import type { Ratio } from "../../core/index.js";
import { decimalRatio } from "./decimal-ratio.js";
import type { LedgerRow } from "./ledger.js";

/** Rows that were put together at once, and what is known of them beside. */
export interface RowGroup {
  /** What the amount of the row at a place is exactly. */
  exactOf(place: number): Ratio;
}

function given(row: object): object {
  return row;
}

/**
 * A private field on a row, which stays plain data: nobody sees it, and a third stays a third. A map by
 * row would take longer to fill than rows to make.
 */
class RowMark extends (given as unknown as new (row: object) => object) {
  readonly #group: RowGroup;
  readonly #place: number;

  constructor(row: object, group: RowGroup, place: number) {
    super(row);
    this.#group = group;
    this.#place = place;
  }

  static groupOf(row: object): RowGroup | undefined {
    return #group in row ? row.#group : undefined;
  }

  static exactOf(row: object): Ratio | undefined {
    return #group in row ? row.#group.exactOf(row.#place) : undefined;
  }
}

/** Keeps of which grouping a row is, and where it stands there; asked before it is frozen, it takes no time. */
export function keepGroup(row: object, group: RowGroup, place: number): void {
  new RowMark(row, group, place);
}

/** Of which grouping a row is. */
export function groupOf(row: object): RowGroup | undefined {
  return RowMark.groupOf(row);
}

/** What the amount of a row is exactly, so that what is summed of rows is exact too. */
export function exactAmount(row: Pick<LedgerRow, "amount">): Ratio {
  return RowMark.exactOf(row) ?? decimalRatio(row.amount);
}
