import {
  addMistake,
  type Check,
  compareText,
  formatRatio,
  mustBe,
  optional,
  ratioOf,
  readArgument,
  UNSOUND,
  wrongType,
} from "../../core/index.js";
import { normalQuantile } from "../../inventory/index.js";
import { type DealHistory, readHistories } from "./deal-history.js";
import { wilsonInterval } from "./wilson-interval.js";

/** What became of the deals that were in a stage. */
export interface StageCalibration {
  readonly stage: string;
  readonly won: number;
  readonly lost: number;
  /** won ÷ (won + lost), exactly: text such as `"0.25"` or `"1/3"`. */
  readonly probability: string;
  /** Wilson's interval, in which the true probability lies with the confidence asked for. */
  readonly low: number;
  readonly high: number;
}

const confidenceArgument: Check<number> = (value, place) => {
  if (typeof value !== "number") wrongType(value, place, "a number above 0 and below 1");
  else if (value > 0 && value < 1) return value;
  else addMistake(place, "outOfRange", mustBe(value, place, "be above 0 and below 1"), { value });
  return UNSOUND;
};

/**
 * Calibrates stages by what became of deals: of those that were ever in a stage and are closed, how
 * many were won.
 *
 * @param deals - rows of `opportunities`, read or not: won ones need no order here; those that are
 * open say nothing yet
 * @param options - `confidence` of the interval, above 0 and below 1; 0.95 when left out
 * @returns one row a stage that a closed deal was in, by stage; `probability` serves as `probabilities`
 * of a demand policy
 * @throws PlanningInputError with everything that is wrong with deals and confidence
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * JASA 22 (1927); K65.
 *
 * @example
 * ```ts
 * const deals = ["a", "b", "c"].map((id) => ({ id, stage: "offer", status: "lost" as const }));
 * const [offer] = stageCalibration(deals);
 * `${offer?.probability}, at most ${offer?.high.toFixed(2)}`; // => "0, at most 0.56"
 * ```
 */
export function stageCalibration(
  deals: readonly DealHistory[],
  options: { readonly confidence?: number | undefined } = {},
): StageCalibration[] {
  const { confidence } = readArgument(options, {
    confidence: optional(confidenceArgument, 0.95),
  });
  const tails = (1 + confidence) / 2;
  const z = normalQuantile({ probability: tails });
  const counts = new Map<string, { won: number; lost: number }>();
  for (const { stage: last, status, history } of readHistories(deals)) {
    if (status === "open") continue;
    for (const stage of new Set([...history.map(({ stage }) => stage), last])) {
      const count = counts.get(stage) ?? { won: 0, lost: 0 };
      counts.set(stage, count);
      count[status]++;
    }
  }
  return [...counts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([stage, { won, lost }]) => ({
      stage,
      won,
      lost,
      probability: formatRatio(ratioOf(BigInt(won), BigInt(won + lost))),
      ...wilsonInterval(won, lost, z),
    }));
}
