import * as orlicky from "orlicky";
import { describe, expect, test } from "vitest";
import { DYNAMICS_LISTS } from "../../src/crm-bridge/adapters/dynamics/dynamics-lists.js";
import { ERPNEXT_LISTS } from "../../src/crm-bridge/adapters/erpnext/erpnext-lists.js";
import { HUBSPOT_LISTS } from "../../src/crm-bridge/adapters/hubspot/hubspot-lists.js";
import { ODOO_LISTS } from "../../src/crm-bridge/adapters/odoo/odoo-lists.js";
import { SALESFORCE_LISTS } from "../../src/crm-bridge/adapters/salesforce/salesforce-lists.js";
import { readFixture } from "../support/crm/foreign-systems.js";
import { runBlock } from "./code-blocks.js";
import { codesIn, sectionOf, tableRows } from "./markdown.js";

const page = "docs/crm.md";

type Shapes = Readonly<Record<string, { readonly schema: { readonly shape: object } }>>;

/** The lists of each system under its heading, and what of a shape the page names. */
const systems: readonly (readonly [heading: string, system: string, lists: Shapes])[] = [
  ["Salesforce", "salesforce", SALESFORCE_LISTS],
  ["Odoo", "odoo", ODOO_LISTS],
  ["ERPNext", "erpnext", ERPNEXT_LISTS],
  ["HubSpot", "hubspot", HUBSPOT_LISTS],
  ["Dynamics 365", "dynamics", DYNAMICS_LISTS],
];

/** The fields of a foreign record; of HubSpot, whose properties stand one level below, those. */
function fieldsOf(shape: object): string[] {
  const {
    properties,
    associations: _,
    ...fields
  } = shape as {
    readonly properties?: { readonly shape: object };
    readonly associations?: unknown;
  };
  return [...Object.keys(fields), ...Object.keys(properties?.shape ?? {})].sort();
}

/** Every field of records, those of their lines too. */
function fieldsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    return name === "lines" ? [name, ...fieldsIn(inner)] : [name];
  });
}

describe("Foreign records (docs/crm.md)", () => {
  test("the example gives what the page says", () => {
    const [, code] = /^```ts\n([\s\S]*?)\n^```$/m.exec(sectionOf(page, "Foreign records")) ?? [];
    expect(runBlock(code ?? "", orlicky)).toBe(2);
  });

  test.each(systems)(
    "%s: every field that is read is in the table, and no other",
    (heading, _, lists) => {
      const told = tableRows(sectionOf(page, heading)).flatMap(([list = "", fields = ""]) => {
        const [name] = codesIn(list);
        return name !== undefined && name in lists && !list.includes("in documents")
          ? [[name, [...new Set(codesIn(fields))].sort()] as const]
          : [];
      });
      expect(told).toEqual(
        Object.entries(lists).map(([name, { schema }]) => [name, fieldsOf(schema.shape)]),
      );
    },
  );

  test.each(systems)(
    "%s: every field that comes out of the fixture is in the table",
    (heading, system) => {
      const cells = tableRows(sectionOf(page, heading)).map(([, fields = ""]) => fields);
      const told = new Set(
        cells
          .flatMap((cell) =>
            Array.from(cell.matchAll(/→ ([^;|]*)/g)).flatMap(([, names = ""]) => names.split(/, /)),
          )
          .map((name) => name.trim()),
      );
      const { currency: _, rates: __, ...records } = readFixture(system).records;
      const found = new Set(Object.values(records).flatMap(fieldsIn));
      const implied = new Set(["lines"]);
      expect([...found].filter((field) => !told.has(field) && !implied.has(field))).toEqual([]);
    },
  );
});
