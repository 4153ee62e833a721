import { NONE } from "../input/problem.js";
import { BILL_BY_DATE, LOT_RULE, NO_SELECTOR, type PointSource } from "./model.js";
import type { PointColumns, PointRows } from "./point-columns.js";

/** What usual points of one site with one lead time share, makes apart from buys. */
interface UsualSource {
  readonly sources: readonly PointSource[];
  readonly startTable: number;
}

/**
 * Reads the stocking points that are as most are, see {@link ItemFigures.isUsual}: without rows of
 * sources, and ordered as needs of a day arise. They go from column to column; parameters are not
 * looked at. What is written is what the other way would write.
 *
 * @param columns - empty ones
 * @param readOther - reads any other point
 */
export function readUsualPoints(
  rows: PointRows,
  columns: PointColumns,
  readOther: (point: number) => void,
): void {
  const { problem, points, tables, onlyBill } = rows;
  const { inInputOrder, count, item: itemOf, site: siteOf, segment } = points;
  const { leadTime, safetyStock, lotQuantity, minimum, multiple, window } = problem.figures;
  const isUsual = usualItems(rows);
  const keepsStock = problem.conventions.safetyStock !== "never";
  const known: UsualSource[][] = problem.sites.map(() => []); // by site, and then as in PointSources
  const windowTables: number[][] = problem.sites.map(() => []); // by site and number of the window
  for (let n = 0; n < count; n++) {
    const point = inInputOrder[n]!;
    const item = itemOf[point]!;
    if (isUsual[item] === 0) {
      readOther(point);
      continue;
    }
    const site = siteOf[point]!;
    if (window[item] !== NONE) {
      columns.lotRule[point] = LOT_RULE.periodOrderQuantity;
      const there = windowTables[site]!;
      columns.window[point] = there[window[item]!] ??= windowTable(rows, site, window[item]!);
    }
    const isMade = onlyBill[point] !== NONE;
    const key = leadTime[item]! * 2 + (isMade ? 1 : 0);
    let usual = known[site]![key];
    if (usual === undefined) {
      const sources = rows.sources.usual(isMade ? "make" : "buy", site, leadTime[item]!);
      usual = { sources, startTable: tables.starts(sources[0]!.steps) };
      known[site]![key] = usual;
    }
    columns.selector[point] = isMade ? BILL_BY_DATE : NO_SELECTOR;
    columns.startTable[point] = usual.startTable;
    if (keepsStock && segment[point] === NONE) columns.floor[point] = safetyStock[item]!;
    const lot = lotQuantity[item]!;
    const least = minimum[item]!;
    const step = multiple[item]!;
    if (least === 0 && step === 0) {
      columns.sources.set(point, usual.sources);
      // The fewest lots of a quantity are the shortage up to a multiple of it.
      if (lot > 0) {
        columns.lotFigure[point] = lot;
        columns.multiple[point] = lot;
      }
      continue;
    }
    const modifiers = { minimum: least, multiple: step, maximum: Number.POSITIVE_INFINITY };
    columns.sources.set(point, [{ ...usual.sources[0]!, modifiers }]);
    if (lot > 0) {
      columns.lotFigure[point] = lot;
      columns.lotRule[point] = LOT_RULE.fixedOrderQuantity;
    }
    columns.minimum[point] = least;
    columns.multiple[point] = step;
  }
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

function windowTable({ problem, tables }: PointRows, site: number, window: number): number {
  const { conventions, figures, sites } = problem;
  return tables.windows(figures.windows[window]!, sites[site]!.calendar, conventions.weekStart);
}
