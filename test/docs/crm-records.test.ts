import * as orlicky from "orlicky";
import { crmRecordsJsonSchema, safeReadCrmRecords } from "orlicky";
import { describe, expect, test } from "vitest";
import { runBlock } from "./code-blocks.js";
import { blocksOf, codesIn, sectionOf, tableRows } from "./markdown.js";

const page = "docs/crm.md";
const records = sectionOf(page, "Records");
const [lists = [], inner = [], issues = [], codes = []] = records
  .split(/\n(?!\|)/)
  .map(tableRows)
  .filter((rows) => rows.length > 0);
const shown: unknown = JSON.parse(/^```json\n([\s\S]*?)\n^```$/m.exec(records)?.[1] ?? "null");

interface RowSchema {
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly required: readonly string[];
}

/** Of a field that holds a row, or a list of rows, what these have. */
type FieldSchema = Partial<RowSchema> & { readonly items?: Partial<RowSchema> };

const { properties } = crmRecordsJsonSchema() as {
  readonly properties: Readonly<Record<string, { readonly items?: RowSchema }>>;
};

/** The fields of a row as the page writes them: `name`, or `name?` where it may be left out. */
function fieldsOf({ properties: fields = {}, required = [] }: Partial<RowSchema>): string[] {
  const names = Object.keys(fields).filter((name) => name !== "attributes");
  return names.map((name) => (required.includes(name) ? name : `${name}?`));
}

describe("Records (docs/crm.md)", () => {
  test("every list is there with all its fields", () => {
    const fields = Object.entries(properties).flatMap(([list, { items }]) => {
      if (items === undefined || list === "rates") return [];
      const may = Object.keys(items.properties).filter((name) => !items.required.includes(name));
      return [
        [[list], [...items.required].sort(), may.filter((name) => name !== "attributes").sort()],
      ];
    });
    expect(
      lists
        .map((row) => row.map(codesIn))
        .map(([list, must, may]) => [list, must?.sort(), may?.sort()]),
    ).toEqual(fields);
  });

  test("every row within a row is there with all its fields", () => {
    const rows = Object.entries(properties).flatMap(([list, { items }]) =>
      Object.entries(items?.properties ?? {}).flatMap(([name, field]) => {
        const row = field.items ?? field;
        return row.properties === undefined ? [] : [[`${list}.${name}`, fieldsOf(row)] as const];
      }),
    );
    const shared = fieldsOf(properties.opportunities?.items?.properties.lines?.items ?? {});
    const told = inner.flatMap(([names = "", row = ""]) => {
      const fields = row.replace(/[`{} ]/g, "").replace("…", shared.join(","));
      return codesIn(names).map((name) => [name, fields.split(",")] as const);
    });
    expect(Object.fromEntries(told)).toEqual({
      rates: fieldsOf(properties.rates?.items ?? {}),
      ...Object.fromEntries(rows),
    });
    expect(rows.length).toBe(told.length - 1);
  });

  test("the records with mistakes say what the page says, and the others go through", () => {
    const read = safeReadCrmRecords(shown);
    expect(issues).toEqual(
      read.issues.map(({ code, path, record }) => [
        `${record?.list} ${record?.id}`,
        `\`${code}\``,
        orlicky.formatPath(path.slice(2)),
      ]),
    );
    const { accounts, contacts, products, opportunities, orders } = read.records;
    expect(
      [accounts, contacts, products, opportunities, orders].map((rows) => rows.length),
    ).toEqual([1, 1, 1, 1, 0]);
    expect(opportunities[0]?.id).toBe("Library");
  });

  test("every code is told", () => {
    const all: Record<orlicky.CrmIssueCode, true> = {
      missingField: true,
      unknownField: true,
      invalidType: true,
      invalidDate: true,
      invalidQuantity: true,
      tooFine: true,
      outOfRange: true,
      duplicateId: true,
      unknownId: true,
      unknownUnit: true,
      contradiction: true,
      quantityOverflow: true,
      noRate: true,
      wonWithoutOrder: true,
      twoOrdersForQuote: true,
      wrongAccount: true,
      leftOut: true,
      moreMistakes: true,
    };
    const told = new Set(codesIn(sectionOf(page, "Records")));
    expect(codes.length).toBe(6);
    expect(Object.keys(all).filter((code) => !told.has(code))).toEqual([]);
  });
});

describe("Currencies and accounts (docs/crm.md)", () => {
  const [money, accounts] = blocksOf(page).filter(({ language }) => language === "ts");

  test("money is converted as the page says", () => {
    expect(runBlock(money?.text ?? "", orlicky)).toBe(2);
  });

  test("accounts become customers as the page says", () => {
    expect(runBlock(accounts?.text ?? "", orlicky)).toBe(4);
  });
});
