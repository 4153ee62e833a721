/** What an order costs by the prices of its source (K50). */
import { Decimal } from "decimal.js";
import { decimalText } from "./numbers.js";
import type { ReferencePrice } from "./plan.js";
import type { Source } from "./sources.js";

/** Of so many digits that no amount is rounded. */
const Exact = Decimal.clone({ precision: 1_000 });

/** The last break that the start quantity reaches, else the price; none: no price. */
export function priceOf(
  { price, priceBreaks, currency }: Source,
  startQuantity: bigint,
  decimals: number,
  usualCurrency: string | undefined,
): ReferencePrice | null {
  let written = price;
  for (const each of priceBreaks ?? []) {
    if (startQuantity >= each.from) {
      written = each.price;
    }
  }
  if (written === undefined) {
    return null;
  }
  const unit = new Exact(written);
  return {
    unit: unit.toFixed(),
    amount: unit.times(decimalText(startQuantity, decimals)).toFixed(),
    currency: currency ?? usualCurrency ?? null,
  };
}
