import type { Bucket } from "../../core/index.js";
import { readOptions } from "../plan/options.js";
import type { Plan } from "../plan/plan.js";
import { stateOf } from "../plan/plan-state.js";
import { bucketOf } from "../plan/record-options.js";
import { type DemandDifference, demandDifferences } from "./compare-demands.js";
import { type MessageDifference, messageDifferences } from "./compare-messages.js";
import type { OrderDifference } from "./compare-order-changes.js";
import { orderDifferences } from "./compare-orders.js";
import {
  type ItemDifference,
  itemDifferences,
  type PeriodDifference,
  periodDifferences,
} from "./compare-sums.js";
import { type SupplyDifference, supplyDifferences } from "./compare-supplies.js";

/** How two plans are compared. */
export interface CompareOptions {
  /** The length of the periods in which differences are summed: `"week"`. */
  readonly bucket?: Bucket | undefined;
}

/** What differs between two plans, as plain data; each part is made when it is first read. */
export interface PlanComparison {
  /** From the top level down, then by item, site, segment and day. */
  readonly orders: readonly OrderDifference[];
  readonly supplies: readonly SupplyDifference[];
  readonly demands: readonly DemandDifference[];
  readonly messages: readonly MessageDifference[];
  /** Orders and open supplies summed by item, site and segment. */
  readonly items: readonly ItemDifference[];
  /** What arrives more or less, by item, site, segment and period. */
  readonly periods: readonly PeriodDifference[];
}

/**
 * Compares two plans: which orders were added, removed, moved or resized, which open supplies and
 * demands differ, and what the plans say differently (R2). The plans may be of different inputs.
 *
 * Of the orders that are wanted for a day from a source the first of both plans are the same order, and
 * so on: those of one id (R3), while none is late. An order that has become an open supply of its id is
 * `firmed`; numbers in ids that supplies of its own plan have are passed over. Of the others of a
 * stocking point and source, those of one quantity go together in the order of their due days, and then
 * those that are left: they were moved or resized. What is left then was removed or added. Release days, days late, prices
 * (K50) and attributes follow from other things, and are not compared: an order that only costs more is
 * the same order. Comparing the plans the other way round gives the same differences in reverse.
 *
 * @param a - the plan from which is compared
 * @param b - the plan with which it is compared
 * @param options - the length of periods (`"week"`)
 * @returns the differences; `days` and quantities are those of the second plan less those of the first
 * @throws PlanningInputError when one is no plan
 *
 * Source: rule R2.
 *
 * @example
 * ```ts
 * const input = { startDate: "2026-01-05", items: [{ id: "wheel" }] };
 * const demand = { id: "d1", item: "wheel", quantity: 4 };
 * const a = planRequirements({ ...input, demands: [{ ...demand, due: "2026-01-14" }] });
 * const b = planRequirements({ ...input, demands: [{ ...demand, due: "2026-01-12" }] });
 * comparePlans(a, b).orders.map(({ change, item, days }) => ({ change, item, days }));
 * // => [{ change: "moved", item: "wheel", days: -2 }]
 * ```
 */
export function comparePlans(a: Plan, b: Plan, options: CompareOptions = {}): PlanComparison {
  const before = stateOf(a).model.conventions;
  const after = stateOf(b).model.conventions;
  const { bucket: asked = "week" } = readOptions(options, ["bucket"]);
  const bucket = bucketOf(asked);
  // Weeks of plans that begin them on different days begin on Monday.
  const weekStart = before.weekStart === after.weekStart ? after.weekStart : 0;
  const orders = once(() => orderDifferences(a, b));
  const supplies = once(() => supplyDifferences(a, b, orders()));
  const demands = once(() => demandDifferences(a, b));
  const messages = once(() => messageDifferences(a, b));
  const items = once(() => itemDifferences(orders(), supplies()));
  const periods = once(() => periodDifferences(orders(), supplies(), bucket, weekStart));
  return Object.freeze({
    get orders() {
      return orders();
    },
    get supplies() {
      return supplies();
    },
    get demands() {
      return demands();
    },
    get messages() {
      return messages();
    },
    get items() {
      return items();
    },
    get periods() {
      return periods();
    },
  });
}

function once<Row>(make: () => readonly Row[]): () => readonly Row[] {
  let made: readonly Row[] | undefined;
  return () => {
    made ??= Object.freeze(make());
    return made;
  };
}
