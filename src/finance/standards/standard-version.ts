import type { ExactNumber } from "../../core/index.js";
import type { CostOrigin, MissingCostReason } from "../standard-costs/index.js";

/** The parts of a cost that are added up; `credit`, what by-products bring in, is taken off. */
export const COST_ELEMENTS = [
  "material",
  "setup",
  "run",
  "overhead",
  "subcontract",
  "credit",
] as const;

/** A cost by what it is spent on; what is left out is 0. */
export type FrozenElements = {
  readonly [E in (typeof COST_ELEMENTS)[number]]?: ExactNumber | undefined;
};

/** What one stock unit of an item costs by a version. */
export interface FrozenCost {
  readonly item: string;
  /** Only there; at every site that has no row of its own when left out. */
  readonly site?: string | undefined;
  /** Exact; `null`: it is not known, from this version on. */
  readonly cost: ExactNumber | null;
  /** All of the cost, less the credit; all of it is material when left out. */
  readonly elements?: FrozenElements | undefined;
  /** What the last level adds; all elements when left out. */
  readonly own?: FrozenElements | undefined;
  /** `"stated"` when left out. */
  readonly origin?: CostOrigin | undefined;
  /** Over how many good units what is spent once an order is spread; 1 when left out. */
  readonly costingLot?: ExactNumber | undefined;
  /** Why a cost of `null` is not known; `["standard"]` when left out. */
  readonly missing?: readonly MissingCostReason[] | undefined;
}

/** A unit of an item other than its stock unit, or the name of that. */
export interface FrozenUnit {
  readonly item: string;
  readonly unit: string;
  /** Stock units in one of it, above 0. */
  readonly contains: ExactNumber;
}

/** Standards that hold from a day on: plain data, as JSON keeps it. */
export interface StandardVersion {
  /** The first day on which they hold. */
  readonly effectiveFrom: string;
  /** Of all costs; none when left out. */
  readonly currency?: string | null | undefined;
  /** An item that is left out keeps the standard of the version before. */
  readonly costs: readonly FrozenCost[];
  /** Units by which quotes may ask for items. */
  readonly units?: readonly FrozenUnit[] | undefined;
  /** Work centres whose hours cost nothing in these standards. */
  readonly withoutRate?: readonly string[] | undefined;
}
