import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  Decimal,
  formatDay,
  type Ledger,
  type LedgerAccount,
  type LedgerTerms,
  ledgerDifference,
  type PlanningInput,
  PlanningInputError,
  type Posting,
  type PurchasingBudgetOptions,
  type PurchasingColumn,
  parseDay,
  planLedger,
  planRequirements,
  purchasingBudget,
  purchasingPlan,
  type ReportOptions,
  reachedPriceBreaks,
  standardCosts,
} from "../../src/index.js";
import { spoiled } from "../support/hostile.js";
import { costedProblem, ledgerOf, suppliedShop, terms } from "../support/ledger-problem.js";
import { planOf } from "../support/plan-of.js";
import { problemOf } from "../support/random/problem.js";
import { patience, runs } from "../support/runs.js";

const cases = { numRuns: Math.ceil(runs / 20) };

const keys = fc.subarray([
  ...(["item", "site", "segment", "order", "supply", "supplier", "cause", "family"] as const),
]);
const buckets = fc.constantFrom(undefined, "day", "week", "month", "quarter", "year");

const ACCOUNTS = {
  commitments: "purchaseCommitment",
  receipts: "purchaseReceipt",
  payables: "payable",
  cashOut: "cashOut",
  discounts: "purchaseDiscount",
  priceVariance: "purchasePriceVariance",
} as const satisfies Readonly<Record<PurchasingColumn, LedgerAccount>>;
const COLUMNS = Object.keys(ACCOUNTS) as PurchasingColumn[];

const total = (amounts: readonly Decimal[]): Decimal =>
  amounts.reduce((sum, one) => sum.plus(one), new Decimal(0));

/** As far as a sum of amounts of 60 digits is exact. */
const digits = (amount: Decimal): string => amount.toDecimalPlaces(40).plus(0).toFixed();

const rounded = (decimals: number) => (posting: Posting) =>
  posting.amount.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);

const texts = (postings: Iterable<Posting>): readonly string[] =>
  Array.from(postings, (one) => JSON.stringify(one)).sort();

const of = (ledger: Ledger, account: LedgerAccount): readonly Posting[] =>
  [...ledger.postings].filter((one) => one.account === account);

describe("A purchasing plan", () => {
  test.prop([costedProblem, terms, keys, buckets, fc.nat(3)], cases)(
    "is a sum of postings in each figure, to the last cent, and leaves none out, for every grouping",
    (input, termsOf, by, bucket, decimals) => {
      const ledger = ledgerOf(planOf(input), termsOf);
      const report = purchasingPlan(ledger, { by, bucket, round: { decimals, on: "postings" } });
      for (const column of COLUMNS) {
        for (const row of report.rows) {
          const behind = [...report.drill(row, column)];
          expect(`${row[column]}`).toBe(`${total(behind.map(rounded(decimals))).plus(0)}`);
          for (const key of by) {
            if (key !== "family")
              expect(behind.map((one) => one[key])).toEqual(behind.map(() => row[key]));
          }
          const isBalance = column === "payables";
          for (const { date } of behind) {
            expect(row.until === null || date < row.until).toBe(true);
            expect(isBalance || row.from === null || date >= row.from).toBe(true);
          }
        }
        if (column === "payables") continue;
        const all = report.rows.flatMap((row) => [...report.drill(row, column)]);
        expect(texts(all)).toEqual(texts(of(ledger, ACCOUNTS[column])));
      }
    },
    patience,
  );

  test.prop([costedProblem, terms, keys, buckets], cases)(
    "owes at the end of each period what it owed before, and what came in, less what was paid and need not be; no period is left out while it owes",
    (input, termsOf, by, bucket) => {
      const ledger = ledgerOf(planOf(input), termsOf);
      const owed = new Map<string, Decimal>();
      const ends = new Map<string, string | null>();
      for (const row of purchasingPlan(ledger, { by, bucket }).rows) {
        const name = JSON.stringify(by.map((key) => row[key]));
        const before = owed.get(name) ?? new Decimal(0);
        const paid = row.cashOut.plus(row.discounts);
        expect(digits(row.payables)).toBe(digits(before.plus(row.receipts).minus(paid)));
        if (!before.isZero()) expect(row.from).toBe(ends.get(name));
        owed.set(name, row.payables);
        ends.set(name, row.until);
      }
      // In the end everything is paid.
      expect([...owed.values()].map(digits)).toEqual([...owed].map(() => "0"));
    },
    patience,
  );

  test.prop([fc.oneof(costedProblem, suppliedShop), terms], cases)(
    "pays what it commits, order by order, less the discount, as many days after the receipt as the terms say",
    (input, termsOf) => {
      const ledger = ledgerOf(planOf(input), termsOf);
      const by = ["order", "supply"] as const;
      for (const { commitments, receipts, cashOut, discounts } of purchasingPlan(ledger, { by })
        .rows) {
        expect([receipts, cashOut.plus(discounts)].map(digits)).toEqual(
          [commitments, commitments].map(digits),
        );
      }
      const days = daysOf(termsOf);
      const { rows } = purchasingPlan(ledger, { bucket: "day" });
      const received = rows.filter(({ receipts }) => !receipts.isZero());
      const paid = rows.filter(({ cashOut, discounts }) => !cashOut.plus(discounts).isZero());
      expect(paid.map((row) => [row.from, digits(row.cashOut.plus(row.discounts))])).toEqual(
        received.map((row) => [formatDay(parseDay(row.from)! + days), digits(row.receipts)]),
      );
    },
    patience,
  );
});

