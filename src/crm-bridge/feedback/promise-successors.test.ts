import { describe, expect, test } from "vitest";
import {
  acceptPromise,
  type BookedPromise,
  type CrmRecordsInput,
  crmEvents,
  crmEventText,
  demandFromCrm,
  type PromiseRequest,
  planRequirements,
  promiseDelivery,
  promiseStability,
  type ReadRecords,
  readCrmRecords,
  requestOfOrder,
  requestOfQuote,
} from "../../index.js";

const asOf = "2026-03-02";
const orderOf = (id: string, account: string, promisedDate: string | undefined, rest = {}) => ({
  ...{ id, account, status: "open", date: asOf, ...rest },
  lines: [{ id: "1", product: "bike", quantity: 5, requestedDate: "2026-03-20", promisedDate }],
});

/** Quote 17 is Bell's, order 17 is another thing, that of `customer`. */
function recordsOf(customer: string, more: readonly object[] = [], promised?: string) {
  return readCrmRecords({
    accounts: [{ id: "Bell" }, { id: "Ring" }],
    products: [{ id: "bike", decimals: 0 }],
    quotes: [
      {
        ...{ id: "17", account: "Bell", version: 1, status: "sent", date: asOf },
        ...{ probability: 1, requestedDate: "2026-03-20" },
        lines: [{ id: "1", product: "bike", quantity: 5 }],
      },
    ],
    orders: [orderOf("17", customer, promised), ...more],
  } as CrmRecordsInput);
}

const demandOf = (records: ReadRecords) =>
  demandFromCrm(records, {
    ...{ asOf, deals: { use: "expected" }, needDate: { from: "requested" }, credit: "promised" },
    ...{ forecast: { prefer: "adjusted" }, pipeline: "linked", contractRest: "none" },
  });

const planOf = (records: ReadRecords) =>
  planRequirements({
    ...{ startDate: asOf, horizonEnd: "2026-05-29" },
    items: [{ id: "bike", decimals: 0, onHand: 20 }],
    demands: demandOf(records).demands,
  });

/** What was known before a request was booked, and what after. */
function bookedIn(records: ReadRecords, request: PromiseRequest) {
  const plan = planOf(records);
  const { plan: sold, booked } = acceptPromise(plan, promiseDelivery(plan, request));
  return [
    { plan, records, booked: [] as readonly BookedPromise[] },
    { plan: sold, records, booked },
  ] as const;
}

const said = (...states: Parameters<typeof crmEvents>) => crmEvents(...states).map(crmEventText);

describe("A promise and the order that takes its place", () => {
  describe.each(["Ring", "Bell"])(
    "a quote, and an order of %s with the id of the quote",
    (name) => {
      const records = recordsOf(name, [], "2026-03-20");
      const ordered = recordsOf(
        name,
        [orderOf("99", "Bell", "2026-03-20", { quote: "17" })],
        "2026-03-20",
      );
      const demand = demandOf(records);

      test.each([undefined, "again"])(
        "the promise of the quote is one of its own, asked as %s",
        (id) => {
          const [open, sold] = bookedIn(records, requestOfQuote(records, "17", { demand, id }));
          const booked = JSON.stringify([id ?? "17", "1", 0]);
          expect(said(open, sold)).toEqual([`${booked}: 5 are promised for 2026-03-20.`]);
          expect(said(sold, open)).toEqual([
            `${booked}: 5, promised for 2026-03-20, are taken back.`,
          ]);
        },
      );

      test.each([undefined, "again"])("its order takes its place, asked as %s", (id) => {
        const [, sold] = bookedIn(records, requestOfQuote(records, "17", { demand, id }));
        const plan = planOf(ordered);
        expect(said(sold, { plan, records: ordered, booked: sold.booked })).toEqual([]);
        const { promises } = promiseStability(sold.plan, plan, ordered);
        expect(promises.map(({ demand: at, state }) => `${at} ${state}`)).toEqual([
          '["order","17","1"] kept',
          '["order","99","1"] kept',
        ]);
      });

      test("written and read back, the booking still says of what it is", () => {
        const [open, sold] = bookedIn(records, requestOfQuote(records, "17", { demand }));
        const booked = JSON.parse(JSON.stringify(sold.booked)) as typeof sold.booked;
        expect(said(open, { ...sold, booked })).toHaveLength(1);
      });

      test("the promise of the order is the order's, not that of what the quote becomes", () => {
        const silent = recordsOf(name);
        const request = requestOfOrder(silent, "17", { demand: demandOf(silent) });
        const [, sold] = bookedIn(silent, request);
        const states = (after: ReadRecords) =>
          promiseStability(sold.plan, planOf(after), after).promises.map(({ state }) => state);
        expect(states(records)).toEqual(["kept"]);
        const only = recordsOf(name, [orderOf("99", "Bell", "2026-03-20", { quote: "17" })]);
        expect(states(only)).toEqual(["new"]);
      });
    },
  );

  test("a request that names no record is its customer's, or that of an order of the quote", () => {
    const records = recordsOf("Ring", [], "2026-03-20");
    const lines = [{ id: "1", item: "bike", quantity: 5, requestedDate: "2026-03-20" }];
    const told = (customer?: string) => {
      const request = { id: "17", delivery: "whole", customer, lines } as const;
      return said(...bookedIn(records, request)).length;
    };
    expect(told("Bell")).toBe(1);
    expect(told("Ring")).toBe(0);
    expect(told()).toBe(0);
  });
});
