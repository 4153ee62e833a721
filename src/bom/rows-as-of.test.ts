import { fc, test as propertyTest } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/support/runs.js";
import { type Effectivity, isEffective } from "./effectivity.js";
import { bomGraph } from "./graph.js";
import { type AsOf, type BillVersion, bomRowOf, rowsAsOf } from "./rows-as-of.js";

const bill = (version: string, range: Effectivity, ...items: string[]): BillVersion => ({
  item: "lamp",
  version,
  ...range,
  lines: items.map((item) => ({ item, quantity: 1 })),
});
const components = (bills: readonly BillVersion[], at: AsOf) =>
  rowsAsOf(bills, at).map(({ component }) => component);
const issuesOf = (ask: () => unknown): [string, string][] => {
  try {
    ask();
  } catch (error) {
    const { issues } = error as { issues: { code: string; path: (string | number)[] }[] };
    return issues.map(({ code, path }) => [code, path.join(".")]);
  }
  return [];
};

describe("Effectivity is half open", () => {
  test("by day", () => {
    const range = { validFrom: "2026-03-01", validTo: "2026-04-01" };
    const days = ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"];
    expect(days.map((date) => isEffective(range, { date }))).toEqual([false, true, true, false]);
  });

  test("by serial number", () => {
    const range = { serialFrom: 5, serialTo: 7 };
    expect([4, 5, 6, 7].map((serial) => isEffective(range, { serial }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("and must hold for both, where both are limited", () => {
    const range = { validFrom: "2026-03-01", serialFrom: 5 };
    expect(isEffective(range, { date: "2026-03-01", serial: 4 })).toBe(false);
    expect(isEffective(range, { date: "2026-02-28", serial: 5 })).toBe(false);
    expect(isEffective(range, { date: "2026-03-01", serial: 5 })).toBe(true);
    expect(isEffective({}, {})).toBe(true);
  });

  test("asks for the day or the serial number that a limit needs", () => {
    const range = { validTo: "2026-03-01", serialFrom: 5 };
    expect(issuesOf(() => isEffective(range, {}))).toEqual([
      ["missingField", "at.date"],
      ["missingField", "at.serial"],
    ]);
  });

  test("refuses ranges that hold nothing, and days that are none", () => {
    const range = { validFrom: "2026-03-01", validTo: "2026-03-01", serialFrom: 2, serialTo: 1 };
    expect(issuesOf(() => isEffective(range, { date: "2026-02-30", serial: 0.5 }))).toEqual([
      ["invalidDate", "at.date"],
      ["invalidType", "at.serial"],
      ["contradiction", "row.validTo"],
      ["contradiction", "row.serialTo"],
    ]);
    expect(
      issuesOf(() => isEffective({ validFrom: "1899-12-31" }, { date: "2026-01-01" })),
    ).toEqual([["outOfRange", "row.validFrom"]]);
  });
});

describe("The version of a bill that is taken (B8)", () => {
  const bills = [
    bill("1", {}, "bulb"),
    bill("3", { validFrom: "2026-07-01" }, "strip"),
    bill("2", { validFrom: "2026-03-01", validTo: "2026-09-01" }, "diode"),
  ];

  test("is the valid one that began last", () => {
    const days = ["2026-02-28", "2026-03-01", "2026-06-30", "2026-07-01", "2026-10-01"];
    expect(days.map((date) => components(bills, { date }))).toEqual([
      ["bulb"],
      ["diode"],
      ["diode"],
      ["strip"],
      ["strip"],
    ]);
  });

  test("is the one that is named, whenever it is valid", () => {
    const at = { date: "2026-01-01", versions: new Map([["lamp", "3"]]) };
    expect(components(bills, at)).toEqual(["strip"]);
    const none = {
      date: "2026-01-01",
      versions: new Map([
        ["lamp", "4"],
        ["desk", "1"],
      ]),
    };
    expect(issuesOf(() => rowsAsOf(bills, none))).toEqual([
      ["unknownId", "at.versions.lamp"],
      ["unknownId", "at.versions.desk"],
    ]);
  });

  test("follows the serial number, of equal days the range that began last", () => {
    const series = [bill("a", {}, "old"), bill("b", { serialFrom: 100 }, "new")];
    expect(components(series, { serial: 99 })).toEqual(["old"]);
    expect(components(series, { serial: 100 })).toEqual(["new"]);
  });

  test("must be one: two that began on one day are refused", () => {
    const twins = [
      bill("1", { validFrom: "2026-03-01" }, "a"),
      bill("2", { validFrom: "2026-03-01" }, "b"),
    ];
    expect(issuesOf(() => rowsAsOf(twins, { date: "2026-03-01" }))).toEqual([
      ["contradiction", "bills.1"],
    ]);
    expect(components(twins, { date: "2026-02-01" })).toEqual([]);
    const named = [bill("1", {}, "a"), bill("1", { validFrom: "2026-03-01" }, "b")];
    const at = { date: "2026-03-01", versions: new Map([["lamp", "1"]]) };
    expect(issuesOf(() => rowsAsOf(named, at))).toEqual([["contradiction", "bills.1"]]);
  });
});

describe("The rows as of a moment", () => {
  test("are for one of the parent, exactly, and carry on what is left of a line", () => {
    const bills = [
      {
        item: "dough",
        output: 3,
        lines: [
          { item: "flour", quantity: 1, scrap: "0.02", validFrom: "2026-01-01" },
          { item: "salt", quantity: "0.06", scrap: "0", validTo: "2026-01-01" },
        ],
      },
    ];
    const rows = rowsAsOf(bills, { date: "2026-01-01" });
    expect(rows).toEqual([{ parent: "dough", component: "flour", quantity: "1/3", scrap: "0.02" }]);
    expect(() => bomGraph(rows)).toThrow('The field "scrap" is unknown here.');
    expect(bomGraph(rows.map(bomRowOf)).items).toEqual(["dough", "flour"]);
  });

  test("every mistake is listed", () => {
    const bills = [
      { item: "", lines: "none", site: "x" },
      {
        item: "a",
        output: 0,
        lines: [{ item: "b", parent: "c" }, null, { item: 3, quantity: 1, validTo: "soon" }],
      },
    ];
    expect(issuesOf(() => rowsAsOf(bills as never, { serial: -1 }))).toEqual([
      ["outOfRange", "at.serial"],
      ["unknownField", "bills.0.site"],
      ["invalidType", "bills.0.item"],
      ["invalidType", "bills.0.lines"],
      ["outOfRange", "bills.1.output"],
      ["unknownField", "bills.1.lines.0.parent"],
      ["missingField", "bills.1.lines.0.quantity"],
      ["invalidType", "bills.1.lines.1"],
      ["invalidType", "bills.1.lines.2.item"],
      ["invalidDate", "bills.1.lines.2.validTo"],
      ["missingField", "at.date"],
    ]);
  });

  const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-01-0${n}`);
  const range = fc.record({ validFrom: day, validTo: day }, { requiredKeys: [] });
  const sound = range.filter(({ validFrom, validTo }) => !(validFrom! >= validTo!));
  const one = fc.tuple(fc.constantFrom("lamp", "desk", "__proto__"), sound, sound);
  propertyTest.prop([fc.array(one, { maxLength: 6 }), day], { numRuns: runs })(
    "are those of the bill that sorting by validity finds",
    (drawn, date) => {
      const bills = drawn.map(([item, head, line], n) => ({
        item,
        ...head,
        lines: [{ item: `part ${n}`, quantity: n, ...line }],
      }));
      const starts = bills
        .filter((one) => isEffective(one, { date }))
        .map(({ item, validFrom = "" }) => `${validFrom} ${item}`);
      const last = (item: string) =>
        starts
          .filter((text) => text.endsWith(` ${item}`))
          .sort()
          .at(-1);
      const tie = [...new Set(starts)].some(
        (text) =>
          last(text.split(" ").at(-1)!) === text && starts.filter((t) => t === text).length > 1,
      );
      // A tie matters only between those that began last.
      if (new Set(starts).size < starts.length) {
        if (tie) expect(() => rowsAsOf(bills, { date })).toThrow("nothing says which one to take");
        else expect(() => rowsAsOf(bills, { date })).not.toThrow();
        return;
      }
      const wanted = bills.flatMap((one, n) => {
        const taken =
          isEffective(one, { date }) && last(one.item) === `${one.validFrom ?? ""} ${one.item}`;
        const line = one.lines[0]!;
        if (!taken || !isEffective(line, { date })) return [];
        return [{ parent: one.item, component: line.item, quantity: `${n}` }];
      });
      expect(rowsAsOf(bills, { date })).toEqual(wanted);
    },
  );
});
