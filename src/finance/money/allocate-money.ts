import {
  addMistake,
  type Check,
  type ExactNumber,
  exactNumber,
  type Issue,
  largestRemainder,
  listOf,
  powerOfTen,
  type Ratio,
  ratioOf,
  readArgument,
  readGuarded,
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
  const read = readGuarded(weights, { path: ["weights"], issues }, readWeights) ?? [];
  refuseMistakes(issues);
  const stated = readArgument(rounding, roundingFields);
  const units = roundedUnits(readMoney(money).exact, stated);
  const unit = powerOfTen(stated.decimals);
  const parts = largestRemainder(units < 0n ? -units : units, read);
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
