import { NETTING } from "../compile/model.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { type RecordDays, recordDays } from "../plan/record-days.js";
import { findPoint, type RecordOptions, readPointOptions } from "../plan/record-options.js";
import { ordersOf } from "../sweep/planned-orders.js";
import { figuresOf } from "./explanation-figures.js";
import { lowestFrom, NOTHING, total } from "./explanation-lowest.js";
import type { LowestStock, NoOrderExplanation, NoOrderReason } from "./explanation-no-order.js";
import { stillToPlan } from "./explanation-pending.js";
import { placeName } from "./explanation-place.js";
import { discontinued, fence, increased, movedAway, refused } from "./explanation-reasons.js";
import { type Replay, replayOf } from "./explanation-replay.js";
import { netFlowStep, positionStep } from "./explanation-trigger.js";

/** Which stocking point of an item; one that `stockingPoints` lists will do, if it is of that item. */
export type StockingPointOptions = Omit<RecordOptions, "bucket">;

/**
 * Explains why nothing is ordered for an item: whether stock or open supply covers its needs, whether it has
 * any, or what stands against an order, and how low its projected stock falls. Where there are orders it
 * says so, and why there are no more.
 *
 * @param plan - what `planRequirements` returned
 * @param item - the id of an item
 * @param options - site and segment of the stocking point
 * @returns the reasons, those that decide first; {@link explanationText} puts them in words
 * @throws PlanningInputError (`unknownId`) when the plan has no such stocking point
 *
 * Source: rule P3.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel", onHand: 3, safetyStock: 1 }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 2, due: "2026-01-16" }],
 * });
 * const { reasons, lowest } = explainNoOrder(plan, "wheel");
 * reasons.map(({ reason }) => reason); // => ["stock"]
 * `${lowest?.date}: ${lowest?.projected} over ${lowest?.floor}`; // => "2026-01-16: 1 over 1"
 * ```
 */
export function explainNoOrder(
  plan: Plan,
  item: string,
  options: StockingPointOptions = {},
): NoOrderExplanation {
  const state = stateOf(plan);
  const point = findPoint(state, item, readPointOptions(options, item));
  if (state.pending?.has(point)) throw stillToPlan(item);
  const about = { about: "noOrder", ...placeName(state, point) } as const;
  const record = recordDays(state, point);
  if (isPhantom(state, point)) {
    const { face } = figuresOf(state, point);
    const given = face(total(record.gross, state.model.days));
    return { ...about, reasons: [{ reason: "phantom", given }], lowest: null };
  }
  const replay = replayOf(state, point);
  return {
    ...about,
    reasons: reasonsOf(state, replay, record),
    lowest: lowestStock(state, point, record),
  };
}

function isPhantom({ model }: PlanState, point: number): boolean {
  const netting = model.netting[point];
  return netting === NETTING.phantom || netting === NETTING.passedBy;
}

function reasonsOf(state: PlanState, replay: Replay, record: RecordDays): NoOrderReason[] {
  const { point } = replay;
  const moved = movedAway(state, point);
  const reasons = [
    ...ordersThere(state, point),
    ...standing(state, replay),
    ...refused(state, replay),
    ...discontinued(state, point, record, moved.length > 0),
    ...fence(state, point, record),
    ...increased(state, replay),
    ...moved,
  ];
  const isDecided = reasons.some(({ reason }) => reason !== "movedAway");
  if (!isDecided) reasons.push(coverage(state, point, record), ...late(state, point, record));
  return [...reasons, ...beyond(state, point)];
}

function ordersThere(state: PlanState, point: number): NoOrderReason[] {
  const { orders } = state;
  const count = ordersOf(orders, point);
  if (count === 0) return [];
  const { face } = figuresOf(state, point);
  let quantity = face(0);
  for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
    quantity = quantity.plus(face(orders.quantity[row]!).times(orders.repeat?.[row] ?? 1));
  }
  return [{ reason: "orders", orders: count, quantity }];
}

/** What holds whatever is needed later: the method of the item. */
function standing(state: PlanState, { point, log }: Replay): NoOrderReason[] {
  if (state.model.detail(point).parameters.method === "unplanned") return [{ reason: "unplanned" }];
  if (log.forwardLots.length > 0) return [];
  if (log.flow !== undefined) {
    const { step: _, ...figures } = netFlowStep(state, point, log.flow);
    return [{ reason: "netFlow", ...figures }];
  }
  if (log.stockPosition === undefined) return [];
  const { step: _, ...figures } = positionStep(state, point, log.stockPosition, 0);
  return [{ reason: "position", ...figures }];
}

/** What covers the needs where nothing is missing. */
function coverage(state: PlanState, point: number, record: RecordDays): NoOrderReason {
  const { days } = state.model;
  const { face, date } = figuresOf(state, point);
  // What it was netted with, also where that comes too late (N11).
  const { coProducts } = recordDays(state, point, true);
  const needed = total(record.gross, days);
  const stock = record.opening + total(record.released, days);
  if (needed === 0) return { reason: "noNeed" };
  const own = { ...record, scheduled: NOTHING, coProducts: NOTHING, planned: NOTHING };
  const expiring = [...record.expired.subarray(0, days).entries()]
    .filter(([, quantity]) => quantity > 0)
    .map(([day, quantity]) => ({ date: date(day), quantity: face(quantity) }));
  const figures = { stock: face(stock), needed: face(needed), expiring };
  if (lowestFrom(own, 0, days)!.above >= 0) return { reason: "stock", ...figures };
  return {
    reason: "supply",
    ...figures,
    openSupply: face(total(record.scheduled, days)),
    coProducts: face(total(coProducts, days)),
  };
}

/** N11: what is missing until something comes that cannot come when it is wanted. */
function late(state: PlanState, point: number, record: RecordDays): NoOrderReason[] {
  const missing = -lowestFrom(record, 0, state.model.days)!.above;
  return missing > 0 ? [{ reason: "late", missing: figuresOf(state, point).face(missing) }] : [];
}

/** N12: what lies after the horizon. */
function beyond(state: PlanState, point: number): NoOrderReason[] {
  const { face } = figuresOf(state, point);
  return state.orders.events
    .at(point)
    .flatMap((event) =>
      event.code === "beyondHorizon"
        ? [{ reason: event.code, count: event.count, quantity: face(event.quantity) }]
        : [],
    );
}

function lowestStock(state: PlanState, point: number, record: RecordDays): LowestStock {
  const { face, date } = figuresOf(state, point);
  const { day, level, above } = lowestFrom(record, 0, state.model.days)!;
  return {
    date: date(day),
    projected: face(level),
    floor: face(level - above),
    above: face(above),
  };
}
