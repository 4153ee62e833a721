import {
  addMistake,
  addRatios,
  type Check,
  type ExactNumber,
  exactArgument,
  type Issue,
  multiplyRatios,
  mustBe,
  PlanningInputError,
  type Ratio,
  ratioOf,
  readArgument,
  readGuarded,
  refuseMistakes,
  showValue,
  sumOfRatios,
  UNSOUND,
} from "../../core/index.js";
import { type Money, moneyOf, readMoney } from "./money.js";

/**
 * Adds two amounts of one currency, exactly.
 *
 * @param a - an amount
 * @param b - an amount of the same currency; another one does not compile
 * @returns a + b
 * @throws PlanningInputError with `currencyMismatch` when the currencies differ, and when one is no money
 *
 * Source: rules Q1, F.
 *
 * @example
 * ```ts
 * addMoney(money("EUR", "0.1"), money("EUR", "0.2")).amount.toString(); // => "0.3"
 * ```
 */
export function addMoney<Currency extends string>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): Money<Currency> {
  const exact = combined(a, b, 1n);
  return moneyOf(a.currency, exact);
}

/**
 * Subtracts an amount from another of the same currency, exactly.
 *
 * @param a - an amount
 * @param b - an amount of the same currency
 * @returns a − b, which may be below 0
 * @throws PlanningInputError with `currencyMismatch` when the currencies differ, and when one is no money
 *
 * Source: rules Q1, F.
 *
 * @example
 * ```ts
 * subtractMoney(money("EUR", 1), money("EUR", "1.25")).amount.toString(); // => "-0.25"
 * ```
 */
export function subtractMoney<Currency extends string>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): Money<Currency> {
  const exact = combined(a, b, -1n);
  return moneyOf(a.currency, exact);
}

/**
 * Adds many amounts of one currency, exactly and in nearly linear time.
 *
 * @param currency - of the sum, so that a sum of nothing has one
 * @param amounts - of that currency
 * @returns the sum
 * @throws PlanningInputError with `currencyMismatch` when an amount is of another currency, and when one
 * is no money, or they are no list
 *
 * Source: rules Q1, F.
 *
 * @example
 * ```ts
 * const third = money("EUR", "1/3");
 * sumMoney("EUR", [third, third, third]).amount.toString(); // => "1"
 * ```
 */
export function sumMoney<const Currency extends string>(
  currency: Currency,
  amounts: readonly Money<NoInfer<Currency>>[],
): Money<Currency> {
  const issues: Issue[] = [];
  const list = readGuarded(amounts, { path: ["amounts"], issues }, listed) ?? [];
  refuseMistakes(issues);
  const read = list.map((amount) => {
    const one = readMoney(amount);
    refuseMismatch(currency, one.currency);
    return one.exact;
  });
  const { num, den } = sumOfRatios(read);
  return moneyOf(currency, ratioOf(num, den));
}

/**
 * Multiplies an amount, exactly: a price by a quantity.
 *
 * @param money - an amount
 * @param factor - any exact number, a fraction as text too
 * @returns money × factor, not rounded
 * @throws PlanningInputError when the amount is no money, or the factor no exact number
 *
 * Source: rules Q1, Q2, F.
 *
 * @example
 * ```ts
 * const third = scaleMoney(money("EUR", 10), "1/3");
 * scaleMoney(third, 3).amount.toString(); // => "10"
 * ```
 */
export function scaleMoney<Currency extends string>(
  money: Money<Currency>,
  factor: ExactNumber,
): Money<Currency> {
  const { exact } = readMoney(money);
  const read = readArgument({ factor }, { factor: exactArgument });
  return moneyOf(money.currency, multiplyRatios(exact, read.factor));
}

/**
 * Compares two amounts of one currency, exactly.
 *
 * @param a - an amount
 * @param b - an amount of the same currency
 * @returns −1, 0 or 1
 * @throws PlanningInputError with `currencyMismatch` when the currencies differ, and when one is no money
 *
 * Source: rules Q1, F.
 *
 * @example
 * ```ts
 * compareMoney(money("EUR", "0.3"), money("EUR", "1/3")); // => -1
 * ```
 */
export function compareMoney<Currency extends string>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): -1 | 0 | 1 {
  const { num } = combined(a, b, -1n);
  return num < 0n ? -1 : num > 0n ? 1 : 0;
}

/** A list of its own, so that each element is read once. */
const listed: Check<readonly Money[]> = (value, place) => {
  if (Array.isArray(value)) return [...(value as Money[])];
  addMistake(place, "invalidType", mustBe(value, place, "be a list of money"));
  return UNSOUND;
};

function combined(a: Money, b: Money, sign: 1n | -1n): Ratio {
  const [first, second] = [readMoney(a), readMoney(b)];
  refuseMismatch(first.currency, second.currency);
  return addRatios(first.exact, { num: sign * second.exact.num, den: second.exact.den });
}

function refuseMismatch(currency: string, other: string): void {
  if (currency === other) return;
  const message = `An amount in ${showValue(other)} is no amount in ${showValue(currency)}. Exchange it first, by the rate of a day.`;
  throw new PlanningInputError([
    { code: "currencyMismatch", path: ["currency"], message, currency: other, expected: currency },
  ]);
}
