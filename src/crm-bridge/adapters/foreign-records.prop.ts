import { fc, test } from "@fast-check/vitest";
import { describe, expect, test as plain } from "vitest";
import {
  damagedFixture,
  type ForeignFixture,
  foreignFixture,
} from "../../../test/support/crm/foreign.js";
import { FOREIGN_SYSTEMS } from "../../../test/support/crm/foreign-systems.js";
import { runs } from "../../../test/support/runs.js";
import { type SafeForeignRecords, safeReadCrmRecords } from "../../index.js";

const rates = [{ from: "USD", to: "EUR", rate: "0.9" }];

/** The field of a record's id. */
const ID_FIELDS: Readonly<Record<string, (list: string) => string>> = {
  salesforce: () => "Id",
  odoo: () => "id",
  erpnext: () => "name",
  hubspot: () => "id",
  dynamics: (list) =>
    `${list.toLowerCase().replace("opportunities", "opportunitys").replace(/s$/, "")}id`,
};

/** The ids of all records and lines that are read. */
function idsRead({ records }: SafeForeignRecords): Set<string> {
  const { currency: _, rates: __, ...lists } = records;
  const rows = Object.values(lists).flat() as readonly { id: string; lines?: { id: string }[] }[];
  return new Set(rows.flatMap(({ id, lines = [] }) => [id, ...lines.map((line) => line.id)]));
}

/** The records that have an id, by list and id. */
function givenIds(
  system: string,
  fixture: ForeignFixture,
  foreign: unknown,
): [list: string, id: string][] {
  if (!isRow(foreign)) return [];
  const lists = Object.keys(fixture).map((list) => [list, foreign[list]] as const);
  return lists.flatMap(([list, rows]) =>
    (Array.isArray(rows) ? rows : []).flatMap((row: unknown): [string, string][] => {
      const id = isRow(row) ? row[ID_FIELDS[system]?.(list) ?? ""] : undefined;
      const isId = (typeof id === "string" && id !== "") || Number.isSafeInteger(id);
      return isId ? [[list, `${id}`]] : [];
    }),
  );
}

function isRow(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** The records that are neither read nor told. */
function lostOf(
  system: string,
  fixture: ForeignFixture,
  foreign: unknown,
  read: SafeForeignRecords,
): unknown[] {
  const refs = [...read.issues.map(({ record }) => record), ...read.notTaken];
  const told = new Set(refs.map((record) => JSON.stringify([record?.list, record?.id])));
  const known = idsRead(read);
  return givenIds(system, fixture, foreign).filter(
    (given) => !known.has(given[1]) && !told.has(JSON.stringify(given)),
  );
}

describe("Foreign records, however broken, are read, not taken for a reason, or named", () => {
  for (const [system, readForeign] of FOREIGN_SYSTEMS) {
    const fixture = foreignFixture(system);

    test.prop([damagedFixture(fixture)], { numRuns: Math.ceil(runs / 8) })(
      `${system}: records with something else in them`,
      (foreign) => {
        const read = readForeign(foreign as object);
        const unclear = read.issues.filter(({ message }) => !/^[A-Z].*\.$/s.test(message));
        expect(unclear).toEqual([]);
        expect(lostOf(system, fixture, foreign, read)).toEqual([]);
        // What the adapter lets through may still be refused, but only by name.
        const { issues } = safeReadCrmRecords({ ...read.records, rates });
        expect(issues.filter(({ code }) => code === "unknownField")).toEqual([]);
      },
    );

    test.prop([fc.anything({ withBigInt: true, withDate: true, withMap: true })], {
      numRuns: Math.ceil(runs / 8),
    })(`${system}: anything at all`, (foreign) => {
      const read = readForeign(foreign as object);
      expect(lostOf(system, fixture, foreign, read)).toEqual([]);
    });
  }
});

describe("Foreign records that do more than hold values", () => {
  const { proxy: revoked, revoke } = Proxy.revocable([], {});
  revoke();
  const mute = new Proxy({}, { get: fails, ownKeys: fails, has: fails, getPrototypeOf: fails });
  const endless: Record<string, unknown> = { Id: "A" };
  endless.Name = endless;
  const [, readSalesforce] = FOREIGN_SYSTEMS[0]!;

  plain.each<[string, unknown, string[]]>([
    ["lists that fail", { accounts: revoked }, ["invalidType accounts"]],
    ["an object that fails", mute, ["invalidType "]],
    ["no object", null, ["invalidType "]],
    ["a list of another name", { leads: [] }, ["unknownField leads"]],
    [
      "records that fail",
      { accounts: [mute, revoked] },
      ["invalidType accounts.0", "invalidType accounts.1"],
    ],
    ["a record that contains itself", { accounts: [endless] }, ["invalidType accounts.0.Name"]],
  ])("%s are named", (_, foreign, said) => {
    const { issues } = readSalesforce(foreign as object);
    expect(issues.map(({ code, path }) => `${code} ${path.join(".")}`)).toEqual(said);
  });

  plain("a field __proto__ is one that nobody reads, and every field is asked once", () => {
    let times = 0;
    const row = {
      get Id() {
        times += 1;
        return `A${times}`;
      },
    };
    const other: unknown = JSON.parse('{ "Id": "B", "__proto__": { "Name": 5 } }');
    const { records, issues } = readSalesforce({ accounts: [row, other] });
    expect(issues).toEqual([]);
    expect(records.accounts?.map(({ id }) => id)).toEqual(["A1", "B"]);
  });
});

describe("A list of lines that was not given", () => {
  const LINES: Readonly<Record<string, readonly string[]>> = {
    salesforce: ["opportunityLineItems", "quoteLineItems", "orderItems"],
    odoo: ["orderLines"],
    dynamics: ["opportunityProducts", "salesOrderDetails"],
  };
  const systems = FOREIGN_SYSTEMS.filter(([system]) => LINES[system] !== undefined);

  plain.each(systems)("%s: is missing where there are records to have them", (system, read) => {
    const fixture = foreignFixture(system);
    for (const list of LINES[system] ?? []) {
      const { [list]: _, ...others } = fixture;
      const said = read(others).issues.map(({ code, path }) => `${code} ${path.join(".")}`);
      expect(said).toContain(`missingField ${list}`);
      const named = (foreign: object) =>
        read(foreign).issues.filter(({ path }) => path.length === 1);
      expect(named({ ...fixture, [list]: [] })).toEqual([]);
      expect(named({})).toEqual([]);
    }
  });
});

describe("A percentage that is none", () => {
  plain("is told in plain words", () => {
    const words = FOREIGN_SYSTEMS.flatMap(([system, read]) => {
      const text = JSON.stringify(foreignFixture(system)).replaceAll(
        /"(Probability|probability|closeprobability|hs_deal_stage_probability)":[^,}]*/g,
        '"$1":"abc"',
      );
      return read(JSON.parse(text)).issues.map(({ message }) => message);
    });
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((message) => message.includes("pattern"))).toEqual([]);
  });
});

function fails(): never {
  throw new Error("mine");
}
