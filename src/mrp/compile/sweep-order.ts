import { compressedRows } from "../../bom/index.js";
import { compareText } from "../../core/index.js";
import { NONE, type Problem } from "../input/problem.js";
import type { DraftPoints } from "./draft-points.js";
import type { Edges } from "./edges.js";

/**
 * Puts stocking points in the order of the sweep: by low-level code, then by the last of those that may
 * need them, then item id, site id and segment (B1, K83). So points that are planned one after the other
 * often need the same orders, which are still near the processor.
 *
 * @param itemSites - how many points have no segment; they come first in the draft
 * @param edges - which item-site may need which; they do not go round
 * @returns the number of the point at each place
 */
export function sweepOrder(
  problem: Problem,
  draft: DraftPoints,
  itemSites: number,
  edges: Pick<Edges, "from" | "to">,
): Int32Array {
  const byName = orderOfNames(problem, draft);
  if (draft.count === itemSites) return inWaves(byName, edges);
  const isItemSite = (point: number): boolean => point < itemSites;
  const place = new Int32Array(draft.count); // of the item-site of each point
  for (const [n, point] of inWaves(byName.filter(isItemSite), edges).entries()) place[point] = n;
  for (let point = itemSites; point < draft.count; point++) {
    place[point] = place[draft.find(draft.item[point]!, draft.site[point]!, NONE)]!;
  }
  return sortedBy(byName, place);
}

/** Kahn's algorithm, see `lowLevelCodesOfEdges`; what comes behind the same point stays by name. */
function inWaves(byName: Int32Array, { from, to }: Pick<Edges, "from" | "to">): Int32Array {
  const rank = inverse(byName);
  const below = compressedRows(byName.length, from);
  const waiting = new Int32Array(byName.length); // by rank: edges from points that are not queued yet
  for (let e = 0; e < to.length; e++) waiting[rank[to[e]!]!]!++;
  const queue = new Int32Array(byName.length); // ranks
  let queued = 0;
  for (let r = 0; r < waiting.length; r++) if (waiting[r] === 0) queue[queued++] = r;
  for (let head = 0; head < queued; head++) {
    const point = byName[queue[head]!]!;
    const first = queued;
    for (let k = below.start[point]!; k < below.start[point + 1]!; k++) {
      const next = rank[to[below.row[k]!]!]!;
      if (--waiting[next]! === 0) queue[queued++] = next;
    }
    if (queued - first > 1) sortRange(queue, first, queued);
  }
  return queue.map((r) => byName[r]!);
}

/** Above so many entries a range is sorted by what sorts many well. */
const FEW = 24;

/** Sorts a range of a column, most often of a few entries. */
export function sortRange(column: Int32Array, first: number, end: number): void {
  if (end - first > FEW) {
    column.subarray(first, end).sort();
    return;
  }
  for (let k = first + 1; k < end; k++) {
    const entry = column[k]!;
    let to = k;
    while (to > first && column[to - 1]! > entry) {
      column[to] = column[to - 1]!;
      to--;
    }
    column[to] = entry;
  }
}

/** Stocking points by item id, site id and segment. */
function orderOfNames({ figures, sites, segments }: Problem, draft: DraftPoints): Int32Array {
  const { count } = draft;
  let order = counting(count);
  if (segments.length > 0) order = sortedBy(order, rankOf(draft.segment, count, ranked(segments)));
  if (sites.length > 1) order = sortedBy(order, rankOf(draft.site, count, ranked(ids(sites))));
  return sortedBy(order, rankOf(draft.item, count, figures.rank));
}

function ids(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}

/** The place of each text among all of them, by UTF-16 code units; `undefined` when it is its own. */
function ranked(texts: readonly string[]): Int32Array | undefined {
  if (isAscending(texts)) return undefined;
  return inverse(counting(texts.length).sort((a, b) => compareText(texts[a]!, texts[b]!)));
}

/** The place of each number in an order. */
function inverse(order: Int32Array): Int32Array {
  const place = new Int32Array(order.length);
  for (let n = 0; n < order.length; n++) place[order[n]!] = n;
  return place;
}

/** 0, 1, 2 … */
function counting(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let n = 0; n < count; n++) numbers[n] = n;
  return numbers;
}

function isAscending(texts: readonly string[]): boolean {
  for (let k = 1; k < texts.length; k++) {
    if (texts[k - 1]! > texts[k]!) return false;
  }
  return true;
}

/** The rank of what each point has, from 0; what it does not have (−1) comes before all. */
function rankOf(things: Int32Array, points: number, rank: Int32Array | undefined): Int32Array {
  const ranks = new Int32Array(points);
  for (let p = 0; p < points; p++) {
    const thing = things[p]!;
    ranks[p] = (thing < 0 || rank === undefined ? thing : rank[thing]!) + 1;
  }
  return ranks;
}

/** Stable counting sort of points by a key of whole numbers ≥ 0, one for each point. */
function sortedBy(points: Int32Array, key: Int32Array): Int32Array {
  let most = 0;
  for (let p = 0; p < key.length; p++) if (key[p]! > most) most = key[p]!;
  const next = new Int32Array(most + 2); // where the next point of each key goes
  for (let p = 0; p < key.length; p++) next[key[p]! + 1]!++;
  for (let k = 0; k <= most; k++) next[k + 1]! += next[k]!;
  const sorted = new Int32Array(points.length);
  for (let n = 0; n < points.length; n++) sorted[next[key[points[n]!]!]!++] = points[n]!;
  return sorted;
}
