import {
  type Decimal,
  formatDay,
  lazySequence,
  quantityToDecimal,
  type Sequence,
} from "../../core/index.js";
import { partsOfDemand } from "../explain/demand-rows.js";
import { feasibleDatesOf } from "../explain/known-dates.js";
import { type Attributes, NONE } from "../input/problem.js";
import type { PlanState } from "./plan-state.js";

/** A demand as the plan takes it. */
export interface PlannedDemand {
  readonly id: string;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** What is still to be delivered; of a forecast what is left of it and planned (D1). */
  readonly quantity: Decimal;
  /** What orders took of it; `null` where it is no forecast. */
  readonly consumed: Decimal | null;
  /** Its own due date; of a forecast that began in the past, the planning start. */
  readonly due: string;
  /**
   * The day on which all of it that is due within the horizon is really there (N11); `null` when part
   * of it never is, and when nothing of it is due by then. Worked out when it is first read.
   */
  readonly available: string | null;
  /**
   * Days by which it is there after it is due, 0 when it is in time; `null` when part of it never is there.
   * Of a forecast that is spread over days the most that the part of one of them is late.
   */
  readonly daysLate: number | null;
  readonly customer?: string;
  readonly attributes?: Attributes;
}

type Availability = Pick<PlannedDemand, "available" | "daysLate">;

/** The demands of a plan in the order of the input, each built when it is read. */
export function demandSequence(state: PlanState): Sequence<PlannedDemand> {
  const { demands } = state.model.problem;
  return lazySequence(demands.given, (place) => plannedDemand(state, demands.rowAt(place)));
}

/** Builds the object of one demand. */
export function plannedDemand(state: PlanState, row: number): PlannedDemand {
  const { demands, items, sites, segments } = state.model.problem;
  const item = items[demands.item[row]!]!;
  const segment = demands.segment[row]!;
  const customer = demands.customer(row);
  const attributes = demands.attributes(row);
  const left = demands.forecast(row);
  const quantity = left?.planned ?? demands.quantity[row]!;
  return {
    id: demands.id(row),
    item: item.id,
    site: sites[demands.site[row]!]!.id,
    segment: segment === NONE ? null : segments[segment]!,
    quantity: quantityToDecimal(quantity, item.decimals),
    consumed: left === undefined ? null : quantityToDecimal(left.consumed, item.decimals),
    due: formatDay(left?.day ?? demands.day[row]!),
    get available() {
      return availabilityOf(state, row).available;
    },
    get daysLate() {
      return availabilityOf(state, row).daysLate;
    },
    ...(customer === undefined ? {} : { customer }),
    ...(attributes === undefined ? {} : { attributes }),
  };
}

/** N11: when all parts of a demand are there, and by how many days the latest of them is late. */
export function availabilityOf(state: PlanState, row: number): Availability {
  const { problem, startDay } = state.model;
  const dates = feasibleDatesOf(state);
  let available = Number.NaN;
  let daysLate = 0;
  for (const part of partsOfDemand(state.model, row)) {
    const day = dates.demandDay(part);
    // Nothing of this part is to come within the horizon.
    if (Number.isNaN(day)) continue;
    available = Number.isNaN(available) ? day : Math.max(available, day);
    daysLate = Math.max(daysLate, day + startDay - problem.demands.day[part]!);
  }
  return {
    available: Number.isFinite(available) ? formatDay(available + startDay) : null,
    daysLate: Number.isFinite(daysLate) ? daysLate : null,
  };
}

/** How much of a forecast an order consumed (D1). */
export interface PlannedConsumption {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** The demand that is no forecast. */
  readonly order: string;
  readonly forecast: string;
  readonly quantity: Decimal;
}

/** What orders took of forecast, by item, site and segment, then in the turn of the orders. */
export function consumptionSequence({ model }: PlanState): Sequence<PlannedConsumption> {
  const { demands, items, sites, segments } = model.problem;
  return lazySequence(demands.consumptions.length, (k) => {
    const { order, forecast, quantity } = demands.consumptions[k]!;
    const item = items[demands.item[forecast]!]!;
    const segment = demands.segment[forecast]!;
    return {
      item: item.id,
      site: sites[demands.site[forecast]!]!.id,
      segment: segment === NONE ? null : segments[segment]!,
      order: demands.id(order),
      forecast: demands.id(forecast),
      quantity: quantityToDecimal(quantity, item.decimals),
    };
  });
}
