import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  type BudgetComparisonOptions,
  type BudgetKey,
  type BudgetLine,
  budgetComparison,
  type ComparePlansInMoneyOptions,
  comparePlansInMoney,
  Decimal,
  type Ledger,
  type LedgerAccount,
  type LedgerTerms,
  type Plan,
  PlanningInputError,
  type Posting,
  planLedger,
  planRequirements,
  salesPlan,
  standardCosts,
} from "../../src/index.js";
import { spoiled } from "../support/hostile.js";
import { costedProblem, rates, terms } from "../support/ledger-problem.js";
import { planOf } from "../support/plan-of.js";
import { patience, runs } from "../support/runs.js";

const cases = { numRuns: Math.ceil(runs / 20) };

/** A ledger with sales at prices of which some are thirds. */
function ledgerWithSales(plan: Plan, items: readonly { readonly id: string }[], of?: LedgerTerms) {
  const itemPrices = Object.fromEntries(items.map(({ id }, n) => [id, `${n}/3`]));
  const costs = standardCosts(plan, { rates });
  return planLedger(plan, { costs, rates, terms: of, sales: { itemPrices } });
}

const total = (amounts: readonly Decimal[]): Decimal =>
  amounts.reduce((sum, one) => sum.plus(one), new Decimal(0));

/** As far as a sum of amounts of 60 digits is exact. */
const digits = (amount: Decimal): string => amount.toDecimalPlaces(40).plus(0).toFixed();

const sumOf = (postings: Iterable<Posting>): string =>
  digits(total(Array.from(postings, ({ amount }) => amount)));

const texts = (postings: Iterable<Posting>): readonly string[] =>
  Array.from(postings, (one) => JSON.stringify(one)).sort();

const LINE_KEYS = ["item", "site", "supplier", "cause", "customer"] as const;
const buckets = fc.constantFrom(undefined, "day", "week", "month", "quarter", "year");

/** What a line is to be: of some of what a posting says, for a period by its number. */
interface Wish {
  /** How many postings after a first one. */
  readonly step: number;
  readonly keys: readonly (typeof LINE_KEYS)[number][];
  readonly period: number;
  readonly amount: number | string;
}

const wishes: fc.Arbitrary<Wish[]> = fc.array(
  fc.record({
    step: fc.nat(2),
    keys: fc.subarray([...LINE_KEYS]),
    period: fc.nat(2),
    amount: fc.oneof(fc.integer({ min: -50, max: 400 }), fc.constant("100/3")),
  }),
  { maxLength: 8 },
);

/** On what days periods begin and end: on any, or those of whole months, quarters or years. */
const ends = fc.constantFrom(
  ["2026-01-01", "2026-01-12", "2026-02-01", "2027-01-01"],
  ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"],
  ["2025-01-01", "2026-01-01", "2026-04-01", "2027-01-01"],
);

/** The lines that are wished, each of its account, keys and period only once. */
function linesOf(
  ledger: Ledger,
  wanted: readonly Wish[],
  first: number,
  days: readonly string[],
): readonly BudgetLine[] {
  const lines = new Map<string, BudgetLine>();
  for (const { step, keys, period, amount } of wanted) {
    const of = ledger.postings.at((first + step) % Math.max(ledger.postings.length, 1));
    if (of === undefined) continue;
    const stated = keys.flatMap((key) => (of[key] === null ? [] : [[key, of[key]] as const]));
    const line = {
      account: of.account,
      ...Object.fromEntries(stated),
      ...{ from: days[period]!, until: days[period + 1]!, amount },
    };
    lines.set(JSON.stringify({ ...line, amount: 0 }), line);
  }
  return [...lines.values()];
}

const statedBy = (line: BudgetLine): readonly BudgetKey[] =>
  LINE_KEYS.filter((key) => line[key] !== undefined);

const fits = (posting: Posting, line: BudgetLine): boolean =>
  posting.account === line.account &&
  posting.date >= line.from &&
  posting.date < line.until &&
  LINE_KEYS.every((key) => line[key] === undefined || line[key] === posting[key]);

