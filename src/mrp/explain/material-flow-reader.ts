import { firstWorkingDay, workingDaysUpTo } from "../../core/index.js";
import { leadTimeFor } from "../compile/firm-orders.js";
import {
  backByLeadTime,
  forwardByLeadTime,
  type LeadTimeSteps,
  startFrom,
} from "../compile/lead-time-steps.js";
import type { FirmOrder } from "../compile/model.js";
import { priorityOf } from "../input/priorities.js";
import { sourceOfRow } from "../plan/order-days.js";
import { type OrderIndex, orderIndexOf } from "../plan/order-index.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import { startQuantityOfFirm } from "../sweep/link-needs.js";
import type { FeasibleBook } from "./feasible-book.js";
import { realDayOf } from "./feasible-waits.js";
import { feasibleDatesOf } from "./known-dates.js";
import type { MaterialFlow, MaterialLeadTime } from "./material-flow.js";
import { placesOfDemands } from "./materialize-pegging.js";
import { mayPlanEarlier } from "./may-plan-earlier.js";
import { NEED_KIND, type PointPegs, SUPPLY_KIND } from "./peg-columns.js";
import { originOf } from "./peg-origin.js";
import { forEachSinglePeg, type SinglePeg } from "./peg-pieces.js";
import { PegReader } from "./peg-point.js";

/**
 * Which orders and supplies of a plan wait for which, for whoever dates them anew.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @returns columns, made anew at each call
 *
 * Source: P1, N11.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "desk", leadTime: 2 }, { id: "board", onHand: 5, leadTime: 3 }],
 *   boms: [{ item: "desk", lines: [{ item: "board", quantity: 3 }] }],
 *   demands: [{ id: "first", item: "desk", quantity: 4, due: "2026-01-16" }],
 * });
 * const { taker, giver, quantity } = materialFlow(plan);
 * Array.from(taker, (to, n) => `${giver[n]} gives ${to} ${quantity[n]! / 1e6}`);
 * // => ["0 gives -1 4", "-1 gives 0 5", "1 gives 0 7"]
 * ```
 */
export function materialFlow(plan: Plan): MaterialFlow {
  return new MaterialFlowReader(stateOf(plan)).read();
}

/** Where an order or supply stands. */
interface Numbered {
  readonly point: number;
  readonly row: number;
}

/** An open supply, and the firm order that it may be. */
interface NumberedSupply extends Numbered {
  readonly firm: FirmOrder | undefined;
}

/** Reads the pegs of all stocking points of a plan, and with whom each order stands. */
class MaterialFlowReader {
  readonly #state: PlanState;
  readonly #index: OrderIndex;
  readonly #book: FeasibleBook;
  readonly #placeOfDemand: Int32Array;
  /** Of the supplies of the plan: stocking point and row. */
  readonly #supplies: NumberedSupply[] = [];
  readonly #numberOfSupply = new Map<number, number>();
  readonly #taker: number[] = [];
  readonly #giver: number[] = [];
  readonly #day: number[] = [];
  readonly #movable: number[] = [];
  /** By stocking point, once somebody asked: whether its orders might be planned for earlier days. */
  readonly #mayMove = new Map<number, boolean>();
  readonly #offset: number[] = [];
  readonly #due: number[] = [];
  readonly #quantity: number[] = [];

  constructor(state: PlanState) {
    this.#state = state;
    this.#index = orderIndexOf(state);
    this.#book = feasibleDatesOf(state).book;
    this.#placeOfDemand = placesOfDemands(state);
    const { model, orders } = state;
    for (let point = 0; point < model.points.count; point++) {
      const { standing, waiting } = model.detail(point);
      for (const { row } of [...standing, ...waiting]) {
        this.#numberOfSupply.set(row, orders.orders + this.#supplies.length);
        this.#supplies.push({ point, row, firm: this.#book.firmOrder(point, row) });
      }
    }
  }

