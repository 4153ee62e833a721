import { CHANGE, NETTING } from "../compile/model.js";
import type { PlanState } from "../plan/plan-state.js";
import { FeasibleBook } from "./feasible-book.js";
import { LIMIT, type Limit } from "./feasible-limit.js";
import { isTangled, Tangle } from "./feasible-tangle.js";
import { limitOf, realDayOf, waitFor } from "./feasible-waits.js";
import { independentNeeds } from "./independent-needs.js";
import { hasPastDue, mayBeShort } from "./may-be-short.js";
import { forEachNeedDay, type NeedDay } from "./need-days.js";
import { NEED_KIND, type PointPegs } from "./peg-columns.js";
import { PegReader } from "./peg-point.js";

/** A demand, or a day's part of a forecast, that is not there by its own due day (K47). */
export interface LateDemand {
  /** The row of the demand. */
  readonly row: number;
  /** The day on which all of it is there, from T0; Infinity: never. */
  readonly day: number;
  /** What of it is late. */
  readonly quantity: number;
  /** What comes last. */
  readonly limit: Limit;
}

const NOTHING_LATE: readonly LateDemand[] = [];

/** From the demand itself nothing more can be told. */
const NO_LIMIT: Limit = { kind: LIMIT.own, point: -1, row: -1, repeat: 0 };

/**
 * N11: from the last stocking point to the first the days that stock, open supply and lead times
 * really allow. Only points at which something may be late are looked at.
 */
export class FeasibleDates {
  readonly book: FeasibleBook;
  readonly #state: PlanState;
  readonly #reader: PegReader;
  readonly #late = new Map<number, LateDemand[]>();
  /** By row of demands: when all of it is there; NaN where nobody looked, and where nothing is to come. */
  readonly #demandDay: Float64Array;
  /** 1: the demands of the stocking point are looked at. */
  readonly #isLookedAt: Uint8Array;

  /** @param tangled - whether orders are dated one by one, not point by point */
  constructor(state: PlanState, tangled: boolean = isTangled(state.model)) {
    const { model } = state;
    this.#state = state;
    this.book = new FeasibleBook(state);
    this.#reader = new PegReader(state);
    this.#demandDay = new Float64Array(model.problem.demands.count).fill(Number.NaN);
    this.#isLookedAt = new Uint8Array(model.points.count);
    if (tangled) new Tangle(state, this.book);
    for (let point = model.points.count - 1; point >= 0; point--) {
      const isLate = tangled || this.book.settle(point);
      if (isLate || mayBeShort(state, point) || hasPastDue(model, point))
        this.#look(point, !tangled);
    }
  }

  /** The demands of a stocking point that are late, in the order of T2. */
  lateDemands(point: number): readonly LateDemand[] {
    return this.#late.get(point) ?? NOTHING_LATE;
  }

  /** The day from T0 on which all of a demand is there; Infinity: never; NaN: nothing is to come. */
  demandDay(row: number): number {
    const { model } = this.#state;
    const { item, site, segment } = model.problem.demands;
    const point = model.points.find(item[row]!, site[row]!, segment[row]!);
    if (this.#isLookedAt[point] === 0) this.#look(point, false);
    return this.#demandDay[row]!;
  }

  /** Looks at the needs of a stocking point; `passesOn`: their orders are still to be told. */
  #look(point: number, passesOn: boolean): void {
    const { model } = this.#state;
    this.#isLookedAt[point] = 1;
    const pegs = this.#reader.read(point);
    const isPhantom = model.netting[point] === NETTING.phantom;
    const dayOf = (supply: number, repeat: number): number =>
      realDayOf(this.book, pegs, supply, repeat);
    const fromStock = new Map<number, NeedDay>(); // what the stock of a phantom gives, by demand
    forEachNeedDay(this.#state, pegs, dayOf, (need) => {
      const isOwn = pegs.needs.kind[need.need] === NEED_KIND.demand && isOfPoint(pegs, need.need);
      if (!isOwn) {
        if (passesOn || isThroughPhantom(pegs, need.need)) {
          waitFor(this.#state, this.book, pegs, need);
        }
      } else if (isPhantom) fromStock.set(pegs.needs.row[need.need]!, need);
      else this.#note(pegs, need);
    });
    if (isPhantom) this.#lookAtPhantom(pegs, fromStock);
  }

  #note(pegs: PointPegs, need: NeedDay): void {
    const { demands } = this.#state.model.problem;
    const row = pegs.needs.row[need.need]!;
    const due = demands.day[row]! - this.#state.model.startDay;
    this.#demandDay[row] = need.day;
    if (need.day <= due) return;
    const quantity = need.parts.reduce(
      (sum, part) => sum + (part.day > due ? part.quantity : 0),
      0,
    );
    const limit = limitOf(this.book, pegs, need);
    this.#add(pegs.point, { row, day: need.day, quantity, limit });
  }

  /** A demand on a phantom is like an order that starts on its due day and takes no time. */
  #lookAtPhantom(pegs: PointPegs, fromStock: ReadonlyMap<number, NeedDay>): void {
    const { point } = pegs;
    const { changes, problem, startDay } = this.#state.model;
    for (const c of independentNeeds(this.#state.model, point)) {
      const origin = changes.origin[c]!;
      if (origin % 4 !== CHANGE.demand) continue;
      const row = Math.floor(origin / 4);
      const due = problem.demands.day[row]! - startDay;
      const start = Math.max(0, due);
      const own = fromStock.get(row);
      const waits = this.book.ofDemand(row);
      waits?.settle(0, start);
      const delayed = waits?.never[0] === 1 ? Number.POSITIVE_INFINITY : (waits?.start[0] ?? start);
      const day = Math.max(delayed, own?.day ?? 0);
      this.#demandDay[row] = day;
      if (day <= due) continue;
      const given = own?.parts ?? [];
      const stock = given.reduce((sum, part) => sum + part.quantity, 0);
      const lateStock = given.reduce((sum, part) => sum + (part.day > due ? part.quantity : 0), 0);
      const passedOn = delayed > due ? -changes.quantity[c]! - stock : 0;
      const last = waits?.limitOf(0) ?? NO_LIMIT;
      const isOwn = own !== undefined && (last.kind === LIMIT.own || own.day > delayed);
      const limit = isOwn ? limitOf(this.book, pegs, own) : last;
      this.#add(point, { row, day, quantity: lateStock + passedOn, limit });
    }
  }

  #add(point: number, late: LateDemand): void {
    const there = this.#late.get(point);
    if (there === undefined) this.#late.set(point, [late]);
    else there.push(late);
  }
}

function isOfPoint({ needs, point }: PointPegs, need: number): boolean {
  return needs.link[need] === -1 - point;
}

function isThroughPhantom({ needs }: PointPegs, need: number): boolean {
  return needs.kind[need] === NEED_KIND.demand;
}

const knownDates = new WeakMap<PlanState, FeasibleDates>();

/** The feasible dates of a plan, found when they are first asked for. */
export function feasibleDatesOf(state: PlanState): FeasibleDates {
  let dates = knownDates.get(state);
  if (dates === undefined) {
    dates = new FeasibleDates(state);
    knownDates.set(state, dates);
  }
  return dates;
}
