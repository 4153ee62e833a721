import type { Decimal } from "../../core/index.js";

/** What a promised quantity costs and brings, in one currency. */
export interface PromiseMoney {
  /** That of the price, else that of the cost; `null`: none is named. */
  readonly currency: string | null;
  /** `null`: the request states no price. */
  readonly revenue: Decimal | null;
  /** Standard cost; `null`: it is not known. */
  readonly cost: Decimal | null;
  /** Revenue less cost; `null` where one of them is. */
  readonly margin: Decimal | null;
  /** What is missing to tell them, in words. */
  readonly missing: readonly string[];
}

/** What a stock unit of an item costs at a site, as far as it is known. */
export interface PromiseUnitCost {
  /** `null`: not known. */
  readonly cost: Decimal | null;
  readonly currency: string | null;
  /** What is missing to know it, in words. */
  readonly missing: readonly string[];
}

/** Costs by item and site: what `standardCosts` of the finance folder gives. */
export interface PromiseCosts {
  unitCost(item: string, site: string): PromiseUnitCost;
}
