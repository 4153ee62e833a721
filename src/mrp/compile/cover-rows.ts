import type { CoverTable } from "./cover-table.js";

/** No row of a cover table: the general loop has to order, */
export const NO_COVER = -1;
/** or it is not known yet, since views ask for details of points whose orders they do not make. */
export const NOT_ASKED = -2;

/** How the short loops order for a stocking point. */
export interface PointCover {
  /** Says so for stocking points, this one among them, */
  readonly covers: CoverTable;
  /** in this row, see {@link coverRowOf}, */
  coverRow: number;
  /** into which this puts it; {@link NO_COVER} where there is none. */
  readonly addCover: () => number;
}

/** The row of a stocking point in its cover table, or {@link NO_COVER}. */
export function coverRowOf(cover: PointCover): number {
  if (cover.coverRow === NOT_ASKED) cover.coverRow = cover.addCover();
  return cover.coverRow;
}

/** The rows of stocking points in the cover table of the model as it was compiled. */
export class CoverRows {
  readonly table: CoverTable;
  private readonly count: number;
  private readonly coverOf: (point: number) => PointCover;
  /** By stocking point; made when the first one asks. */
  private rows: Int32Array | undefined;

  constructor(count: number, table: CoverTable, coverOf: (point: number) => PointCover) {
    this.count = count;
    this.table = table;
    this.coverOf = coverOf;
  }

  /** The row of a stocking point, or {@link NO_COVER}. */
  at(point: number): number {
    this.rows ??= new Int32Array(this.count).fill(NOT_ASKED);
    const row = this.rows[point]!;
    if (row !== NOT_ASKED) return row;
    const asked = coverRowOf(this.coverOf(point));
    this.rows[point] = asked;
    return asked;
  }
}
