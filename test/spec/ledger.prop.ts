import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  addRatios,
  formatDay,
  multiplyRatios,
  parseDay,
  parseRatio,
  type Ratio,
  ratioToDecimal,
} from "../../src/core/index.js";
import { sortedEntries } from "../../src/finance/ledger/ledger-entries.js";
import { bodyOf } from "../../src/finance/ledger/make-ledger.js";
import {
  type Entry,
  LEDGER_ACCOUNTS,
  type LedgerAccount,
} from "../../src/finance/ledger/posting.js";
import {
  Decimal,
  type Ledger,
  type LedgerGrouping,
  type LedgerKey,
  type LedgerOptions,
  ledgerDifference,
  type Plan,
  type PlanningInput,
  PlanningInputError,
  planLedger,
  planRequirements,
  planWithCapacity,
  standardCosts,
  stockingPoints,
} from "../../src/index.js";
import { spoiled } from "../support/hostile.js";
import {
  costed,
  costedProblem,
  ledgerOf,
  rates,
  suppliedShop,
  terms,
} from "../support/ledger-problem.js";
import { planOf } from "../support/plan-of.js";
import { problemOf } from "../support/random/problem.js";
import { realArrivals, realStock } from "../support/real-stock.js";
import { patience, runs } from "../support/runs.js";

const cases = { numRuns: Math.ceil(runs / 10) };
const NOTHING: Ratio = { num: 0n, den: 1n };
/** Accounts that end with the horizon. */
const ENDING: ReadonlySet<LedgerAccount> = new Set([
  ...(["inventory", "materialIssued", "setupAbsorbed", "runAbsorbed", "subcontract"] as const),
  ...(["workInProcess", "productionVariance"] as const),
]);
/** What a receipt is made of. */
const SIGNS = { purchaseReceipt: 1, inventory: -1, purchasePriceVariance: -1 } as const;

const keys = fc.subarray<Exclude<LedgerKey, "family">>([
  ...([
    "account",
    "cause",
    "element",
    "item",
    "site",
    "segment",
    "order",
    "supply",
    "demand",
    "supplier",
    "customer",
    "workCenter",
  ] as const),
]);
/** Buckets of which the text of a day says the name. */
const buckets = fc.constantFrom(undefined, "day", "month", "year");
const LETTERS = { day: 10, month: 7, year: 4 } as const;

/** The postings of a ledger, a third of an amount being a third. */
const entriesOf = (ledger: Ledger): readonly Entry[] =>
  sortedEntries(bodyOf(ledger, "ledger"), { accounts: new Set(LEDGER_ACCOUNTS) });

function sumOf(entries: readonly Entry[]): Ratio {
  return entries.reduce((sum, { amount }) => addRatios(sum, amount), NOTHING);
}

/** Exact sums by name, without those that are 0. */
function sums(entries: readonly Entry[], nameOf: (entry: Entry) => string): Map<string, Ratio> {
  const found = new Map<string, Ratio>();
  for (const entry of entries) {
    const name = nameOf(entry);
    found.set(name, addRatios(found.get(name) ?? NOTHING, entry.amount));
  }
  return new Map([...found].filter(([, { num }]) => num !== 0n));
}

const nameOf = ({ order, supply }: Pick<Entry, "order" | "supply">): string =>
  order === null ? `supply ${supply}` : `order ${order}`;

/** The orders and open supplies that are really due within the horizon, by name. */
function doneWithin(plan: Plan): ReadonlySet<string> {
  const { horizonEnd } = plan;
  const orders = Array.from(plan.orders).filter(({ due }) => due <= horizonEnd);
  const supplies = [...realArrivals(plan)].filter(([, date]) => date <= horizonEnd);
  return new Set([
    ...orders.map(({ id }) => `order ${id}`),
    ...supplies.map(([id]) => `supply ${id}`),
  ]);
}

const texts = (found: Map<string, Ratio>): readonly string[] =>
  [...found].map(([name, sum]) => `${name}: ${ratioToDecimal(sum)}`).sort();

