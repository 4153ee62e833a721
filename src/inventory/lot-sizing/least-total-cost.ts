import type { LookAheadRule } from "./look-ahead.js";
import { extendLot, type PartPeriodRule } from "./part-periods.js";

/**
 * The holding cost comes closer to the setup cost, |H′ − A| < |H − A|. H only grows, so that is
 * H + H′ < 2A: in part-periods, with P′ = P + T·n, 2P + T·n < 2A ÷ h.
 */
const RULE: PartPeriodRule = {
  half: () => 1,
  carried: 2,
  whole: 0,
  always: true,
};

/**
 * L6: extends the lot to the horizon whose holding cost is closest to the setup cost; of two that are
 * as close, to the shorter.
 *
 * Source: Orlicky, *Material Requirements Planning*, "least total cost"; the part-period balancing
 * of Nahmias, *Production and Operations Analysis*.
 */
export const leastTotalCost: LookAheadRule = (needs, from, to, { costs, ties = "stop" }) => {
  // Where nothing that is held costs anything, every horizon is as close.
  const isFree = costs.holding === 0n && costs.always === 0n;
  if (isFree) return ties === "stop" ? 1 : to - from;
  return extendLot(RULE, needs, from, to, costs, ties);
};
