import { ceilDivide, type Ratio } from "../../core/index.js";
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

/**
 * L4: the economic lot, the least whole Q with Q² × holding ≥ 2 × setup × demand.
 *
 * @returns the counts of a lot, 1 or more
 *
 * Source: F. W. Harris, "How many parts to make at once", Factory 10 (1913).
 *
 * @example
 * ```ts
 * const [setup, holding, demand] = [100n, 12n, 200n].map((num) => ({ num, den: 1n }));
 * economicLot({ setup: setup!, holding: holding!, demand: demand! }); // => 58n
 * ```
 */
export function economicLot({ setup, holding, demand }: EconomicLot): bigint {
  const square = ceilDivide(
    2n * setup.num * demand.num * holding.den,
    setup.den * demand.den * holding.num,
  );
  const root = floorRoot(square);
  return root * root === square ? root : root + 1n;
}
