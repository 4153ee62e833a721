import type { Ratio } from "../../core/index.js";
import type { Plan } from "../plan/plan.js";
import { stateOf } from "../plan/plan-state.js";

/** In what an item is counted, and where the plan has sites. */
export interface PromiseItem {
  /** Quantities are whole 10^-decimals of the stock unit. */
  readonly decimals: number;
  /** The stock unit; `null` where it has no name. */
  readonly unit: string | null;
  /** Stock units in one of each other unit, as exact fractions. */
  readonly contains: ReadonlyMap<string, Ratio>;
  /** The sites of the plan. */
  readonly sites: readonly string[];
}

/**
 * What has to be known of an item to ask a plan for it.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param item - the id of an item
 * @returns how it is counted; `undefined` where the plan has no such item
 * @throws PlanningInputError when it is no plan
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "bolt", unit: "piece", decimals: 0, units: [{ unit: "box", contains: 200 }] }],
 * });
 * promiseItem(plan, "bolt")?.contains.get("box"); // => { num: 200n, den: 1n }
 * promiseItem(plan, "nut"); // => undefined
 * ```
 */
export function promiseItem(plan: Plan, item: string): PromiseItem | undefined {
  const { problem } = stateOf(plan).model;
  const number = problem.itemOf.get(item);
  if (number === undefined) return undefined;
  const { decimals, unit, factors } = problem.items[number]!;
  return {
    decimals,
    unit: unit ?? null,
    contains: factors,
    sites: problem.sites.map(({ id }) => id),
  };
}
