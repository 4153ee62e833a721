import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  acceptPromise,
  backordersOf,
  cancelPromise,
  creditHolds,
  crmEvents,
  type DemandPolicy,
  dealThreads,
  demandFromCrm,
  margins,
  matchAccounts,
  mergeAccounts,
  orderStatus,
  planRequirements,
  promiseDeliveries,
  promiseDelivery,
  promiseStability,
  quoteFeedback,
  readCrmRecords,
  releaseCredit,
  requestOfOrder,
  requestOfQuote,
  standardCosts,
  whatIfOrder,
} from "../../src/index.js";
import { numbersIn, outcomeOf, spoiled } from "../support/hostile.js";
import { runs } from "../support/runs.js";

const records = readCrmRecords({
  currency: "EUR",
  accounts: [{ id: "Bell", customerClass: "A", creditLimit: { amount: 1000 } }],
  products: [{ id: "bike", decimals: 0 }],
  quotes: [
    {
      ...{ id: "Q", account: "Bell", version: 1, status: "sent", date: "2026-01-02" },
      ...{ requestedDate: "2026-01-09", probability: 1 },
      lines: [{ id: "1", product: "bike", quantity: 2, unitPrice: 500 }],
    },
  ],
  orders: [
    {
      ...{ id: "A", account: "Bell", status: "open", date: "2026-01-02" },
      lines: [
        {
          ...{ id: "1", product: "bike", quantity: 3, unitPrice: 500 },
          ...{ requestedDate: "2026-01-07", promisedDate: "2026-01-08" },
        },
      ],
    },
  ],
});
const policy: DemandPolicy = {
  ...{ asOf: "2026-01-05", deals: { use: "expected" }, needDate: { from: "requested" } },
  ...{ forecast: { prefer: "adjusted" }, pipeline: "linked", contractRest: "none" },
  credit: "promised",
};
const demand = demandFromCrm(records, policy);
const plan = planRequirements({
  ...{ startDate: "2026-01-05", horizonEnd: "2026-02-06", currency: "EUR" },
  items: [{ id: "bike", decimals: 0, onHand: 4, leadTime: 10 }],
  sources: [{ item: "bike", kind: "buy", price: 300 }],
  demands: demand.demands,
});
const costs = standardCosts(plan);
const [hold] = JSON.parse(JSON.stringify(creditHolds(records, { asOf: "2026-01-05" }).holds));
const request = {
  ...({ id: "R", customer: "Bell", customerClass: "A", priority: 1, delivery: "partial" } as const),
  ...{ record: { list: "quotes", id: "Q" } as const, inPlaceOf: ['["quote","Q","1"]'] },
  lines: [
    {
      ...{ id: "1", item: "bike", site: "main", quantity: 2, unit: undefined },
      ...{ requestedDate: "2026-01-09", unitPrice: 5, currency: "EUR" },
    },
  ],
};
const options = {
  capacity: undefined,
  quotas: {
    unlisted: "unlimited",
    rows: [{ item: "bike", from: "2026-01-05", until: "2026-01-31", quantity: 9 }],
  },
  ...{ latestDate: "2026-01-30", everyDay: false, holds: [{ account: "Ring" }], costs },
} as const;
const promise = promiseDelivery(plan, request, options);
const written = JSON.parse(JSON.stringify(promise)) as typeof promise;
const { plan: next, booked } = acceptPromise(plan, promise);
const wrote = JSON.parse(JSON.stringify(booked)) as typeof booked;

/** The argument that is spoiled is `sound`; others are as they should be. */
interface Case {
  readonly name: string;
  readonly sound: unknown;
  readonly call: (argument: never) => unknown;
}

/** Records as a host may have kept them. */
const copied = JSON.parse(JSON.stringify(records)) as typeof records;

