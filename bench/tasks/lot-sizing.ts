/**
 * Wagner and Whitin's optimum against their plain programme in O(n²).
 */
import {
  cheapestOrders,
  isExact,
  type OrderProblem,
} from "../../src/inventory/lot-sizing/cheapest-orders.js";
import { plainProgramme } from "../../test/support/lot-sizing/plain-programme.js";
import { fastest } from "../clock.js";
import { drawsFrom } from "../random.js";
import { answer } from "./answer.js";

const SEED = 19_580_301;
const PERIODS = 1_000;
const FEW_PERIODS = 100;
const ROUNDS = 5;
const LEAST_MS = 200;

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

function plainByOptimum(problem: OrderProblem<number>): number {
  const { needs, setups, prices } = problem;
  const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);
  // Both add plain numbers, and both may only because this holds.
  if (!isExact(sum(needs), sum(setups), Math.max(...prices))) throw new Error("It is not exact.");
  if (`${cheapestOrders(problem)}` !== `${plainProgramme(problem)}`) {
    throw new Error("The plans differ.");
  }
  const plain = fastest(() => plainProgramme(problem), ROUNDS, LEAST_MS);
  return plain / fastest(() => cheapestOrders(problem), ROUNDS, LEAST_MS);
}

/** How many times as fast the optimum is as the plain programme, in the same exact numbers. */
export interface LotSizingAnswer {
  readonly sameCosts: number;
  readonly changingCosts: number;
  readonly fewPeriods: number;
}

/** Solves the same problems both ways. */
export function lotSizing(): LotSizingAnswer {
  return {
    sameCosts: plainByOptimum(lotProblem(PERIODS, false)),
    changingCosts: plainByOptimum(lotProblem(PERIODS, true)),
    fewPeriods: plainByOptimum(lotProblem(FEW_PERIODS, false)),
  };
}

await answer(lotSizing);
