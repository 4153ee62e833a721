import type { Decimal } from "../../core/index.js";
import type { ExplainedNeed } from "./explanation-need.js";
import type { ExplainedPlace } from "./explanation-place.js";

/** One day of projected stock: opening + received − expired − needed + covered = closing. */
export interface StockDay {
  readonly date: string;
  /** Stock at the end of the day before. */
  readonly opening: Decimal;
  /** Open supply that stands or lands on the day, stock that is released, co-products. */
  readonly received: Decimal;
  readonly expired: Decimal;
  /** Needs that are netted on the day. */
  readonly needed: Decimal;
  /** What is drawn for the day, or ordered; on the day that is explained that is yet to come. */
  readonly covered: Decimal;
  readonly closing: Decimal;
}

/** N2: how projected stock came to fall short, from the last day on at whose beginning it did not. */
export interface StockStep {
  readonly step: "stock";
  readonly days: readonly StockDay[];
}

/** N1: the needs of those days. */
export interface NeedsStep {
  readonly step: "needs";
  readonly needs: readonly ExplainedNeed[];
  readonly quantity: Decimal;
}

/** N8: nothing is planned inside the fence, so what is short at its end is ordered for the day after. */
export interface FenceStep {
  readonly step: "fence";
  /** The first working day after the fence. */
  readonly date: string;
}

/** An open supply that is drawn. */
export interface DrawnSupply {
  readonly supply: string;
  readonly due: string;
  readonly quantity: Decimal;
  /** The quantity with which it counts where that is another (K33), else `null`. */
  readonly newQuantity: Decimal | null;
  /** The day on which it counts in the plan. */
  readonly date: string;
  /** Whether that is soon enough for the shortage. */
  readonly isInTime: boolean;
}

/** An open supply that is not drawn, though it comes later. */
export interface PassedSupply {
  readonly supply: string;
  readonly due: string;
  readonly quantity: Decimal;
  /**
   * `tooFarOff`: later than `expediteWithin` allows (N5); `afterFence`: what lies after the fence does not
   * cover what lies in it (K5); `expires`: it would have expired; `stands`: it is frozen, or nothing moves.
   */
  readonly reason: "tooFarOff" | "afterFence" | "expires" | "stands";
}

/** N4: open supply goes first. */
export interface OpenSupplyStep {
  readonly step: "openSupply";
  readonly drawn: readonly DrawnSupply[];
  /** Drawn for an earlier day, but not there yet; no more is drawn while it covers the shortage. */
  readonly onItsWay: Decimal;
  readonly passedOver: readonly PassedSupply[];
}

/** N3: net = floor − projected, at least 0. */
export interface ShortageStep {
  readonly step: "shortage";
  readonly date: string;
  /** Stock when the order is asked for, drawn supply included. */
  readonly projected: Decimal;
  /** What earlier orders for the same shortage bring, included in `projected`. */
  readonly placed: Decimal;
  readonly floor: Decimal;
  readonly net: Decimal;
}

/** What a co-product lacks, and the quantity of the lead item that brings it. */
export interface LackingCoProduct extends ExplainedPlace {
  readonly missing: Decimal;
  readonly quantity: Decimal;
}

/** K40: the largest need of co-products, in quantities of the lead item. */
export interface CoProductsStep {
  readonly step: "coProducts";
  readonly lacks: readonly LackingCoProduct[];
  readonly quantity: Decimal;
}

/**
 * N9: position = on hand + open supply + co-products + booked − past-due demand, compared with the
 * reorder point; net = reorder point − position − placed, at least 0.
 */
export interface PositionStep {
  readonly step: "position";
  readonly date: string;
  readonly onHand: Decimal;
  readonly openSupply: Decimal;
  readonly coProducts: Decimal;
  /** Stock that is released later less what is promised to released orders. */
  readonly booked: Decimal;
  readonly pastDueDemand: Decimal;
  readonly position: Decimal;
  /** What earlier orders for it bring. */
  readonly placed: Decimal;
  readonly reorderPoint: Decimal;
  readonly net: Decimal;
}

/** K39: net flow = on hand + on order − qualified demand, compared with the top of yellow. */
export interface NetFlowStep {
  readonly step: "netFlow";
  readonly date: string;
  readonly onHand: Decimal;
  readonly onOrder: Decimal;
  readonly qualifiedDemand: Decimal;
  /** A later day whose need reaches this counts too, */
  readonly spikeThreshold: Decimal;
  /** up to this day. */
  readonly spikesUntil: string;
  readonly netFlow: Decimal;
  readonly topOfYellow: Decimal;
  readonly net: Decimal;
}

/** Needs of later days that the lot covers too. */
export interface LaterNeedsStep {
  readonly step: "laterNeeds";
  readonly needs: readonly ExplainedNeed[];
  readonly quantity: Decimal;
}
