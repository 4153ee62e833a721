import { NETTING } from "../compile/model.js";
import { PagedList } from "../pages/index.js";
import type { PlanState } from "../plan/plan-state.js";
import type { OrderColumns } from "../sweep/planned-orders.js";
import { FeasibleBook } from "./feasible-book.js";
import { isTangled, Tangle } from "./feasible-tangle.js";
import { FirstDifference } from "./first-difference.js";
import { hasPastDue, mayBeShort } from "./may-be-short.js";
import { NeedLooker } from "./need-looker.js";
import type { PointDates } from "./point-dates.js";
import type { LateDemand, PointLook } from "./point-look.js";
import { PointQueue } from "./point-queue.js";
import type { SentWaits } from "./sent-waits.js";
import { hasSpecialNeeds } from "./special-needs.js";

const NOTHING_LATE: readonly LateDemand[] = [];

/** The dates of a plan from which another one differs in some stocking points. */
export interface DatesBefore {
  readonly dates: FeasibleDates;
  /** Its orders, in the store of the other plan. */
  readonly orders: OrderColumns;
  /** The points whose needs, supplies or parameters may be others, */
  readonly changed: Iterable<number>;
  /** and those of them of which more than orders of their parents may be. */
  readonly direct: ReadonlySet<number>;
}

/**
 * N11: from the last stocking point to the first the days that stock, open supply and lead times
 * really allow. Only points at which something may be late are looked at. What a point lets wait is
 * kept by point, so that a plan that differs in a few shares all dates but those that differ.
 */
export class FeasibleDates {
  readonly book: FeasibleBook;
  /** The points that were dated anew, components first; `undefined`: all. */
  readonly anew: readonly number[] | undefined;
  readonly #state: PlanState;
  readonly #looker: NeedLooker;
  /** What was found where something may be late; what was looked at since then, when it was asked for. */
  private readonly looks: PagedList<PointLook | undefined>;
  readonly #asked = new Map<number, PointLook>();
  /** What waits for the needs of each point, and the points from which each was sent such. */
  private readonly sent: PagedList<SentWaits | undefined>;
  private readonly senders: PagedList<readonly number[] | undefined>;
  /** By point of which only the first needs were looked at: the last day of these. */
  private readonly untils: PagedList<number | undefined>;

  /**
   * @param tangled - whether orders are dated one by one, not point by point
   * @param before - what need not be worked out again; not where orders are dated one by one
   */
  constructor(
    state: PlanState,
    tangled: boolean = isTangled(state.model),
    before: DatesBefore | undefined = undefined,
  ) {
    const { count } = state.model.points;
    const known = before?.dates;
    this.#state = state;
    this.book = new FeasibleBook(state, known?.book);
    this.#looker = new NeedLooker(state, this.book);
    this.looks = new PagedList(count, known?.looks);
    this.sent = new PagedList(count, known?.sent);
    this.senders = new PagedList(count, known?.senders);
    this.untils = new PagedList(count, known?.untils);
    if (tangled) this.#dateOneByOne();
    else if (before === undefined) for (let p = count - 1; p >= 0; p--) this.#date(p, "anything");
    else this.anew = this.#dateAnew(before);
  }

