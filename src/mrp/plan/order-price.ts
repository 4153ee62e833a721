import { type Decimal, type DecimalText, exactDecimal } from "../../core/index.js";
import type { PriceList } from "../input/problem.js";

/** What an order costs by the prices of its source (K50). */
export interface OrderPrice {
  /** Of one stock unit. */
  readonly unit: Decimal;
  /** unit × start quantity, exactly. */
  readonly amount: Decimal;
  /** That of the source, else of the input. */
  readonly currency: string | null;
}

/**
 * Prices an order: by the last break that its start quantity reaches (Q3), else by the price below them.
 *
 * @param prices - of its source; `undefined` when that states none
 * @param startQuantity - in counts
 * @param decimals - of the item
 * @returns `null` when no price holds for so much
 */
export function orderPrice(
  prices: PriceList | undefined,
  startQuantity: number,
  decimals: number,
): OrderPrice | null {
  const price =
    prices?.breaks.findLast(({ from }) => from <= startQuantity)?.price ?? prices?.price;
  if (price === undefined) return null;
  return {
    unit: exactDecimal(price),
    amount: exactDecimal(times(price, startQuantity, decimals)),
    currency: prices?.currency ?? null,
  };
}

/** As many digits as it takes: a Decimal product would end after 60. */
function times(price: DecimalText, count: number, decimals: number): DecimalText {
  return { digits: price.digits * BigInt(count), decimals: price.decimals + decimals };
}
