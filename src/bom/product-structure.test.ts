import { describe, expect, test } from "vitest";
import { bomGraph } from "./graph.js";
import { bomTreeText } from "./product-structure.js";

const graph = bomGraph([
  { parent: "cart", component: "wheel", quantity: 4 },
  { parent: "wheel", component: "rim", quantity: 1 },
  { parent: "wheel", component: "spoke", quantity: 12 },
  { parent: "spoke", component: "wire", quantity: "1/3" },
  { parent: "cart", component: "seat", quantity: 1 },
  { parent: "seat", component: "line\nbreak", quantity: 0 },
]);

describe("The product structure as text", () => {
  test("shows the quantity for one parent, and in brackets that for the whole", () => {
    expect(`\n${bomTreeText(graph, "cart")}\n`).toBe(`
cart
├─ 4 × wheel
│  ├─ 1 × rim (4)
│  └─ 12 × spoke (48)
│     └─ 1/3 × wire (16)
└─ 1 × seat
   └─ 0 × "line\\nbreak"
`);
  });

  test("of a quantity begins with it", () => {
    expect(`\n${bomTreeText(graph, "spoke", { quantity: "1.5" })}\n`).toBe(`
1.5 × spoke
└─ 1/3 × wire (0.5)
`);
  });

  test("of an item without components is its id", () => {
    expect(bomTreeText(graph, "wire")).toBe("wire");
  });

  test("ends with … after as many lines below the top as asked for", () => {
    expect(bomTreeText(graph, "cart", { maximumLines: 2 }).split("\n")).toEqual([
      "cart",
      "├─ 4 × wheel",
      "│  ├─ 1 × rim (4)",
      "…",
    ]);
    expect(bomTreeText(graph, "cart", { maximumLines: 0 })).toBe("cart\n…");
    expect(bomTreeText(graph, "cart", { maximumLines: 6 })).not.toContain("…");
    expect(bomTreeText(graph, "cart", { maximumLines: Number.POSITIVE_INFINITY })).toBe(
      bomTreeText(graph, "cart"),
    );
  });

  test.each([-1, Number.NaN, "many", null])("of at most %s lines is refused", (maximumLines) => {
    expect(() => bomTreeText(graph, "cart", { maximumLines: maximumLines as number })).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ code: "outOfRange", path: ["maximumLines"] })],
      }),
    );
  });
});
