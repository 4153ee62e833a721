import { CHANGE, NETTING } from "../compile/model.js";
import type { PlanState } from "../plan/plan-state.js";
import type { FeasibleBook } from "./feasible-book.js";
import { LIMIT, type Limit } from "./feasible-limit.js";
import { limitOf, realDayOf, toldLimit, waitFor } from "./feasible-waits.js";
import { independentNeeds } from "./independent-needs.js";
import { hasPastDue, mayBeShort } from "./may-be-short.js";
import { forEachNeedDay, type NeedDay } from "./need-days.js";
import { NEED_KIND, type PointPegs, SUPPLY_KIND, type SupplyColumns } from "./peg-columns.js";
import { PegReader } from "./peg-point.js";
import { PointLook } from "./point-look.js";
import { WaitRecorder } from "./sent-waits.js";

/** From the demand itself nothing more can be told. */
const NO_LIMIT: Limit = { kind: LIMIT.own, point: -1, row: -1, repeat: 0 };

/** Whose waits a look tells: of all, of demands on phantoms, whose orders have theirs, or of none. */
const TELL = { all: 0, demands: 1, nobody: 2 } as const;

/** A look at the needs of a stocking point as far as they may be late. */
export interface LateLook {
  /** `undefined`: no demand is late. */
  readonly look: PointLook | undefined;
  /** Where only the first needs were looked at: the last day of these. */
  readonly until: number | undefined;
}

const NOTHING_LATE: LateLook = { look: undefined, until: undefined };

/** Looks at the needs of stocking points whose orders have their dates. */
export class NeedLooker {
  readonly #state: PlanState;
  readonly #book: FeasibleBook;
  readonly #reader: PegReader;
  /** What waits for the needs that were looked at since it was taken. */
  readonly waits = new WaitRecorder();

  constructor(state: PlanState, book: FeasibleBook) {
    this.#state = state;
    this.#book = book;
    this.#reader = new PegReader(state);
  }

  /** Looks at all needs, and lets nobody wait. */
  lookAtAll(point: number): PointLook {
    return this.#look(this.#reader.read(point), true, TELL.nobody);
  }

  /** Looks at all needs, where orders are dated one by one: only demands on phantoms are still to wait. */
  lookForDemands(point: number): PointLook {
    return this.#look(this.#reader.read(point), true, TELL.demands);
  }

  /** Looks at the needs of a stocking point as far as they may be late. */
  lookWhereLate(point: number, isLate: boolean): LateLook {
    const isPastDue = hasPastDue(this.#state.model, point);
    const mayLack = mayBeShort(this.#state, point);
    if (!isLate && !isPastDue && !mayLack) return NOTHING_LATE;
    // Where new orders cover what is missing by its day, only what waits for late supplies is late.
    const first = mayLack
      ? undefined
      : this.#reader.readFirst(point, (supplies) => this.#lastLate(point, supplies), isPastDue);
    if (first === undefined) {
      return { look: this.#look(this.#reader.read(point), true, TELL.all), until: undefined };
    }
    const look = this.#look(first.pegs, false, TELL.all);
    // When demands are there that are not late is not known by it, so it may say nothing.
    return { look: look.late.length > 0 ? look : undefined, until: first.until };
  }

  /** The last supply of a stocking point that comes later than planned; −1: none does. */
  #lastLate(point: number, supplies: SupplyColumns): number {
    const { repeat } = this.#state.orders;
    for (let s = supplies.count - 1; s >= 0; s--) {
      const isOrder = supplies.kind[s] === SUPPLY_KIND.order;
      const times = isOrder ? (repeat?.[supplies.row[s]!] ?? 1) : 1;
      for (let n = 0; n < times; n++) {
        if (realDayOf(this.#book, { point, supplies }, s, n) > supplies.day[s]!) return s;
      }
    }
    return -1;
  }

  /** Looks at pegged needs of a stocking point: at all of them, or at the first. */
  #look(pegs: PointPegs, isWhole: boolean, tell: (typeof TELL)[keyof typeof TELL]): PointLook {
    const look = new PointLook(isWhole);
    const isPhantom = this.#state.model.netting[pegs.point] === NETTING.phantom;
    const sink = tell === TELL.all ? this.waits : this.#book;
    const dayOf = (supply: number, repeat: number): number =>
      realDayOf(this.#book, pegs, supply, repeat);
    const fromStock = new Map<number, NeedDay>(); // what the stock of a phantom gives, by demand
    forEachNeedDay(this.#state, pegs, dayOf, (need) => {
      const isDemand = pegs.needs.kind[need.need] === NEED_KIND.demand;
      if (!isDemand || !isOfPoint(pegs, need.need)) {
        if (tell === TELL.all || (tell === TELL.demands && isDemand)) {
          waitFor(this.#state, this.#book, pegs, need, sink);
        }
      } else if (isPhantom) fromStock.set(pegs.needs.row[need.need]!, need);
      else this.#note(look, pegs, need);
    });
    if (isPhantom) this.#lookAtPhantom(look, pegs, fromStock);
    return look;
  }

  #note(look: PointLook, pegs: PointPegs, need: NeedDay): void {
    const { demands } = this.#state.model.problem;
    const row = pegs.needs.row[need.need]!;
    const due = demands.day[row]! - this.#state.model.startDay;
    look.note(row, need.day);
    if (need.day <= due) return;
    const quantity = need.parts.reduce(
      (sum, part) => sum + (part.day > due ? part.quantity : 0),
      0,
    );
    const limit = toldLimit(this.#state, limitOf(this.#book, pegs, need));
    look.noteLate({ row, day: need.day, quantity, limit });
  }

  /** A demand on a phantom is like an order that starts on its due day and takes no time. */
  #lookAtPhantom(look: PointLook, pegs: PointPegs, fromStock: ReadonlyMap<number, NeedDay>): void {
    const { point } = pegs;
    const { changes, problem, startDay } = this.#state.model;
    for (const c of independentNeeds(this.#state.model, point)) {
      const origin = changes.origin[c]!;
      if (origin % 4 !== CHANGE.demand) continue;
      const row = Math.floor(origin / 4);
      const due = problem.demands.day[row]! - startDay;
      const start = Math.max(0, due);
      const own = fromStock.get(row);
      const waits = this.#book.ofDemand(row);
      waits?.settle(0, start);
      const delayed = waits?.never[0] === 1 ? Number.POSITIVE_INFINITY : (waits?.start[0] ?? start);
      const day = Math.max(delayed, own?.day ?? 0);
      look.note(row, day);
      if (day <= due) continue;
      const given = own?.parts ?? [];
      const stock = given.reduce((sum, part) => sum + part.quantity, 0);
      const lateStock = given.reduce((sum, part) => sum + (part.day > due ? part.quantity : 0), 0);
      const passedOn = delayed > due ? -changes.quantity[c]! - stock : 0;
      const last = waits?.limitOf(0) ?? NO_LIMIT;
      const isOwn = own !== undefined && (last.kind === LIMIT.own || own.day > delayed);
      const limit = isOwn ? toldLimit(this.#state, limitOf(this.#book, pegs, own)) : last;
      look.noteLate({ row, day, quantity: lateStock + passedOn, limit });
    }
  }
}

function isOfPoint({ needs, point }: PointPegs, need: number): boolean {
  return needs.link[need] === -1 - point;
}
