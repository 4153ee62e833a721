import { compareText } from "../../core/index.js";
import type { Problem } from "../input/problem.js";
import type { DraftPoints } from "./draft-points.js";

/**
 * Puts stocking points in the order of the sweep: by low-level code, then item id, site id and
 * segment (B1).
 *
 * @param codes - the low-level code of each point
 * @returns the number of the point at each place
 */
export function sweepOrder(problem: Problem, draft: DraftPoints, codes: Int32Array): Int32Array {
  const { figures, sites, segments } = problem;
  const { count } = draft;
  let order = counting(count);
  if (segments.length > 0) order = sortedBy(order, rankOf(draft.segment, count, ranked(segments)));
  if (sites.length > 1) order = sortedBy(order, rankOf(draft.site, count, ranked(ids(sites))));
  order = sortedBy(order, rankOf(draft.item, count, figures.rank));
  return sortedBy(order, codes);
}

function ids(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}

/** The place of each text among all of them, by UTF-16 code units; `undefined` when it is its own. */
function ranked(texts: readonly string[]): Int32Array | undefined {
  if (isAscending(texts)) return undefined;
  const order = counting(texts.length).sort((a, b) => compareText(texts[a]!, texts[b]!));
  const rank = new Int32Array(texts.length);
  for (let place = 0; place < order.length; place++) rank[order[place]!] = place;
  return rank;
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
