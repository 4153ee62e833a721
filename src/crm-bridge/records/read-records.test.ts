import { describe, expect, test } from "vitest";
import { type InputPath, withValueAt } from "../../../test/refusal/input-path.js";
import { EVERY_RECORD } from "../../../test/support/crm/every-record.js";
import { account, deal, order, said, sound } from "../../../test/support/crm/small-records.js";
import { readCrmRecords, safeReadCrmRecords } from "../index.js";

test("records that are a list or a Map are no records", () => {
  const said = (data: unknown) => safeReadCrmRecords(data).issues.map(({ message }) => message);
  expect(said([])).toEqual(["The records (a list) must be an object."]);
  expect(said(new Map([["accounts", []]]))).toEqual([
    "The records (an object) must be a plain object.",
  ]);
});

describe("Reading records", () => {
  test("gives every list, with what was given in it and nothing else", () => {
    expect(readCrmRecords(EVERY_RECORD)).toEqual(EVERY_RECORD);
    expect(readCrmRecords({})).toEqual({
      rates: [],
      ...Object.fromEntries(
        Object.keys(EVERY_RECORD)
          .slice(2)
          .map((list) => [list, []]),
      ),
    });
  });

  test("freezes them, all the way down, and leaves what was given as it is", () => {
    const given = structuredClone(sound);
    const read = readCrmRecords(given);
    expect(
      [read, read.orders, read.orders[0], read.orders[0]?.lines[0]].every(Object.isFrozen),
    ).toBe(true);
    expect(read.orders[0]).not.toBe(given.orders?.[0]);
    expect(Object.isFrozen(given.orders?.[0])).toBe(false);
    expect(given).toEqual(sound);
  });

  test("refuses with every mistake at once, by list, row and field", () => {
    const records = {
      ...sound,
      orders: [{ ...order, status: "new", account: "Nobody", date: "soon" }],
      accounts: [account, { id: "Jones", priority: -1, parent: "Nobody" }],
      contact: [],
    };
    expect(said(records)).toEqual([
      "outOfRange accounts.1.priority of accounts Jones",
      "invalidType orders.0.status of orders O",
      "invalidDate orders.0.date of orders O",
      "unknownField contact",
    ]);
    expect(() => readCrmRecords(records)).toThrow(
      expect.objectContaining({
        code: "planningInput",
        issues: safeReadCrmRecords(records).issues,
      }),
    );
  });

  test("names the value, the record and what to do", () => {
    const [issue] = safeReadCrmRecords({
      ...sound,
      opportunities: [{ ...deal, probability: "1.2" }],
    }).issues;
    expect(issue).toEqual({
      code: "outOfRange",
      path: ["opportunities", 0, "probability"],
      message: 'The probability ("1.2") of opportunity "D" must be from 0 to 1.',
      record: { list: "opportunities", id: "D" },
      value: "1.2",
    });
  });

  test("reads 100,000 records of which each names the one before", () => {
    const count = 100_000;
    const accounts = Array.from({ length: count }, (_, n) =>
      n === 0 ? { id: "0" } : { id: `${n}`, parent: `${n - 1}` },
    );
    expect(safeReadCrmRecords({ accounts }).records.accounts.length).toBe(count);
    // One wrong record takes all others with it, one by one.
    const { records, issues } = safeReadCrmRecords({
      accounts: accounts.with(0, { id: "0", parent: "none" }),
    });
    expect([records.accounts.length, issues.length]).toEqual([0, count]);
  });
});

describe("Lists and fields that are none", () => {
  test("what is no object has no records", () => {
    expect([said(7), said([]), said(null)]).toEqual([
      ["invalidType "],
      ["invalidType "],
      ["invalidType "],
    ]);
  });

  test("a list that is none is as good as empty, a row that is none has no id", () => {
    expect(said({ accounts: "Smith", products: [null, "chair"], currency: "" })).toEqual([
      "invalidType currency",
      "invalidType accounts",
      "invalidType products.0",
      "invalidType products.1",
    ]);
  });

  test.each<[string, InputPath, unknown, string]>([
    ["a missing field", ["orders", 0, "date"], undefined, "missingField"],
    ["an unknown field of a line", ["orders", 0, "lines", 0, "price"], 5, "unknownField"],
    ["a day that does not exist", ["orders", 0, "date"], "2026-02-30", "invalidDate"],
    ["a quantity in words", ["orders", 0, "lines", 0, "quantity"], "two", "invalidQuantity"],
    ["an attribute that is no value", ["orders", 0, "attributes"], { a: [] }, "invalidType"],
    ["a fractional priority", ["accounts", 0, "priority"], 1.5, "invalidType"],
  ])("%s is named with its place", (_, path, value, code) => {
    const [issue] = safeReadCrmRecords(withValueAt(sound, path, value)).issues;
    expect([issue?.code, issue?.path.slice(0, path.length)]).toEqual([code, path]);
    expect(issue?.record?.id).toBe(path[0] === "orders" ? "O" : "Smith");
  });

  test("after 100,000 wrong rows a list is not read any further", () => {
    const { issues } = safeReadCrmRecords({ contacts: new Array(2 ** 32 - 1) });
    expect(issues.length).toBe(100_001);
    expect(issues.find(({ code }) => code === "moreMistakes")).toMatchObject({
      path: ["contacts"],
      count: 2 ** 32 - 1 - 100_000,
    });
  });
});
