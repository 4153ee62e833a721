import { describe, expect, test } from "vitest";
import { PlanningInputError } from "../core/index.js";
import type { BomRow } from "./bom-row.js";
import { bomGraph, safeBomGraph } from "./graph.js";
import type { BomIssue } from "./issue.js";
import { lowLevelCodesOf } from "./low-level-code.js";

/** What rows are refused for: code, path and message of each mistake. */
function mistakes(rows: unknown): [string, readonly (string | number)[], string][] {
  const result = safeBomGraph(rows);
  return result.ok ? [] : result.issues.map(({ code, path, message }) => [code, path, message]);
}

function issuesOf(rows: unknown): readonly BomIssue[] {
  const result = safeBomGraph(rows);
  return result.ok ? [] : result.issues;
}

const cart: readonly BomRow[] = [
  { parent: "cart", component: "wheel", quantity: 4 },
  { parent: "wheel", component: "spoke", quantity: "12" },
  { parent: "cart", component: "paint", quantity: "0.25" },
  { parent: "wheel", component: "paint", quantity: "1/48" },
];

describe("The graph of a bill of material", () => {
  test("numbers items by id and lines by row, with exact ratios", () => {
    const graph = bomGraph(cart);
    expect(graph.items).toEqual(["cart", "paint", "spoke", "wheel"]);
    expect([...graph.lineParent]).toEqual([0, 3, 0, 3]);
    expect([...graph.lineComponent]).toEqual([3, 2, 1, 1]);
    expect(graph.lineRatio).toEqual([
      { num: 4n, den: 1n },
      { num: 12n, den: 1n },
      { num: 1n, den: 4n },
      { num: 1n, den: 48n },
    ]);
    expect(graph.numberOf.get("wheel")).toBe(3);
  });

  test("knows the lines below and above each item, in the order of the rows", () => {
    const { linesBelow, linesAbove } = bomGraph(cart);
    expect([...linesBelow.start]).toEqual([0, 2, 2, 2, 4]);
    expect([...linesBelow.row]).toEqual([0, 2, 1, 3]);
    expect([...linesAbove.start]).toEqual([0, 0, 2, 3, 4]);
    expect([...linesAbove.row]).toEqual([2, 3, 1, 0]);
  });

  test("has no items when there are no rows", () => {
    const graph = bomGraph([]);
    expect(graph.items).toEqual([]);
    expect(lowLevelCodesOf(graph)).toEqual(new Map());
  });

  test("keeps two equal lines as two lines", () => {
    const row = { parent: "cart", component: "bolt", quantity: 8 };
    expect(bomGraph([row, row]).lineRatio).toHaveLength(2);
  });

  test("keeps a line of quantity 0: the component lies below its parent (B1)", () => {
    const graph = bomGraph([{ parent: "cart", component: "sticker", quantity: 0 }]);
    expect(lowLevelCodesOf(graph).get("sticker")).toBe(1);
  });

  test("takes any text that is not empty as an id", () => {
    const ids = ["__proto__", "constructor", "a,b", "a\u0001b", "\u0000", " ", "0", "\n", "a.b[0]"];
    const rows = ids.map((component) => ({ parent: "top", component, quantity: 1 }));
    const graph = bomGraph(rows);
    expect(new Set(graph.items)).toEqual(new Set(["top", ...ids]));
    expect(ids.map((id) => lowLevelCodesOf(graph).get(id))).toEqual(ids.map(() => 1));
  });

  test("leaves the rows as they are, and cannot be changed itself", () => {
    const rows = Object.freeze(cart.map((row) => Object.freeze({ ...row })));
    const graph = bomGraph(rows);
    expect(rows).toEqual(cart);
    expect(() => Object.assign(graph, { items: [] })).toThrow(TypeError);
  });
});

