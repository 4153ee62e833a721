import { addRatios, multiplyRatios, type Ratio } from "../core/index.js";
import type { BomGraph } from "./columns.js";

/**
 * Carries a quantity from one item through the graph and adds it up in everything reached.
 *
 * Each item is visited once, after all that leads to it; so the work grows with the lines reached,
 * not with the size of the tree, which may be exponentially larger.
 *
 * @param direction - `"down"` to components, `"up"` to parents
 * @returns item number and total, nearest level first; the item itself is not among them
 */
export function roll(
  graph: BomGraph,
  item: number,
  quantity: Ratio,
  direction: "down" | "up",
): [number, Ratio][] {
  const { start, row } = direction === "down" ? graph.linesBelow : graph.linesAbove;
  const ends = direction === "down" ? graph.lineComponent : graph.lineParent;
  const totals = new Map<number, Ratio>([[item, quantity]]);
  const reached = reach(graph, item, direction);
  for (const n of reached) {
    const total = totals.get(n)!;
    for (let k = start[n]!; k < start[n + 1]!; k++) {
      const line = row[k]!;
      const part = multiplyRatios(total, graph.lineRatio[line]!);
      const sum = totals.get(ends[line]!);
      totals.set(ends[line]!, sum === undefined ? part : addRatios(sum, part));
    }
  }
  return reached.slice(1).map((n) => [n, totals.get(n)!]);
}

/** The item and all that lies below or above it, so that each comes after all that leads to it. */
export function reach(graph: BomGraph, item: number, direction: "down" | "up"): number[] {
  const { start, row } = direction === "down" ? graph.linesBelow : graph.linesAbove;
  const ends = direction === "down" ? graph.lineComponent : graph.lineParent;
  const seen = new Set([item]);
  for (const n of seen) {
    // A set goes on through what is added to it on the way.
    for (let k = start[n]!; k < start[n + 1]!; k++) seen.add(ends[row[k]!]!);
  }
  const sign = direction === "down" ? 1 : -1;
  const { codes } = graph;
  return [...seen].sort((a, b) => sign * (codes[a]! - codes[b]!) || a - b);
}
