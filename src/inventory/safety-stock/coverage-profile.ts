import {
  addRatios,
  countWords,
  floorDivide,
  multiplyRatios,
  type Ratio,
  ratioOf,
} from "../../core/index.js";
import { type Check, listOf, optional, type Place, readArgument, refuse } from "../argument.js";
import { asNumber, exactly, meanOf, subtractRatios, ZERO } from "../exact-number.js";
import { finite } from "../finite.js";
import { nonNegative } from "../number-argument.js";

/** A series of demand, and for how long stock shall last. */
export interface CoverageProfileInput {
  /** Units needed in each period. */
  readonly demand: readonly number[];
  /** Periods that the stock at the end of each period shall cover, broken ones too: one, or a list. */
  readonly coverage: number | readonly number[];
  /** Units needed in each period beyond the series; its mean when left out. */
  readonly demandBeyond?: number | undefined;
}

/** What to keep at the end of a period. */
export interface CoverageRow {
  /** Periods covered. */
  readonly coverage: number;
  /** Units needed in these periods, which follow this one. */
  readonly safetyStock: number;
}

/**
 * A safety stock that follows the demand: what the next so many periods need, for each period of a
 * series. A period covered in part counts in part. Computed exactly from the decimals that are written.
 *
 * @param input - demand by period, days (periods) of supply for all periods or each, demand beyond
 * @returns a row for each period, in their order
 * @throws PlanningInputError when a figure is below 0, or the lists differ in length
 *
 * APICS: time-phased safety stock, days of supply; the range of coverage of planning systems.
 *
 * @example
 * ```ts
 * const rows = coverageProfile({ demand: [10, 20, 30, 40], coverage: 1.5, demandBeyond: 25 });
 * rows.map((row) => row.safetyStock); // => [35, 50, 52.5, 37.5]
 * ```
 */
export function coverageProfile(input: CoverageProfileInput): readonly CoverageRow[] {
  const { demand, coverage, demandBeyond } = readArgument(input, {
    demand: listOf(nonNegative, 1),
    coverage: oneOrMany,
    demandBeyond: optional(nonNegative),
  });
  if (Array.isArray(coverage) && coverage.length !== demand.length) {
    const message = `The coverage has ${countWords(coverage.length, "period")} and the demand ${demand.length}. Give one for each.`;
    refuse("contradiction", ["coverage"], message);
  }
  const needs = demand.map(exactly);
  const beyond = demandBeyond === undefined ? meanOf(needs) : exactly(demandBeyond);
  const neededUntil = cumulative(needs, beyond);
  const rows = demand.map((_, n) => {
    const covered = Array.isArray(coverage) ? coverage[n]! : coverage;
    const end = ratioOf(BigInt(n + 1), 1n);
    const until = neededUntil(addRatios(end, exactly(covered)));
    return { coverage: covered, safetyStock: asNumber(subtractRatios(until, neededUntil(end))) };
  });
  return finite(rows);
}

/** What is needed from the beginning of a series until a time, counted in periods. */
function cumulative(needs: readonly Ratio[], beyond: Ratio): (time: Ratio) => Ratio {
  const upTo = [ZERO]; // needs of all periods before each
  for (const [n, need] of needs.entries()) upTo.push(addRatios(upTo[n]!, need));
  return (time) => {
    const whole = Math.min(Number(floorDivide(time.num, time.den)), needs.length);
    const part = subtractRatios(time, ratioOf(BigInt(whole), 1n));
    return addRatios(upTo[whole]!, multiplyRatios(part, needs[whole] ?? beyond));
  };
}

/** A number of 0 or more, or a list of them. */
const oneOrMany: Check<number | number[]> = (value: unknown, place: Place) =>
  Array.isArray(value) ? listOf(nonNegative, 1)(value, place) : nonNegative(value, place);
