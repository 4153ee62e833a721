import { Decimal, PlanningInputError } from "../../core/index.js";
import { show } from "../input/issues.js";
import { readOptions } from "../plan/options.js";
import { type Plan, planRequirements } from "../plan/plan.js";
import { stateOf } from "../plan/plan-state.js";
import { stockingPoints } from "../plan/stocking-points.js";
import type { PlanningInput } from "../schema/planning-input.js";
import type { SupplyRow } from "./carry-out-supplies.js";
import type { OrderDifference } from "./compare-order-changes.js";
import { orderDifferences } from "./compare-orders.js";
import { costOf, type DampedPoint, stockingCosts } from "./damp-costs.js";
import { chosenOrders, frozenBeside } from "./freeze-orders.js";
import { planInput } from "./plan-input.js";
import { replan } from "./replan.js";

/** What it costs to change what people were told, in the money of setup and holding costs. */
export interface ChangeCosts {
  /** Of each order that is added, removed, moved or resized. */
  readonly perChange?: number | string | undefined;
  /** Of each calendar day by which an order moves. */
  readonly perDay?: number | string | undefined;
  /** Of each stock unit by which an order grows or shrinks, all of it when it comes or goes. */
  readonly perUnit?: number | string | undefined;
}

/** Whether a stocking point keeps the orders of the old plan. */
export interface DampingDecision extends DampedPoint {
  readonly kept: boolean;
  /** What new orders save there in setup and holding; negative when they cost more. */
  readonly saving: Decimal;
  /** What changing the old ones costs, less what changes are needed all the same. */
  readonly price: Decimal;
}

/** A plan that stays near an old one where change costs more than it saves. */
export interface DampedPlan {
  readonly plan: Plan;
  /** The input of that plan: the new one with a frozen supply for each order that is kept. */
  readonly input: PlanningInput;
  /** From the top level down, of each stocking point whose orders would have changed. */
  readonly decisions: readonly DampingDecision[];
  /** What is not saved, since orders were kept. */
  readonly savingForgone: Decimal;
  /** What was not spent on changes, since orders were kept. */
  readonly priceAvoided: Decimal;
}

/**
 * Plans a changed input so that a new plan stays near the old one: where changing the orders of a
 * stocking point costs more than the new ones save, the old ones are kept as frozen firm orders.
 *
 * From the top level down, each stocking point whose orders would differ is planned both ways, under
 * what was decided above it: anew, and with its old orders frozen and new ones for what they leave
 * uncovered. The *saving* is setup × orders + holding × stock at the end of each day of the horizon,
 * there alone, kept less new. The *price* is what the changes of orders cost, new less kept. The old
 * orders are kept when the price is higher than the saving. An order that only becomes firm has not
 * changed, and one that the input has as a supply already is kept both ways. Where the old orders cannot
 * be any more, since their source is gone, new ones are taken.
 * Costs are those of the lot rule, else of the item at the site, else of the item, else 0.
 *
 * @param old - the plan by which people work
 * @param input - what is to be planned now; a later planning start, too
 * @param costs - of a change, of a day, of a stock unit; what is left out costs nothing
 * @returns the damped plan, its input, and each decision with its figures
 * @throws PlanningInputError with every mistake of the input or the costs
 *
 * Source: the change cost procedure in Blackburn, Kropp and Millen, A comparison of strategies to dampen
 * nervousness in MRP systems, Management Science 32 (1986), 413 – 429, and before it in Carlson, Jucker
 * and Kropp, Less nervous MRP systems, Management Science 25 (1979), 754 – 761, which weigh in the lot
 * rule itself; here whole stocking points are weighed, whatever their rule.
 *
 * @example
 * ```ts
 * const input = { startDate: "2026-01-05", items: [{ id: "wheel", setupCost: 9, holdingCost: 1 }] };
 * const demand = (due: string) => [{ id: "d1", item: "wheel", quantity: 4, due }];
 * const old = planRequirements({ ...input, demands: demand("2026-01-09") });
 * const damped = dampPlan(old, { ...input, demands: demand("2026-01-10") }, { perDay: 7 });
 * damped.decisions.map(({ kept, saving, price }) => [kept, `${saving}`, `${price}`]);
 * // => [[true, "4", "7"]]
 * damped.plan.orders.length; // => 0
 * ```
 */
