import type { ByItemSite } from "../input/by-item-site.js";
import { type Bill, NONE, type Problem } from "../input/problem.js";
import { billsInForce } from "./bill-versions.js";
import { NETTING } from "./model.js";
import type { PlacedInput } from "./place-rows.js";
import type { Points } from "./points.js";
import { suppliedSites } from "./supplied-sites.js";

/**
 * B3: phantoms with stock or demand of their own, or drawn in multiples, keep each parent's need; all
 * others are passed by.
 */
export function passPhantomsBy(
  problem: Problem,
  points: Points,
  bills: ByItemSite<Bill>,
  placed: PlacedInput,
  netting: Uint8Array,
): void {
  if (!problem.figures.hasPhantoms) return;
  const drawnInMultiples = pointsDrawnInMultiples(problem, points);
  for (let point = 0; point < points.count; point++) {
    if (netting[point] !== NETTING.phantom) continue;
    const itemSite = points.find(points.item[point]!, points.site[point]!, NONE);
    const keeps =
      (problem.conventions.phantomStock === "net" && hasStock(problem, placed, point)) ||
      hasNeeds(placed, point) ||
      drawnInMultiples.has(itemSite) ||
      !inForceThroughout(problem, bills.at(points.item[point]!, points.site[point]!));
    if (!keeps) netting[point] = NETTING.passedBy;
  }
}

/** The components of lines with a `multiple`, by their points without segment. */
function pointsDrawnInMultiples(problem: Problem, points: Points): Set<number> {
  const drawn = new Set<number>();
  const supplied = suppliedSites(problem);
  for (const [b, bill] of problem.bills.entries()) {
    if (problem.billColumns.isPlain[b] === 1) continue;
    const { item, site } = bill;
    for (const { component, multiple } of bill.lines) {
      if (multiple === 0) continue;
      drawn.add(points.find(component, site, NONE));
      for (const from of supplied.get(item * problem.sites.length + site) ?? []) {
        drawn.add(points.find(component, from, NONE));
      }
    }
  }
  return drawn;
}

function hasStock(problem: Problem, placed: PlacedInput, point: number): boolean {
  const { onHand, changes, lots } = placed;
  if (onHand.at(point) !== 0 || lots.has(point)) return true;
  if (changes.rows.end(point) > changes.rows.first(point)) return true;
  const { start, row } = placed.supplies();
  for (let k = start[point]!; k < start[point + 1]!; k++) {
    if (problem.supplies.quantity[row[k]!] !== 0) return true;
  }
  return false;
}

function hasNeeds({ changes, beyond }: PlacedInput, point: number): boolean {
  if (beyond.has(point)) return true;
  for (let c = changes.rows.first(point); c < changes.rows.end(point); c++) {
    if (changes.quantity[c]! < 0) return true;
  }
  return false;
}

/** Whether some version is valid on every day that an order may take effect. */
function inForceThroughout(problem: Problem, bills: readonly Bill[]): boolean {
  let until = problem.startDay;
  for (const { from, to } of billsInForce(bills)) {
    if (from <= until) until = Math.max(until, to);
  }
  return until > problem.horizonEnd;
}
