import { describe, expect, test } from "vitest";
import { EVERY_RECORD } from "../../../test/support/crm/every-record.js";
import { PlanningInputError } from "../../core/index.js";
import {
  type CrmRecordsInput,
  matchAccounts,
  mergeAccounts,
  readCrmRecords,
  safeReadCrmRecords,
} from "../index.js";

const byTax = [{ by: "taxId" }] as const;

function merge(data: CrmRecordsInput) {
  const records = readCrmRecords(data, { match: byTax });
  return mergeAccounts(records, matchAccounts(records.accounts, byTax));
}

const line = { id: "1", product: "chair", quantity: 2 };
const quote = {
  id: "Q",
  account: "crm",
  version: 1,
  status: "accepted",
  date: "2026-03-02",
  lines: [line],
} as const;
const order = {
  id: "O",
  account: "erp",
  quote: "Q",
  status: "open",
  date: "2026-03-03",
  requestedDate: "2026-03-20",
  lines: [line],
} as const;
const twoSystems: CrmRecordsInput = {
  accounts: [
    { id: "erp", taxId: "7", customerClass: "key", externalIds: [{ system: "erp", id: "1" }] },
    { id: "crm", taxId: "7", externalIds: [{ system: "crm", id: "A" }] },
  ],
  products: [{ id: "chair" }],
  quotes: [quote],
  orders: [order],
};

describe("One account for each customer", () => {
  test("a quote of one system and an order of another are of one customer", () => {
    expect(safeReadCrmRecords(twoSystems).issues.map(({ code }) => code)).toEqual(["wrongAccount"]);
    const { records, differences } = merge(twoSystems);
    expect(records.accounts).toEqual([
      {
        id: "crm",
        taxId: "7",
        customerClass: "key",
        externalIds: [
          { system: "crm", id: "A" },
          { system: "erp", id: "1" },
        ],
      },
    ]);
    expect([records.quotes[0]?.account, records.orders[0]?.account]).toEqual(["crm", "crm"]);
    expect(differences).toEqual([]);
  });

  test("where accounts say different things the first by id is taken, and it is said", () => {
    const { records, differences } = merge({
      accounts: [
        { id: "b", taxId: "7", balance: { amount: 5 }, priority: 2, name: "N" },
        { id: "a", taxId: "7", balance: { amount: 3 }, priority: 1, name: "N" },
        { id: "c", taxId: "7", priority: 2 },
      ],
    });
    expect(records.accounts).toMatchObject([{ id: "a", balance: { amount: 3 }, priority: 1 }]);
    expect(differences).toEqual([
      { customer: "a", field: "priority", taken: "a", others: ["b", "c"] },
      { customer: "a", field: "balance", taken: "a", others: ["b"] },
    ]);
  });

  test("a parent becomes the parent's customer, and is none where both are one", () => {
    const { records } = merge({
      accounts: [
        { id: "a", taxId: "7", parent: "b" },
        { id: "b", taxId: "7" },
        { id: "c", parent: "b" },
      ],
    });
    expect(records.accounts).toEqual([
      { id: "a", taxId: "7" },
      { id: "c", parent: "a" },
    ]);
  });

  test("every list that names accounts is told", () => {
    const accounts = [...(EVERY_RECORD.accounts ?? []), { id: "A Miller", taxId: "DE1" }];
    const { records } = merge({ ...EVERY_RECORD, accounts });
    const text = JSON.stringify({ ...records, accounts: [] });
    expect(text.match(/"account":"A Miller"/g)?.length).toBe(
      JSON.stringify(EVERY_RECORD).match(/"account":"Miller"/g)?.length,
    );
    expect(text).not.toContain('"account":"Miller"');
  });

  test("a match of other accounts is refused", () => {
    const records = readCrmRecords(twoSystems, { match: byTax });
    const other = matchAccounts(readCrmRecords({ accounts: [{ id: "x" }] }).accounts, byTax);
    expect(() => mergeAccounts(records, other)).toThrow("contradiction");
  });

  const records = readCrmRecords({ accounts: [{ id: "a" }, { id: "b" }] });
  const customer = (id: string, ...accounts: readonly string[]) => ({
    id,
    members: accounts.map((account) => ({ account, joinedBy: null, with: null })),
  });
  const issuesOf = (of: unknown, match: unknown) => {
    try {
      mergeAccounts(of as never, match as never);
    } catch (error) {
      if (!(error instanceof PlanningInputError)) throw error;
      return error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
    }
    return [];
  };

  test.each<[string, unknown, string[]]>([
    ["nothing", undefined, ["missingField match"]],
    ["null", null, ["invalidType match"]],
    ["a list", [], ["invalidType match"]],
    ["an object without customers", {}, ["missingField match.customers"]],
    [
      "customers that are no list",
      { customers: 3, conflicts: [] },
      ["invalidType match.customers"],
    ],
    [
      "a customer without accounts",
      { customers: [customer("a", "a", "b"), customer("c")], conflicts: [] },
      ["outOfRange match.customers.1.members"],
    ],
    [
      "an account of two customers",
      { customers: [customer("a", "a", "b"), customer("b", "b")], conflicts: [] },
      ["duplicateId match.customers.1.members.0.account"],
    ],
    [
      "a customer that has not the id of its first account",
      { customers: [customer("zz", "a"), customer("b", "b")], conflicts: [] },
      ["contradiction match.customers.0.id"],
    ],
    [
      "customers that cannot be read",
      {
        get customers() {
          throw new Error("mine");
        },
      },
      ["invalidType match.customers"],
    ],
  ])("%s is no match", (_, match, issues) => {
    expect(issuesOf(records, match)).toEqual(issues);
  });

  test("what is no records is refused", () => {
    const match = { customers: [customer("a", "a"), customer("b", "b")], conflicts: [] };
    expect(issuesOf(records, match)).toEqual([]);
    for (const none of [undefined, null, 3, []]) {
      expect(issuesOf(none, match)).toEqual(["invalidType records"]);
    }
    expect(issuesOf({ accounts: records.accounts }, match)).toContain(
      "missingField records.orders",
    );
  });

  test("the first account by id gives the fields, in whatever order a match names them", () => {
    const rows = [
      { id: "a", name: "one" },
      { id: "b", name: "two" },
    ];
    const match = { customers: [customer("a", "b", "a")], conflicts: [] } as never;
    const merged = mergeAccounts(readCrmRecords({ accounts: rows }), match);
    expect(merged.records.accounts).toEqual([rows[0]]);
  });
});
