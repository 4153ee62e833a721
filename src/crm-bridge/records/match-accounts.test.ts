import { describe, expect, test } from "vitest";
import { type AccountRule, type CrmRecordsInput, matchAccounts, readCrmRecords } from "../index.js";

type Account = NonNullable<CrmRecordsInput["accounts"]>[number];

function match(accounts: readonly Account[], ...rules: AccountRule[]) {
  const { customers, conflicts } = matchAccounts(readCrmRecords({ accounts }).accounts, rules);
  return {
    customers: customers.map(({ members }) => members.map(({ account }) => account)),
    members: customers.flatMap(({ members }) => members),
    conflicts,
  };
}

test("a value of blanks is none", () => {
  const { accounts } = readCrmRecords({
    accounts: [
      { id: "a", name: " ", domain: "\t" },
      { id: "b", name: " ", domain: "\t" },
    ],
  });
  const rules = [{ by: "name" }, { by: "domain", compare: "caseless" }] as const;
  expect(matchAccounts(accounts, rules).customers.length).toBe(2);
});

describe("Accounts that are one customer", () => {
  test("without rules every account is a customer", () => {
    const { customers } = match([{ id: "b" }, { id: "a" }]);
    expect(customers).toEqual([["a"], ["b"]]);
  });

  test("share an external id of a system, and tell by which rule and with whom", () => {
    const accounts = [
      { id: "c", taxId: "7", externalIds: [{ system: "erp", id: "1" }] },
      { id: "a", externalIds: [{ system: "erp", id: "1" }] },
      { id: "b", taxId: "7" },
    ];
    const { members } = match(accounts, { by: "externalId" }, { by: "taxId" });
    expect(members).toEqual([
      { account: "a", joinedBy: null, with: null },
      { account: "b", joinedBy: 1, with: "c" },
      { account: "c", joinedBy: 0, with: "a" },
    ]);
  });

  test("one id in two systems is no shared id, nor one of a system that is not asked for", () => {
    const accounts = [
      { id: "a", externalIds: [{ system: "erp", id: "1" }] },
      { id: "b", externalIds: [{ system: "shop", id: "1" }] },
      { id: "c", externalIds: [{ system: "shop", id: "1" }] },
    ];
    expect(match(accounts, { by: "externalId" }).customers).toEqual([["a"], ["b", "c"]]);
    const { customers } = match(accounts, { by: "externalId", systems: ["erp"] });
    expect(customers).toEqual([["a"], ["b"], ["c"]]);
  });

  test("are compared as they are written, or whatever their capitals", () => {
    const accounts = [
      { id: "a", domain: "Miller.example" },
      { id: "b", domain: "miller.EXAMPLE" },
    ];
    expect(match(accounts, { by: "domain" }).customers).toEqual([["a"], ["b"]]);
    expect(match(accounts, { by: "domain", compare: "caseless" }).customers).toEqual([["a", "b"]]);
  });

  test("what an account does not say, it shares with nobody", () => {
    const accounts = [{ id: "a" }, { id: "b" }, { id: "c", taxId: "" }, { id: "d", taxId: "" }];
    expect(match(accounts, { by: "taxId" }).customers.length).toBe(4);
  });
});

describe("Conflicts of accounts, which are listed and never merged", () => {
  const rule: AccountRule = { by: "domain", unlessDiffers: ["taxId"] };

  test("accounts that differ in what must not differ stay apart", () => {
    const { customers, conflicts } = match(
      [
        { id: "a", domain: "x", taxId: "1" },
        { id: "b", domain: "x", taxId: "2" },
        { id: "c", domain: "x" },
      ],
      rule,
    );
    expect(customers).toEqual([["a"], ["b"], ["c"]]);
    expect(conflicts).toEqual([
      { rule: 0, accounts: ["a", "b", "c"], field: "taxId", values: ["1", "2"] },
    ]);
  });

  test("what was joined before counts: two groups differ as their accounts do", () => {
    const accounts = [
      { id: "a", name: "N", taxId: "1" },
      { id: "b", name: "N", domain: "x" },
      { id: "c", domain: "x", taxId: "2" },
    ];
    const { customers, conflicts } = match(accounts, { by: "name" }, rule);
    expect(customers).toEqual([["a", "b"], ["c"]]);
    expect(conflicts).toEqual([
      { rule: 1, accounts: ["a", "b", "c"], field: "taxId", values: ["1", "2"] },
    ]);
  });

  test("a chain of which only the ends differ is not taken in part", () => {
    const erp = (id: string) => ({ system: "erp", id });
    const accounts = [
      { id: "a", taxId: "1", externalIds: [erp("p")] },
      { id: "b", externalIds: [erp("p"), erp("q")] },
      { id: "c", taxId: "2", externalIds: [erp("q")] },
      { id: "d", externalIds: [erp("r")] },
      { id: "e", externalIds: [erp("r")] },
    ];
    const { customers, conflicts } = match(accounts, {
      by: "externalId",
      unlessDiffers: ["taxId"],
    });
    expect(customers).toEqual([["a"], ["b"], ["c"], ["d", "e"]]);
    expect(conflicts.map(({ accounts: among }) => among)).toEqual([["a", "b", "c"]]);
  });

  test("a value that is in conflict takes none of the others with it", () => {
    const erp = (id: string) => ({ system: "erp", id });
    const accounts = [
      { id: "a", taxId: "1", externalIds: [erp("p"), erp("q")] },
      { id: "b", taxId: "2", externalIds: [erp("p")] },
      { id: "c", externalIds: [erp("q")] },
    ];
    const rules = { by: "externalId", unlessDiffers: ["taxId"] } as const;
    const { customers, conflicts } = match(accounts, rules);
    expect(customers).toEqual([["a", "c"], ["b"]]);
    expect(conflicts.map(({ accounts: among }) => among)).toEqual([["a", "b"]]);
  });

  test("a system that knows two accounts by two ids tells them apart", () => {
    const accounts = [
      { id: "a", name: "N", externalIds: [{ system: "erp", id: "1" }] },
      { id: "b", name: "N", externalIds: [{ system: "erp", id: "2" }] },
      { id: "c", name: "M", externalIds: [{ system: "erp", id: "3" }] },
      { id: "d", name: "M", externalIds: [{ system: "shop", id: "4" }] },
    ];
    const { customers } = match(accounts, { by: "name", unlessDiffers: ["externalId"] });
    expect(customers).toEqual([["a"], ["b"], ["c", "d"]]);
  });

  test("a rule that is none is refused", () => {
    const rules = [{ by: "colour" }] as unknown as AccountRule[];
    expect(() => matchAccounts([], rules)).toThrow("rules[0].by");
  });
});
