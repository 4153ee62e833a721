import { LOOK_AHEAD_RULES } from "../../inventory/index.js";
import type { PointSource } from "../compile/model.js";
import { type LotByCost, type LotRule, NONE } from "../input/problem.js";
import { askInTurn } from "./ask-in-turn.js";
import { goodOf, lotsToCover } from "./lots.js";
import { isShort, type Netting } from "./netting.js";
import { type Choice, chooseSource, startOfOrder, writeLots } from "./place-order.js";
import { increaseDrawn } from "./resize.js";
import { endOfLook, forEachShortfall } from "./shortfalls.js";

/**
 * Sizes and places the orders for what is missing to the floor on a day (N6, chapter L).
 *
 * @param needsLeft - needs of the day that are still to be netted, where each is its own
 * @param lack - what an order must bring for the sake of its co-products, if that is more (K40)
 */
export function orderShortage(
  netting: Netting,
  day: number,
  needsLeft: number,
  lack: number,
): void {
  const { lot } = netting.detail;
  const own = isShort(netting, netting.projected) ? netting.floor - netting.projected : undefined;
  const shortage = {
    day,
    net: Math.max(own ?? 0, lack),
    isOwn: own !== undefined && own >= lack,
  };
  if (lot.rule === "fixedOrderQuantity") {
    if (lot.each) placeEach(netting, shortage, lot.quantity);
    else place(netting, shortage, lotsOf(netting, shortage, lot.quantity) * lot.quantity);
  } else if (own === undefined) place(netting, shortage, lack);
  else place(netting, shortage, Math.max(lack, ownLot(netting, day, needsLeft, lot)));
}

/** What the lot rule orders for what the item itself lacks to its floor. */
function ownLot(
  netting: Netting,
  day: number,
  needsLeft: number,
  lot: Exclude<LotRule, { rule: "fixedOrderQuantity" }>,
): number {
  switch (lot.rule) {
    case "lotForLot":
      return netting.floor - netting.projected;
    case "periodOrderQuantity":
      return deepestShortfall(netting, day, needsLeft);
    case "orderUpTo":
      return lot.orderUpTo - netting.projected;
    default:
      return lotByCost(netting, day, needsLeft, lot);
  }
}

/** What orders are placed for. */
interface Shortage {
  readonly day: number;
  /** What they must bring at least. */
  readonly net: number;
  /** Whether it is the item's own, not that of a co-product (K40). */
  readonly isOwn: boolean;
}

/** L2, K27: the fewest lots that cover a shortage; only one of the item's own begins at the floor. */
function lotsOf(netting: Netting, { net, isOwn }: Shortage, lot: number): number {
  return lotsToCover(net, lot, netting.ordersAtFloor && isOwn);
}

function place(netting: Netting, shortage: Shortage, quantity: number): void {
  const { day, isOwn } = shortage;
  if (quantity <= 0 || (isOwn && increaseDrawn(netting, day, quantity))) return;
  if (netting.given !== undefined) {
    placeInTurn(netting, netting.given, shortage, quantity, 0);
    return;
  }
  const choice = choose(netting, shortage, quantity);
  if (choice !== undefined) write(netting, day, choice, 1);
  else if ("window" in netting.detail.lot && day + 1 < netting.model.days) {
    // The window moves on with the days, so what no source takes today one may take tomorrow.
    netting.arena.touch(day + 1);
  }
}

/** L2 `each`: one lot at a time, modifiers on each, until the good sum covers the need (K9). */
function placeEach(netting: Netting, shortage: Shortage, lot: number): void {
  const { given } = netting;
  if (given !== undefined) {
    const lasts = (brought: number): boolean => isStillShort(netting, shortage, brought);
    for (let brought = 0; lasts(brought); ) {
      const good = placeInTurn(netting, given, shortage, lot, brought);
      if (good === undefined) return;
      brought += good;
    }
    return;
  }
  const choice = choose(netting, shortage, lot);
  if (choice === undefined) return;
  write(netting, shortage.day, choice, lotsOf(netting, shortage, goodOf(choice.pieces)));
}

/** Whether a shortage is one when so much of it is brought; at the floor it may be, too (K27). */
function isStillShort(netting: Netting, { net, isOwn }: Shortage, brought: number): boolean {
  return brought < net || (brought === net && netting.ordersAtFloor && isOwn);
}

/**
 * Asks the sources of a point in turn for a lot, and places what they take.
 *
 * @param before - what was brought for the shortage before
 * @returns the good quantity; `undefined` when something is left that no source takes
 */
