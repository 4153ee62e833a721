import type { Model } from "../compile/model.js";
import { PagedLists, PagedMap, PagedNumbers, RowRanges } from "../pages/index.js";
import type { CapacityLedger } from "./capacity-ledger.js";
import { Cover } from "./cover.js";
import type { FreeStock } from "./free-stock.js";
import type { Need } from "./need.js";
import type { NettingObserver } from "./netting-observer.js";
import { OrderStore } from "./order-store.js";
import {
  DRAWN_FOR,
  type GivenStock,
  NOT_DRAWN,
  type OrderColumns,
  ordersOf,
  type PhantomNeed,
  type PlanEvent,
} from "./planned-orders.js";
import { ReadAhead } from "./read-ahead.js";

/** What a sweep works in; clean between stocking points. */
class Workspace {
  /** Change of stock by day; one slot more for what lies beyond the horizon. */
  readonly delta: Float64Array;
  /** Standing supply by day, where it must be told apart from needs. */
  readonly supply: Float64Array;
  /** Supply that is drawn, by the day on which it lands. */
  readonly landing: Float64Array;
  /** The days on which something changes, a bit each. */
  readonly touched: Int32Array;
  /** How far the point at work is covered. */
  readonly cover = new Cover();
  readonly readAhead = new ReadAhead();

  constructor(days: number) {
    this.delta = new Float64Array(days + 1);
    this.supply = new Float64Array(days + 1);
    this.landing = new Float64Array(days + 1);
    this.touched = new Int32Array((days >> 5) + 1);
  }
}

/** What a sweep keeps as numbers, by stocking point and by supply. */
export interface ArenaNumbers {
  readonly rows: RowRanges;
  readonly largest: PagedNumbers;
  readonly repeats: PagedNumbers | undefined;
  readonly supplyDay: PagedNumbers;
  readonly wanted: PagedNumbers;
  readonly reason: PagedNumbers;
}

/**
 * The buffers that a sweep writes into; they may be used again for the next sweep of the same
 * model, which then allocates nothing. A fork holds what differs from another plan (R2).
 */
export class Arena implements OrderColumns {
  readonly store: OrderStore;
  readonly rows: RowRanges;
  readonly largest: PagedNumbers;
  /** 1: some row of the point stands for several orders; `undefined`: none does anywhere. */
  readonly repeats: PagedNumbers | undefined;
  readonly phantomNeeds: PagedMap<readonly PhantomNeed[]>;
  readonly keptNeeds: PagedMap<readonly Need[]>;
  readonly receivedNeeds: PagedMap<Need[]>;
  readonly phantomStock: PagedMap<readonly GivenStock[]>;
  readonly supplyDay: PagedNumbers;
  readonly wanted: PagedNumbers;
  readonly reason: PagedNumbers;
  readonly resized: PagedMap<number>;
  readonly events: PagedLists<PlanEvent>;
  /** Planned orders, those included for which one row stands. */
  orders = 0;
  /** Rows of the store that this plan has. */
  used = 0;
  /** Needs of phantoms that are kept, of all stocking points. */
  phantomNeedCount = 0;
  /** The largest start quantity that the stocking point at work has ordered. */
  largestStart = 0;
  mostStarted: number;
  /** How many rows a whole sweep may write, once it is asked for, see `likely-rows.ts`. */
  likelyRows: number | undefined;
  /** The same plan in a store of its own, from which others are planned when this store is full of their rows. */
  compact: Arena | undefined;

  /** Is told what a netting does, so that it can be explained; none while planning (P3). */
  observe: NettingObserver | undefined = undefined;
  /** The stocking point that a whole sweep is to tell about, each time it is planned. */
  watch: { readonly point: number; readonly observer: NettingObserver } | undefined = undefined;

  /** What is free of stocking points that are preferred or substitutes (B7). */
  readonly free = new Map<number, FreeStock>();
  /** What suppliers can bring, when it is known what all ask of them (K46). */
  capacity: CapacityLedger | undefined = undefined;
  /** What the plan of stocking points leaves that others ask (K44). */
  readonly freeAsPlanned = new Map<number, FreeStock>();

  readonly delta: Float64Array;
  readonly supply: Float64Array;
  readonly landing: Float64Array;
  readonly touched: Int32Array;
  readonly cover: Cover;
  readonly readAhead: ReadAhead;
  private readonly workspace: Workspace;

  /**
   * @param model - what is to be swept
   * @param plan - what is planned already and shared, all but what will be planned anew
   * @param store - the rows of that plan, when they do not stay where they are
   * @param numbers - where the numbers are kept, when other threads write them, too
   */
  constructor(model: Model, plan?: Arena, store?: OrderStore, numbers?: ArenaNumbers) {
    this.store = store ?? plan?.store ?? new OrderStore(model);
    const kept = numbers ?? numbersOf(model, plan);
    this.rows = kept.rows;
    this.largest = kept.largest;
    this.mostStarted = numbers === undefined ? (plan?.mostStarted ?? 0) : Number.POSITIVE_INFINITY;
    this.repeats = kept.repeats;
    this.phantomNeeds = new PagedMap(plan?.phantomNeeds);
    this.keptNeeds = new PagedMap(plan?.keptNeeds);
    this.receivedNeeds = new PagedMap(plan?.receivedNeeds);
    this.phantomStock = new PagedMap(plan?.phantomStock);
    this.supplyDay = kept.supplyDay;
    this.wanted = kept.wanted;
    this.reason = kept.reason;
    this.resized = new PagedMap(plan?.resized);
    this.events = new PagedLists(plan?.events);
    this.orders = plan?.orders ?? 0;
    this.used = plan?.used ?? 0;
    this.phantomNeedCount = plan?.phantomNeedCount ?? 0;
    this.workspace = plan === undefined ? new Workspace(model.days) : plan.workspace;
    this.delta = this.workspace.delta;
    this.supply = this.workspace.supply;
    this.landing = this.workspace.landing;
    this.touched = this.workspace.touched;
    this.cover = this.workspace.cover;
    this.readAhead = this.workspace.readAhead;
  }

