import type { PointSource } from "../compile/model.js";
import type { PlanState } from "../plan/plan-state.js";
import { type OrderPiece, orderPieces } from "../sweep/lots.js";
import type { LotLog } from "./explanation-log.js";
import type { AskedPiece } from "./explanation-modifiers.js";
import type { Replay } from "./explanation-replay.js";
import type { Turn } from "./explanation-turn.js";

/** Which piece of which part of a lot an order is. */
export interface OrderOfLot {
  /** The turn in which its source was asked; `undefined` where one source takes all of a lot. */
  readonly turn: Turn | undefined;
  readonly piece: AskedPiece;
  /** How many lots were placed for what was asked (K9). */
  readonly lots: number;
}

/**
 * Finds the piece of a lot that became an order.
 *
 * @param source - the one that brings it
 * @param number - its place among the rows of the lot
 */
export function orderOfLot(
  state: PlanState,
  replay: Replay,
  source: PointSource,
  lot: LotLog,
  number: number,
): OrderOfLot {
  let first = 0;
  for (const event of lot.turns) {
    if (event.kind !== "turn") continue;
    const next = first + event.pieces.length;
    if (number < next) {
      const piece = pieceOfTurn(state, replay.point, source, event, number - first);
      return { turn: event, piece, lots: 1 };
    }
    first = next;
  }
  const asked = lot.asked.quantity;
  const pieces = piecesOf(state, replay.point, source, asked);
  const piece = { source, asked, pieces, number: number % pieces.length };
  return {
    turn: undefined,
    piece: { ...piece, cut: undefined, room: "capacity" },
    lots: ordersOf(state, replay, lot) / ordersIn(pieces),
  };
}

/** A piece of what a source was asked for in its turn; the last may be cut to what there is room for. */
function pieceOfTurn(
  state: PlanState,
  point: number,
  source: PointSource,
  { asked, pieces: brought, cut, right }: Turn,
  number: number,
): AskedPiece {
  const pieces = piecesOf(state, point, source, asked);
  const room = right === "fromStock" ? "freeStock" : "capacity";
  const isCut = cut !== undefined && cut.to > 0 && number === brought.length - 1;
  if (!isCut) return { source, asked, pieces, number, cut: undefined, room };
  return { source, asked, pieces, number: cutPiece(pieces, brought), cut, room };
}

/** Which of the pieces that modifiers make is the one that was cut: the first of which there is not all. */
function cutPiece(pieces: readonly OrderPiece[], brought: readonly OrderPiece[]): number {
  const [first] = brought;
  const hasFirst =
    brought.length > 1 &&
    first!.startQuantity === pieces[0]!.startQuantity &&
    first!.times === pieces[0]!.times;
  return hasFirst ? 1 : 0;
}

/** The orders that the modifiers of a source make of a lot (L0, Q3). */
function piecesOf(
  { model }: PlanState,
  point: number,
  { modifiers }: PointSource,
  asked: number,
): OrderPiece[] {
  return orderPieces(asked, modifiers, model.yields[point]);
}

function ordersIn(pieces: readonly OrderPiece[]): number {
  return pieces.reduce((sum, { times }) => sum + times, 0);
}

/** How many orders were written for a lot. */
function ordersOf({ orders }: PlanState, { firstRow, point }: Replay, { rows }: LotLog): number {
  const first = orders.rows.first(point);
  const timesOf = (written: number): number => orders.repeat?.[first + written - firstRow] ?? 1;
  return rows.reduce((sum, written) => sum + timesOf(written), 0);
}
