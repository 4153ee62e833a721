import { byItemSite } from "../input/by-item-site.js";
import { drained, type Steps } from "../input/chunks.js";
import type { Problem } from "../input/problem.js";
import { coProductLinks, drivingCoProducts } from "./co-products.js";
import { CoverTable } from "./cover-table.js";
import { DayTables } from "./day-tables.js";
import { decoupledLeadTimes } from "./decoupled-lead-times.js";
import { endedPoints } from "./ended-points.js";
import { findPoints } from "./find-points.js";
import { firmOrders } from "./firm-orders.js";
import { buffersGoOut } from "./goes-out.js";
import { passPhantomsBy } from "./kept-phantoms.js";
import { makeLinks } from "./links.js";
import { type Model, NETTING, type PlacedPoint, type RowsOfPoint } from "./model.js";
import { onlyBills } from "./only-bills.js";
import { patchLinks } from "./patch-links.js";
import { patchPoints } from "./patch-points.js";
import { type PlacedInput, placeRows, placeRowsOfPoint } from "./place-rows.js";
import type { PointColumns, PointRows } from "./point-columns.js";
import { pointDetail, pointDetails } from "./point-detail.js";
import { PointSources } from "./point-sources.js";
import { readPoints } from "./read-points.js";
import { Routings } from "./routing-time.js";
import { rowsByPoint } from "./rows-by-point.js";

/** Turns a checked problem into columns that can be swept any number of times. */
export function compile(problem: Problem): Model {
  return drained(compileSteps(problem));
}

/** Compiles like {@link compile}, and rests between the stages. */
export function* compileSteps(problem: Problem): Steps<Model> {
  const days = problem.horizonEnd - problem.startDay + 1;
  const tables = new DayTables(problem.startDay, days);
  const bills = byItemSite(problem.bills, problem.sites.length);
  const sourceRows = byItemSite(problem.sources, problem.sites.length);
  const routings = new Routings(problem);
  const sources = new PointSources(problem, sourceRows, routings);
  const points = findPoints(problem);
  yield 0.3;
  const onlyBill = points.ofBills?.onlyBill ?? onlyBills(problem, points);
  const columns = readPoints({ problem, points, onlyBill, sources, tables });
  yield 0.5;
  const placed = placeRows(problem, points, columns, tables);
  yield 0.7;
  const coProducts = coProductLinks(problem, points, bills);
  const driving = drivingCoProducts(columns, coProducts);
  const ended = endedPoints(problem, points, columns, tables);
  const leavesPlain = (point: number): boolean =>
    coProducts.has(point) || points.loops.has(point) || driving.has(point);
  leavePlain(columns, placed, [coProducts, points.loops, driving]);
  passPhantomsBy(problem, points, bills, placed, columns.netting);
  const firm = firmOrders(problem, points, columns.sources, routings);
  const links = makeLinks({
    problem,
    points,
    columns,
    bills,
    onlyBill,
    firm,
    tables,
  });
  yield 0.9;
  const { onHand, changes, toIssue, beyond } = placed;
  const compiled = { points, onlyBill, sources, tables, toIssue, ended, driving, leavesPlain };
  return {
    problem,
    conventions: problem.conventions,
    startDay: problem.startDay,
    days,
    points,
    asksOthers: asksOthers(problem),
    capacities: problem.capacities,
    onHand,
    changes,
    toIssue,
    beyond,
    firm,
    routings,
    coProducts,
    driving,
    ended,
    movesNeeds: links.preferred.size > 0 || ended.size > 0,
    tables,
    bills,
    decoupledLeadTime: decoupledLeadTimes(points, columns, links),
    goesOut: buffersGoOut(problem, points, columns, links),
    ...pointDetails({ problem, points, columns, tables, ended, driving }, placed),
    rowsOf: rowsByPoint(problem, points, toIssue),
    ...ofColumns(compiled, columns, links),
  };
}

/** What stays when planning parameters change. */
interface Compiled extends Omit<PointRows, "problem"> {
  readonly toIssue: Model["toIssue"];
  readonly ended: Model["ended"];
  readonly driving: Model["driving"];
  readonly leavesPlain: (point: number) => boolean;
}

/** What follows from planning parameters. */
type OfColumns = Pick<
  Model,
  (keyof PointColumns & keyof Model) | "hasYield" | "links" | "placeAgain" | "withParameters"
>;

function ofColumns(compiled: Compiled, columns: PointColumns, links: Model["links"]): OfColumns {
  return {
    hasYield: columns.yields.length > 0,
    links,
    placeAgain: (problem, point, rows) => placePoint(problem, compiled, columns, point, rows),
    withParameters(change) {
      const rows: PointRows = { problem: change.problem, ...compiled };
      const patched = patchPoints(rows, columns, change, compiled.leavesPlain);
      if (patched === undefined) return undefined;
      const patchedLinks = patchLinks(rows, links, patched, change.below);
      return {
        model: ofColumns(compiled, patched.columns, patchedLinks),
        restarted: patched.restarted,
      };
    },
    ...columns,
  };
}

/** The rows of a stocking point put there anew (R1). */
function placePoint(
  problem: Problem,
  compiled: Compiled,
  columns: PointColumns,
  point: number,
  rows: RowsOfPoint,
): PlacedPoint {
  const { points, tables, toIssue } = compiled;
  const placed = placeRowsOfPoint(problem, points, columns, tables, toIssue, point, rows);
  const { draft, lots, booked } = placed;
  const { supplies } = rows;
  const detailRows = { problem, columns, ...compiled };
  return {
    onHand: placed.onHand.at(point),
    changes: Array.from({ length: draft.count }, (_, c) => ({
      day: draft.day[c]!,
      quantity: draft.quantity[c]!,
      origin: draft.origin[c]!,
    })),
    isPlain: !placed.draws && !lots.has(point),
    beyond: placed.beyond.get(point),
    detail: () => pointDetail(detailRows, { lots, booked, supplies }, new CoverTable(), point),
  };
}

function asksOthers({ sources, capacities }: Problem): boolean {
  return capacities.size > 0 || sources.some(({ onlyFromStock }) => onlyFromStock);
}

/** What waits to be drawn, expires, has to do with co-products or is in a loop is not for the fast loop. */
function leavePlain(
  { netting }: PointColumns,
  { draws, lots }: PlacedInput,
  others: readonly ReadonlyMap<number, unknown>[],
): void {
  const leave = (point: number): void => {
    if (netting[point] === NETTING.plain) netting[point] = NETTING.general;
  };
  for (let point = draws.indexOf(1); point >= 0; point = draws.indexOf(1, point + 1)) leave(point);
  for (const points of [lots, ...others]) for (const point of points.keys()) leave(point);
}
