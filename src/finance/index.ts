/**
 * Money over a plan: exact amounts with their currency (`money`), what a unit of an item costs at a site,
 * element by element (`standard-costs`), also frozen from a day on (`standards`), and a plan as postings of
 * which every figure is a sum (`ledger`).
 *
 * All else puts postings, or what moves in a plan, together for a reader: purchases (`purchasing`), stock
 * by three methods (`inventory`), what is made (`production`) and by whom (`people`), what is sold, quoted
 * and late (`sales`), budgets and what a change costs (`budget`), tables and pictures (`charts`); `report`
 * is what these share.
 *
 * Builds on requirements planning (what moves in a plan), capacity (hours), bills of material (cost
 * roll-up), routings and the core (exact ratios). Currencies are converted by rates that are given, with
 * their dates. Implements B9 over a whole plan, with K70; rule F, law 19, with K75 to K82.
 */
export * from "./budget/index.js";
export * from "./charts/index.js";
export * from "./inventory/index.js";
export * from "./ledger/index.js";
export * from "./money/index.js";
export * from "./people/index.js";
export * from "./production/index.js";
export * from "./purchasing/index.js";
export type { LedgerReport, ReportKey, ReportOptions, ReportRow } from "./report/index.js";
export * from "./sales/index.js";
export * from "./standard-costs/index.js";
export * from "./standards/index.js";
