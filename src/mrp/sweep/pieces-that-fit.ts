import { floorProduct } from "../../core/index.js";
import { overflow } from "../compile/changes.js";
import type { Model } from "../compile/model.js";
import { NEVER } from "../input/problem.js";
import { type OrderPiece, orderPieces, WITHOUT_LOSS } from "./lots.js";
import { takesDay, takesQuantity } from "./place-order.js";
import type { Turn } from "./turn.js";

/** How much the orders of a source may start: of what is free, or of what a supplier can bring. */
export interface Room {
  /**
   * What may be started by an order of a size.
   *
   * @param asked - the size that the modifiers give it, of which it may be a part
   */
  readonly of: (startQuantity: number, asked: number) => number;
  /** Takes what some equal orders start. */
  readonly use: (startQuantity: number, times: number, asked: number) => void;
}

/**
 * The orders of a source for a lot, as its modifiers cut it, as far as there is room: the first that
 * does not fit is as large as fits and as modifiers and limits allow, and is the last (K44, K46).
 *
 * @param source - its place among the sources of the point
 * @param lot - good counts, more than 0
 * @throws PlanningInputError with `quantityOverflow` when an order would start too much to be counted
 */
export function piecesThatFit(turn: Turn, source: number, lot: number, room: Room): OrderPiece[] {
  const { model, point } = turn;
  const loss = model.yields[point];
  const { modifiers } = model.sources.at(point)[source]!;
  const pieces: OrderPiece[] = [];
  for (const piece of orderPieces(lot, modifiers, loss)) {
    const { startQuantity: asked, times } = piece;
    // What a yield makes too large to be counted has no part that could be looked for.
    if (!Number.isFinite(asked)) throw overflow(model.problem, model.points.item[point]!);
    const fits = takes(turn, source, asked) ? Math.floor(room.of(asked, asked) / asked) : 0;
    const whole = Math.min(times, Math.max(0, fits));
    if (whole > 0) {
      room.use(asked, whole, asked);
      pieces.push({ ...piece, times: whole });
    }
    if (whole === times) continue;
    const start = partOf(turn, source, asked, room);
    const { observe } = turn.arena;
    observe?.cuts(pieces, { from: asked, to: start, room: room.of(start || asked, asked) });
    if (start === 0) break;
    room.use(start, 1, asked);
    const { num, den } = loss ?? WITHOUT_LOSS;
    pieces.push({ times: 1, startQuantity: start, quantity: floorProduct(start, num, den) });
    break;
  }
  return pieces;
}

/** Whether a source takes an order that starts so much: by its limits, and by the day on which it comes. */
function takes({ model, point, dueOf }: Turn, s: number, startQuantity: number): boolean {
  const source = model.sources.at(point)[s]!;
  if (!takesQuantity(source, startQuantity)) return false;
  return takesDay(model, point, source, dueOf(source, startQuantity));
}

/** The largest part of an order that there is room for; 0: none. */
function partOf(turn: Turn, s: number, asked: number, room: Room): number {
  const { model, point, dueOf } = turn;
  const source = model.sources.at(point)[s]!;
  const end = Math.min(source.validTo, model.ended.get(point)?.from ?? NEVER);
  // A smaller order comes no later, and finds no less room.
  const start = largestStartBelow(
    model,
    point,
    s,
    asked,
    (part) => part <= room.of(part, asked) && dueOf(source, part) < end,
  );
  return start > 0 && takes(turn, s, start) ? start : 0;
}

/**
 * The largest start quantity below one that modifiers and limits of a source allow, gives a good count,
 * and fits; 0: none.
 *
 * @param fits - is true of every quantity below one of which it is true
 */
export function largestStartBelow(
  model: Model,
  point: number,
  source: number,
  below: number,
  fits: (startQuantity: number) => boolean,
): number {
  const { modifiers, minQuantity, maxQuantity } = model.sources.at(point)[source]!;
  const { num, den } = model.yields[point] ?? WITHOUT_LOSS;
  const step = Math.max(1, modifiers.multiple);
  const leastGood = Math.ceil(den / num);
  let low = Math.ceil(Math.max(modifiers.minimum, minQuantity, leastGood) / step);
  let high = Math.floor(Math.min(below - 1, maxQuantity) / step);
  if (low > high || !fits(low * step)) return 0;
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2);
    if (fits(middle * step)) low = middle;
    else high = middle - 1;
  }
  return low * step;
}
