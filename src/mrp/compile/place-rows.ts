import { type CompressedRows, compressedRows } from "../../bom/index.js";
import { PlanningInputError } from "../../core/index.js";
import { NEVER, type Problem } from "../input/problem.js";
import { type PagedMap, PagedNumbers } from "../pages/index.js";
import { countChanges, type DraftChanges, GroupedChanges } from "./changes.js";
import type { DayTables } from "./day-tables.js";
import {
  type Beyond,
  CHANGE,
  type Changes,
  type ComponentToIssue,
  type Lot,
  type RowsOfPoint,
} from "./model.js";
import { countDemands, demandPlaces, writeDemands } from "./place-demands.js";
import {
  addBeyond,
  type Placing,
  placeAllocation,
  placeComponent,
  placeDemand,
  placeStock,
  placeSupply,
  pointOfRow,
  startPlacing,
} from "./place-row.js";
import type { PointColumns } from "./point-columns.js";
import type { Points } from "./points.js";

/** The number of a row and its list, see {@link Changes}, fit 31 bits. */
const MOST_ROWS = 2 ** 29 - 1;

/** Rows put at their stocking points. */
export interface PlacedInput {
  readonly onHand: PagedNumbers;
  readonly changes: Changes;
  readonly toIssue: readonly ComponentToIssue[];
  /** The rows of open supplies by stocking point, grouped when they are first asked for. */
  readonly supplies: () => CompressedRows;
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
  const likely = supplies.count + allocations.count + toIssue.length;
  const stocked = new Float64Array(PagedNumbers.room(points.count));
  const supplied = new Float64Array(stocked.length);
  const placing = startPlacing(problem, points, columns, tables, toIssue, likely, {
    onHand: PagedNumbers.over(stocked, points.count),
    supplied: PagedNumbers.over(supplied, points.count),
  });
  placeStocks(placing, stocked, supplied);
  const draws = new Uint8Array(points.count);
  placeSupplies(placing, supplied, draws);
  const { onHand, draft, lots, beyond, booked } = placing;
  const supplyEnd = draft.count;
  const places = demandPlaces(problem, points);
  const counts = countDemands(placing, places, (point, quantity) =>
    addBeyond(placing, point, quantity),
  );
  for (let r = 0; r < allocations.count; r++) placeAllocation(placing, r);
  for (let k = 0; k < toIssue.length; k++) placeComponent(placing, k);
  countChanges(counts, draft, places.ofPoints);
  const changes = new GroupedChanges(counts, places.ofPoints);
  changes.write(draft, 0, supplyEnd);
  writeDemands(placing, places, changes);
  changes.write(draft, supplyEnd, draft.count);
  return {
    onHand,
    changes: changes.columns(),
    toIssue,
    supplies: whenAsked(() => suppliesByPoint(placing)),
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
  return { draws, ...placing };
}

function whenAsked<Rows>(make: () => Rows): () => Rows {
  let made: Rows | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function tooManyRows(rows: number): PlanningInputError {
  const message = `The input has ${rows} rows of stock, supplies, demands and allocations; at most ${MOST_ROWS} are planned with. Plan it in parts that share no item.`;
  return new PlanningInputError([{ code: "outOfRange", path: [], message }]);
}

/**
 * Puts all stock there; most of it is there at T0 and stays good.
 *
 * @param stocked - what the pages of on hand are over,
 * @param supplied - and those of what is supplied
 */
function placeStocks(placing: Placing, stocked: Float64Array, supplied: Float64Array): void {
  const { stock, startDay } = placing.problem;
  const { ofItem } = placing.points;
  const { count, item, day, quantity, expires } = stock;
  for (let r = 0; r < count; r++) {
    if (ofItem === undefined || day[r] !== startDay || expires[r] !== NEVER) placeStock(placing, r);
    else {
      const point = ofItem[item[r]!]!;
      const sum = supplied[point]! + Math.abs(quantity[r]!);
      if (sum > Number.MAX_SAFE_INTEGER) placeStock(placing, r);
      supplied[point] = sum;
      stocked[point]! += quantity[r]!;
    }
  }
}

/**
 * Puts all supplies there; most of them stand at their own day and stay good.
 *
 * @param supplied - what the pages of what is supplied are over
 * @param draws - says of which points some supply waits to be drawn
 */
function placeSupplies(placing: Placing, supplied: Float64Array, draws: Uint8Array): void {
  const { supplies, startDay, conventions } = placing.problem;
  const { count, item, day, quantity, frozen, expires, detail } = supplies;
  const { draft, points, columns, tables } = placing;
  const { ofItem } = points;
  // None is scheduled where nothing more is said of any.
  const allStand = conventions.rescheduling === "never" && detail.size === 0;
  for (let r = 0; r < count; r++) {
    const point = ofItem === undefined ? pointOfRow(placing, supplies, r) : ofItem[item[r]!]!;
    const stands = allStand || frozen[r] === 1 || columns.stands[point] === 1;
    const sum = supplied[point]! + Math.abs(quantity[r]!);
    if (!stands || expires[r] !== NEVER || sum > Number.MAX_SAFE_INTEGER) {
      if (placeSupply(placing, r, point)) draws[point] = 1;
      continue;
    }
    supplied[point] = sum;
    const due = Math.max(0, day[r]! - startDay);
    if (due < tables.days && quantity[r] !== 0) {
      draft.add(point, due, quantity[r]!, 4 * r + CHANGE.supply);
    }
  }
}

/** The rows of all supplies by stocking point. */
function suppliesByPoint(placing: Placing): CompressedRows {
  const { supplies } = placing.problem;
  const pointOf = Int32Array.from({ length: supplies.count }, (_, r) =>
    pointOfRow(placing, supplies, r),
  );
  return compressedRows(placing.points.count, pointOf);
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
