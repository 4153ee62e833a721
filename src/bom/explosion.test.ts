import { describe, expect, test } from "vitest";
import { Decimal } from "../core/index.js";
import type { BomRow } from "./bom-row.js";
import { explodeIndented, explodeSingleLevel, explodeSummarised } from "./explosion.js";
import { bomGraph } from "./graph.js";

// A cart has 4 wheels and 8 bolts; a wheel has 12 spokes and 5 bolts.
const cart = bomGraph([
  { parent: "cart", component: "wheel", quantity: 4 },
  { parent: "wheel", component: "spoke", quantity: 12 },
  { parent: "cart", component: "bolt", quantity: 8 },
  { parent: "wheel", component: "bolt", quantity: 5 },
]);

describe("The single-level explosion (B9)", () => {
  test("lists the components of an item in the order of the rows", () => {
    const rows = explodeSingleLevel(cart, "cart", 10);
    expect(rows.map((row) => [row.component, `${row.quantity}`, row.per.ratio, row.row])).toEqual([
      ["wheel", "40", "4", 0],
      ["bolt", "80", "8", 2],
    ]);
    expect(rows.every((row) => row.parent === "cart" && row.level === 1)).toBe(true);
  });

  test("is empty for an item without components, and for one when no quantity is asked", () => {
    expect(explodeSingleLevel(cart, "bolt")).toEqual([]);
    expect(explodeSingleLevel(cart, "wheel").map((row) => row.ratio)).toEqual(["12", "5"]);
  });
});

describe("The indented explosion (B9)", () => {
  test("lists the tree from top to bottom, each component under its parent", () => {
    const rows = [...explodeIndented(cart, "cart", 2)];
    const text = rows.map(({ level, parent, component, ratio }) => [
      level,
      parent,
      component,
      ratio,
    ]);
    expect(text).toEqual([
      [1, "cart", "wheel", "8"],
      [2, "wheel", "spoke", "96"],
      [2, "wheel", "bolt", "40"],
      [1, "cart", "bolt", "16"],
    ]);
  });

  test("can be gone through more than once, and left at any row", () => {
    const rows = explodeIndented(cart, "cart");
    for (const row of rows) if (row.component === "wheel") break;
    expect([...rows]).toEqual([...rows]);
    expect([...rows]).toHaveLength(4);
  });
});

describe("The summarised explosion (B9)", () => {
  test("adds up what the whole tree needs, in level order", () => {
    const totals = explodeSummarised(cart, "cart", 10);
    expect([...totals].map(([id, { ratio }]) => [id, ratio])).toEqual([
      ["wheel", "40"],
      ["bolt", "280"],
      ["spoke", "480"],
    ]);
  });

  test("adds up equal lines, and what a line of 0 needs is 0", () => {
    const row: BomRow = { parent: "a", component: "b", quantity: "0.1" };
    const graph = bomGraph([row, row, row, { parent: "a", component: "c", quantity: 0 }]);
    const totals = explodeSummarised(graph, "a");
    expect([totals.get("b")?.ratio, totals.get("c")?.ratio]).toEqual(["0.3", "0"]);
  });

  test("is exact where neither decimals nor doubles are", () => {
    const graph = bomGraph([
      { parent: "a", component: "b", quantity: "1/3" },
      { parent: "a", component: "c", quantity: 0.1 },
      { parent: "b", component: "d", quantity: "1/7" },
      { parent: "c", component: "d", quantity: 0.2 },
    ]);
    const total = explodeSummarised(graph, "a").get("d");
    expect(total?.ratio).toBe("71/1050"); // 1/21 + 1/50
    expect(total?.quantity.toFixed(12)).toBe("0.067619047619");
    expect(explodeSummarised(graph, "a", 21).get("b")?.ratio).toBe("7");
  });

  test("takes the quantity as a number, a text, a fraction or a Decimal", () => {
    const asked = [0.5, "0.5", "1/2", new Decimal("0.5")];
    for (const quantity of asked) {
      expect(explodeSummarised(cart, "wheel", quantity).get("spoke")?.ratio).toBe("6");
    }
  });

  test("of nothing is nothing of everything", () => {
    expect(explodeSummarised(cart, "cart", 0).get("spoke")?.quantity.toNumber()).toBe(0);
  });

  test("knows ids that every object has", () => {
    const graph = bomGraph([{ parent: "__proto__", component: "constructor", quantity: 3 }]);
    expect(explodeSummarised(graph, "__proto__").get("constructor")?.ratio).toBe("3");
  });
});

describe("Answers are plain data", () => {
  test("that JSON keeps, quantities as texts", () => {
    expect(JSON.parse(JSON.stringify(explodeSingleLevel(cart, "wheel", "1/3")))).toEqual([
      {
        level: 1,
        parent: "wheel",
        component: "spoke",
        row: 1,
        per: { quantity: "12", ratio: "12" },
        quantity: "4",
        ratio: "4",
      },
      {
        level: 1,
        parent: "wheel",
        component: "bolt",
        row: 3,
        per: { quantity: "5", ratio: "5" },
        quantity: `1.${"6".repeat(58)}7`,
        ratio: "5/3",
      },
    ]);
  });

  test("whose quantities are there when they are shown, but for those of hundreds of digits", () => {
    const short = explodeSummarised(cart, "cart", `1${"0".repeat(50)}`).get("wheel");
    const long = explodeSummarised(cart, "cart", 1e300).get("wheel");
    expect(Object.getOwnPropertyDescriptor(short, "ratio")?.value).toBe(`4${"0".repeat(50)}`);
    expect(Object.getOwnPropertyDescriptor(long, "ratio")?.value).toBeUndefined();
    expect(long).toEqual({ quantity: new Decimal("4e300"), ratio: `4${"0".repeat(300)}` });
  });
});

describe("Questions that have no answer are refused", () => {
  const refusal = (code: string, path: string[]) =>
    expect.objectContaining({
      name: "PlanningInputError",
      issues: [expect.objectContaining({ code, path })],
    });
  const questions = [
    ["single-level", explodeSingleLevel],
    ["indented", explodeIndented],
    ["summarised", explodeSummarised],
  ] as const;

  test.each(questions)("an item that stands in no row (%s)", (_name, explode) => {
    expect(() => explode(cart, "car")).toThrow(refusal("unknownId", ["item"]));
    expect(() => explode(cart, "toString")).toThrow(refusal("unknownId", ["item"]));
    expect(() => explode(cart, undefined as never)).toThrow(refusal("unknownId", ["item"]));
  });

  test.each(questions)("a quantity that is none, or negative (%s)", (_name, explode) => {
    for (const quantity of ["many", Number.NaN, null, new Decimal(Number.NaN), [1]]) {
      const asked = quantity as never;
      expect(() => explode(cart, "cart", asked)).toThrow(refusal("invalidQuantity", ["quantity"]));
    }
    for (const quantity of [-1, "-1/2", new Decimal("-0.1")]) {
      expect(() => explode(cart, "cart", quantity)).toThrow(refusal("outOfRange", ["quantity"]));
    }
  });

  test.each(questions)("rows in the place of a graph (%s)", (_name, explode) => {
    for (const graph of [[], undefined, "cart", {}]) {
      expect(() => explode(graph as never, "cart")).toThrow(refusal("invalidType", ["graph"]));
    }
  });
});