describe("A budget", () => {
  test.prop(
    [
      costedProblem,
      terms,
      wishes,
      fc.nat(1000),
      ends,
      buckets,
      fc.subarray(["item", "order"] as const),
    ],
    cases,
  )(
    "holds all that is planned, in one row each: in that of the narrowest line, or in one without a budget",
    (input, of, wanted, first, days, bucket, by) => {
      const ledger = ledgerWithSales(planOf(input), input.items ?? [], of);
      const lines = linesOf(ledger, wanted, first, days);
      const { rows, drill } = budgetComparison(ledger, { lines, bucket, by });
      expect(texts(rows.flatMap((row) => [...drill(row)]))).toEqual(texts(ledger.postings));
      for (const [n, row] of rows.entries()) {
        const line = lines[n];
        const behind = [...drill(row)];
        const { budget, planned, difference, usedPercent } = row;
        expect(digits(planned)).toBe(sumOf(behind));
        expect(digits(difference)).toBe(digits((budget ?? new Decimal(0)).minus(planned)));
        for (const posting of behind) {
          const narrowest = Math.max(
            ...lines.filter((one) => fits(posting, one)).map((one) => statedBy(one).length),
          );
          if (line === undefined) expect(narrowest).toBe(Number.NEGATIVE_INFINITY);
          else expect([fits(posting, line), statedBy(line).length]).toEqual([true, narrowest]);
          if (line === undefined && row.from !== null) {
            expect(posting.date >= row.from && posting.date < row.until!).toBe(true);
          }
        }
        if (line === undefined) {
          expect([budget, usedPercent]).toEqual([null, null]);
          for (const key of by)
            expect(new Set(behind.map((one) => one[key]))).toEqual(new Set([row[key]]));
          continue;
        }
        expect([row.account, row.from, row.until]).toEqual([line.account, line.from, line.until]);
        if (typeof line.amount === "number") expect(`${budget}`).toBe(`${line.amount}`);
        const percent = budget!.isZero() ? null : planned.div(budget!).times(100);
        expect(percent?.minus(usedPercent!).abs().lte("0.005") ?? usedPercent).toBe(
          percent && true,
        );
      }
      const headings = rows
        .slice(lines.length)
        .map((row) => JSON.stringify([row.account, row.from, ...by.map((key) => row[key])]));
      expect(new Set(headings).size).toBe(headings.length);
    },
    patience,
  );
});

describe("Two plans in money", () => {
  const keys = fc.subarray(["item", "site", "cause", "supplier", "order"] as const);
  /** Two problems: the second is another one, or the first with half of its demands. */
  const changed = fc
    .tuple(costedProblem, costedProblem, fc.boolean())
    .map(([input, other, isHalf]) => {
      const { demands = [] } = input;
      const half = { ...input, demands: demands.filter((_, n) => n % 2 === 0) };
      return [input, isHalf ? half : other] as const;
    });
  test.prop([changed, terms, keys, buckets], cases)(
    "differ in each row and key figure by what the second has more than the first, and by the postings behind it",
    ([first, second], of, by, bucket) => {
      const before = ledgerWithSales(planOf(first), first.items ?? [], of);
      const after = ledgerWithSales(planOf(second), second.items ?? [], of);
      const { rows, figures, drill } = comparePlansInMoney(before, after, { by, bucket });
      for (const [side, ledger, { startDate }] of [
        ["before", before, first],
        ["after", after, second],
      ] as const) {
        const found = rows.flatMap((row) => [...drill(row, side)]);
        expect(texts(found)).toEqual(texts(ledger.postings));
        const wanted = figuresOf(ledger, startDate);
        for (const row of figures) {
          const on = side === "before" ? row.beforeOn : row.afterOn;
          const amount = row[side];
          if (amount === null) {
            expect(row.figure).toBe("margin");
            expect(salesPlan(ledger).rows[0]?.margin).toBeNull();
          } else {
            expect([row.figure, digits(amount), on]).toEqual([row.figure, ...wanted[row.figure]!]);
          }
        }
      }
      for (const row of rows) {
        expect(digits(row.difference)).toBe(digits(row.after.minus(row.before)));
        for (const column of ["before", "after", "difference"] as const) {
          expect(sumOf(drill(row, column))).toBe(digits(row[column]));
        }
      }
      for (const { before, after, difference } of figures) {
        if (difference === null) expect([before, after]).toContain(null);
        else expect(digits(difference)).toBe(digits(after!.minus(before!)));
      }
    },
    patience,
  );

  test.prop([costedProblem, costedProblem], { numRuns: Math.ceil(runs / 40) })(
    "count the demands that are late, or never there, and their days",
    (input, other) => {
      const plans = { before: planOf(input), after: planOf(other) };
      const ledgerOf = (plan: Plan) => planLedger(plan, { costs: standardCosts(plan, { rates }) });
      const { figures } = comparePlansInMoney(ledgerOf(plans.before), ledgerOf(plans.after), {
        plans,
      });
      for (const side of ["before", "after"] as const) {
        const plan = plans[side];
        // A forecast that is spread over days has a message for each of them that is late.
        const late = [...plan.messages].filter((message) => message.code === "demandLate");
        const days = [...plan.demands].flatMap(({ id }) => {
          const parts = late.filter(({ demand }) => demand === id).map((part) => part.days);
          if (parts.length === 0) return [];
          return [Math.max(...parts.map((part) => part ?? Number.POSITIVE_INFINITY))];
        });
        const known = days.filter(Number.isFinite);
        expect(figures.slice(-2).map((row) => [row.figure, `${row[side]}`])).toEqual([
          ["lateDemands", `${days.length}`],
          ["daysLate", `${known.reduce((sum, one) => sum + one, 0)}`],
        ]);
      }
    },
    patience,
  );
});

