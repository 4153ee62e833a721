import type { LookAheadRule } from "./look-ahead.js";
import { extendLot, type PartPeriodRule } from "./part-periods.js";

/**
 * The cost of a unit does not rise, (A + H′) ÷ S′ ≤ (A + H) ÷ S, with H′ = H + h·T·n and S′ = S + n:
 * h·T·n·S ≤ (A + H)·n, so h·(T·S − P) ≤ A with the part-periods P = H ÷ h of the lot.
 */
const RULE: PartPeriodRule = {
  half: () => 0,
  carried: -2,
  whole: 2,
  always: false,
};

/**
 * L5: extends the lot while its cost per unit does not rise.
 *
 * Source: Orlicky, *Material Requirements Planning*, "least unit cost".
 */
export const leastUnitCost: LookAheadRule = (needs, from, to, figures) =>
  extendLot(RULE, needs, from, to, figures.costs, figures.ties ?? "extend");
