import { describe, expect, test } from "vitest";
import { bomGraph } from "./graph.js";
import { toMermaid } from "./mermaid.js";

describe("A bill of material as a Mermaid flowchart", () => {
  test("shows each item once and an arrow for each line", () => {
    const graph = bomGraph([
      { parent: "cart", component: "wheel", quantity: 4 },
      { parent: "wheel", component: "bolt", quantity: "1/3" },
      { parent: "cart", component: "bolt", quantity: 8 },
    ]);
    expect(`\n${toMermaid(graph)}\n`).toBe(`
flowchart TD
  n0["bolt"]
  n1["cart"]
  n2["wheel"]
  n1 -->|"4"| n2
  n2 -->|"1/3"| n0
  n1 -->|"8"| n0
`);
  });

  test("takes ids as text only, whatever they look like", () => {
    const graph = bomGraph([
      { parent: '"] --> x["', component: "Größe 1/2\n<b>#35;", quantity: 1 },
    ]);
    const [, ...nodes] = toMermaid(graph).split("\n");
    expect(nodes.slice(0, 2)).toEqual([
      '  n0["#34;#93; --#62; x#91;#34;"]',
      '  n1["Größe 1/2#10;#60;b#62;#35;35#59;"]',
    ]);
  });

  test("of no rows is an empty chart", () => {
    expect(toMermaid(bomGraph([]))).toBe("flowchart TD");
  });

  test("is made of a graph, not of rows", () => {
    expect(() => toMermaid([] as never)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: ["graph"] })] }),
    );
  });
});
