import { describe, expect, test } from "vitest";
import {
  type Ledger,
  type LedgerGrouping,
  ledgerDifference,
  type PlanningInputError,
  planLedger,
  planRequirements,
  standardCosts,
} from "../../index.js";

const parts = ["hub", "rim", "spoke"] as const;

function ledgerOf(quantity = 1, currency = "EUR"): Ledger {
  const plan = planRequirements({
    startDate: "2026-01-05",
    currency: "CHF",
    items: parts.map((id) => ({
      id,
      unitCost: 1,
      ...(id === "hub" ? {} : { family: "round" }),
    })),
    demands: parts.flatMap((item, n) => [
      { id: `${item} early`, item, quantity, due: `2026-01-1${n}` },
      { id: `${item} late`, item, quantity: 2, due: `2026-0${n + 2}-20` },
    ]),
  });
  const rates = [{ from: "CHF", to: currency, rate: "1/3" }];
  return planLedger(plan, { costs: standardCosts(plan, { currency, rates }) });
}

const paid = { accounts: ["cashOut"] } as const;
const ledger = ledgerOf();

describe("Grouping", () => {
  test("sums exactly: nine thirds are three", () => {
    expect(ledger.group(paid).map(({ amount }) => amount.toFixed())).toEqual(["3"]);
    expect(
      ledger
        .group({ by: ["item"] as const, ...paid })
        .map(({ item, amount, quantity }) => [item, `${amount}`, quantity]),
    ).toEqual(parts.map((item) => [item, "1", null]));
  });

  test("rows go by bucket, then key; what has no key stands last; buckets are half open", () => {
    const rows = ledger.group({ by: ["family"], bucket: "quarter", ...paid });
    expect(rows.map(({ family, from, until }) => [family, from, until])).toEqual([
      ["round", "2026-01-01", "2026-04-01"],
      [null, "2026-01-01", "2026-04-01"],
      ["round", "2026-04-01", "2026-07-01"],
    ]);
    const first = (bucket: LedgerGrouping["bucket"]) => {
      const [row] = ledger.group({ bucket, ...paid });
      return [row?.from, row?.until];
    };
    expect(first("day")).toEqual(["2026-01-10", "2026-01-11"]);
    expect(first("week")).toEqual(["2026-01-05", "2026-01-12"]);
    expect(first("month")).toEqual(["2026-01-01", "2026-02-01"]);
    expect(first("year")).toEqual(["2026-01-01", "2027-01-01"]);
  });

  test("quantities add where they are of one item", () => {
    const accounts = ["purchaseReceipt"] as const;
    const quantities = (by: readonly "item"[]) =>
      ledger.group({ by, accounts }).map(({ quantity }) => quantity?.toFixed());
    expect([quantities(["item"]), quantities([])]).toEqual([["3", "3", "3"], [undefined]]);
  });

  test("postings that are rounded add up to the same whatever the grouping", () => {
    const round = { decimals: 2, on: "postings" } as const;
    const total = ledger.group({ round, ...paid });
    // Three times 0.33 and three times 0.67.
    expect(total.map(({ amount }) => amount.toFixed())).toEqual(["3"]);
    const rows = ledger.group({ by: ["item"], bucket: "month", round, ...paid });
    expect(rows.map(({ amount }) => amount.toFixed())).toEqual([
      ...["0.33", "0.33", "0.33"],
      ...["0.67", "0.67", "0.67"],
    ]);
  });

  test("a total that is rounded is split by largest remainder", () => {
    const round = { decimals: 0, on: "total" } as const;
    const rows = ledger.group({ by: ["item"], bucket: "month", round, ...paid });
    expect(rows.map(({ amount }) => amount.toFixed())).toEqual(["0", "0", "0", "1", "1", "1"]);
  });

  test("behind a row are its postings", () => {
    const [, rim] = ledger.group({ by: ["item"], ...paid });
    expect(Array.from(ledger.drill(rim!), ({ item, date }) => `${item} ${date}`)).toEqual([
      "rim 2026-01-11",
      "rim 2026-03-20",
    ]);
    expect(() => ledger.drill({})).toThrow("no row of this ledger");
  });

  test("a grouping that cannot be is refused", () => {
    const codes = (grouping: object): readonly string[] => {
      try {
        ledger.group(grouping as LedgerGrouping);
      } catch (error) {
        return (error as PlanningInputError).issues.map(({ code }) => code);
      }
      return [];
    };
    expect(codes({ by: ["colour"], bucket: "fortnight" })).toEqual(["outOfRange", "outOfRange"]);
    expect(codes({ round: { decimals: 2 } })).toEqual(["missingField"]);
  });
});

describe("The difference of two ledgers", () => {
  test("holds what only one of them has", () => {
    const more = ledgerDifference(ledger, ledgerOf(4));
    expect(more.group({ by: ["item"], ...paid }).map(({ amount }) => amount.toFixed())).toEqual([
      "1",
      "1",
      "1",
    ]);
    expect(ledgerDifference(ledger, ledgerOf()).postings.length).toBe(0);
  });

  test("of two currencies is none", () => {
    expect(() => ledgerDifference(ledger, ledgerOf(1, "USD"))).toThrow("Make both in one currency");
    expect(() => ledgerDifference(ledger, {} as Ledger)).toThrow("planLedger");
  });
});
