import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { EVERY_FIELD, EVERY_RULE } from "../../../test/support/every-field.js";
import { runs } from "../../../test/support/runs.js";
import { type CheckedList, isSoundRow, ROW_SCHEMAS } from "./bulk-check.js";
import { owning } from "./own-fields.js";

type Row = Record<string | symbol, unknown>;

const LISTS = Object.keys(ROW_SCHEMAS) as CheckedList[];

/** A row in which every field stands. */
function wholeRow(list: CheckedList): Row {
  return { ...EVERY_FIELD[list][0] };
}

/** Whether a row passes its schema, and no object of a class is in it that lends fields to it. */
function passesWhole(list: CheckedList, row: unknown): boolean {
  const schema = ROW_SCHEMAS[list];
  return schema.safeParse(row).success && !lends(owning(schema)!(row), row);
}

/** Whether what has all fields as its own differs from a value in an object of a class. */
function lends(own: unknown, value: unknown): boolean {
  if (own === value || typeof value !== "object" || value === null) return false;
  if (value.constructor !== Object && !Array.isArray(value)) return true;
  return Object.keys(value).some((name) => lends((own as Row)[name], (value as Row)[name]));
}

/** Texts that are nearly dates, decimals or choices. */
const TEXTS = [
  ...["", " ", "x", "order", "Order", "forecast", "purchase", "production", "blocked"],
  ...["0", "-0", "5", "-5", "+5", "05", "5.", ".5", "5.0", "5,5", "1e3", "1/5", "5 ", "0x5"],
  ...["NaN", "Infinity", "9".repeat(100), "9".repeat(101), `0.${"0".repeat(97)}1`, "５"],
  ...["2026-01-05", "2028-02-29", "2027-02-29", "2100-02-29", "2000-02-29", "2026-02-30"],
  ...["2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00", "2026-1-5", "26-01-05"],
  ...["0000-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "+02026-01-05", "2026-01-05\n"],
  ...["2026-01-05T00:00:00Z", "2026/01/05", " 2026-01-05", "２026-01-05", "__proto__"],
];

/** Values of every kind that JavaScript has. */
const VALUES: readonly unknown[] = [
  ...TEXTS,
  ...[0, -0, 1, -1, 0.5, 1e-9, 1e21, Number.MAX_VALUE, Number.MIN_VALUE, 2 ** 53],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  ...[undefined, null, true, false, 5n, Symbol("5"), () => 5],
  ...[{}, [], [5], ["5"], new Date(0), new Number(5), new String("x"), new Boolean(true), /x/],
  ...[new Map(), Object.create(null), new Proxy({}, {}), new Proxy([], {})],
  ...[{ note: "text" }, { note: {} }, { note: Number.NaN }, { note: undefined }],
  ...[Object.assign(Object.create({ note: [] }), { more: 1 }), { [Symbol("note")]: "text" }],
  ...[
    JSON.parse('{ "__proto__": 5 }'),
    new (class {
      note = "text";
    })(),
  ],
  ...[[{ item: "part", quantity: 5 }], [{ item: "part", quantity: 5, due: "2026-02-30" }]],
  ...[[{ item: "part" }], [undefined], new Array(2), [{ item: "part", quantity: 5, more: 5 }]],
];

/** One thing that is done to a row. */
type Change = (row: Row) => unknown;

const define = (row: Row, name: string | symbol, field: PropertyDescriptor): Row =>
  Object.defineProperty(row, name, { configurable: true, ...field });

/** What is done to the row as a whole. */
const FORMS: readonly Change[] = [
  (row) => row,
  (row) => Object.freeze(row),
  (row) => Object.create(row),
  (row) => Object.assign(Object.create(null), row),
  (row) => Object.assign(new (class Order {})(), row),
  (row) => Object.assign(Object.create({ inherited: 5 }), row),
  (row) => Object.assign([], row),
  (row) => Object.defineProperties(() => 5, Object.getOwnPropertyDescriptors(row)),
  (row) => new Proxy(row, {}),
  (row) => [row],
  (row) => Object.entries(row),
  () => "a row",
  (row) => define(row, "__proto__", { value: 5, enumerable: true }),
  (row) => define(row, "more", { value: 5, enumerable: true }),
  (row) => define(row, "more", { value: 5, enumerable: false }),
  (row) => define(row, "more", { value: undefined, enumerable: true }),
  (row) => define(row, Symbol("more"), { value: 5, enumerable: true }),
];

/** What is done to one field. */
const FIELD_FORMS: readonly ((row: Row, name: string) => Row)[] = [
  (row, name) => define(row, name, { get: () => "5", enumerable: true }),
  (row, name) => define(row, name, { value: row[name], enumerable: false }),
  (row, name) => define(row, name, { get: () => 5, enumerable: false }),
  (row, name) => define(row, `${name} `, { value: row[name], enumerable: true }),
  (row, name) => {
    const { [name]: _, ...rest } = row;
    return rest;
  },
];

function changedRow(list: CheckedList): fc.Arbitrary<unknown> {
  const whole: Row = wholeRow(list);
  const known = Object.keys(ROW_SCHEMAS[list].shape);
  const name = fc.constantFrom(...known);
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...VALUES) },
    { weight: 1, arbitrary: fc.anything({ withSparseArray: true, withNullPrototype: true }) },
    { weight: 1, arbitrary: fc.double().map(String) },
  );
  const changes = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(name, value).map(
        ([of, to]): Change =>
          (row) => ({ ...row, [of]: to }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(name, fc.constantFrom(...FIELD_FORMS)).map(
        ([of, form]): Change =>
          (row) =>
            form(row, of),
      ),
    },
  );
  return fc
    .tuple(
      fc.subarray(known, { minLength: known.length - 3 }),
      fc.array(changes, { maxLength: 2 }),
      fc.constantFrom(...FORMS),
    )
    .map(([names, all, form]) => {
      const row: Row = Object.fromEntries(names.map((of) => [of, whole[of]]));
      return form(all.reduce((changed, change) => change(changed) as Row, row));
    });
}

