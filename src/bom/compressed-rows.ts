/**
 * The edges of a graph grouped by one of their ends, as compressed sparse rows.
 *
 * The edges of node `n` are `row[start[n]] … row[start[n + 1] - 1]`, each the number of an edge in
 * the order in which the edges were given.
 */
export interface CompressedRows {
  /** Where the edges of each node begin in `row`; one entry more than there are nodes. */
  readonly start: Int32Array;
  /** Numbers of edges, node by node. */
  readonly row: Int32Array;
}

/**
 * Groups edges by the node at one of their ends, in time that grows with nodes + edges.
 *
 * @param count - how many nodes there are; they are numbered from 0
 * @param nodes - the node of each edge: its parents to find components, its components to find parents
 * @returns the edges of each node, those of one node in the order given
 *
 * @example
 * ```ts
 * const { start, row } = compressedRows(3, Int32Array.of(2, 0, 2));
 * [...row.subarray(start[2], start[3])]; // => [0, 2]
 * ```
 */
export function compressedRows(count: number, nodes: Int32Array): CompressedRows {
  const start = new Int32Array(count + 1);
  for (let e = 0; e < nodes.length; e++) start[nodes[e]! + 1]!++;
  for (let n = 0; n < count; n++) start[n + 1]! += start[n]!;
  const next = start.slice(0, count);
  const row = new Int32Array(nodes.length);
  for (let e = 0; e < nodes.length; e++) row[next[nodes[e]!]!++] = e;
  return { start, row };
}
