import type { LookAheadRule } from "./look-ahead.js";

/** L1: each period's own need. */
export const lotForLot: LookAheadRule = () => 1;
