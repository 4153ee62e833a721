import { type Decimal, exactDecimal } from "../../core/index.js";
import type { PointSource } from "../compile/model.js";
import { type OrderPrice, orderPrice } from "../plan/order-price.js";
import type { PlanState } from "../plan/plan-state.js";
import { figuresOf } from "./explanation-figures.js";

/** What an order costs by the prices of its source, and from what quantity on that changes (K50). */
export interface ExplainedPrice {
  /** What is priced. */
  readonly startQuantity: Decimal;
  /** `null` below the first break of a source without a `price`. */
  readonly order: OrderPrice | null;
  /** The start quantity from which the break that applies holds; `null` below the first break. */
  readonly from: Decimal | null;
  /** `null` after the last break, and where no order of the source may be so large. */
  readonly next: NextPriceBreak | null;
}

/** The price break that an order does not reach. */
export interface NextPriceBreak {
  readonly from: Decimal;
  /** The price of a stock unit then. */
  readonly unit: Decimal;
  /** How much more would have to be started for it, in whole multiples of the source. */
  readonly more: Decimal;
}

/**
 * What an order costs, and which break of its source applies.
 *
 * @param startQuantity - in counts
 * @returns `null` when the source states no price
 */
export function explainedPrice(
  state: PlanState,
  point: number,
  source: PointSource,
  startQuantity: number,
): ExplainedPrice | null {
  const prices = source.row?.prices;
  if (prices === undefined) return null;
  const { problem, points } = state.model;
  const { face } = figuresOf(state, point);
  const applies = prices.breaks.findLast(({ from }) => from <= startQuantity);
  const next = prices.breaks.find(({ from }) => from > startQuantity);
  const reaching = next === undefined ? undefined : leastOrder(source, next.from);
  return {
    startQuantity: face(startQuantity),
    order: orderPrice(prices, startQuantity, problem.items[points.item[point]!]!.decimals),
    from: applies === undefined ? null : face(applies.from),
    next:
      next === undefined || reaching === undefined
        ? null
        : {
            from: face(next.from),
            unit: exactDecimal(next.price),
            more: face(reaching - startQuantity),
          },
  };
}

/** The least that an order of a source may start from a quantity on (L0); `undefined`: none is so large. */
function leastOrder(source: PointSource, from: number): number | undefined {
  const { minimum, multiple, maximum } = source.modifiers;
  let least = Math.max(from, minimum, source.minQuantity);
  if (multiple > 0) least = Math.ceil(least / multiple) * multiple;
  return least <= Math.min(maximum, source.maxQuantity) ? least : undefined;
}

/** The same in words; the first price break is told where no price holds. */
export function priceLines({ startQuantity, order, from, next }: ExplainedPrice): string[] {
  const currency = order === null || order.currency === null ? "" : ` ${order.currency}`;
  const since = from === null ? "" : `, the price from ${from} on`;
  return [
    order === null
      ? `  - no price for ${startQuantity}`
      : `  - price: ${startQuantity} × ${order.unit} = ${order.amount}${currency}${since}`,
    ...(next === null ? [] : [`  - ${next.unit} each from ${next.from} on: ${next.more} more`]),
  ];
}