/** Key figures of a ledger: the amount, and the day of a highest or lowest. */
function figuresOf(
  ledger: Ledger,
  startDate: string,
): Readonly<Record<string, readonly [string, string | null]>> {
  const of = (...accounts: readonly LedgerAccount[]) =>
    [...ledger.postings].filter(({ account }) => accounts.includes(account));
  const cash = of("cashIn", "cashOut").map((one) =>
    one.account === "cashIn" ? one : { ...one, amount: one.amount.negated() },
  );
  const sales = of("revenue", "costOfSales").map((one) =>
    one.account === "revenue" ? one : { ...one, amount: one.amount.negated() },
  );
  const most = (
    postings: readonly Posting[],
    sign: number,
    begin = "",
  ): readonly [string, string | null] => {
    // Cash begins at 0, stock with what is there at the end of the first day, which may be below 0.
    const first = total(postings.filter((one) => one.date <= begin).map(({ amount }) => amount));
    let found: readonly [Decimal, string | null] = [first, first.isZero() ? null : begin];
    for (const date of new Set(postings.map((one) => one.date).sort())) {
      const sum = total(
        postings.filter((one) => one.date <= date).map(({ amount }) => amount),
      ).toDecimalPlaces(40);
      if (sum.minus(found[0]).times(sign).gt(0)) found = [sum, date];
    }
    return [digits(found[0]), found[1]];
  };
  return {
    commitments: [sumOf(of("purchaseCommitment")), null],
    receipts: [sumOf(of("purchaseReceipt")), null],
    discounts: [sumOf(of("purchaseDiscount")), null],
    purchasePriceVariance: [sumOf(of("purchasePriceVariance")), null],
    productionVariance: [sumOf(of("productionVariance")), null],
    revenue: [sumOf(of("revenue")), null],
    costOfSales: [sumOf(of("costOfSales")), null],
    margin: [sumOf(sales), null],
    cashIn: [sumOf(of("cashIn")), null],
    cashOut: [sumOf(of("cashOut")), null],
    cash: [sumOf(cash), null],
    closingInventory: [sumOf(of("inventory")), null],
    cashLow: most(cash, -1),
    cashHigh: most(cash, 1),
    inventoryPeak: most(of("inventory"), 1, startDate),
  };
}

