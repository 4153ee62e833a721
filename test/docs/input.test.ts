import {
  type PlanningInput,
  planningInputJsonSchema,
  planRequirements,
  safePlanRequirements,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { codesIn, sectionOf, tableRows } from "./markdown.js";

const file = "docs/input.md";

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly const?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema = planningInputJsonSchema() as Schema;
const rowsOf = (list: string): Schema | undefined =>
  list.split(".").reduce<Schema | undefined>((at, key) => at?.properties?.[key]?.items, schema);
const fieldsOf = (list: string): string[] => Object.keys(rowsOf(list)?.properties ?? {});

const listRows = tableRows(sectionOf(file, "Lists"));
const parameters = tableRows(sectionOf(file, "Planning parameters"));
const parameterNames = parameters.flatMap(([names = ""]) => codesIn(names));
const later = new Map(
  tableRows(sectionOf(file, "Not yet")).map(([where = "", what = ""]) => [
    codesIn(where)[0] ?? where,
    codesIn(what),
  ]),
);

describe("The input in short (docs/input.md)", () => {
  test("names every list, and every one that is refused", () => {
    const lists = Object.keys(schema.properties ?? {}).filter((key) => rowsOf(key) !== undefined);
    const named = listRows.flatMap(([name = ""]) => codesIn(name));
    const refused = later.get("input")?.filter((name) => name !== "currency") ?? [];
    expect([...named.filter((name) => !name.includes(".")), ...refused].sort()).toEqual(
      lists.sort(),
    );
  });

  for (const [name = "", row = ""] of listRows) {
    const [list = ""] = codesIn(name);
    test(`names every field of ${list}, and which may be left out`, () => {
      const named = row
        .replace(/[`{}…]/g, "")
        .split(",")
        .map((field) => field.trim());
      const sound = named.filter((field) => field !== "");
      const required = rowsOf(list)?.required ?? [];
      const isShort = row.includes("…");
      const rest = isShort ? [...parameterNames, ...(later.get("planning parameters") ?? [])] : [];
      const expected = fieldsOf(list).filter((field) => {
        const isLater = later.get(list)?.includes(field) && !sound.includes(field);
        return field !== "attributes" && !isLater && !rest.includes(field);
      });
      expect(sound).toEqual(
        expected.map((field) => (required.includes(field) ? field : `${field}?`)),
      );
    });
  }

  test("names every planning parameter, as one that is used or as one that is refused", () => {
    const refused = later.get("planning parameters") ?? [];
    const fields = fieldsOf("itemSites").filter(
      (field) => !["item", "site", "attributes"].includes(field),
    );
    const named = [...parameterNames, ...refused.filter((field) => fields.includes(field))];
    expect([...new Set(named)].sort()).toEqual(fields.sort());
  });

  test("names every lot-sizing rule", () => {
    const rules = schema.$defs?.LotSizing?.oneOf?.map(({ properties }) => properties?.rule?.const);
    const named = [...parameters.flat(), ...(later.get("planning parameters") ?? [])].join(" ");
    expect(rules?.filter((rule) => !named.includes(rule ?? "?"))).toEqual([]);
    expect(rules?.length).toBe(12);
  });

  test("names every convention", () => {
    const named = tableRows(sectionOf(file, "Conventions")).map(([key = ""]) => codesIn(key)[0]);
    const refused = (later.get("conventions") ?? []).filter((key) =>
      Object.keys(schema.$defs?.Conventions?.properties ?? {}).includes(key),
    );
    expect([...named, ...refused].sort()).toEqual(
      Object.keys(schema.$defs?.Conventions?.properties ?? {}).sort(),
    );
  });
});

describe("What is not planned with yet is refused by its name", () => {
  const startDate = "2026-01-05";
  const refusals: Record<string, Record<string, unknown>> = {
    "planning parameters": {
      shelfLifeDays: 1,
      minimumRemainingLife: 1,
    },
  };
  const inputWith = (where: string, extra: Record<string, unknown>): unknown => {
    expect(where).toBe("planning parameters");
    return { startDate, items: [{ id: "a", ...extra }, { id: "b" }] };
  };
  const issuesOf = (input: unknown) => {
    const result = safePlanRequirements(input as PlanningInput);
    return result.ok ? [] : result.issues.map(({ code, path }) => [code, path.at(-1)]);
  };

  for (const [where, fields] of Object.entries(refusals)) {
    for (const [field, value] of Object.entries(fields)) {
      test(`${where}: ${field}`, () => {
        expect(issuesOf(inputWith(where, { [field]: value }))).toEqual([["notSupported", field]]);
        expect(later.get(where)).toContain(field);
      });
    }
  }
});

test("Columns are read as the page says: places, days since 1970 and counts of the last decimal", () => {
  const input = { startDate: "2026-01-05", items: [{ id: "a" }, { id: "b", decimals: 2 }] };
  const [item, day] = [Int32Array.of(1), Int32Array.of(20_461)];
  const columns = { demands: { item, day, quantity: Float64Array.of(250) } };
  const [order] = planRequirements(input, { columns }).orders;
  expect([order?.item, order?.due, `${order?.quantity}`]).toEqual(["b", "2026-01-08", "2.5"]);
});
