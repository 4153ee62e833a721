import {
  dayArgument,
  formatDay,
  identifier,
  multiplyRatios,
  PlanningInputError,
  readArgument,
  showValue,
} from "../../core/index.js";
import { bookOfRates, type DatedRate, ratesArgument } from "./dated-rate.js";
import { type Money, moneyOf, readMoney } from "./money.js";

/** By which rates money is exchanged. */
export interface ExchangeTerms<Currency extends string> {
  /** The currency asked for. */
  readonly to: Currency;
  readonly rates: readonly DatedRate[];
  /** The day, whose rate is that of the latest date not after it. */
  readonly on: string;
}

/**
 * Exchanges an amount by the rate of a day, exactly; neither the inverse nor a way by a third currency is
 * taken, and nothing is rounded.
 *
 * @param money - an amount
 * @param terms - the currency asked for, dated rates, and the day
 * @returns amount × rate
 * @throws PlanningInputError with `noRate` when no rate leads from the one to the other on that day
 *
 * Source: rule F; K70.
 *
 * @example
 * ```ts
 * const rates = [{ from: "USD", to: "EUR", rate: "0.92", date: "2026-01-01" }];
 * const euros = exchangeMoney(money("USD", 50), { to: "EUR", rates, on: "2026-01-31" });
 * `${euros.amount} ${euros.currency}`; // => "46 EUR"
 * ```
 */
export function exchangeMoney<const Currency extends string>(
  money: Money,
  terms: ExchangeTerms<Currency>,
): Money<Currency> {
  const read = readArgument(terms, {
    to: identifier,
    rates: ratesArgument,
    on: dayArgument,
  });
  const { exact, currency } = readMoney(money);
  const rate = bookOfRates(read.rates).rateOn(currency, read.to, read.on);
  if (rate !== undefined) return moneyOf(terms.to, multiplyRatios(exact, rate));
  const message = `There is no rate from ${showValue(currency)} to ${showValue(read.to)} on ${formatDay(read.on)}. Give one in rates.`;
  throw new PlanningInputError([
    { code: "noRate", path: ["rates"], message, from: currency, to: read.to },
  ]);
}
