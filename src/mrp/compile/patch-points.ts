import { NETTING, type ParameterChange, type Yield } from "./model.js";
import type { PointColumns, PointRows } from "./point-columns.js";
import { readPointsAgain } from "./read-points.js";
import { isAlike } from "./same-value.js";

/** Columns of which some entries are others. */
export interface PatchedPoints {
  readonly columns: PointColumns;
  /** Points whose orders start otherwise though they may be due as before. */
  readonly restarted: readonly number[];
  /** Points whose needs are netted on other days. */
  readonly moved: readonly number[];
}

/**
 * Reads planning parameters of some stocking points again; columns in which nothing differs are shared.
 *
 * @param leavesPlain - whether more than its parameters keeps a point from the fast loop
 * @returns `undefined` where what is planned would have to be held otherwise
 */
export function patchPoints(
  rows: PointRows,
  columns: PointColumns,
  { points, netting, sourcesAt }: ParameterChange,
  leavesPlain: (point: number) => boolean,
): PatchedPoints | undefined {
  const read = readPointsAgain(rows, points, sourcesAt);
  if (read.hasOwnStarts && !columns.hasOwnStarts) return undefined;
  if (read.hasRepeats && !columns.hasRepeats) return undefined;
  for (const [n, point] of points.entries()) {
    if (netting[point] === NETTING.phantom || netting[point] === NETTING.passedBy) return undefined;
    if (read.stands[n] !== columns.stands[point]) return undefined;
    if (read.asksInTurn.has(n) !== columns.asksInTurn.has(point)) return undefined;
    if (read.netting[n] === NETTING.plain && leavesPlain(point)) read.netting[n] = NETTING.general;
  }
  const yields = patchedYields(columns.yields, points, read.yields);
  if (yields === undefined) return undefined;
  const patched = <Column extends Int32Array | Float64Array | Uint8Array>(
    column: Column,
    entries: Column,
  ): Column => {
    let own: Column | undefined;
    for (const [n, point] of points.entries()) {
      if (entries[n] === column[point]) continue;
      own ??= column.slice() as Column;
      own[point] = entries[n]!;
    }
    return own ?? column;
  };
  const differs = (name: "startTable" | "selector" | "arrival") =>
    points.filter((point, n) => read[name][n] !== columns[name][point]);
  return {
    columns: {
      // Each by name: a further column is not forgotten here.
      buffers: columns.buffers,
      discontinued: columns.discontinued,
      stands: columns.stands,
      receipt: columns.receipt,
      asksInTurn: columns.asksInTurn,
      hasSafetyTime: columns.hasSafetyTime || read.hasSafetyTime,
      hasOwnStarts: columns.hasOwnStarts,
      hasRepeats: columns.hasRepeats,
      yields,
      sources: patchedSources(columns.sources, points, read.sources),
      netting: patched(netting, read.netting),
      safetyTime: patched(columns.safetyTime, read.safetyTime),
      arrival: patched(columns.arrival, read.arrival),
      selector: patched(columns.selector, read.selector),
      startTable: patched(columns.startTable, read.startTable),
      window: patched(columns.window, read.window),
      floor: patched(columns.floor, read.floor),
      lotRule: patched(columns.lotRule, read.lotRule),
      lotFigure: patched(columns.lotFigure, read.lotFigure),
      minimum: patched(columns.minimum, read.minimum),
      multiple: patched(columns.multiple, read.multiple),
    },
    restarted: [...new Set([...differs("startTable"), ...differs("selector")])],
    moved: differs("arrival"),
  };
}

/** `undefined` where the first item gets a yield: what orders start has no column then. */
function patchedYields(
  yields: PointColumns["yields"],
  points: readonly number[],
  read: PointColumns["yields"],
): PointColumns["yields"] | undefined {
  const same = (one: Yield | undefined, other: Yield | undefined): boolean =>
    one?.num === other?.num && one?.den === other?.den;
  if (points.every((point, n) => same(yields[point], read[n]))) return yields;
  if (yields.length === 0) return undefined;
  const patched = yields.slice();
  for (const [n, point] of points.entries()) patched[point] = read[n];
  return patched;
}

function patchedSources(
  sources: PointColumns["sources"],
  points: readonly number[],
  read: PointColumns["sources"],
): PointColumns["sources"] {
  let own: PointColumns["sources"] | undefined;
  for (const [n, point] of points.entries()) {
    if (isAlike(read.at(n), sources.at(point))) continue;
    own ??= sources.fork();
    own.set(point, read.at(n));
  }
  return own ?? sources;
}
