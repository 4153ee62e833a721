import type { CompressedRows } from "./columns.js";
import { compressedRows } from "./compressed-rows.js";
import { checkEdges } from "./edges.js";

/** Edges of a graph with both ways to look them up. */
interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly leaving: CompressedRows;
  readonly entering: CompressedRows;
}

/**
 * Finds the cycles of a directed graph: one for each group of nodes that can all reach each other.
 *
 * Each cycle is a shortest one through the smallest number of its group; among several of that
 * length, the one whose numbers are smallest, read from the start. So nothing depends on the order
 * of the edges. Takes time in proportion to nodes + edges, at any depth.
 *
 * @param count - how many nodes there are; they are numbered from 0
 * @param from - where each edge leaves
 * @param to - where each edge enters, as many as `from`
 * @returns closed cycles (`[3, 7, 3]`), by their first node; none when the graph has no cycle
 * @throws PlanningInputError with everything that is wrong: a count that is no whole number from 0 to
 * 16,777,216, a node that lies outside it, an edge with one end
 *
 * Source: rule B2; R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1
 * (1972), for the groups.
 *
 * @example
 * ```ts
 * cyclesOfEdges(3, Int32Array.of(1, 2, 0), Int32Array.of(2, 1, 1)); // => [[1, 2, 1]]
 * ```
 */
export function cyclesOfEdges(
  count: number,
  from: Int32Array,
  to: Int32Array,
): readonly (readonly number[])[] {
  checkEdges(count, from, to);
  const leaving = compressedRows(count, from);
  const edges = { from, to, leaving, entering: compressedRows(count, to) };
  const group = groupsOf(count, edges);
  const onCycle = new Uint8Array(count); // 1 for a group (by its number) that holds a cycle
  for (let e = 0; e < from.length; e++) {
    if (group[from[e]!] === group[to[e]!]) onCycle[group[from[e]!]!] = 1;
  }
  const steps = new Int32Array(count).fill(-1); // edges from a node to the start of its cycle
  const cycles: number[][] = [];
  for (let n = 0; n < count; n++) {
    if (onCycle[group[n]!] === 0) continue;
    onCycle[group[n]!] = 0;
    cycles.push(shortestCycle(n, edges, group, steps));
  }
  return cycles;
}

/**
 * Says which nodes of a directed graph lie on cycles, and which of them can all reach each other.
 *
 * Takes time in proportion to nodes + edges, at any depth.
 *
 * @param count - how many nodes there are; they are numbered from 0
 * @param from - where each edge leaves
 * @param to - where each edge enters, as many as `from`
 * @returns the number of each node's group; −1 for a node that lies on no cycle
 * @throws PlanningInputError with everything that is wrong: a count that is no whole number from 0 to
 * 16,777,216, a node that lies outside it, an edge with one end
 *
 * Source: rule B2.
 *
 * @example
 * ```ts
 * const groups = cycleGroups(3, Int32Array.of(1, 2, 0), Int32Array.of(2, 1, 1));
 * groups[0]; // => -1
 * groups[1] === groups[2]; // => true
 * ```
 */
export function cycleGroups(count: number, from: Int32Array, to: Int32Array): Int32Array {
  checkEdges(count, from, to);
  const leaving = compressedRows(count, from);
  const group = groupsOf(count, { to, leaving });
  const onCycle = new Uint8Array(count); // by group
  for (let e = 0; e < from.length; e++) {
    if (group[from[e]!] === group[to[e]!]) onCycle[group[from[e]!]!] = 1;
  }
  return group.map((number) => (onCycle[number] === 1 ? number : -1));
}

/** Strongly connected components (Tarjan) without recursion: the number of each node's group. */
function groupsOf(count: number, { to, leaving }: Pick<Edges, "to" | "leaving">): Int32Array {
  const { start, row } = leaving;
  const group = new Int32Array(count).fill(-1);
  const reached = new Int32Array(count).fill(-1); // when a node was first reached
  const lowest = new Int32Array(count); // the earliest node that it leads back to
  const next = start.slice(0, count); // where in `row` each node goes on
  const path = new Int32Array(count); // the walk from the root to the node in hand
  const open = new Int32Array(count); // nodes whose group is not known yet
  let time = 0;
  let groups = 0;
  let opened = 0;
  for (let root = 0; root < count; root++) {
    if (reached[root] !== -1) continue;
    let depth = 0;
    path[0] = root;
    while (depth >= 0) {
      const n = path[depth]!;
      if (reached[n] === -1) {
        lowest[n] = time;
        reached[n] = time++;
        open[opened++] = n;
      }
      if (next[n]! < start[n + 1]!) {
        const target = to[row[next[n]!++]!]!;
        if (reached[target] === -1) path[++depth] = target;
        else if (group[target] === -1) lowest[n] = Math.min(lowest[n]!, reached[target]!);
        continue;
      }
      if (lowest[n] === reached[n]) {
        while (open[--opened] !== n) group[open[opened]!] = groups;
        group[n] = groups++;
      }
      if (--depth >= 0) lowest[path[depth]!] = Math.min(lowest[path[depth]!]!, lowest[n]!);
    }
  }
  return group;
}

/** A shortest way from `first` back to itself within its group. */
function shortestCycle(first: number, edges: Edges, group: Int32Array, steps: Int32Array) {
  const { from, to, leaving, entering } = edges;
  const queue = [first];
  steps[first] = 0;
  for (let head = 0; head < queue.length; head++) {
    const n = queue[head]!;
    for (let k = entering.start[n]!; k < entering.start[n + 1]!; k++) {
      const source = from[entering.row[k]!]!;
      if (group[source] !== group[first] || steps[source] !== -1) continue;
      steps[source] = steps[n]! + 1;
      queue.push(source);
    }
  }
  const cycle = [first];
  do {
    const n = cycle.at(-1)!;
    let nearest = -1;
    for (let k = leaving.start[n]!; k < leaving.start[n + 1]!; k++) {
      const target = to[leaving.row[k]!]!;
      if (group[target] !== group[first]) continue;
      const gain = nearest === -1 ? -1 : steps[target]! - steps[nearest]!;
      if (gain < 0 || (gain === 0 && target < nearest)) nearest = target;
    }
    cycle.push(nearest);
  } while (cycle.at(-1) !== first);
  return cycle;
}
