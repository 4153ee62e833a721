import { NEVER, NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import type { RecordDays } from "../plan/record-days.js";
import { Arena } from "../sweep/arena.js";
import { goodOf } from "../sweep/lots.js";
import { dependentNeeds } from "../sweep/needs.js";
import { figuresOf } from "./explanation-figures.js";
import type { LotLog } from "./explanation-log.js";
import { lowestFrom } from "./explanation-lowest.js";
import type { NoOrderReason } from "./explanation-no-order.js";
import { placeName } from "./explanation-place.js";
import type { Replay } from "./explanation-replay.js";
import { dueBy, dueForward } from "./explanation-source.js";
import { openSupplyStep } from "./explanation-stock.js";
import { SourceChoice } from "./explanation-turn.js";

/** N10: what was asked first and no source took. */
export function refused(state: PlanState, { point, log }: Replay): NoOrderReason[] {
  const { model } = state;
  const lastsUntil = model.ended.get(point)?.lastsUntil ?? NEVER;
  const shortage = log.shortages.find(
    ({ day, lots }) => day.day < lastsUntil && lots.some(isRefused),
  );
  const lot = (shortage?.lots ?? log.forwardLots).find(isRefused);
  if (lot === undefined) return [];
  if (model.points.loops.has(point)) return [{ reason: "loop" }];
  const { face, date } = figuresOf(state, point);
  const day = shortage?.day.day;
  const dueOf = day === undefined ? dueForward(state, point) : dueBy(state, point, day);
  const passedOver = new SourceChoice(state, point, lot, dueOf).passedOver(NONE, undefined);
  const net = face(Math.max(0, lot.asked.net));
  const quantity = face(leftOf(lot));
  return [{ reason: "noSource", date: date(day ?? 0), net, quantity, passedOver }];
}

/** N10: whether no source took a lot, or none a part of it. */
function isRefused(lot: LotLog): boolean {
  return lot.rows.length === 0 || (lot.turns.length > 0 && leftOf(lot) > 0);
}

/** What no source took of a lot. */
function leftOf({ asked, turns }: LotLog): number {
  let left = asked.quantity;
  for (const event of turns) if (event.kind === "turn") left -= goodOf(event.pieces);
  return left;
}

/** B6: what is missing once nothing may come any more, or needed of what follows. */
export function discontinued(
  state: PlanState,
  point: number,
  record: RecordDays,
  hasMoved: boolean,
): NoOrderReason[] {
  const { model } = state;
  const ended = model.ended.get(point);
  if (ended === undefined) return [];
  const { face, date } = figuresOf(state, point);
  const { followUp } = ended;
  const lowest = lowestFrom(record, Math.min(ended.lastsUntil, model.days), model.days);
  const missing = Math.max(0, -(lowest?.above ?? 0));
  if (missing === 0 && !(hasMoved && followUp !== NONE)) return [];
  return [
    {
      reason: "discontinued",
      from: date(ended.from),
      followUp: followUp === NONE ? null : placeName(state, followUp).item,
      missing: face(missing),
    },
  ];
}

/** N8: what is missing inside the fence at most. */
export function fence(state: PlanState, point: number, record: RecordDays): NoOrderReason[] {
  const { days } = state.model;
  const { fenceEnd } = state.model.detail(point);
  const lowest = lowestFrom(record, 0, Math.min(fenceEnd, days));
  if (lowest === undefined || lowest.above >= 0) return [];
  const { face, date } = figuresOf(state, point);
  return [{ reason: "fence", date: date(fenceEnd), missing: face(-lowest.above) }];
}

/** K33: open supply that is raised where else something would have been ordered. */
export function increased(state: PlanState, replay: Replay): NoOrderReason[] {
  const supplies = replay.log.shortages
    .filter(({ drawn }) => drawn.some(({ quantity, ownQuantity }) => quantity > ownQuantity))
    .flatMap((shortage) => openSupplyStep(state, replay, shortage)!.drawn)
    .filter(({ quantity, newQuantity }) => newQuantity?.gt(quantity) ?? false);
  return supplies.length === 0 ? [] : [{ reason: "increased", supplies }];
}

/** B5, B6: what was needed here and is needed elsewhere instead. */
export function movedAway(state: PlanState, point: number): NoOrderReason[] {
  const { model, orders } = state;
  const kept = orders.keptNeeds.get(point);
  if (kept === undefined) return [];
  const { face } = figuresOf(state, point);
  const asBefore = new Arena(model, orders);
  asBefore.keptNeeds.delete(point);
  const sum = (needs: readonly { readonly quantity: number }[]) =>
    needs.reduce((all, { quantity }) => all.plus(face(quantity)), face(0));
  const quantity = sum(dependentNeeds(model, asBefore, point)).minus(sum(kept));
  return quantity.isZero() ? [] : [{ reason: "movedAway", quantity }];
}
