import {
  ceilDivide,
  listOf,
  optional,
  type Ratio,
  readArgument,
  wholeNumber,
} from "../../core/index.js";
import type { ReadRecords } from "../records/index.js";
import { NUMBERS, randomNumbers } from "./random-numbers.js";
import { type ScenarioPolicy, type SlipDays, toldDeals, uncertainDeals } from "./scenario-deals.js";
import type { ComingDeal, ScenarioOutcome, Scenarios } from "./scenarios.js";

/** How scenarios are drawn. */
export interface DrawOptions {
  /** A whole number, 0 to 2^53 − 1; the same one draws the same. */
  readonly seed: number;
  /** How many, 1 to 1,000,000. */
  readonly draws: number;
  /** Days from which each deal's slip is drawn, each as likely; no deal slips when left out. */
  readonly slip?: SlipDays | undefined;
}

const MOST_DRAWS = 1_000_000;
const MOST_DAYS = 36_500;

/** The check of a slip distribution, for draws and enumeration. */
export const slipDays = listOf(wholeNumber(-MOST_DAYS, MOST_DAYS), 1);

/**
 * Draws scenarios: in each, every deal comes as a whole with its probability, or does not come.
 *
 * Deals are independent of one another. In each draw each deal takes two numbers, in the order of
 * their ids (T2), whether they are needed or not: one says whether it comes, one how late. So the
 * order of the records changes nothing, more draws begin with the same ones, and a slip does not
 * change who comes.
 *
 * @param records - as `readCrmRecords` gives them
 * @param policy - how records become demand; `probabilities` by stage take the place of the records'
 * @param options - seed, number of draws, and the days of slip to draw from
 * @returns the different outcomes in the order in which they were first drawn, with how often each was
 * @throws PlanningInputError with everything that is wrong with policy and options
 *
 * Source: rule X1, K65.
 *
 * @example
 * ```ts
 * const records = readCrmRecords({
 *   accounts: [{ id: "Bell" }],
 *   products: [{ id: "bicycle" }],
 *   opportunities: [
 *     {
 *       ...{ id: "deal", account: "Bell", stage: "offer", status: "open", probability: 0.25 },
 *       ...{ closeDate: "2026-03-10", lines: [{ id: "1", product: "bicycle", quantity: 10 }] },
 *     },
 *   ],
 * });
 * const { outcomes } = drawScenarios(
 *   records,
 *   {
 *     asOf: "2026-03-02",
 *     needDate: { from: "requestedOrClose", days: 14 },
 *     ...{ forecast: { prefer: "adjusted" }, pipeline: "linked" },
 *     ...{ contractRest: "none", credit: "excluded" },
 *   },
 *   { seed: 7, draws: 1000 },
 * );
 * outcomes.map(({ coming, weight }) => `${coming.length} deals: ${weight}`);
 * // => ["0 deals: 755", "1 deals: 245"]
 * ```
 */
export function drawScenarios(
  records: ReadRecords,
  policy: ScenarioPolicy,
  options: DrawOptions,
): Scenarios {
  const { seed, draws, slip } = readArgument(options, {
    seed: wholeNumber(0, Number.MAX_SAFE_INTEGER),
    draws: wholeNumber(1, MOST_DRAWS),
    slip: optional(slipDays),
  });
  const { records: known, deals, unknown } = uncertainDeals(records, policy);
  const thresholds = deals.map(({ probability }) => numbersBelow(probability));
  const next = randomNumbers(seed);
  const found = new Map<string, number>();
  const outcomes: { readonly coming: readonly ComingDeal[]; weight: bigint }[] = [];
  const places: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const coming: ComingDeal[] = [];
    const key: number[] = [];
    for (const [place, { id }] of deals.entries()) {
      const isIn = next() < thresholds[place]!;
      const number = next();
      if (!isIn) continue;
      const days = slip === undefined ? 0 : slip[placeOf(number, slip.length)]!;
      coming.push({ deal: id, slipDays: days });
      key.push(place, days);
    }
    const name = key.join();
    const place = found.get(name) ?? outcomes.length;
    if (place === outcomes.length) {
      found.set(name, place);
      outcomes.push({ coming, weight: 0n });
    }
    outcomes[place]!.weight++;
    places.push(place);
  }
  return {
    records: known,
    policy,
    deals: toldDeals(deals),
    withoutProbability: unknown,
    outcomes: outcomes satisfies ScenarioOutcome[],
    weight: BigInt(draws),
    draws: places,
  };
}

/** How many of the 2^32 numbers make a deal come: none at 0, all at 1, else rounded up to one. */
function numbersBelow({ num, den }: Ratio): number {
  return Number(ceilDivide(num * BigInt(NUMBERS), den));
}

/** The number as a place among so many: exact, for the product stays below 2^53. */
function placeOf(number: number, count: number): number {
  return Math.floor((number * count) / NUMBERS);
}
