/**
 * What a stock unit of an item costs at a site, element by element.
 *
 * A cost is stated, or follows from prices of sources, bills of material, and hours of routings × the cost
 * of an hour; what is missing is named, never 0. Builds on the rows of a plan, bills (cost roll-up),
 * routings (hours) and dated rates of `money`. Implements B9 over a whole plan, with K70.
 */
export type { ByProductValue } from "./by-product.js";
export type { CostOrigin } from "./cost-origin.js";
export type { MissingCost, MissingCostReason } from "./missing-cost.js";
export { standardCosts } from "./standard-costs.js";
export type { StandardCostOptions, StandardCosts, UnitCost } from "./unit-cost.js";
