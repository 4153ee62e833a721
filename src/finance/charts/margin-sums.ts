import { addRatios, type Ratio } from "../../core/index.js";
import { amount, orNull } from "./charted-rows.js";
import { COLORS, drawnNumber, partColor } from "./money-spec.js";

/** What is sold, what that costs, what is left. */
export interface MarginFigures {
  readonly revenue: Ratio;
  readonly costOfSales: Ratio;
  /** `null`: not known, as soon as it is of one row. */
  readonly margin: Ratio | null;
}

/** The figures by the names that they are drawn under. */
export type MarginPart = "revenue" | "cost of sales" | "margin";

/** How figures are read. */
export const marginFields = {
  revenue: amount,
  costOfSales: amount,
  margin: orNull(amount),
};

/** How figures are coloured. */
export const marginColor = partColor([
  ["revenue", COLORS.blue],
  ["cost of sales", COLORS.orange],
  ["margin", COLORS.black],
]);

/** Adds up the figures of rows that belong together. */
export function marginSums<Key>(
  rows: readonly MarginFigures[],
  keyOf: (n: number) => Key,
): ReadonlyMap<Key, MarginFigures> {
  const sums = new Map<Key, MarginFigures>();
  for (const [n, row] of rows.entries()) {
    const key = keyOf(n);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? row : added(sum, row));
  }
  return sums;
}

function added(a: MarginFigures, b: MarginFigures): MarginFigures {
  return {
    revenue: addRatios(a.revenue, b.revenue),
    costOfSales: addRatios(a.costOfSales, b.costOfSales),
    margin: a.margin === null || b.margin === null ? null : addRatios(a.margin, b.margin),
  };
}

/** The figures as they are drawn. */
export function drawnFigures(
  { revenue, costOfSales, margin }: MarginFigures,
  decimals: number,
): readonly { readonly part: MarginPart; readonly amount: number | null }[] {
  return [
    { part: "revenue", amount: drawnNumber(revenue, decimals) },
    { part: "cost of sales", amount: drawnNumber(costOfSales, decimals) },
    { part: "margin", amount: margin === null ? null : drawnNumber(margin, decimals) },
  ];
}
