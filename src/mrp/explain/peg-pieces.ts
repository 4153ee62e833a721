import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import {
  type NeedColumns,
  type PointPegs,
  SUPPLY_KIND,
  type SupplyColumns,
} from "./peg-columns.js";
import { type SupplyRef, supplyRef } from "./peg-refs.js";
import type { Piece } from "./peg-shares.js";

/** A piece, and of which of the equal orders of its row it is. */
export interface PieceOfOrder extends Piece {
  readonly repeat: number;
}

/** Part of what equal orders bring or need, order by order. */
function splitEqually(from: number, to: number, each: number): PieceOfOrder[] {
  const pieces: PieceOfOrder[] = [];
  for (let at = from; at < to; ) {
    const repeat = Math.floor(at / each);
    const end = Math.min(to, (repeat + 1) * each);
    pieces.push({ from: at, to: end, repeat });
    at = end;
  }
  return pieces;
}

/** Part of a need, order by order. */
export function piecesOfNeed(
  { quantity, repeat, times }: NeedColumns,
  need: number,
  { from, to }: Piece,
): PieceOfOrder[] {
  const first = repeat?.[need] ?? 0;
  const count = times?.[need] ?? 1;
  if (count === 1) return [{ from, to, repeat: first }];
  return splitEqually(from, to, quantity[need]! / count).map((piece) => ({
    ...piece,
    repeat: first + piece.repeat,
  }));
}

/** Part of a supply, order by order; of what is not covered it is one piece. */
export function piecesOfSupply(
  { orders }: PlanState,
  supply: SupplyRef | undefined,
  { from, to }: Piece,
): PieceOfOrder[] {
  const row = supply?.row ?? NONE;
  const count = orders.repeat === undefined || !isOfOrder(supply) ? 1 : orders.repeat[row]!;
  if (count === 1) return [{ from, to, repeat: 0 }];
  return splitEqually(from, to, supply!.quantity / count);
}

function isOfOrder(supply: SupplyRef | undefined): boolean {
  return supply?.kind === SUPPLY_KIND.order || supply?.kind === SUPPLY_KIND.coProduct;
}

/** A peg between single orders: which of the equal ones on either side. */
export interface SinglePeg {
  /** The number of the need, or a rest. */
  readonly need: number;
  readonly needRepeat: number;
  readonly supply: number;
  readonly supplyRepeat: number;
  readonly quantity: number;
}

/** The pegs of a stocking point as their names tell them apart: stock of one day is one supply. */
export function pegsByName(state: PlanState, pegs: PointPegs): SinglePeg[] {
  const found: SinglePeg[] = [];
  forEachSinglePeg(state, pegs, (one) => {
    const last = found.at(-1);
    if (last !== undefined && isSameStock(pegs.supplies, last, one)) {
      found[found.length - 1] = { ...last, quantity: last.quantity + one.quantity };
    } else found.push(one);
  });
  return found;
}

function isSameStock({ kind, day }: SupplyColumns, a: SinglePeg, b: SinglePeg): boolean {
  const isStock = (s: number): boolean => s >= 0 && kind[s] === SUPPLY_KIND.stock;
  return (
    a.need === b.need &&
    a.needRepeat === b.needRepeat &&
    isStock(a.supply) &&
    isStock(b.supply) &&
    day[a.supply] === day[b.supply]
  );
}

/** The pegs of a stocking point one by one, equal orders told apart. */
export function forEachSinglePeg(
  state: PlanState,
  pegs: PointPegs,
  visit: (peg: SinglePeg) => void,
): void {
  const { needs, supplies } = pegs;
  const taken = new Float64Array(supplies.count);
  let last = -1;
  let at = 0;
  for (let k = 0; k < pegs.count; k++) {
    const need = pegs.need[k]!;
    const supply = pegs.supply[k]!;
    const quantity = pegs.quantity[k]!;
    if (need !== last) at = 0;
    last = need;
    const base = supply < 0 ? 0 : taken[supply]!;
    const covers = supply < 0 ? undefined : supplyRef(supplies, supply);
    for (const part of piecesOfSupply(state, covers, { from: base, to: base + quantity })) {
      const piece = { from: at, to: at + part.to - part.from };
      at = piece.to;
      const ofNeeds = need < 0 ? [{ ...piece, repeat: 0 }] : piecesOfNeed(needs, need, piece);
      for (const { from, to, repeat } of ofNeeds) {
        const one = { need, needRepeat: repeat, supply, supplyRepeat: part.repeat };
        visit({ ...one, quantity: to - from });
      }
    }
    if (supply >= 0) taken[supply] = base + quantity;
  }
}
