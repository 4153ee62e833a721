/**
 * What comes out of the reference planner: plain data, quantities as exact decimal text, days as
 * YYYY-MM-DD.
 */
import type { OrderKind } from "./types.js";

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
  /** The day for which it is drawn (N4). */
  wanted: string | null;
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

export interface ReferencePlan {
  startDate: string;
  horizonEnd: string;
  lowLevelCodes: Map<string, number>;
  orders: ReferenceOrder[];
  supplies: ReferenceSupply[];
  messages: ReferenceMessage[];
  /** Undefined for a stocking point that does not exist. */
  records: (item: string, site?: string, segment?: string | null) => ReferenceRecord | undefined;
}
