import { addWorkingDays, firstWorkingDay } from "../../core/index.js";
import { leadTimeFor } from "../compile/firm-orders.js";
import type { LeadTimeSteps } from "../compile/lead-time-steps.js";
import { type FirmOrder, NETTING } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import type { PlanState } from "../plan/plan-state.js";
import { dueOfFirm, startOfFirm, startOfRow, startQuantityOfFirm } from "../sweep/link-needs.js";
import { inOrderOfPlaces } from "../sweep/needs.js";
import type { Limit } from "./feasible-limit.js";
import { PointDates } from "./point-dates.js";

/** What an order is before anything delays it. Days count from T0. */
interface OrderAsPlanned {
  readonly start: number;
  readonly due: number;
  /** The day on which it counts in the plan: another one where its dates were decided already (K57). */
  readonly counts: number;
  readonly releaseTime: number;
  readonly steps: LeadTimeSteps;
  readonly leadTime: number;
}

/**
 * The feasible dates of a plan as they are found, of stocking points of which some order is late; all
 * others keep their dates (K47).
 */
export class FeasibleBook {
  readonly #state: PlanState;
  readonly #points = new Map<number, PointDates>();
  /** What demands on phantoms wait for, by row: each is an order of its own. */
  readonly #demands = new Map<number, PointDates>();
  readonly #firmPlaces = new Map<number, ReadonlyMap<number, number>>();
  /** By point with rows that stand for several orders: how many come before each row. */
  readonly #before = new Map<number, Int32Array>();

  constructor(state: PlanState) {
    this.#state = state;
  }

  /** The dates of a stocking point; `undefined` while none of its orders is late. */
  find(point: number): PointDates | undefined {
    return this.#points.get(point);
  }

