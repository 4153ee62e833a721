import { addWorkingDays, LAST_WRITTEN_DAY } from "../../core/index.js";
import { dueFrom, startFrom } from "../compile/lead-time-steps.js";
import { type FirmOrder, NETTING } from "../compile/model.js";
import { NONE } from "../input/problem.js";
import { PagedList, PagedMap } from "../pages/index.js";
import type { PlanState } from "../plan/plan-state.js";
import { dueOfFirm, startOfRow } from "../sweep/link-needs.js";
import { inOrderOfPlaces } from "../sweep/needs.js";
import { LIMIT, type Limit } from "./feasible-limit.js";
import { firmAsPlanned, type OrderAsPlanned, orderAsPlanned } from "./order-as-planned.js";
import { OrderNumbers } from "./order-numbers.js";
import { PointDates } from "./point-dates.js";
import type { WaitSink } from "./sent-waits.js";

/**
 * The feasible dates of a plan as they are found, of stocking points of which some order is late; all
 * others keep their dates (K47).
 */
export class FeasibleBook implements WaitSink {
  readonly #state: PlanState;
  private readonly points: PagedList<PointDates | undefined>;
  /** What demands on phantoms wait for, by row: each is an order of its own. */
  private readonly demands: PagedMap<PointDates>;
  readonly #numbers: OrderNumbers;

  /** @param known - of a plan from which this one differs, shared but for what is dated anew */
  constructor(state: PlanState, known?: FeasibleBook) {
    this.#state = state;
    this.#numbers = new OrderNumbers(state);
    this.points = new PagedList(state.model.points.count, known?.points);
    this.demands = new PagedMap(known?.demands);
  }

  /** The dates of a stocking point; `undefined` while none of its orders is late. */
  find(point: number): PointDates | undefined {
    return this.points.at(point);
  }

  /** Forgets the dates of a stocking point, and what demands on it wait for. */
  forget(point: number): void {
    if (this.points.at(point) !== undefined) this.points.set(point, undefined);
    const { model } = this.#state;
    if (model.netting[point] !== NETTING.phantom || this.demands.size === 0) return;
    for (const row of model.rowsOf(point).demands) this.demands.delete(row);
  }

  /** The dates of a stocking point, to be written. */
  of(point: number): PointDates {
    let dates = this.points.at(point);
    if (dates === undefined) {
      dates = new PointDates();
      this.points.set(point, dates);
    }
    return dates;
  }

  /** The number of a planned order among those of its stocking point. */
  numberOf(point: number, row: number, repeat: number): number {
    return this.#numbers.numberOf(point, row, repeat);
  }

  /** The number of a firm order: behind all planned ones. */
  numberOfFirm(point: number, supplyRow: number): number {
    return this.#numbers.numberOfFirm(point, supplyRow);
  }

  /** The firm order that a supply of a stocking point is; `undefined`: it is none. */
  firmOrder(point: number, supplyRow: number): FirmOrder | undefined {
    return this.#numbers.firmOrder(point, supplyRow);
  }

