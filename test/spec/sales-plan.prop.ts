import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { addRatios, multiplyRatios, parseRatio, type Ratio } from "../../src/core/index.js";
import {
  Decimal,
  type LatenessOptions,
  type LatePenalty,
  type LedgerOptions,
  latenessCost,
  type Plan,
  PlanningInputError,
  planLedger,
  planRequirements,
  type QuoteCostOptions,
  quoteCost,
  type SalesOptions,
  salesPlan,
  standardCosts,
} from "../../src/index.js";
import { spoiled } from "../support/hostile.js";
import { costedProblem, rates, terms } from "../support/ledger-problem.js";
import { planOf } from "../support/plan-of.js";
import { patience, runs } from "../support/runs.js";

const cases = { numRuns: Math.ceil(runs / 10) };
const keys = fc.subarray(["demand", "customer", "item", "family", "site", "segment"] as const);
const buckets = fc.constantFrom(undefined, "week", "month");
const rounding = fc.option(
  fc.record({ decimals: fc.nat(2), on: fc.constantFrom("postings", "total") }),
  { nil: undefined },
);

const sumOf = (amounts: readonly Decimal[]): string =>
  amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0)).toFixed();

/** Prices in whole hundredths: sums of Decimals are exact then. Every fifth item has none. */
function pricesOf(plan: Plan): Record<string, string> {
  const items = [...new Set(Array.from(plan.demands, ({ item }) => item))];
  const priced = items.flatMap((item, n) => (n % 5 === 4 ? [] : [[item, `${n + 3}.25`]]));
  return Object.fromEntries(priced) as Record<string, string>;
}

function soldLedger(plan: Plan, more: Partial<LedgerOptions> = {}) {
  return planLedger(plan, {
    costs: standardCosts(plan, { rates }),
    rates,
    sales: { itemPrices: pricesOf(plan), on: "due" },
    ...more,
  });
}

describe("A sales plan", () => {
  test.prop([costedProblem, keys, buckets, terms, rounding], cases)(
    "is the sum of its postings in every figure, and all its rows are the whole ledger, for every grouping",
    (input, by, bucket, of, round) => {
      const ledger = soldLedger(planOf(input), { terms: of });
      const plan = salesPlan(ledger, { by, bucket, round });
      const whole = salesPlan(ledger, { round }).rows[0];
      for (const column of ["revenue", "costOfSales", "cashIn"] as const) {
        const total = sumOf(plan.rows.map((row) => row[column]));
        const all = whole?.[column] ?? new Decimal(0);
        // A cost that no decimal ends is cut at 60 digits, in each row.
        if (column === "costOfSales" && round === undefined) {
          expect(all.minus(total).abs().lessThan("1e-40")).toBe(true);
        } else expect([column, total]).toEqual([column, all.toFixed()]);
      }
      if (round !== undefined) return;
      const drilled = plan.rows.flatMap((row) => plan.drill(row, "revenue").toJSON());
      const posted = [...ledger.postings].filter(({ account }) => account === "revenue");
      const texts = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort();
      expect(texts(drilled)).toEqual(texts(posted));
      for (const row of plan.rows) {
        const of = (column: "costOfSales" | "cashIn") =>
          plan
            .drill(row, column)
            .toJSON()
            .map(({ amount }) => amount);
        expect(row.cashIn.toFixed()).toBe(sumOf(of("cashIn")));
        const cost = Number(sumOf(of("costOfSales")));
        expect(Math.abs(Number(row.costOfSales) - cost)).toBeLessThan(1e-9);
      }
    },
    patience,
  );

  test.prop([costedProblem, keys, buckets, rounding], cases)(
    "has a margin that is revenue less cost of sales, and none where a demand lacks one of the two",
    (input, by, bucket, round) => {
      const plan = planOf(input);
      const ledger = soldLedger(plan);
      const accounts = new Map<string, Set<string>>();
      for (const { account, demand } of ledger.postings) {
        if (account !== "revenue" && account !== "costOfSales") continue;
        accounts.set(`${demand}`, (accounts.get(`${demand}`) ?? new Set()).add(account));
      }
      const report = salesPlan(ledger, { by, bucket, round });
      for (const row of report.rows) {
        const sold = [...report.drill(row, "revenue"), ...report.drill(row, "costOfSales")];
        const isWhole = sold.every(({ demand }) => accounts.get(`${demand}`)?.size === 2);
        expect([row.margin !== null, row.from]).toEqual([isWhole, row.from]);
        if (row.margin === null) {
          expect(row.marginPercent).toBe(null);
          continue;
        }
        const margin = row.revenue.minus(row.costOfSales);
        expect(row.margin.minus(margin).abs().lessThan("1e-40")).toBe(true);
        if (round !== undefined) expect(row.margin.toFixed()).toBe(margin.toFixed());
        const percent = row.revenue.isZero()
          ? null
          : row.margin.times(100).div(row.revenue).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
        expect(`${row.marginPercent}`).toBe(`${percent}`);
      }
    },
    patience,
  );

  test.prop([costedProblem, keys, terms], cases)(
    "owes what is sold and not yet paid: receivables at the end of a week are all revenue until then less all cash",
    (input, by, of) => {
      const ledger = soldLedger(planOf(input), { terms: of });
      const owed = new Map<string, Decimal>();
      for (const row of salesPlan(ledger, { by, bucket: "week" }).rows) {
        const name = JSON.stringify(by.map((key) => row[key]));
        const before = owed.get(name) ?? new Decimal(0);
        const after = before.plus(row.revenue).minus(row.cashIn);
        expect([name, row.from, row.receivables.toFixed()]).toEqual([
          name,
          row.from,
          after.toFixed(),
        ]);
        owed.set(name, after);
      }
      for (const left of owed.values()) expect(left.isZero()).toBe(true);
    },
    patience,
  );
});

