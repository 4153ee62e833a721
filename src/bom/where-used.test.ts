import { describe, expect, test } from "vitest";
import { bomGraph } from "./graph.js";
import { implodeToEndItems, whereUsed, whereUsedSummarised } from "./where-used.js";

// A bolt goes into carts and wheels, wheels into carts and barrows.
const graph = bomGraph([
  { parent: "cart", component: "wheel", quantity: 4 },
  { parent: "barrow", component: "wheel", quantity: 1 },
  { parent: "wheel", component: "bolt", quantity: 5 },
  { parent: "cart", component: "bolt", quantity: 8 },
  { parent: "cart", component: "bolt", quantity: "0.5" },
]);

describe("Where an item is used (B9)", () => {
  test("lists each line that names it, in the order of the rows, for one parent", () => {
    const rows = whereUsed(graph, "bolt").map(({ parent, row, ratio }) => [parent, row, ratio]);
    expect(rows).toEqual([
      ["wheel", 2, "5"],
      ["cart", 3, "8"],
      ["cart", 4, "0.5"],
    ]);
  });

  test("is nowhere for an end item", () => {
    expect(whereUsed(graph, "cart")).toEqual([]);
    expect(whereUsedSummarised(graph, "cart")).toEqual(new Map());
    expect(implodeToEndItems(graph, "cart")).toEqual(new Map());
  });

  test("over all levels adds up every way, from the deepest level up, then by id", () => {
    const uses = [...whereUsedSummarised(graph, "bolt")].map(([id, { ratio }]) => [id, ratio]);
    expect(uses).toEqual([
      ["wheel", "5"],
      ["barrow", "5"],
      ["cart", "28.5"],
    ]);
  });

  test("ends at what is itself in nothing", () => {
    const ends = [...implodeToEndItems(graph, "bolt")].map(([id, { ratio }]) => [id, ratio]);
    expect(ends).toEqual([
      ["barrow", "5"],
      ["cart", "28.5"],
    ]);
  });

  test("of an item that stands in no row is refused", () => {
    for (const ask of [whereUsed, whereUsedSummarised, implodeToEndItems]) {
      expect(() => ask(graph, "nut")).toThrow(
        expect.objectContaining({
          issues: [
            {
              code: "unknownId",
              path: ["item"],
              message: 'The item ("nut") stands in no line of this bill. Correct the id.',
              id: "nut",
            },
          ],
        }),
      );
    }
  });
});
