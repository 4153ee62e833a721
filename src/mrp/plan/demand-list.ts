import {
  type Decimal,
  formatDay,
  lazySequence,
  quantityToDecimal,
  type Sequence,
} from "../../core/index.js";
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
  readonly customer?: string;
  readonly attributes?: Attributes;
}

/** The demands of a plan in the order of the input, each built when it is read. */
export function demandSequence({ model }: PlanState): Sequence<PlannedDemand> {
  const { demands, items, sites, segments } = model.problem;
  return lazySequence(demands.given, (row) => {
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
      ...(customer === undefined ? {} : { customer }),
      ...(attributes === undefined ? {} : { attributes }),
    };
  });
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
