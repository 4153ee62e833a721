import { describe, expect, test } from "vitest";
import type { BomRow } from "./bom-row.js";
import { explodeIndented, explodeSingleLevel, explodeSummarised } from "./explosion.js";
import { bomGraph, safeBomGraph } from "./graph.js";
import { lowLevelCodesOf } from "./low-level-code.js";
import { bomTreeText } from "./product-structure.js";
import { toGraph } from "./to-graph.js";
import { implodeToEndItems, whereUsed, whereUsedSummarised } from "./where-used.js";

const DEPTH = 100_000;
const last = `i${DEPTH}`;

/** A chain of items, each in the one before. */
const chain = (depth: number, quantity: number | string): BomRow[] =>
  Array.from({ length: depth }, (_, n) => ({
    parent: `i${n}`,
    component: `i${n + 1}`,
    quantity,
  }));

describe("A bill of 100,000 levels", () => {
  const rows = chain(DEPTH, 1);
  const graph = bomGraph(rows);

  test("has its low-level codes", () => {
    const codes = lowLevelCodesOf(graph);
    expect([codes.size, codes.get("i0"), codes.get(last)]).toEqual([DEPTH + 1, 0, DEPTH]);
  });

  test("explodes to its bottom in every form", () => {
    expect(explodeSingleLevel(graph, "i0")).toHaveLength(1);
    expect(explodeSummarised(graph, "i0", 3).get(last)?.ratio).toBe("3");
    let level = 0;
    for (const row of explodeIndented(graph, "i0")) level = row.level;
    expect(level).toBe(DEPTH);
    expect(bomTreeText(graph, "i0").split("\n")).toHaveLength(1002);
  });

  test("is imploded to its top", () => {
    expect(whereUsed(graph, last)).toHaveLength(1);
    expect(whereUsedSummarised(graph, last).size).toBe(DEPTH);
    expect([...implodeToEndItems(graph, last).keys()]).toEqual(["i0"]);
  });

  test("is handed to graphlib", () => {
    expect(toGraph(graph).edgeCount()).toBe(DEPTH);
  });

  test("is refused with the whole way round when its end goes into its top", () => {
    const result = safeBomGraph([...rows, { parent: last, component: "i0", quantity: 1 }]);
    expect(result.ok ? [] : result.issues.map(({ cycle }) => (cycle as string[]).length)).toEqual([
      DEPTH + 2,
    ]);
  });
});

describe("Shared components", () => {
  const LEVELS = 2000;
  // Two lines from each item to the next: 2^2000 ways from the top to the bottom.
  const graph = bomGraph([...chain(LEVELS, 1), ...chain(LEVELS, "1/2")]);
  const bottom = `i${LEVELS}`;

  test("are added up without going every way to them", () => {
    const total = explodeSummarised(graph, "i0").get(bottom);
    expect(total?.ratio).toBe(`${3n ** 2000n}/${2n ** 2000n}`);
    expect(implodeToEndItems(graph, bottom).get("i0")?.ratio).toBe(total?.ratio);
  });

  test("are listed one by one only as far as the tree is read", () => {
    const seen: string[] = [];
    for (const { component } of explodeIndented(graph, "i0")) {
      seen.push(component);
      if (seen.length === LEVELS + 1) break;
    }
    expect(seen.slice(-2)).toEqual([bottom, bottom]);
  });
});

describe("Ratios of many levels", () => {
  test("stay exact, to thousands of digits", () => {
    const graph = bomGraph(chain(20_000, "3/2"));
    const { quantity, ratio } = explodeSummarised(graph, "i0").get("i20000")!;
    expect(ratio).toBe(`${3n ** 20_000n}/${2n ** 20_000n}`);
    expect(quantity.toSignificantDigits(5).toString()).toBe("6.6862e+3521");
  });
});
