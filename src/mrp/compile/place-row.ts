import { issueSiteOf } from "../input/issue-site.js";
import { NEVER, NONE, type PlacedRows, type Problem } from "../input/problem.js";
import { PagedMap, PagedNumbers } from "../pages/index.js";
import { DraftChanges, overflow } from "./changes.js";
import type { DayTables } from "./day-tables.js";
import { type Beyond, CHANGE, type ComponentToIssue, type Lot } from "./model.js";
import type { PointColumns } from "./point-columns.js";
import type { Points } from "./points.js";

/** Where rows are put, and what is put there so far. */
export interface Placing {
  readonly problem: Problem;
  readonly points: Points;
  readonly columns: PointColumns;
  readonly tables: DayTables;
  readonly onHand: PagedNumbers;
  /** Everything supplied at a point, as sizes: the guard of what is added up there. */
  readonly supplied: PagedNumbers;
  readonly draft: DraftChanges;
  readonly lots: Map<number, Lot[]>;
  readonly beyond: PagedMap<Beyond>;
  readonly booked: Map<number, number>;
  readonly toIssue: readonly ComponentToIssue[];
}

/**
 * Where nothing is put yet.
 *
 * @param likely - how many changes there are likely to be
 * @param numbers - where these are written; else pages are made for what is written
 */
export function startPlacing(
  problem: Problem,
  points: Points,
  columns: PointColumns,
  tables: DayTables,
  toIssue: readonly ComponentToIssue[],
  likely: number,
  numbers?: Pick<Placing, "onHand" | "supplied">,
): Placing {
  return {
    problem,
    points,
    columns,
    tables,
    onHand: numbers?.onHand ?? new PagedNumbers(points.count),
    supplied: numbers?.supplied ?? new PagedNumbers(points.count),
    draft: new DraftChanges(likely),
    lots: new Map(),
    beyond: new PagedMap(),
    booked: new Map(),
    toIssue,
  };
}

/** The stocking point of a row. */
export function pointOfRow({ points }: Placing, rows: PlacedRows, r: number): number {
  const { ofItem } = points;
  if (ofItem !== undefined) return ofItem[rows.item[r]!]!;
  return points.find(rows.item[r]!, rows.site[r]!, rows.segment[r]!);
}

/** Puts a row of stock at its point. */
export function placeStock(placing: Placing, r: number): void {
  const { stock, startDay } = placing.problem;
  const quantity = stock.quantity[r]!;
  if (quantity === 0) return;
  const expires = stock.expires[r]! === NEVER ? NEVER : stock.expires[r]! - startDay;
  addSupply(placing, pointOfRow(placing, stock, r), stock.day[r]! - startDay, quantity, expires);
}

/**
 * A supply that stands, or under `rescheduling: "never"` any that is not scheduled (K57), counts at its
 * own day.
 *
 * @returns whether it waits to be drawn by the sweep
 */
export function placeSupply(placing: Placing, r: number, point: number): boolean {
  const { supplies, startDay, conventions } = placing.problem;
  const quantity = supplies.quantity[r]!;
  if (quantity === 0) return false;
  const stands =
    supplies.frozen[r] === 1 ||
    placing.columns.stands[point] === 1 ||
    (conventions.rescheduling === "never" && !isScheduled(supplies, r));
  if (stands) {
    const day = Math.max(0, supplies.day[r]! - startDay);
    const expires = supplies.expires[r]! === NEVER ? NEVER : supplies.expires[r]! - startDay;
    addSupply(placing, point, day, quantity, expires, 4 * r + CHANGE.supply);
  }
  return !stands;
}

function isScheduled({ detail }: Problem["supplies"], r: number): boolean {
  return detail.size > 0 && detail.get(r)?.scheduled === true;
}

function addSupply(
  placing: Placing,
  point: number,
  day: number,
  quantity: number,
  expires: number,
  origin: number = NONE,
): void {
  const { problem, points, tables, onHand, supplied, draft, lots } = placing;
  const sum = supplied.at(point) + Math.abs(quantity);
  if (sum > Number.MAX_SAFE_INTEGER) throw overflow(problem, points.item[point]!);
  supplied.set(point, sum);
  if (expires !== NEVER) addLot(lots, point, { day, quantity, expires, origin });
  else if (day === 0 && origin === NONE) onHand.set(point, onHand.at(point) + quantity);
  else {
    if (origin === NONE) book(placing, point, quantity);
    if (day < tables.days) draft.add(point, day, quantity, origin);
  }
}

function addLot(lots: Map<number, Lot[]>, point: number, lot: Lot): void {
  const there = lots.get(point);
  if (there === undefined) lots.set(point, [lot]);
  else there.push(lot);
}

/** Puts a row of demand at its point. */
export function placeDemand(placing: Placing, r: number): void {
  const { demands, startDay } = placing.problem;
  const due = demands.day[r]! - startDay;
  addNeed(
    placing,
    pointOfRow(placing, demands, r),
    due,
    demands.quantity[r]!,
    4 * r + CHANGE.demand,
  );
}

/** Puts an allocation at its point. */
export function placeAllocation(placing: Placing, r: number): void {
  const { allocations, startDay } = placing.problem;
  const point = pointOfRow(placing, allocations, r);
  const quantity = allocations.quantity[r]!;
  book(placing, point, -quantity);
  const due = allocations.day[r]! - startDay;
  addNeed(placing, point, due, quantity, 4 * r + CHANGE.allocation);
}

/** Puts a component that is still to be issued at its point. */
export function placeComponent(placing: Placing, k: number): void {
  const { day, quantity } = placing.toIssue[k]!;
  const point = pointOfComponent(placing.problem, placing.points, placing.toIssue[k]!);
  book(placing, point, -quantity);
  addNeed(placing, point, day, quantity, 4 * k + CHANGE.component);
}

/** Where a component still to be issued is needed. */
export function pointOfComponent(
  { supplies }: Problem,
  points: Points,
  { supplyRow, component }: Pick<ComponentToIssue, "supplyRow" | "component">,
): number {
  return points.find(component, issueSiteOf(supplies, supplyRow), supplies.segment[supplyRow]!);
}

/** N9: what raises or lowers the stock position, whenever it is due. */
function book({ columns, booked }: Placing, point: number, quantity: number): void {
  if (quantity === 0 || columns.stands[point] === 0) return;
  booked.set(point, (booked.get(point) ?? 0) + quantity);
}

function addNeed(
  placing: Placing,
  point: number,
  due: number,
  quantity: number,
  origin: number,
): void {
  if (quantity === 0) return;
  const { columns, tables, draft } = placing;
  if (due >= tables.days) addBeyond(placing, point, quantity);
  else if (columns.safetyTime[point] === 0) draft.add(point, Math.max(0, due), -quantity, origin);
  else draft.add(point, nettingDay(placing, point, due), -quantity, origin);
}

function nettingDay({ problem, points, columns, tables }: Placing, point: number, due: number) {
  const { calendar } = problem.sites[points.site[point]!]!;
  return tables.nettingDay(due, calendar, columns.safetyTime[point]!);
}

/** N12: needs after the horizon are counted and not planned. */
export function addBeyond(
  { problem, points, beyond }: Placing,
  point: number,
  quantity: number,
): void {
  const before = beyond.get(point) ?? { count: 0, quantity: 0 };
  const sum = before.quantity + quantity;
  if (sum > Number.MAX_SAFE_INTEGER) throw overflow(problem, points.item[point]!);
  beyond.set(point, { count: before.count + 1, quantity: sum });
}
