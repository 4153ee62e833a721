import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { placedValues, withValueAt } from "../../../test/refusal/input-path.js";
import { EVERY_RECORD } from "../../../test/support/crm/every-record.js";
import { runs } from "../../../test/support/runs.js";
import { crmRecordsSchema, safeReadCrmRecords } from "../../index.js";

/** Values that fields are likely to take ill. */
const VALUES: readonly unknown[] = [
  ...[undefined, null, true, {}, [], [[]], [{}], [null], "", "x", "0", "-1", "1/3", "1/0", 5n],
  ...[0, -0, 1, -1, 0.5, 1e-9, 36_501, 2 ** 53, 1e300, Number.NaN, Number.POSITIVE_INFINITY],
  ...["9".repeat(100), `1/${"9".repeat(60)}`, "2026-02-30", "1899-12-31", "2199-12-31"],
  ...[
    "open",
    "won",
    "lost",
    "cancelled",
    "Miller",
    "table",
    "O1",
    "Q1",
    "4711",
    "F1",
    "EUR",
    "USD",
  ],
  ...[new Date(0), new Map(), Symbol("id"), () => 5],
];

/** Records with a few fields changed, left out or taken from elsewhere in them. */
const damaged = fc
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
    }, EVERY_RECORD),
  );

/** The records that are left or named, by list and id. */
function keysOf(refs: readonly (readonly [list: string, id: string])[]): Set<string> {
  return new Set(refs.map((ref) => JSON.stringify(ref)));
}

function readOrMistakes(data: unknown): void {
  const { records, issues } = safeReadCrmRecords(data);
  const unclear = issues.filter(
    ({ code, path, message }) =>
      typeof code !== "string" || !Array.isArray(path) || !/^[A-Z"].*\.$/s.test(message),
  );
  expect(unclear).toEqual([]);
  const again = safeReadCrmRecords(records);
  expect([again.issues, JSON.stringify(again.records)]).toEqual([[], JSON.stringify(records)]);
  const { currency: _, rates: __, ...lists } = records;
  const left = keysOf(
    Object.entries(lists).flatMap(([list, rows]) => rows.map(({ id }) => [list, id] as const)),
  );
  const named = keysOf(
    issues.flatMap(({ record }) => (record === null ? [] : [[record.list, record.id] as const])),
  );
  expect([...named].filter((key) => left.has(key))).toEqual([]);
}

describe("Any data, however broken, gives sound records and the mistakes of all others", () => {
  test.prop([damaged], { numRuns: runs })("records with something else in them", readOrMistakes);

  test.prop(
    [fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true })],
    { numRuns: runs },
  )("anything at all", readOrMistakes);

  test.prop(
    [
      fc.record(
        Object.fromEntries(
          Object.keys(crmRecordsSchema.shape).map((field) => [field, fc.anything()]),
        ),
        { requiredKeys: [] },
      ),
    ],
    { numRuns: runs },
  )("anything in each list", readOrMistakes);
});

describe("Of records and mistakes", () => {
  test.prop([damaged], { numRuns: runs })("every record with an id is left or named", (data) => {
    const { records, issues } = safeReadCrmRecords(data);
    const lists = data as Readonly<Record<string, unknown>>;
    const given = Object.keys(records)
      .filter((list) => list !== "currency" && list !== "rates" && Array.isArray(lists[list]))
      .flatMap((list) =>
        (lists[list] as readonly { readonly id?: unknown }[]).flatMap((row) =>
          typeof row?.id === "string" && row.id !== "" ? [[list, row.id] as const] : [],
        ),
      );
    const { currency: _, rates: __, ...rows } = records;
    const known = keysOf([
      ...Object.entries(rows).flatMap(([list, left]) => left.map(({ id }) => [list, id] as const)),
      ...issues.flatMap(({ record }) =>
        record === null ? [] : [[record.list, record.id] as const],
      ),
    ]);
    expect([...keysOf(given)].filter((key) => !known.has(key))).toEqual([]);
  });

  test.prop([damaged], { numRuns: runs })("the order of rows changes neither", (data) => {
    const turned = Object.fromEntries(
      Object.entries(data as object).map(([list, rows]) => [
        list,
        Array.isArray(rows) ? rows.toReversed() : rows,
      ]),
    );
    const [one, other] = [safeReadCrmRecords(data), safeReadCrmRecords(turned)];
    const leftIn = ({ records }: typeof one) =>
      Object.entries(records).map(([list, rows]) => [
        list,
        rows === undefined || typeof rows === "string"
          ? rows
          : rows.map((row) => JSON.stringify(row)).sort(),
      ]);
    expect(leftIn(other)).toEqual(leftIn(one));
    const saidIn = ({ issues }: typeof one) =>
      issues.map(({ code, record, path }) => JSON.stringify([code, record, path.slice(2)])).sort();
    expect(saidIn(other)).toEqual(saidIn(one));
  });
});
