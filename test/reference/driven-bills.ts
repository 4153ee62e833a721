/**
 * Bills that are driven by the largest need over their co-products (B4, K40), and whom that leads to:
 * a lead item is planned wherever one of its co-products is, and after all that need one.
 */
import type { Problem } from "./problem.js";
import { key, siteOf } from "./problem.js";
import type { BomRow } from "./types.js";

/** The bill of the item at the site, if it is driven by the largest need. It is then the only one. */
export function drivenBill(problem: Problem, item: string, site: string): BomRow | undefined {
  const boms = problem.boms.get(key(item, site)) ?? [];
  return boms.find(({ drivenBy }) => drivenBy === "largestNeed");
}

/** The lead items that the needs of a co-product drive at the site. */
export function leadItems(problem: Problem, coProduct: string, site: string): string[] {
  return (problem.input.boms ?? [])
    .filter(
      (bom) =>
        bom.drivenBy === "largestNeed" &&
        siteOf(problem, bom) === site &&
        bom.coProducts?.some(({ item }) => item === coProduct),
    )
    .map(({ item }) => item);
}
