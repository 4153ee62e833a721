import {
  inventoryFigures,
  inventoryValue,
  latenessCost,
  planLedger,
  productionPlan,
  purchasingPlan,
  reachedPriceBreaks,
  salesPlan,
  standardCosts,
} from "../src/finance/index.js";
import { planMovements, planRequirements } from "../src/mrp/index.js";
import { timed } from "./clock.js";
import { generateProblem } from "./generate.js";
import { moneyRows } from "./money-input.js";
import { planningRows } from "./planning-input.js";
import type { Ratio } from "./table.js";

const ITEMS = 100_000;
const ROUNDS = 5;

/** A view of a plan in money, or what all of them read. */
interface MoneyView {
  readonly name: string;
  readonly atMost: number;
  /** Makes the view, from the plan on, and returns something that it says. */
  readonly make: () => unknown;
}

/**
 * Money views of a large plan, each made from the plan alone, measured by full runs of `planRequirements`
 * from the same rows without what only money asks for, which would take longer to read. Runs alternate: a
 * full one, then each view, and each ratio is that of a pair; the median of the pairs is told. Tables with
 * a row for each item and month are left out: to make a million rows takes longer than the plan.
 */
export function money(seed: number): Ratio[] {
  const problem = generateProblem(ITEMS, 7, seed);
  const input = planningRows(problem);
  const plan = planRequirements(moneyRows(problem, seed));
  const costs = standardCosts(plan);
  const itemPrices = Object.fromEntries(input.items!.map(({ id }, n) => [id, `${n % 90}.50`]));
  const views: readonly MoneyView[] = [
    {
      name: "all movements of stock",
      atMost: 0.5,
      make() {
        const movements = planMovements(plan);
        let sum = 0;
        for (let n = 0; n < movements.pointCount; n++) {
          const { count, quantity } = movements.stock(n);
          for (let k = 0; k < count; k++) sum += quantity[k]!;
        }
        return sum;
      },
    },
    {
      name: "all orders as columns by stocking point",
      atMost: 0.5,
      make() {
        const movements = planMovements(plan);
        let orders = 0;
        for (let n = 0; n < movements.pointCount; n++) orders += movements.orders(n).count;
        return orders;
      },
    },
    {
      name: "excess by stocking point",
      atMost: 1,
      make() {
        const movements = planMovements(plan);
        let excess = 0;
        for (let n = 0; n < movements.pointCount; n++) excess += movements.excess(n);
        return excess;
      },
    },
    {
      name: "a ledger by account and month",
      atMost: 1,
      make: () =>
        planLedger(plan, { costs, sales: { itemPrices } }).group({
          by: ["account"],
          bucket: "month",
        }),
    },
    {
      name: "commitments and cash out by supplier and week",
      atMost: 1,
      make: () =>
        planLedger(plan, { costs }).group({
          by: ["account", "supplier"],
          bucket: "week",
          accounts: ["purchaseCommitment", "cashOut"],
        }),
    },
    {
      name: "purchases by supplier and week, with what is owed",
      atMost: 1,
      make: () =>
        purchasingPlan(planLedger(plan, { costs }), { by: ["supplier"], bucket: "week" }).rows,
    },
    {
      name: "price breaks reached",
      atMost: 1,
      make: () => reachedPriceBreaks(plan).length,
    },
    {
      name: "a production plan by month",
      atMost: 1,
      make: () => productionPlan(planLedger(plan, { costs }), { bucket: "month" }).rows.length,
    },
    { name: "standard costs", atMost: 1, make: () => standardCosts(plan).currency },
    {
      name: "sales by customer and month",
      atMost: 1,
      make() {
        const ledger = planLedger(plan, { costs, sales: { itemPrices } });
        return salesPlan(ledger, { by: ["customer"], bucket: "month" }).rows.length;
      },
    },
    {
      // The feasible dates of a plan are found once, in the first round.
      name: "what lateness costs by customer and month",
      atMost: 1,
      make() {
        const penalties = [{ percent: 1, perDays: 7 }];
        const by = ["customer"] as const;
        return latenessCost(plan, { penalties, sales: { itemPrices }, by, bucket: "month" }).rows
          .length;
      },
    },
    {
      name: "figures of stock by family",
      atMost: 1,
      make: () => inventoryFigures(plan, { costs, by: ["family"], capitalRate: "0.08" }).rows,
    },
    ...(["standard", "movingAverage", "fifo"] as const).map((method) => ({
      name: `value of stock by family and month, ${method}`,
      atMost: 1,
      make: () => inventoryValue(plan, { costs, method, by: ["family"], bucket: "month" }).rows,
    })),
  ];
  const ratios = new Map(views.map((view) => [view, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    const full = timed(() => planRequirements(input)).ms;
    for (const view of views) {
      const { ms, result } = timed(view.make);
      if (result === undefined) throw new Error(`Nothing is said of ${view.name}.`);
      ratios.get(view)!.push(ms / full);
    }
  }
  return views.map((view) => ({
    name: `${view.name} ÷ full run`,
    measured: median(ratios.get(view)!),
    atMost: view.atMost,
  }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
