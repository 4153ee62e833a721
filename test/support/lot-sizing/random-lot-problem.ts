import { fc } from "@fast-check/vitest";
import type { LotSizingRule } from "../../../src/inventory/index.js";

/** A lot-sizing problem without its rule, in small whole figures, so that ties are frequent. */
export interface SmallLotProblem {
  readonly demand: number[];
  readonly setupCost: number | number[];
  readonly holdingCost: number | number[];
  readonly unitCost: number | number[];
  readonly onHand: number;
  readonly terminalStock: number;
}

/** Costs that are the same in all periods. */
export interface SteadyLotProblem extends SmallLotProblem {
  readonly setupCost: number;
  readonly holdingCost: number;
  readonly unitCost: number;
}

const needs = (periods: number) =>
  fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 9 })), { minLength: 1, maxLength: periods });
const stock = fc.oneof(fc.constant(0), fc.nat({ max: 12 }));
const money = (most: number) => fc.oneof(fc.constant(0), fc.nat({ max: most }));

/** Problems of up to some periods with the same costs in all of them. */
export function steadyLotProblem(periods: number): fc.Arbitrary<SteadyLotProblem> {
  return fc.record({
    demand: needs(periods),
    setupCost: money(40),
    holdingCost: money(4),
    unitCost: money(3),
    onHand: stock,
    terminalStock: stock,
  });
}

/** Problems of up to some periods whose costs change from one to the next. */
export function changingLotProblem(periods: number): fc.Arbitrary<SmallLotProblem> {
  return needs(periods).chain((demand) => {
    const each = (most: number) =>
      fc.oneof(
        money(most),
        fc.array(money(most), { minLength: demand.length, maxLength: demand.length }),
      );
    return fc.record({
      demand: fc.constant(demand),
      setupCost: each(40),
      holdingCost: each(4),
      unitCost: each(12),
      onHand: stock,
      terminalStock: stock,
    });
  });
}

/** A rule with its figures. */
export interface RuleChoice {
  readonly rule: LotSizingRule;
  readonly quantity?: number;
  readonly each?: boolean;
  readonly periods?: number;
  readonly balancing?: "notExceeding" | "closest";
  readonly lookAhead?: boolean;
  readonly lookBack?: boolean;
}

/** The problem with the rule; the economic lot knows no cost of 0. */
export function withRule<Problem extends SteadyLotProblem>(
  problem: Problem,
  choice: RuleChoice,
): Problem & RuleChoice {
  const least = choice.rule === "economicOrderQuantity" ? 1 : 0;
  return {
    ...problem,
    setupCost: Math.max(problem.setupCost, least),
    holdingCost: Math.max(problem.holdingCost, least),
    ...choice,
  };
}

const plainRule = fc.constantFrom<LotSizingRule[]>(
  ...(["lotForLot", "leastUnitCost", "leastTotalCost", "silverMeal", "groff"] as const),
  ...(["incrementalOrderQuantity", "wagnerWhitin", "economicOrderQuantity"] as const),
);

/** Every rule, with the figures that it needs. */
export const everyRule: fc.Arbitrary<RuleChoice> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ rule: plainRule }) },
  fc.record({
    rule: fc.constant("fixedOrderQuantity" as const),
    quantity: fc.integer({ min: 1, max: 20 }),
    each: fc.boolean(),
  }),
  fc.record({
    rule: fc.constant("periodOrderQuantity" as const),
    periods: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    rule: fc.constant("partPeriodBalancing" as const),
    balancing: fc.constantFrom("notExceeding" as const, "closest" as const),
    lookAhead: fc.boolean(),
    lookBack: fc.boolean(),
  }),
);