function daysOf({ defaultSupplier, takeDiscounts }: LedgerTerms): number {
  const { netDays = 0, discountDays, discountPercent } = defaultSupplier ?? {};
  const isEarly = takeDiscounts === true && discountPercent !== undefined && discountPercent !== 0;
  return isEarly ? (discountDays ?? netDays) : netDays;
}

const sums = fc.integer({ min: -50, max: 400 });
const months = fc.constantFrom("2026-01", "2026-02", "2026-03");
const period = fc
  .tuple(fc.constantFrom("2026-01-01", "2026-01-07", "2026-01-20"), fc.integer({ min: 1, max: 60 }))
  .map(([from, days]) => ({ from, until: formatDay(parseDay(from)! + days) }));

describe("A budget for purchases", () => {
  test.prop(
    [
      costedProblem,
      fc.array(
        fc.tuple(period, sums, fc.subarray(["item", "supplier", "cause"] as const), fc.nat(20)),
        {
          maxLength: 6,
        },
      ),
      fc.constantFrom("purchaseCommitment", "purchaseReceipt", "cashOut"),
      months,
    ],
    cases,
  )(
    "is used by all that it fits, is over from the first day on which that is more, and leaves out nothing",
    (input, wanted, account) => {
      const ledger = ledgerOf(planOf(input));
      const all = of(ledger, account);
      const budgets = wanted.map(([dates, amount, stated, n]) => {
        const posting = all[n % Math.max(all.length, 1)];
        const states = stated.flatMap((key) => (posting?.[key] ? [[key, posting[key]]] : []));
        return { ...Object.fromEntries(states), ...dates, amount } as const;
      });
      const report = purchasingBudget(ledger, { budgets, account });
      const fits = (posting: Posting, budget: (typeof budgets)[number]): boolean => {
        const { from, until, amount, ...keys } = budget;
        const own = Object.entries(keys).every(([key, value]) => posting[key as "item"] === value);
        return own && posting.date >= from && posting.date < until;
      };
      for (const [n, budget] of budgets.entries()) {
        const row = report.rows[n]!;
        const fitting = all.filter((one) => fits(one, budget));
        expect(texts(report.drill(row))).toEqual(texts(fitting));
        expect(digits(row.planned)).toBe(digits(total(fitting.map((one) => one.amount))));
        expect(digits(row.left!)).toBe(digits(new Decimal(budget.amount).minus(row.planned)));
        expect(row.state).toBe(row.planned.gt(budget.amount) ? "over" : "within");
        const dates = [...new Set(fitting.map(({ date }) => date))].sort();
        const over = dates.find((date) =>
          total(fitting.filter((one) => one.date <= date).map((one) => one.amount)).gt(
            budget.amount,
          ),
        );
        expect(row.overOn).toBe(over ?? null);
      }
      const rest = all.filter((one) => !budgets.some((budget) => fits(one, budget)));
      const others = report.rows.slice(budgets.length);
      expect(others.map(({ state }) => state)).toEqual(rest.length === 0 ? [] : ["unbudgeted"]);
      expect(texts(others.flatMap((row) => [...report.drill(row)]))).toEqual(texts(rest));
    },
    patience,
  );
});

/** Whether something says what an order of the item may be. */
function isModified({ items, itemSites, sources }: PlanningInput, item: string): boolean {
  const fields = ["minimumOrder", "orderMultiple", "maximumOrder", "orderUnit", "maxQuantity"];
  const rows: readonly object[] = [
    ...(items ?? []).filter(({ id }) => id === item),
    ...[...(itemSites ?? []), ...(sources ?? [])].filter((row) => row.item === item),
  ];
  return rows.some((row) => fields.some((field) => field in row));
}

