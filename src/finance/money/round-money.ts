import { powerOfTen, ratioOf, readArgument } from "../../core/index.js";
import { type Money, moneyOf, readMoney } from "./money.js";
import { type MoneyRounding, roundedUnits, roundingFields } from "./rounding.js";

/**
 * Rounds an amount, once and as is stated.
 *
 * @param money - an amount, below 0 too: it is rounded as its opposite is
 * @param rounding - decimals, and what becomes of half a unit
 * @returns the rounded amount
 * @throws PlanningInputError when decimals or mode are none
 *
 * Source: rule F.
 *
 * @example
 * ```ts
 * const fee = money("EUR", "0.125");
 * roundMoney(fee, { decimals: 2 }).amount.toString(); // => "0.13"
 * roundMoney(fee, { decimals: 2, mode: "halfEven" }).amount.toString(); // => "0.12"
 * ```
 */
export function roundMoney<Currency extends string>(
  money: Money<Currency>,
  rounding: MoneyRounding,
): Money<Currency> {
  const read = readArgument(rounding, roundingFields);
  const units = roundedUnits(readMoney(money).exact, read);
  return moneyOf(money.currency, ratioOf(units, powerOfTen(read.decimals)));
}
