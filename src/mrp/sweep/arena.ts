import type { Ratio } from "../../core/index.js";
import type { Model } from "../compile/model.js";
import type { FreeStock } from "./free-stock.js";
import type { Need, NeedOrigin } from "./need.js";

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

/** Something that a stocking point has to say and that its columns do not hold. */
export type PlanEvent = {
  readonly point: number;
  readonly day: number;
  readonly quantity: number;
} & (
  | { readonly code: "fenceShortage" | "noSource" | "belowSafetyStock" | "expired" }
  | { readonly code: "beyondHorizon"; readonly count: number }
);

/** Why an open supply was drawn, see {@link OrderColumns.reason}. */
export const DRAWN_FOR = { nothing: 0, safetyStock: 1, demand: 2 } as const;

/** The result of a sweep: planned orders by stocking point, in the order in which they arise. */
export interface OrderColumns {
  /** The orders of point p are rows first[p] … first[p + 1] − 1. */
  readonly first: Int32Array;
  readonly count: number;
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
  /** The largest start quantity of a point: what the guard of its links needs. */
  readonly largest: Float64Array;
  /** 1: some row of the point stands for several orders. */
  readonly repeats: Uint8Array;
  /** Needs that phantoms with stock or demand pass on. */
  readonly phantomNeeds: ReadonlyMap<number, readonly PhantomNeed[]>;
  /** Dependent needs that stocking points keep, where some have moved away (K36, K37). */
  readonly keptNeeds: ReadonlyMap<number, readonly Need[]>;
  /** Dependent needs that have moved to stocking points, as substitutes or follow-ups. */
  readonly receivedNeeds: ReadonlyMap<number, readonly Need[]>;
  /** What phantoms give of their own stock, by netting day. */
  readonly phantomStock: ReadonlyMap<number, readonly DayQuantity[]>;
  /** By supply: the day from T0 on which it counts. */
  readonly supplyDay: Int32Array;
  /** By supply: the day for which it was drawn, {@link NOT_DRAWN} when it was not. */
  readonly wanted: Int32Array;
  /** By supply: why it was drawn. */
  readonly reason: Uint8Array;
  /** By row of a supply: the good quantity with which it counts where that is not its own (K33). */
  readonly resized: ReadonlyMap<number, number>;
  readonly events: readonly PlanEvent[];
}

/** No day: the supply was not drawn. */
export const NOT_DRAWN = -2_147_483_648;

const SMALLEST_CAPACITY = 1024;

/**
 * The buffers that a sweep writes into; they may be used again for the next sweep of the same
 * model, which then allocates nothing.
 */
export class Arena implements OrderColumns {
  readonly first: Int32Array;
  count = 0;
  due: Int32Array;
  quantity: Float64Array;
  startQuantity: Float64Array;
  repeat: Int32Array | undefined;
  source: Int32Array | undefined;
  start: Int32Array | undefined;
  readonly largest: Float64Array;
  readonly repeats: Uint8Array;
  readonly phantomNeeds = new Map<number, readonly PhantomNeed[]>();
  readonly keptNeeds = new Map<number, readonly Need[]>();
  readonly receivedNeeds = new Map<number, Need[]>();
  readonly phantomStock = new Map<number, readonly DayQuantity[]>();
  readonly supplyDay: Int32Array;
  readonly wanted: Int32Array;
  readonly reason: Uint8Array;
  readonly resized = new Map<number, number>();
  readonly events: PlanEvent[] = [];
  /** Planned orders, those included for which one row stands. */
  orders = 0;

  /** What is free of stocking points that are preferred or substitutes (B7). */
  readonly free = new Map<number, FreeStock>();

  /** Change of stock by day; one slot more for what lies beyond the horizon. Zero between points. */
  readonly delta: Float64Array;
  /** Standing supply by day, where it must be told apart from needs. Zero between points. */
  readonly supply: Float64Array;
  /** Supply that is drawn, by the day on which it lands. Zero between points. */
  readonly landing: Float64Array;
  /** The days on which something changes, a bit each. Zero between points. */
  readonly touched: Int32Array;
  /** The touched days of the point at work, ascending. */
  readonly dayList: Int32Array;

  constructor(model: Model) {
    const { count } = model.points;
    this.first = new Int32Array(count + 1);
    this.largest = new Float64Array(count);
    this.repeats = new Uint8Array(count);
    this.supplyDay = new Int32Array(model.problem.supplies.count);
    this.wanted = new Int32Array(model.problem.supplies.count);
    this.reason = new Uint8Array(model.problem.supplies.count);
    this.delta = new Float64Array(model.days + 1);
    this.supply = new Float64Array(model.days + 1);
    this.landing = new Float64Array(model.days + 1);
    this.touched = new Int32Array((model.days >> 5) + 1);
    this.dayList = new Int32Array(model.days + 1);
    this.due = new Int32Array(SMALLEST_CAPACITY);
    this.quantity = new Float64Array(SMALLEST_CAPACITY);
    this.startQuantity = model.hasYield ? new Float64Array(SMALLEST_CAPACITY) : this.quantity;
    this.repeat = model.hasRepeats ? new Int32Array(SMALLEST_CAPACITY) : undefined;
    this.source = model.hasOwnStarts ? new Int32Array(SMALLEST_CAPACITY) : undefined;
    this.start = model.hasOwnStarts ? new Int32Array(SMALLEST_CAPACITY) : undefined;
  }

  /** Makes room for so many more rows. */
  reserve(rows: number): void {
    const needed = this.count + rows;
    if (needed <= this.due.length) return;
    const capacity = Math.max(needed, this.due.length * 2);
    const shared = this.startQuantity === this.quantity;
    this.due = grown(this.due, new Int32Array(capacity));
    this.quantity = grown(this.quantity, new Float64Array(capacity));
    this.startQuantity = shared
      ? this.quantity
      : grown(this.startQuantity, new Float64Array(capacity));
    if (this.repeat) this.repeat = grown(this.repeat, new Int32Array(capacity));
    if (this.source) this.source = grown(this.source, new Int32Array(capacity));
    if (this.start) this.start = grown(this.start, new Int32Array(capacity));
  }

  /** Forgets the last sweep, but keeps the room. */
  clear(model: Model): void {
    this.count = 0;
    this.orders = 0;
    this.events.length = 0;
    this.phantomNeeds.clear();
    this.phantomStock.clear();
    this.keptNeeds.clear();
    this.receivedNeeds.clear();
    this.free.clear();
    this.resized.clear();
    this.repeats.fill(0);
    this.wanted.fill(NOT_DRAWN);
    this.reason.fill(DRAWN_FOR.nothing);
    const { day } = model.problem.supplies;
    for (let r = 0; r < day.length; r++) {
      this.supplyDay[r] = Math.max(0, day[r]! - model.startDay);
    }
  }

  /** Marks a day within the horizon as one to look at. */
  touch(day: number): void {
    this.touched[day >> 5]! |= 1 << (day & 31);
  }
}

function grown<Column extends Int32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
