import { type Decimal, formatRatio, type Ratio, ratioToDecimal } from "../core/index.js";

/** A quantity that a query computed, as a number to go on with and as the exact text. */
export interface ExactQuantity {
  /** Exact when its decimal expansion ends within 60 digits, else rounded there. */
  readonly quantity: Decimal;
  /** Always exact: `"3"`, `"0.25"`, or `"1/3"` where no decimal ends within 30 places. */
  readonly ratio: string;
}

/** From here on the texts of a quantity are so long that they are made only when they are read. */
const VAST = 10n ** 300n;

/** The face of an exact fraction. */
export function exactQuantity(exact: Ratio): ExactQuantity {
  if (exact.num < VAST && exact.den < VAST) {
    return { quantity: ratioToDecimal(exact), ratio: formatRatio(exact) };
  }
  return {
    get quantity() {
      return ratioToDecimal(exact);
    },
    get ratio() {
      return formatRatio(exact);
    },
  };
}
