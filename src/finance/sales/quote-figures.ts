import {
  addRatios,
  type Decimal,
  multiplyRatios,
  parseDay,
  type Ratio,
  ratioToDecimal,
} from "../../core/index.js";
import type { PlannedDemand } from "../../mrp/index.js";
import { decimalRatio } from "../ledger/decimal-ratio.js";
import type { RateBook } from "../money/index.js";
import { exactSum } from "../report/exact-sum.js";
import { percentOf } from "../report/index.js";
import { ratioOfText } from "../standard-costs/exact-text.js";
import type { StandardCosts } from "../standard-costs/index.js";

const ELEMENTS = ["material", "setup", "run", "overhead", "subcontract", "credit"] as const;

/** A standard cost by what it is spent on, less the credit of by-products; `null` where it is not known. */
export type QuoteElements = { readonly [E in (typeof ELEMENTS)[number]]: Decimal | null };

/** What a quote, or a line of it, costs by standard and brings. */
export interface QuoteFigures extends QuoteElements {
  /** Standard cost of the quantity; `null` where it is not known. */
  readonly cost: Decimal | null;
  /** `null` without a price. */
  readonly revenue: Decimal | null;
  readonly margin: Decimal | null;
  /** Of the revenue, to two decimals. */
  readonly marginPercent: Decimal | null;
}

/** A line of a quote: a plain row. */
export interface QuoteCostLine extends QuoteFigures {
  readonly line: string;
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
  readonly due: string;
  /** In stock units, as it is planned. */
  readonly quantity: Decimal;
  /** Standard cost of a stock unit. */
  readonly unitCost: Decimal | null;
  /** What is missing, in words: a cost, a price, a rate, or all of it in the trial. */
  readonly missing: string | null;
}

/** Figures before they have a face; `undefined` is not known. */
export interface ExactFigures {
  readonly cost: Ratio | undefined;
  readonly revenue: Ratio | undefined;
  readonly elements: readonly Ratio[] | undefined;
  readonly missing: readonly string[];
}

/** By what lines are valued. */
export interface QuoteSetting {
  readonly costs: StandardCosts;
  readonly rates: RateBook;
  readonly currency: string | null;
  readonly priceCurrency: string | null;
  readonly on: "due" | "available";
  /** The planning start: nothing is sold before. */
  readonly startDate: string;
  /** The last day on which anything is. */
  readonly horizonEnd: string;
}

/**
 * Values a line.
 *
 * @param price - for a stock unit
 */
export function figuresOf(
  { costs, rates, currency, priceCurrency, on, startDate, horizonEnd }: QuoteSetting,
  demand: PlannedDemand,
  price: Ratio | undefined,
): ExactFigures {
  const { item, site } = demand;
  const quantity = decimalRatio(demand.quantity);
  const unitCost = costs.exactCost(item, site);
  const { elements, missing: withoutCost } = costs.unitCost(item, site);
  const date = on === "due" ? demand.due : demand.available;
  const day = date === null ? undefined : parseDay(date < startDate ? startDate : date)!;
  const rate = day === undefined ? undefined : rates.rateOn(priceCurrency, currency, day);
  const missing = [...withoutCost];
  const isBeyond = demand.due > horizonEnd;
  if (price === undefined) missing.push(`${item} has no price`);
  else if (day === undefined && !isBeyond)
    missing.push(`${item} is in part never there to be sold`);
  else if (day !== undefined && rate === undefined) {
    missing.push(`${item} has a price in a currency without a rate`);
  }
  if (isBeyond) {
    missing.push(
      `${item} is due after the horizon, which ends on ${horizonEnd}: the trial has nothing of it`,
    );
  }
  const isSold = price !== undefined && rate !== undefined;
  return {
    cost: unitCost && multiplyRatios(unitCost, quantity),
    revenue: isSold ? multiplyRatios(multiplyRatios(price, quantity), rate) : undefined,
    elements:
      unitCost && elements !== null
        ? ELEMENTS.map((name) => multiplyRatios(ratioOfText(elements[name].ratio), quantity))
        : undefined,
    missing,
  };
}

/** The sum of several; what one lacks the sum lacks. */
export function sumOfFigures(all: readonly ExactFigures[]): ExactFigures {
  const sum = (pick: (one: ExactFigures) => Ratio | undefined): Ratio | undefined => {
    const known = all.map(pick).filter((one) => one !== undefined);
    return known.length === all.length ? exactSum(known) : undefined;
  };
  const elements = ELEMENTS.map((_, n) => sum((one) => one.elements?.[n]));
  return {
    cost: sum(({ cost }) => cost),
    revenue: sum(({ revenue }) => revenue),
    elements: elements.includes(undefined) ? undefined : (elements as Ratio[]),
    missing: all.flatMap(({ missing }) => missing),
  };
}

/** The face of figures. */
export function facesOf({ cost, revenue, elements }: ExactFigures): QuoteFigures {
  const face = (exact: Ratio | undefined): Decimal | null =>
    exact === undefined ? null : ratioToDecimal(exact);
  const margin = cost && revenue && addRatios(revenue, { num: -cost.num, den: cost.den });
  const parts = ELEMENTS.map((name, n) => [name, face(elements?.[n])] as const);
  return {
    ...{ cost: face(cost), revenue: face(revenue), margin: face(margin) },
    marginPercent: margin && revenue ? percentOf(margin, revenue) : null,
    ...(Object.fromEntries(parts) as QuoteElements),
  };
}
