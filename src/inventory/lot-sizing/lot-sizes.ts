import { type Decimal, quantityToDecimal, type Ratio, ratioToDecimal } from "../../core/index.js";
import type { ExactNumber } from "./exact-argument.js";
import { readLotProblem } from "./lot-argument.js";
import { costSplit, sumOfMoney } from "./lot-cost-split.js";
import { type LotOrder, lotPlan } from "./lot-plan.js";
import type { LotProblem } from "./lot-problem.js";
import type { LotSizingRule } from "./lot-rules.js";
import type { Ties } from "./part-periods.js";

/** What {@link lotSizes} is asked: the needs of one item and its costs. */
export interface LotSizing {
  /** How the needs become orders. */
  readonly rule: LotSizingRule;
  /** What is needed in each period, in units, the first period first. */
  readonly demand: readonly ExactNumber[];
  /** Money for one order: one amount, or one for each period. */
  readonly setupCost: ExactNumber | readonly ExactNumber[];
  /**
   * Money for a unit in stock over one period: one amount, or one for each period (not for rules by
   * cost other than `wagnerWhitin`).
   */
  readonly holdingCost: ExactNumber | readonly ExactNumber[];
  /** Money for a unit: one amount, or one for each period; 0 when left out. */
  readonly unitCost?: ExactNumber | readonly ExactNumber[] | undefined;
  /** Stock before the first period, in units. */
  readonly onHand?: ExactNumber | undefined;
  /** Stock that must be left after the last period, in units. */
  readonly terminalStock?: ExactNumber | undefined;
  /** How fine the lots are, 0 to 9; as fine as the finest quantity given when left out. */
  readonly decimals?: number | undefined;
  /**
   * On which stock holding is charged, in the decisions and in the cost: on that at the end of the
   * period (when left out), or on the average of the stock after the receipt and at the end.
   */
  readonly holdingOn?: "endingStock" | "averageStock" | undefined;
  /** One lot of `fixedOrderQuantity`, in units. */
  readonly quantity?: ExactNumber | undefined;
  /** Whether each lot of a fixed size is an order of its own. */
  readonly each?: boolean | undefined;
  /** How many periods `periodOrderQuantity` covers. */
  readonly periods?: number | undefined;
  /** The units a period for `economicOrderQuantity`; the mean of `demand` when left out. */
  readonly averageDemand?: ExactNumber | undefined;
  /**
   * Where `partPeriodBalancing` ends a lot: before its holding cost exceeds the setup cost (when left
   * out), or where it is closest to it.
   */
  readonly balancing?: "notExceeding" | "closest" | undefined;
  /** Whether `partPeriodBalancing` extends a lot before a peak. */
  readonly lookAhead?: boolean | undefined;
  /** Whether `partPeriodBalancing` shortens a lot for a peak at its end. */
  readonly lookBack?: boolean | undefined;
  /**
   * What a rule by cost does when one period more is exactly as good: by default it extends the lot,
   * and stops where the closest horizon is sought. `wagnerWhitin` takes the plan with the latest last
   * order.
   */
  readonly ties?: Ties | undefined;
  /** Whether `silverMeal` averages the unit cost too, as some textbooks do. */
  readonly unitCostInAverage?: boolean | undefined;
  /** The least that is ordered, in units. */
  readonly minimumOrder?: ExactNumber | undefined;
  /** Every order is a multiple of it, in units. */
  readonly orderMultiple?: ExactNumber | undefined;
  /** The most of one order, in units; what is above becomes further orders of the same period. */
  readonly maximumOrder?: ExactNumber | undefined;
}

/** One order and what it costs. */
export interface Lot {
  /** The period at whose start it is received, 0 the first. */
  readonly period: number;
  /** In units. */
  readonly quantity: Decimal;
  /** Money for the order. */
  readonly setupCost: Decimal;
  /** Money for holding its units until they are used, first in first out, or to the end. */
  readonly holdingCost: Decimal;
  /** Money for its units. */
  readonly purchaseCost: Decimal;
  /** All of it. */
  readonly totalCost: Decimal;
}

/** The orders for one item, and what they cost together. */
export interface LotSizes {
  /** The orders by period; several of one period where modifiers or `each` ask for it. */
  readonly lots: readonly Lot[];
  /** What is received at the start of each period, in units. */
  readonly receipts: readonly Decimal[];
  /** What is in stock at the end of each period, in units. */
  readonly stock: readonly Decimal[];
  /** How many orders there are. */
  readonly orders: number;
  /** Stock after the last period, in units. */
  readonly endingInventory: Decimal;
  /** Money for all orders. */
  readonly setupCost: Decimal;
  /** Money for holding, that of the stock on hand at the start included. */
  readonly holdingCost: Decimal;
  /** Money for all units. */
  readonly purchaseCost: Decimal;
  /** All of it. */
  readonly totalCost: Decimal;
}

