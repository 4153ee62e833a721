import { overflow } from "../compile/changes.js";
import type { Model } from "../compile/model.js";
import type { Arena } from "./arena.js";
import { drawKept, drawNext, drawScheduled } from "./draw-supply.js";
import { EndOfItem } from "./end-of-item.js";
import type { LargestNeed } from "./largest-need.js";
import { isShort, type Netting, type Pass, startNetting } from "./netting.js";
import { nextTouched } from "./next-touched.js";
import { orderShortage } from "./order-shortage.js";
import { beginShortage, lowerToLevel } from "./resize.js";
import { touchTurningDays, wipeTouchedDays } from "./touched-days.js";

/**
 * Nets a stocking point day by day with everything that may be true of it: steps of the floor,
 * supplies that are drawn and moved, a fence, expiry, several sources, single needs (chapter N).
 *
 * Needs stand in `arena.delta` (negative), standing supply in `arena.supply`, their days in
 * `arena.touched`; all are left clean.
 */
export function netGeneral(model: Model, arena: Arena, point: number, pass: Pass): void {
  const netting = startNetting(model, arena, point, pass);
  const end = netting.lastsUntil < model.days ? new EndOfItem(netting) : undefined;
  try {
    touchTurningDays(netting);
    for (let day = nextTouched(arena.touched, 0); day < model.days; ) {
      netDay(netting, day, end);
      // Days may have been touched meanwhile, all of them later.
      day = nextTouched(arena.touched, day + 1);
    }
    end?.finish();
  } finally {
    wipeTouchedDays(arena);
  }
}

function netDay(netting: Netting, day: number, end: EndOfItem | undefined): void {
  const { observe } = netting.arena;
  observe?.dayBegins(day, netting.projected);
  beginDay(netting, day);
  observe?.dayBegan(netting.projected, netting.floor);
  const { fenceEnd } = netting.detail;
  const needed = -netting.arena.delta[day]!;
  if (day < fenceEnd) {
    take(netting, needed);
    coverInFence(netting, day);
  } else if (netting.pass.needs === undefined) {
    take(netting, needed);
    cover(netting, day, 0);
  } else {
    coverEach(netting, day, needed, netting.pass.needs);
  }
  if (day >= netting.lastsUntil && day >= fenceEnd) end!.settle(day);
  netting.expiring?.use(netting.taken);
  netting.taken = 0;
  observe?.dayEnds(netting.projected);
}

/** N2, T2: what expires leaves, what arrives comes, before the needs of the day. */
function beginDay(netting: Netting, day: number): void {
  const { arena, expiring, pass, point } = netting;
  const { floor } = netting.detail;
  while (netting.nextStep < floor.length && floor[netting.nextStep]!.day <= day) {
    netting.floor = floor[netting.nextStep++]!.level;
  }
  // What is owed is made good with the needs of the day (K15).
  netting.taken = Math.max(0, -netting.projected);
  if (expiring !== undefined) {
    drawKept(netting, day);
    const { arrived, landed, gone } = expiring.begin(day);
    netting.projected += arrived - gone;
    netting.onItsWay -= landed;
    if (gone > 0) arena.observe?.expires(gone);
    if (gone > 0 && pass.reports) {
      arena.say({ code: "expired", point, day, quantity: gone });
    }
  }
  netting.projected += arena.supply[day]! + arena.landing[day]!;
  netting.onItsWay -= arena.landing[day]!;
}

function take(netting: Netting, quantity: number): void {
  netting.arena.observe?.takes(quantity);
  netting.projected -= quantity;
  netting.taken += quantity;
  // Needs of a day may leave the exact range though what stock leaves of them does not.
  if (!(Math.max(quantity, Math.abs(netting.projected)) <= Number.MAX_SAFE_INTEGER)) {
    throw overflow(netting.model.problem, netting.model.points.item[netting.point]!);
  }
}

/** N8, K5: inside the fence only what is there by its own day is drawn; what is missing at its end is said. */
function coverInFence(netting: Netting, day: number): void {
  netting.arena.observe?.looks(netting.projected, netting.onItsWay);
  while (isShort(netting, netting.projected)) {
    if (!drawNext(netting, day, true)) break;
  }
  if (day < netting.lastDayOfFence) return;
  const quantity = netting.floor - netting.projected;
  if (quantity <= 0 || !netting.pass.reports) return;
  const { arena, detail, point } = netting;
  arena.say({ code: "fenceShortage", point, day: detail.fenceEnd, quantity });
}

/** Draws waiting supplies for a shortage, then orders what is still missing (N4, N6). */
function cover(netting: Netting, day: number, needsLeft: number): void {
  netting.arena.observe?.looks(netting.projected, netting.onItsWay);
  beginShortage(netting);
  while (isShort(netting, netting.projected + netting.onItsWay)) {
    if (!drawNext(netting, day, false)) break;
  }
  while (isShort(netting, netting.projected) && drawScheduled(netting, day));
  lowerToLevel(netting, day);
  if (day >= netting.lastsUntil) return;
  if (netting.largestNeed !== undefined && netting.pass.needs === undefined) {
    coverLargest(netting, day, netting.largestNeed);
    return;
  }
  if (!isShort(netting, netting.projected)) return;
  if (netting.pass.orders) orderShortage(netting, day, needsLeft, 0);
  else if (netting.pass.reports) sayBelow(netting, day);
}

/** K40: orders for the largest of what is missing and what co-products lack, at the end of a day. */
function coverLargest(netting: Netting, day: number, largestNeed: LargestNeed): void {
  const { arena, pass } = netting;
  const before = netting.projected;
  const lack = largestNeed.lackOn(arena, day);
  const ownIsOpen = pass.needs === undefined && isShort(netting, before);
  if (lack > 0 || ownIsOpen) orderShortage(netting, day, 0, lack);
  largestNeed.settle(arena, day, netting.projected > before);
}

/** N9: nothing is ordered for a shortage, so it is said, once. */
function sayBelow(netting: Netting, day: number): void {
  const quantity = netting.floor - netting.projected;
  if (quantity <= 0 || netting.saidBelow) return;
  netting.saidBelow = true;
  netting.arena.say({ code: "belowSafetyStock", point: netting.point, day, quantity });
}

/** N13: a step of the floor, then each need of the day, is a net requirement of its own. */
function coverEach(
  netting: Netting,
  day: number,
  needed: number,
  needs: NonNullable<Pass["needs"]>,
): void {
  while (netting.nextNeed < needs.length && needs[netting.nextNeed]!.day < day) netting.nextNeed++;
  let left = needed;
  if (!(needed <= Number.MAX_SAFE_INTEGER)) {
    throw overflow(netting.model.problem, netting.model.points.item[netting.point]!);
  }
  cover(netting, day, left);
  for (
    ;
    netting.nextNeed < needs.length && needs[netting.nextNeed]!.day === day;
    netting.nextNeed++
  ) {
    const { quantity } = needs[netting.nextNeed]!;
    left -= quantity;
    take(netting, quantity);
    cover(netting, day, left);
  }
  const { largestNeed } = netting;
  if (largestNeed === undefined || day >= netting.lastsUntil) return;
  netting.arena.observe?.looks(netting.projected, netting.onItsWay);
  coverLargest(netting, day, largestNeed);
}
