import type { Problem } from "../input/problem.js";
import { billColumns } from "./bill-columns.js";
import { byItemSite } from "./by-item-site.js";
import { coProductLinks, drivingCoProducts } from "./co-products.js";
import { DayTables } from "./day-tables.js";
import { decoupledLeadTimes } from "./decoupled-lead-times.js";
import { endedPoints } from "./ended-points.js";
import { firmOrders } from "./firm-orders.js";
import { passPhantomsBy } from "./kept-phantoms.js";
import { makeLinks } from "./links.js";
import { type Model, NETTING, type PlacedPoint, type RowsOfPoint } from "./model.js";
import { onlyBills } from "./only-bills.js";
import { type PlacedInput, placeRows, placeRowsOfPoint } from "./place-rows.js";
import { type PointColumns, readPoints } from "./point-columns.js";
import { pointDetail, pointDetails } from "./point-detail.js";
import { findPoints, type Points } from "./points.js";
import { rowsByPoint } from "./rows-by-point.js";

/** Turns a checked problem into columns that can be swept any number of times. */
export function compile(problem: Problem): Model {
  const days = problem.horizonEnd - problem.startDay + 1;
  const tables = new DayTables(problem.startDay, days);
  const bills = byItemSite(problem.bills, problem.sites.length);
  const sourceRows = byItemSite(problem.sources, problem.sites.length);
  const lines = billColumns(problem);
  const points = findPoints(problem, lines);
  const onlyBill = onlyBills(lines, points);
  const columns = readPoints({ problem, points, onlyBill, sourceRows, tables });
  const placed = placeRows(problem, points, columns, tables);
  const coProducts = coProductLinks(problem, points, bills);
  const driving = drivingCoProducts(columns, coProducts);
  const ended = endedPoints(problem, points, columns, tables);
  leavePlain(problem, points, columns, placed, { coProducts, driving });
  passPhantomsBy(problem, points, bills, placed, columns.netting);
  const firm = firmOrders(problem, points, columns.sources);
  const links = makeLinks({
    problem,
    points,
    columns,
    bills,
    billColumns: lines,
    onlyBill,
    firm,
    tables,
  });
  const { onHand, changes, toIssue, beyond } = placed;
  return {
    ...columns,
    problem,
    conventions: problem.conventions,
    startDay: problem.startDay,
    days,
    points,
    hasYield: columns.yields.length > 0,
    asksOthers: asksOthers(problem),
    capacities: problem.capacities,
    onHand,
    changes,
    toIssue,
    beyond,
    links,
    firm,
    coProducts,
    driving,
    ended,
    movesNeeds: links.preferred.size > 0 || ended.size > 0,
    tables,
    bills,
    decoupledLeadTime: decoupledLeadTimes(points, columns, links),
    detail: pointDetails(problem, points, columns, placed, ended),
    rowsOf: rowsByPoint(problem, points, toIssue),
    placeAgain: (changed, point, rows) =>
      placePoint(changed, { points, columns, tables, toIssue, ended }, point, rows),
  };
}

/** The rows of a stocking point put there anew (R1). */
function placePoint(
  problem: Problem,
  {
    points,
    columns,
    tables,
    toIssue,
    ended,
  }: {
    readonly points: Points;
    readonly columns: PointColumns;
    readonly tables: DayTables;
    readonly toIssue: Model["toIssue"];
    readonly ended: Model["ended"];
  },
  point: number,
  rows: RowsOfPoint,
): PlacedPoint {
  const placed = placeRowsOfPoint(problem, points, columns, tables, toIssue, point, rows);
  const { draft, lots, booked } = placed;
  const { supplies } = rows;
  const draws = placed.waits && problem.conventions.rescheduling !== "never";
  return {
    onHand: placed.onHand.at(point),
    changes: Array.from({ length: draft.count }, (_, c) => ({
      day: draft.day[c]!,
      quantity: draft.quantity[c]!,
      origin: draft.origin[c]!,
    })),
    isPlain: !draws && !lots.has(point),
    beyond: placed.beyond.get(point),
    detail: () => pointDetail(problem, points, columns, { lots, booked, supplies }, ended, point),
  };
}

function asksOthers({ sources, capacities }: Problem): boolean {
  return capacities.size > 0 || sources.some(({ onlyFromStock }) => onlyFromStock);
}

/** What waits to be drawn, expires, has to do with co-products or is in a loop is not for the fast loop. */
function leavePlain(
  problem: Problem,
  { loops }: Points,
  columns: PointColumns,
  placed: PlacedInput,
  { coProducts, driving }: Pick<Model, "coProducts" | "driving">,
): void {
  const never = problem.conventions.rescheduling === "never";
  const { netting } = columns;
  for (let point = 0; point < netting.length; point++) {
    if (netting[point] !== NETTING.plain) continue;
    const draws = placed.waits[point] === 1 && !never;
    const special = placed.lots.has(point) || coProducts.has(point) || loops.has(point);
    if (draws || special || driving.has(point)) netting[point] = NETTING.general;
  }
}