function placeInTurn(
  netting: Netting,
  given: Float64Array,
  shortage: Shortage,
  lot: number,
  before: number,
): number | undefined {
  const { arena, model, point } = netting;
  const { day, net } = shortage;
  const due = netting.receipt[day]!;
  tellAsked(netting, { ...shortage, net: net - before }, lot);
  const startOf = (source: PointSource, startQuantity: number): number =>
    startOfOrder(model, point, source, due, startQuantity);
  const turn = { model, arena, point, given, dueOf: () => due, startOf };
  const { choices, left } = askInTurn(turn, lot);
  let brought = before;
  for (const choice of choices) {
    write(netting, day, choice, 1);
    brought += goodOf(choice.pieces);
  }
  if (left === 0) return brought - before;
  const isSaid = netting.saidNoSource || (brought > 0 && !isStillShort(netting, shortage, brought));
  if (!isSaid) {
    netting.saidNoSource = true;
    arena.say({ code: "noSource", point, day, quantity: net - brought });
  }
  // What the other site has not free today, or the window does not hold, it may have tomorrow.
  if (day + 1 < model.days) arena.touch(day + 1);
  return undefined;
}

function tellAsked(netting: Netting, { net, isOwn }: Shortage, quantity: number): void {
  const { arena, projected, floor } = netting;
  const lacksItself = isShort(netting, projected);
  arena.observe?.asks({ net, isOwn, isShort: lacksItself, projected, floor, quantity });
}

function choose(netting: Netting, shortage: Shortage, quantity: number): Choice | undefined {
  const { arena, model, point } = netting;
  const { day, net } = shortage;
  const due = netting.receipt[day]!;
  tellAsked(netting, shortage, quantity);
  const choice = chooseSource(model, point, quantity, () => due);
  if (choice === undefined && !netting.saidNoSource) {
    netting.saidNoSource = true;
    arena.say({ code: "noSource", point, day, quantity: net });
  }
  return choice;
}

function write(netting: Netting, day: number, choice: Choice, lots: number): void {
  const { arena, model, point } = netting;
  const due = choice.later?.due ?? netting.receipt[day]!;
  const source = model.sources.at(point)[choice.source]!;
  writeLots(model, arena, point, choice, lots, (startQuantity) => ({
    due,
    start: startOfOrder(model, point, source, due, startQuantity),
  }));
  netting.projected += lots * goodOf(choice.pieces);
}

/** L3, K8: the deepest shortfall in the window that begins on a day. */
function deepestShortfall(netting: Netting, from: number, needsLeft: number): number {
  let found = 0;
  const end = endOfLook(netting, endOfPeriod(netting, from));
  forEachShortfall(netting, from, end, needsLeft, (day, missing) => {
    netting.arena.observe?.findsShort(day, missing);
    found += missing;
  });
  return found;
}

/** How many days a rule by cost looks ahead at first; four times as many when that is too few. */
const FIRST_LOOK = 128;

/** L5 – L11, K34: the needs of the periods that the rule covers from a day on. */
function lotByCost(netting: Netting, from: number, needsLeft: number, lot: LotByCost): number {
  const horizon = endOfLook(netting, netting.model.days);
  for (let days = FIRST_LOOK; ; days *= 4) {
    const end = lot.rule === "wagnerWhitin" ? horizon : Math.min(horizon, from + days);
    const needs = needsByPeriod(netting, from, end, needsLeft);
    const covered = LOOK_AHEAD_RULES[lot.rule](needs, 0, needs.length, lot.figures);
    if (end < horizon && !isSettled(needs, covered)) continue;
    netting.arena.observe?.covers(needs, covered);
    return needs.slice(0, covered).reduce((sum, need) => sum + need, 0);
  }
}

function needsByPeriod(netting: Netting, from: number, end: number, needsLeft: number): number[] {
  const needs = [0];
  let periodEnd = endOfPeriod(netting, from);
  forEachShortfall(netting, from, end, needsLeft, (day, missing) => {
    for (; day >= periodEnd; periodEnd = endOfPeriod(netting, periodEnd)) needs.push(0);
    needs[needs.length - 1]! += missing;
    netting.arena.observe?.findsShort(day, missing);
  });
  return needs;
}

/**
 * Whether what lies further on changes nothing: all but the optimum stop at a need that they reject,
 * and look at most at the one after it. The last period may be known in part only.
 */
function isSettled(needs: readonly number[], covered: number): boolean {
  let further = 0;
  for (let period = covered; period < needs.length - 1 && further < 2; period++) {
    if (needs[period]! > 0) further++;
  }
  return further === 2;
}

/** The day after the window or period that holds a day. */
function endOfPeriod({ model, point }: Netting, day: number): number {
  const window = model.window[point]!;
  return window === NONE ? day + 1 : model.tables.tables[window]![day]!;
}
