import { datesInPlan, mayShift } from "../plan/order-days.js";
import { type OrderIndex, orderIndexOf } from "../plan/order-index.js";
import { shiftedOrders } from "../plan/plan-columns.js";
import type { PlanState } from "../plan/plan-state.js";

/** Equal orders of a row with the same days in the plan. Days count from T0. */
export interface OrderGroup {
  /** The first of them among the equal ones of the row. */
  readonly repeat: number;
  readonly times: number;
  readonly start: number;
  readonly due: number;
}

/** Where rows of orders stand in `plan.orders`, and on which days they are due in the plan. */
export class OrderPlaces {
  readonly #state: PlanState;
  readonly #index: OrderIndex;

  constructor(state: PlanState) {
    this.#state = state;
    this.#index = orderIndexOf(state);
  }

  /** Whether each row of a stocking point is one order, due in the plan when it was netted. */
  isPlain(point: number): boolean {
    return !this.#state.orders.hasRepeats(point) && !mayShift(this.#state, point);
  }

  /** What the row of an order lacks to its place, where each row is one order. */
  fromRow(point: number): number {
    return this.#index.before(point) - this.#state.orders.rows.first(point);
  }

  placeOf(point: number, row: number, repeat: number): number {
    return this.#state.orders.hasRepeats(point)
      ? this.#index.placeOf(point, row, repeat)
      : row + this.fromRow(point);
  }

  /** The day on which an order is due in the plan. */
  dueOf(point: number, row: number, repeat: number): number {
    return datesInPlan(this.#state, point, row, repeat).due;
  }

  /** The equal orders of a row by the days that they have in the plan (N11). */
  groupsOf(point: number, row: number): readonly OrderGroup[] {
    const { orders } = this.#state;
    const times = orders.repeat?.[row] ?? 1;
    if (!mayShift(this.#state, point)) {
      return [{ repeat: 0, times, ...datesInPlan(this.#state, point, row, 0) }];
    }
    let repeat = 0;
    return shiftedOrders(this.#state, point, row).map((group) => {
      const { start, due, times: equal } = group;
      const first = repeat;
      repeat += equal;
      return { repeat: first, times: equal, start, due };
    });
  }
}
