import type { Day } from "../../core/index.js";
import { byDay, type Step } from "./backorder-argument.js";
import { smallerCount } from "./count-text.js";
import type { Served } from "./serve-requirements.js";

/** A quantity that went from one requirement to another; `null`: nobody had it, nobody has it. */
export interface CountedTransfer {
  readonly from: string | null;
  readonly to: string | null;
  readonly count: bigint;
}

interface Piece extends Step {
  readonly id: string;
}

/**
 * From whom to whom quantities went: what one has now and did not have comes from what others gave up
 * for that day or before, the nearest day first, and of one day in their turn; else from supply that
 * nobody had.
 */
export function transfersOf(served: readonly Served[]): CountedTransfer[] {
  const given = piecesOf(served, -1n).map((piece) => ({ ...piece, left: piece.count }));
  const taken = piecesOf(served, 1n).sort((a, b) => a.day - b.day);
  const transfers: CountedTransfer[] = [];
  const open = new OpenPieces(given);
  for (const { id, day, count } of taken) {
    const left = open.take(id, day, count, (from, part) => {
      transfers.push({ from, to: id, count: part });
    });
    if (left > 0n) transfers.push({ from: null, to: id, count: left });
  }
  for (const { id, left } of given) {
    if (left > 0n) transfers.push({ from: id, to: null, count: left });
  }
  return transfers;
}

interface OpenPiece extends Piece {
  left: bigint;
}

/** What was given up and nobody has yet, the nearest day on top. */
class OpenPieces {
  /** By day, the latest first; of one day the last in turn first. */
  readonly #later: OpenPiece[];
  /** Those of the days so far: on top the nearest day, of one day the first in turn. */
  readonly #open: OpenPiece[] = [];

  constructor(given: readonly OpenPiece[]) {
    const turn = new Map(given.map((piece, n) => [piece, n]));
    this.#later = [...given].sort((a, b) => b.day - a.day || turn.get(a)! - turn.get(b)!);
  }

  /**
   * Takes for somebody what others gave up for a day or before.
   *
   * @param day - none before that of the call before
   * @returns what is missing
   */
  take(id: string, day: Day, count: bigint, note: (from: string, part: bigint) => void): bigint {
    this.#openUpTo(day);
    const own: OpenPiece[] = [];
    let wanted = count;
    while (wanted > 0n) {
      const piece = this.#open.at(-1);
      if (piece === undefined) break;
      if (piece.id === id) own.push(piece);
      else {
        const part = smallerCount(piece.left, wanted);
        piece.left -= part;
        wanted -= part;
        note(piece.id, part);
      }
      if (piece.id === id || piece.left === 0n) this.#open.pop();
    }
    this.#open.push(...own.reverse());
    return wanted;
  }

  #openUpTo(day: Day): void {
    for (;;) {
      const next = this.#later.at(-1);
      if (next === undefined || next.day > day) return;
      this.#later.pop();
      this.#open.push(next);
    }
  }
}

/** What each has more (sign 1) or less (sign −1) on a day than before, in their turn. */
function piecesOf(served: readonly Served[], sign: bigint): Piece[] {
  return served.flatMap(({ requirement: { id, confirmed }, after }) => {
    const less = confirmed.map(({ day, count }) => ({ day, count: -count }));
    return byDay([...after, ...less])
      .map(({ day, count }) => ({ id, day, count: sign * count }))
      .filter(({ count }) => count > 0n);
  });
}
