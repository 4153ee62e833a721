import type { VegaLiteSpec } from "../../capacity/index.js";
import {
  type ExactNumber,
  type Issue,
  objectOf,
  oneOf,
  optional,
  refuseMistakes,
  wholeNumber,
} from "../../core/index.js";
import type { SalesKey } from "../sales/index.js";
import { type ChartedMoney, decimalsField, readCurrency } from "./charted-rows.js";
import { marginByKey } from "./margin-by-key.js";
import { marginByPeriod } from "./margin-by-period.js";
import { DRAWN_DECIMALS } from "./money-spec.js";

/** What is sold in a bucket, or to a customer, or of a product: a row of `salesPlan`. */
export type ChartedMarginRow = { readonly [K in SalesKey]?: string | null } & {
  /** The first day of the bucket, `"YYYY-MM-DD"`; `null` without buckets. */
  readonly from?: string | null | undefined;
  /** The day after the last. */
  readonly until?: string | null | undefined;
  readonly revenue: ExactNumber;
  readonly costOfSales: ExactNumber;
  /** `null`: not known (K82). */
  readonly margin: ExactNumber | null;
};

/** How margin is drawn. */
export interface MarginChartOptions {
  /** A bar for each of these, over all periods; by period when left out. Rows must have this key. */
  readonly by?: SalesKey | undefined;
  /** How many stand by themselves, 1 to 50; those of the most revenue, 20 when left out, all others in one. */
  readonly most?: number | undefined;
  /** Numbers are rounded to so many decimals to be drawn, 0 to 12; 2 when left out. */
  readonly decimals?: number | undefined;
}

const LONGEST = 50;
const USUAL = 20;

const fields = objectOf({
  by: optional<SalesKey>(oneOf("demand", "customer", "item", "family", "site", "segment")),
  most: optional(wholeNumber(1, LONGEST), USUAL),
  decimals: optional(decimalsField, DRAWN_DECIMALS),
});

/**
 * Draws margin: revenue and cost of sales beside one another with the margin as a line from period to period,
 * or all three as bars for each customer, product, family or order.
 *
 * @param sales - what `salesPlan` returned, or rows of it
 * @param options - by what, how many, decimals
 * @returns a specification of Vega-Lite with its data in it; a margin that is not known is not drawn
 * @throws PlanningInputError with every mistake: rows without the key or without buckets
 *
 * Source: rule F; K82; vega.github.io/vega-lite, grouped bars and layers.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   currency: "EUR",
 *   items: [{ id: "cart", unitCost: 60, onHand: 50 }],
 *   demands: [
 *     { id: "d1", item: "cart", quantity: 10, due: "2026-01-16", customer: "Post" },
 *     { id: "d2", item: "cart", quantity: 4, due: "2026-02-06", customer: "Bakery" },
 *   ],
 * });
 * const ledger = planLedger(plan, {
 *   costs: standardCosts(plan),
 *   sales: { itemPrices: { cart: 80 } },
 * });
 * const sales = salesPlan(ledger, { by: ["customer"] });
 * const { values } = marginChart(sales, { by: "customer" }).data;
 * values.map(({ key, part, amount }) => `${key}: ${part} ${amount}`).slice(0, 3);
 * // => ["Post: revenue 800", "Post: cost of sales 600", "Post: margin 200"]
 * ```
 */
export function marginChart(
  sales: ChartedMoney<ChartedMarginRow>,
  options: MarginChartOptions = {},
): VegaLiteSpec {
  const issues: Issue[] = [];
  const read = fields(options, { path: [], issues });
  const currency = readCurrency(sales, issues);
  const draw =
    read?.by === undefined
      ? marginByPeriod(sales, currency, issues)
      : marginByKey(sales, read.by, currency, issues);
  refuseMistakes(issues);
  return draw(read);
}