  get count(): number {
    return this.store.count;
  }

  set count(rows: number) {
    this.store.count = rows;
  }

  get due(): Int32Array {
    return this.store.due;
  }

  get quantity(): Float64Array {
    return this.store.quantity;
  }

  get startQuantity(): Float64Array {
    return this.store.startQuantity;
  }

  get repeat(): Int32Array | undefined {
    return this.store.repeat;
  }

  get source(): Int32Array | undefined {
    return this.store.source;
  }

  get start(): Int32Array | undefined {
    return this.store.start;
  }

  get late(): Int32Array | undefined {
    return this.store.late;
  }

  /** Makes room for so many more rows. */
  reserve(rows: number): void {
    this.store.reserve(rows);
  }

  /** Forgets what a stocking point was planned to do, so that it can be planned anew. */
  forget(model: Model, point: number): void {
    this.forgetOrders(point);
    this.forgetSupplies(model, point);
  }

  /** Forgets the orders of a stocking point, and what it had to say. */
  forgetOrders(point: number): void {
    this.orders -= ordersOf(this, point);
    this.used -= this.rows.end(point) - this.rows.first(point);
    this.repeats?.set(point, 0);
    this.events.delete(point);
    this.phantomNeedCount -= this.phantomNeeds.get(point)?.length ?? 0;
    this.phantomNeeds.delete(point);
    this.phantomStock.delete(point);
  }

  /** Forgets for what the open supplies of a stocking point were drawn. */
  forgetSupplies(model: Model, point: number): void {
    const { standing, waiting } = model.detail(point);
    for (const { row, due } of [...standing, ...waiting]) {
      this.wanted.set(row, NOT_DRAWN);
      this.reason.set(row, DRAWN_FOR.nothing);
      this.supplyDay.set(row, Math.max(0, due));
      this.resized.delete(row);
    }
  }

  /** Cleans what a sweep left that ended in an error. */
  wipe(): void {
    for (const scratch of [this.delta, this.supply, this.landing, this.touched]) scratch.fill(0);
  }

  /** Forgets the last sweep, but keeps the room. */
  clear(model: Model): void {
    this.count = 0;
    this.orders = 0;
    this.used = 0;
    this.compact = undefined;
    this.events.clear();
    this.phantomNeeds.clear();
    this.phantomNeedCount = 0;
    this.phantomStock.clear();
    this.keptNeeds.clear();
    this.receivedNeeds.clear();
    this.free.clear();
    this.freeAsPlanned.clear();
    // Those that are planned before them must not see what they ordered last.
    if (model.asksOthers) for (const point of model.asksInTurn) this.rows.set(point, 0, 0);
    this.resized.clear();
    this.repeats?.fill(0);
    this.wanted.fill(NOT_DRAWN);
    this.reason.fill(DRAWN_FOR.nothing);
    const { day } = model.problem.supplies;
    for (let r = 0; r < day.length; r++) {
      this.supplyDay.set(r, Math.max(0, day[r]! - model.startDay));
    }
  }

  /** Keeps the largest start quantity of a point. */
  setLargest(point: number, startQuantity: number): void {
    this.largest.set(point, startQuantity);
    if (startQuantity > this.mostStarted) this.mostStarted = startQuantity;
  }

  hasRepeats(point: number): boolean {
    return this.repeats !== undefined && this.repeats.at(point) === 1;
  }

  /** Keeps what the needs of a phantom leave over for its components. */
  keepPhantomNeeds(point: number, needs: readonly PhantomNeed[]): void {
    this.phantomNeeds.set(point, needs);
    this.phantomNeedCount += needs.length;
  }

  /** Keeps something that a stocking point has to say. */
  say(event: PlanEvent): void {
    this.events.add(event.point, event);
  }

  /** Marks a day within the horizon as one to look at. */
  touch(day: number): void {
    this.touched[day >> 5]! |= 1 << (day & 31);
  }
}

/** Numbers of its own, or those of a plan that others share. */
function numbersOf(model: Model, plan: Arena | undefined): ArenaNumbers {
  const { count } = model.points;
  const supplies = model.problem.supplies.count;
  return {
    rows: plan?.rows.fork() ?? RowRanges.empty(count),
    largest: plan?.largest.fork() ?? new PagedNumbers(count),
    repeats: plan?.repeats?.fork() ?? (model.hasRepeats ? new PagedNumbers(count) : undefined),
    supplyDay: new PagedNumbers(supplies, plan?.supplyDay),
    wanted: new PagedNumbers(supplies, plan?.wanted),
    reason: new PagedNumbers(supplies, plan?.reason),
  };
}
