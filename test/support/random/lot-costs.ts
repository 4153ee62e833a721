import fc from "fast-check";
import { amount, someOf, written } from "./amounts.js";
import { draft, given, rarely, sometimes, type Value } from "./optional.js";

const LOOKING_AHEAD = [
  "leastUnitCost",
  "leastTotalCost",
  "partPeriodBalancing",
  "silverMeal",
  "groff",
  "incrementalOrderQuantity",
  "wagnerWhitin",
] as const;

/** Small and round, so that plans of equal cost are frequent; some are not round at all. */
const setupCost = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 7.5, "0.000001", "33.333333", 1_000_000) },
);

const holdingCost = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(1, 2, 0.5, "0.1") },
  { weight: 1, arbitrary: fc.constantFrom(0, "0.027397", 7.25, "0.000000001") },
);

/** A lot rule by cost (L4–L11). */
export const lotCosts = draft({
  rule: fc.constantFrom(...LOOKING_AHEAD, "economicOrderQuantity"),
  period: sometimes(fc.constantFrom("days", "weeks", "months")),
  lookAhead: sometimes(fc.boolean()),
  lookBack: sometimes(fc.boolean()),
  setupCost,
  holdingCost,
  annualDemand: amount,
  /** Which costs the rule leaves to the item. */
  ofItem: fc.constantFrom("none", "setup", "holding", "both"),
  /** Costs of the item that the rule does not need. */
  unused: rarely(setupCost),
});

type Cost = number | string;

/** A rule by cost, its demand of a year in counts of the item. */
export interface LotCostFigures {
  readonly rule: Value<typeof lotCosts>["rule"];
  readonly period?: "days" | "weeks" | "months";
  readonly lookAhead?: boolean;
  readonly lookBack?: boolean;
  readonly setupCost?: Cost;
  readonly holdingCost?: Cost;
  readonly annualDemand?: number;
}

/** Costs that stand beside the rule, on the item or the item-site. */
export interface ItemCosts {
  readonly setupCost?: Cost;
  readonly holdingCost?: Cost;
}

/**
 * The rule with its figures, and the costs that must stand beside it in the same row of items or
 * item-sites.
 *
 * @param months - whether months may be periods
 */
export function lotCostFigures(
  of: Value<typeof lotCosts>,
  decimals: number,
  months: boolean,
): { readonly lotSizing: LotCostFigures; readonly costs: ItemCosts } {
  const isEconomic = of.rule === "economicOrderQuantity";
  const positive = (cost: Cost) => (isEconomic && Number(cost) === 0 ? 1 : cost);
  const [setup, holding] = [positive(of.setupCost), positive(of.holdingCost)];
  const leavesSetup = of.ofItem === "setup" || of.ofItem === "both";
  const leavesHolding = of.ofItem === "holding" || of.ofItem === "both";
  const isBalancing = of.rule === "partPeriodBalancing";
  return {
    lotSizing: given({
      rule: of.rule,
      period: isEconomic ? undefined : of.period === "months" && !months ? "weeks" : of.period,
      lookAhead: isBalancing ? of.lookAhead : undefined,
      lookBack: isBalancing ? of.lookBack : undefined,
      setupCost: leavesSetup ? undefined : setup,
      holdingCost: leavesHolding ? undefined : holding,
      annualDemand: isEconomic ? someOf(of.annualDemand, decimals) : undefined,
    }),
    costs: given({
      setupCost: leavesSetup ? setup : of.unused,
      holdingCost: leavesHolding ? holding : undefined,
    }),
  };
}

/** The field `lotSizing`. */
export function writeLotCosts(of: LotCostFigures, decimals: number) {
  const { annualDemand, ...asTheyAre } = of;
  return given({
    ...asTheyAre,
    annualDemand: annualDemand === undefined ? undefined : written(annualDemand, decimals),
  });
}
