import type { SmallLotProblem } from "./random-lot-problem.js";

/** The cheapest way to order, found by trying all. */
export interface Cheapest {
  /** Money for orders, holding and units. */
  readonly cost: number;
  /** The periods of its orders: of equal plans the one with the latest last order, and so on. */
  readonly periods: readonly number[];
  /** What is received in each period. */
  readonly receipts: readonly number[];
}

/**
 * Tries every choice of periods to order in, and gives each need to the order that is cheapest for it.
 *
 * @param problem - small whole figures, so that plain numbers are exact
 */
export function cheapestByTrying(problem: SmallLotProblem): Cheapest {
  const { demand } = problem;
  const needs = demand.map((need, n) => need + (n < demand.length - 1 ? 0 : problem.terminalStock));
  const spare = creditStock(needs, problem.onHand);
  let best: Cheapest | undefined;
  for (let choice = 0; choice < 2 ** needs.length; choice++) {
    const periods = needs.flatMap((_, n) => ((choice >> n) & 1 ? [n] : []));
    const receipts = assign(needs, periods, problem);
    if (receipts === undefined || periods.some((period) => receipts[period] === 0)) continue;
    const plan = { cost: costOf(problem, receipts), periods, receipts };
    if (best === undefined || isBetter(plan, best)) best = plan;
  }
  if (best === undefined) throw new Error(`No plan covers the needs (${spare} spare).`);
  return best;
}

/** What receipts cost, from the stock of each period. */
export function costOf(problem: SmallLotProblem, receipts: readonly number[]): number {
  let stock = problem.onHand;
  let cost = 0;
  for (const [period, need] of problem.demand.entries()) {
    const received = receipts[period]!;
    if (received > 0) cost += at(problem.setupCost, period);
    stock += received - need;
    cost += received * at(problem.unitCost, period) + stock * at(problem.holdingCost, period);
  }
  return cost;
}

/** Takes stock off the first needs and returns what is left of it. */
function creditStock(needs: number[], onHand: number): number {
  let left = onHand;
  for (const [period, need] of needs.entries()) {
    const used = Math.min(left, need);
    needs[period]! -= used;
    left -= used;
  }
  return left;
}

/** Receipts when each need comes from its cheapest order in time, the later of equal ones. */
function assign(
  needs: readonly number[],
  periods: readonly number[],
  problem: SmallLotProblem,
): number[] | undefined {
  const receipts = needs.map(() => 0);
  for (const [period, need] of needs.entries()) {
    if (need === 0) continue;
    const price = (order: number): number => {
      let sum = at(problem.unitCost, order);
      for (let n = order; n < period; n++) sum += at(problem.holdingCost, n);
      return sum;
    };
    const inTime = periods.filter((order) => order <= period);
    if (inTime.length === 0) return undefined;
    const order = inTime.reduce((a, b) => (price(b) <= price(a) ? b : a));
    receipts[order]! += need;
  }
  return receipts;
}

function isBetter(plan: Cheapest, best: Cheapest): boolean {
  if (plan.cost !== best.cost) return plan.cost < best.cost;
  for (let n = 1; n <= plan.periods.length; n++) {
    const [one, other] = [plan.periods.at(-n)!, best.periods.at(-n) ?? -1];
    if (one !== other) return one > other;
  }
  return false;
}

function at(cost: number | readonly number[], period: number): number {
  return typeof cost === "number" ? cost : cost[period]!;
}