const penalties = fc.array(
  fc.record(
    {
      item: fc.constantFrom("a", "b", "c"),
      percent: fc.constantFrom("0.5", "1/3", 2),
      amount: fc.constantFrom(5, "0.1"),
      perDays: fc.integer({ min: 1, max: 7 }),
      freeDays: fc.nat(3),
      mostPercent: fc.constantFrom(5, "1/2"),
      mostAmount: fc.constantFrom(20, 0),
    },
    { requiredKeys: ["amount"] },
  ),
  { minLength: 1, maxLength: 3 },
);

const exact = (text: unknown): Ratio => parseRatio(text)!;
const isLess = (a: Ratio, b: Ratio): boolean => a.num * b.den < b.num * a.den;

/** What a demand costs by the words of the terms, worked out again. */
function penaltyOf(rule: LatePenalty, daysLate: number, value: Ratio): Ratio {
  const percentOf = (percent: unknown) =>
    multiplyRatios(value, multiplyRatios(exact(percent), exact("0.01")));
  let each = exact(rule.amount ?? 0);
  if (rule.percent !== undefined) each = addRatios(each, percentOf(rule.percent));
  let whole = exact(0);
  for (let day = (rule.freeDays ?? 0) + 1; day <= daysLate; day += rule.perDays ?? 1) {
    whole = addRatios(whole, each);
  }
  const caps = [
    ...(rule.mostPercent === undefined ? [] : [percentOf(rule.mostPercent)]),
    ...(rule.mostAmount === undefined ? [] : [exact(rule.mostAmount)]),
  ];
  return caps.reduce((least, cap) => (isLess(cap, least) ? cap : least), whole);
}

describe("What lateness costs", () => {
  test.prop([costedProblem, penalties, keys, buckets, rounding], cases)(
    "adds up from late demands, each by the first of the penalties that is for it, for every grouping",
    (input, rules, by, bucket, round) => {
      const plan = planOf(input);
      const items = [...new Set(Array.from(plan.demands, ({ item }) => item))];
      const named = rules.map(({ item, ...rule }) => {
        const found = item === undefined ? undefined : items["abc".indexOf(item)];
        return found === undefined ? rule : { ...rule, item: found };
      });
      const itemPrices = pricesOf(plan);
      const asked: LatenessOptions = { penalties: named, sales: { itemPrices } };
      const report = latenessCost(plan, { ...asked, by, bucket });
      const kinds = new Map((input.demands ?? []).map(({ id, kind }) => [id, kind]));
      const wanted = new Map<string, string>();
      let total = exact(0);
      let isAnyMissing = false;
      for (const { id, item, quantity, due, available, daysLate } of plan.demands) {
        const kind = kinds.get(id);
        if (kind === "forecast" || kind === "interplant") continue;
        if (due > plan.horizonEnd || quantity.isZero() || daysLate === 0) continue;
        const rule = named.find((one) => !("item" in one) || one.item === item);
        if (rule === undefined) continue;
        const asksForPrice = rule.percent !== undefined || rule.mostPercent !== undefined;
        if (available === null || (asksForPrice && itemPrices[item] === undefined)) {
          isAnyMissing = true;
          continue;
        }
        const value = multiplyRatios(exact(itemPrices[item] ?? 0), exact(quantity.toFixed()));
        const penalty = penaltyOf(rule, daysLate!, value);
        total = addRatios(total, penalty);
        wanted.set(id, new Decimal(`${penalty.num}`).div(`${penalty.den}`).toFixed());
      }
      const late = report.rows.flatMap((row) => report.drill(row));
      expect(new Map(late.map(({ demand, penalty }) => [demand, penalty.toFixed()]))).toEqual(
        wanted,
      );
      expect(late.length).toBe(wanted.size);
      expect(report.missing.length > 0).toBe(isAnyMissing);
      expect(report.total.toFixed()).toBe(
        new Decimal(`${total.num}`).div(`${total.den}`).toFixed(),
      );
      const rounded = latenessCost(plan, { ...asked, by, bucket, round });
      if (round === undefined) return;
      expect(sumOf(rounded.rows.map(({ penalty }) => penalty))).toBe(rounded.total.toFixed());
      const whole = latenessCost(plan, { ...asked, round });
      expect(whole.total.toFixed()).toBe(rounded.total.toFixed());
    },
    patience,
  );
});

