import { readFileSync } from "node:fs";
import {
  type DemandExplanation,
  explainDemand,
  type OrderPegging,
  type Plan,
  type PlanningInput,
  pegSupply,
  planRequirements,
  replan,
} from "../../src/index.js";
import { lateOrders, type Outcome, type Remedy, tryRemedy, waiting } from "./remedy.js";

/** `what-if.json`: a works that makes pumps, what happens to it, and what it may do. */
interface WhatIfFile {
  readonly works: PlanningInput;
  readonly late: Remedy & { readonly supply: string };
  readonly remedies: readonly Remedy[];
}

const nothing: Remedy = { title: "nothing is done", changes: {} };

/** A late supplier, and what follows from it. */
export interface WhatIf {
  readonly input: PlanningInput;
  /** The plan before the news. */
  readonly plan: Plan;
  /** What the order that comes late is for. */
  readonly pegging: OrderPegging;
  readonly news: string;
  readonly late: Plan;
  /** Why the customer who waits longest waits. */
  readonly worst: DemandExplanation;
  readonly outcomes: readonly Outcome[];
}

/** Plans, hears the news, and tries one remedy after the other. */
export function whatIf(): WhatIf {
  const file = readFileSync(new URL("what-if.json", import.meta.url), "utf8");
  const { works, late: news, remedies } = JSON.parse(file) as WhatIfFile;
  const plan = planRequirements(works);
  const late = replan(plan, news.changes);
  const [worst] = lateOrders(late).sort((one, other) => waiting(other) - waiting(one));
  return {
    input: works,
    plan,
    pegging: pegSupply(plan, news.supply),
    news: news.title,
    late,
    worst: explainDemand(late, worst!.id),
    outcomes: [nothing, ...remedies].map((remedy) => tryRemedy(late, remedy)),
  };
}
