import {
  type CrmEvent,
  Decimal,
  type OrderLineStatus,
  orderStatus,
  type Plan,
  type PlanChanges,
  replan,
} from "../../src/index.js";
import { type Moment, newsOf } from "./crm.js";

/** Something that may be done, as changes of what is planned with. */
export interface Remedy {
  readonly title: string;
  /** What is paid for it beside what the plan buys. */
  readonly paid: number;
  readonly changes: PlanChanges;
}

/** What becomes of the orders with a remedy. */
export interface Outcome {
  readonly title: string;
  readonly plan: Plan;
  readonly lines: readonly OrderLineStatus[];
  /** What it costs: what is paid for it, and what the plan buys for more or less. */
  readonly cost: Decimal;
  /** What the CRM would hear. */
  readonly events: readonly CrmEvent[];
}

/** Plans once more with a remedy; the moment without it stays as it is. */
export function tryRemedy(late: Moment, { title, paid, changes }: Remedy): Outcome {
  const plan = replan(late.plan, changes);
  return {
    title,
    plan,
    lines: orderStatus(plan, late.records),
    cost: bought(plan).minus(bought(late.plan)).plus(paid),
    events: newsOf(late, { ...late, plan }),
  };
}

/** What the planned orders of a plan are bought for. */
function bought({ orders }: Plan): Decimal {
  return Decimal.sum(0, ...[...orders].map(({ price }) => price?.amount ?? 0));
}

/** Of the remedies with which nobody waits the cheapest one. */
export function bestOf(outcomes: readonly Outcome[]): Outcome {
  const good = outcomes.filter(({ lines }) => lines.every(({ status }) => status === "onTime"));
  return good.reduce((best, one) => (one.cost.lt(best.cost) ? one : best));
}
