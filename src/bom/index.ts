/**
 * Bills of material on their own: what goes into what, and how much of it.
 *
 * From plain rows `{ parent, component, quantity }` to a graph in compressed sparse rows with exact
 * ratios (Q2): `bomGraph`. Before it, the rows that are meant: of one version, day and serial number
 * (B8), of one variant. From the graph low-level codes and cycles (B1, B2), explosion, where-used and
 * implosion, the matrix of a family, the difference of two bills, cumulative lead time with the critical
 * path, cost roll-up with co-products (B9); what can be built from stock, kits of an order, projected
 * availability; the product structure as text, Mermaid or DOT, and the way to graphlib. Beside it,
 * queries on rows of their own: planning bills and splits that keep the sum (D5), substitutes (B5),
 * follow-ups (B6). What is wrong is refused with a `PlanningInputError`. Builds on the core alone and
 * knows nothing of orders: stock, prices and lead times are plain maps. The planner takes from here what
 * works on plain integers: compressed rows, low-level codes, cycles.
 */
export { type Issue, PlanningInputError } from "../core/index.js";
export * from "./available-kits.js";
export * from "./bill-difference.js";
export type { BomRow } from "./bom-row.js";
export * from "./can-build.js";
export type { CoProductRow } from "./co-product.js";
export type { BomGraph, BomLines, CompressedRows } from "./columns.js";
export * from "./compressed-rows.js";
export type { CostElements } from "./cost-elements.js";
export * from "./cost-roll-up.js";
export * from "./cumulative-lead-time.js";
export * from "./cycle.js";
export * from "./dot.js";
export type { DrawingOptions } from "./drawing.js";
export { type Effectivity, type EffectivityPoint, isEffective } from "./effectivity.js";
export type { ExactAmount } from "./exact-amount.js";
export type { ExactQuantity } from "./exact-quantity.js";
export * from "./explosion.js";
export * from "./follow-up.js";
export * from "./graph.js";
export type { BomCycleIssue, BomIssue, BomIssueCode } from "./issue.js";
export type { BomCosts, ItemCost } from "./item-cost.js";
export { explodeKits, type KitDelivery, type KitOrderLine } from "./kit-explosion.js";
export * from "./low-level-code.js";
export * from "./matrix-bill.js";
export * from "./mermaid.js";
export * from "./planning-bill.js";
export * from "./product-structure.js";
export * from "./projected-availability.js";
export type { AskedQuantity } from "./question.js";
export * from "./rows-as-of.js";
export { type ShareSplitOptions, splitByShares } from "./share-split.js";
export type { BuildStock } from "./stock-on-hand.js";
export * from "./substitute.js";
export * from "./to-graph.js";
export * from "./variant.js";
export * from "./where-used.js";