describe("Reports against a budget", () => {
  const plan = planRequirements({
    startDate: "2026-01-05",
    currency: "EUR",
    items: [
      { id: "__proto__", unitCost: 2, family: "constructor" },
      { id: "toString", family: "valueOf" },
    ],
    demands: [{ id: "d1", item: "__proto__", quantity: 4, due: "2026-01-16" }],
  });
  const costs = standardCosts(plan);
  const ledger = planLedger(plan, { costs });
  const line = {
    account: "cashOut",
    item: "__proto__",
    from: "2026-01-01",
    until: "2026-02-01",
    amount: "10",
    currency: "EUR",
  } as const;

  test("take ids as they come", () => {
    const lines = [line, { ...line, item: "toString", family: "valueOf" }];
    const { rows } = budgetComparison(ledger, { lines, accounts: ["cashOut", "inventory"] });
    expect(
      rows.map(({ account, item, budget, planned, usedPercent }) =>
        [account, item, budget, planned, usedPercent].join(" "),
      ),
    ).toEqual(["cashOut __proto__ 10 8 80", "cashOut toString 10 0 0", "inventory __proto__  0 "]);
    const [row] = comparePlansInMoney(ledger, ledger, { by: ["item"] }).rows;
    expect([row?.item, `${row?.before}`]).toEqual(["__proto__", "8"]);
  });

  test("are by the weeks of the second plan where those of the first begin on another day", () => {
    const inWeeks = (weekStart: "mon" | "wed", quantity: number) => {
      const other = planRequirements({
        startDate: "2026-01-05",
        currency: "EUR",
        conventions: { weekStart },
        items: [{ id: "wheel", unitCost: 2 }],
        demands: ["2026-01-20", "2026-01-22"].map((due, n) => {
          return { id: `d${n}`, item: "wheel", quantity, due };
        }),
      });
      return planLedger(other, { costs: standardCosts(other) });
    };
    const [before, after] = [inWeeks("mon", 4), inWeeks("wed", 5)];
    const { rows, drill } = comparePlansInMoney(before, after, {
      bucket: "week",
      accounts: ["cashOut"],
    });
    expect(rows.map((row) => [row.from, row.before, row.after, row.difference].join(" "))).toEqual([
      "2026-01-14 8 10 2",
      "2026-01-21 8 10 2",
    ]);
    expect(rows.map((row) => sumOf(drill(row, "difference")))).toEqual(["2", "2"]);
  });

  test("give a line no more than its days, though all else is asked by longer periods", () => {
    const early = { ...line, until: "2026-01-10" };
    const { rows } = budgetComparison(ledger, {
      lines: [early],
      accounts: ["cashOut"],
      bucket: "quarter",
    });
    expect(rows.map(({ from, budget, planned }) => `${from} ${budget} ${planned}`)).toEqual([
      "2026-01-01 10 0",
      "2026-01-01 null 8",
    ]);
  });

  const round = { decimals: 2, on: "postings" };
  const asked = {
    lines: [line],
    by: ["item"],
    bucket: "week",
    accounts: ["cashOut"],
    rates: [{ from: "USD", to: "EUR", rate: 2 }],
    round,
  };
  const compared = { by: ["item"], bucket: "week", accounts: ["cashOut"], round };
  test.prop([spoiled(asked), spoiled(compared), spoiled(plan), spoiled(ledger)], {
    numRuns: Math.ceil(runs / 4),
  })("are made, or there is a list of mistakes, whatever is asked", (first, second, one, other) => {
    const calls = [
      () => budgetComparison(ledger, first as BudgetComparisonOptions).rows,
      () => comparePlansInMoney(ledger, ledger, second as ComparePlansInMoneyOptions).rows,
      () => comparePlansInMoney(ledger, other, { plans: { before: one, after: plan } }).rows,
    ];
    for (const call of calls) {
      try {
        expect(call()).toBeDefined();
      } catch (error) {
        expect((error as Error).name).toBe(PlanningInputError.name);
      }
    }
  });

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
    const against = (options: object) =>
      paths(() => budgetComparison(ledger, options as BudgetComparisonOptions));
    expect(against({})).toEqual(["missingField lines"]);
    expect(
      against({
        lines: [
          { ...line, account: "cash" },
          { ...line, until: line.from, tax: 1 },
        ],
        by: [3],
      }),
    ).toEqual([
      ...["invalidType by.0", "outOfRange lines.0.account"],
      ...["unknownField lines.1.tax", "contradiction lines.1.until"],
    ]);
    const lines = [
      { ...line, from: "2026-01-10" },
      { ...line, until: "2026-03-01" },
      { ...line, from: "2026-02-20", until: "2026-02-21", currency: "CHF" },
    ];
    expect(against({ lines, accounts: ["inventory"] })).toEqual([
      ...["contradiction lines.0.from", "contradiction lines.2.from"],
      ...lines.map((_, n) => `contradiction lines.${n}.account`),
      "noRate lines.2.currency",
    ]);
    const foreign = planLedger(plan, {
      costs: standardCosts(plan, { currency: "USD", rates: [{ from: "EUR", to: "USD", rate: 2 }] }),
    });
    expect(paths(() => comparePlansInMoney(ledger, foreign))).toEqual(["currencyMismatch after"]);
    expect(
      paths(() => comparePlansInMoney({} as Ledger, 3 as never, { plans: {} } as never)),
    ).toEqual([
      ...["invalidType before", "invalidType after"],
      ...["missingField plans.before", "missingField plans.after"],
    ]);
    const comparison = comparePlansInMoney(ledger, ledger);
    expect(paths(() => comparison.drill({}, "after"))).toEqual(["invalidType row"]);
    expect(paths(() => comparison.drill(comparison.rows[0]!, "of" as never))).toEqual([
      "invalidType column",
    ]);
    const { drill } = budgetComparison(ledger, { lines: [] });
    expect(paths(() => drill({}))).toEqual(["invalidType row"]);
  });
});