const ITEM = wholeRow("items");
const BOM = wholeRow("boms");
const LINE: Row = { ...EVERY_FIELD.boms[0]!.lines[0]! };

/** What rows hold that is checked by hand, too. */
const PARTS: readonly { readonly list: CheckedList; readonly part: Row; readonly of: Change }[] = [
  ...EVERY_RULE.map((rule) => ({
    list: "items" as const,
    part: rule as Row,
    of: (part: unknown) => ({ ...ITEM, lotSizing: part }),
  })),
  { list: "boms", part: LINE, of: (part) => ({ ...BOM, lines: [LINE, part] }) },
];

describe("Rows that are checked by hand", () => {
  for (const list of LISTS) {
    const schema = ROW_SCHEMAS[list];

    test.prop([changedRow(list)], { numRuns: 5 * runs })(
      `${list}: the hand-written check accepts a row, however damaged, exactly when the schema does`,
      (row) => {
        expect(isSoundRow(list, row)).toBe(passesWhole(list, row));
      },
    );

    test(`${list}: both refuse or accept each value of every kind in each field`, () => {
      const whole: Row = wholeRow(list);
      const rows = Object.keys(schema.shape).flatMap((name) =>
        VALUES.map((value): Row => ({ ...whole, [name]: value })),
      );
      const verdicts = rows.map((row) => schema.safeParse(row).success);
      expect(rows.map((row) => isSoundRow(list, row))).toEqual(verdicts);
      expect(new Set(verdicts)).toEqual(new Set([true, false]));
    });

    test(`${list}: both refuse each value of every kind instead of a row`, () => {
      expect(VALUES.filter((value) => isSoundRow(list, value))).toEqual([]);
      expect(VALUES.filter((value) => schema.safeParse(value).success)).toEqual([]);
    });

    test(`${list}: both accept a row of every field, and one of those that it must have`, () => {
      const whole: Row = wholeRow(list);
      const needed = Object.keys(schema.shape).filter((name) => {
        const { [name]: _, ...rest } = whole;
        return !schema.safeParse(rest).success;
      });
      const least = Object.fromEntries(needed.map((name) => [name, whole[name]]));
      for (const row of [whole, least]) {
        expect(schema.safeParse(row).success).toBe(true);
        expect(isSoundRow(list, row)).toBe(true);
      }
    });
  }

  test("lot-sizing rules and bill lines in them are accepted exactly when the schema does so", () => {
    const verdicts = new Set<boolean>();
    for (const { list, part, of } of PARTS) {
      const names = [...Object.keys(part), "more"];
      const parts: unknown[] = [
        ...VALUES,
        ...FORMS.map((form) => form({ ...part })),
        ...names.flatMap((name) => [
          ...FIELD_FORMS.map((form) => form({ ...part }, name)),
          ...VALUES.map((value) => ({ ...part, [name]: value })),
        ]),
      ];
      for (const changed of parts) {
        const row = of(changed as Row);
        const isSound = passesWhole(list, row);
        verdicts.add(isSound);
        expect([isSoundRow(list, row), list, changed]).toEqual([isSound, list, changed]);
      }
    }
    expect(verdicts).toEqual(new Set([true, false]));
  });
});
