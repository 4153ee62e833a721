import { addRatios, floorDivide, type Ratio, ratioOf } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import type { Arena, DayQuantity, PhantomNeed } from "./arena.js";
import { type Need, needsOf } from "./needs.js";

/**
 * B3: gives the stock of a phantom to the needs in the order of T2, in whole counts, and keeps what
 * is left of each for the components.
 */
export function netPhantom(model: Model, arena: Arena, point: number): void {
  const needs = needsOf(model, arena, point);
  const detail = model.detail(point);
  const gives = model.conventions.phantomStock === "net";
  let stock = gives ? model.onHand[point]! : 0;
  const { changes } = model;
  const arrivals: { day: number; quantity: number }[] = [];
  for (let c = changes.start[point]!; c < changes.start[point + 1]!; c++) {
    if (gives && changes.quantity[c]! > 0)
      arrivals.push({ day: changes.day[c]!, quantity: changes.quantity[c]! });
  }
  arrivals.sort((a, b) => a.day - b.day);
  const lots = detail.lots.map((lot) => ({ ...lot, left: lot.quantity }));
  lots.sort((a, b) => a.expires - b.expires);
  const kept: PhantomNeed[] = [];
  const given: DayQuantity[] = [];
  let arrived = 0;
  for (const [place, need] of needs.entries()) {
    for (; arrived < arrivals.length && arrivals[arrived]!.day <= need.day; arrived++) {
      stock += arrivals[arrived]!.quantity;
    }
    const exact = need.exact ?? { num: BigInt(need.quantity), den: 1n };
    if (need.day >= model.days) {
      kept.push(phantomNeed(need, exact, place));
      continue;
    }
    const whole = Number(floorDivide(exact.num, exact.den));
    let taken = 0;
    for (const lot of lots) {
      if (!gives || lot.day > need.day || lot.expires <= need.day) continue;
      const part = Math.min(lot.left, whole - taken);
      lot.left -= part;
      taken += part;
    }
    const part = Math.max(0, Math.min(stock, whole - taken));
    stock -= part;
    taken += part;
    if (taken > 0) given.push({ day: need.day, quantity: taken });
    const left = addRatios(exact, ratioOf(BigInt(-taken), 1n));
    if (left.num > 0n) kept.push(phantomNeed(need, left, place));
  }
  for (const lot of lots) {
    if (lot.left > 0 && lot.expires < model.days) {
      const day = Math.max(0, lot.expires, lot.day);
      arena.events.push({ code: "expired", point, day, quantity: lot.left });
    }
  }
  arena.phantomNeeds.set(point, kept);
  arena.phantomStock.set(point, given);
  const beyond = model.beyond.get(point);
  if (beyond !== undefined)
    arena.events.push({ code: "beyondHorizon", point, day: model.days, ...beyond });
}

function phantomNeed(need: Need, left: Ratio, place: number): PhantomNeed {
  const { start, due, offset } = need;
  // A demand on the phantom is an order of its own; its place among the needs tells it apart.
  const origin = need.rank === 3 ? need.origin : { ...need.origin, row: place };
  return { left, start, due, offset, origin };
}
