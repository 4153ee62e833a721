import type { Day } from "../../core/index.js";
import { NEVER, NONE, type Problem } from "../input/problem.js";
import type { PointCover } from "./cover-rows.js";
import { type Covering, SEVERAL } from "./cover-table.js";
import { type DayTables, firstReceiptFrom } from "./day-tables.js";
import { LOT_RULE, type Model, type PointDetail, type PointSource } from "./model.js";
import type { PointColumns } from "./point-columns.js";
import type { Points } from "./points.js";

/** What the details of stocking points are made of. */
export interface DetailRows {
  readonly problem: Problem;
  readonly points: Points;
  readonly columns: PointColumns;
  readonly tables: DayTables;
  readonly ended: Model["ended"];
  readonly driving: Model["driving"];
}

type Known = Omit<PointDetail, keyof PointCover>;

/** How a stocking point covers; `undefined` where more than the day and what is missing decide. */
export function coveringOf(rows: DetailRows, point: number, detail: Known): Covering | undefined {
  if (!decidesByDay(rows, point, detail)) return undefined;
  const sources = rows.columns.sources.at(point);
  const { days } = rows.tables;
  const changes = daysOfChange(rows, point, detail);
  const spans = changes.map((day, n) => spanOf(rows, point, detail, day, changes[n + 1] ?? days));
  return {
    turns: turnsOf(detail, changes, days, rows.problem.startDay),
    spans: spans.flatMap((span) => span.row),
    supplies: detail.drawable.flatMap(({ row, due, quantity }) => [row, due, quantity]),
    fenceEnd: detail.fenceEnd,
    earliestArrival: detail.earliestArrival,
    expediteWithin: detail.parameters.expediteWithin,
    selector: sources.every(({ selector }) => selector === sources[0]!.selector)
      ? sources[0]!.selector
      : SEVERAL,
    hasMaximum: sources.some(({ modifiers }) => modifiers.maximum < Number.POSITIVE_INFINITY),
    needsCare: detail.drawable.length > 0 || spans.some(({ source }) => source === NONE),
  };
}

function decidesByDay(
  { problem, points, columns, ended, driving }: DetailRows,
  point: number,
  { drawable, lot, lots, parameters }: Known,
): boolean {
  const { conventions, capacities } = problem;
  return (
    conventions.grouping === "day" &&
    !conventions.resize &&
    (parameters.method === "mrp" || parameters.method === "minMax") &&
    (lot.rule === "lotForLot" ||
      lot.rule === "periodOrderQuantity" ||
      (conventions.trigger === "below" &&
        (lot.rule === "orderUpTo" || (lot.rule === "fixedOrderQuantity" && !lot.each)))) &&
    lots.length === 0 &&
    capacities.size === 0 &&
    !ended.has(point) &&
    !driving.has(point) &&
    !columns.asksInTurn.has(point) &&
    !points.loops.has(point) &&
    drawable.every(({ expires, scheduled }) => expires === NEVER && !scheduled)
  );
}

/** The netting days from which on orders may come about otherwise, ascending, T0 among them. */
function daysOfChange(
  { problem, columns, tables }: DetailRows,
  point: number,
  { calendar, lot, floor }: Known,
): number[] {
  const changes = new Set([0]);
  for (const { validFrom, validTo } of columns.sources.at(point)) {
    for (const bound of [validFrom, validTo]) {
      if (bound <= 0 || bound >= tables.days) continue;
      const day = firstReceiptFrom(calendar, problem.startDay, bound);
      if (day < tables.days) changes.add(day);
    }
  }
  if (lot.rule === "orderUpTo") {
    for (const { day } of floor) if (day > 0 && day < tables.days) changes.add(day);
  }
  return [...changes].sort((a, b) => a - b);
}