describe("Every amount of money adds up from orders", () => {
  test.prop([costedProblem, keys, buckets], cases)(
    "each row of a grouping is the sum of its postings, and each posting stands in one row",
    (input, by, bucket) => {
      const ledger = ledgerOf(planOf(input));
      const letters = bucket === undefined ? 0 : LETTERS[bucket];
      const rows = ledger.group({ by, bucket });
      const found = rows.map((row) => {
        const name = JSON.stringify([row.from?.slice(0, letters) ?? "", ...by.map((k) => row[k])]);
        return `${name}: ${row.amount}`;
      });
      const wanted = new Map<string, Ratio>();
      for (const entry of entriesOf(ledger)) {
        const name = JSON.stringify([
          formatDay(entry.day).slice(0, letters),
          ...by.map((key) => entry[key]),
        ]);
        wanted.set(name, addRatios(wanted.get(name) ?? NOTHING, entry.amount));
      }
      expect(found.sort()).toEqual(texts(wanted));
      const behind = rows.flatMap((row) => ledger.drill(row).toJSON());
      expect(behind.map((one) => JSON.stringify(one)).sort()).toEqual(
        Array.from(ledger.postings, (one) => JSON.stringify(one)).sort(),
      );
    },
    patience,
  );

  test.prop([costedProblem, keys, fc.constantFrom(undefined, "week", "quarter"), fc.nat(3)], cases)(
    "to the last cent: rounded rows add up to the rounded whole, for every grouping",
    (input, by, bucket, decimals) => {
      const ledger = ledgerOf(planOf(input));
      const round = { decimals, on: "postings" } as const;
      let whole = new Decimal(0);
      for (const { amount } of ledger.postings) {
        whole = whole.plus(amount.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP));
      }
      const add = (rows: readonly { readonly amount: Decimal }[]): string =>
        rows.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toFixed();
      expect(add(ledger.group({ by, bucket, round }))).toBe(whole.toFixed());
      const total = ratioToDecimal(sumOf(entriesOf(ledger)));
      const split = ledger.group({
        by: by.filter((key) => key !== "account"),
        bucket,
        round: { decimals, on: "total" },
      });
      expect(add(split)).toBe(
        total.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).plus(0).toFixed(),
      );
    },
    patience,
  );

  test.prop([costedProblem, costedProblem, fc.nat(2), terms], cases)(
    "what one plan has more than another is the difference of their figures, for every grouping",
    (input, other, left, of) => {
      const { demands = [] } = input;
      const changed: PlanningInput[] = [
        { ...input, demands: demands.filter((_, n) => n % 2 === left) },
        other,
      ];
      const before = ledgerOf(planOf(input), of);
      for (const one of changed) {
        const after = ledgerOf(planOf(one), of);
        const difference = ledgerDifference(before, after);
        const nameOf = ({ account, item, site, day }: Entry) =>
          JSON.stringify([account, item, site, day]);
        const minus = entriesOf(before).map((entry) => ({
          ...entry,
          amount: { num: -entry.amount.num, den: entry.amount.den },
        }));
        expect(texts(sums(entriesOf(difference), nameOf))).toEqual(
          texts(sums([...entriesOf(after), ...minus], nameOf)),
        );
      }
      expect(ledgerDifference(before, ledgerOf(planOf(input), of)).postings.length).toBe(0);
    },
    patience,
  );
});

describe("A ledger", () => {
  const plan = planRequirements({
    startDate: "2026-01-05",
    currency: "EUR",
    suppliers: [{ id: "Smith" }],
    items: [{ id: "wheel", unitCost: 2 }],
    demands: [{ id: "d1", item: "wheel", quantity: 3, due: "2026-01-16", customer: "Post" }],
  });
  const costs = standardCosts(plan);
  const sound = {
    currency: "EUR",
    rates,
    terms: {
      suppliers: { Smith: { netDays: 3 } },
      defaultSupplier: { netDays: 0 },
      takeDiscounts: true,
    },
    sales: { itemPrices: { wheel: 3 }, on: "due" },
  };
  const grouping = {
    by: ["item"],
    bucket: "week",
    accounts: ["inventory"],
    round: { decimals: 2, on: "total" },
  };
  test.prop([spoiled({ ...sound, costs }), spoiled(grouping)], { numRuns: runs })(
    "is made and grouped, or there is a list of mistakes, whatever is asked",
    (options, asked) => {
      try {
        const ledger = planLedger(plan, options as LedgerOptions);
        expect(ledger.group(asked as LedgerGrouping)).toBeDefined();
      } catch (error) {
        expect((error as Error).name).toBe(PlanningInputError.name);
      }
    },
  );
});

