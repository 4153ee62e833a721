import { ceilDivide, compareText, type Ratio } from "../../core/index.js";
import type { EndedPoint, Model, SubstituteLink } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { Arena } from "./arena.js";
import { freeOf } from "./free-of.js";
import { nettingDayAt, substituteNeed } from "./link-needs.js";
import type { Need } from "./need.js";
import { addDependent, dependentNeeds, inOrderOfParents, mergedByOrder } from "./needs.js";

/**
 * Lets dependent needs of a stocking point move before it is netted: to substitutes that have what the
 * point has not (B5), and, under `use: "newFirst"`, to its follow-up (B6).
 */
export function passNeedsOn(model: Model, arena: Arena, point: number): void {
  if (model.links.preferred.has(point)) takeSubstitutes(model, arena, point);
  const ended = model.ended.get(point);
  if (ended?.newFirst === true && ended.followUp !== NONE)
    passToFollowUp(model, arena, point, ended);
}

/** A need that may be covered by a substitute. */
interface Taker {
  readonly need: Need;
  /** Of the parent's order, or what is left of the need of a phantom. */
  readonly of: number | Ratio;
  readonly substitutes: readonly SubstituteLink[];
}

/** K36: each need of a line with substitutes takes what is free, here or at the first that has all of it. */
function takeSubstitutes(model: Model, arena: Arena, point: number): void {
  const { links } = model;
  const kept: Need[] = [...(arena.receivedNeeds.get(point) ?? [])];
  const takers: Taker[] = [];
  for (let k = links.start[point]!; k < links.start[point + 1]!; k++) {
    const substitutes = links.substitutes.get(k);
    addDependent(model, arena, point, k, (need, of) => {
      if (substitutes === undefined || need.day >= model.days || need.quantity === 0)
        kept.push(need);
      else takers.push({ need, of, substitutes });
    });
  }
  takers.sort((a, b) => inOrderOfTakers(model, a, b));
  let moved = 0;
  for (const taker of takers) {
    if (isCoveredElsewhere(model, arena, point, taker)) moved++;
    else kept.push(taker.need);
  }
  if (moved > 0) arena.keptNeeds.set(point, kept);
}

/**
 * T2; several needs of one order by quantity and own day, then as their substitutes differ. What is
 * alike in all of it may change places.
 */
function inOrderOfTakers(model: Model, a: Taker, b: Taker): number {
  return (
    a.need.day - b.need.day ||
    inOrderOfParents(model, a.need.origin, b.need.origin) ||
    a.need.quantity - b.need.quantity ||
    a.need.ownDay - b.need.ownDay ||
    bySubstitutes(model, a, b)
  );
}

function bySubstitutes({ points, problem }: Model, a: Taker, b: Taker): number {
  const idOf = ({ point }: SubstituteLink): string => problem.items[points.item[point]!]!.id;
  const shorter = Math.min(a.substitutes.length, b.substitutes.length);
  for (let n = 0; n < shorter; n++) {
    const [one, other] = [a.substitutes[n]!, b.substitutes[n]!];
    const order =
      one.priority - other.priority ||
      compareText(idOf(one), idOf(other)) ||
      substituteNeed(one, a.of) - substituteNeed(other, b.of) ||
      // Both may be too large to be told.
      0;
    if (order !== 0) return order;
  }
  return a.substitutes.length - b.substitutes.length;
}

/** Grants a need what is free; returns whether a substitute takes it. */
function isCoveredElsewhere(model: Model, arena: Arena, point: number, taker: Taker): boolean {
  const { need, of, substitutes } = taker;
  const own = freeOf(model, arena, point);
  if (own.on(need.day) >= need.quantity) {
    own.grant(need.day, need.quantity);
    return false;
  }
  for (const substitute of substitutes) {
    const quantity = substituteNeed(substitute, of);
    if (quantity === 0) continue;
    const free = freeOf(model, arena, substitute.point);
    const day = nettingDayAt(model, substitute.point, need.ownDay);
    if (free.on(day) < quantity) continue;
    free.grant(day, quantity);
    moveNeed(model, arena, need, substitute.point, quantity);
    return true;
  }
  return false;
}

/** B6, `newFirst`: what is netted from the day on, however much stock is left, moves whole. */
function passToFollowUp(model: Model, arena: Arena, point: number, ended: EndedPoint): void {
  const needs = needsByOwnDay(model, arena, point);
  const isKept = (need: Need): boolean =>
    need.day < ended.from || need.day >= model.days || need.isShipped;
  const kept = needs.filter(isKept);
  if (kept.length === needs.length) return;
  for (const need of needs) {
    if (isKept(need)) continue;
    moveNeed(model, arena, need, ended.followUp, inFollowUp(ended, need.quantity));
  }
  arena.keptNeeds.set(point, kept);
}

/** The dependent needs of a point, those of one order on one day as one need (K12, K37). */
export function needsByOwnDay(model: Model, arena: Arena, point: number): Need[] {
  return mergedByOrder(
    dependentNeeds(model, arena, point),
    ({ day, ownDay }) => `${day} ${ownDay}`,
  );
}

/** What is needed of a follow-up in place of a quantity, rounded up. */
export function inFollowUp({ ratio }: EndedPoint, quantity: number): number {
  if (!Number.isFinite(quantity)) return quantity;
  const counts = ceilDivide(BigInt(quantity) * ratio.num, ratio.den);
  return counts > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(counts);
}

/** Makes a need one of another stocking point, on the same day before its safety time. */
export function moveNeed(
  model: Model,
  arena: Arena,
  need: Need,
  to: number,
  quantity: number,
): void {
  const moved = { ...need, day: nettingDayAt(model, to, need.ownDay), quantity, exact: undefined };
  const there = arena.receivedNeeds.get(to);
  if (there === undefined) arena.receivedNeeds.set(to, [moved]);
  else there.push(moved);
}
