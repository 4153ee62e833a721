import {
  addMistake,
  type Check,
  formatRatio,
  isPlainObject,
  parseRatio,
  type Ratio,
  readArgument,
  UNSOUND,
  wrongType,
} from "../../core/index.js";
import { type DemandPolicy, dealThreads, demandFromCrm } from "../demand/index.js";
import type { ReadRecords } from "../records/index.js";
import { readRecordsArgument } from "../records/records-argument.js";

/** A demand policy but for what scenarios decide: which deals come, and how much later. */
export type ScenarioPolicy = Omit<DemandPolicy, "deals" | "quotes" | "slipDays">;

/** A deal that may come or not. */
export interface ScenarioDeal {
  /** The id of its thread. */
  readonly deal: string;
  /** Exact text such as `"0.25"` or `"1/3"`. */
  readonly probability: string;
}

/** A deal with its probability as it was read. */
export interface UncertainDeal {
  readonly id: string;
  readonly probability: Ratio;
}

/** The deals of records that are uncertain. */
export interface UncertainDeals {
  /** As they were read. */
  readonly records: ReadRecords;
  /** Those that stand at an opportunity or a quote, by id (T2). */
  readonly deals: readonly UncertainDeal[];
  /** Others that stand there, of which no record says how likely they are: they never come. */
  readonly unknown: readonly string[];
}

/** What scenarios say of each deal themselves. */
const DECIDED_HERE = ["deals", "quotes", "slipDays"];

const policyFields: Check<ScenarioPolicy> = (value, place) => {
  if (!isPlainObject(value)) {
    wrongType(value, place, "a demand policy without deals");
    return UNSOUND;
  }
  for (const field of DECIDED_HERE) {
    if (!Object.hasOwn(value, field)) continue;
    const message = `The ${field} of the policy are what scenarios decide. Leave the field out.`;
    addMistake({ ...place, path: [...place.path, field] }, "unknownField", message);
  }
  return { ...value } as ScenarioPolicy;
};

/**
 * Finds the deals that may come or not: what is ordered or lost is certain.
 *
 * @throws PlanningInputError with everything that is wrong with the policy
 */
export function uncertainDeals(records: ReadRecords, policy: ScenarioPolicy): UncertainDeals {
  const known = readRecordsArgument(records);
  const read = readArgument({ policy }, { policy: policyFields }).policy;
  // Whatever is wrong with the policy is refused before anything is drawn.
  demandFromCrm(known, { ...read, deals: { use: "none" } });
  const { asOf, probabilities } = read;
  const deals: UncertainDeal[] = [];
  const unknown: string[] = [];
  for (const { id, standsAt, lines } of dealThreads(known, { asOf, probabilities })) {
    const [line] = lines;
    if ((standsAt !== "opportunity" && standsAt !== "quote") || line === undefined) continue;
    const probability = parseRatio(line.probability);
    if (probability === undefined) unknown.push(id);
    else deals.push({ id, probability });
  }
  return { records: known, deals, unknown };
}

/** The deals as they are told. */
export function toldDeals(deals: readonly UncertainDeal[]): ScenarioDeal[] {
  return deals.map(({ id, probability }) => ({ deal: id, probability: formatRatio(probability) }));
}

/** How late deals may come: a list of days in which each counts once, as `slipDistribution` gives it. */
export type SlipDays = readonly number[];
