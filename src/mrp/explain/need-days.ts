import type { PlanState } from "../plan/plan-state.js";
import { NEED_KIND, type PointPegs, UNCOVERED } from "./peg-columns.js";
import { forEachSinglePeg } from "./peg-pieces.js";

/** When a need is really there, and what of it comes last. */
export interface NeedDay {
  readonly need: number;
  /** Which of the equal orders of its row needs it. */
  readonly repeat: number;
  /** Infinity when part of it never is. */
  readonly day: number;
  /** The supply that is there last, of equal ones the first; {@link UNCOVERED} where none comes. */
  readonly supply: number;
  readonly supplyRepeat: number;
  /** Of a demand what comes when. */
  readonly parts: readonly PartOfNeed[];
}

/** Part of a need, and when it is really there. */
export interface PartOfNeed {
  readonly day: number;
  readonly quantity: number;
}

/**
 * Tells of each need of a stocking point when all that is pegged to it is really there; those of orders
 * that are there by their netting day may be left out.
 *
 * @param dayOf - the day on which a supply is really there, from T0; Infinity: never
 */
export function forEachNeedDay(
  state: PlanState,
  pegs: PointPegs,
  dayOf: (supply: number, repeat: number) => number,
  visit: (need: NeedDay) => void,
): void {
  const { needs } = pegs;
  const isSingle = state.orders.repeat === undefined && needs.times === undefined;
  if (isSingle) forEachSingleNeed(pegs, dayOf, visit);
  else forEachRepeatedNeed(state, pegs, dayOf, visit);
}

function forEachSingleNeed(
  { needs, need, supply, quantity, count }: PointPegs,
  dayOf: (supply: number, repeat: number) => number,
  visit: (need: NeedDay) => void,
): void {
  let most = -1;
  for (let k = 0; k < count; k++) if (supply[k]! > most) most = supply[k]!;
  const days: number[] = [];
  for (let s = 0; s <= most; s++) days.push(dayOf(s, 0));
  const dayAt = (k: number): number =>
    supply[k]! < 0 ? Number.POSITIVE_INFINITY : days[supply[k]!]!;
  for (let k = 0; k < count && need[k]! >= 0; ) {
    const n = need[k]!;
    const first = k;
    let last = supply[k]!;
    let day = dayAt(k);
    for (k++; k < count && need[k] === n; k++) {
      if (dayAt(k) <= day) continue;
      day = dayAt(k);
      last = supply[k]!;
    }
    const isDemand = needs.kind[n] === NEED_KIND.demand;
    // No order waits for what is there on its netting day.
    if (!isDemand && day <= needs.day[n]!) continue;
    const parts: PartOfNeed[] = [];
    for (let part = first; isDemand && part < k; part++) {
      parts.push({ day: dayAt(part), quantity: quantity[part]! });
    }
    visit({ need: n, repeat: needs.repeat?.[n] ?? 0, day, supply: last, supplyRepeat: 0, parts });
  }
}

function forEachRepeatedNeed(
  state: PlanState,
  pegs: PointPegs,
  dayOf: (supply: number, repeat: number) => number,
  visit: (need: NeedDay) => void,
): void {
  let last: NeedDay | undefined;
  let parts: PartOfNeed[] = [];
  forEachSinglePeg(state, pegs, ({ need, needRepeat: repeat, supply, supplyRepeat, quantity }) => {
    if (need < 0) return;
    const day = supply === UNCOVERED ? Number.POSITIVE_INFINITY : dayOf(supply, supplyRepeat);
    if (last !== undefined && last.need === need && last.repeat === repeat) {
      parts.push({ day, quantity });
      if (day > last.day) last = { need, repeat, day, supply, supplyRepeat, parts };
      return;
    }
    if (last !== undefined) visit(last);
    parts = [{ day, quantity }];
    last = { need, repeat, day, supply, supplyRepeat, parts };
  });
  if (last !== undefined) visit(last);
}
