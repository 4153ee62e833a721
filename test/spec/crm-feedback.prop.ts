import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  acceptPromise,
  type BookedPromise,
  type CrmRecordsInput,
  type CrmState,
  crmEvents,
  Decimal,
  type DemandPolicy,
  demandFromCrm,
  type MarginOptions,
  margins,
  orderStatus,
  type Plan,
  type PlanningInput,
  planRequirements,
  promiseDelivery,
  promiseStability,
  readCrmRecords,
  standardCosts,
} from "../../src/index.js";
import { crmRecords } from "../support/random/crm-records.js";
import { patience, runs } from "../support/runs.js";

const asOf = "2026-03-02";

/** A shop that makes what the records sell; what random deals need is not more than some days' work. */
const shop = fc
  .record({
    onHand: fc.nat(40),
    leadTime: fc.nat(12),
    price: fc.constantFrom("7", "0.35", "12.125"),
    yield: fc.constantFrom(1, "0.7"),
    due: fc.integer({ min: 3, max: 28 }),
  })
  .map(
    ({ onHand, leadTime, price, yield: part, due }): PlanningInput => ({
      ...{ startDate: asOf, horizonEnd: "2026-06-30", currency: "EUR" },
      items: [
        { id: "desk", decimals: 2, leadTime: 1, onHand },
        { id: "b", decimals: 6, unit: "kg", leadTime, unitCost: "1.1" },
        { id: "c", decimals: 0, leadTime, yield: part },
      ],
      sources: [{ item: "c", kind: "buy", price }],
      boms: [{ item: "desk", output: 3, lines: [{ item: "c", quantity: 2, scrap: "1/7" }] }],
      supplies: [
        {
          ...{ id: "po", item: "c", quantity: 20, kind: "purchase", frozen: true },
          due: `2026-03-${`${due}`.padStart(2, "0")}`,
        },
      ],
    }),
  );

const policy: DemandPolicy = {
  asOf,
  deals: { use: "expected" },
  needDate: { from: "requested" },
  forecast: { prefer: "adjusted" },
  pipeline: "linked",
  contractRest: "none",
  credit: "demandOnly",
};

/** A plan with what records ask of it, and a promise that is booked in it. */
function stateOf(data: CrmRecordsInput, input: PlanningInput, asks: number): Required<Known> {
  const records = readCrmRecords(data);
  const { demands } = demandFromCrm(records, policy);
  const plan = planRequirements({ ...input, demands });
  const lines = [{ id: "1", item: "desk", quantity: asks, requestedDate: "2026-03-12" }];
  const promise = promiseDelivery(plan, { id: "R", delivery: "whole", customer: "Cole", lines });
  const isBooked = asks % 3 !== 0 && promise.promises.length > 0;
  const { plan: next, booked } = isBooked
    ? acceptPromise(plan, promise)
    : { plan, booked: [] as readonly BookedPromise[] };
  return { plan: next, records, booked, costs: standardCosts(next) };
}

type Known = Pick<CrmState, "plan" | "records" | "booked" | "costs">;

const drawn = fc.record({ data: crmRecords, input: shop, asks: fc.integer({ min: 1, max: 9 }) });
const state = drawn.map(({ data, input, asks }) => stateOf(data, input, asks));

/** The same with all rows the other way round. */
function turned(data: CrmRecordsInput): CrmRecordsInput {
  const rows = Object.entries(data).map(([list, value]) => [
    list,
    Array.isArray(value) ? value.toReversed() : value,
  ]);
  return Object.fromEntries(rows);
}

/** To make a state is to plan some times: few of them. */
const asked = { numRuns: Math.ceil(runs / 20), seed: 5 };

