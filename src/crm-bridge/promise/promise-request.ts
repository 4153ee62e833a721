import type { Day, ExactNumber, Ratio } from "../../core/index.js";

/**
 * How a request may be delivered: `whole`, each line on one day; `partial`, what is there on the day
 * wanted and the rest as early as it can be; `shipTogether`, all lines on one day; `fillOrCancel`, all of
 * it on the days wanted or nothing.
 */
export type DeliveryKind = "whole" | "partial" | "shipTogether" | "fillOrCancel";

/** A quote or an order that asks for its lines. */
export interface RequestRecord {
  readonly list: "quotes" | "orders";
  readonly id: string;
}

/** What a customer asks for. */
export interface PromiseRequest {
  readonly id: string;
  /**
   * What it is made of: by this a line of an order is known as what was promised (K71). Where it is left
   * out, the `id` may be that of a quote or of an order.
   */
  readonly record?: RequestRecord | undefined;
  /** The id of an account. */
  readonly customer?: string | undefined;
  readonly customerClass?: string | undefined;
  /** Smaller is served first; last when left out. */
  readonly priority?: number | undefined;
  readonly delivery: DeliveryKind;
  /**
   * The demands that stand for it in the plan already, by id: those of the deal that asks, or of an
   * earlier promise. They are out of the plan for the question, and leave it at acceptance. Ids that the
   * plan does not have are passed over.
   */
  readonly inPlaceOf?: readonly string[] | undefined;
  readonly lines: readonly PromiseRequestLine[];
}

/** One line of a request. */
export interface PromiseRequestLine {
  /** Told from the other lines of the request. */
  readonly id: string;
  readonly item: string;
  /** May be left out with one site. */
  readonly site?: string | undefined;
  readonly segment?: string | undefined;
  /** In `unit`, above 0. */
  readonly quantity: ExactNumber;
  /** The stock unit of the item when left out. */
  readonly unit?: string | undefined;
  /** `"YYYY-MM-DD"`. */
  readonly requestedDate: string;
  /**
   * The most of the quantity that consumes forecast of the plan (K72); all of it when left out. What was
   * in a forecast that other rows of the plan left out already does not.
   */
  readonly consumption?: ExactNumber | undefined;
  /** For one `unit`. */
  readonly unitPrice?: ExactNumber | undefined;
  readonly currency?: string | undefined;
}

/** A request, checked, its quantities counted. */
export interface ReadRequest {
  readonly given: PromiseRequest;
  readonly id: string;
  readonly record: RequestRecord | undefined;
  readonly customer: string | undefined;
  readonly customerClass: string | undefined;
  readonly priority: number | undefined;
  readonly delivery: DeliveryKind;
  readonly inPlaceOf: readonly string[];
  readonly lines: readonly ReadLine[];
}

/** A line, checked and counted. */
export interface ReadLine {
  readonly id: string;
  readonly item: string;
  readonly site: string | undefined;
  readonly segment: string | undefined;
  /** In counts of the item, above 0. */
  readonly count: number;
  readonly decimals: number;
  /** Stock units in one of the unit that was asked in. */
  readonly contains: Ratio;
  readonly requested: Day;
  /** The most that consumes forecast, in counts of the item. */
  readonly consumption: number;
  readonly unitPrice: Ratio | undefined;
  readonly currency: string | undefined;
}
