import { ceilProduct, floorProduct } from "../../core/index.js";
import type { Yield } from "../compile/model.js";
import type { Modifiers } from "../input/problem.js";

/** Equal orders: how many, what each starts and what good quantity each gives. */
export interface OrderPiece {
  readonly times: number;
  readonly startQuantity: number;
  readonly quantity: number;
}

/** A yield of all. */
export const WITHOUT_LOSS: Yield = { num: 1, den: 1 };

/**
 * L0, Q3: turns a good quantity into orders. Each piece starts what its good part needs, cut at the
 * maximum, raised to the minimum, up to the multiple; further pieces follow until the good sum
 * covers the quantity.
 *
 * @param quantity - good counts, more than 0
 * @param modifiers - in counts of start quantity
 * @param loss - the yield; `undefined` without loss
 * @returns the full pieces first, then the rest
 */
export function orderPieces(
  quantity: number,
  modifiers: Modifiers,
  loss: Yield | undefined,
): OrderPiece[] {
  const { minimum, multiple, maximum } = modifiers;
  const { num, den } = loss ?? WITHOUT_LOSS;
  const pieces: OrderPiece[] = [];
  let left = quantity;
  if (maximum < Number.POSITIVE_INFINITY) {
    const good = floorProduct(maximum, num, den);
    // The least good quantity that must start the maximum: just more than one count less gives.
    const least = floorProduct(maximum - 1, num, den) + 1;
    const times = left >= least ? Math.floor((left - least) / good) + 1 : 0;
    if (times > 0) pieces.push({ times, startQuantity: maximum, quantity: good });
    left -= times * good;
  }
  if (left > 0) {
    let start = Math.max(ceilProduct(left, den, num), minimum);
    if (multiple > 0) start = Math.ceil(start / multiple) * multiple;
    pieces.push({ times: 1, startQuantity: start, quantity: floorProduct(start, num, den) });
  }
  return pieces;
}

/** The good quantity of all pieces together. */
export function goodOf(pieces: readonly OrderPiece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.times * piece.quantity, 0);
}

/**
 * L2: the number of the fewest lots that cover a net requirement.
 *
 * @param lot - the good quantity of a lot
 * @param above - under `trigger: "atOrBelow"` what is covered lies above the floor, not at it
 */
export function lotsToCover(net: number, lot: number, above: boolean): number {
  return above ? Math.floor(net / lot) + 1 : Math.ceil(net / lot);
}
