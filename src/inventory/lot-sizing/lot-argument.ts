import {
  addRatios,
  divideRatios,
  type Issue,
  multiplyRatios,
  PlanningInputError,
  powerOfTen,
  type Ratio,
} from "../../core/index.js";
import { readArgument, refuse } from "../argument.js";
import { economicLot } from "./economic-order-quantity.js";
import { LOT_FIELDS, type LotFields, ruleIssues } from "./lot-fields.js";
import { type LotModifiers, loweredMaximum } from "./lot-modifiers.js";
import type { LotProblem } from "./lot-problem.js";
import { countQuantities, decimalsFor } from "./lot-quantities.js";

/** The fields that hold one quantity. */
const QUANTITIES = [
  "onHand",
  "terminalStock",
  "quantity",
  "minimumOrder",
  "orderMultiple",
  "maximumOrder",
] as const;

const ZERO: Ratio = { num: 0n, den: 1n };

/**
 * Reads the argument of `lotSizes`.
 *
 * @throws PlanningInputError with all mistakes
 */
export function readLotProblem(argument: unknown): LotProblem {
  return lotProblemOf(readArgument(argument, LOT_FIELDS));
}

/**
 * Counts quantities and spreads costs over the periods.
 *
 * @throws PlanningInputError with what does not go together
 */
export function lotProblemOf(fields: LotFields): LotProblem {
  const issues = ruleIssues(fields);
  const { demand } = fields;
  const given = QUANTITIES.flatMap((name) => {
    const value = fields[name];
    return value === undefined ? [] : [{ name, path: [name], value }];
  });
  const all = [...given, ...demand.map((value, n) => ({ path: ["demand", n], value }))];
  const decimals = fields.decimals ?? decimalsFor(all);
  const counts = countQuantities(all, decimals, issues);
  const countOf = (name: (typeof QUANTITIES)[number]): number =>
    counts[given.findIndex((one) => one.name === name)] ?? 0;
  const modifiers = readModifiers(
    {
      minimum: countOf("minimumOrder"),
      multiple: countOf("orderMultiple"),
      maximum: countOf("maximumOrder"),
    },
    issues,
  );
  if (issues.length > 0) throw new PlanningInputError(issues);
  const terminalStock = countOf("terminalStock");
  const needs = counts.slice(given.length);
  needs[needs.length - 1]! += terminalStock;
  return {
    rule: fields.rule,
    decimals,
    demand: needs,
    onHand: countOf("onHand"),
    terminalStock,
    setupCost: forEach(fields.setupCost, demand.length),
    holdingCost: forEach(fields.holdingCost, demand.length),
    unitCost: forEach(fields.unitCost ?? ZERO, demand.length),
    isAverage: fields.holdingOn === "averageStock",
    unitCostInAverage: fields.unitCostInAverage ?? false,
    quantity:
      fields.rule === "economicOrderQuantity"
        ? economicCounts(fields, decimals)
        : countOf("quantity"),
    each: fields.each ?? false,
    figures: {
      periods: fields.periods ?? 1,
      closest: fields.balancing === "closest",
      lookAhead: fields.lookAhead ?? false,
      lookBack: fields.lookBack ?? false,
      ...(fields.ties === undefined ? {} : { ties: fields.ties }),
    },
    modifiers,
  };
}

function readModifiers(modifiers: LotModifiers, issues: Issue[]): LotModifiers {
  if (modifiers.maximum === 0) return modifiers;
  const maximum = loweredMaximum(modifiers);
  if (maximum === 0) {
    const message =
      "No order fits between the minimumOrder, the orderMultiple and the maximumOrder. Raise the maximumOrder.";
    issues.push({ code: "contradiction", path: ["maximumOrder"], message });
  }
  return { ...modifiers, maximum };
}

/** The economic lot for the average demand of a period, in counts. */
function economicCounts(
  { setupCost, holdingCost, demand, averageDemand }: LotFields,
  decimals: number,
): number {
  const counts: Ratio = { num: powerOfTen(decimals), den: 1n };
  const average =
    averageDemand ??
    divideRatios(demand.reduce(addRatios), { num: BigInt(demand.length), den: 1n });
  if (average.num === 0n) return 1;
  const lot = economicLot({
    setup: setupCost as Ratio,
    holding: divideRatios(holdingCost as Ratio, counts),
    demand: multiplyRatios(average, counts),
  });
  if (lot > BigInt(Number.MAX_SAFE_INTEGER)) {
    refuse(
      "outOfRange",
      ["setupCost"],
      "The economic order quantity leaves what is held exactly (2^53 of the smallest parts). Correct the costs or the decimals.",
    );
  }
  return Number(lot);
}

function forEach(cost: Ratio | readonly Ratio[], periods: number): readonly Ratio[] {
  return Array.isArray(cost) ? cost : new Array<Ratio>(periods).fill(cost as Ratio);
}
