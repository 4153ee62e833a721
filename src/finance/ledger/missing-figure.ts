import { compareText } from "../../core/index.js";

/** What is not known. */
export type MissingFigureReason =
  /** An order of a supplier's has no price, and its item no standard cost. */
  | "purchasePrice"
  /** No rate leads from the currency of a price to that of the ledger on the day of the order. */
  | "rate"
  /** What is in stock has no standard cost. */
  | "standardCost"
  /** It is worked on at a work centre without a cost of the hour: such hours are not posted. */
  | "hourCost"
  /** An operation that a supplier does on it states no cost. */
  | "subcontractCost"
  /** Something that goes into its orders, or comes of them, has no cost: work in process is not posted. */
  | "workInProcess"
  /** A demand has no price, and neither has its item. */
  | "salesPrice"
  /** Part of a demand is never there, and its sale is asked for on the day on which it is. */
  | "availableDay";

/** What is missing to know an amount: nothing is posted for it. */
export interface MissingFigure {
  readonly item: string;
  readonly site: string;
  readonly reason: MissingFigureReason;
  /** In words. */
  readonly text: string;
}

const TEXTS: Readonly<Record<MissingFigureReason, string>> = {
  purchasePrice: "is ordered without a price, and has no standard cost",
  standardCost: "has no standard cost",
  hourCost: "is worked on at a work centre without a cost of the hour",
  subcontractCost: "has a subcontracted operation without a cost",
  salesPrice: "is sold without a price",
  availableDay: "is in part never there to be sold",
  workInProcess: "is made of, or with, something without a cost",
  rate: "has a price in a currency without a rate",
};

/** Names what is missing. */
export function missingFigure(
  item: string,
  site: string,
  reason: MissingFigureReason,
): MissingFigure {
  return Object.freeze({ item, site, reason, text: `${item} at ${site} ${TEXTS[reason]}` });
}

/** Each once, by item, site and reason. */
export function sortedMissing(all: Iterable<MissingFigure>): readonly MissingFigure[] {
  const found = new Map<string, MissingFigure>();
  for (const one of all) found.set(JSON.stringify([one.item, one.site, one.reason]), one);
  return Object.freeze([...found].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one));
}
