import { NONE } from "../input/problem.js";
import { BILL_BY_DATE, LOT_RULE, NO_SELECTOR, type PointSource } from "./model.js";
import type { PointColumns, PointRows } from "./point-columns.js";

/**
 * Reads the stocking points that are as most are, see {@link ItemFigures.isUsual}: without rows of
 * sources, and ordered as needs of a day arise. They go from column to column; parameters are not
 * looked at, and no sources are made. What is written is what the other way would write.
 *
 * @param columns - empty ones
 * @param readOther - reads any other point
 */
export function readUsualPoints(
  rows: PointRows,
  columns: PointColumns,
  readOther: (point: number) => void,
): void {
  const isUsual = usualItems(rows);
  if (isUsual.includes(0)) readOthers(rows, isUsual, readOther);
  readUsual(rows, columns, isUsual);
}

/** Reads what is not usual in the order of the input, in which the rows of points lie in memory. */
function readOthers(
  { points }: PointRows,
  isUsual: Uint8Array,
  readOther: (point: number) => void,
): void {
  const { inInputOrder, count, item: itemOf } = points;
  for (let n = 0; n < count; n++) {
    const point = inInputOrder[n]!;
    if (isUsual[itemOf[point]!] === 0) readOther(point);
  }
}

/** From which source orders of usual points come, when they start, how large they are, and from which floor. */
function readUsual(rows: PointRows, columns: PointColumns, isUsual: Uint8Array): void {
  const { points, problem, tables } = rows;
  const known: KnownTables = {
    starts: problem.sites.map(() => []),
    windows: problem.sites.map(() => []),
  };
  for (let point = 0; ; ) {
    point = readKnown(rows, columns, isUsual, known, point);
    if (point === points.count) return;
    const site = points.site[point]!;
    const { steps } = leadTimeSource(rows, point)[0]!;
    known.starts[site]![sourceKey(rows, point)] = tables.starts(steps);
    const window = problem.figures.window[points.item[point]!]!;
    if (window !== NONE) known.windows[site]![window] = windowTable(rows, point, window);
  }
}

/** Tables of days by site, and then by what tells them apart. */
interface KnownTables {
  /** By {@link sourceKey}. */
  readonly starts: readonly number[][];
  /** By the number of a window. */
  readonly windows: readonly number[][];
}

/** What tells apart the sources of a site that differ in lead time and in whether they make. */
function sourceKey({ problem, points, onlyBill }: PointRows, point: number): number {
  const leadTime = problem.figures.leadTime[points.item[point]!]!;
  return leadTime * 2 + (onlyBill[point] === NONE ? 0 : 1);
}

/**
 * Reads points from one on; returns the first whose tables are not known yet. A loop that calls
 * nothing is made into machine code sooner.
 */
function readKnown(
  { points, onlyBill, problem }: PointRows,
  columns: PointColumns,
  isUsual: Uint8Array,
  known: KnownTables,
  first: number,
): number {
  const { count, item: itemOf, site: siteOf, segment } = points;
  const { leadTime, safetyStock, lotQuantity, minimum, multiple, window } = problem.figures;
  const keepsStock = problem.conventions.safetyStock !== "never";
  for (let point = first; point < count; point++) {
    const item = itemOf[point]!;
    if (isUsual[item] === 0) continue;
    const site = siteOf[point]!;
    const isMade = onlyBill[point] !== NONE;
    const starts = known.starts[site]![leadTime[item]! * 2 + (isMade ? 1 : 0)];
    if (starts === undefined) return point;
    if (window[item] !== NONE) {
      const ends = known.windows[site]![window[item]!];
      if (ends === undefined) return point;
      columns.lotRule[point] = LOT_RULE.periodOrderQuantity;
      columns.window[point] = ends;
    }
    columns.selector[point] = isMade ? BILL_BY_DATE : NO_SELECTOR;
    columns.startTable[point] = starts;
    if (keepsStock && segment[point] === NONE) columns.floor[point] = safetyStock[item]!;
    const lot = lotQuantity[item]!;
    const least = minimum[item]!;
    const step = multiple[item]!;
    if (least > 0) columns.minimum[point] = least;
    if (step > 0) columns.multiple[point] = step;
    if (lot === 0) continue;
    columns.lotFigure[point] = lot;
    // The fewest lots of a quantity are the shortage up to a multiple of it.
    if (least === 0 && step === 0) columns.multiple[point] = lot;
    else columns.lotRule[point] = LOT_RULE.fixedOrderQuantity;
  }
  return count;
}

/** The sources of a usual point. */
export function usualSources(rows: PointRows, point: number): readonly PointSource[] {
  const item = rows.points.item[point]!;
  const { minimum, multiple } = rows.problem.figures;
  const sources = leadTimeSource(rows, point);
  if (minimum[item] === 0 && multiple[item] === 0) return sources;
  const modifiers = {
    minimum: minimum[item]!,
    multiple: multiple[item]!,
    maximum: Number.POSITIVE_INFINITY,
  };
  return [{ ...sources[0]!, modifiers }];
}

/** What usual points of one site with one lead time share, makes apart from buys. */
function leadTimeSource(
  { problem, points, onlyBill, sources }: PointRows,
  point: number,
): readonly PointSource[] {
  const kind = onlyBill[point] === NONE ? "buy" : "make";
  const leadTime = problem.figures.leadTime[points.item[point]!]!;
  return sources.usual(kind, points.site[point]!, leadTime);
}

/** 1: the points of an item are usual ones. */
function usualItems({ problem }: PointRows): Uint8Array {
  const { conventions, figures, sources } = problem;
  if (conventions.grouping !== "day") return new Uint8Array(figures.isUsual.length);
  const isUsual = figures.isUsual.slice();
  for (const { item } of sources) isUsual[item] = 0;
  if (conventions.trigger !== "below") clear(isUsual, figures.lotQuantity);
  if (conventions.safetyStock === "leadTime") clear(isUsual, figures.safetyStock);
  return isUsual;
}

/** Takes out the items that have a figure. */
function clear(isUsual: Uint8Array, figure: Float64Array): void {
  for (let item = 0; item < isUsual.length; item++) if (figure[item]! > 0) isUsual[item] = 0;
}

function windowTable(
  { problem, points, tables }: PointRows,
  point: number,
  window: number,
): number {
  const { conventions, figures, sites } = problem;
  const site = points.site[point]!;
  return tables.windows(figures.windows[window]!, sites[site]!.calendar, conventions.weekStart);
}
