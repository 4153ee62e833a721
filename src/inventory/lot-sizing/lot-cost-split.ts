import {
  addRatios,
  divideRatios,
  multiplyRatios,
  powerOfTen,
  type Ratio,
} from "../../core/index.js";
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
const HALF: Ratio = { num: 1n, den: 2n };

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
    purchase: multiplyRatios(problem.unitCost[period]!, units(quantity, problem.decimals)),
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
  const heldUntil = cumulative(problem.holdingCost);
  let period = 0;
  return (received, quantity) => {
    let cost = ZERO;
    let left = quantity;
    const add = (used: number, until: Ratio): void => {
      const each = addRatios(until, {
        num: -heldUntil[received]!.num,
        den: heldUntil[received]!.den,
      });
      cost = addRatios(cost, multiplyRatios(each, units(used, decimals)));
    };
    while (left > 0 && period < periods) {
      const used = Math.min(left, needs[period]!);
      if (used > 0) {
        const half = multiplyRatios(problem.holdingCost[period]!, HALF);
        add(used, isAverage ? addRatios(heldUntil[period]!, half) : heldUntil[period]!);
        needs[period]! -= used;
        left -= used;
      }
      if (left > 0) period++;
    }
    if (left > 0) add(left, heldUntil[periods]!);
    return cost;
  };
}

/** What holding a unit from the first period to the beginning of each period costs, and to the end. */
function cumulative(holdingCost: readonly Ratio[]): Ratio[] {
  const held = [ZERO];
  for (const cost of holdingCost) held.push(addRatios(held.at(-1)!, cost));
  return held;
}

function units(counts: number, decimals: number): Ratio {
  return divideRatios({ num: BigInt(counts), den: 1n }, { num: powerOfTen(decimals), den: 1n });
}