describe("What is bought", () => {
  test.prop([fc.oneof(costedProblem, suppliedShop), terms], cases)(
    "is paid as it was committed, order by order, shifted by the terms, less the discount",
    (input, of) => {
      const plan = planOf(input);
      const ledger = ledgerOf(plan, of);
      const bought = new Set([
        ...["purchaseCommitment", "purchaseReceipt", "payable", "cashOut", "purchaseDiscount"],
      ]);
      const entries = entriesOf(ledger).filter(({ account }) => bought.has(account));
      const { netDays = 0, discountDays = 0, discountPercent } = of.defaultSupplier ?? {};
      const isEarly = of.takeDiscounts === true && discountPercent !== 0;
      const days = isEarly ? discountDays : netDays;
      const dates = new Map<
        string,
        { readonly ordered: string; readonly due: string; readonly isWork: boolean }
      >();
      for (const { id, kind, orderDate, start, due } of plan.orders) {
        if (kind === "transfer") continue;
        const isWork = kind === "make";
        const ordered = [isWork ? start : orderDate, plan.startDate].sort().at(-1)!;
        dates.set(`order ${id}`, { ordered, due, isWork });
      }
      const arrivals = realArrivals(plan);
      for (const { id } of plan.supplies) {
        const row = input.supplies?.find((one) => one.id === id);
        if (row?.kind === "transfer") continue;
        const isWork = row?.kind === "production";
        const isReleased = !isWork || row.firm !== true;
        const isBegun = row?.progress?.some(({ completed }) => Number(completed) > 0);
        const own = entries.find(
          ({ supply, account }) => supply === id && account === "purchaseCommitment",
        );
        const ordered =
          isReleased || own === undefined || isBegun ? plan.startDate : formatDay(own.day);
        expect(ordered >= plan.startDate).toBe(true);
        dates.set(`supply ${id}`, { ordered, due: arrivals.get(id)!, isWork });
      }
      const names = new Set(entries.map(nameOf));
      const lacking = new Set(ledger.missing.map(({ item, site }) => JSON.stringify([item, site])));
      for (const [name, { ordered, due, isWork }] of dates) {
        const own = entries.filter((entry) => nameOf(entry) === name);
        const place = [...plan.orders, ...plan.supplies].find(
          ({ id }) => name === `order ${id}` || name === `supply ${id}`,
        );
        if (!names.has(name)) {
          // Most of what is made is worked on by no supplier.
          if (isWork) continue;
          expect(lacking).toContain(JSON.stringify([place?.item, place?.site]));
          continue;
        }
        const parts = (...accounts: readonly string[]) =>
          own.filter(({ account }) => accounts.includes(account));
        const committed = sumOf(parts("purchaseCommitment"));
        expect(sumOf(parts("purchaseReceipt"))).toEqual(committed);
        expect(sumOf(parts("cashOut", "purchaseDiscount"))).toEqual(committed);
        expect(sumOf(parts("payable"))).toEqual(NOTHING);
        const paid = parseDay(due)! + days;
        const daysOf = (account: string) => new Set(parts(account).map(({ day }) => day));
        expect(daysOf("purchaseCommitment")).toEqual(new Set([parseDay(ordered)!]));
        expect(daysOf("purchaseReceipt")).toEqual(new Set([parseDay(due)!]));
        expect(daysOf("cashOut")).toEqual(new Set([paid]));
        expect(daysOf("payable")).toEqual(new Set([parseDay(due)!, paid]));
        if (!isWork) expect(parts("purchaseCommitment")).toHaveLength(1);
        for (const { day } of parts("purchaseDiscount")) expect(day).toBe(paid);
      }
      for (const name of names) expect(dates.has(name)).toBe(true);
    },
    patience,
  );

  test.prop([suppliedShop, terms], cases)(
    "is what suppliers ask for their work, too: order by order and supplier by supplier they are owed just that, on orders done within the horizon",
    (input, of) => {
      const plan = planOf(input);
      const done = doneWithin(plan);
      const entries = entriesOf(ledgerOf(plan, of)).filter(
        (entry) => entry.cause === "subcontract" && done.has(nameOf(entry)),
      );
      const asked = (...accounts: readonly string[]) =>
        sums(
          entries.filter(({ account }) => accounts.includes(account)),
          ({ order, supply, supplier }) => JSON.stringify([order, supply, supplier]),
        );
      const work = texts(asked("subcontract"));
      expect(texts(asked("purchaseCommitment"))).toEqual(work);
      expect(texts(asked("purchaseReceipt"))).toEqual(work);
      expect(texts(asked("cashOut", "purchaseDiscount"))).toEqual(work);
    },
    patience,
  );

  test.prop([costedProblem, terms], cases)(
    "is received at its standard cost and what its price is beyond that, and within the horizon comes into stock",
    (input, of) => {
      const plan = planOf(input);
      const done = doneWithin(plan);
      const costs = standardCosts(plan, { rates });
      const ledger = ledgerOf(plan, of);
      const parts = sums(
        entriesOf(ledger).filter(({ account, cause }) => account in SIGNS && cause === "purchase"),
        ({ order, supply, account }) => JSON.stringify([account, order, supply]),
      );
      const received = new Set([...parts.keys()].filter((name) => name.includes("Receipt")));
      const bought = [...plan.orders, ...plan.supplies].map((row) => {
        const ids = "orderDate" in row ? [row.id, null] : [null, row.id];
        const [order] = ids;
        return {
          row,
          name: order === null ? `supply ${row.id}` : `order ${row.id}`,
          partOf: (account: string) => JSON.stringify([account, ...ids]),
        };
      });
      for (const { row, name, partOf } of bought) {
        const isReceived = received.has(partOf("purchaseReceipt"));
        if (!isReceived || !done.has(name)) continue;
        if (costs.exactCost(row.item, row.site) === undefined) continue;
        const total = Object.entries(SIGNS).reduce((sum, [account, sign]) => {
          const { num, den } = parts.get(partOf(account)) ?? NOTHING;
          return addRatios(sum, { num: BigInt(sign) * num, den });
        }, NOTHING);
        expect(total).toEqual(NOTHING);
      }
    },
    patience,
  );
});

