import type { Decimal, Ratio } from "../core/index.js";
import { exactQuantity } from "./exact-quantity.js";

/** An amount of money, or of hours, as a number to go on with and as the exact text. */
export interface ExactAmount {
  /** Exact when its decimal expansion ends within 60 digits, else rounded there. */
  readonly amount: Decimal;
  /** Always exact: `"3"`, `"0.25"`, or `"1/3"` where no decimal ends within 30 places. */
  readonly ratio: string;
}

/** The face of an exact amount, made when it is read. */
export function exactAmount(exact: Ratio): ExactAmount {
  return {
    get amount() {
      return exactQuantity(exact).quantity;
    },
    get ratio() {
      return exactQuantity(exact).ratio;
    },
  };
}
