/**
 * Wagner and Whitin's optimum against their plain programme in O(n²), as ratios: part of `npm run bench`.
 */
import {
  cheapestOrders,
  isExact,
  type OrderProblem,
} from "../src/inventory/lot-sizing/cheapest-orders.js";
import { plainProgramme } from "../test/support/lot-sizing/plain-programme.js";
import { fastest } from "./clock.js";
import { drawsFrom } from "./random.js";
import type { Ratio } from "./table.js";

const SEED = 19_580_301;
const PERIODS = 1_000;

/** Needs of 0 to 200 units, an order worth about four periods of them, costs that change or do not. */
function lotProblem(periods: number, isChanging: boolean): OrderProblem<number> {
  const draws = drawsFrom(SEED);
  const all = Array.from({ length: periods }, (_, period) => period);
  const holding = 5;
  return {
    needs: all.map(() => (draws.chance(0.2) ? 0 : draws.whole(1, 200))),
    setups: all.map(() => (isChanging ? draws.whole(500, 7_500) : 4_000)),
    prices: all.map(
      (period) => holding * (periods - period) + (isChanging ? draws.whole(0, 40) : 0),
    ),
  };
}

function against(name: string, problem: OrderProblem<number>, atLeast?: number): Ratio {
  const { needs, setups, prices } = problem;
  const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
  // Both add plain numbers, and both may only because this holds.
  if (!isExact(sum(needs), sum(setups), Math.max(...prices))) throw new Error("It is not exact.");
  if (`${cheapestOrders(problem)}` !== `${plainProgramme(problem)}`) {
    throw new Error("The plans differ.");
  }
  const plain = fastest(() => plainProgramme(problem));
  const measured = plain / fastest(() => cheapestOrders(problem));
  return { name, measured, ...(atLeast === undefined ? {} : { atLeast }) };
}

/** How many times as fast the optimum is as the plain programme, in the same exact numbers. */
export function lotSizing(): Ratio[] {
  return [
    against(
      "plain ÷ optimum, 1,000 periods, the same costs in all",
      lotProblem(PERIODS, false),
      20,
    ),
    against("plain ÷ optimum, 1,000 periods, all costs change", lotProblem(PERIODS, true), 20),
    against("plain ÷ optimum, 100 periods, the same costs in all", lotProblem(100, false)),
  ];
}
