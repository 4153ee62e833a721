import type { OpenSupply } from "../compile/model.js";
import { NEVER } from "../input/problem.js";
import type { Netting } from "./netting.js";
import type { PassedOver } from "./netting-observer.js";
import { DRAWN_FOR } from "./planned-orders.js";
import { noteDrawn } from "./resize.js";

/**
 * N4: draws the next waiting supply for a day, always whole.
 *
 * @param insideFence - whether the day lies in the fence: then only what is there by its own day is drawn
 * @returns whether there was one
 */
export function drawNext(netting: Netting, day: number, insideFence: boolean): boolean {
  const { waiting } = netting;
  const { expediteWithin } = netting.detail.parameters;
  let supply = waiting.first();
  while (supply !== undefined) {
    // Inside the fence nothing is moved in: what comes later waits.
    if (insideFence && supply.due > day) {
      return supply.due >= netting.detail.fenceEnd && passOver(netting, supply, "afterFence");
    }
    const lastDue = Math.max(day, netting.receipt[day]! + expediteWithin);
    if (!supply.scheduled && supply.due > lastDue) {
      passOver(netting, supply, "tooFarOff");
      // What comes after it is as far off, or scheduled (K57).
      supply = waiting.firstScheduled();
      continue;
    }
    const lands = landingOf(netting, supply, day);
    waiting.take(supply);
    if (supply.expires <= Math.max(day, lands)) {
      passOver(netting, supply, "expires");
      supply = waiting.first();
      continue;
    }
    noteDrawn(netting, supply, day, lands, insideFence);
    draw(netting, supply, day, lands);
    return true;
  }
  return false;
}

/**
 * K57: draws the next scheduled supply for a day on which it counts, where what is on its way comes only
 * later.
 *
 * @returns whether there was one
 */
export function drawScheduled(netting: Netting, day: number): boolean {
  const { waiting } = netting;
  let supply = waiting.firstScheduled();
  for (; supply !== undefined; supply = waiting.firstScheduled()) {
    const lands = landingOf(netting, supply, day);
    if (lands > day) return false;
    waiting.take(supply);
    if (supply.expires <= day) {
      passOver(netting, supply, "expires");
      continue;
    }
    noteDrawn(netting, supply, day, lands, false);
    draw(netting, supply, day, lands);
    return true;
  }
  return false;
}

/** K15: draws the kept supplies that are due on a day and wait still, before it brings what is on its way. */
export function drawKept(netting: Netting, day: number): void {
  const { arena, expiring, pass, waiting } = netting;
  let supply = waiting.takeKept(day);
  for (; supply !== undefined; supply = waiting.takeKept(day)) {
    const { row, quantity, expires } = supply;
    arena.wanted.set(row, day);
    arena.reason.set(row, DRAWN_FOR.demand);
    if (pass.moves) arena.supplyDay.set(row, day);
    netting.onItsWay += quantity;
    expiring!.expect(day, quantity, expires);
  }
}

/** A supply is not drawn. @returns always `false` */
function passOver({ arena }: Netting, { row }: OpenSupply, reason: PassedOver): false {
  arena.observe?.passesOver(row, reason);
  return false;
}

/** N4, N5: where a supply stands that is drawn for a day. */
function landingOf(netting: Netting, supply: OpenSupply, day: number): number {
  if (supply.due <= day) return Math.max(0, supply.due);
  if (!netting.pass.moves) return supply.due;
  const { rescheduling } = netting.model.conventions;
  const achievable = rescheduling === "achievable" && !supply.scheduled;
  const earliest = achievable ? netting.detail.earliestArrival : 0;
  return Math.min(supply.due, Math.max(netting.receipt[day]!, netting.detail.fenceEnd, earliest));
}

function draw(netting: Netting, supply: OpenSupply, day: number, lands: number): void {
  const { arena, model, expiring } = netting;
  const { row, quantity, expires } = supply;
  arena.observe?.draws(row, quantity, lands);
  arena.wanted.set(row, day);
  arena.reason.set(
    row,
    netting.projected + netting.onItsWay < 0 ? DRAWN_FOR.demand : DRAWN_FOR.safetyStock,
  );
  if (netting.pass.moves) arena.supplyDay.set(row, lands);
  if (lands <= day) {
    if (expires !== NEVER) expiring!.add(quantity, expires);
    netting.projected += quantity;
    return;
  }
  netting.onItsWay += quantity;
  if (lands >= model.days) return;
  if (expires === NEVER) arena.landing[lands]! += quantity;
  else expiring!.expect(lands, quantity, expires);
  arena.touch(lands);
}

/** K8: waiting supply that could still be drawn by a day and would have landed by then. */
export function drawableBy(netting: Netting, day: number): number {
  const { detail, model, waiting } = netting;
  const { rescheduling } = model.conventions;
  const tooEarly = rescheduling === "achievable" && day < detail.earliestArrival;
  const last = tooEarly ? day : netting.receipt[day]! + detail.parameters.expediteWithin;
  return waiting.quantityBy(day, Math.max(day, last));
}
