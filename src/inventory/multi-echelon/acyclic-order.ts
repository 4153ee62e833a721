/** Which arcs meet each node: those of node n are `arc[start[n]]` to `arc[start[n + 1] - 1]`. */
export interface Incidence {
  readonly start: Int32Array;
  readonly arc: Int32Array;
}

/** The nodes so that every arc leads forward, or a cycle of them. */
export type AcyclicOrder =
  | { readonly order: Int32Array; readonly cycle?: undefined }
  | { readonly order?: undefined; readonly cycle: readonly number[] };

/**
 * Groups arcs by one of their ends.
 *
 * @param count - how many nodes there are
 * @param ends - the node of each arc
 * @returns the arcs of each node, in rising order
 */
export function incidence(count: number, ends: Int32Array): Incidence {
  const start = new Int32Array(count + 1);
  for (let e = 0; e < ends.length; e++) start[ends[e]! + 1]!++;
  for (let n = 0; n < count; n++) start[n + 1]! += start[n]!;
  const next = start.slice(0, count);
  const arc = new Int32Array(ends.length);
  for (let e = 0; e < ends.length; e++) arc[next[ends[e]!]!++] = e;
  return { start, arc };
}

/**
 * Puts the nodes of a directed graph into an order in which every arc leads forward.
 *
 * @param count - how many nodes there are
 * @param from - where each arc leaves
 * @param to - where each arc enters
 * @returns the order, or one closed cycle (`[3, 7, 3]`) when there is none
 *
 * A. B. Kahn, "Topological sorting of large networks", CACM 5 (1962).
 */
export function acyclicOrder(count: number, from: Int32Array, to: Int32Array): AcyclicOrder {
  const leaving = incidence(count, from);
  const waitingFor = new Int32Array(count); // arcs from nodes that have no place yet
  for (let e = 0; e < to.length; e++) waitingFor[to[e]!]!++;
  const order = new Int32Array(count);
  let placed = 0;
  for (let n = 0; n < count; n++) if (waitingFor[n] === 0) order[placed++] = n;
  for (let head = 0; head < placed; head++) {
    const n = order[head]!;
    for (let k = leaving.start[n]!; k < leaving.start[n + 1]!; k++) {
      const next = to[leaving.arc[k]!]!;
      if (--waitingFor[next]! === 0) order[placed++] = next;
    }
  }
  return placed === count ? { order } : { cycle: cycleAmong(waitingFor, from, to) };
}

/** A cycle among the nodes that still wait: each of them waits for another such node. */
function cycleAmong(waitingFor: Int32Array, from: Int32Array, to: Int32Array): number[] {
  const before = new Int32Array(waitingFor.length).fill(-1);
  for (let e = 0; e < to.length; e++) {
    if (waitingFor[from[e]!]! > 0 && before[to[e]!] === -1) before[to[e]!] = from[e]!;
  }
  const walked = new Map<number, number>(); // node → its place on the walk back
  const walk: number[] = [];
  let n = waitingFor.findIndex((arcs) => arcs > 0);
  while (!walked.has(n)) {
    walked.set(n, walk.length);
    walk.push(n);
    n = before[n]!;
  }
  const cycle = walk.slice(walked.get(n)).reverse();
  return [cycle.at(-1)!, ...cycle];
}
