import { Decimal } from "../../../src/index.js";
import { type LotSizes, type LotSizing, lotSizes } from "../../../src/inventory/index.js";
import { faultsOfExpected, type PublishedCase, type Verdict, verdictOf } from "./published-case.js";
import { type Num, quantityText } from "./quantities.js";

interface Input {
  readonly demand: readonly Num[];
  readonly setupCost: Num | readonly Num[];
  readonly holdingCost: Num;
  readonly unitCost?: Num | readonly Num[];
  readonly onHand: Num;
}

interface RuleExpected {
  readonly plan: readonly Num[];
  readonly cost: Num;
  readonly setupCost?: Num;
  readonly holdingCost?: Num;
  readonly orders?: number;
  readonly endingInventory?: Num;
  /** Figures of the rule, which are no result. */
  readonly quantity?: Num;
  readonly periods?: number;
  readonly alternativeOptima?: readonly (readonly Num[])[];
}

interface Expected {
  readonly rules: Readonly<Record<string, RuleExpected>>;
}

/** What is compared, what is a figure of the rule, and what only tells where a figure is from. */
const FIELDS = [
  ...["plan", "cost", "setupCost", "holdingCost", "orders", "endingInventory"],
  ...["quantity", "periods", "alternativeOptima"],
  ...["published", "publishedPlan", "publishedWhere"],
];

/** Runs a case of the area `lot-sizing`: every kind names rules and what each makes of the needs. */
export function lotSizing(published: PublishedCase): Verdict {
  const faults = faultsOfExpected(published.expected, ["rules"]);
  if (faults.length > 0) return verdictOf(faults);
  const input = published.input as Input;
  const { rules } = published.expected as Expected;
  return verdictOf(
    Object.entries(rules).flatMap(([rule, expected]) =>
      [
        ...Object.keys(expected)
          .filter((field) => !FIELDS.includes(field))
          .map((field) => `expected has an unknown field: ${field}`),
        ...differences(lotSizes(argumentOf(rule, input, expected)), input, expected),
      ].map((reason) => `${rule}: ${reason}`),
    ),
  );
}

function argumentOf(name: string, input: Input, { quantity, periods }: RuleExpected): LotSizing {
  const withUnitCost = name === "silverMealWithUnitCost";
  return {
    ...input,
    rule: (withUnitCost ? "silverMeal" : name) as LotSizing["rule"],
    ...(withUnitCost ? { unitCostInAverage: true } : {}),
    ...(quantity === undefined ? {} : { quantity }),
    ...(periods === undefined ? {} : { periods }),
  };
}

function differences(found: LotSizes, input: Input, expected: RuleExpected): string[] {
  const reasons: string[] = [];
  const differ = (what: string, wanted: Num | Decimal | undefined, got: Num | Decimal): void => {
    if (wanted === undefined || quantityText(wanted) === quantityText(got)) return;
    reasons.push(`${what}: expected ${wanted}, found ${got}`);
  };
  const plans = [expected.plan, ...(expected.alternativeOptima ?? [])].map(planText);
  const plan = planText(found.receipts);
  if (!plans.includes(plan)) reasons.push(`plan: expected ${plans.join(" or ")}, found ${plan}`);
  for (const [n, one] of [expected.plan, ...(expected.alternativeOptima ?? [])].entries()) {
    differ(`cost of plan ${n + 1} of the case`, expected.cost, costOf(one, input));
  }
  differ("cost", expected.cost, found.totalCost);
  differ("setupCost", expected.setupCost, found.setupCost);
  differ("holdingCost", expected.holdingCost, found.holdingCost);
  differ("orders", expected.orders, found.orders);
  differ("endingInventory", expected.endingInventory ?? 0, found.endingInventory);
  return reasons;
}

/** What a plan costs, worked out here; `NaN` where it leaves a need open. */
function costOf(plan: readonly Num[], input: Input): Decimal {
  const at = (cost: Num | readonly Num[], period: number): Decimal =>
    new Decimal(quantityText(typeof cost === "object" ? cost[period]! : cost));
  let stock = new Decimal(quantityText(input.onHand));
  let cost = new Decimal(0);
  for (const [period, need] of input.demand.entries()) {
    const received = at(plan, period);
    if (!received.isZero()) cost = cost.plus(at(input.setupCost, period));
    stock = stock.plus(received).minus(quantityText(need));
    if (stock.isNegative()) return new Decimal(Number.NaN);
    cost = cost
      .plus(stock.times(quantityText(input.holdingCost)))
      .plus(received.times(at(input.unitCost ?? 0, period)));
  }
  return cost;
}

function planText(plan: readonly (Num | Decimal)[]): string {
  return plan.map(quantityText).join(" ");
}
