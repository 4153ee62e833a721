import { NONE } from "../input/problem.js";
import { freeOf } from "./free-of.js";
import type { FreeStock } from "./free-stock.js";
import { nettingDayAt } from "./link-needs.js";
import type { OrderPiece } from "./lots.js";
import { piecesThatFit } from "./pieces-that-fit.js";
import { freeAsPlanned } from "./planned-stock.js";
import type { Turn } from "./turn.js";

/**
 * What a lane that ships from stock alone brings of a lot: no more than the other site has free on the
 * day on which it must ship, which it then has no longer (K44).
 *
 * @param s - the place of the lane among the sources of the point
 * @param lot - good counts, more than 0
 */
export function takeFromStock(turn: Turn, s: number, lot: number): OrderPiece[] {
  const { model, point, startOf } = turn;
  const { points } = model;
  const source = model.sources.at(point)[s]!;
  const site = source.row!.from;
  const shipping = points.find(points.item[point]!, site, points.segment[point]!);
  if (shipping === NONE) return [];
  const free = freeAt(turn, shipping);
  const dayOf = (startQuantity: number): number =>
    nettingDayAt(model, shipping, Math.max(0, startOf(source, startQuantity)));
  return piecesThatFit(turn, s, lot, {
    of(startQuantity) {
      const day = dayOf(startQuantity);
      return day < model.days ? free.on(day) : 0;
    },
    use(startQuantity, times) {
      free.grant(dayOf(startQuantity), startQuantity * times);
    },
  });
}

/** B7 where the shipping point is planned later; else what its plan leaves. */
function freeAt({ model, arena, point }: Turn, shipping: number): FreeStock {
  return shipping > point ? freeOf(model, arena, shipping) : freeAsPlanned(model, arena, shipping);
}
