/**
 * What comes out of the reference planner: plain data, quantities as exact decimal text, days as
 * YYYY-MM-DD.
 */
import type { OrderKind } from "./types.js";

/** What an order costs (K50). */
export interface ReferencePrice {
  /** Of a stock unit. */
  unit: string;
  amount: string;
  currency: string | null;
}

export interface ReferenceOrder {
  id: string;
  item: string;
  site: string;
  segment: string | null;
  source: string | null;
  kind: OrderKind;
  quantity: string;
  startQuantity: string;
  orderDate: string;
  start: string;
  deliveryDate: string;
  due: string;
  release: string;
  /** Calendar days by which it is due later than wanted. */
  daysLate: number;
  price: ReferencePrice | null;
  supplier?: string;
  from?: string;
}

export interface ReferenceSupply {
  id: string;
  item: string;
  site: string;
  segment: string | null;
  /** What is open by its row. */
  quantity: string;
  /** What it counts with when it is resized (K33). */
  newQuantity: string | null;
  /** Its own due day. */
  due: string;
  /** The day it counts on in the plan. */
  date: string;
  /** The day it really comes on (K57). */
  arrives: string;
  /** The day for which it is drawn (N4). */
  wanted: string | null;
}

export interface ReferenceDemand {
  id: string;
  item: string;
  site: string;
  segment: string | null;
  /** Of an order what is left of it, of a forecast what is planned of it (K42). */
  quantity: string;
  due: string;
  /** What orders took of a forecast; null of another demand. */
  consumed: string | null;
  customer?: string;
}

/** What an order takes of a forecast (D1). */
export interface ReferenceConsumption {
  order: string;
  forecast: string;
  item: string;
  site: string;
  segment: string | null;
  quantity: string;
}

export interface ReferenceMessage {
  code: string;
  item?: string;
  site?: string;
  segment?: string | null;
  /** Of `inputAdjusted`. */
  path?: (string | number)[];
  [field: string]: unknown;
}

export interface ReferenceRow {
  date: string;
  gross: string;
  scheduledReceipts: string;
  coProducts: string;
  releasedStock: string;
  projectedOnHand: string;
  net: string;
  plannedReceipts: string;
  plannedStarts: string;
  expired: string;
}

export interface ReferenceRecord {
  item: string;
  site: string;
  segment: string | null;
  openingStock: string;
  pastDueStarts: string;
  rows: ReferenceRow[];
}

/** A need as a peg names it. */
export interface ReferencePegNeed {
  kind: "negativeStock" | "allocation" | "component" | "demand" | "dependent";
  /**
   * Of the demand; of the supply, for a component still to be issued; of the parent order, or the
   * demand on a phantom, for a dependent need.
   */
  id: string | null;
  /** The day on which it is netted. */
  day: string;
}

export interface ReferencePegSupply {
  kind: "stock" | "supply" | "coProduct" | "order";
  /** Of the supply or order; of the lead order, for a co-product. */
  id: string | null;
  /** The day on which it is there as planned; of a planned order the due day wanted. */
  day: string;
}

export interface ReferencePeg {
  need: ReferencePegNeed;
  supply: ReferencePegSupply;
  quantity: string;
}

/** What is in no peg (K48). */
export interface ReferenceRest {
  name: "safetyStock" | "targetLevel" | "lotSurplus" | "excess" | "expired" | "uncovered";
  /** Of `uncovered`. */
  need: ReferencePegNeed | null;
  /** Of all others. */
  supply: ReferencePegSupply | null;
  quantity: string;
}

export interface ReferencePegs {
  /** By the needs in their order, then by the supplies in theirs. */
  pegs: ReferencePeg[];
  rest: ReferenceRest[];
}

export interface ReferenceFeasible {
  start: string;
  due: string;
}

export interface ReferencePlan {
  startDate: string;
  horizonEnd: string;
  lowLevelCodes: Map<string, number>;
  orders: ReferenceOrder[];
  supplies: ReferenceSupply[];
  messages: ReferenceMessage[];
  /** In the order of their rows; without past forecast. */
  demands: ReferenceDemand[];
  /** By stocking point as the demands come, then in the turn of the orders. */
  consumptions: ReferenceConsumption[];
  /** By order id; null for never (K47). */
  feasible: Map<string, ReferenceFeasible | null>;
  /** The same of firm orders, by the id of the supply. */
  feasibleSupplies: Map<string, ReferenceFeasible | null>;
  /** The day on which each demand is really there; null for never (K47). */
  demandDates: Map<string, string | null>;
  /** `demandLate` messages (K47), apart from the others. */
  lateDemands: ReferenceMessage[];
  /** Undefined for a stocking point that does not exist (K48). */
  pegs: (item: string, site?: string, segment?: string | null) => ReferencePegs | undefined;
  /** Undefined for a stocking point that does not exist. */
  records: (item: string, site?: string, segment?: string | null) => ReferenceRecord | undefined;
}
