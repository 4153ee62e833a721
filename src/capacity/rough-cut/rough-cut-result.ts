import type { Decimal } from "../../core/index.js";
import type { ResourceKind } from "./resource.js";

/** What a scheduled item loads. */
export interface RoughCutLoad {
  /** The item of the schedule. */
  readonly item: string;
  /** Its site, where the schedule says it. */
  readonly site: string | null;
  /** Whose work it is, where bills and profiles say so: a component of the item, or it itself. */
  readonly component: string | null;
  readonly load: Decimal;
}

/** Load against capacity of one resource in one period. */
export interface RoughCutRow {
  readonly resource: string;
  readonly kind: ResourceKind;
  readonly unit: string;
  /** Counted from 1. */
  readonly period: number;
  /** First day of the period, where periods have days. */
  readonly from: string | null;
  /** The day after its last. */
  readonly until: string | null;
  readonly load: Decimal;
  /** `null`: not known. */
  readonly capacity: Decimal | null;
  /** What of the capacity is left, 0 in an overload; `null` where the capacity is not known. */
  readonly free: Decimal | null;
  /** Load in percent of capacity; `null` where the capacity is 0 or not known. */
  readonly percentage: Decimal | null;
  /** Load above capacity, else 0; `null` where the capacity is not known. */
  readonly overload: Decimal | null;
  /** What the load is made of, in the order in which it is met. */
  readonly items: readonly RoughCutLoad[];
}

/** Load of a resource that lies in no period. */
export interface RoughCutOutside {
  readonly resource: string;
  /** Before the first period. */
  readonly pastDue: Decimal;
  /** Behind the last period. */
  readonly beyond: Decimal;
  /** What the past due load is made of. */
  readonly pastDueItems: readonly RoughCutLoad[];
}

/** Load against capacity; nothing of the load is lost between the two lists. */
export interface RoughCut {
  /** By resource, then period. */
  readonly rows: readonly RoughCutRow[];
  /** One for each resource. */
  readonly outside: readonly RoughCutOutside[];
}
