import type { Decimal } from "../../core/index.js";
import type { Loaded, LoadProfile } from "../requirements/index.js";
import type { RequirementOf } from "../requirements/requirement-rows.js";
import type { Remedy } from "./levelling-options.js";

/** A work centre in a bucket. Days are `"YYYY-MM-DD"`. */
export interface LoadBucket {
  readonly workCenter: string;
  readonly site: string | null;
  /** The first day; of the first bucket the planning start. */
  readonly from: string;
  /** The day after the last. */
  readonly until: string;
}

/** An order that waits for the one that is moved, and is moved with it. */
export interface MovedAlong extends RequirementOf {
  readonly item: string;
  readonly site: string;
  /** The day on which it is usable, before and now. */
  readonly dueBefore: string;
  readonly due: string;
  /** As those of the decision; they are in its cost. */
  readonly daysEarlier: number;
  readonly daysLate: number;
}

interface DecisionFacts extends LoadBucket, RequirementOf {
  /** Of the order. */
  readonly item: string;
  /** The operation for which it was decided. */
  readonly operation: string;
  /** Standard hours of it; of overtime those that are taken up by it. */
  readonly hours: Decimal;
  /** What it costs more; negative: less. `null` where a cost that it takes is not known. */
  readonly cost: Decimal | null;
  /** Days by which the order is now earlier than wanted, less those before: negative for fewer. */
  readonly daysEarlier: number;
  /** Days by which the order is now later than wanted, less those before: negative for fewer. */
  readonly daysLate: number;
}

/** The whole order is done earlier. */
export interface PullAheadDecision extends DecisionFacts {
  readonly remedy: "pullAhead";
  /** The first day of the bucket in which the operation now ends. */
  readonly to: string;
}

/** The operation is done at another work centre. */
export interface AlternateDecision extends DecisionFacts {
  readonly remedy: "alternate";
  /** The work centre. */
  readonly to: string;
  /** Standard hours there. */
  readonly hoursThere: Decimal;
}

/** The work centre works longer. */
export interface OvertimeDecision extends DecisionFacts {
  readonly remedy: "overtime";
  /** Hours of the clock; all units of the work centre work and are paid. */
  readonly overtimeHours: Decimal;
}

/** The operation is done later, and what comes after it. */
export interface PushDecision extends DecisionFacts {
  readonly remedy: "push";
  /** The first day of the bucket in which the operation now begins. */
  readonly to: string;
  /** The orders that wait for this one, over all levels, as far as they had to be moved too. */
  readonly along: readonly MovedAlong[];
}

/** What was decided about one operation in an overload. */
export type LevellingDecision =
  | PullAheadDecision
  | AlternateDecision
  | OvertimeDecision
  | PushDecision;

/**
 * Why a remedy cannot take an operation.
 *
 * `planningStart`: it would begin before the planning start; `material`: before its material is there;
 * `noRoom`: no bucket or alternate has enough free capacity wherever the order is worked; `frozen`: the
 * order, or one that waits for it, is frozen; `noAlternate`, `noOvertime`: there is none, or too little.
 */
export type RemedyLimit =
  | "planningStart"
  | "material"
  | "noRoom"
  | "frozen"
  | "noAlternate"
  | "noOvertime";

/** An operation in an overload that is left. */
export interface RestOperation extends RequirementOf {
  readonly item: string;
  readonly operation: string;
  /** Standard hours of it in this bucket. */
  readonly hours: Decimal;
  /** What was tried, in turn, and why it does not help; empty where overtime was taken for it. */
  readonly tried: readonly { readonly remedy: Remedy; readonly limit: RemedyLimit }[];
}

/** An overload that is left. */
export interface RestOverload extends LoadBucket {
  readonly load: Decimal;
  /** Overtime that was decided included. */
  readonly capacity: Decimal;
  readonly excess: Decimal;
  /** From the least urgent on. */
  readonly operations: readonly RestOperation[];
}

/** Overtime that was decided, in minutes `"YYYY-MM-DDTHH:mm"`. */
export interface UsedOvertime {
  readonly workCenter: string;
  readonly site: string | null;
  readonly from: string;
  readonly until: string;
}

/** When an operation of a moved order is worked, in minutes `"YYYY-MM-DDTHH:mm"`. */
export interface LeveledOperation {
  readonly operation: string;
  /** `null` where a supplier does it. */
  readonly workCenter: string | null;
  readonly start: string;
  readonly end: string;
}

/** An order that stands elsewhere than before. */
export interface LeveledOrder extends RequirementOf {
  readonly item: string;
  readonly site: string;
  /** The day on which it begins. */
  readonly start: string;
  /** The day on which it is usable, before and now. */
  readonly dueBefore: string;
  readonly due: string;
  readonly wanted: string;
  readonly operations: readonly LeveledOperation[];
}

/** The load of a plan after it was levelled: for `loadProfile` and the others, overtime included. */
export interface LeveledLoad extends Loaded {
  /** One after the other, as they were taken. */
  readonly decisions: readonly LevellingDecision[];
  /** The sum of the costs of all decisions; `null` when one of them is not known. */
  readonly cost: Decimal | null;
  /** The orders that were moved or go another way, by id. */
  readonly orders: readonly LeveledOrder[];
  /** Overtime that was decided, by work centre and time. */
  readonly overtime: readonly UsedOvertime[];
  /** Load and capacity, the overtime decided included. */
  readonly profile: LoadProfile;
  /** What is left of the overloads, by time, then id of the work centre. */
  readonly rest: readonly RestOverload[];
}
