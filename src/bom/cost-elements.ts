import {
  addRatios,
  commonDenominator,
  multiplyRatios,
  type Ratio,
  ratioOf,
} from "../core/index.js";
import { type ExactAmount, exactAmount } from "./exact-amount.js";

/** A cost by what it was spent on, for one unit of an item. */
export interface CostElements {
  /** Bought material. */
  readonly material: ExactAmount;
  /** Setup, spread over the costing lot. */
  readonly setup: ExactAmount;
  /** Hours of the run × their rate. */
  readonly run: ExactAmount;
  readonly overhead: ExactAmount;
  /** Work done by others. */
  readonly subcontract: ExactAmount;
  /** What by-products bring in. */
  readonly credit: ExactAmount;
  /** All of them, less the credit. */
  readonly total: ExactAmount;
}

/** The elements that are added up, in the order in which a {@link Cost} holds them. */
export const ELEMENTS = ["material", "setup", "run", "overhead", "subcontract", "credit"] as const;

/** A cost inside: one exact figure for each of {@link ELEMENTS}. */
export type Cost = readonly Ratio[];

const ZERO: Ratio = { num: 0n, den: 1n };

/** What costs nothing. */
export const NO_COST: Cost = ELEMENTS.map(() => ZERO);

/** Multiplies a cost by a ratio. */
export function scaleCost(cost: Cost, times: Ratio): Cost {
  return cost.map((figure) => multiplyRatios(figure, times));
}

/**
 * Adds up costs, each so many times.
 *
 * Each element is summed over a common denominator and reduced once at the end: the fractions of many
 * components have long denominators, and to reduce each sum on the way would take most of the time.
 */
export class CostSum {
  readonly #nums: bigint[];
  readonly #dens: bigint[];

  constructor(first: Cost) {
    this.#nums = first.map(({ num }) => num);
    this.#dens = first.map(({ den }) => den);
  }

  /** Adds so many times a cost. */
  add(cost: Cost, times: Ratio): void {
    for (const [e, figure] of cost.entries()) {
      if (figure.num === 0n) continue;
      const { num, den } = multiplyRatios(figure, times);
      const before = this.#dens[e]!;
      const common = commonDenominator(before, den);
      if (common !== before) this.#nums[e]! *= common / before;
      this.#nums[e]! += num * (common / den);
      this.#dens[e] = common;
    }
  }

  /** The sum, in lowest terms. */
  total(): Cost {
    return this.#nums.map((num, e) => ratioOf(num, this.#dens[e]!));
  }
}

/** The face of a cost. */
export function costElements(cost: Cost): CostElements {
  const [material, setup, run, overhead, subcontract, credit] = cost as readonly [
    Ratio,
    Ratio,
    Ratio,
    Ratio,
    Ratio,
    Ratio,
  ];
  const spent = [material, setup, run, overhead, subcontract].reduce(addRatios);
  return {
    material: exactAmount(material),
    setup: exactAmount(setup),
    run: exactAmount(run),
    overhead: exactAmount(overhead),
    subcontract: exactAmount(subcontract),
    credit: exactAmount(credit),
    total: exactAmount(addRatios(spent, { num: -credit.num, den: credit.den })),
  };
}
