import {
  type Bucket,
  compareText,
  type Decimal,
  identifier,
  listOf,
  oneOf,
  optional,
  PlanningInputError,
  readArgument,
} from "../../core/index.js";
import {
  type Plan,
  type PlanChanges,
  type PlanningInput,
  type PlanningRow,
  planningRecord,
  planRequirements,
  replan,
  stockingPoints,
} from "../../mrp/index.js";
import { exactTotal } from "./exact-money.js";
import { materialCost, unitCostsOf } from "./material-cost.js";
import type { PlannedScenarios, Requirement } from "./planned-scenarios.js";
import { scenarioDemands } from "./scenario-demands.js";
import type { Scenarios } from "./scenarios.js";

/** What of plans is looked at. */
export interface PlanScenariosOptions {
  /** Of the requirements. */
  readonly bucket: Bucket;
  /** Whose requirements; of all items when left out. */
  readonly items?: readonly string[] | undefined;
}

/**
 * Plans every outcome of scenarios, and keeps what each needs and what it buys.
 *
 * The first outcome is planned in full, each other one by net change. All have one horizon: that of
 * the input, else the latest day of it and of what any outcome asks for.
 *
 * @param scenarios - as `drawScenarios` or `enumerateScenarios` give them
 * @param input - the planning problem without what the records bring; `startDate` is the policy's `asOf`
 * @param options - the bucket of the requirements, and whose
 * @returns requirements, costs and missing prices by outcome, for `requirementPercentiles` and
 * `costPercentiles`
 * @throws PlanningInputError with everything that is wrong with the input, to whose own rows those that
 * the records bring are added at the end
 *
 * Source: rules X1, N1, R1, K65.
 *
 * @example
 * ```ts
 * const deal = { account: "Bell", stage: "offer", status: "open", closeDate: "2026-03-10" } as const;
 * const records = readCrmRecords({
 *   accounts: [{ id: "Bell" }],
 *   products: [{ id: "bicycle" }],
 *   opportunities: [
 *     { ...deal, id: "a", probability: 0.5, lines: [{ id: "1", product: "bicycle", quantity: 10 }] },
 *   ],
 * });
 * const scenarios = enumerateScenarios(records, {
 *   asOf: "2026-03-02",
 *   needDate: { from: "requestedOrClose", days: 14 },
 *   ...{ forecast: { prefer: "adjusted" }, pipeline: "linked" },
 *   ...{ contractRest: "none", credit: "excluded" },
 * });
 * const planned = planScenarios(
 *   scenarios,
 *   {
 *     startDate: "2026-03-02",
 *     items: [{ id: "bicycle", leadTime: 3 }, { id: "wheel", unitCost: 20 }],
 *     boms: [{ item: "bicycle", lines: [{ item: "wheel", quantity: 2 }] }],
 *   },
 *   { bucket: "month", items: ["wheel"] },
 * );
 * planned.outcomes.map(({ costs }) => `${costs[0]?.amount ?? 0}`); // => ["0", "400"]
 * ```
 */
export function planScenarios(
  scenarios: Scenarios,
  input: PlanningInput,
  options: PlanScenariosOptions,
): PlannedScenarios {
  const { bucket, items } = readArgument(options, {
    bucket: oneOf("day", "week", "month"),
    items: optional(listOf(identifier)),
  });
  // Whatever is wrong with the input is refused before anything of it is used.
  const own = planRequirements(input);
  const { asOf } = scenarios.policy;
  if (input.startDate !== asOf) throw otherDay(input.startDate, asOf);
  const { ofOutcome, input: base, issues } = scenarioDemands(scenarios, input);
  const lasting = [...(base.supplies ?? []), ...ofOutcome.flat()];
  const horizonEnd = input.horizonEnd ?? latestDay(own.horizonEnd, lasting);
  const asked = items && new Set(items);
  const unitCosts = unitCostsOf(base);
  // All that any outcome asks for is planned first, so that what is wrong with it is refused as it stands.
  let asking = [...new Map(ofOutcome.flat().map((row) => [row.id, row])).values()];
  const demands = [...(input.demands ?? []), ...asking];
  let plan = planRequirements({ ...base, horizonEnd, demands });
  const outcomes = scenarios.outcomes.map(({ weight }, n) => {
    plan = replan(plan, changesBetween(asking, ofOutcome[n]!));
    asking = [...ofOutcome[n]!];
    return {
      weight,
      requirements: requirementsOf(plan, bucket, asked),
      ...materialCost(plan, unitCosts, input.currency ?? null),
    };
  });
  return { horizonEnd, outcomes, issues };
}

/** The latest day that the problem itself, or what any outcome asks of it, reaches (N12). */
function latestDay(
  first: string,
  rows: readonly { readonly due: string; readonly until?: string | undefined }[],
): string {
  const days = [first, ...rows.map(({ due, until = due }) => until)];
  return days.sort(compareText).at(-1)!;
}

/** The rows to put and to remove, so that the demands of one outcome become those of another. */
function changesBetween(
  before: readonly PlanningRow<"demands">[],
  after: readonly PlanningRow<"demands">[],
): PlanChanges {
  const gone = new Map(before.map((row) => [row.id, JSON.stringify(row)]));
  const put = after.filter((row) => {
    const same = gone.get(row.id) === JSON.stringify(row);
    gone.delete(row.id);
    return !same;
  });
  return { demands: { put, remove: [...gone.keys()] } };
}

function requirementsOf(
  plan: Plan,
  bucket: Bucket,
  asked: ReadonlySet<string> | undefined,
): Requirement[] {
  const found = new Map<string, Decimal[]>();
  for (const { item, site, segment } of stockingPoints(plan)) {
    if (asked !== undefined && !asked.has(item)) continue;
    const at = segment === null ? { site } : { site, segment };
    for (const { date, gross } of planningRecord(plan, item, { ...at, bucket }).rows) {
      if (gross.isZero()) continue;
      const key = JSON.stringify([item, site, date]);
      found.set(key, [...(found.get(key) ?? []), gross]);
    }
  }
  return [...found]
    .map(([key, quantities]) => {
      const [item, site, date] = JSON.parse(key) as [string, string, string];
      return { item, site, date, quantity: exactTotal(quantities) };
    })
    .sort(byPlaceAndDay);
}

/** The order of requirements: item, site, bucket. */
export function byPlaceAndDay(
  a: Omit<Requirement, "quantity">,
  b: Omit<Requirement, "quantity">,
): number {
  return compareText(a.item, b.item) || compareText(a.site, b.site) || compareText(a.date, b.date);
}

function otherDay(startDate: string, asOf: string): PlanningInputError {
  const message = `The startDate (${JSON.stringify(startDate)}) must be the asOf of the policy (${JSON.stringify(asOf)}).`;
  return new PlanningInputError([{ code: "contradiction", path: ["startDate"], message }]);
}
