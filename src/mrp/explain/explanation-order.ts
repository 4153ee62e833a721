import { type Decimal, PlanningInputError } from "../../core/index.js";
import { show } from "../input/issues.js";
import { datesInPlan } from "../plan/order-days.js";
import { type OrderPlace, orderId, orderIndexOf } from "../plan/order-index.js";
import type { PlanState } from "../plan/plan-state.js";
import { figuresOf } from "./explanation-figures.js";
import { type ExplainedPlace, placeName } from "./explanation-place.js";

/** A planned order as an explanation names it. */
export interface ExplainedOrder extends ExplainedPlace {
  /** R3. */
  readonly id: string;
  readonly quantity: Decimal;
  /** Its due day in the plan. */
  readonly due: string;
}

/** What tells a planned order from others, to programs and to people. */
export function explainedOrder(
  state: PlanState,
  point: number,
  row: number,
  repeat: number,
): ExplainedOrder {
  const { face, date } = figuresOf(state, point);
  return {
    id: orderIdAt(state, point, row, repeat),
    ...placeName(state, point),
    quantity: face(state.orders.quantity[row]!),
    due: date(datesInPlan(state, point, row, repeat).due),
  };
}

/** The id of the order at a place (R3). */
export function orderIdAt(state: PlanState, point: number, row: number, repeat: number): string {
  return orderId(state, orderIndexOf(state), point, row, repeat);
}

/** Where an order of a plan stands. @throws PlanningInputError when the plan has none such */
export function placeOfOrder(state: PlanState, id: unknown): OrderPlace {
  const place = orderIndexOf(state).find(id);
  if (place !== undefined) return place;
  const message = `The order (${show(id)}) is none of this plan; plan.orders lists those that it has.`;
  throw new PlanningInputError([{ code: "unknownId", path: ["orderId"], message }]);
}
