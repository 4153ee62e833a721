import { NONE } from "../input/problem.js";
import { drawableBy } from "./draw-supply.js";
import { lotsToCover } from "./lots.js";
import type { Netting } from "./netting.js";
import { type Choice, chooseSource, startOfOrder, writeLots } from "./place-order.js";
import { increaseDrawn } from "./resize.js";
import { nextTouched } from "./touched-days.js";

/**
 * Sizes and places the orders for what is missing to the floor on a day (N6, L1 – L3, L12).
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
      lot satisfies never;
  }
}

function place(netting: Netting, day: number, quantity: number): void {
  if (quantity <= 0 || increaseDrawn(netting, day, quantity)) return;
  const choice = choose(netting, day, quantity);
  if (choice !== undefined) write(netting, day, choice, 1);
  else if (netting.detail.lot.rule === "periodOrderQuantity" && day + 1 < netting.model.days) {
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
  const { arena, detail, model } = netting;
  const { delta, supply, landing, touched } = arena;
  const window = model.window[netting.point]!;
  const end = window === NONE ? from + 1 : model.tables.tables[window]![from]!;
  const expiring = netting.expiring?.copy();
  expiring?.use(netting.taken + needsLeft);
  let floor = netting.floor;
  let step = netting.nextStep;
  let found = floor - netting.projected;
  // What is found is put to the stock at once, so that the next one found is what is still missing.
  let level = floor - needsLeft;
  const look = (day: number): void => {
    const missing = floor - level - drawableBy(netting, day);
    if (missing <= 0) return;
    found += missing;
    level += missing;
  };
  look(from);
  for (let day = nextTouched(touched, from + 1); day < end; day = nextTouched(touched, day + 1)) {
    const steps = detail.floor;
    while (step < steps.length && steps[step]!.day <= day) floor = steps[step++]!.level;
    const begun = expiring?.begin(day, level);
    if (begun !== undefined) level += begun.arrived - begun.gone;
    level += supply[day]! + landing[day]! + delta[day]!;
    expiring?.use(-delta[day]!);
    look(day);
  }
  return found;
}
