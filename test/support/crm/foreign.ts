import { readFileSync } from "node:fs";
import { fc } from "@fast-check/vitest";
import {
  type CrmRecordsInput,
  type DemandPolicy,
  demandFromCrm,
  readCrmRecords,
  type SafeForeignRecords,
} from "../../../src/index.js";
import { placedValues, withValueAt } from "../../refusal/input-path.js";

/** Foreign records by list, as JSON has them. */
export type ForeignFixture = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Records of a system in the format that it documents. */
export function foreignFixture(system: string): ForeignFixture {
  const url = new URL(`../../fixtures/crm/${system}/records.json`, import.meta.url);
  const { records } = JSON.parse(readFileSync(url, "utf8")) as { records: ForeignFixture };
  return records;
}

const POLICY: DemandPolicy = {
  asOf: "2026-03-02",
  deals: { use: "expected" },
  needDate: { from: "requestedOrClose", days: 14 },
  forecast: { prefer: "adjusted" },
  pipeline: "linked",
  contractRest: "none",
  credit: "excluded",
};

/** The demands of records: `id: quantity item due, shipped`. */
export function demandsOf(records: CrmRecordsInput): string[] {
  const { demands, issues } = demandFromCrm(readCrmRecords(records), POLICY);
  return [
    ...issues.map(({ message }) => message),
    ...demands.map(({ id, item, quantity, due, shipped }) => {
      const done = shipped === undefined ? "" : `, ${shipped} shipped`;
      return `${(JSON.parse(id ?? "[]") as string[]).join(" ")}: ${quantity} ${item} ${due}${done}`;
    }),
  ];
}

/** A record of a fixture with some fields changed. */
export function changed(
  fixture: ForeignFixture,
  list: string,
  index: number,
  fields: object,
): ForeignFixture {
  const rows = fixture[list] ?? [];
  return { ...fixture, [list]: rows.with(index, { ...rows[index], ...fields }) };
}

/** What is said of foreign records: code, path, record. */
export function saidOf({ issues }: SafeForeignRecords): string[] {
  return issues.map(
    ({ code, path, record }) => `${code} ${path.join(".")} (${record?.list} ${record?.id})`,
  );
}

const VALUES: readonly unknown[] = [
  ...[undefined, null, true, false, {}, [], [[]], [null], "", "x", "0", "-1", "1/3", "__proto__"],
  ...[0, -0, 1, -1, 0.5, 1e-9, 2 ** 53, 1e300, Number.NaN, Number.POSITIVE_INFINITY, 5n],
  ...["2026-02-30", "2026-03-01T23:59:59Z", "1899-12-31 00:00:00", "9".repeat(50), "1767225600000"],
  ...[new Date(0), Symbol("id"), () => 5],
];

/** A fixture with a few fields changed, left out or taken from elsewhere in it. */
export function damagedFixture(fixture: ForeignFixture): fc.Arbitrary<unknown> {
  return fc
    .array(
      fc.tuple(
        fc.nat(),
        fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...VALUES).map((value) => ({ value })) },
          { weight: 2, arbitrary: fc.nat().map((from) => ({ from })) },
          { weight: 1, arbitrary: fc.anything().map((value) => ({ value })) },
        ),
      ),
      { maxLength: 4 },
    )
    .map((changes) =>
      changes.reduce<unknown>((records, [at, change]) => {
        const places = [...placedValues(records)];
        const place = places[at % places.length];
        if (place === undefined) return records;
        const value = "value" in change ? change.value : places[change.from % places.length]?.value;
        return withValueAt(records, place.path, value);
      }, fixture),
    );
}