  /** The dates of a stocking point, to be written. */
  of(point: number): PointDates {
    let dates = this.#points.get(point);
    if (dates === undefined) {
      dates = new PointDates(this.#plannedOrders(point) + this.#firm(point).length);
      this.#points.set(point, dates);
    }
    return dates;
  }

  /** The number of a planned order among those of its stocking point. */
  numberOf(point: number, row: number, repeat: number): number {
    const { orders } = this.#state;
    const within = row - orders.rows.first(point);
    return (orders.hasRepeats(point) ? this.#beforeRow(point)[within]! : within) + repeat;
  }

  /** The number of a firm order: behind all planned ones. */
  numberOfFirm(point: number, supplyRow: number): number {
    return this.#plannedOrders(point) + this.#placesOfFirm(point).get(supplyRow)!;
  }

  /** The firm order that a supply of a stocking point is; `undefined`: it is none. */
  firmOrder(point: number, supplyRow: number): FirmOrder | undefined {
    const place =
      this.#firm(point).length === 0 ? undefined : this.#placesOfFirm(point).get(supplyRow);
    return place === undefined ? undefined : this.#firm(point)[place];
  }

  /** By the rows of supplies of a stocking point: the place among its firm orders. */
  #placesOfFirm(point: number): ReadonlyMap<number, number> {
    let places = this.#firmPlaces.get(point);
    if (places === undefined) {
      places = new Map(this.#firm(point).map(({ row }, place) => [row, place]));
      this.#firmPlaces.set(point, places);
    }
    return places;
  }

  /** Lets an order wait for a need, see {@link PointDates.wait}. */
  wait(point: number, order: number, day: number | undefined, at: number, limit: Limit): void {
    this.of(point).wait(order, day, at, limit, this.#isBefore);
  }

  /** Lets a demand on a phantom wait for a need. */
  waitDemand(row: number, day: number | undefined, at: number, limit: Limit): void {
    let dates = this.#demands.get(row);
    if (dates === undefined) {
      dates = new PointDates(1);
      this.#demands.set(row, dates);
    }
    dates.wait(0, day, at, limit, this.#isBefore);
  }

  /** What a demand on a phantom waits for; `undefined`: for nothing that is late. */
  ofDemand(row: number): PointDates | undefined {
    return this.#demands.get(row);
  }

  readonly #isBefore = (a: number, b: number): boolean =>
    inOrderOfPlaces(this.#state.model, a, b) < 0;

  /** The day on which a planned order is really there; Infinity if it never is. */
  dueOf(point: number, row: number, repeat: number): number {
    const dates = this.#points.get(point);
    if (dates === undefined) return this.#state.orders.due[row]!;
    const order = this.numberOf(point, row, repeat);
    return dates.never[order] === 1 ? Number.POSITIVE_INFINITY : dates.due[order]!;
  }

  /** The day on which an open supply that is no firm order is really there: its own when that is decided (K57). */
  dueOfSupply(supplyRow: number, counts: number): number {
    const { problem, startDay } = this.#state.model;
    const { day, detail } = problem.supplies;
    return detail.get(supplyRow)?.scheduled ? Math.max(counts, day[supplyRow]! - startDay) : counts;
  }

  /** The day on which a firm order is really there. */
  dueOfFirm(point: number, supplyRow: number): number {
    const dates = this.#points.get(point);
    if (dates === undefined) {
      const { model, orders } = this.#state;
      return dueOfFirm(model, orders, this.firmOrder(point, supplyRow)!);
    }
    const order = this.numberOfFirm(point, supplyRow);
    return dates.never[order] === 1 ? Number.POSITIVE_INFINITY : dates.due[order]!;
  }

  /**
   * Gives the orders of a stocking point their dates; all of their needs are known.
   *
   * @returns whether one of them comes later than planned
   */
  settle(point: number): boolean {
    if (!this.#points.has(point) && !this.#isLateByItself(point)) return false;
    const { model, orders } = this.#state;
    const dates = this.of(point);
    const earliest = this.#earliestStart(point);
    let isLate = false;
    let order = 0;
    for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
      const times = orders.repeat?.[row] ?? 1;
      const start = startOfRow(model, orders, point, row);
      for (let repeat = 0; repeat < times; repeat++, order++) {
        if (start >= earliest && dates.isFree(order)) {
          dates.start[order] = start;
          dates.due[order] = orders.due[row]!;
        } else isLate = this.settleOrder(point, row, repeat) || isLate;
      }
    }
    for (const firm of this.#firm(point)) isLate = this.settleFirm(point, firm) || isLate;
    return isLate;
  }

  /** T0 plus release time: no planned order of a stocking point can start before (T7). */
  #earliestStart(point: number): number {
    const { startDay, sources } = this.#state.model;
    const first = sources.at(point)[0];
    if (first === undefined) return 0;
    return addWorkingDays(first.steps.siteCalendar, startDay, first.releaseTime) - startDay;
  }

  /** Gives a planned order its dates; returns whether it comes later than planned. */
  settleOrder(point: number, row: number, repeat: number): boolean {
    const number = this.numberOf(point, row, repeat);
    return this.#settleAs(this.of(point), number, this.#asPlanned(point, row));
  }

  /** Gives a firm order its dates; returns whether it comes later than it counts. */
  settleFirm(point: number, firm: FirmOrder): boolean {
    const number = this.numberOfFirm(point, firm.row);
    return this.#settleAs(this.of(point), number, this.#firmAsPlanned(point, firm));
  }

  #settleAs(dates: PointDates, order: number, planned: OrderAsPlanned): boolean {
    const { startDay } = this.#state.model;
    const { siteCalendar, receivingTime, calendar, basis } = planned.steps;
    const earliest = addWorkingDays(siteCalendar, startDay, planned.releaseTime) - startDay;
    dates.settle(order, Math.max(planned.start, earliest));
    let { due } = planned;
    if (dates.start[order]! > planned.start) {
      const start = dates.start[order]! + startDay;
      const arrived =
        basis === "working"
          ? addWorkingDays(calendar, start, planned.leadTime)
          : start + planned.leadTime;
      const delivery = firstWorkingDay(siteCalendar, arrived);
      due = Math.max(due, addWorkingDays(siteCalendar, delivery, receivingTime) - startDay);
    }
    dates.due[order] = due;
    return due > planned.counts || dates.never[order] === 1;
  }

  /** Whether an order of a stocking point had to be released before T0, or comes later than it counts. */
  #isLateByItself(point: number): boolean {
    const { model, orders } = this.#state;
    if (model.netting[point] === NETTING.passedBy) return false;
    const { startDay, startTable } = model;
    const earliest = this.#earliestStart(point);
    const [first, end] = [orders.rows.first(point), orders.rows.end(point)];
    // Where the start follows from the due day, the first order starts first.
    const isOrdered = startTable[point] !== NONE && orders.late === undefined;
    const last = isOrdered ? Math.min(end, first + 1) : end;
    for (let row = first; row < last; row++) {
      if (startOfRow(model, orders, point, row) < earliest) return true;
    }
    const isTooEarly = ({ start, due, counts, releaseTime, steps }: OrderAsPlanned): boolean =>
      due > counts || start < addWorkingDays(steps.siteCalendar, startDay, releaseTime) - startDay;
    return this.#firm(point).some((firm) => isTooEarly(this.#firmAsPlanned(point, firm)));
  }

  #asPlanned(point: number, row: number): OrderAsPlanned {
    const { model, orders } = this.#state;
    const source = model.sources.at(point)[orders.source?.[row] ?? 0]!;
    return {
      start: startOfRow(model, orders, point, row),
      due: orders.due[row]!,
      counts: orders.due[row]!,
      releaseTime: source.releaseTime,
      steps: source.steps,
      leadTime: leadTimeFor(source, orders.startQuantity[row]!),
    };
  }

  #firmAsPlanned(point: number, firm: FirmOrder): OrderAsPlanned {
    const { model, orders } = this.#state;
    const { parameters } = model.detail(point);
    return {
      start: startOfFirm(model, orders, point, firm),
      due: dueOfFirm(model, orders, firm),
      counts: orders.supplyDay.at(firm.row),
      releaseTime: parameters.releaseTime,
      steps: firm.steps,
      leadTime: leadTimeFor(firm, startQuantityOfFirm(model, orders, point, firm)),
    };
  }

  #firm(point: number): readonly FirmOrder[] {
    const { firm } = this.#state.model;
    return firm.size === 0 ? NO_FIRM : (firm.get(point) ?? NO_FIRM);
  }

  #plannedOrders(point: number): number {
    const { orders } = this.#state;
    const rows = orders.rows.end(point) - orders.rows.first(point);
    if (!orders.hasRepeats(point) || rows === 0) return rows;
    return this.#beforeRow(point)[rows - 1]! + orders.repeat![orders.rows.end(point) - 1]!;
  }

  #beforeRow(point: number): Int32Array {
    let before = this.#before.get(point);
    if (before === undefined) {
      const { orders } = this.#state;
      const [first, end] = [orders.rows.first(point), orders.rows.end(point)];
      before = new Int32Array(end - first);
      for (let k = 1; k < before.length; k++) {
        before[k] = before[k - 1]! + orders.repeat![first + k - 1]!;
      }
      this.#before.set(point, before);
    }
    return before;
  }
}

const NO_FIRM: readonly FirmOrder[] = [];
