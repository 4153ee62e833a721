import type { Issue } from "../../core/index.js";
import {
  addRatios,
  compareText,
  type Decimal,
  multiplyRatios,
  type Ratio,
  ratioOf,
  ratioToDecimal,
} from "../../core/index.js";
import {
  type DoubtfulFields,
  identifier,
  listOf,
  objectOf,
  optional,
  readArgument,
} from "../argument.js";
import { type ExactNumber, exactNumber, quantity } from "../exact-argument.js";
import { noteTwice } from "../row-mistakes.js";

/** What an expert thinks. */
export interface ExpertEstimate {
  /** Once in a round. */
  readonly id: string;
  /** 0 or more. */
  readonly estimate: ExactNumber;
}

/** What {@link delphiEstimate} is given. */
export interface DelphiInput {
  /** The rounds so far, the first one first; at least one, each of at least one estimate. */
  readonly rounds: readonly (readonly ExpertEstimate[])[];
  /** The experts agree when the interquartile range is at most so much of the median; else 0.1. */
  readonly agreement?: ExactNumber | undefined;
}

/** What came of a round: what the experts are told before the next one. */
export interface DelphiRound {
  readonly median: Decimal;
  readonly lowerQuartile: Decimal;
  readonly upperQuartile: Decimal;
  /** Upper less lower quartile. */
  readonly interquartileRange: Decimal;
  readonly agreed: boolean;
  /** Who lies outside the quartiles, by id: they are asked for their reasons. */
  readonly outside: readonly string[];
}

/** What {@link delphiEstimate} answers. */
export interface DelphiEstimate {
  /** One for each round given. */
  readonly rounds: readonly DelphiRound[];
  /** The first round in which the experts agreed, from 1 on; `null`: another round is to be held. */
  readonly agreedIn: number | null;
  /** The median of that round; `null` as long as they do not agree. */
  readonly estimate: Decimal | null;
}

const FIELDS = {
  rounds: listOf(listOf(objectOf({ id: identifier, estimate: quantity }), 1), 1),
  agreement: optional(exactNumber(0), { num: 1n, den: 10n }),
};

/**
 * Sums up the rounds of a Delphi inquiry: the median and the interquartile range of the experts'
 * estimates, until they agree.
 *
 * A quartile between two estimates is found on the straight line between them: of n estimates in
 * order, the p-th part stands at place 1 + (n − 1)·p.
 *
 * @param input - the estimates of each round, and when the experts agree
 * @returns what came of each round, and the estimate once they agree
 * @throws PlanningInputError with everything that is wrong; an expert who stands twice in a round is
 * among it
 *
 * Source: N. Dalkey and O. Helmer, "An experimental application of the Delphi method to the use of
 * experts", *Management Science* 9 (1963); R. J. Hyndman and Y. Fan, "Sample quantiles in statistical
 * packages", *The American Statistician* 50 (1996), definition 7, for the quartiles.
 *
 * @example
 * ```ts
 * const said = (...estimates: number[]) => estimates.map((estimate, n) => ({ id: `expert ${n}`, estimate }));
 * const { rounds, agreedIn, estimate } = delphiEstimate({
 *   rounds: [said(80, 100, 120, 200), said(100, 105, 110, 120)],
 * });
 * Number(rounds[0]?.interquartileRange); // => 45
 * agreedIn; // => 2
 * Number(estimate); // => 107.5
 * ```
 */
export function delphiEstimate(input: DelphiInput): DelphiEstimate {
  const { rounds, agreement } = readArgument(input, FIELDS, noteMistakes);
  const summed = rounds.map((round) => sumUp(round, agreement));
  const first = summed.findIndex(({ agreed }) => agreed);
  return {
    rounds: summed,
    agreedIn: first < 0 ? null : first + 1,
    estimate: summed[first]?.median ?? null,
  };
}

function sumUp(
  round: readonly { readonly id: string; readonly estimate: Ratio }[],
  agreement: Ratio,
): DelphiRound {
  const ordered = round.map(({ estimate }) => estimate).sort(compareRatios);
  const [lower, median, upper] = [1, 2, 3].map((quarters) => quartile(ordered, quarters)) as [
    Ratio,
    Ratio,
    Ratio,
  ];
  const range = addRatios(upper, { num: -lower.num, den: lower.den });
  const outside = round.filter(
    ({ estimate }) => compareRatios(estimate, lower) < 0 || compareRatios(estimate, upper) > 0,
  );
  return {
    median: ratioToDecimal(median),
    lowerQuartile: ratioToDecimal(lower),
    upperQuartile: ratioToDecimal(upper),
    interquartileRange: ratioToDecimal(range),
    agreed: compareRatios(range, multiplyRatios(agreement, median)) <= 0,
    outside: outside.map(({ id }) => id).sort(compareText),
  };
}

/** The estimate at place 1 + (n − 1) · quarters ÷ 4, on the line between two. */
function quartile(ordered: readonly Ratio[], quarters: number): Ratio {
  const steps = (ordered.length - 1) * quarters;
  const place = Math.floor(steps / 4);
  const beyond = ratioOf(BigInt(steps % 4), 4n);
  const below = ordered[place]!;
  const above = ordered[place + 1] ?? below;
  const gap = addRatios(above, { num: -below.num, den: below.den });
  return addRatios(below, multiplyRatios(beyond, gap));
}

function compareRatios(a: Ratio, b: Ratio): number {
  const [left, right] = [a.num * b.den, b.num * a.den];
  return left < right ? -1 : left > right ? 1 : 0;
}

function noteMistakes({ rounds = [] }: DoubtfulFields<typeof FIELDS>, issues: Issue[]): void {
  for (const [n, round] of rounds.entries()) noteTwice(round, ["rounds", n], issues);
}
