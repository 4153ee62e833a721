/**
 * Bills of material on their own: what goes into what, and how much of it.
 *
 * From plain rows `{ parent, component, quantity }` to a graph in compressed sparse rows with exact
 * ratios (Q2): `bomGraph`. From the graph low-level codes and cycles (B1, B2), single-level, indented
 * and summarised explosion, where-used and implosion to end items (B9), the product structure as text
 * or Mermaid flowchart, and the way to graphlib. Rows and questions that are wrong are refused with a
 * `PlanningInputError`. Builds on the core alone and knows nothing of stock, dates or orders. The
 * planner takes from here what works on plain integers: compressed rows, low-level codes, cycles.
 */
export type { BomRow } from "./bom-row.js";
export type { BomGraph, BomLines } from "./columns.js";
export * from "./compressed-rows.js";
export * from "./cycle.js";
export type { ExactQuantity } from "./exact-quantity.js";
export * from "./explosion.js";
export * from "./graph.js";
export type { BomCycleIssue, BomIssue, BomIssueCode } from "./issue.js";
export * from "./low-level-code.js";
export * from "./mermaid.js";
export * from "./product-structure.js";
export type { AskedQuantity } from "./question.js";
export * from "./to-graph.js";
export * from "./where-used.js";
