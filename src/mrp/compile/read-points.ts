import {
  type LotRule,
  NONE,
  type Parameters,
  type Problem,
  type Source,
} from "../input/problem.js";
import { LOT_RULE, NETTING, type PointSource } from "./model.js";
import { emptyColumns, type PointColumns, type PointRows } from "./point-columns.js";
import { steadyFloor } from "./point-floor.js";
import { pointParameters } from "./point-parameters.js";
import { readUsualPoints, usualSources } from "./usual-points.js";

/**
 * Reads parameters and sources into the columns of the stocking points.
 *
 * The netting of a point is the fastest that its parameters allow; supplies that wait and stock that
 * expires are not looked at yet, and every phantom is taken for one with stock or demand.
 */
export function readPoints(rows: PointRows): PointColumns {
  const columns = emptyColumns(rows.points.count, (point) => usualSources(rows, point));
  readUsualPoints(rows, columns, (point) => readPoint(rows, columns, point, point));
  readCalendars(rows, columns);
  return columns;
}

/**
 * Reads some stocking points again; entry n of each column is that of the n-th of them.
 *
 * @param sourcesAt - the source rows of an item-site
 */
export function readPointsAgain(
  rows: PointRows,
  points: readonly number[],
  sourcesAt: (item: number, site: number) => readonly Source[],
): PointColumns {
  const { problem, tables } = rows;
  const columns = emptyColumns(points.length, () => NO_SOURCES);
  for (const [n, point] of points.entries()) {
    const site = rows.points.site[point]!;
    readPoint(rows, columns, point, n, sourcesAt(rows.points.item[point]!, site));
    columns.arrival[n] = tables.arrival(problem.sites[site]!.calendar, columns.safetyTime[n]!);
  }
  return columns;
}

/** The columns that follow from the calendar of the site. */
function readCalendars(rows: PointRows, columns: PointColumns): void {
  const { problem, tables } = rows;
  const { sites, figures } = problem;
  if (sites.length > 1 || figures.hasPhantoms || columns.hasSafetyTime) {
    readCalendarsOfPoints(rows, columns);
    return;
  }
  const { calendar } = sites[0]!;
  columns.receipt.fill(tables.receipts(calendar));
  columns.arrival.fill(tables.arrival(calendar, 0));
}

function readCalendarsOfPoints(
  { problem, points, tables }: PointRows,
  columns: PointColumns,
): void {
  const { safetyTime } = columns;
  // Of each site its table, and the way to the netting day without a safety time.
  const receipt = new Int32Array(problem.sites.length).fill(NONE);
  const usual = new Int32Array(problem.sites.length).fill(NONE);
  for (let point = 0; point < points.count; point++) {
    if (columns.netting[point] === NETTING.phantom) continue;
    const site = points.site[point]!;
    if (receipt[site] === NONE) receipt[site] = tables.receipts(problem.sites[site]!.calendar);
    columns.receipt[point] = receipt[site]!;
    if (safetyTime[point] === 0 && usual[site] !== NONE) columns.arrival[point] = usual[site]!;
    else {
      const { calendar } = problem.sites[site]!;
      columns.arrival[point] = tables.arrival(calendar, safetyTime[point]!);
      if (safetyTime[point] === 0) usual[site] = columns.arrival[point]!;
    }
  }
}

/**
 * @param at - the place of the point in the columns
 * @param stated - the source rows when the point is read again
 */
function readPoint(
  rows: PointRows,
  columns: PointColumns,
  point: number,
  at: number,
  stated?: readonly Source[],
): void {
  const { problem, points, tables } = rows;
  const item = points.item[point]!;
  const site = points.site[point]!;
  const parameters = pointParameters(problem, points, point);
  if (parameters.buffer !== undefined) columns.buffers.set(at, parameters.buffer);
  if (parameters.discontinued !== undefined) columns.discontinued.set(at, parameters.discontinued);
  if (parameters.safetyTime > 0) {
    columns.safetyTime[at] = parameters.safetyTime;
    columns.hasSafetyTime = true;
  }
  if (problem.items[item]!.phantom) {
    columns.netting[at] = NETTING.phantom;
    columns.stands[at] = 1;
    columns.sources.set(at, NO_SOURCES);
    return;
  }
  const hasBill = rows.onlyBill[point] !== NONE;
  const sources = rows.sources.of(item, site, parameters, hasBill, stated);
  columns.sources.set(at, sources);
  if (parameters.yield !== undefined) {
    const { num, den } = parameters.yield;
    columns.yields[at] = { num: Number(num), den: Number(den) };
  }
  columns.hasRepeats ||= makesEqualOrders(parameters, sources);
  if (shareLots(problem, sources)) columns.asksInTurn.add(at);
  if (parameters.method === "reorderPoint" || parameters.method === "ddmrp") {
    columns.netting[at] = NETTING.reorderPoint;
    columns.stands[at] = 1;
    columns.hasOwnStarts = true;
    return;
  }
  if ("window" in parameters.lot) {
    const { calendar } = problem.sites[site]!;
    const { weekStart } = problem.conventions;
    columns.window[at] = tables.windows(parameters.lot.window, calendar, weekStart);
  }
  readSource(rows, columns, at, parameters, points.segment[point] !== NONE, stated === undefined);
}

