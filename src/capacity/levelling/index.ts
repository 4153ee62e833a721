/**
 * Levelling: what to do where a plan asks more of a work centre than it can do. Orders are done
 * earlier, operations at another work centre, in overtime or later, each as a decision with its cost.
 *
 * Builds on `requirements` (where each order is worked, the load by bucket) and on the jobs of
 * `schedule` (which order waits for which, and for what material). Rule C4, K60.
 */
export { levelLoad } from "./level-load.js";
export type * from "./leveled-load.js";
export type { LevellingOptions, Remedy } from "./levelling-options.js";
