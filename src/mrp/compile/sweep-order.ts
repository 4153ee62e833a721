import { compareText } from "../../core/index.js";
import { NONE, type Problem } from "../input/problem.js";
import type { DraftPoints } from "./draft-points.js";

/**
 * Puts stocking points in the order of the sweep: by low-level code, then item id, site id and
 * segment (B1).
 *
 * @param codes - the low-level code of each point
 * @returns the number of the point at each place
 */
export function sweepOrder(problem: Problem, draft: DraftPoints, codes: Int32Array): Int32Array {
  const { items, sites, segments } = problem;
  let order = counting(draft.count);
  if (segments.length > 0) {
    const ranks = ranked(segments);
    const rank = draft.segment.map((segment) => (segment === NONE ? 0 : ranks[segment]! + 1));
    order = sortedBy(order, Int32Array.from(rank));
  }
  if (sites.length > 1) order = sortedBy(order, rankOf(ranked(ids(sites)), draft.site));
  order = sortedBy(order, rankOf(ranked(ids(items)), draft.item));
  return sortedBy(order, codes);
}

function ids(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id);
}

/** The place of each text among all of them, by UTF-16 code units. */
function ranked(texts: readonly string[]): Int32Array {
  const rank = counting(texts.length);
  if (isAscending(texts)) return rank;
  const order = rank.toSorted((a, b) => compareText(texts[a]!, texts[b]!));
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

function rankOf(rank: Int32Array, things: readonly number[]): Int32Array {
  const ranks = new Int32Array(things.length);
  for (let k = 0; k < things.length; k++) ranks[k] = rank[things[k]!]!;
  return ranks;
}

/** Stable counting sort of points by a key of whole numbers ≥ 0, one for each point. */
function sortedBy(points: Int32Array, key: Int32Array): Int32Array {
  let most = 0;
  for (let p = 0; p < key.length; p++) most = Math.max(most, key[p]!);
  const next = new Int32Array(most + 2); // where the next point of each key goes
  for (let p = 0; p < key.length; p++) next[key[p]! + 1]!++;
  for (let k = 0; k <= most; k++) next[k + 1]! += next[k]!;
  const sorted = new Int32Array(points.length);
  for (let n = 0; n < points.length; n++) sorted[next[key[points[n]!]!]!++] = points[n]!;
  return sorted;
}
