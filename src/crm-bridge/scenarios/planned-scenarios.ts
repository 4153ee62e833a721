import type { Decimal } from "../../core/index.js";
import type { CrmIssue } from "../records/index.js";
import type { CostAmount, MissingPrice } from "./material-cost.js";

/** What is needed of an item at a site in a bucket: the gross requirement (N1), over all segments. */
export interface Requirement {
  readonly item: string;
  readonly site: string;
  /** The first day of the bucket; of the first one the planning start. */
  readonly date: string;
  readonly quantity: Decimal;
}

/** What a plan needs and buys when it comes out in one way. */
export interface PlannedOutcome {
  readonly weight: bigint;
  /** What is above 0, by item, site and bucket. */
  readonly requirements: readonly Requirement[];
  /** What suppliers are paid for planned orders, by currency; see `missing`. */
  readonly costs: readonly CostAmount[];
  /** What is bought at a price that nobody states: `costs` are without it. */
  readonly missing: readonly MissingPrice[];
}

/** What plans need and buy in each outcome of scenarios. */
export interface PlannedScenarios {
  /** The last day planned for, the same in all outcomes. */
  readonly horizonEnd: string;
  readonly outcomes: readonly PlannedOutcome[];
  /** What records do not say well enough to become demand; these lines count nowhere. */
  readonly issues: readonly CrmIssue[];
}
