import type { Ratio } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import { PagedMap, PagedNumbers, RowRanges } from "../pages/index.js";
import type { CapacityLedger } from "./capacity-ledger.js";
import { Cover } from "./cover.js";
import type { FreeStock } from "./free-stock.js";
import type { Need, NeedOrigin } from "./need.js";
import type { NettingObserver } from "./netting-observer.js";
import { OrderStore } from "./order-store.js";

/** What an order, or a demand, still needs of a phantom after its stock (B3). */
export interface PhantomNeed {
  /** In counts of the phantom, not rounded. */
  readonly left: Ratio;
  /** Raw start of the parent's order, from T0. */
  readonly start: number;
  /** The parent's due day, for `effectivity: "due"`. */
  readonly due: number;
  /** Offsets that add up on the way to the phantom. */
  readonly offset: number;
  readonly origin: NeedOrigin;
}

/** A quantity on a day from T0. */
export interface DayQuantity {
  readonly day: number;
  readonly quantity: number;
}

/** What the stock of a phantom gives a need, by its place among the needs in the order of T2. */
export interface GivenStock extends DayQuantity {
  readonly place: number;
}

/** Something that a stocking point has to say and that its columns do not hold. */
export type PlanEvent = {
  readonly point: number;
  readonly day: number;
  readonly quantity: number;
} & (
  | { readonly code: "fenceShortage" | "noSource" | "belowSafetyStock" | "expired" }
  | { readonly code: "beyondHorizon"; readonly count: number }
  /** The source is one of those of the point. */
  | { readonly code: "supplierCapacity"; readonly source: number }
);

/** Why an open supply was drawn, see {@link OrderColumns.reason}. */
export const DRAWN_FOR = { nothing: 0, safetyStock: 1, demand: 2 } as const;

/** The result of a sweep: planned orders by stocking point, in the order in which they arise. */
export interface OrderColumns {
  /** How many orders are planned, those included for which one row stands. */
  readonly orders: number;
  /** The rows of the orders of each stocking point. */
  readonly rows: RowRanges;
  /** Days from T0 on which the quantity is usable. */
  readonly due: Int32Array;
  /** Good quantity in counts of the item. */
  readonly quantity: Float64Array;
  /** Start quantity; the same array as `quantity` when no item has a yield. */
  readonly startQuantity: Float64Array;
  /** How many equal orders a row stands for; `undefined`: one each. */
  readonly repeat: Int32Array | undefined;
  /** Which source of its point an order takes; `undefined`: every point has one. */
  readonly source: Int32Array | undefined;
  /** Raw start from T0, for points whose start does not follow from the due day alone. */
  readonly start: Int32Array | undefined;
  /** By how many days an order comes later than wanted (K46); `undefined`: none does. */
  readonly late: Int32Array | undefined;
  /** The largest start quantity of a point: what the guard of its links needs. */
  readonly largest: PagedNumbers;
  /** No order starts more; it may be more than any does, `Infinity` where other threads plan, too. */
  readonly mostStarted: number;
  /** Whether some row of a point stands for several orders. */
  readonly hasRepeats: (point: number) => boolean;
  /** Needs that phantoms with stock or demand pass on. */
  readonly phantomNeeds: PagedMap<readonly PhantomNeed[]>;
  /** Dependent needs that stocking points keep, where some have moved away (K36, K37). */
  readonly keptNeeds: PagedMap<readonly Need[]>;
  /** Dependent needs that have moved to stocking points, as substitutes or follow-ups. */
  readonly receivedNeeds: PagedMap<readonly Need[]>;
  /** What phantoms give of their own stock, by netting day. */
  readonly phantomStock: PagedMap<readonly GivenStock[]>;
  /** By supply: the day from T0 on which it counts. */
  readonly supplyDay: PagedNumbers;
  /** By supply: the day for which it was drawn, {@link NOT_DRAWN} when it was not. */
  readonly wanted: PagedNumbers;
  /** By supply: why it was drawn. */
  readonly reason: PagedNumbers;
  /** By row of a supply: the good quantity with which it counts where that is not its own (K33). */
  readonly resized: PagedMap<number>;
  readonly events: PagedMap<readonly PlanEvent[]>;
}

/** No day: the supply was not drawn. */
export const NOT_DRAWN = -2_147_483_648;

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
  readonly events: PagedMap<PlanEvent[]>;
  /** Planned orders, those included for which one row stands. */
  orders = 0;
  /** Rows of the store that this plan has. */
  used = 0;
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
    this.events = new PagedMap(plan?.events);
    this.orders = plan?.orders ?? 0;
    this.used = plan?.used ?? 0;
    this.workspace = plan === undefined ? new Workspace(model.days) : plan.workspace;
    this.delta = this.workspace.delta;
    this.supply = this.workspace.supply;
    this.landing = this.workspace.landing;
    this.touched = this.workspace.touched;
    this.cover = this.workspace.cover;
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

  /** Keeps something that a stocking point has to say. */
  say(event: PlanEvent): void {
    const events = this.events.get(event.point);
    // What another plan said of the point is forgotten before it is planned, so the list is our own.
    if (events === undefined) this.events.set(event.point, [event]);
    else events.push(event);
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
    rows: plan?.rows.fork(count) ?? new RowRanges(count),
    largest: plan?.largest.fork() ?? new PagedNumbers(count),
    repeats: plan?.repeats?.fork() ?? (model.hasRepeats ? new PagedNumbers(count) : undefined),
    supplyDay: new PagedNumbers(supplies, plan?.supplyDay),
    wanted: new PagedNumbers(supplies, plan?.wanted),
    reason: new PagedNumbers(supplies, plan?.reason),
  };
}

/** How many orders a stocking point has. */
export function ordersOf(orders: OrderColumns, point: number): number {
  const [first, end] = [orders.rows.first(point), orders.rows.end(point)];
  if (!orders.hasRepeats(point)) return end - first;
  let count = 0;
  for (let row = first; row < end; row++) count += orders.repeat![row]!;
  return count;
}