export function dampPlan(old: Plan, input: PlanningInput, costs: ChangeCosts): DampedPlan {
  const pointsOfOld = new Map(
    stockingPoints(old).map(({ lowLevelCode: _, ...point }, n) => [JSON.stringify(point), [n]]),
  );
  const price = priceOf(costs);
  let plan = planRequirements(input);
  let damped = planInput(plan);
  const costsAt = stockingCosts(damped);
  const decisions: DampingDecision[] = [];
  for (const { item, site, segment } of stockingPoints(plan)) {
    const point = { item, site, segment };
    const isHere = (one: DampedPoint): boolean =>
      one.item === item && one.site === site && one.segment === segment;
    const changes = orderDifferences(old, plan, isHere);
    if (!changes.some(isChange)) continue;
    const orders = chosenOrders(
      stateOf(old),
      pointsOfOld.get(JSON.stringify(point)) ?? [],
      ({ due }) => due >= plan.startDate && due <= plan.horizonEnd,
    );
    const frozen = frozenBeside(damped.supplies ?? [], orders);
    if (frozen.length === 0) continue;
    const kept = keepOrders(plan, damped, frozen);
    if (kept === undefined) continue;
    const saving = costOf(kept.plan, point, frozen.length, costsAt(point)).minus(
      costOf(plan, point, 0, costsAt(point)),
    );
    const priceHere = price(changes).minus(price(orderDifferences(old, kept.plan, isHere)));
    const isKept = priceHere.gt(saving);
    decisions.push({ ...point, kept: isKept, saving, price: priceHere });
    if (isKept) ({ plan, input: damped } = kept);
  }
  const sum = (field: "saving" | "price"): Decimal =>
    decisions.reduce(
      (total, decision) => (decision.kept ? total.plus(decision[field]) : total),
      new Decimal(0),
    );
  return {
    plan,
    input: damped,
    decisions,
    savingForgone: sum("saving"),
    priceAvoided: sum("price"),
  };
}

/**
 * The same with orders of the old plan as frozen supplies; `undefined` where they can no longer be: a
 * source is gone, or a firm transfer would close a cycle that a lane from stock alone does not (K44).
 */
function keepOrders(
  plan: Plan,
  input: PlanningInput,
  put: readonly SupplyRow[],
): { readonly plan: Plan; readonly input: PlanningInput } | undefined {
  const supplies = [...(input.supplies ?? []), ...put];
  try {
    return { plan: replan(plan, { supplies: { put } }), input: { ...input, supplies } };
  } catch (error) {
    if (error instanceof PlanningInputError) return undefined;
    throw error;
  }
}

/** An order that only became firm, or was so before, is what it was. */
function isChange({ change, days, quantity }: OrderDifference): boolean {
  return (change !== "firmed" && change !== "unfirmed") || days !== 0 || !quantity.isZero();
}

/** What changes of orders cost. @throws PlanningInputError when the costs are none */
function priceOf(costs: ChangeCosts): (changes: readonly OrderDifference[]) => Decimal {
  const fields = ["perChange", "perDay", "perUnit"] as const;
  const read = { perChange: 0, perDay: 0, perUnit: 0, ...readOptions(costs, fields) };
  const [perChange, perDay, perUnit] = fields.map((field) => readCost(read[field], field));
  return (changes) =>
    changes.filter(isChange).reduce(
      (sum, { days, quantity }) =>
        sum
          .plus(perChange!)
          .plus(perDay!.times(Math.abs(days)))
          .plus(perUnit!.times(quantity.abs())),
      new Decimal(0),
    );
}

function readCost(value: unknown, field: string): Decimal {
  const isText = typeof value === "string" && /^\d{1,30}(\.\d{1,20})?$/.test(value);
  if (isText || (typeof value === "number" && Number.isFinite(value) && value >= 0)) {
    return new Decimal(value);
  }
  const message = `The ${field} (${show(value)}) must be a number, or a decimal as text, of 0 or more.`;
  throw new PlanningInputError([{ code: "outOfRange", path: ["options", field], message }]);
}
