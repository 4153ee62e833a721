import { describe, expect, test } from "vitest";
import { availableKits } from "./available-kits.js";
import { canBuild } from "./can-build.js";
import { bomGraph } from "./graph.js";

const bike = bomGraph([
  { parent: "bike", component: "wheel", quantity: 2 },
  { parent: "bike", component: "frame", quantity: 1 },
  { parent: "bike", component: "grease", quantity: "0.05" },
  { parent: "wheel", component: "rim", quantity: 1 },
  { parent: "wheel", component: "spoke", quantity: 36 },
  { parent: "frame", component: "spoke", quantity: 1 },
]);
const answer = ({ available, limiting }: ReturnType<typeof canBuild>) => [
  `${available}`,
  ...limiting,
];

describe("Kits from stock", () => {
  test("are as many as the scarcest component makes, whole ones", () => {
    const stock = new Map<string, number | string>([
      ["wheel", 7],
      ["frame", 5],
      ["grease", "0.15"],
    ]);
    expect(answer(availableKits(bike, "bike", { stock }))).toEqual(["3", "grease", "wheel"]);
  });

  test("lose none to a binary fraction", () => {
    const stock = new Map([["a", "0.3"]]); // 0.3 ÷ 0.1 is 2.9999999999999996 in doubles
    const graph = bomGraph([{ parent: "k", component: "a", quantity: "0.1" }]);
    expect(answer(availableKits(graph, "k", { stock }))).toEqual(["3", "a"]);
    expect(answer(canBuild(graph, "k", { stock }))).toEqual(["3", "a"]);
  });

  test("add up lines of one component", () => {
    const graph = bomGraph(
      ["0.5", 1].map((quantity) => ({ parent: "k", component: "a", quantity })),
    );
    expect(answer(availableKits(graph, "k", { stock: new Map([["a", 4]]) }))).toEqual(["2", "a"]);
  });

  test("are without end when nothing limits them", () => {
    const stock = new Map<string, number>();
    const graph = bomGraph([
      { parent: "k", component: "a", quantity: 0 },
      { parent: "k", component: "glue", quantity: 1 },
    ]);
    const from = { stock, consumables: [undefined, true] };
    expect(answer(availableKits(graph, "k", from))).toEqual(["unlimited"]);
    expect(answer(canBuild(graph, "k", from))).toEqual(["unlimited"]);
  });
});

describe("What can be built through all levels", () => {
  const consumables = [false, false, true, false, false, false];

  test("uses the stock of sub-assemblies before it builds more of them", () => {
    const stock = new Map(Object.entries({ wheel: 3, frame: 9, rim: 2, spoke: 72 }));
    // Two bikes take 3 wheels from stock and 1 that is built; a third would take 3 rims.
    expect(answer(canBuild(bike, "bike", { stock, consumables }))).toEqual(["2", "rim", "spoke"]);
    expect(answer(availableKits(bike, "bike", { stock, consumables }))).toEqual(["1", "wheel"]);
  });

  test("shares a component between the ways that need it", () => {
    const stock = new Map(Object.entries({ rim: 99, spoke: 146 }));
    expect(answer(canBuild(bike, "bike", { stock, consumables }))).toEqual(["2", "spoke"]);
    stock.set("spoke", 145); // 2 × (72 + 1) are 146
    expect(answer(canBuild(bike, "bike", { stock, consumables }))).toEqual(["1", "spoke"]);
  });

  test("makes sub-assemblies in whole ones where they are counted so (Q2)", () => {
    const graph = bomGraph([
      { parent: "pie", component: "dough", quantity: "0.4" },
      { parent: "dough", component: "flour", quantity: 1 },
    ]);
    const stock = new Map([["flour", 1]]);
    expect(answer(canBuild(graph, "pie", { stock }))).toEqual(["2", "flour"]);
    const counted = { stock: new Map([["flour", 1.9]]), decimals: new Map([["dough", 0]]) };
    expect(answer(canBuild(graph, "pie", counted))).toEqual(["2", "flour"]);
    const free = { stock: counted.stock };
    expect(answer(canBuild(graph, "pie", free))).toEqual(["4", "flour"]);
  });

  test("does not count stock of the item itself, nor stock below nothing", () => {
    const stock = new Map(Object.entries({ bike: 50, rim: -4, wheel: 2, frame: 1 }));
    expect(answer(canBuild(bike, "bike", { stock, consumables }))).toEqual(["1", "rim", "spoke"]);
  });

  test("finds numbers that no double holds", () => {
    const stock = new Map([["a", "123456789012345678901234567890"]]);
    const graph = bomGraph([{ parent: "k", component: "a", quantity: 1 }]);
    const { available } = canBuild(graph, "k", { stock });
    expect(available).not.toBe("unlimited");
    expect(`${available}`).toBe("123456789012345678901234567890");
  });

  test("of an item without components is refused, with every other mistake", () => {
    const from = {
      stock: new Map([["rim", "a few"]]),
      consumables: ["yes", true],
      decimals: new Map([["wheel", 0.5]]),
    };
    expect(() => canBuild(bike, "rim", from as never)).toThrow(
      expect.objectContaining({
        issues: [
          ["contradiction", ["kit"]],
          ["invalidQuantity", ["from", "stock", "rim"]],
          ["contradiction", ["from", "consumables"]],
          ["invalidType", ["from", "consumables", 0]],
          ["invalidType", ["from", "decimals", "wheel"]],
        ].map(([code, path]) => expect.objectContaining({ code, path })),
      }),
    );
  });
});
