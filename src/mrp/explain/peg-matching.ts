import type { PlanState } from "../plan/plan-state.js";
import { type NeedColumns, type SupplyColumns, UNCOVERED } from "./peg-columns.js";
import { nameRests } from "./peg-rests.js";
import { isSpecial, specialPegs } from "./peg-special.js";
import type { PegWriter } from "./peg-writer.js";

/** Pegs the needs of a stocking point to what covers them, and names what is in no peg (P1, K48). */
export function matchPegs(
  state: PlanState,
  point: number,
  needs: NeedColumns,
  supplies: SupplyColumns,
  pegs: PegWriter,
): void {
  // A supply may be left in two parts: what the floor asks for, and the rest.
  pegs.begin(needs.count + 2 * supplies.count + 1);
  if (isSpecial(state, point, supplies)) {
    specialPegs(state, point, needs, supplies, pegs);
    return;
  }
  const { supply, quantity } = inTurn(needs, supplies, pegs);
  const leftOf = (s: number): number => (s === supply ? quantity : supplies.quantity[s]!);
  nameRests(state, point, supplies, { from: supply, leftOf }, pegs);
}

/**
 * Pegs needs in turn as long as they may take something of some supplies.
 *
 * @param last - the last of these supplies
 * @param isAsked - whether a need is pegged in any case
 * @returns whether needs that come after these take nothing of the supplies
 */
export function matchFirstPegs(
  needs: NeedColumns,
  supplies: SupplyColumns,
  last: number,
  isAsked: (need: number) => boolean,
  pegs: PegWriter,
): boolean {
  pegs.begin(needs.count + supplies.count);
  const { need, supply, quantity } = inTurn(
    needs,
    supplies,
    pegs,
    (k, s) => s > last && !isAsked(k),
  );
  return need < needs.count || supply > last || (supply === last && quantity === 0);
}

/**
 * The k-th piece of need takes the k-th piece of supply.
 *
 * @param isEnough - whether needs from one on, which would take of supplies from one on, are left out
 * @returns the first need and the first supply that are left, and how much of this one
 */
function inTurn(
  needs: NeedColumns,
  supplies: SupplyColumns,
  pegs: PegWriter,
  isEnough?: (need: number, supply: number) => boolean,
): { readonly need: number; readonly supply: number; readonly quantity: number } {
  const { need: ofNeed, supply: ofSupply, quantity } = pegs;
  let n = pegs.count;
  let s = 0;
  let there = supplies.count > 0 ? supplies.quantity[0]! : 0;
  let k = 0;
  for (; k < needs.count; k++) {
    // What is used up is not the next to give.
    if (isEnough?.(k, there === 0 ? s + 1 : s)) break;
    let open = needs.quantity[k]!;
    while (open > 0) {
      while (there === 0 && s < supplies.count) {
        s++;
        if (s < supplies.count) there = supplies.quantity[s]!;
      }
      const isCovered = s < supplies.count;
      const part = isCovered && there < open ? there : open;
      ofNeed[n] = k;
      ofSupply[n] = isCovered ? s : UNCOVERED;
      quantity[n++] = part;
      open -= part;
      if (isCovered) there -= part;
    }
  }
  pegs.count = n;
  return { need: k, supply: s, quantity: there };
}
