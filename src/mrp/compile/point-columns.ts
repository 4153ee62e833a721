import { type Buffer, type Discontinued, NONE, type Problem } from "../input/problem.js";
import { MadeList } from "../pages/index.js";
import type { DayTables } from "./day-tables.js";
import type { PointSource, Yield } from "./model.js";
import type { PointSources } from "./point-sources.js";
import type { Points } from "./points.js";

/** No single selector: a stocking point has several sources, or none. */
const SEVERAL = -(2 ** 31);

/** Columns with an entry for each stocking point; what they hold is said where the model has them. */
export interface PointColumns {
  /** The parameters of buffers (K39), by point. */
  readonly buffers: Map<number, Buffer>;
  /** What is planned no further (B6), by point. */
  readonly discontinued: Map<number, Discontinued>;
  readonly sources: MadeList<readonly PointSource[]>;
  readonly yields: (Yield | undefined)[];
  readonly netting: Uint8Array;
  /** 1: open supply of the point stands at its own day and is never proposed to move. */
  readonly stands: Uint8Array;
  readonly safetyTime: Int32Array;
  /** How the day of a need becomes a netting day, see {@link DayTables.arrival}. */
  readonly arrival: Int32Array;
  /** The selector of the only source. */
  readonly selector: Int32Array;
  readonly startTable: Int32Array;
  readonly receipt: Int32Array;
  readonly window: Int32Array;
  readonly floor: Float64Array;
  readonly lotRule: Uint8Array;
  readonly lotFigure: Float64Array;
  readonly minimum: Float64Array;
  readonly multiple: Float64Array;
  readonly asksInTurn: Set<number>;
  /** Some point has a safety time. */
  hasSafetyTime: boolean;
  hasOwnStarts: boolean;
  hasRepeats: boolean;
}

/** What the columns of stocking points are read from. */
export interface PointRows {
  readonly problem: Problem;
  readonly points: Points;
  /** The only bill of each point, see {@link onlyBills}. */
  readonly onlyBill: Int32Array;
  readonly sources: PointSources;
  readonly tables: DayTables;
}

/**
 * Columns for so many points, of which nothing is read yet.
 *
 * @param usual - makes the sources of those for which none are set
 */
export function emptyColumns(
  count: number,
  usual: (point: number) => readonly PointSource[],
): PointColumns {
  return {
    buffers: new Map(),
    discontinued: new Map(),
    sources: new MadeList(count, usual),
    yields: [],
    netting: new Uint8Array(count),
    stands: new Uint8Array(count),
    safetyTime: new Int32Array(count),
    arrival: new Int32Array(count),
    selector: new Int32Array(count).fill(SEVERAL),
    startTable: new Int32Array(count).fill(NONE),
    receipt: new Int32Array(count).fill(NONE),
    window: new Int32Array(count).fill(NONE),
    floor: new Float64Array(count),
    lotRule: new Uint8Array(count),
    lotFigure: new Float64Array(count),
    minimum: new Float64Array(count),
    multiple: new Float64Array(count),
    asksInTurn: new Set(),
    hasSafetyTime: false,
    hasOwnStarts: false,
    hasRepeats: false,
  };
}
