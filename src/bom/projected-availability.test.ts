import { describe, expect, test } from "vitest";
import { bomGraph } from "./graph.js";
import { explodeKits } from "./kit-explosion.js";
import { type OpenPosition, projectedAvailability } from "./projected-availability.js";

const graph = bomGraph([
  { parent: "set", component: "cup", quantity: 6 },
  { parent: "set", component: "box", quantity: 1 },
  { parent: "gift", component: "set", quantity: 1 },
  { parent: "gift", component: "ribbon", quantity: "1.2" },
  { parent: "cup", component: "clay", quantity: "0.3" },
]);
const figures = (position: OpenPosition) =>
  [...projectedAvailability(graph, position)].map(([id, { projected, required, free }]) => [
    id,
    projected.ratio,
    required.ratio,
    free.ratio,
  ]);

describe("Projected availability", () => {
  test("takes what was consumed out of the need, since it has left the stock already", () => {
    const demands = [{ item: "cup", quantity: 10, consumed: 5 }];
    expect(figures({ stock: new Map([["cup", 5]]), demands })).toEqual([["cup", "0", "0", "5"]]);
  });

  test("counts what is reserved once: it is in the stock still", () => {
    const demands = [{ item: "cup", quantity: 20, allocated: 20 }];
    expect(figures({ stock: new Map([["cup", 30]]), demands })).toEqual([["cup", "10", "0", "10"]]);
  });

  test("says what is still to be got when supplies do not reach", () => {
    const position = {
      stock: new Map([["cup", "0.1"]]),
      supplies: [{ item: "cup", quantity: "0.2" }],
      demands: [{ item: "cup", quantity: "0.4" }],
    };
    expect(figures(position)).toEqual([["cup", "-0.1", "0.1", "0.1"]]);
  });

  test("counts kits as their parts, and no further", () => {
    const position = {
      kits: ["gift", "set"],
      stock: new Map([["cup", 20]]),
      supplies: [{ item: "set", quantity: 1 }],
      demands: [{ item: "gift", quantity: 3 }],
    };
    expect(figures(position)).toEqual([
      ["box", "-2", "2", "0"],
      ["cup", "8", "0", "20"],
      ["ribbon", "-3.6", "3.6", "0"],
    ]);
  });

  test("every mistake is listed", () => {
    const position = {
      kits: ["clay", "vase", "set", "set"],
      stock: new Map([["cup", "x"]]),
      supplies: [{ item: "cup", quantity: -1 }, { item: 4 }],
      demands: [{ item: "cup", quantity: 3, consumed: 2, allocated: 2, due: "now" }],
    };
    expect(() => projectedAvailability(graph, position as never)).toThrow(
      expect.objectContaining({
        issues: [
          ["contradiction", ["position", "kits", 0]],
          ["unknownId", ["position", "kits", 1]],
          ["duplicateId", ["position", "kits", 3]],
          ["invalidQuantity", ["position", "stock", "cup"]],
          ["outOfRange", ["position", "supplies", 0, "quantity"]],
          ["invalidType", ["position", "supplies", 1, "item"]],
          ["missingField", ["position", "supplies", 1, "quantity"]],
          ["unknownField", ["position", "demands", 0, "due"]],
          ["contradiction", ["position", "demands", 0]],
        ].map(([code, path]) => expect.objectContaining({ code, path })),
      }),
    );
  });
});

describe("Kits of an order", () => {
  test("keep the line that they were ordered on", () => {
    const lines = [
      { item: "gift", quantity: 2 },
      { item: "cup", quantity: 1 },
      { item: "set", quantity: 1 },
    ];
    const found = explodeKits(graph, ["set", "gift"], lines);
    expect(found.map(({ line, item, kit, ratio }) => [line, item, kit, ratio])).toEqual([
      [0, "ribbon", "gift", "2.4"],
      [0, "box", "gift", "2"],
      [0, "cup", "gift", "12"],
      [1, "cup", undefined, "1"],
      [2, "box", "set", "1"],
      [2, "cup", "set", "6"],
    ]);
  });

  test("a kit inside that is not named as one is delivered as it is", () => {
    const [set, ribbon] = explodeKits(graph, ["gift"], [{ item: "gift", quantity: 1 }]);
    expect([set?.item, ribbon?.item]).toEqual(["ribbon", "set"]);
  });

  test("every mistake is listed", () => {
    const lines = [{ item: "", quantity: "1/0" }, { items: "set" }];
    expect(() => explodeKits(graph, "gift" as never, lines as never)).toThrow(
      expect.objectContaining({
        issues: [
          ["invalidType", ["kits"]],
          ["invalidType", ["lines", 0, "item"]],
          ["invalidQuantity", ["lines", 0, "quantity"]],
          ["unknownField", ["lines", 1, "items"]],
          ["missingField", ["lines", 1, "item"]],
          ["missingField", ["lines", 1, "quantity"]],
        ].map(([code, path]) => expect.objectContaining({ code, path })),
      }),
    );
  });
});
