/**
 * From records to demand: which of a deal's records counts, how much of it, when, and from which
 * forecast it is taken; what returns bring, what complaints block, what credit holds back. Every line
 * of every record stands once in an account. Builds on `records` and the core; options choose lines of
 * bills by `bom`. Implements X1, with K62 – K64 and K69.
 */
export { type BlockedStock, blockLots } from "./block-lots.js";
export type { CreditHold } from "./credit-hold.js";
export { type CreditReview, creditHolds } from "./credit-holds.js";
export type {
  BlockedLot,
  CountedBecause,
  CrmDemand,
  DemandAccountRow,
  ForecastAccountRow,
} from "./crm-demand.js";
export type { DealLine, DealState, DealStep, DealThread } from "./deal-thread.js";
export { dealThreads } from "./deal-threads.js";
export { demandFromCrm } from "./demand-from-crm.js";
export type {
  DealPolicy,
  DemandPolicy,
  NeedDatePolicy,
  OptionBill,
  Variants,
} from "./demand-policy.js";
export type { CountedList, LineReference, RecordReference } from "./record-reference.js";
