import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { placedValues } from "../../../test/refusal/input-path.js";
import { EVERY_RECORD } from "../../../test/support/crm/every-record.js";
import { parseDay } from "../../core/index.js";
import { crmRecordsJsonSchema, crmRecordsSchema, readCrmRecords } from "../index.js";

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

/** The fields that a JSON Schema knows, as one reads them in code. */
function fieldsOf({ properties = {}, items }: JsonSchema, name = ""): string[] {
  if (items !== undefined) return fieldsOf(items, `${name}[]`);
  return Object.entries(properties).flatMap(([key, inner]) => {
    const field = name === "" ? key : `${name}.${key}`;
    return [field, ...fieldsOf(inner, field)];
  });
}

describe("The records of a CRM as JSON Schema", () => {
  let validate: ValidateFunction;

  beforeAll(() => {
    const ajv = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      formats: { date: (text: string) => parseDay(text) !== undefined },
    });
    validate = ajv.compile(crmRecordsJsonSchema());
  });

  test("is a strict schema of draft 2020-12 that takes records with every field", () => {
    expect(crmRecordsJsonSchema().$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(validate(EVERY_RECORD)).toBe(true);
  });

  test("names no field that these records have not", () => {
    const placed = [...placedValues(EVERY_RECORD)].map(({ path }) =>
      path.map((key) => (typeof key === "number" ? "[]" : `.${key}`)).join(""),
    );
    const known = new Set(placed.map((name) => name.slice(1)));
    const fields = fieldsOf(crmRecordsJsonSchema());
    const rowsThatMayCarryAttributes = /\.attributes$/;
    expect(fields.length).toBeGreaterThan(150);
    expect(
      fields.filter((field) => !known.has(field) && !rowsThatMayCarryAttributes.test(field)).sort(),
    ).toEqual(
      // The lines of quotes and orders have the fields of an opportunity's, shown there.
      ["orders", "quotes"].flatMap((list) =>
        ["options", "requestedDate", "site", "specification", "unit"].map(
          (field) => `${list}[].lines[].${field}`,
        ),
      ),
    );
  });

  test.each<[string, object]>([
    ["an unknown field", { account: [] }],
    ["an unknown field of a row", { accounts: [{ id: "A", colour: "red" }] }],
    ["an empty id", { accounts: [{ id: "" }] }],
    ["a row without its id", { contacts: [{ account: "A" }] }],
    ["a day that does not exist", { rates: [{ from: "A", to: "B", rate: 1, date: "2026-02-30" }] }],
    ["a fraction for an amount", { accounts: [{ id: "A", balance: { amount: "1/3" } }] }],
    ["an unknown choice", { complaints: [{ id: "c", product: "p", lot: "l", status: "new" }] }],
    ["an attribute that is no value", { accounts: [{ id: "A", attributes: { of: [] } }] }],
    ["a list that is none", { orders: { id: "4711" } }],
  ])("refuses %s, as the schema does", (_, records) => {
    expect(validate(records)).toBe(false);
    expect(crmRecordsSchema.safeParse(records).success).toBe(false);
  });

  test("takes what is read", () => {
    expect(validate(readCrmRecords(EVERY_RECORD))).toBe(true);
  });
});
