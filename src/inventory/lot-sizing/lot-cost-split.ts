import { addRatios, multiplyRatios, powerOfTen, type Ratio, ratioOf } from "../../core/index.js";
import type { LotOrder } from "./lot-plan.js";
import type { LotProblem } from "./lot-problem.js";

/** What one order costs. */
export interface OrderCost {
  readonly setup: Ratio;
  /** Of its units, each from its receipt to its use, or to the end of the last period. */
  readonly holding: Ratio;
  readonly purchase: Ratio;
}

const ZERO: Ratio = { num: 0n, den: 1n };

/**
 * Splits the cost of a plan by its orders, first in first out.
 *
 * @returns the cost of each order, and of holding the stock that was on hand
 */
export function costSplit(
  problem: LotProblem,
  orders: readonly LotOrder[],
): { readonly byOrder: readonly OrderCost[]; readonly onHand: Ratio } {
  const charge = holdingCharges(problem);
  const onHand = charge(0, problem.onHand);
  const byOrder = orders.map(({ period, quantity }) => ({
    setup: problem.setupCost[period]!,
    holding: charge(period, quantity),
    purchase: purchaseCost(problem.unitCost[period]!, quantity, problem.decimals),
  }));
  return { byOrder, onHand };
}

/**
 * Charges one supply after the other for its time in stock; each serves the needs that those before it
 * left. A unit used in period k was in stock at the ends of the periods from its receipt to k − 1;
 * on average, half of period k as well.
 */
function holdingCharges(problem: LotProblem): (received: number, quantity: number) => Ratio {
  const { demand, terminalStock, decimals, isAverage } = problem;
  const periods = demand.length;
  const needs = [...demand];
  needs[periods - 1]! -= terminalStock;
  const { untilUse, untilStart, part } = heldUntil(problem.holdingCost, isAverage);
  const counts = part * powerOfTen(decimals);
  let period = 0;
  return (received, quantity) => {
    let cost = 0n;
    let left = quantity;
    while (left > 0 && period < periods) {
      const used = Math.min(left, needs[period]!);
      if (used > 0) {
        const each = untilUse[period]! - untilStart[received]!;
        if (each !== 0n) cost += each * BigInt(used);
        needs[period]! -= used;
        left -= used;
      }
      if (left > 0) period++;
    }
    if (left > 0) cost += (untilStart[periods]! - untilStart[received]!) * BigInt(left);
    return cost === 0n ? ZERO : ratioOf(cost, counts);
  };
}

/**
 * What holding a unit from the first period on costs, in whole parts of which `part` are one of money:
 * to the beginning of each period and the end of the last, and to the use in each period.
 */
function heldUntil(holdingCost: readonly Ratio[], isAverage: boolean) {
  let shared = 1n;
  for (const { den } of holdingCost) if (shared % den !== 0n) shared *= ratioOf(shared, den).den;
  const part = isAverage ? 2n * shared : shared;
  const untilStart = [0n];
  const untilUse: bigint[] = [];
  let held = 0n;
  for (const { num, den } of holdingCost) {
    const cost = num * (part / den);
    untilUse.push(isAverage ? held + cost / 2n : held);
    held += cost;
    untilStart.push(held);
  }
  return { untilUse, untilStart, part };
}

/** The sum of two amounts, quick where one is nothing. */
export function sumOfMoney(a: Ratio, b: Ratio): Ratio {
  if (a.num === 0n) return b;
  return b.num === 0n ? a : addRatios(a, b);
}

function purchaseCost(price: Ratio, counts: number, decimals: number): Ratio {
  if (price.num === 0n) return ZERO;
  return multiplyRatios(price, ratioOf(BigInt(counts), powerOfTen(decimals)));
}
