import { type Decimal, powerOfTen, type Ratio, ratioOf } from "../../core/index.js";

/** What a finite Decimal is exactly, however many digits it has. */
export function decimalRatio(decimal: Decimal): Ratio {
  const [whole = "0", behind = ""] = decimal.toFixed().split(".");
  return ratioOf(BigInt(whole + behind), powerOfTen(behind.length));
}