describe("The value of stock", () => {
  test.prop([costedProblem], { numRuns: Math.ceil(runs / 5) })(
    "is standard cost × stock as it really comes at the end of every day, at every stocking point; what has no cost is named",
    (input) => {
      const plan = planOf(input);
      const costs = standardCosts(plan, { rates });
      const ledger = ledgerOf(plan);
      const entries = entriesOf(ledger).filter(({ account }) => account === "inventory");
      const lacking = new Set(
        ledger.missing
          .filter(({ reason }) => reason === "standardCost")
          .map(({ item, site }) => JSON.stringify([item, site])),
      );
      for (const point of stockingPoints(plan)) {
        const { item, site, segment } = point;
        const own = entries.filter(
          (one) => one.item === item && one.site === site && one.segment === segment,
        );
        const cost = costs.exactCost(item, site);
        expect(lacking.has(JSON.stringify([item, site]))).toBe(cost === undefined);
        if (cost === undefined) {
          expect(own).toEqual([]);
          continue;
        }
        const byDay = sums(own, ({ day }) => formatDay(day));
        let value = NOTHING;
        for (const [date, there] of realStock(plan, point)) {
          value = addRatios(value, byDay.get(date) ?? NOTHING);
          expect([date, value]).toEqual([date, multiplyRatios(cost, parseRatio(there.toFixed())!)]);
        }
      }
    },
    patience,
  );

  test.prop([costedProblem], cases)(
    "takes in each order whole that is due within the horizon, and gives a demand no more of its item than it asks for",
    (input) => {
      const plan = planOf(input);
      const costs = standardCosts(plan, { rates });
      const entries = entriesOf(ledgerOf(plan)).filter(({ account }) => account === "inventory");
      const received = sums(
        entries.filter(({ order, amount }) => order !== null && amount.num > 0n),
        ({ order, item, cause }) => JSON.stringify([order, item, cause === "coProduct"]),
      );
      for (const { id, item, site, quantity, due } of plan.orders) {
        const cost = costs.exactCost(item, site);
        if (cost === undefined || cost.num === 0n || due > plan.horizonEnd) continue;
        expect(received.get(JSON.stringify([id, item, false]))).toEqual(
          multiplyRatios(cost, parseRatio(quantity.toFixed())!),
        );
      }
      const shipped = sums(
        entries.filter(({ cause }) => cause === "shipment"),
        ({ demand, item }) => JSON.stringify([demand, item]),
      );
      for (const { id, item, site, quantity } of plan.demands) {
        const cost = costs.exactCost(item, site);
        if (cost === undefined) continue;
        const most = multiplyRatios(cost, parseRatio(quantity.toFixed())!);
        const { num, den } = addRatios(most, shipped.get(JSON.stringify([id, item])) ?? NOTHING);
        expect(num * den >= 0n).toBe(true);
      }
    },
    patience,
  );
});

