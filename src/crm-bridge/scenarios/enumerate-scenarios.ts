import { optional, PlanningInputError, readArgument } from "../../core/index.js";
import type { ReadRecords } from "../records/index.js";
import { slipDays } from "./draw-scenarios.js";
import {
  type ScenarioPolicy,
  type SlipDays,
  toldDeals,
  type UncertainDeal,
  uncertainDeals,
} from "./scenario-deals.js";
import type { ScenarioOutcome, Scenarios } from "./scenarios.js";

/** So many ways in which deals come out are gone through: those of 16 deals that do not slip. */
const MOST_OUTCOMES = 2 ** 16;

/** One thing that may become of a deal. */
interface Fate {
  /** The days by which it comes later; `null`: it does not come. */
  readonly slipDays: number | null;
  readonly weight: bigint;
}

/**
 * Goes through every way in which a small pipeline may come out, with the exact probability of each:
 * percentiles of these are exact, not drawn.
 *
 * @param records - as `readCrmRecords` gives them
 * @param policy - how records become demand
 * @param options - `slip`: days of which each is as likely for a deal that comes
 * @returns every outcome that is possible at all; weights are probabilities × the weight of all
 * @throws PlanningInputError (`outOfRange`) when there are more than 65,536 outcomes, as of 17 deals
 *
 * Source: rule X1, K65.
 *
 * @example
 * ```ts
 * const deal = { account: "Bell", stage: "offer", status: "open", closeDate: "2026-03-10" } as const;
 * const lines = [{ id: "1", product: "bicycle", quantity: 10 }];
 * const records = readCrmRecords({
 *   accounts: [{ id: "Bell" }],
 *   products: [{ id: "bicycle" }],
 *   opportunities: [
 *     { ...deal, id: "a", probability: 0.5, lines },
 *     { ...deal, id: "b", probability: "1/3", lines },
 *   ],
 * });
 * const { outcomes, weight } = enumerateScenarios(records, {
 *   asOf: "2026-03-02",
 *   needDate: { from: "requestedOrClose", days: 14 },
 *   ...{ forecast: { prefer: "adjusted" }, pipeline: "linked" },
 *   ...{ contractRest: "none", credit: "excluded" },
 * });
 * outcomes.map((outcome) => `${outcome.coming.length} deals: ${outcome.weight} of ${weight}`);
 * // => ["0 deals: 2 of 6", "1 deals: 1 of 6", "1 deals: 2 of 6", "2 deals: 1 of 6"]
 * ```
 */
export function enumerateScenarios(
  records: ReadRecords,
  policy: ScenarioPolicy,
  options: { readonly slip?: SlipDays | undefined } = {},
): Scenarios {
  const { slip = [0] } = readArgument(options, { slip: optional(slipDays) });
  const { records: known, deals, unknown } = uncertainDeals(records, policy);
  const fates = deals.map((deal) => fatesOf(deal, slip));
  const count = fates.reduce((product, { length }) => product * length, 1);
  if (count > MOST_OUTCOMES) throw tooMany(count);
  let outcomes: ScenarioOutcome[] = [{ coming: [], weight: 1n }];
  for (const [n, { id: deal }] of deals.entries()) {
    outcomes = outcomes.flatMap(({ coming, weight }) =>
      fates[n]!.map(({ slipDays: days, weight: share }) => ({
        coming: days === null ? coming : [...coming, { deal, slipDays: days }],
        weight: weight * share,
      })),
    );
  }
  return {
    records: known,
    policy,
    deals: toldDeals(deals),
    withoutProbability: unknown,
    outcomes,
    weight: outcomes.reduce((sum, { weight }) => sum + weight, 0n),
    draws: null,
  };
}

/** What may become of a deal: it does not come, or comes so late; what cannot be is left out. */
function fatesOf({ probability: { num, den } }: UncertainDeal, slip: SlipDays): Fate[] {
  const times = new Map<number, bigint>();
  for (const days of slip) times.set(days, (times.get(days) ?? 0n) + 1n);
  const late = [...times].sort(([a], [b]) => a - b);
  const fates: Fate[] = [
    { slipDays: null, weight: (den - num) * BigInt(slip.length) },
    ...late.map(([days, often]) => ({ slipDays: days, weight: num * often })),
  ];
  return fates.filter(({ weight }) => weight > 0n);
}

function tooMany(count: number): PlanningInputError {
  const message = `The records can come out in ${count} ways, more than ${MOST_OUTCOMES}. Draw scenarios instead.`;
  return new PlanningInputError([{ code: "outOfRange", path: ["records"], message }]);
}
