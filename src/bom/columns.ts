import type { Ratio } from "../core/index.js";

/**
 * The edges of a graph grouped by one of their ends, as compressed sparse rows.
 *
 * The edges of node `n` are `row[start[n]] … row[start[n + 1] - 1]`, each the number of an edge in
 * the order in which the edges were given.
 */
export interface CompressedRows {
  /** Where the edges of each node begin in `row`; one entry more than there are nodes. */
  readonly start: Int32Array;
  /** Numbers of edges, node by node. */
  readonly row: Int32Array;
}

/** The lines of a bill of material as columns. */
export interface BomLines {
  /** Ids by number, in the order of their UTF-16 code units. */
  readonly items: readonly string[];
  /** The number of each id. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** Number of the parent of each line. */
  readonly lineParent: Int32Array;
  /** Number of the component of each line. */
  readonly lineComponent: Int32Array;
  /** Quantity per one parent of each line. */
  readonly lineRatio: readonly Ratio[];
}

/**
 * A bill of material as a directed graph without cycles, in columns. It is not changed once built.
 *
 * Items are numbered by the order of their ids (UTF-16 code units), lines by the order of the rows.
 */
export interface BomGraph extends BomLines {
  /** The lines of an item's own bill: its components. */
  readonly linesBelow: CompressedRows;
  /** The lines on which an item stands: its parents. */
  readonly linesAbove: CompressedRows;
  /** Low-level code of each item. */
  readonly codes: Int32Array;
  /** Numbers of the items in level order: by code, then by id. */
  readonly order: Int32Array;
}
