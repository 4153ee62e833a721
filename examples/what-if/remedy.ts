import {
  comparePlans,
  nervousness,
  type Plan,
  type PlanChanges,
  type PlanComparison,
  type PlannedDemand,
  replan,
} from "../../src/index.js";

/** Something that may be done, as changes of what is planned with. */
export interface Remedy {
  readonly title: string;
  readonly changes: PlanChanges;
}

/** What becomes of a plan with a remedy. */
export interface Outcome {
  readonly title: string;
  readonly plan: Plan;
  /** What the remedy changes of the plan without it. */
  readonly comparison: PlanComparison;
  /** The customer orders that are not in time. */
  readonly late: readonly PlannedDemand[];
  /** Days by which customers wait too long, added up; Infinity when one waits for ever. */
  readonly daysLate: number;
  /** Planned orders and orders on their way that are not as they were. */
  readonly ordersChanged: number;
  /** From 0, all arrives as before, to 1, nothing does. */
  readonly nervousness: number;
}

/** Plans once more with a remedy; the plan without it stays as it is. */
export function tryRemedy(without: Plan, { title, changes }: Remedy): Outcome {
  const plan = replan(without, changes);
  const comparison = comparePlans(without, plan);
  const late = lateOrders(plan);
  return {
    title,
    plan,
    comparison,
    late,
    daysLate: late.reduce((sum, order) => sum + waiting(order), 0),
    ordersChanged: comparison.orders.length + comparison.supplies.length,
    nervousness: nervousness(without, plan).index,
  };
}

/** The customer orders of a plan that are not in time. */
export function lateOrders(plan: Plan): PlannedDemand[] {
  return [...plan.demands].filter(({ daysLate }) => daysLate !== 0);
}

/** Days by which one is late; `null` in the plan is never. */
export function waiting({ daysLate }: PlannedDemand): number {
  return daysLate ?? Number.POSITIVE_INFINITY;
}
