import type { PlanningInput, PlanningRow } from "../../mrp/index.js";
import { blockLots, type CrmDemand, demandFromCrm } from "../demand/index.js";
import type { CrmIssue } from "../records/index.js";
import type { Scenarios } from "./scenarios.js";

/** The demands of each outcome, and all else that records bring to a plan. */
export interface ScenarioDemands {
  readonly ofOutcome: readonly (readonly PlanningRow<"demands">[])[];
  /** With rows for whatever variant any outcome asks for. */
  readonly input: PlanningInput;
  readonly issues: readonly CrmIssue[];
}

/** Turns records into demand, outcome by outcome. */
export function scenarioDemands(
  { records, policy, outcomes }: Scenarios,
  input: PlanningInput,
): ScenarioDemands {
  const all = outcomes.map(({ coming }) =>
    demandFromCrm(records, {
      ...policy,
      deals: {
        use: "chosen",
        deals: coming.map(({ deal }) => deal),
        slips: new Map(coming.map(({ deal, slipDays }) => [deal, slipDays])),
      },
    }),
  );
  const variants = <List extends "items" | "boms" | "sources">(list: List) =>
    once(all.flatMap((demand): CrmDemand[List][number][] => [...demand[list]]));
  // Returns and complaints are certain: the same in every outcome.
  const { supplies, blockedLots } = all[0]!;
  return {
    ofOutcome: all.map(({ demands }) => demands),
    input: {
      ...input,
      items: [...(input.items ?? []), ...variants("items")],
      boms: [...(input.boms ?? []), ...variants("boms")],
      sources: [...(input.sources ?? []), ...variants("sources")],
      supplies: [...(input.supplies ?? []), ...supplies],
      stock: blockLots(input.stock ?? [], blockedLots).stock,
    },
    issues: once(all.flatMap(({ issues }) => issues)),
  };
}

/** Each that says the same only once. */
function once<Row>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
