import {
  ceilDivide,
  type ExactNumber,
  exactNumber,
  identifier,
  optional,
  readArgument,
  workOn,
} from "../../core/index.js";
import { type DealHistory, type ReadHistory, readHistories } from "./deal-history.js";

/** By how many days won deals were closed later than had been said. */
export interface SlipDistribution {
  /** One entry a deal, smallest first; below 0: earlier. */
  readonly days: readonly number[];
  /** Won deals whose history says no close date (in the stage): they show nothing. */
  readonly undated: number;
}

/**
 * Compares the day on which each won deal was closed with the close date that was said first.
 *
 * @param deals - rows of `opportunities`, read or not; what is open or lost shows nothing
 * @param options - `stage`: the close date said first while in that stage, in place of the very first
 * @returns days slipped, smallest first; `days` serves as `slip` of scenarios, {@link slipPercentile}
 * gives one of them as `slipDays` of a demand policy
 * @throws PlanningInputError with everything that is wrong with the deals
 *
 * Source: K65.
 *
 * @example
 * ```ts
 * const deal = {
 *   ...{ stage: "won", status: "won" as const, closeDate: "2026-03-10" },
 *   history: [{ date: "2026-01-07", stage: "talk", closeDate: "2026-02-28" }],
 * };
 * slipDistribution([deal]).days; // => [10]
 * ```
 */
export function slipDistribution(
  deals: readonly DealHistory[],
  options: { readonly stage?: string | undefined } = {},
): SlipDistribution {
  const { stage } = readArgument(options, { stage: optional(identifier) });
  const won = readHistories(deals).filter(({ status }) => status === "won");
  const days = won.flatMap((deal) => slipOf(deal, stage) ?? []).sort((a, b) => a - b);
  return { days, undated: won.length - days.length };
}

/** The days from what was said first to what came; `undefined` where nothing was said. */
function slipOf(deal: ReadHistory, stage: string | undefined): number | undefined {
  const { history, closeDate, closedDate = closeDate } = deal;
  let said: ReadHistory["history"][number] | undefined;
  for (const row of history) {
    if (row.closeDate === undefined || (stage !== undefined && row.stage !== stage)) continue;
    if (said === undefined || row.date < said.date) said = row;
  }
  const before = said?.closeDate;
  return before === undefined || closedDate === undefined ? undefined : closedDate - before;
}

/**
 * The slip up to which a share of the deals stayed, by nearest rank.
 *
 * @param distribution - as {@link slipDistribution} gives it
 * @param share - 0 to 1; 0.5 is the median
 * @returns days: of n the ⌈share × n⌉-th smallest; `null` of none
 * @throws PlanningInputError when the share is none, or the distribution
 *
 * @example
 * ```ts
 * slipPercentile({ days: [-2, 0, 5, 30], undated: 0 }, 0.75); // => 5
 * ```
 */
export function slipPercentile(distribution: SlipDistribution, share: ExactNumber): number | null {
  const { num, den } = readArgument({ share }, { share: exactNumber(0, 1) }).share;
  return workOn(distribution, "distribution", "what slipDistribution returned", ({ days }) => {
    const rank = Number(ceilDivide(num * BigInt(days.length), den));
    return days[Math.max(rank, 1) - 1] ?? null;
  });
}
