import { floorProduct } from "../../core/index.js";

/**
 * K48: how much of a need the first counts of its order stand for: floor(need × counts ÷ whole),
 * exactly.
 *
 * @param need - of the whole order
 * @param counts - 0 to `whole`
 * @param whole - the good quantity of the order
 */
export function shareOf(need: number, counts: number, whole: number): number {
  if (counts === whole) return need;
  const share = floorProduct(counts, need, whole);
  return share === Number.POSITIVE_INFINITY
    ? Number((BigInt(counts) * BigInt(need)) / BigInt(whole))
    : share;
}

/** Equal orders that stand together, of which a need holds some. */
export interface EqualOrders {
  /** The good quantity of each. */
  readonly each: number;
  /** The first of them of which there is something in the need, and how many. */
  readonly repeat: number;
  readonly times: number;
}

/** What of a need the first counts of equal orders stand for, each in proportion. */
export function shareOfEqual(
  need: number,
  counts: number,
  { each, repeat, times }: EqualOrders,
): number {
  const order = Math.floor(counts / each);
  if (order < repeat) return 0;
  if (order >= repeat + times) return need;
  const needOfEach = need / times;
  return (order - repeat) * needOfEach + shareOf(needOfEach, counts - order * each, each);
}

/** Part of a quantity, from a count up to another. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Adds a piece to pieces that stand in order and do not touch; returns what of it is new. */
export function addPiece(pieces: Piece[], { from, to }: Piece): Piece[] {
  const end = pieces.at(-1);
  if (end === undefined || end.to <= from) {
    if (end?.to === from) pieces[pieces.length - 1] = { from: end.from, to };
    else pieces.push({ from, to });
    return [{ from, to }];
  }
  const news: Piece[] = [];
  let first = 0;
  while (first < pieces.length && pieces[first]!.to < from) first++;
  let last = first;
  let [low, high, at] = [from, to, from];
  for (; last < pieces.length && pieces[last]!.from <= to; last++) {
    const there = pieces[last]!;
    if (at < there.from) news.push({ from: at, to: there.from });
    at = Math.max(at, there.to);
    low = Math.min(low, there.from);
    high = Math.max(high, there.to);
  }
  if (at < to) news.push({ from: at, to });
  pieces.splice(first, last - first, { from: low, to: high });
  return news;
}
