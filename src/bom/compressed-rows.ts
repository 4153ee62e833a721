import type { CompressedRows } from "./columns.js";
import { checkNodes } from "./edges.js";

/**
 * Groups edges by the node at one of their ends, in time that grows with nodes + edges.
 *
 * @param count - how many nodes there are; they are numbered from 0
 * @param nodes - the node of each edge: its parents to find components, its components to find parents
 * @returns the edges of each node, those of one node in the order given
 * @throws PlanningInputError when the count is no whole number from 0 to 16,777,216, or a node lies
 * outside it
 *
 * @example
 * ```ts
 * const { start, row } = compressedRows(3, Int32Array.of(2, 0, 2));
 * [...row.subarray(start[2], start[3])]; // => [0, 2]
 * ```
 */
export function compressedRows(count: number, nodes: Int32Array): CompressedRows {
  checkNodes(count, nodes, "nodes");
  const start = new Int32Array(count + 1);
  for (let e = 0; e < nodes.length; e++) start[nodes[e]! + 1]!++;
  for (let n = 0; n < count; n++) start[n + 1]! += start[n]!;
  const next = start.slice(0, count);
  const row = new Int32Array(nodes.length);
  for (let e = 0; e < nodes.length; e++) row[next[nodes[e]!]!++] = e;
  return { start, row };
}
