import { type Bill, NONE, type Problem } from "../input/problem.js";
import { billsInForce } from "./bill-versions.js";
import type { ByItemSite } from "./by-item-site.js";
import { NETTING } from "./model.js";
import type { PlacedInput } from "./place-rows.js";
import type { Points } from "./points.js";

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
  if (!problem.items.some((item) => item.phantom)) return;
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
  for (const { site, lines } of problem.bills) {
    for (const { component, multiple } of lines) {
      if (multiple > 0) drawn.add(points.find(component, site, NONE));
    }
  }
  return drawn;
}

function hasStock(problem: Problem, placed: PlacedInput, point: number): boolean {
  const { onHand, changes, supplies, lots } = placed;
  if (onHand[point] !== 0 || lots.has(point)) return true;
  if (changes.start[point + 1]! > changes.start[point]!) return true;
  for (let k = supplies.start[point]!; k < supplies.start[point + 1]!; k++) {
    if (problem.supplies.quantity[supplies.row[k]!] !== 0) return true;
  }
  return false;
}

function hasNeeds({ changes, beyond }: PlacedInput, point: number): boolean {
  if (beyond.has(point)) return true;
  for (let c = changes.start[point]!; c < changes.start[point + 1]!; c++) {
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
