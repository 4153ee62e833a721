import { exactNumber, ONE, parseRatio, type Ratio } from "../../core/index.js";
import type { CrmOpportunity, CrmQuote } from "../schema/index.js";
import { mapOf } from "./map-argument.js";

/** Stage → probability, in place of what opportunities say. */
export type StageProbabilities = ReadonlyMap<string, Ratio>;

/** Checks probabilities by stage. */
export const stageProbabilities = mapOf(exactNumber(0, 1));

/** How likely an opportunity is: by its stage where that is stated, else as it says. */
export function opportunityProbability(
  { stage, probability }: CrmOpportunity,
  byStage: StageProbabilities,
): Ratio | undefined {
  return byStage.get(stage) ?? parseRatio(probability);
}

/**
 * How likely a quote is: as it says, else as its opportunity is; an accepted one without either is
 * certain (K64).
 */
export function quoteProbability(
  { status, probability }: CrmQuote,
  opportunity: CrmOpportunity | undefined,
  byStage: StageProbabilities,
): Ratio | undefined {
  if (probability !== undefined) return parseRatio(probability);
  if (opportunity !== undefined) return opportunityProbability(opportunity, byStage);
  return status === "accepted" ? ONE : undefined;
}
