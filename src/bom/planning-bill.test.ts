import { fc, test as propertyTest } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/support/runs.js";
import { explodePlanningBill, type PlanningBillRow } from "./planning-bill.js";
import { splitByShares } from "./share-split.js";

const bill: PlanningBillRow[] = [
  { component: "common parts" },
  { component: "V6", group: "engine", percentage: "33.4" },
  { component: "V8", group: "engine", percentage: "66.6" },
  { component: "hitch", percentage: 30, quantity: 2 },
];

const needs = (rows: readonly PlanningBillRow[], quantity: number | string, decimals = 0) =>
  explodePlanningBill(rows, quantity, { decimals }).map(({ component, ratio }) => [
    component,
    ratio,
  ]);

describe("A planning bill", () => {
  test("splits a family over common parts, options and accessories", () => {
    expect(needs(bill, 1000)).toEqual([
      ["common parts", "1000"],
      ["V6", "334"],
      ["V8", "666"],
      ["hitch", "600"],
    ]);
  });

  test("keeps the sum of the options however small the family is (D5)", () => {
    expect(needs(bill, 1).slice(1, 3)).toEqual([
      ["V6", "0"],
      ["V8", "1"],
    ]);
    expect(needs(bill, "0.1", 1).slice(1, 3)).toEqual([
      ["V6", "0"],
      ["V8", "0.1"],
    ]);
  });

  test("rounds what takes an accessory up, and multiplies after it", () => {
    const [, , , hitch] = explodePlanningBill(bill, 11);
    expect([hitch?.family.ratio, hitch?.ratio]).toEqual(["4", "8"]);
  });

  test("keeps the options of one group together and tells them apart from another's", () => {
    const rows = [
      { component: "red", group: "colour", percentage: 50 },
      { component: "gas", group: "fuel", percentage: 100 },
      { component: "blue", group: "colour", percentage: 50 },
    ];
    expect(needs(rows, 3)).toEqual([
      ["red", "1"],
      ["gas", "3"],
      ["blue", "2"], // a tie goes to the id that comes first
    ]);
    expect(explodePlanningBill(rows, 3).map(({ group }) => group)).toEqual([
      "colour",
      "fuel",
      "colour",
    ]);
  });

  test("is refused with every mistake of it", () => {
    const rows = [
      { component: "a", group: "g" },
      { component: "a", percentage: 101 },
      { component: "", percentage: -1, quantity: "x", share: 3 },
    ];
    expect(() => explodePlanningBill(rows as never, "0.5")).toThrow(
      expect.objectContaining({
        issues: [
          ["tooFine", ["quantity"]],
          ["missingField", ["rows", 0, "percentage"]],
          ["duplicateId", ["rows", 1, "component"]],
          ["outOfRange", ["rows", 1, "percentage"]],
          ["unknownField", ["rows", 2, "share"]],
          ["invalidType", ["rows", 2, "component"]],
          ["invalidQuantity", ["rows", 2, "quantity"]],
          ["outOfRange", ["rows", 2, "percentage"]],
        ].map(([code, path]) => expect.objectContaining({ code, path })),
      }),
    );
  });

  test("without rows, or with more than anybody means, is refused", () => {
    expect(() => explodePlanningBill([], 3)).toThrow("The rows are none");
    expect(() => explodePlanningBill(new Array(2 ** 32 - 1), 3)).toThrow(
      "The rows (a list of 4294967295) must be at most 100000.",
    );
  });

  test("is judged by its groups, also where something else is wrong", () => {
    const rows = [
      { component: "red", group: "colour", percentage: 50 },
      { component: "red", group: "size", percentage: "x" },
    ];
    expect(() => explodePlanningBill(rows, -1)).toThrow(
      expect.objectContaining({
        issues: [
          ["outOfRange", ["quantity"]],
          ["duplicateId", ["rows", 1, "component"]],
          ["invalidQuantity", ["rows", 1, "percentage"]],
          ["contradiction", ["rows", 0, "percentage"]],
        ].map(([code, path]) => expect.objectContaining({ code, path })),
      }),
    );
  });

  test("whose percentages have no end is refused with a short sum", () => {
    const rows = Array.from({ length: 300 }, (_, n) => ({
      component: `${n}`,
      group: "g",
      percentage: `1/${n + 1001}`,
    }));
    expect(() => explodePlanningBill(rows, 3)).toThrow('group "g" are about 0.262249 in all.');
  });

  test("of thousands of options, each with a fraction of its own, adds up", () => {
    const options = 3000;
    const rows = Array.from({ length: options }, (_, n) => {
      const odd = 1_000_003 + n - (n % 2);
      const part = n % 2 === 0 ? 1 : odd - 1;
      return { component: `${n}`, group: "g", percentage: `${200 * part}/${odd * options}` };
    });
    const taken = explodePlanningBill(rows, 777).map(({ ratio }) => Number(ratio));
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(777);
  });

  test("whose options are not 100 per cent is refused with their sum", () => {
    const rows = [
      { component: "red", group: "colour", percentage: 50 },
      { component: "blue", group: "colour", percentage: "49.5" },
    ];
    expect(() => explodePlanningBill(rows, 3)).toThrow(
      'The percentages of the group "colour" are 99.5 in all.',
    );
  });

  const cuts = fc.array(fc.nat({ max: 100 }), { maxLength: 5 });
  propertyTest.prop([cuts, fc.nat({ max: 500 })], { numRuns: runs })(
    "gives each group the split of the family by its percentages",
    (drawn, family) => {
      const places = [0, ...drawn.sort((a, b) => a - b), 100];
      const shares = places.slice(1).map((place, n) => place - places[n]!);
      const rows = shares.map((percentage, n) => ({ component: `o${n}`, group: "g", percentage }));
      const split = splitByShares(family, new Map(shares.map((share, n) => [`o${n}`, share])));
      expect(needs(rows, family)).toEqual([...split].map(([id, { ratio }]) => [id, ratio]));
    },
  );
});

describe("A split by shares", () => {
  test("is refused with every mistake of it", () => {
    const shares = new Map<string, unknown>([
      ["a", -1],
      ["b", Number.NaN],
      ["", 3],
    ]);
    expect(() => splitByShares("-1", shares as never, { decimals: 1.5 })).toThrow(
      expect.objectContaining({
        issues: [
          ["invalidType", ["options", "decimals"]],
          ["outOfRange", ["total"]],
          ["invalidType", ["shares"]],
          ["outOfRange", ["shares", "a"]],
          ["invalidQuantity", ["shares", "b"]],
        ].map(([code, path]) => expect.objectContaining({ code, path })),
      }),
    );
    expect(() => splitByShares(3, new Map([["a", 0]]))).toThrow("The shares are all 0");
    expect(() => splitByShares(3, new Map())).toThrow("The shares are all 0");
  });
});
