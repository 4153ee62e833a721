import { PlanningInputError } from "../../core/index.js";
import { type OrderPlace, orderIndexOf } from "../plan/order-index.js";
import { plannedOrder } from "../plan/order-list.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import type { OrderExplanation, OrderStep } from "./explanation.js";
import { backwardSteps, forwardSteps } from "./explanation-dates.js";
import { delaySteps } from "./explanation-delay.js";
import type { LotLog, ShortageLog } from "./explanation-log.js";
import { lotStep } from "./explanation-lot.js";
import { modifierSteps } from "./explanation-modifiers.js";
import { placeOfOrder } from "./explanation-order.js";
import { stillToPlan } from "./explanation-pending.js";
import { orderOfLot } from "./explanation-piece.js";
import { type Replay, replayOf } from "./explanation-replay.js";
import { dueBy, dueForward } from "./explanation-source.js";
import { laterNeedsSteps, positionSteps, shortageSteps } from "./explanation-trigger.js";
import { partSteps, SourceChoice } from "./explanation-turn.js";

/**
 * Explains an order of a plan: the needs that made it, the projected stock that fell short and when, what
 * open supply was drawn first, each step of the lot rule, of the choice of the source, of the modifiers
 * and of the date arithmetic, with its figures.
 *
 * The stocking point of the order is netted once more by the planner itself, so that what is told is what
 * was done.
 *
 * @param plan - what `planRequirements` returned
 * @param orderId - the id of one of its orders (R3)
 * @returns the steps in the order in which planning took them; {@link explanationText} puts them in words
 * @throws PlanningInputError (`unknownId`) when the plan has no such order, (`contradiction`) when only
 * a part was planned and the order is not in it
 *
 * Source: rule P3.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel", onHand: 3, orderMultiple: 10 }],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 20, due: "2026-01-16" }],
 * });
 * const { steps } = explainOrder(plan, plan.orders.at(0)!.id);
 * steps.map(({ step }) => step).join(" → ");
 * // => "stock → needs → shortage → lot → source → multiple → date → date"
 * const shortage = steps.find((one) => one.step === "shortage")!;
 * `${shortage.floor} − ${shortage.projected} = ${shortage.net}`; // => "0 − -17 = 17"
 * ```
 */
export function explainOrder(plan: Plan, orderId: string): OrderExplanation {
  const state = stateOf(plan);
  const place = placeOfOrder(state, orderId);
  if (state.pending?.has(place.point)) throw stillToPlan(orderId);
  const order = plannedOrder(state, orderIndexOf(state), place);
  return { about: "order", order, steps: orderSteps(state, place) };
}

function orderSteps(state: PlanState, place: OrderPlace): OrderStep[] {
  const { point, row } = place;
  const { model, orders } = state;
  const replay = replayOf(state, point);
  const { shortage, lot, number } = originOf(state, replay, row);
  const sourceNumber = orders.source?.[row] ?? 0;
  const source = model.sources.at(point)[sourceNumber]!;
  const { turn, piece, lots } = orderOfLot(state, replay, source, lot, number);
  const startQuantity = orders.startQuantity[row]!;
  const dated = { point, source, startQuantity, daysLate: turn?.daysLate ?? 0 };
  const day = shortage?.day.day;
  const dueOf = day === undefined ? dueForward(state, point) : dueBy(state, point, day);
  return [
    ...(shortage === undefined
      ? positionSteps(state, replay, lot)
      : shortageSteps(state, replay, shortage, lot)),
    lotStep(state, replay, lot, lots),
    ...(shortage === undefined ? [] : laterNeedsSteps(state, replay, shortage, lot)),
    new SourceChoice(state, point, lot, dueOf).step(sourceNumber, turn, startQuantity),
    ...(turn === undefined ? [] : partSteps(state, point, lot, turn)),
    ...modifierSteps(state, point, piece),
    ...(day === undefined
      ? forwardSteps(state, dated, orders.due[row]!)
      : backwardSteps(state, dated, day)),
    ...delaySteps(state, place, dated),
  ];
}

/** Where the netting of a stocking point made an order. */
interface Origin {
  /** `undefined` where a stock position or a net flow asked for it. */
  readonly shortage: ShortageLog | undefined;
  readonly lot: LotLog;
  /** Its place among the rows of the lot. */
  readonly number: number;
}

function originOf(state: PlanState, { log, firstRow, point }: Replay, row: number): Origin {
  const written = firstRow + row - state.orders.rows.first(point);
  const isIt = ({ rows }: LotLog): boolean => rows.includes(written);
  const shortage = log.shortages.find(({ lots }) => lots.some(isIt));
  const lot = (shortage?.lots ?? log.forwardLots).find(isIt);
  if (lot === undefined) throw notOfInput(state, point);
  return { shortage, lot, number: lot.rows.indexOf(written) };
}

/** A plan of parts that were changed on their way. */
function notOfInput({ model: { points, problem } }: PlanState, point: number): PlanningInputError {
  const { id } = problem.items[points.item[point]!]!;
  const message = `The orders of item ${JSON.stringify(id)} do not follow from the input of their plan: the parts that were merged into it are others. Plan again.`;
  return new PlanningInputError([{ code: "contradiction", path: ["plan"], message, item: id }]);
}
