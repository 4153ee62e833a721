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
  /** What is still to be delivered. */
  readonly quantity: Decimal;
  /** Its own due date; of a forecast that began in the past, the planning start. */
  readonly due: string;
  readonly customer?: string;
  readonly attributes?: Attributes;
}

/** The demands of a plan in the order of the input, each built when it is read. */
export function demandSequence({ model }: PlanState): Sequence<PlannedDemand> {
  const { demands, items, sites, segments } = model.problem;
  return lazySequence(demands.count, (row) => {
    const item = items[demands.item[row]!]!;
    const segment = demands.segment[row]!;
    const customer = demands.customer(row);
    const attributes = demands.attributes(row);
    return {
      id: demands.id(row),
      item: item.id,
      site: sites[demands.site[row]!]!.id,
      segment: segment === NONE ? null : segments[segment]!,
      quantity: quantityToDecimal(demands.quantity[row]!, item.decimals),
      due: formatDay(demands.day[row]!),
      ...(customer === undefined ? {} : { customer }),
      ...(attributes === undefined ? {} : { attributes }),
    };
  });
}
