import {
  type Decimal,
  type ExactNumber,
  exactArgument,
  identifier,
  type Ratio,
  ratioToDecimal,
  readArgument,
} from "../../core/index.js";

/** An amount of money in one currency; those of two currencies do not compile together. */
export interface Money<Currency extends string = string> {
  /** Exact when its decimals end within 60 digits, else rounded there: what a third of it is stays exact within. */
  readonly amount: Decimal;
  readonly currency: Currency;
}

/** What an amount is exactly, beside the object: so that it is plain data, and a third of it stays a third. */
const exacts = new WeakMap<object, Ratio>();

/**
 * Makes an amount of money.
 *
 * @param currency - any name, in general the code of ISO 4217
 * @param amount - taken as the decimal that is written; a fraction is a text: `"1/3"`
 * @returns a frozen amount, below 0 too
 * @throws PlanningInputError when the amount is no exact number, or the currency no text
 *
 * Source: rules Q1, F.
 *
 * @example
 * ```ts
 * const { amount, currency } = money("EUR", "12.50");
 * `${amount} ${currency}`; // => "12.5 EUR"
 * ```
 */
export function money<const Currency extends string>(
  currency: Currency,
  amount: ExactNumber,
): Money<Currency> {
  const read = readArgument({ currency, amount }, { currency: identifier, amount: exactArgument });
  return moneyOf(currency, read.amount);
}

/** Makes an amount of an exact fraction. */
export function moneyOf<Currency extends string>(
  currency: Currency,
  exact: Ratio,
): Money<Currency> {
  const made = Object.freeze({ amount: ratioToDecimal(exact), currency });
  exacts.set(made, exact);
  return made;
}

/** An amount that was read. */
export interface ReadMoney {
  readonly exact: Ratio;
  readonly currency: string;
}

/**
 * Reads an amount: one that was made here keeps its fraction, plain data is what is written.
 *
 * @throws PlanningInputError when it is no money
 */
export function readMoney(money: Money): ReadMoney {
  const exact = exacts.get(Object(money));
  if (exact !== undefined) return { exact, currency: money.currency };
  const read = readArgument(money, { amount: exactArgument, currency: identifier });
  return { exact: read.amount, currency: read.currency };
}