/** Columns of a point that orders as needs arise: its source, and whether the fast loop nets it. */
function readSource(
  { problem, tables }: PointRows,
  columns: PointColumns,
  at: number,
  parameters: Parameters,
  hasSegment: boolean,
  isFirst: boolean,
): void {
  columns.netting[at] = NETTING.general;
  const sources = columns.sources.at(at);
  const only = sources[0]!;
  const isAsked = columns.asksInTurn.has(at);
  const isByQuantity = only.leadTimePerCount !== undefined || only.routingTime !== undefined;
  if (sources.length > 1 || isAsked || isByQuantity) {
    columns.hasOwnStarts = true;
    return;
  }
  columns.selector[at] = only.selector;
  columns.startTable[at] = tables.starts(only.steps, isFirst);
  const floor = steadyFloor(problem, parameters, hasSegment);
  if (Number.isNaN(floor) || !isPlain(problem, parameters, only, tables.days)) return;
  columns.netting[at] = NETTING.plain;
  columns.floor[at] = floor;
  readLotRule(columns, at, parameters, only);
}

function isPlain(
  { conventions }: Problem,
  { method, lot, yield: loss, planningTimeFence, discontinued }: Parameters,
  source: PointSource,
  days: number,
): boolean {
  return (
    (method === "mrp" || method === "minMax") &&
    conventions.grouping === "day" &&
    isPlainRule(lot) &&
    (conventions.trigger === "below" ||
      lot.rule === "lotForLot" ||
      lot.rule === "periodOrderQuantity") &&
    source.validFrom <= 0 &&
    source.validTo >= days &&
    source.minQuantity === 0 &&
    source.maxQuantity === Number.POSITIVE_INFINITY &&
    source.modifiers.maximum === Number.POSITIVE_INFINITY &&
    !(lot.rule === "fixedOrderQuantity" && lot.each) &&
    loss === undefined &&
    discontinued === undefined &&
    planningTimeFence === 0
  );
}

/** Whether the fast loop sizes lots by the rule. */
function isPlainRule(lot: LotRule): lot is Extract<LotRule, { rule: keyof typeof LOT_RULE }> {
  return Object.hasOwn(LOT_RULE, lot.rule);
}

function readLotRule(
  columns: PointColumns,
  at: number,
  { lot }: Parameters,
  { modifiers }: PointSource,
): void {
  if (!isPlainRule(lot)) return;
  const { minimum, multiple } = modifiers;
  columns.lotRule[at] = LOT_RULE[lot.rule];
  if (minimum > 0) columns.minimum[at] = minimum;
  if (multiple > 0) columns.multiple[at] = multiple;
  if (lot.rule === "orderUpTo") columns.lotFigure[at] = lot.orderUpTo;
  if (lot.rule !== "fixedOrderQuantity") return;
  columns.lotFigure[at] = lot.quantity;
  if (minimum > 0 || multiple > 0) return;
  // The fewest lots of a quantity are the shortage up to a multiple of it.
  columns.lotRule[at] = LOT_RULE.lotForLot;
  columns.multiple[at] = lot.quantity;
}

const NO_SOURCES: readonly PointSource[] = [];

/** Whether a lot may go to several sources: by quota, from stock alone, or as far as a supplier can (N10). */
function shareLots({ capacities }: Problem, sources: readonly PointSource[]): boolean {
  return sources.some(
    ({ row }) =>
      row !== undefined &&
      ((row.quota !== undefined && sources.length > 1) ||
        row.onlyFromStock ||
        (row.supplier !== undefined && capacities.has(row.supplier))),
  );
}

/** L0, L2: a maximum and lots that are orders of their own may give many equal orders. */
function makesEqualOrders({ lot }: Parameters, sources: readonly PointSource[]): boolean {
  if (lot.rule === "fixedOrderQuantity" && lot.each) return true;
  return sources.some(({ modifiers }) => modifiers.maximum < Number.POSITIVE_INFINITY);
}