describe("What a quote costs", () => {
  const line = fc.record({
    n: fc.nat(),
    quantity: fc.constantFrom(1, 3, 12),
    due: fc.nat(30),
    price: fc.constantFrom(undefined, "4.25", 9),
  });
  test.prop([costedProblem, fc.array(line, { minLength: 1, maxLength: 3 })], cases)(
    "is the sum of its lines, and its trial posts their revenue and their cost more than the plan",
    (input, asked) => {
      // With room for the orders of the lines: a trial that brings more than are allowed is refused.
      const plan = planOf({ ...input, conventions: { ...input.conventions, maxOrders: 10_000 } });
      const points = (input.items ?? []).map(({ id }) => id);
      const site = input.sites?.[0]?.id;
      const [first] = Array.from(plan.demands);
      const lines = asked.map(({ n, quantity, due, price }) => ({
        item: first?.item ?? points[n % points.length]!,
        ...(first === undefined ? site && { site } : { site: first.site }),
        ...{ quantity, price },
        due: new Date(Date.parse(plan.startDate) + due * 86_400_000).toISOString().slice(0, 10),
      }));
      const options = {
        costs: standardCosts(plan, { rates }),
        rates,
        sales: { itemPrices: pricesOf(plan) },
      };
      const quote = quoteCost(plan, { ...options, lines });
      const sum = (name: "cost" | "revenue" | "margin" | "material" | "credit"): string => {
        const figures = quote.lines.map((one) => one[name]);
        return figures.includes(null) ? "null" : sumOf(figures as Decimal[]);
      };
      for (const name of ["cost", "revenue", "margin", "material", "credit"] as const) {
        const figure = quote[name];
        if (figure === null) expect([name, sum(name)]).toEqual([name, "null"]);
        else expect(figure.minus(sum(name)).abs().lessThan("1e-40")).toBe(true);
      }
      for (const row of quote.lines) {
        if (row.cost === null) continue;
        const { material, setup, run, overhead, subcontract, credit } = row;
        const spent = [material, setup, run, overhead, subcontract].map((one) => one!);
        const cost = new Decimal(sumOf(spent)).minus(credit!);
        expect(row.cost.minus(cost).abs().lessThan("1e-40")).toBe(true);
      }
      const { accounts, plan: trial } = quote.trial;
      const inTime = Array.from(trial.demands).slice(-lines.length);
      if (inTime.some(({ due }) => due > plan.horizonEnd)) return;
      // What takes forecast is sold already as such (D1).
      if (trial.consumptions.length > plan.consumptions.length) return;
      if (quote.revenue !== null) {
        expect((accounts.revenue ?? new Decimal(0)).toFixed()).toBe(quote.revenue.toFixed());
      }
      if (quote.cost !== null) {
        const more = accounts.costOfSales ?? new Decimal(0);
        expect(more.minus(quote.cost).abs().lessThan("1e-40")).toBe(true);
      }
    },
    patience,
  );
});

describe("Sales in money", () => {
  const plan = planRequirements({
    startDate: "2026-01-05",
    currency: "EUR",
    items: [{ id: "cart", leadTime: 7, unitCost: 2 }],
    demands: [{ id: "d1", item: "cart", quantity: 3, due: "2026-01-06", customer: "Post" }],
  });
  const costs = standardCosts(plan);
  const sales = { itemPrices: { cart: 3 }, demandPrices: { d1: 4 }, currency: "EUR" };
  const ledger = planLedger(plan, { costs, sales });
  const shape = {
    ...{ by: ["customer", "demand"], bucket: "week" },
    round: { decimals: 2, mode: "halfEven", on: "total" },
  };
  const penalty = {
    ...{ demand: "d1", customer: "Post", item: "cart", percent: 1, amount: 2, perDays: 7 },
    ...{ freeDays: 1, mostPercent: 5, mostAmount: 9, currency: "USD" },
  };
  const late = { ...shape, penalties: [penalty], sales, currency: "EUR", rates };
  const line = {
    ...{ id: "1", item: "cart", site: "main", quantity: 2, due: "2026-02-02", price: "9.90" },
  };
  const quote = {
    costs,
    sales: { ...sales, on: "due" },
    lines: [line],
    customer: "Post",
    priority: 2,
  };
  test.prop([spoiled(shape), spoiled(late), spoiled(quote)], { numRuns: runs })(
    "are told, or there is a list of mistakes, whatever is asked",
    (one, other, third) => {
      const calls = [
        () => salesPlan(ledger, one as SalesOptions),
        () => salesPlan(one as never, one as SalesOptions),
        () => latenessCost(plan, other as LatenessOptions),
        () => quoteCost(plan, third as QuoteCostOptions).trial.accounts,
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
});
