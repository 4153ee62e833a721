/**
 * Confirms anew what was confirmed before when supply has changed: who keeps his day, who gains, who
 * gives way, and from whom to whom quantities went (X2).
 *
 * Works on a plain list of supplies and requirements; `backordersOf` makes it from a plan. Builds on the
 * core, and on pegs of requirements planning. Interpretation K68.
 */
export type {
  BackorderChange,
  BackorderInput,
  BackorderLine,
  BackorderRequirement,
  BackorderResult,
  BackorderStrategy,
  BackorderTransfer,
  ConfirmedQuantity,
  GivenConfirmation,
} from "./backorder.js";
export { type BackordersOfOptions, backordersOf } from "./backorders-of.js";
export { rescheduleBackorders } from "./reschedule-backorders.js";
