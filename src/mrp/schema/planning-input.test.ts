import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { EVERY_FIELD } from "../../../test/support/every-field.js";
import { parseDay } from "../../core/index.js";
import { planningInputJsonSchema, planningInputSchema, safePlanRequirements } from "../../index.js";

const published = fileURLToPath(new URL("../../../test/published/", import.meta.url));
const cases = ["mrp", "rules"].flatMap((area) =>
  readdirSync(`${published}${area}`)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const { id, input } = JSON.parse(readFileSync(`${published}${area}/${name}`, "utf8"));
      return { id: id as string, input: input as unknown };
    }),
);

describe("The data contract as JSON Schema", () => {
  let validate: ValidateFunction;

  beforeAll(() => {
    // A value of several types, such as an attribute, is meant.
    const ajv = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      formats: { date: (text: string) => parseDay(text) !== undefined },
    });
    validate = ajv.compile(planningInputJsonSchema());
  });

  test("is a strict schema of draft 2020-12 that knows every field", () => {
    expect(planningInputJsonSchema().$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(validate(EVERY_FIELD)).toBe(true);
  });

  test("gives the verdict of the schema for every published planning case", () => {
    const verdicts = cases.map(({ id, input }) => [id, validate(input)]);
    expect(cases.length).toBeGreaterThan(150);
    expect(verdicts).toEqual(
      cases.map(({ id, input }) => [id, planningInputSchema.safeParse(input).success]),
    );
  });

  test("accepts whatever is planned", () => {
    const planned = cases.filter(({ input }) => safePlanRequirements(input).ok);
    expect(planned.length).toBeGreaterThan(150);
    expect(planned.filter(({ input }) => !validate(input))).toEqual([]);
  });

  const row = { item: "wheel", quantity: 1 };
  const line = { item: "spoke", quantity: 1 };
  test.each<[string, object]>([
    ["nothing at all", {}],
    ["no start date", { items: [] }],
    ["a day that does not exist", { startDate: "2026-02-30" }],
    ["a day that is no date", { startDate: "5 January 2026" }],
    ["an unknown field", { startDate: "2026-01-05", item: [] }],
    ["an unknown field of a row", { startDate: "2026-01-05", items: [{ id: "wheel", time: 1 }] }],
    ["an empty id", { startDate: "2026-01-05", items: [{ id: "" }] }],
    [
      "a fractional lead time",
      { startDate: "2026-01-05", items: [{ id: "wheel", leadTime: 1.5 }] },
    ],
    ["a negative lead time", { startDate: "2026-01-05", items: [{ id: "wheel", leadTime: -1 }] }],
    ["an unknown method", { startDate: "2026-01-05", items: [{ id: "wheel", method: "kanban" }] }],
    ["ten decimals", { startDate: "2026-01-05", items: [{ id: "wheel", decimals: 10 }] }],
    [
      "a quantity with an exponent",
      { startDate: "2026-01-05", stock: [{ ...row, quantity: "1e3" }] },
    ],
    ["a quantity that is none", { startDate: "2026-01-05", stock: [{ ...row, quantity: null }] }],
    ["a fraction as quantity", { startDate: "2026-01-05", stock: [{ ...row, quantity: "1/2" }] }],
    ["a row without its quantity", { startDate: "2026-01-05", stock: [{ item: "wheel" }] }],
    ["a row without its id", { startDate: "2026-01-05", demands: [{ ...row, due: "2026-01-05" }] }],
    ["a list that is none", { startDate: "2026-01-05", boms: { item: "wheel", lines: [line] } }],
    [
      "an unknown lot rule",
      { startDate: "2026-01-05", items: [{ id: "w", lotSizing: { rule: "x" } }] },
    ],
    [
      "a field that its lot rule does not know",
      { startDate: "2026-01-05", items: [{ id: "w", lotSizing: { rule: "lotForLot", days: 1 } }] },
    ],
    [
      "an attribute that is no value",
      { startDate: "2026-01-05", items: [{ id: "wheel", attributes: { colours: [] } }] },
    ],
  ])("refuses %s", (_, input) => {
    expect(validate(input)).toBe(false);
    expect(planningInputSchema.safeParse(input).success).toBe(false);
  });
});
