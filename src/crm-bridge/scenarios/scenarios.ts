import type { ReadRecords } from "../records/index.js";
import type { ScenarioDeal, ScenarioPolicy } from "./scenario-deals.js";

/** A deal that comes, and by how many days later than is said. */
export interface ComingDeal {
  /** The id of its thread. */
  readonly deal: string;
  readonly slipDays: number;
}

/** One way in which it may come out. */
export interface ScenarioOutcome {
  /** The deals that come, by id; all others do not. */
  readonly coming: readonly ComingDeal[];
  /** Of the `weight` of all scenarios: how many draws, or how likely it is. */
  readonly weight: bigint;
}

/** Ways in which a pipeline may come out, each once, with how much it weighs. */
export interface Scenarios {
  readonly records: ReadRecords;
  readonly policy: ScenarioPolicy;
  /** The deals that may come or not, by id (T2). */
  readonly deals: readonly ScenarioDeal[];
  /** Of deals that no record says the probability of: they never come here. */
  readonly withoutProbability: readonly string[];
  readonly outcomes: readonly ScenarioOutcome[];
  /** The sum over all outcomes. */
  readonly weight: bigint;
  /** For each draw the place of its outcome; `null` where all outcomes were gone through. */
  readonly draws: readonly number[] | null;
}
