import type { Ratio } from "../../core/index.js";
import type { PagedLists, PagedMap, PagedNumbers, RowRanges } from "../pages/index.js";
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
  readonly events: PagedLists<PlanEvent>;
}

/** No day: the supply was not drawn. */
export const NOT_DRAWN = -2_147_483_648;

/** How many orders a stocking point has. */
export function ordersOf(orders: OrderColumns, point: number): number {
  const [first, end] = [orders.rows.first(point), orders.rows.end(point)];
  if (!orders.hasRepeats(point)) return end - first;
  let count = 0;
  for (let row = first; row < end; row++) count += orders.repeat![row]!;
  return count;
}
