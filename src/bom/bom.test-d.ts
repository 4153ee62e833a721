import { alg, type Graph } from "@dagrejs/graphlib";
import { expectTypeOf } from "vitest";
import type { Decimal } from "../core/index.js";
import {
  type BomEdgeLabel,
  type BomGraph,
  type BomNodeLabel,
  type BomRow,
  bomGraph,
  bomTreeText,
  canBuild,
  costRollUp,
  cumulativeLeadTimes,
  explodeIndented,
  explodePlanningBill,
  explodeSummarised,
  followUpChain,
  type Issue,
  isEffective,
  lowLevelCodesOf,
  matrixBill,
  type PlanningInputError,
  projectedAvailability,
  rowsAsOf,
  safeBomGraph,
  splitByShares,
  toDot,
  toGraph,
  toMermaid,
  variantRows,
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
    if (issue.code === "noWorkingDay") break;
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

// What a filter has used up is in no row, and what it has not is.
const lines = [{ item: "b", quantity: 1, scrap: "0.1", validFrom: "2026-01-01", when: [] }];
const [row] = rowsAsOf([{ item: "a", lines }], { date: "2026-01-01" });
if (row !== undefined) {
  expectTypeOf(row.parent).toEqualTypeOf<string>();
  expectTypeOf(row.scrap).toEqualTypeOf<string>();
  // @ts-expect-error: validity has been looked at
  row.validFrom;
  const [applying] = variantRows([row], new Map());
  expectTypeOf(applying?.scrap).toEqualTypeOf<string | undefined>();
  // @ts-expect-error: conditions have been looked at
  applying?.when;
}
// @ts-expect-error: an attribute is a text, a number or true or false
variantRows([], new Map([["top", null]]));

// What may be left out may be undefined as well, as it is when it comes from elsewhere.
const maybe: string | undefined = lines[0]?.validFrom;
const maybeCount = lines.length > 1 ? 1 : undefined;
const maybeFlag = lines.length > 1 ? true : undefined;
toMermaid(graph, { item: maybe, quantity: maybeCount, levels: maybeFlag });
toDot(graph, { item: maybe });
bomTreeText(graph, "a", { quantity: maybe, maximumLines: maybeCount });
isEffective(
  { validFrom: maybe, validTo: maybe, serialFrom: maybeCount, serialTo: maybeCount },
  { date: maybe, serial: maybeCount },
);
matrixBill(graph, ["a"], { levels: undefined });
splitByShares(1, new Map(), { decimals: maybeCount });
explodePlanningBill([{ component: "a", quantity: maybe, percentage: maybe, group: maybe }], 1, {
  decimals: maybeCount,
});
rowsAsOf([{ item: "a", version: maybe, output: maybe, lines }], {
  date: maybe,
  versions: undefined,
});
variantRows([{ parent: "a", component: "b", quantity: 1, when: undefined }], new Map());
canBuild(graph, "a", { stock: new Map(), consumables: undefined, decimals: undefined });
cumulativeLeadTimes(graph, { leadTimes: new Map(), offsets: undefined });
costRollUp(graph, {
  itemCosts: new Map([["b", { material: maybe, setup: maybe, costingLot: maybe, run: maybe }]]),
  scraps: undefined,
  coProducts: [{ parent: "a", item: "c", quantity: 1, costShare: maybe, credit: maybe }],
  decimals: maybeCount,
});
projectedAvailability(graph, {
  stock: new Map(),
  supplies: undefined,
  demands: [{ item: "a", quantity: 1, consumed: maybe, allocated: maybe }],
  kits: undefined,
});
followUpChain([{ item: "a", from: "2026-01-01", followUp: maybe, factor: maybe }], "a");

// The error that every function throws, and what it lists, have their types here too.
expectTypeOf<PlanningInputError["issues"]>().toEqualTypeOf<readonly Issue[]>();

// How many can be built may have no end, which must be looked at.
const { available } = canBuild(graph, "a", { stock: new Map([["b", 1]]) });
expectTypeOf(available).toEqualTypeOf<Decimal | "unlimited">();
// @ts-expect-error: it may be no number
available.plus(1);
// @ts-expect-error: stock is a Map, never an object with ids as keys
canBuild(graph, "a", { stock: { b: 1 } });

// Costs and lead times are plain maps; a rolled-up cost has its elements.
const costs = costRollUp(graph, { itemCosts: new Map([["b", { material: "2.50" }]]) });
expectTypeOf(costs.get("a")?.rolledUp.total.amount).toEqualTypeOf<Decimal | undefined>();
// @ts-expect-error: the element has no such name
costs.get("a")?.own.labour;
expectTypeOf(cumulativeLeadTimes(graph, { leadTimes: new Map() })).toEqualTypeOf<
  ReadonlyMap<string, number>
>();
