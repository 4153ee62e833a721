import { ceilDivide, type Ratio } from "../../core/index.js";
import { readArgument } from "../argument.js";
import { positiveRatio } from "../ratio-argument.js";
import { floorRoot } from "./whole-root.js";

/** What the size of the economic lot depends on: exact, and above 0. */
export interface EconomicLot {
  /** Money for one order. */
  readonly setup: Ratio;
  /** Money for one count (10^-decimals of the item) in stock over some time. */
  readonly holding: Ratio;
  /** The counts that are needed in the same time. */
  readonly demand: Ratio;
}

const FIELDS = { setup: positiveRatio, holding: positiveRatio, demand: positiveRatio };

/**
 * L4: the economic lot, the least whole Q with Q² × holding ≥ 2 × setup × demand.
 *
 * @param of - costs of an order and of a count in stock, and the demand in the same time
 * @returns the counts of a lot, 1 or more
 * @throws PlanningInputError when a figure is missing, is no ratio or is not above 0
 *
 * Source: F. W. Harris, "How many parts to make at once", Factory 10 (1913).
 *
 * @example
 * ```ts
 * const [setup, holding, demand] = [100n, 12n, 200n].map((num) => ({ num, den: 1n }));
 * economicLot({ setup: setup!, holding: holding!, demand: demand! }); // => 58n
 * ```
 */
export function economicLot(of: EconomicLot): bigint {
  const { setup, holding, demand } = readArgument(of, FIELDS);
  const square = ceilDivide(
    2n * setup.num * demand.num * holding.den,
    setup.den * demand.den * holding.num,
  );
  const root = floorRoot(square);
  return root * root === square ? root : root + 1n;
}
