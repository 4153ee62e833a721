import { compareText, multiplyRatios, type Ratio } from "../../core/index.js";
import { identifier, listOf, objectOf, optional, readArgument, refuse } from "../argument.js";
import { asNumber, exactly, meanOf, subtractRatios } from "../exact-number.js";
import { finite } from "../finite.js";
import { nonNegative, positive } from "../number-argument.js";
import { refuseTwins } from "./abc-classification.js";

/** Items with what was used of each, and where the classes end. */
export interface XyzInput {
  readonly items: readonly {
    readonly id: string;
    /** Units used in each of the past periods. */
    readonly demand: readonly number[];
  }[];
  /** Coefficient of variation up to which items are X, 0.5 when left out. */
  readonly variationOfX?: number | undefined;
  /** Coefficient of variation up to which items are Y, 1 when left out. */
  readonly variationOfY?: number | undefined;
}

/** An item in its place. */
export interface XyzRow {
  readonly id: string;
  /** Mean demand of a period. */
  readonly mean: number;
  /** Standard deviation of all periods given (not of a sample). */
  readonly deviation: number;
  /** Deviation divided by mean; `null` for an item without demand. */
  readonly variation: number | null;
  readonly class: "X" | "Y" | "Z";
}

/**
 * Puts items into classes by how steady their demand is: X steady, Y varying, Z sporadic.
 *
 * An item at a limit belongs to the steadier class. Items without any demand are Z.
 *
 * @param input - items with their demand by period, and the limits
 * @returns the items from the steadiest on, equal ones in the order of their ids, those without demand last
 * @throws PlanningInputError when a figure is out of range, an id stands twice or the limits are not in order
 *
 * XYZ analysis, as it goes with ABC; Silver, Pyke & Peterson §3 and §4 for the coefficient of variation.
 *
 * @example
 * ```ts
 * const rows = xyzClassification({
 *   items: [
 *     { id: "bike", demand: [0, 0, 9, 0] },
 *     { id: "nut", demand: [100, 98, 102, 100] },
 *     { id: "bell", demand: [2, 8, 2, 8] },
 *   ],
 * });
 * rows.map((row) => `${row.id} ${row.class} ${row.variation?.toFixed(2)}`);
 * // => ["nut X 0.01", "bell Y 0.60", "bike Z 1.73"]
 * ```
 */
export function xyzClassification(input: XyzInput): readonly XyzRow[] {
  const { items, variationOfX, variationOfY } = readArgument(input, {
    items: listOf(objectOf({ id: identifier, demand: listOf(nonNegative, 1) })),
    variationOfX: optional(positive, 0.5),
    variationOfY: optional(positive, 1),
  });
  if (variationOfY < variationOfX) {
    const message = `The variationOfY (${variationOfY}) must not be below the variationOfX (${variationOfX}).`;
    refuse("contradiction", ["variationOfY"], message);
  }
  refuseTwins(items);
  const rows = items.map(({ id, demand }): XyzRow => {
    const { mean, deviation } = spreadOf(demand);
    if (mean === 0) return { id, mean, deviation, variation: null, class: "Z" };
    const variation = deviation / mean;
    const isUpTo = (limit: number) => variation <= limit * (1 + 1e-12);
    const grade = isUpTo(variationOfX) ? "X" : isUpTo(variationOfY) ? "Y" : "Z";
    return { id, mean, deviation, variation, class: grade };
  });
  const place = ({ variation }: XyzRow) => variation ?? Number.MAX_VALUE;
  return finite(rows.sort((a, b) => place(a) - place(b) || compareText(a.id, b.id)));
}

/**
 * Mean and standard deviation. Their squares are exact: of figures that are large beside what they vary
 * by, rounded ones would leave few digits.
 */
function spreadOf(figures: readonly number[]): Pick<XyzRow, "mean" | "deviation"> {
  const exact = figures.map(exactly);
  const squareOf = (figure: Ratio): Ratio => multiplyRatios(figure, figure);
  const mean = meanOf(exact);
  const variance = meanOf(exact.map((figure) => squareOf(subtractRatios(figure, mean))));
  return { mean: asNumber(mean), deviation: Math.sqrt(asNumber(variance)) };
}
