import { alg, json } from "@dagrejs/graphlib";
import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/support/runs.js";
import { bomGraph } from "./graph.js";
import { graphNodeName, toGraph } from "./to-graph.js";

const rows = [
  { parent: "cart", component: "wheel", quantity: 4 },
  { parent: "cart", component: "bolt", quantity: "1/3" },
  { parent: "wheel", component: "bolt", quantity: 5 },
  { parent: "wheel", component: "bolt", quantity: 5 },
];

describe("A bill of material in graphlib (B9)", () => {
  test("is a directed multigraph: two equal lines are two edges, named after their rows", () => {
    const graph = toGraph(rows);
    expect([graph.isDirected(), graph.isMultigraph(), graph.isCompound()]).toEqual([
      true,
      true,
      false,
    ]);
    expect(graph.nodes()).toEqual(["bolt", "cart", "wheel"]);
    expect(graph.outEdges("wheel", "bolt")).toEqual([
      { v: "wheel", w: "bolt", name: "2" },
      { v: "wheel", w: "bolt", name: "3" },
    ]);
  });

  test("carries the id on each node, and the exact quantity and the row on each edge", () => {
    const graph = toGraph(rows);
    expect(graph.node("wheel")).toEqual({ item: "wheel" });
    const { row, ratio, quantity } = graph.edge("cart", "bolt", "1");
    expect([row, ratio, quantity.toFixed(3)]).toEqual([1, "1/3", "0.333"]);
  });

  test("is the same from rows and from their graph", () => {
    expect(json.write(toGraph(bomGraph(rows)))).toEqual(json.write(toGraph(rows)));
  });

  test("is a new graph each time, the caller's to change", () => {
    const bom = bomGraph(rows);
    toGraph(bom).removeNode("wheel");
    expect(toGraph(bom).hasNode("wheel")).toBe(true);
  });

  test("may hold cycles when made of rows, so that they can be shown", () => {
    const graph = toGraph([...rows, { parent: "bolt", component: "cart", quantity: 1 }]);
    expect(alg.findCycles(graph).map((group) => group.sort())).toEqual([["bolt", "cart", "wheel"]]);
  });

  test("of rows that are wrong is refused with all of them", () => {
    const wrong = [{ parent: "", component: "a", quantity: -1 }] as const;
    expect(() => toGraph(wrong)).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ code: "invalidType", path: [0, "parent"] })],
      }),
    );
    expect(() => toGraph(undefined as never)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "invalidType" })] }),
    );
  });
});

describe("The names of its nodes", () => {
  test("are the ids, but for those that graphlib would take for something else", () => {
    expect(["wheel", " ", "\u0000", "a\\b"].map(graphNodeName)).toEqual([
      "wheel",
      " ",
      "\u0000",
      "a\\b",
    ]);
    expect(["__proto__", "valueOf", "a\u0001b", "\\a"].map(graphNodeName)).toEqual([
      "\\__proto__",
      "\\valueOf",
      "\\a\\1b",
      "\\\\\\a",
    ]);
  });

  const id = fc.oneof(
    fc.constantFrom("__proto__", "constructor", "\\constructor", "\\\\constructor"),
    fc
      .array(fc.constantFrom("\\", "\u0001", "1", "a"), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join("")),
  );

  property.prop([id, id], { numRuns: 10 * runs })("are different for different ids", (a, b) => {
    expect(graphNodeName(a) === graphNodeName(b)).toBe(a === b);
  });

  property.prop([fc.uniqueArray(id, { minLength: 2, maxLength: 12 })], { numRuns: runs })(
    "keep every item and every line apart",
    (ids) => {
      const lines = ids.slice(1).flatMap((component) => [
        { parent: ids[0]!, component, quantity: 1 },
        { parent: ids[0]!, component, quantity: 2 },
      ]);
      const graph = toGraph(lines);
      expect(
        graph
          .nodes()
          .map((node) => graph.node(node).item)
          .sort(),
      ).toEqual(ids.toSorted());
      expect(graph.edgeCount()).toBe(lines.length);
      for (const [row, { parent, component, quantity }] of lines.entries()) {
        const edge = graph.edge(graphNodeName(parent), graphNodeName(component), `${row}`);
        expect(edge.quantity.toNumber()).toBe(quantity);
      }
    },
  );
});
