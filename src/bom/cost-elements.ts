import { addRatios, multiplyRatios, type Ratio } from "../core/index.js";
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

/** Adds so many times a cost to another. */
export function addCost(sum: Cost, cost: Cost, times: Ratio): Cost {
  return sum.map((figure, e) =>
    cost[e]!.num === 0n ? figure : addRatios(figure, multiplyRatios(cost[e]!, times)),
  );
}

/** Multiplies a cost by a ratio. */
export function scaleCost(cost: Cost, times: Ratio): Cost {
  return addCost(NO_COST, cost, times);
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
