import { type Day, type Decimal, formatDay, type Issue, ratioToDecimal } from "../../core/index.js";
import {
  type DoubtfulFields,
  flag,
  identifier,
  listOf,
  objectOf,
  oneOf,
  optional,
  readArgument,
} from "../argument.js";
import { day, type ExactNumber, quantity } from "../exact-argument.js";
import { groupedBy } from "../grouped-by.js";
import { noteRangesThatEndBefore, noteTwice } from "../row-mistakes.js";

/** What {@link ordersBesideForecast} is given. */
export interface OrdersBesideForecastInput {
  /** Orders of earlier days count on this one, `"YYYY-MM-DD"`. */
  readonly startDate: string;
  /** The days of each item's forecast, last day included. */
  readonly forecasts: readonly {
    readonly item: string;
    readonly from: string;
    readonly until: string;
  }[];
  readonly orders: readonly {
    /** Once among the orders. */
    readonly id: string;
    readonly item: string;
    readonly due: string;
    /** 0 or more. */
    readonly quantity: ExactNumber;
    /** A parent needs it: always kept. Else `false`. */
    readonly dependent?: boolean | undefined;
  }[];
  /**
   * `"all"` are demand beside the forecast; those of an item that has any are not; or those inside
   * the days of a forecast are not.
   */
  readonly strategy: "all" | "ignoreOrdersIfForecast" | "ignoreOverlappingOrders";
}

/** An order, on the day on which it counts. */
export interface OrderBesideForecast {
  readonly id: string;
  readonly item: string;
  readonly due: string;
  readonly quantity: Decimal;
}

/** Which orders are demand beside the forecast, and which are taken to be part of it. */
export interface OrdersBesideForecast {
  readonly kept: readonly OrderBesideForecast[];
  readonly ignored: readonly OrderBesideForecast[];
}

const FIELDS = {
  startDate: day,
  forecasts: listOf(objectOf({ item: identifier, from: day, until: day })),
  orders: listOf(
    objectOf({
      id: identifier,
      item: identifier,
      due: day,
      quantity,
      dependent: optional(flag, false),
    }),
  ),
  strategy: oneOf("all", "ignoreOrdersIfForecast", "ignoreOverlappingOrders"),
};

/**
 * Chooses which orders count beside a forecast, where nothing is consumed: the way of systems that
 * take orders to be contained in the forecast of their item.
 *
 * Demand may then be less than the orders: `consumeForecast` never lets that happen.
 *
 * @param input - whose forecast covers which days, the orders, and which of them count
 * @returns both those that count and those that do not, in the order of the input
 * @throws PlanningInputError with everything that is wrong
 *
 * Source: rule D1, beside its modes; OCA `mrp_multi_level_estimate`, strategies of an item.
 *
 * @example
 * ```ts
 * const { kept, ignored } = ordersBesideForecast({
 *   startDate: "2026-03-02",
 *   forecasts: [{ item: "bell", from: "2026-03-02", until: "2026-03-08" }],
 *   orders: [
 *     { id: "inside", item: "bell", due: "2026-03-05", quantity: 5 },
 *     { id: "later", item: "bell", due: "2026-03-09", quantity: 5 },
 *   ],
 *   strategy: "ignoreOverlappingOrders",
 * });
 * kept.map(({ id }) => id); // => ["later"]
 * ignored.map(({ id }) => id); // => ["inside"]
 * ```
 */
export function ordersBesideForecast(input: OrdersBesideForecastInput): OrdersBesideForecast {
  const { startDate, forecasts, orders, strategy } = readArgument(input, FIELDS, noteMistakes);
  const kept: OrderBesideForecast[] = [];
  const ignored: OrderBesideForecast[] = [];
  const byItem = groupedBy(forecasts, ({ item }) => item);
  for (const order of orders) {
    const due = Math.max(order.due, startDate);
    const ofItem = byItem.get(order.item) ?? [];
    const isKept = order.dependent || counts(due, ofItem, strategy);
    (isKept ? kept : ignored).push({
      id: order.id,
      item: order.item,
      due: formatDay(due),
      quantity: ratioToDecimal(order.quantity),
    });
  }
  return { kept, ignored };
}

function counts(
  due: Day,
  ofItem: readonly { readonly from: Day; readonly until: Day }[],
  strategy: OrdersBesideForecastInput["strategy"],
): boolean {
  switch (strategy) {
    case "all":
      return true;
    case "ignoreOrdersIfForecast":
      return ofItem.length === 0;
    case "ignoreOverlappingOrders":
      return ofItem.every(({ from, until }) => due < from || due > until);
  }
}

function noteMistakes({ forecasts, orders }: DoubtfulFields<typeof FIELDS>, issues: Issue[]): void {
  noteTwice(orders, "orders", issues);
  noteRangesThatEndBefore(forecasts, "forecasts", issues);
}
