import { LOOK_AHEAD_RULES } from "../../inventory/index.js";
import { type LotByCost, NONE } from "../input/problem.js";
import { lotsToCover } from "./lots.js";
import type { Netting } from "./netting.js";
import { type Choice, chooseSource, startOfOrder, writeLots } from "./place-order.js";
import { increaseDrawn } from "./resize.js";
import { endOfLook, forEachShortfall } from "./shortfalls.js";

/**
 * Sizes and places the orders for what is missing to the floor on a day (N6, chapter L).
 *
 * @param needsLeft - needs of the day that are still to be netted, where each is its own
 */
export function orderShortage(netting: Netting, day: number, needsLeft: number): void {
  const { lot } = netting.detail;
  const net = netting.floor - netting.projected;
  switch (lot.rule) {
    case "lotForLot":
      place(netting, day, net);
      break;
    case "fixedOrderQuantity":
      if (lot.each) placeEach(netting, day, net, lot.quantity);
      else
        place(netting, day, lotsToCover(net, lot.quantity, netting.ordersAtFloor) * lot.quantity);
      break;
    case "periodOrderQuantity":
      place(netting, day, deepestShortfall(netting, day, needsLeft));
      break;
    case "orderUpTo":
      place(netting, day, lot.orderUpTo - netting.projected);
      break;
    default:
      place(netting, day, lotByCost(netting, day, needsLeft, lot));
  }
}

function place(netting: Netting, day: number, quantity: number): void {
  if (quantity <= 0 || increaseDrawn(netting, day, quantity)) return;
  const choice = choose(netting, day, quantity);
  if (choice !== undefined) write(netting, day, choice, 1);
  else if ("window" in netting.detail.lot && day + 1 < netting.model.days) {
    // The window moves on with the days, so what no source takes today one may take tomorrow.
    netting.arena.touch(day + 1);
  }
}

/** L2 `each`: one lot at a time, modifiers on each, until the good sum covers the need (K9). */
function placeEach(netting: Netting, day: number, net: number, lot: number): void {
  const choice = choose(netting, day, lot);
  if (choice === undefined) return;
  write(netting, day, choice, lotsToCover(net, goodOf(choice), netting.ordersAtFloor));
}

function choose(netting: Netting, day: number, quantity: number): Choice | undefined {
  const { arena, model, point } = netting;
  const due = netting.receipt[day]!;
  const choice = chooseSource(model, point, quantity, () => due);
  if (choice === undefined && !netting.saidNoSource) {
    netting.saidNoSource = true;
    const missing = netting.floor - netting.projected;
    arena.events.push({ code: "noSource", point, day, quantity: missing });
  }
  return choice;
}

function write(netting: Netting, day: number, choice: Choice, lots: number): void {
  const { arena, model, point } = netting;
  const due = netting.receipt[day]!;
  const source = model.sources[point]![choice.source]!;
  writeLots(model, arena, point, choice, lots, (startQuantity) => ({
    due,
    start: startOfOrder(model, point, source, due, startQuantity),
  }));
  netting.projected += lots * goodOf(choice);
}

function goodOf({ pieces }: Choice): number {
  return pieces.reduce((sum, piece) => sum + piece.times * piece.quantity, 0);
}

/** L3, K8: the deepest shortfall in the window that begins on a day. */
function deepestShortfall(netting: Netting, from: number, needsLeft: number): number {
  let found = 0;
  const end = endOfLook(netting, endOfPeriod(netting, from));
  forEachShortfall(netting, from, end, needsLeft, (_, missing) => {
    found += missing;
  });
  return found;
}

/** L5 – L11, K34: the needs of the periods that the rule covers from a day on. */
function lotByCost(netting: Netting, from: number, needsLeft: number, lot: LotByCost): number {
  const needs = [0];
  let end = endOfPeriod(netting, from);
  const horizon = endOfLook(netting, netting.model.days);
  forEachShortfall(netting, from, horizon, needsLeft, (day, missing) => {
    for (; day >= end; end = endOfPeriod(netting, end)) needs.push(0);
    needs[needs.length - 1]! += missing;
  });
  const covered = LOOK_AHEAD_RULES[lot.rule](needs, 0, needs.length, lot.figures);
  return needs.slice(0, covered).reduce((sum, need) => sum + need, 0);
}

/** The day after the window or period that holds a day. */
function endOfPeriod({ model, point }: Netting, day: number): number {
  const window = model.window[point]!;
  return window === NONE ? day + 1 : model.tables.tables[window]![day]!;
}
