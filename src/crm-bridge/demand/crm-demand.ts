import type { Decimal } from "../../core/index.js";
import type { PlanningInput, PlanningRow } from "../../mrp/index.js";
import type { CrmIssue } from "../records/index.js";
import type { CreditHold } from "./credit-hold.js";
import type { LineReference, RecordReference } from "./record-reference.js";

/** Why a line of a record counts as it does. */
export type CountedBecause =
  /** It is an order, a call-off, a service need: it counts for what is not shipped. */
  | "order"
  | "callOff"
  | "service"
  /** It is likelier than the threshold, or not. */
  | "threshold"
  | "belowThreshold"
  /** Probability × quantity. */
  | "expected"
  /** The scenario has it, or not. */
  | "chosen"
  | "notChosen"
  /** The policy counts no such records. */
  | "notCounted"
  /** The deal has come farther, or another version counts. */
  | "superseded"
  | "draft"
  | "expired"
  | "rejected"
  | "cancelled"
  | "lost"
  | "closed"
  /** All of it is there already: shipped, or come back. */
  | "shipped"
  | "completed"
  /** The order is on credit hold. */
  | "held"
  /** Of a contract: what is not called off counts, does not, or there is nothing left. */
  | "contractRest"
  | "uncalled"
  | "called"
  | "forecast"
  /** Another version of the forecast counts. */
  | "outdated"
  /** Of a campaign: its quantity stands in forecasts, or its uplift found none. */
  | "campaign"
  | "noForecast"
  /** Of a return: it comes back into stock, or does not. */
  | "restock"
  | "repair"
  | "scrap"
  /** Something is wrong with it; see the issues. */
  | "refused";

/** What became of one line of a record. */
export interface DemandAccountRow {
  readonly record: LineReference;
  /** As the record says it; of a campaign with an uplift what that comes to. */
  readonly quantity: Decimal;
  /**
   * What of it is demand (of a return: supply); over all lines it adds up to the rows made. Of a
   * forecast what is left, with what campaigns added; of a campaign what fell on days without forecast.
   */
  readonly counted: Decimal;
  /** What of it is shipped; of a return what has come. */
  readonly shipped: Decimal;
  /** The ids of the rows made of it. */
  readonly demands: readonly string[];
  readonly why: CountedBecause;
  /** The record that took its place, or that ended it. */
  readonly by: RecordReference | null;
  /** What it took from forecasts that it is part of. */
  readonly takenFrom: readonly { readonly forecast: string; readonly quantity: Decimal }[];
  /** What of it those forecasts had no room for; 0 where it is part of none. */
  readonly over: Decimal;
  /**
   * What no forecast of the product of an order gives up, because it is customised, and netted apart by
   * the plan, or was shipped and is due on no day: it took it from none here, and consumes none there.
   */
  readonly apart: Decimal;
}

/** What became of one forecast: `quantity + uplift = taken + left`. */
export interface ForecastAccountRow {
  readonly forecast: string;
  readonly product: string;
  readonly version: number;
  readonly status: "submitted" | "adjusted";
  readonly quantity: Decimal;
  readonly uplift: Decimal;
  readonly uplifts: readonly { readonly campaign: string; readonly quantity: Decimal }[];
  readonly taken: Decimal;
  readonly takenBy: readonly { readonly record: LineReference; readonly quantity: Decimal }[];
  readonly left: Decimal;
}

/** A lot that a complaint blocks. */
export interface BlockedLot {
  readonly item: string;
  readonly site?: string;
  readonly lot: string;
  /** The id of the complaint. */
  readonly complaint: string;
}

type Rows<List extends "supplies" | "items" | "boms" | "sources"> = NonNullable<
  PlanningInput[List]
>;

/** What CRM records ask of a plan: rows for its input, and the account of how they came about. */
export interface CrmDemand {
  readonly demands: readonly PlanningRow<"demands">[];
  /** What comes back into stock. */
  readonly supplies: Rows<"supplies">;
  readonly blockedLots: readonly BlockedLot[];
  /** The variants that options make, with their bills and sources. */
  readonly items: Rows<"items">;
  readonly boms: Rows<"boms">;
  readonly sources: Rows<"sources">;
  /** The units of the policy: how many of a product's own (`contains`) are in another one. */
  readonly units: readonly {
    readonly product: string;
    readonly unit: string;
    readonly contains: string;
  }[];
  readonly holds: readonly CreditHold[];
  /** Every line of every record, once. */
  readonly account: readonly DemandAccountRow[];
  readonly forecasts: readonly ForecastAccountRow[];
  readonly issues: readonly CrmIssue[];
}