describe("Rows that are wrong are refused, all of them at once", () => {
  test("each mistake has its code, its path and a sentence that says what to do", () => {
    const rows = [
      { parent: "a", component: "b", quantity: 1 },
      { parent: "", component: "b", quantity: 1 },
      { parent: "a", component: 7, quantity: 1 },
      { component: "b", quantity: 1 },
      { parent: "a", component: "b" },
      { parent: "a", component: "b", quantity: "many" },
      { parent: "a", component: "b", quantity: "-1/2" },
      { parent: "a", component: "b", quantity: 1, unit: "kg" },
      null,
      ["a", "b", 1],
    ];
    const quantityForm = 'must be a number, the text of a decimal, or a fraction such as "1/48".';
    expect(mistakes(rows)).toEqual([
      ["invalidType", [1, "parent"], 'The parent ("") must be a text that is not empty.'],
      ["invalidType", [2, "component"], "The component (7) must be a text that is not empty."],
      [
        "missingField",
        [3, "parent"],
        'The field "parent" is missing. It must be a text that is not empty.',
      ],
      ["missingField", [4, "quantity"], `The field "quantity" is missing. It ${quantityForm}`],
      [
        "invalidQuantity",
        [5, "quantity"],
        `The quantity ("many") of component "b" in "a" ${quantityForm}`,
      ],
      [
        "outOfRange",
        [6, "quantity"],
        'The quantity ("-1/2") of component "b" in "a" must be 0 or more.',
      ],
      [
        "unknownField",
        [7, "unit"],
        'The field "unit" is unknown here. Correct its name or leave it out.',
      ],
      ["invalidType", [8], "The row (null) must be { parent, component, quantity }."],
      ["invalidType", [9], "The row (a list of 3) must be { parent, component, quantity }."],
    ]);
  });

  test.each([
    [undefined],
    [null],
    ["rows"],
    [7],
    [{}],
    [{ 0: { parent: "a", component: "b", quantity: 1 }, length: 1 }],
    [new Map()],
  ])("%s is no list of rows", (rows: unknown) => {
    expect(mistakes(rows).map(([code, path]) => [code, path])).toEqual([["invalidType", []]]);
  });

  test.each([
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [null],
    [true],
    [{}],
    [[1]],
    ["1e3"],
    ["1/0"],
    [""],
    [new Date(0)],
    [Symbol("1")],
    [() => 1],
  ])("the quantity %s is none", (quantity: unknown) => {
    expect(mistakes([{ parent: "a", component: "b", quantity }]).map(([code]) => code)).toEqual([
      "invalidQuantity",
    ]);
  });

  test("a bigint is no quantity, since no JSON holds one", () => {
    expect(mistakes([{ parent: "a", component: "b", quantity: 1n }])).toEqual([
      ["invalidQuantity", [0, "quantity"], expect.stringContaining("(a value of type bigint)")],
    ]);
  });

  test("a hole in the list is a row that is missing", () => {
    const rows = new Array(2);
    rows[1] = { parent: "a", component: "b", quantity: 1 };
    expect(mistakes(rows).map(([code, path]) => [code, path])).toEqual([["invalidType", [0]]]);
  });

  test("a field named like a part of every object is unknown", () => {
    const row = JSON.parse('{ "parent": "a", "component": "b", "quantity": 1, "__proto__": 2 }');
    expect(mistakes([row]).map(([code, path]) => [code, path])).toEqual([
      ["unknownField", [0, "__proto__"]],
    ]);
  });

  test("bomGraph throws what safeBomGraph returns", () => {
    const rows = [{ parent: "a", component: "a", quantity: -1 }];
    const issues = issuesOf(rows);
    expect(issues.map(({ code }) => code)).toEqual(["outOfRange", "bomCycle"]);
    expect(() => bomGraph(rows)).toThrow(
      expect.objectContaining({ name: "PlanningInputError", code: "planningInput", issues }),
    );
    expect(() => bomGraph(rows)).toThrow(PlanningInputError);
  });

  test("a long value is cut in the message", () => {
    const [mistake] = mistakes([{ parent: "a", component: "b", quantity: "x".repeat(1e6) }]);
    expect(mistake?.[2].length).toBeLessThan(250);
  });
});
