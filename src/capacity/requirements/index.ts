/**
 * Capacity requirements planning: what the orders of a plan ask of the work centres, each order by
 * itself, against what these can do; where that is too much, or work will wait too long, whose orders it is, and for whom.
 * Rules C2 to C4 and K55, K56, K61.
 */
export { type Bottleneck, bottleneck } from "./bottleneck.js";
export { type CapacityRequirements, capacityRequirements } from "./capacity-requirements.js";
export { compareLoads, type LoadDifference } from "./compare-loads.js";
export { type LoadPeg, type LoadPegDemand, type LoadPegsOptions, loadPegs } from "./load-pegs.js";
export {
  type LoadNeverDone,
  type LoadOutside,
  type LoadProfile,
  type LoadProfileOptions,
  type LoadProfileRow,
  loadProfile,
} from "./load-profile.js";
export { LOADS, type Loaded, type LoadSource } from "./load-source.js";
export { type OverloadMessage, overloadMessages } from "./overload-messages.js";
export type { RequirementOptions } from "./requirement-options.js";
export type * from "./requirement-rows.js";
export {
  type ExpectedWaitingMessage,
  type Variation,
  type WaitingOptions,
  waitingMessages,
} from "./waiting-messages.js";
