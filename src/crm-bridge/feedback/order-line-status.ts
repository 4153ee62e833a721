import type { Decimal } from "../../core/index.js";
import type { CreditHold, LineReference } from "../demand/index.js";
import type { DelayCause } from "./delay-cause.js";

/**
 * How something that was ordered stands: `shipped`, all of it is gone; `held`, its customer's credit does
 * not cover it; `notPlanned`, the plan does not have it, or not within its horizon; `late`, it is there
 * after the day promised, or never; else `onTime`.
 */
export type OrderLineState = "onTime" | "late" | "shipped" | "held" | "notPlanned";

/** How a line of an order, a call-off, a need of service or a booked promise stands. */
export interface OrderLineStatus {
  /** The id of its demand in the plan. */
  readonly demand: string;
  /** The line of a record; `null` of a booked promise. */
  readonly record: LineReference | null;
  readonly customer: string | null;
  readonly status: OrderLineState;
  /** What the record or promise says in all, and what of it is shipped. */
  readonly quantity: Decimal;
  readonly shipped: Decimal;
  readonly requested: string | null;
  /** `null`: nothing was promised. */
  readonly promised: string | null;
  /** The day on which all of it is there; `null`: never, or it is not planned. */
  readonly available: string | null;
  /** Days after the day promised, else requested; `null`: never there, or not planned. */
  readonly daysLate: number | null;
  /** Days after the day requested. */
  readonly daysAfterRequest: number | null;
  /** Where its order is on credit hold. */
  readonly hold: CreditHold | null;
  /** Of what is late. */
  readonly cause: DelayCause | null;
}
