import type { Decimal } from "../../core/index.js";
import type { InputAdjustedMessage } from "../input/adjustment.js";
import type { Attributes } from "../input/problem.js";

export type { AdjustmentReason, InputAdjustedMessage } from "../input/adjustment.js";

interface Place {
  readonly item: string;
  readonly site: string;
  /** The segment of the stocking point, `null` without one. */
  readonly segment: string | null;
}

interface OfSupply extends Place {
  readonly supply: string;
  /** The good quantity that is still to come. */
  readonly quantity: Decimal;
  /** The supply's own due date. */
  readonly from: string;
  readonly attributes?: Attributes;
}

/** M1: the supply is wanted earlier; without it a need or the safety stock is not covered. */
export interface ExpediteMessage extends OfSupply {
  readonly code: "expedite";
  readonly to: string;
  readonly reason: "demand" | "safetyStock";
}

/** M1: the supply is wanted later than it is due. */
export interface DeferMessage extends OfSupply {
  readonly code: "defer";
  readonly to: string;
}

/** M1: the supply is not wanted within the horizon. */
export interface CancelMessage extends OfSupply {
  readonly code: "cancel";
}

/**
 * M1: the supply should bring more, so that no new order is needed for a shortage, and be there on
 * `to`; only under `conventions.resize`.
 */
export interface IncreaseMessage extends OfSupply {
  readonly code: "increase";
  /** Its own due date when it need not move. */
  readonly to: string;
  /** The good quantity that should still come. */
  readonly newQuantity: Decimal;
}

/** M1: the supply lifts stock above its order-up-to level; only under `conventions.resize`. */
export interface DecreaseMessage extends OfSupply {
  readonly code: "decrease";
  /** Its own due date when it need not move. */
  readonly to: string;
  /** The good quantity that should still come. */
  readonly newQuantity: Decimal;
}

/** N6: the order would have had to start before the planning start. */
export interface StartsInPastMessage extends Place {
  readonly code: "startsInPast";
  readonly order: string;
  readonly start: string;
  /** How many days are missing. */
  readonly days: number;
}

/** T7: the order goes out on the planning start at the latest, and starts no earlier (K49). */
export interface ReleaseNowMessage extends Place {
  readonly code: "releaseNow";
  readonly order: string;
  /** The good quantity that becomes stock. */
  readonly quantity: Decimal;
  readonly due: string;
}

/** M: stock or open supply that no need within the horizon takes. One for each stocking point (K49). */
export interface ExcessMessage extends Place {
  readonly code: "excess";
  readonly quantity: Decimal;
}

/** T5: the supply should have arrived before the planning start; it counts on it. */
export interface PastDueSupplyMessage extends Place {
  readonly code: "pastDueSupply";
  readonly supply: string;
  readonly due: string;
  readonly quantity: Decimal;
  readonly days: number;
  readonly attributes?: Attributes;
}

/** T4: the demand was due before the planning start; it is netted on it. */
export interface PastDueDemandMessage extends Place {
  readonly code: "pastDueDemand";
  readonly demand: string;
  readonly due: string;
  readonly quantity: Decimal;
  readonly days: number;
  readonly attributes?: Attributes;
}

/**
 * N11: the demand is really there only after its own due day, by what stock, open supply and lead times
 * allow.
 */
export interface DemandLateMessage extends Place {
  readonly code: "demandLate";
  readonly demand: string;
  /** The demand's own due date. */
  readonly due: string;
  /** When all of it is there; `null`: never. */
  readonly date: string | null;
  readonly days: number | null;
  /** What of it is late. */
  readonly quantity: Decimal;
  /**
   * The planned order or open supply at which the way down to what comes last ends; both `null` where
   * nothing covers the demand itself, or stock does.
   */
  readonly limitedBy: { readonly order: string | null; readonly supply: string | null };
  readonly attributes?: Attributes;
}