  /** Lets an order wait for a need, see {@link PointDates.wait}. */
  wait(point: number, order: number, day: number | undefined, at: number, limit: Limit): void {
    this.of(point).wait(order, day, at, limit, this.#isBefore);
  }

  /** Lets a demand on a phantom wait for a need. */
  waitDemand(_: number, row: number, day: number | undefined, at: number, limit: Limit): void {
    let dates = this.demands.get(row);
    if (dates === undefined) {
      dates = new PointDates();
      this.demands.set(row, dates);
    }
    dates.wait(0, day, at, limit, this.#isBefore);
  }

  /** What sets the start of an order, by its number; `undefined` while no order of its stocking point is late. */
  limitOf(point: number, order: number): Limit | undefined {
    const dates = this.find(point);
    return dates && this.inRows(dates.limitOf(order));
  }

  /** What a demand on a phantom waits for longest; `undefined`: for nothing that is late. */
  limitOfDemand(row: number): Limit | undefined {
    const dates = this.demands.get(row);
    return dates && this.inRows(dates.limitOf(0));
  }

  /** A limit that was told, with the row of its order in this plan. */
  inRows(limit: Limit): Limit {
    if (limit.kind !== LIMIT.order) return limit;
    return { ...limit, row: limit.row + this.#state.orders.rows.first(limit.point) };
  }

  /** What a demand on a phantom waits for; `undefined`: for nothing that is late. */
  ofDemand(row: number): PointDates | undefined {
    return this.demands.get(row);
  }

  readonly #isBefore = (a: number, b: number): boolean =>
    inOrderOfPlaces(this.#state.model, a, b) < 0;

  /** The day on which a planned order is really there; Infinity if it never is. */
  dueOf(point: number, row: number, repeat: number): number {
    const dates = this.points.at(point);
    const order = dates === undefined ? 0 : this.numberOf(point, row, repeat);
    if (dates === undefined || order >= dates.count) return this.#state.orders.due[row]!;
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
    const dates = this.points.at(point);
    const order = dates === undefined ? 0 : this.numberOfFirm(point, supplyRow);
    if (dates === undefined || order >= dates.count) {
      const { model, orders } = this.#state;
      return dueOfFirm(model, orders, this.firmOrder(point, supplyRow)!);
    }
    return dates.never[order] === 1 ? Number.POSITIVE_INFINITY : dates.due[order]!;
  }

  /**
   * Gives the orders of a stocking point their dates; all of their needs are known.
   *
   * @returns whether one of them comes later than planned
   */
  settle(point: number): boolean {
    const earliest = this.#earliestStart(point);
    const tooEarly = this.#endOfTooEarly(point, earliest);
    const firm = this.#numbers.firm(point);
    const isLateItself = tooEarly > 0 || firm.some((one) => this.#isFirmLate(point, one));
    if (this.find(point) === undefined && !isLateItself) return false;
    const { model, orders } = this.#state;
    const dates = this.of(point);
    dates.reserve(tooEarly);
    let isLate = false;
    let order = 0;
    const { count } = dates;
    for (let row = orders.rows.first(point); row < orders.rows.end(point) && order < count; row++) {
      const times = orders.repeat?.[row] ?? 1;
      const start = startOfRow(model, orders, point, row);
      for (let repeat = 0; repeat < times && order < count; repeat++, order++) {
        if (start >= earliest && dates.isFree(order)) {
          dates.start[order] = start;
          dates.due[order] = orders.due[row]!;
        } else isLate = this.settleOrder(point, row, repeat) || isLate;
      }
    }
    if (firm.length > 0) {
      this.#keepDates(point, dates, order);
      for (const one of firm) isLate = this.settleFirm(point, one) || isLate;
    }
    return isLate;
  }

  /** Planned orders from a number on keep their dates: those of firm ones stand behind them. */
  #keepDates(point: number, dates: PointDates, from: number): void {
    const { model, orders } = this.#state;
    dates.reserve(this.#numbers.planned(point));
    let order = 0;
    for (let row = orders.rows.first(point); row < orders.rows.end(point); row++) {
      const times = orders.repeat?.[row] ?? 1;
      for (let repeat = 0; repeat < times; repeat++, order++) {
        if (order < from) continue;
        dates.start[order] = startOfRow(model, orders, point, row);
        dates.due[order] = orders.due[row]!;
      }
    }
  }

  /**
   * Whether the dates of a stocking point stay where the first rows of its orders do, and what they wait
   * for does.
   *
   * @param rows - how many rows stay
   */
  staysDated(point: number, rows: number): boolean {
    const { model, orders } = this.#state;
    if (rows < (this.find(point)?.count ?? 0)) return false;
    const row = orders.rows.first(point) + rows;
    if (row >= orders.rows.end(point)) return true;
    // The first order starts first, so those after it have time if it has.
    if (model.startTable[point] === NONE || orders.late !== undefined) return false;
    return startOfRow(model, orders, point, row) >= this.#earliestStart(point);
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
    return this.#settleAs(this.of(point), number, orderAsPlanned(this.#state, point, row));
  }

  /** Gives a firm order its dates; returns whether it comes later than it counts. */
  settleFirm(point: number, firm: FirmOrder): boolean {
    const number = this.numberOfFirm(point, firm.row);
    return this.#settleAs(this.of(point), number, firmAsPlanned(this.#state, point, firm));
  }

  #settleAs(dates: PointDates, order: number, planned: OrderAsPlanned): boolean {
    const { startDay } = this.#state.model;
    const { steps, leadTime } = planned;
    const earliest = addWorkingDays(steps.siteCalendar, startDay, planned.releaseTime) - startDay;
    // An order that can start as planned keeps its start; any other starts as it would forward (K3).
    const startOn = (day: number): number => startFrom(steps, day + startDay, leadTime) - startDay;
    const ownStart = planned.start < earliest ? startOn(earliest) : planned.start;
    dates.settle(order, ownStart);
    let { due } = planned;
    if (dates.start[order]! > planned.start) {
      const start = dates.start[order]! > ownStart ? startOn(dates.start[order]!) : ownStart;
      dates.start[order] = start;
      due = Math.max(due, dueFrom(steps, start + startDay, leadTime) - startDay);
    }
    if (due + startDay > LAST_WRITTEN_DAY) {
      // A day that has no date is none: the order keeps its own.
      dates.never[order] = 1;
      dates.start[order] = planned.start;
      due = planned.due;
    }
    dates.due[order] = due;
    return due > planned.counts || dates.never[order] === 1;
  }

  /** How many planned orders there are up to the last one that had to be released before T0. */
  #endOfTooEarly(point: number, earliest: number): number {
    const { model, orders } = this.#state;
    if (model.netting[point] === NETTING.passedBy) return 0;
    const [first, end] = [orders.rows.first(point), orders.rows.end(point)];
    // Where the start follows from the due day, the first order starts first.
    const isOrdered = model.startTable[point] !== NONE && orders.late === undefined;
    let last = -1;
    for (let row = first; row < end; row++) {
      if (startOfRow(model, orders, point, row) < earliest) last = row;
      else if (isOrdered) break;
    }
    if (last < 0) return 0;
    return this.numberOf(point, last, (orders.repeat?.[last] ?? 1) - 1) + 1;
  }

  /** Whether a firm order had to be released before T0, or comes later than it counts. */
  #isFirmLate(point: number, firm: FirmOrder): boolean {
    const { model } = this.#state;
    if (model.netting[point] === NETTING.passedBy) return false;
    const { start, due, counts, releaseTime, steps } = firmAsPlanned(this.#state, point, firm);
    const earliest = addWorkingDays(steps.siteCalendar, model.startDay, releaseTime);
    return due > counts || start < earliest - model.startDay;
  }
}
