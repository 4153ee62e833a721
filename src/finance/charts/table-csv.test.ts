import { describe, expect, test } from "vitest";
import { issuesOf } from "../../../test/support/issues-of.js";
import {
  Decimal,
  planLedger,
  planRequirements,
  purchasingPlan,
  standardCosts,
  tableCsv,
} from "../../index.js";

/** The texts of a table of one column and one row, without its heading. */
function cell(value: unknown, options: object = {}): string {
  const text = tableCsv([{ a: "x", b: value } as never], { columns: ["a", "b"], ...options });
  return text.slice("a,b\r\nx,".length, -"\r\n".length);
}

describe("A table as CSV", () => {
  test("has a heading and a line for each row, each ended by CR LF, columns as they first come", () => {
    const rows = [
      { item: "cart", amount: new Decimal("12.50") },
      { note: "late", item: "bell" },
    ];
    expect(tableCsv(rows)).toBe("item,amount,note\r\ncart,12.5,\r\nbell,,late\r\n");
  });

  test("has the columns that are asked for, in their order", () => {
    const rows = [{ a: "1", b: "2", c: "3" }];
    expect(tableCsv(rows, { columns: ["c", "a"] })).toBe("c,a\r\n3,1\r\n");
    expect(tableCsv([], { columns: ["c", "a"] })).toBe("c,a\r\n");
    expect(tableCsv([])).toBe("");
  });

  test("writes numbers in plain digits, however large or small, and never a −0", () => {
    expect(cell(new Decimal("1e60"))).toBe(`1${"0".repeat(60)}`);
    expect(cell(new Decimal("-1e-60"))).toBe(`-0.${"0".repeat(59)}1`);
    expect(cell(new Decimal("-0"))).toBe("0");
    expect(cell(1e21)).toBe(`1${"0".repeat(21)}`);
    expect(cell(-1.5e-7)).toBe("-0.00000015");
    expect(cell(true)).toBe("true");
  });

  test("leaves null and what a row does not have empty", () => {
    expect(cell(null)).toBe("");
    expect(cell(undefined)).toBe("");
    // A line without anything in it would be read as no row.
    expect(tableCsv([{ a: null }, { a: "" }])).toBe('a\r\n""\r\n""\r\n');
  });

  test("puts texts in quotes that would end a field, and doubles quotes", () => {
    expect(cell('12" wheel')).toBe('"12"" wheel"');
    expect(cell("a,b")).toBe('"a,b"');
    expect(cell("a\r\nb")).toBe('"a\r\nb"');
    expect(cell(" a")).toBe('" a"');
    expect(cell("Žluťoučký kůň")).toBe("Žluťoučký kůň");
  });

  test.each([
    ["=1+1", "'=1+1"],
    ["+1+1", "'+1+1"],
    ["-1+1", "'-1+1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", '"\'\t=1"'],
    ["\r=1", '"\'\r=1"'],
    ["\0=1", '"\'\0=1"'],
    ["\tx", '"\'\tx"'],
    ["  =1", "'  =1"],
    ["＝1", "'＝1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ])("lets no spreadsheet take the text %j for a formula", (text, written) => {
    expect(cell(text)).toBe(written);
    expect(tableCsv([{ [text]: "" }])).toBe(`${written}\r\n""\r\n`);
  });

  test("leaves numbers what they are, as a Decimal and as the text that JSON makes of it", () => {
    expect(cell(new Decimal(-5))).toBe("-5");
    expect(cell("-5.25")).toBe("-5.25");
    expect(cell("-5-2")).toBe("'-5-2");
    expect(cell("+5")).toBe("'+5");
  });

  test("keeps texts as they are for a program that reads them back", () => {
    expect(cell("=1+1", { guardFormulas: false })).toBe("=1+1");
    expect(cell('"', { guardFormulas: false })).toBe('""""');
  });

  test("takes any id for a key or a text", () => {
    const row = JSON.parse('{ "__proto__": "__proto__", "constructor": "toString", "": "x" }');
    expect(tableCsv([row])).toBe("__proto__,constructor,\r\n__proto__,toString,x\r\n");
    const without = tableCsv([{ a: "1" }, row], { columns: ["constructor", "a"] });
    expect(without).toBe("constructor,a\r\n,1\r\ntoString,\r\n");
  });

  test("is made of the rows of any report, and of the postings of a ledger", () => {
    const plan = planRequirements({
      startDate: "2026-01-05",
      currency: "EUR",
      suppliers: [{ id: "Smith" }],
      items: [{ id: "wheel" }],
      sources: [{ item: "wheel", kind: "buy", supplier: "Smith", price: "2.50" }],
      demands: [{ id: "d1", item: "wheel", quantity: 40, due: "2026-01-19" }],
    });
    const ledger = planLedger(plan, { costs: standardCosts(plan) });
    const { rows } = purchasingPlan(ledger, { by: ["supplier"], bucket: "month" });
    expect(tableCsv(rows, { columns: ["supplier", "from", "receipts"] })).toBe(
      "supplier,from,receipts\r\nSmith,2026-01-01,100\r\n",
    );
    const lines = tableCsv(ledger.postings).split("\r\n");
    expect(lines).toHaveLength(ledger.postings.length + 2);
    expect(lines[0]).toMatch(/^date,item,site,.*,account,.*,amount,quantity$/);
  });
});

describe("A table as CSV refuses", () => {
  const throwing = {
    get a(): string {
      throw new Error("mine");
    },
  };

  test.each([
    ["no rows", undefined, {}, ["missingField rows"]],
    ["a text", "rows", {}, ["invalidType rows"]],
    ["rows that are none", [1, null, []], {}, [0, 1, 2].map((n) => `invalidType rows.${n}`)],
    [
      "lists and objects in a row",
      [{ a: [] }, { b: {} }],
      {},
      ["invalidType rows.0.a", "invalidType rows.1.b"],
    ],
    [
      "what is no number",
      [{ a: Number.NaN }, { a: new Decimal("Infinity") }],
      {},
      ["invalidType rows.0.a", "invalidType rows.1.a"],
    ],
    [
      "a number of millions of digits",
      [{ a: new Decimal("1e9000000") }],
      {},
      ["outOfRange rows.0.a"],
    ],
    ["what cannot be read", [throwing], {}, ["invalidType rows.0.a"]],
    [
      "what only looks like a number",
      [{ a: { toStringTag: "[object Decimal]", toFixed: () => "=1" } }],
      {},
      ["invalidType rows.0.a"],
    ],
    ["no options", [], null, ["invalidType "]],
    ["an unknown option", [], { column: [] }, ["unknownField column"]],
    ["no columns", [], { columns: [] }, ["outOfRange columns"]],
    ["a column that no row has", [{ a: "1" }], { columns: ["a", "b"] }, ["unknownId columns.1"]],
    ["a column twice", [{ a: "1" }], { columns: ["a", "a"] }, ["duplicateId columns.1"]],
    [
      "columns that are no texts",
      [],
      { columns: [1], guardFormulas: 1 },
      ["invalidType columns.0", "invalidType guardFormulas"],
    ],
  ])("%s", (_, rows, options, issues) => {
    expect(issuesOf(() => tableCsv(rows as never, options as never))).toEqual(issues);
  });
});