describe("Margins", () => {
  test.prop([crmRecords, shop], { ...asked, numRuns: Math.ceil(runs / 4) })(
    "every grouping adds up to the same total, to the last decimal, and margin is revenue less cost",
    (data, input) => {
      const [records, costs] = [readCrmRecords(data), standardCosts(input)];
      const of = (by: MarginOptions["by"]) => margins(records, costs, { by });
      const { total, missing } = of("order");
      for (const by of ["order", "customer", "product", "family"] as const) {
        const { rows, ...rest } = of(by);
        expect([rest.total, rest.missing]).toEqual([total, missing]);
        for (const field of ["revenue", "cost", "margin", "lines"] as const) {
          const sum = rows.reduce((all, row) => all.plus(row[field]), new Decimal(0));
          expect(sum.toFixed()).toBe(new Decimal(total[field]).toFixed());
        }
        for (const { revenue, cost, margin } of rows) {
          expect(margin.toFixed()).toBe(revenue.minus(cost).toFixed());
        }
      }
    },
    patience,
  );
});

describe("The status of orders", () => {
  test.prop([state], asked)(
    "what is late has a cause, what is in time has none, and nothing is told twice",
    ({ plan, records, booked }) => {
      const statuses = [...orderStatus(plan, records!), ...orderStatus(plan, booked!)];
      expect(new Set(statuses.map(({ demand }) => demand)).size).toBe(statuses.length);
      for (const { status, cause, available, promised, requested } of statuses) {
        if (status === "onTime") expect(available! <= (promised ?? requested)!).toBe(true);
        if (status === "onTime" || status === "shipped") expect(cause).toBe(null);
        if (status === "late") expect(cause?.text).toMatch(/^(It waits for|The plan has it due)/);
      }
    },
    patience,
  );
});

describe("Events between two states", () => {
  test.prop([state], asked)(
    "between a state and itself there are none",
    (one) => {
      expect(crmEvents(one, one)).toEqual([]);
      expect(crmEvents(one, { ...one, plan: again(one.plan) })).toEqual([]);
    },
    patience,
  );

  test.prop([state, state], asked)(
    "the key of each is its own, and the same when it is told twice",
    (before, after) => {
      const events = crmEvents(before, after);
      const keys = events.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      // So that the last key of each subject is all that a host need keep.
      expect(new Set(events.map(({ subject }) => subject)).size).toBe(keys.length);
      expect(
        crmEvents(before, { ...after, plan: again(after.plan) }).map(({ key }) => key),
      ).toEqual(keys);
    },
    patience,
  );

  test.prop([drawn, drawn], asked)(
    "they come in one order, whatever the order of the rows",
    (one, other) => {
      const of = ({ data, input, asks }: typeof one) => stateOf(data, input, asks);
      const ofTurned = ({ data, input, asks }: typeof one) => {
        const items = input.items!.toReversed();
        return stateOf(turned(data), { ...input, items }, asks);
      };
      const events = crmEvents(of(one), of(other));
      const same = crmEvents(ofTurned(one), ofTurned(other));
      expect(plain(same)).toEqual(plain(events));
    },
    patience,
  );

  test.prop([state, state], asked)(
    "what is confirmed one way is cancelled the other way, what is at risk one way and not moved has recovered",
    (before, after) => {
      const idsOf = (type: string, a: CrmState, b: CrmState) =>
        crmEvents(a, b).flatMap((event) =>
          event.type === type && "demand" in event ? [event.demand] : [],
        );
      const booked = (ids: readonly string[]) => ids.filter((id) => id.startsWith('["R"'));
      expect(booked(idsOf("promiseConfirmed", before, after))).toEqual(
        booked(idsOf("promiseCancelled", after, before)),
      );
      const { promises } = promiseStability(before.plan, after.plan, before.booked!);
      const kept = { ...after, booked: before.booked };
      const broken = promises.filter(({ state: one }) => one === "broken" || one === "gone");
      const atRisk = new Set(booked(idsOf("promiseAtRisk", before, kept)));
      for (const { demand, daysLate } of broken) {
        if (daysLate.before === 0) expect(atRisk.has(demand)).toBe(true);
      }
      const recovered = promises.filter(({ state: one }) => one === "recovered");
      expect(recovered.map(({ demand }) => demand)).toEqual(
        booked(idsOf("promiseRecovered", before, kept)),
      );
    },
    patience,
  );
});

/** The same plan, made anew. */
function again(plan: Plan): Plan {
  return planRequirements(plan.toJSON().input);
}

const plain = (thing: unknown): unknown => JSON.parse(JSON.stringify(thing));