const QUESTIONS: readonly Case[] = [
  ...[
    (it: never) => promiseDelivery(it, request),
    (it: never) => promiseDeliveries(it, [request]),
    (it: never) => acceptPromise(it, written),
    (it: never) => cancelPromise(it, booked),
    (it: never) => backordersOf(it, "bike", { strategyOf: () => "win" }),
    (it: never) => orderStatus(it, records),
    (it: never) => quoteFeedback(it, records),
    (it: never) => whatIfOrder(it, { cancel: [] }),
    (it: never) => promiseStability(it, plan, booked),
    (it: never) => promiseStability(plan, it, booked),
    (it: never) => crmEvents({ plan: it }, { plan }),
  ].map((call) => ({ name: "plan", sound: {}, call })),
  ...[
    (it: never) => requestOfQuote(it, "Q"),
    (it: never) => requestOfOrder(it, "A"),
    (it: never) => orderStatus(plan, it),
    (it: never) => quoteFeedback(plan, it),
    (it: never) => margins(it, costs, { by: "order" }),
    (it: never) => promiseStability(plan, next, it),
    (it: never) => releaseCredit(it, { order: "A", asOf: "2026-01-05" }),
    (it: never) => creditHolds(it, { asOf: "2026-01-05" }),
    (it: never) => dealThreads(it, { asOf: "2026-01-05" }),
    (it: never) => demandFromCrm(it, policy),
    (it: never) => mergeAccounts(it, matchAccounts(records.accounts, [{ by: "taxId" }])),
    (it: never) => crmEvents({ plan, records: it }, { plan, records }),
    (it: never) => crmEvents({ plan, records }, { plan, records: it }),
  ].map((call) => ({ name: "records", sound: copied, call })),
  ...[
    (it: never) => orderStatus(plan, it),
    (it: never) => promiseStability(plan, next, it),
    (it: never) => cancelPromise(next, it),
    (it: never) => crmEvents({ plan, booked: [] }, { plan: next, booked: it }),
    (it: never) => crmEvents({ plan: next, booked: it, records }, { plan, records, booked: [] }),
  ].map((call) => ({ name: "booked", sound: wrote, call })),
  { name: "request", sound: request, call: (it) => promiseDelivery(plan, it, options) },
  { name: "requests", sound: [request], call: (it) => promiseDeliveries(plan, it) },
  { name: "options", sound: options, call: (it) => promiseDelivery(plan, request, it) },
  { name: "promise", sound: written, call: (it) => acceptPromise(plan, it) },
  { name: "options", sound: options, call: (it) => acceptPromise(plan, written, it) },
  {
    name: "options",
    sound: { id: "q", delivery: "whole", requestedDate: "2026-01-09", demand },
    call: (it) => requestOfQuote(records, "Q", it),
  },
  { name: "quote", sound: "Q", call: (it) => requestOfQuote(records, it) },
  { name: "order", sound: "A", call: (it) => requestOfOrder(records, it) },
  {
    name: "item",
    sound: "bike",
    call: (it) => backordersOf(plan, it, { strategyOf: () => "win" }),
  },
  {
    name: "options",
    sound: { site: "main", segment: null, strategyOf: () => "win" },
    call: (it) => backordersOf(plan, "bike", it),
  },
  { name: "options", sound: { credit: "promised" }, call: (it) => orderStatus(plan, records, it) },
  {
    name: "options",
    sound: { asOf: "2026-01-07", costs, promise: options },
    call: (it) => quoteFeedback(plan, records, it),
  },
  {
    name: "options",
    sound: { by: "family", currency: "EUR", decimals: 2 },
    call: (it) => margins(records, costs, it),
  },
  { name: "costs", sound: {}, call: (it) => margins(records, it, { by: "order" }) },
  {
    name: "what",
    sound: { cancel: ['["order","A","1"]'], change: [{ id: '["quote","Q","1"]', quantity: 3 }] },
    call: (it) => whatIfOrder(plan, it),
  },
  {
    name: "options",
    sound: { order: "A", asOf: "2026-01-05" },
    call: (it) => releaseCredit(records, it),
  },
  ...(["asOf", "holds", "costs", "promise"] as const).map((field) => ({
    name: field,
    sound: { asOf: "2026-01-05", holds: [hold], costs: {}, promise: options }[field],
    call: (it: never) => crmEvents({ plan, records, [field]: it }, { plan, records }),
  })),
];

/** What is worked out when it is read is asked as well. */
function readAll(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, plainly) ?? "null");
}

/** A plan in an answer is not written whole, nor what somebody has given. */
function plainly(key: string, value: unknown): unknown {
  return ["plan", "comparison", "request", "options"].includes(key) ? null : value;
}

describe("What a CRM is told: whatever is asked", () => {
  const cases = QUESTIONS.map(({ name, sound, call }, n) => ({
    name: `${n} ${name}`,
    sound,
    call,
  }));
  const asked = fc
    .constantFrom(...cases)
    .chain(({ name, sound, call }) =>
      spoiled(sound).map((argument) => ({ name, argument: argument as never, call })),
    );

  test.prop([asked], { numRuns: 8 * runs })(
    "there is an answer without NaN, or all mistakes are named",
    ({ argument, call }) => {
      const { value, threw } = outcomeOf(() => readAll(call(argument)));
      expect(threw ?? "PlanningInputError").toBe("PlanningInputError");
      for (const number of numbersIn(value)) expect(Number.isFinite(number)).toBe(true);
    },
  );

  test("each argument that is spoiled is sound, but for plans and costs", () => {
    for (const { name, sound, call } of QUESTIONS) {
      if (["plan", "costs"].includes(name)) continue;
      expect(outcomeOf(() => readAll(call(sound as never))).threw).toBe(undefined);
    }
  });
});
