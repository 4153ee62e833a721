import type { LotCosts } from "./lot-costs.js";
import type { Ties } from "./part-periods.js";

/** What a rule that looks ahead knows of its item. */
export interface LotFigures {
  /** What the rules by cost weigh. */
  readonly costs: LotCosts;
  /** How many periods `periodOrderQuantity` covers, 1 or more. */
  readonly periods?: number | undefined;
  /** Whether `partPeriodBalancing` takes the holding cost closest to the setup cost, above it too. */
  readonly closest?: boolean | undefined;
  /** Whether `partPeriodBalancing` looks ahead, see there. */
  readonly lookAhead?: boolean | undefined;
  /** Whether `partPeriodBalancing` looks back, see there. */
  readonly lookBack?: boolean | undefined;
  /** Whether an exact tie extends the lot; by default it does, except where the closest is sought. */
  readonly ties?: Ties | undefined;
}

/**
 * A lot-sizing rule that looks ahead: how many periods the lot of one period covers.
 *
 * @param needs - the net requirement of each period, in counts: whole numbers, 0 or more
 * @param from - the period of the lot; its need is above 0
 * @param to - the period before which the lot ends: the end of what is known
 * @param figures - what the rule knows of the item
 * @returns the number of periods from `from` on, 1 to `to − from`; the lot is the sum of their needs
 */
export type LookAheadRule = (
  needs: ArrayLike<number>,
  from: number,
  to: number,
  figures: LotFigures,
) => number;