describe("Price breaks", () => {
  const priced = problemOf({ with: ["prices", "sources"], without: [] });
  test.prop([priced], { numRuns: Math.ceil(runs / 8) })(
    "are told of each order from a source that has some: the last that it reaches, and the next",
    (input) => {
      const plan = planOf(input);
      const expected = [...plan.orders].flatMap((order) => {
        const source = input.sources?.find(({ id, item, site = "main", kind }) =>
          order.source === null
            ? id === undefined && item === order.item && site === order.site && kind === order.kind
            : id === order.source,
        );
        if (source?.priceBreaks === undefined || source.priceBreaks.length === 0) return [];
        return [{ order, source, price: order.price }];
      });
      const rows = [...reachedPriceBreaks(plan)];
      expect(rows.map(({ order }) => order)).toEqual(expected.map(({ order }) => order.id));
      for (const [n, { order, source, price }] of expected.entries()) {
        const row = rows[n]!;
        expect([row.item, row.site, row.segment, row.supplier, row.orderDate, row.due]).toEqual([
          ...[order.item, order.site, order.segment],
          ...[order.supplier ?? null, order.orderDate, order.due],
        ]);
        expect([`${row.quantity}`, `${row.price}`, `${row.amount}`]).toEqual([
          `${order.startQuantity}`,
          ...[`${price?.unit ?? null}`, `${price?.amount ?? null}`],
        ]);
        if (price !== null) expect(row.currency).toBe(price.currency);
        expect(row.reached === null || row.reached.lte(row.quantity)).toBe(true);
        if (row.next === null) {
          expect([row.nextPrice, row.more, row.saving, row.extra]).toEqual([
            null,
            null,
            null,
            null,
          ]);
          continue;
        }
        expect(row.next.gt(row.quantity)).toBe(true);
        const larger = row.more && row.quantity.plus(row.more);
        const breaks = source.priceBreaks ?? [];
        const reached = breaks.filter(({ from }) => larger?.gte(`${from}`)).at(-1);
        if (larger !== null) expect(larger.gte(row.next)).toBe(true);
        if (!isModified(input, order.item)) expect(`${larger}`).toBe(`${row.next}`);
        if (row.amount === null) continue;
        const atNext = row.nextPrice!.times(row.quantity);
        expect(`${row.saving}`).toBe(`${row.amount.minus(atNext)}`);
        const costs = larger === null ? null : larger.times(`${reached!.price}`);
        expect(`${row.extra}`).toBe(`${costs?.minus(row.amount) ?? null}`);
      }
    },
    patience,
  );
});

