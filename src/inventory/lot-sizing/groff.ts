import type { LookAheadRule } from "./look-ahead.js";
import { extendLot, type PartPeriodRule } from "./part-periods.js";

/** n·T·(T + 1) ≤ 2A ÷ h, T the periods that the next need n would be held. */
const RULE: PartPeriodRule = {
  half: (periods) => periods + 1,
  carried: 0,
  whole: 0,
  always: false,
};

/**
 * L9: extends the lot while holding the next need costs no more than the setup that is saved by
 * spreading it over one period more.
 *
 * Source: G. K. Groff, "A lot-sizing rule for time-phased component demand", Production and Inventory
 * Management 20 (1979).
 */
export const groff: LookAheadRule = (needs, from, to, figures) =>
  extendLot(RULE, needs, from, to, figures.costs, figures.ties ?? "extend");
