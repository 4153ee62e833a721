import type { PointSource } from "../compile/model.js";
import { goodOf, orderPieces } from "./lots.js";
import type { TurnRight } from "./netting-observer.js";
import type { Choice } from "./place-order.js";
import { leastServed, minimumSplit, splitByShare } from "./quota.js";
import { takeFromStock } from "./stock-lane.js";
import { laterChoices, piecesWithinCapacity } from "./supplier-capacity.js";
import { isValidFor, type Turn, takesWhole } from "./turn.js";

/** What the sources of a stocking point take of a lot. */
export interface Asked {
  /** In the order in which they are placed. */
  readonly choices: readonly Choice[];
  /** Good counts that no source takes. */
  readonly left: number;
}

/** How far the sources have been asked. */
interface Asking {
  readonly turn: Turn;
  readonly sources: readonly PointSource[];
  readonly choices: Choice[];
  left: number;
  /** Whether no source of an earlier rank is valid on the day; lanes from stock do not count (K43). */
  isLowestRank: boolean;
}

/**
 * N10: asks the sources of a stocking point for a lot, rank by rank: lanes give what the other site has
 * free (K44), sources with shares get it by quota (K43), of others the first takes it that takes all of
 * what is left. What suppliers cannot bring goes on, and comes later at last (K46).
 *
 * @param lot - good counts before modifiers, more than 0
 */
export function askInTurn(turn: Turn, lot: number): Asked {
  const sources = turn.model.sources.at(turn.point);
  const asking: Asking = { turn, sources, choices: [], left: lot, isLowestRank: true };
  for (let first = 0; first < sources.length && asking.left > 0; ) {
    const end = endOfRank(sources, first);
    if (sources[first]!.row?.quota === undefined) askByOrder(asking, first, end);
    else askByQuota(asking, first, end);
    first = end;
  }
  if (asking.left > 0) {
    for (const choice of laterChoices(turn, asking.left)) {
      place(asking, choice, choice.later === undefined ? "beyondCapacity" : "later", asking.left);
    }
  }
  return asking;
}

/** The place after the last source of the rank of one. */
function endOfRank(sources: readonly PointSource[], first: number): number {
  const rank = sources[first]!.row?.rank;
  let end = first + 1;
  while (end < sources.length && sources[end]!.row?.rank === rank) end++;
  return end;
}

function askByOrder(asking: Asking, first: number, end: number): void {
  const { turn, sources } = asking;
  for (let s = first; s < end && asking.left > 0; s++) {
    const source = sources[s]!;
    if (source.row?.onlyFromStock) {
      const pieces = takeFromStock(turn, s, asking.left);
      place(asking, { source: s, pieces }, "fromStock", asking.left);
      continue;
    }
    asking.isLowestRank &&= !isValidFor(turn, source, asking.left);
    if (takesWhole(turn, source, asking.left)) give(asking, s, asking.left, "order");
    else turn.arena.observe?.refuses(s, asking.left);
  }
}

/** K43: splits what is left, else gives it to the source that has least of its share. */
function askByQuota(asking: Asking, first: number, end: number): void {
  const { turn, sources } = asking;
  const open = new Set<number>();
  for (let s = first; s < end; s++) open.add(s);
  const valid = [...open].filter((s) => isValidFor(turn, sources[s]!, asking.left));
  const mayBeSplit =
    asking.isLowestRank && asking.left >= minimumSplit([...open].map((s) => sources[s]!));
  if (valid.length > 0) asking.isLowestRank = false;
  if (mayBeSplit) for (const s of split(asking, valid)) open.delete(s);
  while (asking.left > 0) {
    const candidates = [...open].filter((s) => takesWhole(turn, sources[s]!, asking.left));
    tellWeighed(asking, open, candidates);
    const s = leastServed(sources, candidates, turn.given);
    if (s === undefined) return;
    give(asking, s, asking.left, "quota");
    open.delete(s);
  }
}

/** K43: gives each of some sources its part of what is left, if each takes it; returns those that bring less (K46). */
function split(asking: Asking, valid: readonly number[]): readonly number[] {
  const { turn, sources } = asking;
  if (valid.length < 2) return [];
  const shares = splitByShare(
    valid.map((s) => sources[s]!),
    asking.left,
  );
  const parts = valid.map((s, n) => ({ s, part: shares[n]! })).filter(({ part }) => part > 0);
  const isTaken = parts.every(({ s, part }) => takesWhole(turn, sources[s]!, part));
  if (!isTaken) return [];
  turn.arena.observe?.splits(parts.map(({ s, part }) => ({ source: s, part })));
  return parts.filter(({ s, part }) => give(asking, s, part, "split") < part).map(({ s }) => s);
}

/**
 * Gives a source that takes it a part of what is left, as far as its supplier can bring it (K46).
 *
 * @returns the good counts that it brings, by its modifiers also more
 */
function give(asking: Asking, s: number, part: number, right: TurnRight): number {
  const { turn, sources } = asking;
  const { model, point } = turn;
  const pieces =
    piecesWithinCapacity(turn, s, part) ??
    orderPieces(part, sources[s]!.modifiers, model.yields[point]);
  return place(asking, { source: s, pieces }, right, part);
}

/** Tells which sources of a rank are weighed, and which do not take what is left (P3). */
function tellWeighed(
  { turn, left }: Asking,
  open: ReadonlySet<number>,
  candidates: readonly number[],
): void {
  const { observe } = turn.arena;
  if (observe === undefined) return;
  for (const s of open) if (!candidates.includes(s)) observe.refuses(s, left);
  observe.weighs(candidates.map((s) => ({ source: s, given: turn.given[s]! })));
}

function place(asking: Asking, choice: Choice, right: TurnRight, asked: number): number {
  const { source, pieces, later } = choice;
  const daysLate = later?.days ?? 0;
  asking.turn.arena.observe?.turns({ source, right, asked, pieces, daysLate });
  if (choice.pieces.length === 0) return 0;
  const good = goodOf(choice.pieces);
  asking.turn.given[choice.source]! += good;
  asking.left = Math.max(0, asking.left - good);
  asking.choices.push(choice);
  return good;
}
