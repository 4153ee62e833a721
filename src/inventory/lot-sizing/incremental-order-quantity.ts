import type { LookAheadRule } from "./look-ahead.js";
import { extendLot, type PartPeriodRule } from "./part-periods.js";

/** h·T·n ≤ A, T the periods that the next need n would be held. */
const RULE: PartPeriodRule = {
  half: () => 2,
  carried: 0,
  whole: 0,
  always: false,
};

/**
 * L10: extends the lot while holding the next need costs no more than an order of its own.
 *
 * Source: J. R. Freeland and J. L. Colley, "A simple heuristic method for lot sizing in a time-phased
 * reorder system", Production and Inventory Management 23 (1982).
 */
export const incrementalOrderQuantity: LookAheadRule = (needs, from, to, figures) =>
  extendLot(RULE, needs, from, to, figures.costs, figures.ties ?? "extend");
