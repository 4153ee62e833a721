import {
  type Day,
  type Decimal,
  dayArgument,
  exactArgument,
  formatDay,
  identifier,
  multiplyRatios,
  optional,
  PlanningInputError,
  type Ratio,
  ratioToDecimal,
  readArgument,
  showValue,
  workOn,
} from "../../core/index.js";
import { type RateBook, rateBook } from "../../finance/index.js";
import type { CrmMoney, CrmRate } from "../schema/crm-records.js";
import type { ReadRecords } from "./checked-records.js";

/** What a conversion needs of records: their currency and the rates. */
export type CrmCurrencies = Pick<ReadRecords, "currency" | "rates">;

/** Books of rates that nobody can change any more. */
const books = new WeakMap<readonly CrmRate[], RateBook>();

/**
 * The rate between two currencies on a day (K73); of records that name no currency, money without one
 * is of one currency.
 *
 * @param rates - as they were read
 * @param from - the currency of the amount
 * @param to - the currency asked for
 * @param on - the day; when left out, the latest rate of all
 * @returns the rate, 1 within one currency, or `undefined` when there is none
 */
export function rateOn(
  rates: readonly CrmRate[],
  from: string | undefined,
  to: string | undefined,
  on: Day = Number.POSITIVE_INFINITY,
): Ratio | undefined {
  return bookOf(rates).rateOn(from, to, on);
}

/**
 * Converts an amount of money into another currency by the rate of a day.
 *
 * @param records - records that were read: their currency and rates
 * @param money - an amount, of the records' currency when it names none
 * @param terms - `on`: the day, whose rate is the one of the latest date not after it; `to`: the
 * currency, the records' when left out
 * @returns the amount, exact up to 60 digits
 * @throws PlanningInputError with `noRate` when no rate leads from the one to the other on that day;
 * neither the inverse nor a way by a third currency is taken
 *
 * Source: rule K73.
 *
 * @example
 * ```ts
 * const records = readCrmRecords({
 *   currency: "EUR",
 *   rates: [
 *     { from: "USD", to: "EUR", rate: "0.92", date: "2026-01-01" },
 *     { from: "USD", to: "EUR", rate: "0.9", date: "2026-02-01" },
 *   ],
 * });
 * const euros = convertMoney(records, { amount: 50, currency: "USD" }, { on: "2026-01-31" });
 * euros.toString(); // => "46"
 * ```
 */
export function convertMoney(
  records: CrmCurrencies,
  money: CrmMoney,
  terms: { readonly on: string; readonly to?: string | undefined },
): Decimal {
  const { amount, currency } = readArgument(money, {
    amount: exactArgument,
    currency: optional(identifier),
  });
  const { on, to } = readArgument(terms, { on: dayArgument, to: optional(identifier) });
  return workOn(records, "records", "what readCrmRecords returned", ({ currency: own, rates }) => {
    const [from, into] = [currency ?? own, to ?? own];
    const rate = rateOn(rates, from, into, on);
    if (rate === undefined) {
      const message = noRateText(from, into, on);
      throw new PlanningInputError([{ code: "noRate", path: ["rates"], message, from, to: into }]);
    }
    return ratioToDecimal(multiplyRatios(amount, rate));
  });
}

/** Says that there is no rate: "There is no rate from "USD" to "EUR" on 2026-01-31." */
export function noRateText(from: unknown, to: unknown, on: Day | undefined): string {
  const day = on === undefined ? "" : ` on ${formatDay(on)}`;
  if (to === undefined)
    return `There is no currency to convert ${showValue(from)} into. Give the records a currency.`;
  if (from === undefined)
    return `There is no currency to convert into ${showValue(to)}. Give the records a currency.`;
  return `There is no rate from ${showValue(from)} to ${showValue(to)}${day}. Give one in rates.`;
}

function bookOf(rates: readonly CrmRate[]): RateBook {
  const known = books.get(rates);
  if (known !== undefined) return known;
  const book = rateBook(rates);
  if (Object.isFrozen(rates)) books.set(rates, book);
  return book;
}
