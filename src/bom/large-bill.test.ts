import { describe, expect, test } from "vitest";
import { compareBills } from "./bill-difference.js";
import type { BomRow } from "./bom-row.js";
import { canBuild } from "./can-build.js";
import { costRollUp } from "./cost-roll-up.js";
import { criticalPath, cumulativeLeadTimes } from "./cumulative-lead-time.js";
import { toDot } from "./dot.js";
import { explodeIndented, explodeSingleLevel, explodeSummarised } from "./explosion.js";
import { bomGraph, safeBomGraph } from "./graph.js";
import { explodeKits } from "./kit-explosion.js";
import { lowLevelCodesOf } from "./low-level-code.js";
import { matrixBill } from "./matrix-bill.js";
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

describe("How many can be built through 3,000 levels of fractions", () => {
  const graph = bomGraph(chain(3000, "1/3"));
  const most = 3n ** 3000n;

  test.each([
    ["", undefined],
    [" when each is counted in whole ones", 0],
    [" when each is counted in thousandths", 3],
  ])("is found at once%s, to the last one", (_, decimals) => {
    const stock = new Map([["i3000", 5]]);
    const counted = new Map(graph.items.map((id) => [id, decimals ?? 0]));
    const from = decimals === undefined ? { stock } : { stock, decimals: counted };
    const { available, limiting } = canBuild(graph, "i0", from);
    expect([BigInt(available === "unlimited" ? 0 : available.toFixed()), limiting]).toEqual([
      5n * most,
      ["i3000"],
    ]);
  });

  test("is found at once when there is some stock of each", () => {
    const stock = new Map(graph.items.map((id) => [id, 1]));
    const { available } = canBuild(graph, "i0", { stock });
    // 3 + 9 + … + 3^3000: what each level holds, in ones of the top.
    expect(available === "unlimited" ? "" : available.toFixed()).toBe(`${(3n * (most - 1n)) / 2n}`);
  });
});

describe("Queries of a bill of 100,000 levels", () => {
  const graph = bomGraph(chain(DEPTH, 1));
  const ofEach = <Value>(value: Value) => new Map(graph.items.map((id) => [id, value]));

  test("its cumulative lead time and the critical path", () => {
    const leadTimes = ofEach(2);
    expect(cumulativeLeadTimes(graph, { leadTimes }).get("i0")).toBe(2 * (DEPTH + 1));
    const { days, steps } = criticalPath(graph, "i0", { leadTimes });
    expect([days, steps.length, steps[0]?.item]).toEqual([2 * (DEPTH + 1), DEPTH + 1, last]);
  });

  test("its cost", () => {
    const costs = costRollUp(graph, { itemCosts: ofEach({ material: "0.01" }) });
    expect(costs.get("i0")?.rolledUp.total.ratio).toBe("1000.01");
  });

  test("how many can be built of it", () => {
    const stock = new Map([
      ["i50000", 3],
      [last, 4],
    ]);
    const { available, limiting } = canBuild(graph, "i0", { stock });
    expect([`${available}`, limiting]).toEqual(["7", [last]]);
  });

  test("its matrix, its difference to another, its parts as a kit, its drawing", () => {
    expect(matrixBill(graph, ["i0", "i1"], { levels: "all" })).toHaveLength(DEPTH);
    const other = bomGraph(chain(DEPTH, "1/1").reverse());
    const none = { added: [], removed: [], changed: [] };
    expect(compareBills(graph, other)).toEqual(none);
    const kits = graph.items.filter((id) => id !== last);
    const delivered = explodeKits(graph, kits, [{ item: "i0", quantity: 2 }]);
    expect(delivered.map(({ item, ratio }) => [item, ratio])).toEqual([[last, "2"]]);
    const drawn = toDot(graph, { item: "i0", quantity: 2, levels: true });
    expect(drawn.split("\n")).toHaveLength(2 + 5 * (DEPTH + 1) - 2 + 1);
  });
});

describe("Shared components of many levels", () => {
  const LEVELS = 300;
  // 3^300 ways from the top to the bottom.
  const graph = bomGraph([...chain(LEVELS, 1), ...chain(LEVELS, 1), ...chain(LEVELS, 1)]);
  const all = new Map(graph.items.map((id) => [id, 1]));

  test("are asked once by every query", () => {
    expect(cumulativeLeadTimes(graph, { leadTimes: all }).get("i0")).toBe(LEVELS + 1);
    const itemCosts = new Map([[`i${LEVELS}`, { material: 2 }]]);
    const cost = costRollUp(graph, { itemCosts }).get("i0")?.rolledUp.total.ratio;
    expect(cost).toBe(`${2n * 3n ** 300n}`);
    const stock = new Map([[`i${LEVELS}`, `${3n ** 125n}`]]);
    expect(`${canBuild(graph, "i175", { stock }).available}`).toBe("1");
    const leaf = explodeKits(
      graph,
      graph.items.filter((id) => id !== `i${LEVELS}`),
      [{ item: "i0", quantity: 1 }],
    );
    expect(leaf.map(({ ratio }) => ratio)).toEqual([`${3n ** 300n}`]);
  });
});
