import {
  addMistake,
  type Check,
  commonDenominator,
  type ExactNumber,
  exactNumber,
  type Issue,
  listOf,
  powerOfTen,
  type Ratio,
  ratioOf,
  readArgument,
  refuseMistakes,
} from "../../core/index.js";
import { type Money, moneyOf, readMoney } from "./money.js";
import { type MoneyRounding, roundedUnits, roundingFields } from "./rounding.js";

/**
 * Splits an amount by weights so that the parts add up to it, rounded: each part is its share rounded
 * towards 0, and what is left goes, one unit each, to the parts that lost most; a tie goes to the first.
 *
 * @param money - an amount; one below 0 is split as its opposite is
 * @param weights - 0 or more each, not all 0: percentages, quantities, values
 * @param rounding - decimals of the whole and of the parts
 * @returns the parts in the order of the weights; their sum is the rounded amount
 * @throws PlanningInputError when the weights or the rounding are none
 *
 * Source: rules Q5, F.
 *
 * @example
 * ```ts
 * const parts = allocateMoney(money("EUR", 100), [1, 1, 1], { decimals: 2 });
 * parts.map(({ amount }) => amount.toFixed(2)); // => ["33.34", "33.33", "33.33"]
 * ```
 */
export function allocateMoney<Currency extends string>(
  money: Money<Currency>,
  weights: readonly ExactNumber[],
  rounding: MoneyRounding,
): readonly Money<Currency>[] {
  const issues: Issue[] = [];
  const read = readWeights(weights, { path: ["weights"], issues });
  refuseMistakes(issues);
  const stated = readArgument(rounding, roundingFields);
  const units = roundedUnits(readMoney(money).exact, stated);
  const unit = powerOfTen(stated.decimals);
  const parts = splitUnits(units < 0n ? -units : units, read);
  return Object.freeze(
    parts.map((part) => moneyOf(money.currency, ratioOf(units < 0n ? -part : part, unit))),
  );
}

const readWeights: Check<readonly Ratio[]> = (value, place) => {
  const weights = listOf(exactNumber(0), 1)(value, place);
  if (weights?.every((weight) => weight?.num === 0n)) {
    addMistake(place, "contradiction", "The weights are all 0. One of them must be above 0.");
  }
  return weights;
};

/** Whole units by largest remainder. */
function splitUnits(total: bigint, weights: readonly Ratio[]): readonly bigint[] {
  const common = weights.reduce((product, { den }) => commonDenominator(product, den), 1n);
  const whole = weights.map(({ num, den }) => num * (common / den));
  const sum = whole.reduce((all, one) => all + one, 0n);
  const parts = whole.map((weight) => (total * weight) / sum);
  const left = Number(total - parts.reduce((all, one) => all + one, 0n));
  const turn = whole
    .map((weight, n) => ({ n, rest: (total * weight) % sum }))
    .sort((a, b) => (a.rest === b.rest ? a.n - b.n : a.rest < b.rest ? 1 : -1));
  for (const { n } of turn.slice(0, left)) parts[n]! += 1n;
  return parts;
}
