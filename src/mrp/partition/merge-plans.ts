import { type Check, type Issue, listOf, readGuarded, refuseMistakes } from "../../core/index.js";
import { compile } from "../compile/compile.js";
import { readInput } from "../input/read-input.js";
import { guardDays } from "../plan/day-guard.js";
import { makePlan, type Plan } from "../plan/plan.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { mergedOrders } from "./merged-orders.js";
import { type PlanDecisions, planDecisions } from "./plan-decisions.js";
import { decisionsArgument } from "./read-decisions.js";

/**
 * Makes one plan of the plans of the parts of a problem: the plan that planning it in one piece makes, order
 * by order, in every view of it; it can be asked, explained and replanned like any other.
 *
 * The whole input is read and compiled, but not planned. Parts that were planned from other rows are refused
 * as far as that is seen: by stock, demands, open supply, bills and the main parameters, not by calendars,
 * sources and conventions.
 *
 * @param input - the whole input, from which the parts were made
 * @param plans - of all parts, in any order: plans, or what `planDecisions` made of them elsewhere
 * @returns an immutable plan
 * @throws PlanningInputError with every mistake of the input; when plans do not fit it or one another, by
 * their place in `plans`; when they have more orders together than `maxOrders` allows
 *
 * @example
 * ```ts
 * const input = {
 *   startDate: "2026-01-05",
 *   items: [{ id: "bike", onHand: -2 }, { id: "lamp", onHand: -3 }],
 * };
 * const plans = partition(input, { parts: 2 }).map((part) => planRequirements(part.input));
 * const plan = mergePlans(input, plans);
 * [...plan.orders].map(({ item, quantity }) => `${item}: ${quantity}`); // => ["bike: 2", "lamp: 3"]
 * ```
 */
export function mergePlans(input: PlanningInput, plans: readonly (Plan | PlanDecisions)[]): Plan {
  const parts = decisionsOf(plans);
  return guardDays(() => {
    const model = compile(readInput(input));
    const orders = mergedOrders(model, parts);
    return makePlan({ model, orders, given: () => model.problem });
  });
}

/** What callers hand over may be anything. */
function decisionsOf(plans: readonly unknown[]): readonly PlanDecisions[] {
  const part: Check<PlanDecisions> = (plan, place) =>
    decisionsArgument(isPlan(plan) ? planDecisions(plan) : plan, place);
  const issues: Issue[] = [];
  const parts = readGuarded(plans, { path: ["plans"], issues }, listOf(part));
  refuseMistakes(issues);
  return parts!;
}

function isPlan(plan: unknown): plan is Plan {
  return typeof plan === "object" && plan !== null && Symbol.for("orlicky.plan") in plan;
}