describe("Reports on purchases", () => {
  const plan = planRequirements({
    startDate: "2026-01-05",
    currency: "EUR",
    suppliers: [{ id: "toString" }, { id: "valueOf" }],
    items: [{ id: "__proto__", unitCost: 2, family: "constructor" }],
    sources: [{ item: "__proto__", kind: "buy", supplier: "toString", price: 3 }],
    demands: [{ id: "d1", item: "__proto__", quantity: 4, due: "2026-01-16" }],
  });
  const ledger = planLedger(plan, { costs: standardCosts(plan) });

  test("take ids as they come", () => {
    const by = ["item", "supplier", "family"] as const;
    const report = purchasingPlan(ledger, { by });
    expect(report.rows.map((row) => by.map((key) => row[key]))).toEqual([
      ["__proto__", "toString", "constructor"],
    ]);
    const year = { from: "2026-01-01", until: "2027-01-01" };
    const budgets = ["toString", "valueOf"].map((supplier) => ({ supplier, amount: 10, ...year }));
    expect(
      purchasingBudget(ledger, { budgets }).rows.map(({ planned, left, state }) => [
        `${planned}`,
        `${left}`,
        state,
      ]),
    ).toEqual([
      ["12", "-2", "over"],
      ["0", "10", "within"],
    ]);
  });

  test("tell equal orders apart, and what more of each would save", () => {
    const bought = planRequirements({
      startDate: "2026-01-05",
      items: [{ id: "wheel", maximumOrder: 10 }],
      sources: [{ item: "wheel", kind: "buy", price: 3, priceBreaks: [{ from: 12, price: 2 }] }],
      demands: [{ id: "d1", item: "wheel", quantity: 30, due: "2026-01-16" }],
    });
    const rows = [...reachedPriceBreaks(bought)];
    expect(rows.map(({ order }) => order)).toEqual([...bought.orders].map(({ id }) => id));
    // No order can be as much as the break asks.
    expect(rows.map(({ more, saving, extra }) => `${more} ${saving} ${extra}`)).toEqual([
      ...["null 10 null", "null 10 null", "null 10 null"],
    ]);
  });

  test("tell how much more in quantities that can be ordered, and what that costs", () => {
    const toldOf = (item: object, source: object = {}): readonly string[] => {
      const bought = planRequirements({
        startDate: "2026-01-05",
        items: [{ id: "wheel", ...item }],
        sources: [
          {
            ...{ item: "wheel", kind: "buy", price: 5, ...source },
            priceBreaks: [
              { from: 15, price: 4 },
              { from: 28, price: 3 },
            ],
          },
        ],
        demands: [{ id: "d1", item: "wheel", quantity: 10, due: "2026-01-16" }],
      });
      return Array.from(
        reachedPriceBreaks(bought),
        ({ quantity, next, more, extra }) => `${quantity} to ${next}: ${more} for ${extra}`,
      );
    };
    expect(toldOf({})).toEqual(["10 to 15: 5 for 10"]);
    expect(toldOf({ orderMultiple: 7 })).toEqual(["14 to 15: 7 for 14"]);
    expect(toldOf({}, { orderMultiple: 7 })).toEqual(["14 to 15: 7 for 14"]);
    // Twenty-eight have the price of the break after.
    expect(toldOf({ orderMultiple: 14 })).toEqual(["14 to 15: 14 for 14"]);
    expect(toldOf({ maximumOrder: 12 })).toEqual(["10 to 15: null for null"]);
    expect(toldOf({ orderMultiple: 7, maximumOrder: 20 })).toEqual(["14 to 15: null for null"]);
    expect(toldOf({}, { maxQuantity: 14 })).toEqual(["10 to 15: null for null"]);
  });

  test("hold against a budget what a change buys: a day counts as a whole, with what is bought less", () => {
    const ledgerWith = (wheels: number, hubs: number): Ledger => {
      const other = planRequirements({
        startDate: "2026-01-05",
        currency: "EUR",
        items: ["hub", "wheel"].map((id) => ({ id, unitCost: 1 })),
        demands: [
          { id: "d1", item: "hub", quantity: hubs, due: "2026-01-16" },
          { id: "d2", item: "wheel", quantity: wheels, due: "2026-01-16" },
        ],
      });
      return planLedger(other, { costs: standardCosts(other) });
    };
    const change = ledgerDifference(ledgerWith(12, 2), ledgerWith(2, 14));
    const year = { from: "2026-01-01", until: "2027-01-01", amount: 5 };
    const { rows } = purchasingBudget(change, { budgets: [year, { ...year, item: "hub" }] });
    expect(rows.map(({ planned, state, overOn }) => `${planned} ${state} ${overOn}`)).toEqual([
      "2 within null",
      "12 over 2026-01-16",
    ]);
  });

  const budget = {
    supplier: "toString",
    from: "2026-01-01",
    until: "2026-02-01",
    amount: 3,
    currency: "EUR",
  };
  const asked = {
    budgets: [budget],
    account: "cashOut",
    rates: [{ from: "USD", to: "EUR", rate: 2 }],
    round: { decimals: 2, on: "postings" },
  };
  const options = { by: ["item"], bucket: "week", round: { decimals: 2, on: "total" } };
  test.prop([spoiled(options), spoiled(asked), spoiled(ledger)], { numRuns: Math.ceil(runs / 4) })(
    "are made, or there is a list of mistakes, whatever is asked",
    (first, second, third) => {
      const calls = [
        () => purchasingPlan(ledger, first as ReportOptions).rows,
        () => purchasingBudget(ledger, second as PurchasingBudgetOptions).rows,
        () => purchasingPlan(third).rows,
      ];
      for (const call of calls) {
        try {
          expect(call()).toBeDefined();
        } catch (error) {
          expect((error as Error).name).toBe(PlanningInputError.name);
        }
      }
    },
  );

  test("are refused with every mistake by its path", () => {
    const paths = (call: () => unknown): readonly string[] => {
      try {
        call();
      } catch (error) {
        return (error as PlanningInputError).issues.map(
          ({ code, path }) => `${code} ${path.join(".")}`,
        );
      }
      return [];
    };
    const report = purchasingPlan(ledger);
    expect(
      paths(() => purchasingPlan({} as Ledger, { by: ["account" as never], size: 1 } as never)),
    ).toEqual([...["invalidType ledger", "unknownField size", "outOfRange by.0"]]);
    expect(paths(() => report.drill({}, "cashOut"))).toEqual(["invalidType row"]);
    expect(paths(() => report.drill(report.rows[0]!, "__proto__" as never))).toEqual([
      "invalidType column",
    ]);
    const budgets = [
      { ...budget, until: "2026-01-01" },
      { ...budget, amount: "much", account: "cashOut" },
    ];
    expect(paths(() => purchasingBudget(ledger, { budgets } as PurchasingBudgetOptions))).toEqual([
      ...["contradiction budgets.0.until", "unknownField budgets.1.account"],
      "invalidQuantity budgets.1.amount",
    ]);
    const foreign = { budgets: [budget, { ...budget, currency: "USD" }] };
    expect(paths(() => purchasingBudget(ledger, foreign))).toEqual(["noRate budgets.1.currency"]);
    expect(paths(() => reachedPriceBreaks({} as never))).toEqual(["invalidType plan"]);
  });
});
