import { describe, expect, test } from "vitest";
import { EVERY_RECORD } from "../../../test/support/crm/every-record.js";
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
});
