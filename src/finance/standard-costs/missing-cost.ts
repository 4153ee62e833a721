/** Why something of a cost is not known. */
export type MissingCostReason =
  /** It is bought or subcontracted, and its source states no price for so much. */
  | "price"
  /** No rate leads from the currency of a price to that of the costs. */
  | "rate"
  /** It is made, and no bill is valid. */
  | "bill"
  /** None of its sources is valid on the day for its costing lot. */
  | "source"
  /** An operation is subcontracted, and states no cost. */
  | "subcontract"
  /** It comes with another item, and bears no stated share of that one's cost. */
  | "costShare"
  /** Its cost depends on itself. */
  | "loop"
  /** No frozen standard holds for it on the day. */
  | "standard"
  /** The plan has no such item, or nothing of it at the site. */
  | "unknown";

/** What is missing to know a cost. */
export interface MissingCost {
  readonly item: string;
  readonly site: string;
  readonly reason: MissingCostReason;
  /** In words. */
  readonly text: string;
}

const TEXTS: Readonly<Record<MissingCostReason, string>> = {
  price: "has no price",
  rate: "has a price in a currency without a rate",
  bill: "has no bill",
  source: "has no source",
  subcontract: "has a subcontracted operation without a cost",
  costShare: "comes with another item, and bears no stated share of its cost",
  loop: "goes into itself",
  standard: "has no standard on the day",
  unknown: "is nothing that the plan knows there",
};

/** Every reason. */
export const MISSING_COST_REASONS = Object.keys(TEXTS) as readonly MissingCostReason[];

/** Names what is missing. */
export function missingCost(item: string, site: string, reason: MissingCostReason): MissingCost {
  const where = site === "" ? "at no site" : `at ${site}`;
  return Object.freeze({ item, site, reason, text: `${item} ${where} ${TEXTS[reason]}` });
}