const ZERO: Ratio = { num: 0n, den: 1n };

/**
 * Sizes the lots of one item by a rule, and says what they cost.
 *
 * A lot is received at the start of its period; nothing is late. Whatever a lot brings beyond its
 * need is credited to the needs that follow. Stock on hand covers the first needs. Decisions and costs
 * are exact: quantities are whole counts, money is a fraction.
 *
 * Costs may change by period: `wagnerWhitin` finds the least cost for any setup, holding and unit costs;
 * the other rules weigh the setup cost of the lot's own period. With modifiers each lot of the rule is
 * made an order in turn, so that what was the optimum need not be one.
 *
 * @param sizing - the rule, the needs (units by period) and the costs (money)
 * @returns the lots with their costs; decimals are exact where their expansion ends within 60 digits
 * @throws PlanningInputError when a field is missing, unknown, of another type or out of its range, when
 * an option belongs to another rule or lists differ in length (`contradiction`), or when quantities
 * leave 2^53 counts
 *
 * Source: rules L0–L11; Silver, Pyke & Thomas, *Inventory and Production Management in Supply
 * Chains*, chapter 6; Orlicky, *Material Requirements Planning*, "lot sizing".
 *
 * @example
 * ```ts
 * const demand = [50, 60, 70, 60, 95, 75, 60, 55];
 * const { receipts, totalCost } = lotSizes({
 *   rule: "leastUnitCost",
 *   demand,
 *   setupCost: 47,
 *   holdingCost: "0.05",
 * });
 * receipts.map(Number); // => [410, 0, 0, 0, 0, 0, 115, 0]
 * `${totalCost}`; // => "153.5"
 * `${lotSizes({ rule: "wagnerWhitin", demand, setupCost: 47, holdingCost: "0.05" }).totalCost}`;
 * // => "131"
 * ```
 */
export function lotSizes(sizing: LotSizing): LotSizes {
  const problem = readLotProblem(sizing);
  return lotSizesOf(problem, lotPlan(problem));
}

/** Prices orders, whatever they were sized by. */
export function lotSizesOf(problem: LotProblem, orders: readonly LotOrder[]): LotSizes {
  const { byOrder, onHand } = costSplit(problem, orders);
  const faceOf = facesOf(problem.decimals);
  const lots = orders.map(({ period, quantity }, n) => {
    const { setup, holding, purchase } = byOrder[n]!;
    return {
      period,
      quantity: faceOf.count(quantity),
      ...costFace(faceOf, setup, holding, purchase),
    };
  });
  const total = (part: "setup" | "holding" | "purchase"): Ratio =>
    byOrder.reduce((sum, cost) => sumOfMoney(sum, cost[part]), ZERO);
  const { receipts, stock } = flow(problem, orders);
  return {
    lots,
    receipts: receipts.map(faceOf.count),
    stock: stock.map(faceOf.count),
    orders: lots.length,
    endingInventory: faceOf.count(stock.at(-1)!),
    ...costFace(faceOf, total("setup"), sumOfMoney(onHand, total("holding")), total("purchase")),
  };
}

/** Exact figures as decimals. */
interface Faces {
  readonly count: (count: number) => Decimal;
  readonly money: (money: Ratio) => Decimal;
}

/** Most figures of a plan come again and again, and decimals never change: each is made once. */
function facesOf(decimals: number): Faces {
  const counts = new Map<number, Decimal>();
  const amounts = new Map<bigint, Map<bigint, Decimal>>();
  return {
    count: (count) => {
      let face = counts.get(count);
      if (face === undefined) {
        face = quantityToDecimal(count, decimals);
        counts.set(count, face);
      }
      return face;
    },
    money: (money) => {
      let parts = amounts.get(money.den);
      if (parts === undefined) {
        parts = new Map();
        amounts.set(money.den, parts);
      }
      let face = parts.get(money.num);
      if (face === undefined) {
        face = ratioToDecimal(money);
        parts.set(money.num, face);
      }
      return face;
    },
  };
}

function costFace({ money }: Faces, setup: Ratio, holding: Ratio, purchase: Ratio) {
  return {
    setupCost: money(setup),
    holdingCost: money(holding),
    purchaseCost: money(purchase),
    totalCost: money(sumOfMoney(setup, sumOfMoney(holding, purchase))),
  };
}

/** What comes in and what is left, period by period, in counts. */
function flow({ demand, onHand, terminalStock }: LotProblem, orders: readonly LotOrder[]) {
  const receipts = demand.map(() => 0);
  for (const { period, quantity } of orders) receipts[period]! += quantity;
  let left = onHand;
  const stock = demand.map((need, period) => {
    left += receipts[period]! - need;
    return left;
  });
  stock[stock.length - 1]! += terminalStock;
  return { receipts, stock };
}
