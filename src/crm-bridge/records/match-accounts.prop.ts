import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { runs } from "../../../test/support/runs.js";
import { type AccountMatch, type AccountRule, matchAccounts, readCrmRecords } from "../../index.js";

const few = fc.constantFrom(undefined, "1", "2", "3");
const accounts = fc
  .array(fc.record({ name: few, taxId: few, domain: few, customerClass: few }), { maxLength: 12 })
  .map((rows) =>
    rows.map((row, n) => ({ ...JSON.parse(JSON.stringify(row)), id: String.fromCharCode(97 + n) })),
  );
const rules: fc.Arbitrary<AccountRule[]> = fc.array(
  fc.record({
    by: fc.constantFrom<AccountRule["by"]>("name", "taxId", "domain"),
    unlessDiffers: fc.subarray(["name", "taxId", "domain", "customerClass"] as const),
  }),
  { maxLength: 3 },
);

function matched(rows: readonly object[], by: readonly AccountRule[]): AccountMatch {
  return matchAccounts(readCrmRecords({ accounts: rows }).accounts, by);
}

describe("Matching accounts", () => {
  test.prop([accounts, rules], { numRuns: runs })(
    "every account is in one customer",
    (rows, by) => {
      const ids = matched(rows, by).customers.flatMap(({ members }) =>
        members.map((one) => one.account),
      );
      expect(ids.sort()).toEqual(rows.map(({ id }) => id).sort());
    },
  );

  test.prop([accounts, rules], { numRuns: runs })("does not depend on their order", (rows, by) => {
    expect(matched(rows.toReversed(), by)).toEqual(matched(rows, by));
  });

  test.prop([accounts, rules], { numRuns: runs })(
    "who is joined shares the value of the rule with the account named",
    (rows, by) => {
      const row = new Map(rows.map((one) => [one.id, one]));
      for (const { id, members } of matched(rows, by).customers) {
        for (const { account, joinedBy, with: other } of members) {
          expect(account === id).toBe(joinedBy === null);
          if (joinedBy === null) continue;
          const field = by[joinedBy]?.by ?? "";
          expect(row.get(account)[field]).toBeDefined();
          expect(row.get(account)[field]).toBe(row.get(other)[field]);
        }
      }
    },
  );

  test.prop([accounts, rules], { numRuns: runs })(
    "by one rule, accounts that share its value are one customer or in a conflict, and no customer differs in what must not",
    (rows, by) => {
      const [rule] = by;
      if (rule === undefined) return;
      const { customers, conflicts } = matched(rows, [rule]);
      const customerOf = new Map(
        customers.flatMap(({ id, members }) => members.map(({ account }) => [`${account}`, id])),
      );
      const inConflict = new Set(conflicts.flatMap((one) => one.accounts.map(String)));
      for (const a of rows) {
        for (const b of rows) {
          if (a[rule.by] === undefined || a[rule.by] !== b[rule.by] || a === b) continue;
          const isOne = customerOf.get(a.id) === customerOf.get(b.id);
          expect(isOne).toBe(!inConflict.has(a.id));
          if (!isOne) continue;
          for (const field of rule.unlessDiffers ?? []) {
            expect(a[field] ?? b[field]).toBe(b[field] ?? a[field]);
          }
        }
      }
    },
  );
});
