import { type Decimal, type DecimalText, exactDecimal, readDecimal } from "../../core/index.js";

const NOTHING: DecimalText = { digits: 0n, decimals: 0 };

/** A unit cost × a quantity, as long as it takes. */
export function exactCost(unitCost: number | string, quantity: Decimal): Decimal {
  const [price, count] = [
    readDecimal(unitCost) ?? NOTHING,
    readDecimal(quantity.toFixed()) ?? NOTHING,
  ];
  return exactDecimal({
    digits: price.digits * count.digits,
    decimals: price.decimals + count.decimals,
  });
}

/** The sum to the last decimal, as long as it takes. */
export function exactTotal(amounts: readonly Decimal[]): Decimal {
  const decimals = amounts.reduce((most, amount) => Math.max(most, amount.decimalPlaces()), 0);
  const digits = amounts.reduce(
    (sum, amount) => sum + BigInt(amount.toFixed(decimals).replace(".", "")),
    0n,
  );
  return exactDecimal({ digits, decimals });
}
