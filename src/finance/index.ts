/**
 * Money over a plan: what a unit of an item costs at a site, element by element (`standardCosts`), exact
 * amounts with their currency (`money`), and a plan as postings of which every figure is a sum (`ledger`).
 *
 * Builds on requirements planning (the rows of a plan), bills of material (cost roll-up), routings (hours
 * of an order) and the core (exact ratios). Currencies are converted by rates that are given, with their
 * dates. Implements B9 over a whole plan, with K70; rule F, law 19.
 */
export { type DatedRate, type RateBook, rateBook } from "./dated-rate.js";
export * from "./ledger/index.js";
export type { MissingCost, MissingCostReason } from "./missing-cost.js";
export * from "./money/index.js";
export { standardCosts } from "./standard-costs.js";
export type { CostOrigin, StandardCostOptions, StandardCosts, UnitCost } from "./unit-cost.js";
