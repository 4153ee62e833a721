import {
  type Decimal,
  type DecimalText,
  exactDecimal,
  formatDay,
  lazySequence,
  quantityToDecimal,
  type Sequence,
} from "../../core/index.js";
import {
  type MovementSource,
  type Plan,
  type PlanMovements,
  planMovements,
} from "../../mrp/index.js";
import { type OrdersWithBreaks, ordersWithBreaks } from "./orders-with-breaks.js";

/** A planned order, and how it stands to the price breaks of its source. */
export interface PriceBreakRow {
  readonly order: string;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  /** The id of its source, where it has one. */
  readonly source: string | null;
  readonly supplier: string | null;
  readonly orderDate: string;
  readonly due: string;
  /** What is ordered, in stock units: the start quantity. */
  readonly quantity: Decimal;
  /** The quantity from which on its price holds; `null` below the first break. */
  readonly reached: Decimal | null;
  /** Of a stock unit; `null` where the source states none for so little. */
  readonly price: Decimal | null;
  /** price × quantity. */
  readonly amount: Decimal | null;
  /** Of all prices and amounts of the row; `null` where nothing names one. */
  readonly currency: string | null;
  /** The quantity of the next break; this and what follows is `null` where there is none. */
  readonly next: Decimal | null;
  readonly nextPrice: Decimal | null;
  /**
   * How much more would have to be ordered for it, in quantities that can be: the `orderMultiple` holds.
   * `null` where no order can be so much.
   */
  readonly more: Decimal | null;
  /** What the quantity that is ordered would cost less at the next price. */
  readonly saving: Decimal | null;
  /** What ordering so much more costs more in all; below 0 it costs less than what is ordered. */
  readonly extra: Decimal | null;
}

/**
 * Says of each planned order from a source with price breaks which of them it reached, and what the next
 * one would save.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @returns rows in the order of `plan.orders`, each built when it is read
 * @throws PlanningInputError when it is no such plan
 *
 * Source: rule F; K50, K80.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "wheel" }],
 *   sources: [
 *     { item: "wheel", kind: "buy", price: 5, priceBreaks: [{ from: 50, price: 4 }] },
 *   ],
 *   demands: [{ id: "order 1", item: "wheel", quantity: 45, due: "2026-01-19" }],
 * });
 * const [row] = reachedPriceBreaks(plan);
 * `${row?.more} more are ${row?.extra} dearer`; // => "5 more are -25 dearer"
 * ```
 */
export function reachedPriceBreaks(plan: Plan): Sequence<PriceBreakRow> {
  const movements = planMovements(plan);
  const found = ordersWithBreaks(movements);
  return lazySequence(found.count, (n) => rowOf(movements, found, n));
}

function rowOf(movements: PlanMovements, found: OrdersWithBreaks, n: number): PriceBreakRow {
  const [point, source, startQuantity] = [found.point[n]!, found.source[n]!, found.quantity[n]!];
  const { item, site, segment } = movements.point(point);
  const { id, supplier, prices, modifiers } = movements.source(point, source);
  const { price, breaks, currency } = prices!;
  const decimals = movements.decimals(point);
  const above = breaks.findIndex(({ from }) => from > startQuantity);
  const reached = breaks[(above < 0 ? breaks.length : above) - 1];
  const own = reached?.price ?? price;
  const next = breaks[above];
  const quantity = (count: number): Decimal => quantityToDecimal(count, decimals);
  const ordered = own && times(own, startQuantity, decimals);
  const atNext = next && times(next.price, startQuantity, decimals);
  const larger = next && orderableFrom(next.from, modifiers);
  const priceOf = (count: number): DecimalText =>
    breaks.findLast(({ from }) => from <= count)!.price;
  const whole = larger === undefined ? undefined : times(priceOf(larger), larger, decimals);
  return Object.freeze({
    ...{ order: movements.orderId(found.place[n]!), item, site, segment, source: id, supplier },
    orderDate: formatDay(found.orderDay[n]!),
    due: formatDay(found.due[n]!),
    quantity: quantity(startQuantity),
    reached: reached === undefined ? null : quantity(reached.from),
    price: own === undefined ? null : exactDecimal(own),
    amount: ordered === undefined ? null : exactDecimal(ordered),
    currency: currency ?? null,
    next: next === undefined ? null : quantity(next.from),
    nextPrice: next === undefined ? null : exactDecimal(next.price),
    more: larger === undefined ? null : quantity(larger - startQuantity),
    saving: ordered && atNext ? exactDecimal(difference(ordered, atNext)) : null,
    extra: ordered && whole ? exactDecimal(difference(whole, ordered)) : null,
  });
}

/** The least that can be ordered of so much or more (L0); `undefined` where that is beyond the maximum. */
function orderableFrom(
  count: number,
  { multiple, maximum }: MovementSource["modifiers"],
): number | undefined {
  const least = multiple > 0 ? Math.ceil(count / multiple) * multiple : count;
  return least > maximum ? undefined : least;
}

/** As many digits as it takes: a Decimal product would end after 60. */
function times(price: DecimalText, count: number, decimals: number): DecimalText {
  return { digits: price.digits * BigInt(count), decimals: price.decimals + decimals };
}

function difference(a: DecimalText, b: DecimalText): DecimalText {
  const decimals = Math.max(a.decimals, b.decimals);
  const scaled = (one: DecimalText): bigint => one.digits * 10n ** BigInt(decimals - one.decimals);
  return { digits: scaled(a) - scaled(b), decimals };
}