/** Steps of the floor, and the other days on which something may happen though stock does not change. */
function turnsOf(
  { calendar, drawable, fenceEnd, floor, parameters }: Known,
  changes: readonly number[],
  days: number,
  startDay: Day,
): number[] {
  const turns: number[] = [];
  let before = 0;
  for (const { day, level } of floor) {
    if (day >= days) break;
    turns.push(Math.max(0, day), level - before);
    before = level;
  }
  const others = new Set(changes);
  if (fenceEnd > 0 && fenceEnd < days) others.add(fenceEnd);
  if (parameters.expediteWithin !== NEVER) {
    for (const { due } of drawable) {
      const from = due - parameters.expediteWithin;
      if (from >= days) continue;
      others.add(Math.max(0, Math.min(due, firstReceiptFrom(calendar, startDay, from))));
    }
  }
  for (const { due } of drawable) if (due < fenceEnd) others.add(Math.max(0, due));
  for (const day of others) {
    if (day < days && !floor.some((step) => Math.max(0, step.day) === day)) turns.push(day, 0);
  }
  return turns;
}

interface Span {
  readonly source: number;
  /** As in `CoverTable.spans`. */
  readonly row: readonly number[];
}

function spanOf(
  { columns, tables }: DetailRows,
  point: number,
  detail: Known,
  from: number,
  to: number,
): Span {
  const sources = columns.sources.at(point);
  const due = tables.tables[columns.receipt[point]!]![from]!;
  const first = sources.findIndex(({ validFrom, validTo }) => due >= validFrom && due < validTo);
  const taker = first >= 0 && takesEvery(sources[first]!) ? first : NONE;
  const isByOrder = taker === NONE || columns.yields[point] !== undefined;
  const { modifiers, steps } = sources[Math.max(0, first)]!;
  const { minimum, maximum } = modifiers;
  const { rule, lot, multiple } = lotTerms(detail, from, isByOrder, modifiers);
  const hasStarts =
    taker !== NONE && columns.startTable[point] === NONE && startsByDay(sources[taker]!);
  const starts = hasStarts ? tables.starts(steps) : NONE;
  // In the order of SPAN.
  return { source: taker, row: [from, to, taker, rule, lot, minimum, multiple, maximum, starts] };
}

/** Whether a source takes orders of any quantity. */
function takesEvery({ minQuantity, maxQuantity }: PointSource): boolean {
  return minQuantity === 0 && maxQuantity === Number.POSITIVE_INFINITY;
}

function startsByDay({ leadTimePerCount, routingTime }: PointSource): boolean {
  return leadTimePerCount === undefined && routingTime === undefined;
}

interface LotTerms {
  readonly rule: number;
  readonly lot: number;
  readonly multiple: number;
}

/**
 * The lot rule in numbers, from a day on.
 *
 * @param isByOrder - whether orders are sized one by one: where their source is looked for, or a part is lost
 */
function lotTerms(
  { lot, floor }: Known,
  day: number,
  isByOrder: boolean,
  { minimum, multiple, maximum }: PointSource["modifiers"],
): LotTerms {
  switch (lot.rule) {
    case "periodOrderQuantity":
      return { rule: LOT_RULE.periodOrderQuantity, lot: 0, multiple };
    case "orderUpTo": {
      const level = floor.findLast((step) => step.day <= day)?.level ?? 0;
      return { rule: LOT_RULE.orderUpTo, lot: lot.orderUpTo - level, multiple };
    }
    case "fixedOrderQuantity": {
      const isFree =
        !isByOrder && minimum === 0 && multiple === 0 && maximum === Number.POSITIVE_INFINITY;
      // The fewest lots of a quantity are what is missing up to a multiple of it.
      return isFree
        ? { rule: LOT_RULE.lotForLot, lot: 0, multiple: lot.quantity }
        : { rule: LOT_RULE.fixedOrderQuantity, lot: lot.quantity, multiple };
    }
    default:
      return { rule: LOT_RULE.lotForLot, lot: 0, multiple };
  }
}
