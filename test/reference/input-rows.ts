/**
 * The rows of the input, dealt out to their stocking points: stock (N2), open supply (T5), and the
 * independent needs of N1: demands, allocations and components still to be issued.
 */
import { readDay } from "./calendar.js";
import { addDemands } from "./independent-demand.js";
import { itemSites } from "./item-sites.js";
import { loopsOf } from "./loops.js";
import { ceil, compareFractions, floor, over, readRatio, times } from "./numbers.js";
import { parametersOf } from "./parameters.js";
import type { Path, Problem } from "./problem.js";
import {
  adjusted,
  contains,
  decimalsOf,
  quantityConverted,
  quantityOf,
  siteOf,
} from "./problem.js";
import { convertedLeft } from "./quantity-left.js";
import type { Points, StockingPoint, StockLot } from "./stocking-points.js";
import { pointAt } from "./stocking-points.js";
import { issueSite } from "./subcontract.js";
import type { SupplyRow } from "./types.js";

/** Stock that never expires is one amount, also where a row of it is negative. */
function putStock(point: StockingPoint, lot: StockLot): void {
  const same = point.stock.find(
    ({ availableFrom, expires }) => availableFrom === lot.availableFrom && expires === lot.expires,
  );
  if (same === undefined) {
    point.stock.push(lot);
  } else {
    same.quantity += lot.quantity;
    for (const [id, quantity] of lot.lots ?? []) {
      same.lots = new Map(same.lots).set(id, (same.lots?.get(id) ?? 0n) + quantity);
    }
  }
}

function addStock(points: Points): void {
  const { problem } = points;
  for (const item of problem.items.keys()) {
    for (const site of problem.siteIds) {
      const found = parametersOf(problem, item, site);
      const onHand = found.row.onHand;
      if (onHand !== undefined) {
        const quantity = quantityOf(problem, item, onHand, found.pathOf("onHand"));
        putStock(pointAt(points, item, site, null), {
          quantity,
          availableFrom: problem.startDay,
          expires: Infinity,
        });
      }
    }
  }
  for (const [i, row] of (problem.input.stock ?? []).entries()) {
    // N2: blocked stock never counts; stock in inspection does from its availableFrom on.
    const status = row.status ?? "available";
    const path: Path = ["stock", i, "quantity"];
    const quantity =
      row.unit === undefined
        ? quantityOf(problem, row.item, row.quantity, path)
        : quantityConverted(problem, row.item, readRatio(row.quantity), path, row.unit, floor);
    if (status === "blocked" || (status === "inspection" && row.availableFrom === undefined)) {
      continue;
    }
    const from = row.availableFrom === undefined ? problem.startDay : readDay(row.availableFrom);
    const expires = row.expires === undefined ? Infinity : readDay(row.expires);
    putStock(pointAt(points, row.item, siteOf(problem, row), row.segment ?? null), {
      quantity,
      availableFrom: Math.max(from, problem.startDay),
      expires,
      ...(row.lot === undefined ? {} : { lots: new Map([[row.lot, quantity]]) }),
    });
  }
}

/** K53: no operation completes more than the whole order started. */
function reportProgress(problem: Problem, row: SupplyRow, i: number): void {
  const loss = parametersOf(problem, row.item, siteOf(problem, row)).row.yield ?? 1;
  const of = contains(problem, row.item, row.unit);
  const unit = { num: 10n ** BigInt(decimalsOf(problem, row.item)), den: 1n };
  const good = times(times(readRatio(row.quantity), of), unit);
  const started = { num: ceil(over(good, readRatio(loss))), den: 1n };
  for (const [n, { completed }] of (row.progress ?? []).entries()) {
    if (
      good.num > 0n &&
      compareFractions(times(times(readRatio(completed), of), unit), started) > 0
    ) {
      adjusted(problem, ["supplies", i, "progress", n, "completed"], row.item, "more than started");
    }
  }
}

function addSupplies(points: Points): void {
  const { problem } = points;
  for (const [i, row] of (problem.input.supplies ?? []).entries()) {
    const site = siteOf(problem, row);
    const segment = row.segment ?? null;
    const quantity = convertedLeft(problem, row, row.completed, ["supplies", i], "completed");
    const due = readDay(row.due);
    const point = pointAt(points, row.item, site, segment);
    if (quantity > 0n) {
      point.supplies.push({
        row,
        id: row.id,
        open: quantity,
        quantity,
        due,
        expires: row.expires === undefined ? Infinity : readDay(row.expires),
        landing: Math.max(due, problem.startDay), // T5
      });
    }
    reportProgress(problem, row, i);
    for (const [c, component] of (row.components ?? []).entries()) {
      const path: Path = ["supplies", i, "components", c, "quantity"];
      pointAt(points, component.item, issueSite(problem, row), segment).needs.push({
        kind: "component",
        id: row.id,
        own: component.due === undefined ? problem.startDay : readDay(component.due),
        quantity: quantityOf(problem, component.item, component.quantity, path),
        priority: Infinity,
        forecast: false,
      });
    }
  }
}

function addAllocations(points: Points): void {
  const { problem } = points;
  for (const [i, row] of (problem.input.allocations ?? []).entries()) {
    pointAt(points, row.item, siteOf(problem, row), row.segment ?? null).needs.push({
      kind: "allocation",
      id: "",
      own: row.due === undefined ? problem.startDay : readDay(row.due),
      quantity: quantityOf(problem, row.item, row.quantity, ["allocations", i, "quantity"]),
      priority: Infinity,
      forecast: false,
    });
  }
}

/** Stocking points without a segment; those with one come with the rows that name it. */
export function makePoints(problem: Problem, levels: ReadonlyMap<string, number>): Points {
  const loops = loopsOf(problem);
  const points: Points = {
    problem,
    all: new Map(),
    byLevel: [],
    levels,
    loops,
    policies: new Map(),
    demands: [],
    consumptions: [],
  };
  for (const [item, site] of itemSites(problem).values()) {
    pointAt(points, item, site, null);
  }
  addStock(points);
  addSupplies(points);
  addDemands(points);
  addAllocations(points);
  return points;
}
