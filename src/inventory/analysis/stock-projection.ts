import { addRatios, countWords, multiplyRatios, type Ratio } from "../../core/index.js";
import { listOf, optional, readArgument, refuse } from "../argument.js";
import {
  asNumber,
  exactly,
  larger,
  meanOf,
  smaller,
  subtractRatios,
  ZERO,
} from "../exact-number.js";
import { finite } from "../finite.js";
import { anyNumber, nonNegative } from "../number-argument.js";

/** A stock, and what comes and goes. */
export interface StockProjectionInput {
  /** Units at the start; below 0 what is owed. */
  readonly onHand: number;
  /** Units that arrive in each period. */
  readonly receipts: readonly number[];
  /** Units needed in each period, as many periods as receipts. */
  readonly demand: readonly number[];
  /** Value of one unit, 1 when left out. */
  readonly unitCost?: number | undefined;
}

/** One period. */
export interface StockProjectionRow {
  /** Units at its beginning. */
  readonly opening: number;
  /** Units at its end; below 0 what is owed. */
  readonly closing: number;
  /** What the closing stock is worth, 0 when nothing is there. */
  readonly value: number;
}

/** The stock through time. */
export interface StockProjection {
  readonly rows: readonly StockProjectionRow[];
  /** Units at the ends of the periods on average, where nothing is there 0. */
  readonly averageStock: number;
  /** What they are worth. */
  readonly averageValue: number;
  /** The lowest closing stock. */
  readonly lowest: number;
  /** The first period that ends below 0, counted from 0; `null` when none does. */
  readonly firstShortage: number | null;
}

/**
 * Takes a stock forward through time, in units and in value. Computed exactly from the decimals that are
 * written: 0.3 less 0.1 and 0.2 is 0 and no shortage.
 *
 * @param input - stock at the start, receipts and demand by period, value of a unit
 * @returns a row for each period, average stock and value, the lowest stock and the first shortage
 * @throws PlanningInputError when a figure is out of range, or the lists differ in length
 *
 * APICS: projected on-hand, aggregate inventory investment.
 *
 * @example
 * ```ts
 * const { rows, averageValue, firstShortage } = stockProjection({
 *   onHand: 20,
 *   receipts: [0, 30, 0],
 *   demand: [15, 10, 30],
 *   unitCost: 4,
 * });
 * rows.map((row) => row.closing); // => [5, 25, -5]
 * [averageValue, firstShortage]; // => [40, 2]
 * ```
 */
export function stockProjection(input: StockProjectionInput): StockProjection {
  const { onHand, receipts, demand, unitCost } = readArgument(input, {
    onHand: anyNumber,
    receipts: listOf(nonNegative, 1),
    demand: listOf(nonNegative, 1),
    unitCost: optional(nonNegative, 1),
  });
  if (receipts.length !== demand.length) {
    const message = `The receipts have ${countWords(receipts.length, "period")} and the demand ${demand.length}. Give one of each for every period.`;
    refuse("contradiction", ["receipts"], message);
  }
  const price = exactly(unitCost);
  const worth = (units: Ratio): number => asNumber(multiplyRatios(units, price));
  const stocks = stocksOver(onHand, receipts, demand);
  const there = stocks.map((stock) => larger(stock, ZERO));
  const averageStock = meanOf(there);
  const closings = stocks.map(asNumber);
  const first = stocks.findIndex(({ num }) => num < 0n);
  return finite({
    rows: closings.map(
      (closing, n): StockProjectionRow => ({
        opening: closings[n - 1] ?? onHand,
        closing,
        value: worth(there[n]!),
      }),
    ),
    averageStock: asNumber(averageStock),
    averageValue: worth(averageStock),
    lowest: asNumber(stocks.reduce(smaller)),
    firstShortage: first < 0 ? null : first,
  });
}

/** The stock at the end of each period. */
function stocksOver(
  onHand: number,
  receipts: readonly number[],
  demand: readonly number[],
): readonly Ratio[] {
  let stock = exactly(onHand);
  return demand.map((quantity, n) => {
    stock = subtractRatios(addRatios(stock, exactly(receipts[n]!)), exactly(quantity));
    return stock;
  });
}
