import { alg } from "@dagrejs/graphlib";
import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { anyRows, soundRows } from "../../test/support/random-bom.js";
import { runs } from "../../test/support/runs.js";
import type { BomRow } from "./bom-row.js";
import { cyclesOfEdges } from "./cycle.js";
import { bomGraph, safeBomGraph } from "./graph.js";
import { lowLevelCodesOf, lowLevelCodesOfEdges } from "./low-level-code.js";
import { graphNodeName, toGraph } from "./to-graph.js";

const options = { numRuns: 2 * runs };

/** The cycles that rows are refused for. */
function cyclesOf(rows: readonly BomRow[]): (readonly string[])[] {
  const result = safeBomGraph(rows);
  if (result.ok) return [];
  return result.issues.flatMap((issue) => (issue.code === "bomCycle" ? [issue.cycle] : []));
}

/** Low-level codes by their definition, over graphlib's topological order. */
function codesByTopsort(rows: readonly BomRow[]): Map<string, number> {
  const graph = toGraph(rows);
  const codes = new Map<string, number>();
  for (const node of alg.topsort(graph)) {
    const above = graph.predecessors(node) ?? [];
    codes.set(node, Math.max(-1, ...above.map((parent) => codes.get(parent)!)) + 1);
  }
  return new Map([...codes].map(([node, code]) => [graph.node(node).item, code]));
}

/** All ways from a node back to itself in so many steps. */
function* waysRound(
  graph: ReturnType<typeof toGraph>,
  node: string,
  steps: number,
  way = [node],
): Generator<string[]> {
  const last = way.at(-1)!;
  if (way.length === steps + 1) {
    if (last === node) yield way;
    return;
  }
  for (const next of graph.successors(last) ?? [])
    yield* waysRound(graph, node, steps, [...way, next]);
}

describe("Low-level codes and cycles are those of graphlib", () => {
  test.prop([anyRows], options)("rows are refused exactly when the graph has a cycle", (rows) => {
    expect(safeBomGraph(rows).ok).toBe(alg.isAcyclic(toGraph(rows)));
  });

  test.prop([soundRows], options)(
    "the code is 0 for what is in nothing, else one more than the highest of its parents",
    (rows) => {
      expect(lowLevelCodesOf(bomGraph(rows))).toEqual(codesByTopsort(rows));
    },
  );

  test.prop([soundRows], options)("codes are listed by code, then by id", (rows) => {
    const listed = [...lowLevelCodesOf(bomGraph(rows))];
    const sorted = listed.toSorted(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
    expect(listed).toEqual(sorted);
  });

  test.prop([anyRows], options)(
    "there is one cycle for each group of items that contain each other, by its smallest id",
    (rows) => {
      const graph = toGraph(rows);
      const groups = alg
        .findCycles(graph)
        .map((group) => group.map((n) => graph.node(n).item).sort());
      const cycles = cyclesOf(rows);
      expect(cycles.map((cycle) => cycle[0])).toEqual(groups.map((group) => group[0]).sort());
      for (const cycle of cycles) {
        const group = groups.find(([first]) => first === cycle[0]);
        expect(group).toEqual(expect.arrayContaining([...cycle]));
      }
    },
  );

  test.prop([anyRows], options)(
    "a cycle is the shortest way round, and of several the one with the smallest ids",
    (rows) => {
      const graph = toGraph(rows);
      for (const cycle of cyclesOf(rows)) {
        const start = graphNodeName(cycle[0]!);
        const shortest = [...Array(graph.nodeCount()).keys()]
          .map((n) => [...waysRound(graph, start, n + 1)])
          .find((ways) => ways.length > 0)!
          .map((way) => way.map((node) => graph.node(node).item))
          .sort((a, b) =>
            a.find((id, n) => id !== b[n])! < b.find((id, n) => id !== a[n])! ? -1 : 1,
          );
        expect(cycle).toEqual(shortest[0]);
      }
    },
  );

  test.prop([anyRows], options)(
    "on plain numbers, what is on a cycle or below one has no code, and all else has",
    (rows) => {
      const graph = toGraph(rows);
      const nodes = graph.nodes();
      const [from, to] = [
        Int32Array.from(graph.edges(), ({ v }) => nodes.indexOf(v)),
        Int32Array.from(graph.edges(), ({ w }) => nodes.indexOf(w)),
      ];
      const { codes, order, cycle } = lowLevelCodesOfEdges(nodes.length, from, to);
      const looped = new Set(alg.findCycles(graph).flat());
      const below = alg.preorder(graph, [...looped]);
      expect(nodes.filter((_, n) => codes[n] === -1).sort()).toEqual([...below].sort());
      expect([...order]).toEqual(
        [...nodes.keys()]
          .filter((n) => codes[n]! >= 0)
          .sort((a, b) => codes[a]! - codes[b]! || a - b),
      );
      expect(cycle).toEqual(cyclesOfEdges(nodes.length, from, to)[0] ?? null);
    },
  );
});

describe("The order of the rows changes nothing", () => {
  const shuffled = fc.tuple(anyRows, fc.infiniteStream(fc.nat())).map(([rows, random]) => {
    const keys = new Map(rows.map((row) => [row, random.next().value as number]));
    return [rows, rows.toSorted((a, b) => keys.get(a)! - keys.get(b)!)] as const;
  });

  test.prop([shuffled], options)("but the numbers of the lines", ([rows, others]) => {
    const [one, two] = [safeBomGraph(rows), safeBomGraph(others)];
    expect(cyclesOf(others)).toEqual(cyclesOf(rows));
    expect(two.ok && [two.graph.items, two.graph.codes]).toEqual(
      one.ok && [one.graph.items, one.graph.codes],
    );
  });
});