describe("Work in process", () => {
  const shops = costed(problemOf({ with: ["routings"], without: ["reservations"] }));
  test.prop([fc.oneof(shops, suppliedShop)], cases)(
    "is what went into an order until it is done: it ends at nothing when that is within the horizon, and what is beyond the standard is the variance",
    (input) => {
      const plan = planOf(input);
      const done = doneWithin(plan);
      const costs = standardCosts(plan, { rates });
      const ledger = ledgerOf(plan);
      const entries = entriesOf(ledger);
      const lacking = new Set(
        ledger.missing
          .filter(({ reason }) => reason === "workInProcess")
          .map(({ item, site }) => JSON.stringify([item, site])),
      );
      const inputs = new Set(["materialIssued", "setupAbsorbed", "runAbsorbed", "subcontract"]);
      for (const { id, kind, item, site, quantity } of plan.orders) {
        if (kind !== "make" && kind !== "subcontract") continue;
        const own = entries.filter(({ order }) => order === id);
        const wip = own.filter(({ account }) => account === "workInProcess");
        const isDone = done.has(`order ${id}`);
        if (isDone) expect(sums(wip, ({ element }) => `${element}`)).toEqual(new Map());
        const issued = own.filter(({ account }) => account === "materialIssued");
        const withdrawn = own.filter(
          ({ account, cause }) => account === "inventory" && cause === "issue",
        );
        expect(addRatios(sumOf(issued), sumOf(withdrawn))).toEqual(NOTHING);
        if (lacking.has(JSON.stringify([item, site]))) continue;
        const cost = costs.exactCost(item, site)!;
        const received = multiplyRatios(cost, parseRatio(isDone ? quantity.toFixed() : 0)!);
        const besides = own.filter(
          ({ account, cause }) => account === "inventory" && cause === "coProduct",
        );
        const spent = sumOf(own.filter(({ account }) => inputs.has(account)));
        const variance = sumOf(own.filter(({ account }) => account === "productionVariance"));
        const left = addRatios(variance, sumOf(wip));
        expect(spent).toEqual(addRatios(addRatios(received, sumOf(besides)), left));
      }
      const open = entries.filter(
        (one) => one.supply !== null && one.account === "workInProcess" && done.has(nameOf(one)),
      );
      expect(sums(open, ({ supply }) => `${supply}`)).toEqual(new Map());
    },
    patience,
  );

  test.prop([fc.oneof(shops, suppliedShop), fc.integer({ min: 0, max: 3 })], cases)(
    "is never below nothing at the end of a day, order by order, and nothing when the order is done within the horizon, in a plan with capacity too",
    (input, rounds) => {
      const first = planOf(input);
      const plan = rounds === 0 ? first : planWithCapacity(input, { rounds }).plan;
      const done = doneWithin(plan);
      const byOrder = new Map<string, Entry[]>();
      for (const entry of entriesOf(ledgerOf(plan))) {
        if (entry.account !== "workInProcess") continue;
        const name = nameOf(entry);
        byOrder.set(name, [...(byOrder.get(name) ?? []), entry]);
      }
      for (const [name, own] of byOrder) {
        let left = NOTHING;
        for (const day of [...new Set(own.map((one) => one.day))].sort((a, b) => a - b)) {
          left = addRatios(left, sumOf(own.filter((one) => one.day === day)));
          expect([name, formatDay(day), left.num < 0n]).toEqual([name, formatDay(day), false]);
        }
        if (done.has(name)) expect([name, left]).toEqual([name, NOTHING]);
      }
    },
    patience,
  );

  test.prop([fc.oneof(shops, suppliedShop), fc.integer({ min: 1, max: 60 })], cases)(
    "stands at the end of the horizon for orders that are done later, and so does stock: neither is posted after it, and such orders have no variance",
    (input, days) => {
      const last = formatDay(parseDay(input.startDate)! + days);
      const plan = planOf({ ...input, horizonEnd: last });
      const done = doneWithin(plan);
      const entries = entriesOf(ledgerOf(plan)).filter(({ account }) => ENDING.has(account));
      for (const { day } of entries) expect(formatDay(day) <= plan.horizonEnd).toBe(true);
      const isOfNone = ({ order, supply }: Entry): boolean => order === null && supply === null;
      for (const entry of entries) {
        if (entry.account !== "productionVariance" || isOfNone(entry)) continue;
        expect(done).toContain(nameOf(entry));
      }
    },
    patience,
  );
});