/** N8: stock at the end of the planning time fence lies below the floor by this quantity; `date` is the first day after it. */
export interface FenceShortageMessage extends Place {
  readonly code: "fenceShortage";
  readonly date: string;
  readonly quantity: Decimal;
}

/**
 * N10: no source may make or bring what is missing from this day on; so it is with what is
 * discontinued (B6) and with what needs itself (B2). One for each stocking point.
 */
export interface NoSourceMessage extends Place {
  readonly code: "noSource";
  readonly date: string;
  readonly quantity: Decimal;
}

/**
 * N3, N9: stock falls below its floor on this day, by this quantity, and nothing is ordered for it,
 * since the item is unplanned or orders by its position alone. One for each stocking point.
 */
export interface BelowSafetyStockMessage extends Place {
  readonly code: "belowSafetyStock";
  readonly date: string;
  readonly quantity: Decimal;
}

/** B8: the order is made, but no bill of material is valid for it: nothing is drawn for it. */
export interface NoBomMessage extends Place {
  readonly code: "noBom";
  /** The order; the id of the supply or demand where it is a firm order or a phantom's need. */
  readonly order: string | null;
  readonly date: string;
}

/** N12: needs after the horizon are not planned. */
export interface BeyondHorizonMessage extends Place {
  readonly code: "beyondHorizon";
  readonly count: number;
  readonly quantity: Decimal;
}

/**
 * K46: the supplier cannot bring so much (a good quantity) on the day on which it is wanted. It comes
 * from other sources, later, or is ordered beyond what the supplier can bring. One for each stocking
 * point, source and day.
 */
export interface SupplierCapacityMessage extends Place {
  readonly code: "supplierCapacity";
  readonly supplier: string;
  readonly date: string;
  readonly quantity: Decimal;
}

/** N2: stock that nobody used leaves on its expiry day. */
export interface ExpiredMessage extends Place {
  readonly code: "expired";
  readonly date: string;
  readonly quantity: Decimal;
}

/**
 * C2: more is asked of a work centre in a bucket than it can do. Not a plan's own: `overloadMessages`
 * lists them. Hours are standard hours.
 */
export interface OverloadMessage {
  readonly code: "overload";
  readonly workCenter: string;
  readonly site: string | null;
  /** The first day; `null` of work that has no place in time, for which there is no capacity. */
  readonly from: string | null;
  /** The day after the last; `null` as `from` is. */
  readonly until: string | null;
  readonly load: Decimal;
  readonly capacity: Decimal;
  /** Load above capacity. */
  readonly excess: Decimal;
  /** Load in percent of capacity; `null` where the capacity is 0. */
  readonly percentage: Decimal | null;
}

/**
 * C4: work is expected to wait longer before a work centre in a bucket than its routings allow. Not a
 * plan's own: `waitingMessages` lists them. Hours are open hours of the work centre, as floating-point.
 */
export interface ExpectedWaitingMessage {
  readonly code: "expectedWaiting";
  readonly workCenter: string;
  readonly site: string | null;
  readonly from: string;
  /** The day after the last. */
  readonly until: string;
  /** Load ÷ capacity, not in percent; `null` where the capacity is 0. */
  readonly utilization: number | null;
  /** Hours in the queue, on average; `null`: without bound, since as much comes in as can be done, or more. */
  readonly expectedHours: number | null;
  /** Hours of queue that the operations have, on average. */
  readonly allowedHours: number;
}

/** What the plan has to say, told apart by `code` (planning-rules, chapter M). */
export type PlanMessage =
  | ExpediteMessage
  | DeferMessage
  | CancelMessage
  | IncreaseMessage
  | DecreaseMessage
  | ReleaseNowMessage
  | StartsInPastMessage
  | PastDueSupplyMessage
  | PastDueDemandMessage
  | DemandLateMessage
  | FenceShortageMessage
  | NoSourceMessage
  | BelowSafetyStockMessage
  | ExcessMessage
  | NoBomMessage
  | BeyondHorizonMessage
  | SupplierCapacityMessage
  | ExpiredMessage
  | InputAdjustedMessage;