  /** The demands of a stocking point that are late, in the order of T2. */
  lateDemands(point: number): readonly LateDemand[] {
    const late = (this.looks.at(point) ?? this.#asked.get(point))?.late ?? NOTHING_LATE;
    return late.map((one) => ({ ...one, limit: this.book.inRows(one.limit) }));
  }

  /** The day from T0 on which all of a demand is there; Infinity: never; NaN: nothing is to come. */
  demandDay(row: number): number {
    const { model } = this.#state;
    const { item, site, segment } = model.problem.demands;
    const point = model.points.find(item[row]!, site[row]!, segment[row]!);
    const known = this.looks.at(point);
    let look = known?.isWhole ? known : this.#asked.get(point);
    if (look === undefined) {
      look = this.#looker.lookAtAll(point);
      this.#asked.set(point, look);
    }
    return look.dayOf(row);
  }

  #dateOneByOne(): void {
    new Tangle(this.#state, this.book);
    for (let point = this.looks.length - 1; point >= 0; point--) {
      this.looks.set(point, this.#looker.lookForDemands(point));
    }
  }

  /** Dates the points that changed, and those above them as far as they are told otherwise. */
  #dateAnew({ changed, direct, orders }: DatesBefore): number[] {
    const difference = new FirstDifference(orders, this.#state);
    const isChanged = new Set(changed);
    const isWaiting = new Set(isChanged);
    const isTold = new Set<number>();
    const queue = new PointQueue();
    for (const point of isChanged) queue.add(-point);
    const anew: number[] = [];
    for (let next = queue.take(); next !== undefined; next = queue.take()) {
      const point = -next;
      const stays = !isTold.has(point) && !direct.has(point) && this.#stays(point, difference);
      if (stays) continue;
      anew.push(point);
      const differs = direct.has(point) ? "anything" : difference;
      for (const target of this.#date(point, isChanged.has(point) ? differs : "nothing")) {
        isTold.add(target);
        if (isWaiting.has(target)) continue;
        isWaiting.add(target);
        queue.add(-target);
      }
    }
    return anew;
  }

  /**
   * Dates the orders of a stocking point, and looks at its needs where something may be late.
   *
   * @param differs - what of it may be other than when it was looked at last: its needs, supplies and
   * parameters, orders of it and of its parents alone, or nothing but what it waits for
   * @returns the points above it that are told otherwise than before
   */
  #date(point: number, differs: "anything" | FirstDifference | "nothing"): readonly number[] {
    const { book } = this;
    const before = book.find(point);
    book.forget(point);
    for (const sender of this.senders.at(point) ?? NOBODY) {
      this.sent.at(sender)!.replay(point, book);
    }
    const isLate = book.settle(point);
    if (differs !== "anything" && comesAlike(before, book.find(point))) {
      const stays =
        differs === "nothing"
          ? this.#state.model.netting[point] !== NETTING.phantom
          : this.#isServedInTime(point) && (!isLate || this.#firstNeedsStay(point, differs));
      if (stays) return NOBODY;
    }
    const { look, until } = this.#looker.lookWhereLate(point, isLate);
    if (look !== this.looks.at(point)) this.looks.set(point, look);
    if (until !== this.untils.at(point)) this.untils.set(point, until);
    return this.#send(point, this.#looker.waits.take(point));
  }

  /**
   * Whether a stocking point of which only orders, and those of its parents, may be others has the same
   * dates as before, and the needs that wait for them are the same.
   */
  #stays(point: number, difference: FirstDifference): boolean {
    return (
      this.#isServedInTime(point) &&
      this.book.staysDated(point, difference.ofRows(point)) &&
      (this.book.find(point) === undefined || this.#firstNeedsStay(point, difference))
    );
  }

  /** Whether the late orders of a stocking point, and the needs that wait for them, are what they were. */
  #firstNeedsStay(point: number, difference: FirstDifference): boolean {
    const until = this.untils.at(point);
    return (
      until !== undefined &&
      difference.ofRows(point) >= this.book.find(point)!.count &&
      difference.ofNeeds(point) > until
    );
  }

  /**
   * Whether nothing but late orders lets needs of a stocking point wait, then and now: at plain points,
   * where what stands there, stands, and new orders cover all else by its day.
   */
  #isServedInTime(point: number): boolean {
    const { model } = this.#state;
    return (
      model.netting[point] === NETTING.plain &&
      !model.firm.has(point) &&
      !this.looks.at(point)?.isWhole &&
      !hasPastDue(model, point) &&
      !mayBeShort(this.#state, point) &&
      !hasSpecialNeeds(this.#state, point)
    );
  }

  /** Keeps what waits for the needs of a point; returns the points that are told otherwise than before. */
  #send(from: number, waits: SentWaits | undefined): number[] {
    const before = this.sent.at(from);
    if (before === undefined && waits === undefined) return [];
    const told: number[] = [];
    for (const target of waits?.targets ?? NOBODY) {
      if (before?.speaksTo(target)) {
        if (!waits!.isAlike(before, target)) told.push(target);
        continue;
      }
      told.push(target);
      this.senders.set(target, [...(this.senders.at(target) ?? NOBODY), from]);
    }
    for (const target of before?.targets ?? NOBODY) {
      if (waits?.speaksTo(target)) continue;
      told.push(target);
      const others = this.senders.at(target)!.filter((sender) => sender !== from);
      this.senders.set(target, others.length === 0 ? undefined : others);
    }
    if (told.length > 0) this.sent.set(from, waits);
    return told;
  }
}

const NOBODY: readonly number[] = [];

/** Whether all orders of a stocking point come on the same days, by dates as known before and now. */
function comesAlike(before: PointDates | undefined, now: PointDates | undefined): boolean {
  if (before === undefined || now === undefined) return before === now;
  return before.comesLike(now);
}