  read(): MaterialFlow {
    const { model, orders } = this.#state;
    const reader = new PegReader(this.#state);
    for (let point = 0; point < model.points.count; point++) {
      const pegs = reader.read(point);
      forEachSinglePeg(this.#state, pegs, (peg) => this.#add(pegs, peg));
    }
    const { points } = model;
    const { demands } = model.problem;
    const priority = new Float64Array(demands.given);
    for (let place = 0; place < demands.given; place++) {
      priority[place] = priorityOf(demands, demands.rowAt(place));
    }
    return {
      orders: orders.orders,
      supplies: this.#supplies.length,
      length: this.#taker.length,
      taker: Int32Array.from(this.#taker),
      giver: Int32Array.from(this.#giver),
      day: Float64Array.from(this.#day),
      movable: Uint8Array.from(this.#movable),
      offset: Int32Array.from(this.#offset),
      due: Float64Array.from(this.#due),
      quantity: Float64Array.from(this.#quantity),
      priority,
      calendarOf: (number) => model.problem.sites[points.site[this.#find(number).point]!]!.calendar,
      receivingTime: (number) => {
        const { point } = this.#find(number);
        return model.problem.parameters(points.item[point]!, points.site[point]!).receivingTime;
      },
      leadTime: (number) => this.#leadTime(number),
      scheduledStart: (number) => {
        const firm =
          number < orders.orders ? undefined : this.#supplies[number - orders.orders]!.firm;
        const isDated = firm?.scheduled === true && !Number.isNaN(firm.start);
        return isDated ? firm.start + model.startDay : undefined;
      },
    };
  }

  #add(pegs: PointPegs, { need, needRepeat, supply, supplyRepeat, quantity }: SinglePeg): void {
    const taker = need < 0 ? undefined : this.#takerOf(pegs, need, needRepeat);
    if (taker === undefined) return;
    this.#taker.push(taker);
    this.#giver.push(supply < 0 ? -1 : this.#giverOf(pegs, supply, supplyRepeat));
    const day =
      supply < 0 ? Number.POSITIVE_INFINITY : realDayOf(this.#book, pegs, supply, supplyRepeat);
    this.#day.push(day + this.#state.model.startDay);
    const isOrder = supply >= 0 && pegs.supplies.kind[supply] === SUPPLY_KIND.order;
    const isInTime = day <= pegs.needs.day[need]!;
    this.#movable.push(isOrder && isInTime && this.#mayMovePoint(pegs.point) ? 1 : 0);
    this.#offset.push(this.#offsetOf(pegs, need));
    const { demands } = this.#state.model.problem;
    this.#due.push(taker < 0 ? demands.day[pegs.needs.row[need]!]! : Number.NaN);
    this.#quantity.push(quantity);
  }

  #mayMovePoint(point: number): boolean {
    let mayMove = this.#mayMove.get(point);
    if (mayMove === undefined) {
      mayMove = mayPlanEarlier(this.#state.model, point);
      this.#mayMove.set(point, mayMove);
    }
    return mayMove;
  }

  /** `undefined` for what is no order and no demand: allocations, and what is lacking already. */
  #takerOf(pegs: PointPegs, need: number, repeat: number): number | undefined {
    const row = pegs.needs.row[need]!;
    switch (pegs.needs.kind[need]) {
      case NEED_KIND.order:
        return this.#index.placeOf(originOf(this.#state, pegs.needs, need), row, repeat);
      case NEED_KIND.demand:
        return -1 - this.#placeOfDemand[row]!;
      case NEED_KIND.firm:
        return this.#numberOfSupply.get(row);
      case NEED_KIND.component:
        return this.#numberOfSupply.get(this.#state.model.toIssue[row]!.supplyRow);
      default:
        return undefined;
    }
  }

  #giverOf({ point, supplies }: PointPegs, supply: number, repeat: number): number {
    const row = supplies.row[supply]!;
    switch (supplies.kind[supply]) {
      case SUPPLY_KIND.order:
        return this.#index.placeOf(point, row, repeat);
      case SUPPLY_KIND.coProduct:
        return this.#index.placeOf(supplies.from[supply]!, row, repeat);
      case SUPPLY_KIND.supply:
      case SUPPLY_KIND.coProductOfFirm:
        return this.#numberOfSupply.get(row) ?? -1;
      default:
        return -1;
    }
  }

  #offsetOf({ needs }: PointPegs, need: number): number {
    const { model } = this.#state;
    if (needs.kind[need] === NEED_KIND.component) return this.#untilIssue(needs.row[need]!);
    const link = needs.link[need]!;
    return link < 0 ? (needs.offset?.[need] ?? 0) : model.links.offset[link]!;
  }

  /** A component that is issued later than today is not needed before. */
  #untilIssue(component: number): number {
    const { toIssue, problem, startDay } = this.#state.model;
    const { day, supplyRow } = toIssue[component]!;
    const { calendar } = problem.sites[problem.supplies.site[supplyRow]!]!;
    const start = problem.supplies.detail.get(supplyRow)?.start ?? startDay;
    const from = workingDaysUpTo(calendar, Math.max(start, startDay));
    return Math.max(0, workingDaysUpTo(calendar, day + startDay) - from);
  }

  #find(number: number): Numbered {
    const { orders } = this.#state.orders;
    return number < orders ? this.#index.at(number) : this.#supplies[number - orders]!;
  }

  #leadTime(number: number): MaterialLeadTime | undefined {
    const { model, orders } = this.#state;
    if (number < orders.orders) {
      const { point, row } = this.#index.at(number);
      const source = sourceOfRow(this.#state, point, row);
      const days = leadTimeFor(source, orders.startQuantity[row]!);
      return materialLeadTime(source.steps, days, source.releaseTime);
    }
    const { point, firm } = this.#supplies[number - orders.orders]!;
    if (firm === undefined) return undefined;
    const days = leadTimeFor(firm, startQuantityOfFirm(model, orders, point, firm));
    return materialLeadTime(firm.steps, days, model.detail(point).parameters.releaseTime);
  }
}

function materialLeadTime(
  steps: LeadTimeSteps,
  days: number,
  releaseTime: number,
): MaterialLeadTime {
  const { basis, calendar, siteCalendar } = steps;
  return {
    days,
    basis,
    calendar,
    releaseTime,
    startFrom: (day) => startFrom(steps, day, days),
    deliveryOf: (start) => firstWorkingDay(siteCalendar, forwardByLeadTime(steps, start, days)),
    startOf: (delivery) => backByLeadTime(steps, delivery, days),
  };
}