describe("Work in process on the planning start", () => {
  /** Without stock that only needs within the horizon take of: substitutes, phantoms. */
  const plain = problemOf({
    ...{ with: ["routings"], without: ["reservations", "substitutes", "discontinued"] },
  }).map((input) => ({
    ...input,
    items: (input.items ?? []).map(({ phantom: _, ...item }) => item),
  }));
  test.prop([costed(plain), fc.integer({ min: 1, max: 30 })], {
    numRuns: Math.ceil(runs / 5),
  })(
    "is the same for a begun order however far the plan reaches: what is to come of it less what is still to go in",
    (input, days) => {
      const [near, far] = [days, days + 200].map((reach) => {
        const horizonEnd = formatDay(parseDay(input.startDate)! + reach);
        return ledgerOf(planOf({ ...input, horizonEnd }));
      });
      const nameAt = ({ item, site }: { readonly item: string; readonly site: string }) =>
        JSON.stringify([item, site]);
      // What is planned later may lack a cost of which what is planned sooner needs none.
      const lacking = new Set([near, far].flatMap((one) => one?.missing.map(nameAt) ?? []));
      const opening = (ledger: Ledger | undefined) =>
        Array.from(ledger?.postings ?? [])
          .filter((one) => one.account === "workInProcess" && one.cause === "opening")
          .filter((one) => !lacking.has(nameAt(one)))
          .map(({ supply, amount }) => `${supply}: ${amount}`);
      expect(opening(near)).toEqual(opening(far));
    },
    patience,
  );
});

describe("What is sold", () => {
  test.prop([costedProblem, terms, fc.constantFrom("due", "available")], cases)(
    "is owed until it is paid: revenue is cash in, demand by demand, shifted by the terms",
    (input, of, on) => {
      const plan = planOf(input);
      const itemPrices = Object.fromEntries((input.items ?? []).map(({ id }, n) => [id, `${n}/3`]));
      const costs = standardCosts(plan, { rates });
      const entries = entriesOf(planLedger(plan, { costs, terms: of, sales: { itemPrices, on } }));
      const days = of.defaultCustomer?.netDays ?? 0;
      for (const { id, item, site, quantity, due, available } of plan.demands) {
        const own = entries.filter(({ demand, cause }) => demand === id && cause === "sale");
        const parts = (account: string) => own.filter((one) => one.account === account);
        const [revenue] = parts("revenue");
        const isPlanned = due <= plan.horizonEnd && !quantity.isZero();
        const date = on === "due" ? due : available;
        const isSold =
          isPlanned &&
          date !== null &&
          input.demands?.find((row) => row.id === id)?.kind !== "interplant";
        expect(revenue !== undefined).toBe(isSold);
        if (revenue === undefined) continue;
        const day = parseDay([date!, plan.startDate].sort().at(-1))!;
        expect(parts("revenue").map((one) => one.day)).toEqual([day]);
        expect(revenue.amount).toEqual(
          multiplyRatios(parseRatio(itemPrices[item])!, parseRatio(quantity.toFixed())!),
        );
        expect(parts("cashIn").map((one) => [one.day, one.amount])).toEqual([
          [day + days, revenue.amount],
        ]);
        expect(sumOf(parts("receivable"))).toEqual(NOTHING);
        const cost = costs.exactCost(item, site);
        expect(parts("costOfSales").map(({ amount }) => amount)).toEqual(
          cost === undefined ? [] : [multiplyRatios(cost, parseRatio(quantity.toFixed())!)],
        );
      }
    },
    patience,
  );
});
