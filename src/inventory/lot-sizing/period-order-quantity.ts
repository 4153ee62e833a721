import type { LookAheadRule } from "./look-ahead.js";

/** L3: the needs of a fixed number of periods. */
export const periodOrderQuantity: LookAheadRule = (_needs, from, to, { periods = 1 }) =>
  Math.min(periods, to - from);
