import { describe, expect, test } from "vitest";
import { toDot } from "./dot.js";
import { bomGraph } from "./graph.js";
import { toMermaid } from "./mermaid.js";

const graph = bomGraph([
  { parent: "cart", component: "wheel", quantity: 4 },
  { parent: "wheel", component: "bolt", quantity: "1/3" },
  { parent: "cart", component: "bolt", quantity: 8 },
  { parent: "barrow", component: "wheel", quantity: 1 },
]);

describe("A product structure in DOT", () => {
  test("shows each item once and an arrow for each line", () => {
    expect(`\n${toDot(graph)}\n`).toBe(`
digraph {
  node [shape=box];
  n0 [label="barrow"];
  n2 [label="cart"];
  n3 [label="wheel"];
  n1 [label="bolt"];
  n2 -> n3 [label="4"];
  n3 -> n1 [label="1/3"];
  n2 -> n1 [label="8"];
  n0 -> n3 [label="1"];
}
`);
  });

  test("shows levels, and what a quantity of one item takes in all", () => {
    expect(`\n${toDot(graph, { item: "cart", quantity: 3, levels: true })}\n`).toBe(`
digraph {
  node [shape=box];
  n2 [label="3 × cart"];
  n3 [label="12 × wheel"];
  n1 [label="28 × bolt"];
  level0 [shape=plaintext, label="level 0"];
  { rank=same; level0; n2; }
  level1 [shape=plaintext, label="level 1"];
  level0 -> level1 [style=invis];
  { rank=same; level1; n3; }
  level2 [shape=plaintext, label="level 2"];
  level1 -> level2 [style=invis];
  { rank=same; level2; n1; }
  n2 -> n3 [label="4"];
  n3 -> n1 [label="1/3"];
  n2 -> n1 [label="8"];
}
`);
  });

  test("takes ids as text only, whatever they look like", () => {
    const hostile = bomGraph([
      { parent: '"];\nx -> y', component: "\\N &lt;\u0000", quantity: 1 },
      { parent: '"];\nx -> y', component: "\ud800", quantity: 1 },
    ]);
    const labels = toDot(hostile).split("\n").slice(2, 5);
    expect(labels).toEqual([
      '  n0 [label="\\"];\\nx -> y"];',
      '  n1 [label="\\\\N &amp;lt;\\\\u0000"];',
      '  n2 [label="\\\\ud800"];',
    ]);
  });

  test("an item at the top is level 0, however deep it lies in others", () => {
    expect(toDot(graph, { item: "wheel", levels: true })).toContain("{ rank=same; level0; n3; }");
  });

  test("an item stands below everything that it goes into, by the longest way from the top", () => {
    const pairs = ["xy", "yz", "zp", "tp", "ta", "aq", "qc", "pc"]; // p lies deep in x, but not in t
    const rows = pairs.map((pair) => ({ parent: pair[0]!, component: pair[1]!, quantity: 1 }));
    const deep = bomGraph(rows);
    const c = deep.numberOf.get("c");
    expect(toDot(deep, { item: "t", levels: true })).toContain(`{ rank=same; level3; n${c}; }`);
  });

  test("every mistake is listed", () => {
    const options = { item: "van", quantity: -1, levels: "yes", color: "red" };
    for (const draw of [toDot, toMermaid]) {
      expect(() => draw(graph, options as never)).toThrow(
        expect.objectContaining({
          issues: [
            ["unknownField", ["options", "color"]],
            ["unknownId", ["options", "item"]],
            ["outOfRange", ["options", "quantity"]],
            ["invalidType", ["options", "levels"]],
          ].map(([code, path]) => expect.objectContaining({ code, path })),
        }),
      );
      expect(() => draw(graph, { quantity: 2 })).toThrow("the id that the quantity is of");
    }
  });
});

describe("A product structure in Mermaid", () => {
  test("shows levels, and what a quantity of one item takes in all", () => {
    expect(`\n${toMermaid(graph, { item: "cart", quantity: 3, levels: true })}\n`).toBe(`
flowchart TD
  subgraph level0["level 0"]
    n2["3 × cart"]
  end
  subgraph level1["level 1"]
    n3["12 × wheel"]
  end
  subgraph level2["level 2"]
    n1["28 × bolt"]
  end
  n2 -->|"4"| n3
  n3 -->|"1/3"| n1
  n2 -->|"8"| n1
`);
  });
});
