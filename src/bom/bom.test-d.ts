import { alg, type Graph } from "@dagrejs/graphlib";
import { expectTypeOf } from "vitest";
import type { Decimal } from "../core/index.js";
import {
  type BomEdgeLabel,
  type BomGraph,
  type BomNodeLabel,
  type BomRow,
  bomGraph,
  explodeIndented,
  explodeSummarised,
  lowLevelCodesOf,
  safeBomGraph,
  toGraph,
} from "./index.js";

// Rows are plain data; ids are texts, quantities numbers or texts.
expectTypeOf(bomGraph).parameter(0).toEqualTypeOf<readonly BomRow[]>();
bomGraph([{ parent: "a", component: "b", quantity: "1/48" }] as const);
// @ts-expect-error: the quantity is missing
bomGraph([{ parent: "a", component: "b" }]);
// @ts-expect-error: an id is a text
bomGraph([{ parent: 1, component: "b", quantity: 1 }]);
// @ts-expect-error: a row has no such field
bomGraph([{ parent: "a", component: "b", quantity: 1, scrap: 0.1 }]);

// The safe variant takes anything, and its outcome must be looked at.
const result = safeBomGraph(JSON.parse("[]"));
// @ts-expect-error: there may be no graph
result.graph;
if (result.ok) expectTypeOf(result.graph).toEqualTypeOf<BomGraph>();
else {
  for (const issue of result.issues) {
    expectTypeOf(issue.path).toEqualTypeOf<readonly (string | number)[]>();
    // The code tells what else an issue says.
    if (issue.code === "bomCycle") expectTypeOf(issue.cycle).toEqualTypeOf<readonly string[]>();
    // @ts-expect-error: no bill of material is refused for this
    if (issue.code === "duplicateId") break;
  }
}

// Answers are read-only and carry exact quantities.
const graph = bomGraph([]);
expectTypeOf(lowLevelCodesOf(graph)).toEqualTypeOf<ReadonlyMap<string, number>>();
expectTypeOf(explodeSummarised(graph, "a").get("b")?.quantity).toEqualTypeOf<Decimal | undefined>();
for (const row of explodeIndented(graph, "a", 10)) {
  expectTypeOf(row.per.ratio).toEqualTypeOf<string>();
  // @ts-expect-error: an answer is not changed
  row.level = 0;
}
// @ts-expect-error: a question is put to a graph, not to rows
lowLevelCodesOf([]);
// @ts-expect-error: the columns of a graph cannot be exchanged
graph.codes = new Int32Array(0);

// graphlib gets its own type, with labels that are known.
expectTypeOf(toGraph(graph)).toEqualTypeOf<
  Graph<Record<string, unknown>, BomNodeLabel, BomEdgeLabel>
>();
expectTypeOf(alg.topsort(toGraph(graph))).toEqualTypeOf<string[]>();
expectTypeOf(toGraph([]).edge("a", "b", "0").row).toEqualTypeOf<number>();
