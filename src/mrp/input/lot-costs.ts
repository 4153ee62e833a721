import { multiplyRatios, type Ratio } from "../../core/index.js";
import {
  economicLot,
  LOOK_AHEAD_RULES,
  type LookAheadRuleName,
  lotCosts,
} from "../../inventory/index.js";
import { PARAMETER, readAmount, readRatio } from "./amounts.js";
import type { Context } from "./context.js";
import { show } from "./issues.js";
import type { ParameterRow } from "./parameter-row.js";
import type { Path } from "./path.js";
import type { Item, LotRule } from "./problem.js";

type GivenRule = NonNullable<ParameterRow["row"]["lotSizing"]>;
type EconomicRule = Extract<GivenRule, { rule: "economicOrderQuantity" }>;
/** The rules that weigh setup against holding period by period (L5 – L11). */
export type RuleByCost = Exclude<
  Extract<GivenRule, { rule: LookAheadRuleName }>,
  { rule: "lotForLot" | "periodOrderQuantity" }
>;

/** How many days a unit is held over one period (K34). */
const DAYS_OF_PERIOD: Readonly<Record<NonNullable<RuleByCost["period"]>, Ratio>> = {
  days: { num: 1n, den: 1n },
  weeks: { num: 7n, den: 1n },
  months: { num: 365n, den: 12n },
};

const DAYS_OF_YEAR: Ratio = { num: 365n, den: 1n };

/** Whether a rule weighs setup against holding period by period (L5 – L11). */
export function isByCost(given: GivenRule): given is RuleByCost {
  const { rule } = given;
  return (
    rule !== "lotForLot" && rule !== "periodOrderQuantity" && Object.hasOwn(LOOK_AHEAD_RULES, rule)
  );
}

/** L5 – L11: a rule by cost with its figures for one count and one period. */
export function readRuleByCost(
  context: Context,
  item: Item,
  from: ParameterRow,
  given: RuleByCost,
): LotRule {
  const { period = "days" } = given;
  const setup = cost(context, item, from, given, "setupCost", true);
  const holding = perCount(item, cost(context, item, from, given, "holdingCost", true));
  const costs = lotCosts(setup, multiplyRatios(holding, DAYS_OF_PERIOD[period]));
  const looks =
    given.rule === "partPeriodBalancing"
      ? { lookAhead: given.lookAhead ?? false, lookBack: given.lookBack ?? false }
      : {};
  return { rule: given.rule, window: { unit: period, length: 1 }, figures: { costs, ...looks } };
}

/** L4: the economic lot is a fixed one; `undefined` when it is refused, which is noted. */
export function readEconomicLot(
  context: Context,
  item: Item,
  from: ParameterRow,
  given: EconomicRule,
): LotRule | undefined {
  const path = from.pathOf("lotSizing");
  const setup = cost(context, item, from, given, "setupCost", false);
  const holding = cost(context, item, from, given, "holdingCost", false);
  const demand = annualDemand(context, item, given, [...path, "annualDemand"]);
  // Costs that are refused stand as 1.
  if (demand === 0) return undefined;
  const quantity = economicLot({
    setup,
    holding: multiplyRatios(perCount(item, holding), DAYS_OF_YEAR),
    demand: { num: BigInt(demand), den: 1n },
  });
  if (quantity > BigInt(Number.MAX_SAFE_INTEGER)) {
    const message = `The economicOrderQuantity of item ${show(item.id)} leaves the exact range at ${item.decimals} decimals (2^53). Give the item fewer decimals or a larger unit, or correct the costs.`;
    context.issues.add("quantityOverflow", path, message, { item: item.id });
    return undefined;
  }
  return { rule: "fixedOrderQuantity", quantity: Number(quantity), each: false, isEconomic: true };
}

/** A cost of the rule, else of the item-site, else of the item. */
function cost(
  context: Context,
  item: Item,
  { row, pathOf }: ParameterRow,
  given: RuleByCost | EconomicRule,
  field: "setupCost" | "holdingCost",
  zeroIsFine: boolean,
): Ratio {
  const inRule = given[field];
  const path = inRule === undefined ? pathOf(field) : [...pathOf("lotSizing"), field];
  const value = inRule ?? row[field];
  if (value !== undefined) return readRatio(context, value, path, zeroIsFine);
  if (!context.issues.isInDoubt(pathOf(field))) {
    const message = `The field ${field} is missing. The rule ${given.rule} of item ${show(item.id)} weighs costs: give it, on the rule or on the item.`;
    context.issues.add("missingField", [...pathOf("lotSizing"), field], message);
  }
  return { num: 1n, den: 1n };
}

function annualDemand(context: Context, item: Item, given: EconomicRule, path: Path): number {
  if (given.annualDemand === undefined) {
    if (context.issues.isInDoubt(path)) return 1;
    const message = `The field annualDemand is missing. The rule economicOrderQuantity of item ${show(item.id)} needs it.`;
    context.issues.add("missingField", path, message);
    return 1;
  }
  const demand = readAmount(context, item, given.annualDemand, path, PARAMETER);
  if (demand === 0 && !context.issues.isInDoubt(path)) {
    const message = `The annualDemand (${show(given.annualDemand)}) of item ${show(item.id)} must be more than 0.`;
    context.issues.add("outOfRange", path, message, { value: given.annualDemand });
  }
  return demand;
}

/** What a figure per stock unit is per count (10^-decimals) of the item. */
function perCount(item: Item, perUnit: Ratio): Ratio {
  return multiplyRatios(perUnit, { num: 1n, den: 10n ** BigInt(item.decimals) });
}
