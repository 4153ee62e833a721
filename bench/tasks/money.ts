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
} from "../../src/finance/index.js";
import { planMovements, planRequirements } from "../../src/mrp/index.js";
import { timed } from "../clock.js";
import { generateProblem } from "../generate.js";
import { moneyRows } from "../money-input.js";
import { SEED } from "../sizes.js";
import { answer } from "./answer.js";

const ITEMS = 100_000;
const ROUNDS = 11;

/** A view of a plan in money, or what all of them read. */
interface MoneyView {
  readonly name: string;
  /** Only of a plan with routings, in which work costs something. */
  readonly isOfWork?: boolean;
  /** Makes the view, from the plan on, and returns something that it says. */
  readonly make: () => unknown;
}

/** The time of a view divided by that of a full run. */
export interface MoneyAnswer {
  readonly name: string;
  readonly ratios: readonly number[];
}

/**
 * Money views of a large plan, each made from the plan alone, measured by full runs of `planRequirements`
 * from the rows of that plan. Runs alternate: a full one, then each view, and each ratio is that of a pair.
 * Tables with a row for each item and month are left out: to make a million rows takes longer than the
 * plan.
 *
 * @param hasRoutings - whether the plan has routings, which take long to read: then only views of work
 */
export function money(hasRoutings: boolean): MoneyAnswer[] {
  const input = moneyRows(generateProblem(ITEMS, 7, SEED), SEED, hasRoutings);
  const plan = planRequirements(input);
  const costs = standardCosts(plan);
  const itemPrices = Object.fromEntries(input.items!.map(({ id }, n) => [id, `${n % 90}.50`]));
  const views: readonly MoneyView[] = [
    {
      name: "all movements of stock",
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
      make() {
        const movements = planMovements(plan);
        let orders = 0;
        for (let n = 0; n < movements.pointCount; n++) orders += movements.orders(n).count;
        return orders;
      },
    },
    {
      name: "excess by stocking point",
      make() {
        const movements = planMovements(plan);
        let excess = 0;
        for (let n = 0; n < movements.pointCount; n++) excess += movements.excess(n);
        return excess;
      },
    },
    {
      name: "a ledger by account and month",
      make: () =>
        planLedger(plan, { costs, sales: { itemPrices } }).group({
          by: ["account"],
          bucket: "month",
        }),
    },
    {
      name: "commitments and cash out by supplier and week",
      make: () =>
        planLedger(plan, { costs }).group({
          by: ["account", "supplier"],
          bucket: "week",
          accounts: ["purchaseCommitment", "cashOut"],
        }),
    },
    {
      name: "purchases by supplier and week, with what is owed",
      make: () =>
        purchasingPlan(planLedger(plan, { costs }), { by: ["supplier"], bucket: "week" }).rows,
    },
    {
      name: "price breaks reached",
      make: () => reachedPriceBreaks(plan).length,
    },
    {
      name: "a production plan by month",
      isOfWork: true,
      make: () => productionPlan(planLedger(plan, { costs }), { bucket: "month" }).rows.length,
    },
    { name: "standard costs", make: () => standardCosts(plan).currency },
    {
      name: "sales by customer and month",
      make() {
        const ledger = planLedger(plan, { costs, sales: { itemPrices } });
        return salesPlan(ledger, { by: ["customer"], bucket: "month" }).rows.length;
      },
    },
    {
      // The feasible dates of a plan are found once, in the first round.
      name: "what lateness costs by customer and month",
      make() {
        const penalties = [{ percent: 1, perDays: 7 }];
        const by = ["customer"] as const;
        return latenessCost(plan, { penalties, sales: { itemPrices }, by, bucket: "month" }).rows
          .length;
      },
    },
    {
      name: "figures of stock by family",
      make: () => inventoryFigures(plan, { costs, by: ["family"], capitalRate: "0.08" }).rows,
    },
    ...(["standard", "movingAverage", "fifo"] as const).map((method) => ({
      name: `value of stock by family and month, ${method}`,
      make: () => inventoryValue(plan, { costs, method, by: ["family"], bucket: "month" }).rows,
    })),
  ];
  const asked = views.filter(({ isOfWork = false }) => isOfWork === hasRoutings);
  const ratios = new Map(asked.map((view) => [view, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    const full = timed(() => planRequirements(input)).ms;
    for (const view of asked) {
      const { ms, result } = timed(view.make);
      if (result === undefined) throw new Error(`Nothing is said of ${view.name}.`);
      ratios.get(view)!.push(ms / full);
    }
  }
  return asked.map((view) => ({ name: view.name, ratios: ratios.get(view)! }));
}

await answer(money);
