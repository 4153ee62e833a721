import { describe, expect, test } from "vitest";
import { bomGraph } from "./graph.js";
import { matrixBill } from "./matrix-bill.js";

const graph = bomGraph([
  { parent: "cart", component: "wheel", quantity: 4 },
  { parent: "barrow", component: "wheel", quantity: 1 },
  { parent: "cart", component: "bolt", quantity: 2 },
  { parent: "cart", component: "bolt", quantity: 6 },
  { parent: "barrow", component: "bolt", quantity: 8 },
  { parent: "wheel", component: "bolt", quantity: 5 },
]);

const rows = (levels?: "single" | "all") =>
  matrixBill(graph, ["cart", "barrow"], levels === undefined ? {} : { levels }).map((row) => [
    row.component,
    ...[...row.quantities].map(([parent, { ratio }]) => `${ratio} in ${parent}`),
    row.common,
  ]);

describe("A matrix bill", () => {
  test("sets components against parents, lines of one component added up", () => {
    expect(rows()).toEqual([
      ["wheel", "4 in cart", "1 in barrow", false],
      ["bolt", "8 in cart", "8 in barrow", true],
    ]);
  });

  test("looks through all levels when asked to", () => {
    expect(rows("all")).toEqual([
      ["wheel", "4 in cart", "1 in barrow", false],
      ["bolt", "28 in cart", "13 in barrow", false],
    ]);
  });

  test("every mistake is listed", () => {
    const ask = () => matrixBill(graph, ["cart", "van", "cart"], { levels: 2 } as never);
    expect(ask).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ code: "unknownId", path: ["parents", 1] }),
          expect.objectContaining({ code: "duplicateId", path: ["parents", 2] }),
          expect.objectContaining({ code: "invalidType", path: ["options", "levels"] }),
        ],
      }),
    );
    expect(() => matrixBill(graph, [])).toThrow("must be a list of at least one id");
  });
});
