import { type CompressedRows, compressedRows } from "../../bom/index.js";
import { PlanningInputError } from "../../core/index.js";
import { NEVER, NONE, type PlacedRows, type Problem } from "../input/problem.js";
import { PagedMap, PagedNumbers } from "../pages/index.js";
import { addUp, countRows, DraftChanges, GroupedChanges, overflow } from "./changes.js";
import type { DayTables } from "./day-tables.js";
import {
  type Beyond,
  CHANGE,
  type Changes,
  type ComponentToIssue,
  type Lot,
  type RowsOfPoint,
} from "./model.js";
import { pointsOfDemands, writeDemands } from "./place-demands.js";
import type { PointColumns } from "./point-columns.js";
import type { Points } from "./points.js";

/** The number of a row and its list, see {@link Changes}, fit 31 bits. */
const MOST_ROWS = 2 ** 29 - 1;

/** Rows put at their stocking points. */
export interface PlacedInput {
  readonly onHand: PagedNumbers;
  readonly changes: Changes;
  readonly toIssue: readonly ComponentToIssue[];
  /** The rows of open supplies by stocking point. */
  readonly supplies: CompressedRows;
  /** 1: some open supply of the point is drawn by the sweep. */
  readonly draws: Uint8Array;
  readonly lots: ReadonlyMap<number, Lot[]>;
  readonly beyond: PagedMap<Beyond>;
  /**
   * N9, at reorder points: stock that is released later less allocations and components still to be
   * issued, all of any day.
   */
  readonly booked: ReadonlyMap<number, number>;
}

/** Where rows are put, and what is put there so far. */
interface Placing {
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

/** Puts stock, supplies, demands, allocations and components to be issued at stocking points. */
export function placeRows(
  problem: Problem,
  points: Points,
  columns: PointColumns,
  tables: DayTables,
): PlacedInput {
  const { stock, supplies, demands, allocations } = problem;
  const toIssue = componentsToIssue(problem);
  const rows = stock.count + supplies.count + demands.count + allocations.count + toIssue.length;
  if (rows > MOST_ROWS) throw tooManyRows(rows);
  const placing = startPlacing(problem, points, columns, tables, toIssue, rows - demands.count);
  for (let r = 0; r < stock.count; r++) placeStock(placing, r);
  const draws = new Uint8Array(points.count);
  const pointOfSupply = new Int32Array(supplies.count);
  for (let r = 0; r < supplies.count; r++) {
    const point = pointOfRow(placing, supplies, r);
    pointOfSupply[r] = point;
    if (placeSupply(placing, r, point)) draws[point] = 1;
  }
  const { onHand, draft, lots, beyond, booked } = placing;
  const supplyEnd = draft.count;
  const start = new Int32Array(points.count + 1);
  const pointOfDemand = pointsOfDemands(placing, start, (point, quantity) =>
    addBeyond(placing, point, quantity),
  );
  for (let r = 0; r < allocations.count; r++) placeAllocation(placing, r);
  for (let k = 0; k < toIssue.length; k++) placeComponent(placing, k);
  countRows(start, draft.point, draft.count);
  addUp(start);
  const changes = new GroupedChanges(start);
  changes.write(draft, 0, supplyEnd);
  writeDemands(placing, pointOfDemand, changes);
  changes.write(draft, supplyEnd, draft.count);
  return {
    onHand,
    changes: changes.columns(),
    toIssue,
    supplies: compressedRows(points.count, pointOfSupply),
    draws,
    lots,
    beyond,
    booked,
  };
}

/** What the rows of one stocking point come to, those of a changed problem. */
export interface PlacedRowsOfPoint
  extends Pick<PlacedInput, "onHand" | "lots" | "beyond" | "booked"> {
  readonly draft: DraftChanges;
  readonly draws: boolean;
}

/** Puts the rows of one stocking point there, in the order of {@link placeRows}. */
export function placeRowsOfPoint(
  problem: Problem,
  points: Points,
  columns: PointColumns,
  tables: DayTables,
  toIssue: readonly ComponentToIssue[],
  point: number,
  rows: RowsOfPoint,
): PlacedRowsOfPoint {
  const { stock, supplies, demands, allocations, components } = rows;
  const most =
    stock.length + supplies.length + demands.length + allocations.length + components.length;
  const placing = startPlacing(problem, points, columns, tables, toIssue, most);
  for (const r of stock) placeStock(placing, r);
  let draws = false;
  for (const r of supplies) draws = placeSupply(placing, r, point) || draws;
  for (const r of demands) placeDemand(placing, r);
  for (const r of allocations) placeAllocation(placing, r);
  for (const k of components) placeComponent(placing, k);
  return { ...placing, draws };
}

function startPlacing(
  problem: Problem,
  points: Points,
  columns: PointColumns,
  tables: DayTables,
  toIssue: readonly ComponentToIssue[],
  rows: number,
): Placing {
  return {
    problem,
    points,
    columns,
    tables,
    onHand: new PagedNumbers(points.count),
    supplied: new PagedNumbers(points.count),
    draft: new DraftChanges(rows),
    lots: new Map(),
    beyond: new PagedMap(),
    booked: new Map(),
    toIssue,
  };
}

function tooManyRows(rows: number): PlanningInputError {
  const message = `The input has ${rows} rows of stock, supplies, demands and allocations; at most ${MOST_ROWS} are planned with. Plan it in parts that share no item.`;
  return new PlanningInputError([{ code: "outOfRange", path: [], message }]);
}

function pointOfRow({ points }: Placing, rows: PlacedRows, r: number): number {
  const { ofItem } = points;
  if (ofItem !== undefined) return ofItem[rows.item[r]!]!;
  return points.find(rows.item[r]!, rows.site[r]!, rows.segment[r]!);
}

function placeStock(placing: Placing, r: number): void {
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
function placeSupply(placing: Placing, r: number, point: number): boolean {
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

function placeDemand(placing: Placing, r: number): void {
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

function placeAllocation(placing: Placing, r: number): void {
  const { allocations, startDay } = placing.problem;
  const point = pointOfRow(placing, allocations, r);
  const quantity = allocations.quantity[r]!;
  book(placing, point, -quantity);
  const due = allocations.day[r]! - startDay;
  addNeed(placing, point, due, quantity, 4 * r + CHANGE.allocation);
}

function componentsToIssue({ supplies, startDay }: Problem): ComponentToIssue[] {
  const toIssue: ComponentToIssue[] = [];
  for (const [supplyRow, { components }] of supplies.detail) {
    for (const { component, quantity, day } of components) {
      toIssue.push({ supplyRow, component, day: day - startDay, quantity });
    }
  }
  return toIssue;
}

function placeComponent(placing: Placing, k: number): void {
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
  return points.find(component, supplies.site[supplyRow]!, supplies.segment[supplyRow]!);
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
function addBeyond({ problem, points, beyond }: Placing, point: number, quantity: number): void {
  const before = beyond.get(point) ?? { count: 0, quantity: 0 };
  const sum = before.quantity + quantity;
  if (sum > Number.MAX_SAFE_INTEGER) throw overflow(problem, points.item[point]!);
  beyond.set(point, { count: before.count + 1, quantity: sum });
}
