import { fc, test as propertyTest } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/support/runs.js";
import { bomGraph } from "./graph.js";
import { type AttributeValue, type VariantRow, variantRows } from "./variant.js";

const when = (attribute: string, ...values: AttributeValue[]) => [{ attribute, values }];
const desk: VariantRow[] = [
  { parent: "desk", component: "screw", quantity: 8 },
  { parent: "desk", component: "legs", quantity: 1 },
  { parent: "desk", component: "oak top", quantity: 1, when: when("top", "oak", "bog oak") },
  { parent: "desk", component: "ash top", quantity: 1, when: when("top", "ash") },
  {
    parent: "desk",
    component: "drawer",
    quantity: 2,
    when: [...when("drawers", true), ...when("width", 160, 180)],
  },
  { parent: "legs", component: "steel legs", quantity: 4, when: when("legs", "steel") },
  { parent: "legs", component: "oak legs", quantity: 4, when: when("legs", "oak") },
];
const variant = (attributes: Record<string, AttributeValue>) => new Map(Object.entries(attributes));
const whole = { top: "oak", drawers: false, width: 160, legs: "steel" };
const components = (attributes: Record<string, AttributeValue>) =>
  variantRows(desk, variant(attributes)).map(({ component }) => component);

describe("The lines of a variant", () => {
  test("are those whose conditions all match, and those without any", () => {
    expect(components(whole)).toEqual(["screw", "legs", "oak top", "steel legs"]);
    expect(components({ ...whole, top: "ash", drawers: true })).toEqual([
      "screw",
      "legs",
      "ash top",
      "drawer",
      "steel legs",
    ]);
    expect(components({ ...whole, drawers: true, width: 140 })).not.toContain("drawer");
  });

  test("are rows of a plain bill", () => {
    const graph = bomGraph(variantRows(desk, variant(whole)));
    expect(graph.items).toEqual(["desk", "legs", "oak top", "screw", "steel legs"]);
    expect(() => bomGraph(desk)).toThrow('The field "when" is unknown here.');
  });

  test("a value is of its kind: 160 is not the text", () => {
    expect(components({ ...whole, drawers: true, width: "160" })).not.toContain("drawer");
  });

  test("ask for every attribute that a condition names, once, and give one as an example", () => {
    expect(() => components({ top: "oak", width: 160 })).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({
            code: "missingField",
            path: ["attributes", "drawers"],
            message:
              'The attribute "drawers" is missing, and rows[4] depends on it. Give the variant one, such as true.',
          }),
          expect.objectContaining({ code: "missingField", path: ["attributes", "legs"] }),
        ],
      }),
    );
  });

  test("never fall back to another variant's: an item left without a line is refused", () => {
    expect(() => components({ ...whole, legs: "brass" })).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({
            code: "contradiction",
            path: ["rows", 5, "parent"],
            message:
              'No line of "legs" applies to this variant (top "oak", drawers false, width 160, legs "brass"). Give it a line for the variant, or one without conditions.',
          }),
        ],
      }),
    );
  });

  test("an item that the variant does not contain may be left without a line", () => {
    const rows = desk.map((row) =>
      row.component === "legs" ? { ...row, when: when("top", "oak") } : row,
    );
    const ash = variantRows(rows, variant({ ...whole, top: "ash", legs: "brass" }));
    expect(ash.map(({ component }) => component)).toEqual(["screw", "ash top"]);
  });

  test("every mistake is listed", () => {
    const rows = [
      null,
      { parent: "a", component: "", quantity: "many", when: "always" },
      { parent: "a", component: "b", quantity: 1, when: [{ attribute: "", values: [], not: 1 }] },
      { parent: "a", component: "b", quantity: 1, when: when("x", Number.NaN) },
    ];
    const attributes = new Map([["x", null]]);
    expect(() => variantRows(rows as never, attributes as never)).toThrow(
      expect.objectContaining({
        issues: [
          ["invalidType", ["attributes", "x"]],
          ["invalidType", ["rows", 0]],
          ["invalidQuantity", ["rows", 1, "quantity"]],
          ["invalidType", ["rows", 1, "component"]],
          ["invalidType", ["rows", 1, "when"]],
          ["unknownField", ["rows", 2, "when", 0, "not"]],
          ["contradiction", ["rows", 2, "when", 0, "values"]],
          ["invalidType", ["rows", 2, "when", 0, "attribute"]],
          ["invalidType", ["rows", 3, "when", 0, "values", 0]],
        ].map(([code, path]) => expect.objectContaining({ code, path })),
      }),
    );
  });

  const value = fc.constantFrom<AttributeValue>("a", "1", 1, true, -0, 0);
  const name = fc.constantFrom("__proto__", "constructor", "size");
  const condition = fc.record({ attribute: name, values: fc.array(value, { minLength: 1 }) });
  const line = fc.array(condition, { maxLength: 3 });
  propertyTest.prop([fc.array(line, { maxLength: 8 }), value, value, value], { numRuns: runs })(
    "are what asking each condition of each line finds",
    (lines, proto, made, size) => {
      const attributes = new Map([
        ["__proto__", proto],
        ["constructor", made],
        ["size", size],
      ]);
      const common = { parent: "p", component: "always", quantity: 1 };
      const rows = lines.map((when, n) => ({ parent: "p", component: `c${n}`, quantity: n, when }));
      const applies = (one: (typeof rows)[number]) =>
        !one.when.some(({ attribute, values }) =>
          values.every((other) => other !== attributes.get(attribute)),
        );
      const wanted = rows.filter(applies).map(({ when: _, ...rest }) => rest);
      expect(variantRows([common, ...rows], attributes)).toEqual([common, ...wanted]);
    },
  );
});
