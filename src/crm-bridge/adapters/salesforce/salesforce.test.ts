import { describe, expect, test } from "vitest";
import {
  changed,
  demandsOf,
  foreignFixture,
  saidOf,
} from "../../../../test/support/crm/foreign.js";
import {
  PlanningInputError,
  recordsFromSalesforce,
  type SalesforceOptions,
  safeReadCrmRecords,
  safeRecordsFromSalesforce,
} from "../../../index.js";

const fixture = foreignFixture("salesforce");
const options: SalesforceOptions = {
  system: "salesforce",
  currency: "EUR",
  dayOf: { minutesAheadOfUtc: 60 },
  accountNumbers: "erp",
  items: "code",
  quoteStatuses: { Presented: "sent", Denied: "rejected" },
  orderStatuses: { Activated: "open", Draft: "ignored" },
  fields: {
    opportunityLineItems: { requestedDate: "ServiceDate" },
    quoteLineItems: { requestedDate: "ServiceDate" },
    orders: { requestedDate: "Requested_Delivery__c" },
    orderItems: { promisedDate: "ServiceDate", shipped: "Shipped_Quantity__c" },
  },
};
const rates = [{ from: "USD", to: "EUR", rate: "0.9" }];

describe("Records of Salesforce", () => {
  const read = safeRecordsFromSalesforce(fixture, options);
  const { accounts, products, opportunities, quotes, orders } = read.records;

  test("nothing is wrong with what the REST API gives", () => {
    expect(read.issues).toEqual([]);
    expect(recordsFromSalesforce(fixture, options)).toEqual(read.records);
    expect(safeReadCrmRecords({ ...read.records, rates }).issues).toEqual([]);
  });

  test("an account has its id here and its number elsewhere", () => {
    expect(accounts).toEqual([
      {
        id: "0015f00002K9aB2AAJ",
        name: "Miller Interiors",
        externalIds: [
          { system: "salesforce", id: "0015f00002K9aB2AAJ" },
          { system: "erp", id: "70001" },
        ],
        domain: "miller.example",
      },
      {
        id: "0015f00002K9aC7AAJ",
        name: "Smith Schools",
        externalIds: [{ system: "salesforce", id: "0015f00002K9aC7AAJ" }],
        parent: "0015f00002K9aB2AAJ",
      },
    ]);
  });

  test("a product is the item of its code", () => {
    expect(products).toEqual([
      { id: "01t5f000004XyZ1AAK", item: "table", name: "Table, oak", unit: "pc", family: "Tables" },
      { id: "01t5f000004XyZ2AAK", item: "chair", name: "Chair, oak" },
    ]);
  });

  test("flags say whether an opportunity is open, won or lost; a percentage is an exact share", () => {
    expect(
      opportunities?.map(({ name, status, probability }) => [name, status, probability]),
    ).toEqual([
      ["Town hall", "open", "0.375"],
      ["School", "won", "1"],
      ["Library", "lost", "0"],
    ]);
    expect(opportunities?.[0]).toEqual({
      id: "0065f00000Q3xA1AAJ",
      account: "0015f00002K9aB2AAJ",
      name: "Town hall",
      stage: "Proposal/Price Quote",
      status: "open",
      probability: "0.375",
      closeDate: "2026-03-20",
      lines: [
        {
          id: "00k5f00000L1mA1AAJ",
          product: "01t5f000004XyZ1AAK",
          quantity: 40,
          unitPrice: 900,
          requestedDate: "2026-04-17",
        },
      ],
    });
  });

  test("an opportunity in another currency keeps no prices, since it cannot say which it is", () => {
    expect(opportunities?.[1]?.lines).toEqual([
      { id: "00k5f00000L1mB2AAJ", product: "01t5f000004XyZ1AAK", quantity: 12 },
    ]);
  });

  test("quotes of one opportunity are its versions in the order in which they were made", () => {
    expect(quotes?.map(({ id, version, status, date }) => [id, version, status, date])).toEqual([
      ["0Q05f000000GhT2CAK", 2, "sent", "2026-02-25"],
      ["0Q05f000000GhT1CAK", 1, "rejected", "2026-02-03"],
    ]);
  });

  const versionsOf = (made: Readonly<Record<string, string | number>>) => {
    const quotes = Object.entries(made).map(([Id, CreatedDate]) => ({
      ...{ ...fixture.quotes?.[0], Id, CreatedDate },
    }));
    const { records } = safeRecordsFromSalesforce({ ...fixture, quotes }, options);
    return records.quotes?.map(({ id, version }) => `${id} ${version}`);
  };

  test.each([
    ["two zones", "2026-03-02T00:10:00.000+0200", "2026-03-01T23:30:00.000+0000"],
    ["the second and a fraction of it", "2026-03-01T23:30:00Z", "2026-03-01T23:30:00.500Z"],
    ["fractions of other lengths", "2026-03-01T23:30:00.09Z", "2026-03-01T23:30:00.5Z"],
    ["milliseconds and text", Date.UTC(2026, 2, 1, 23, 30), "2026-03-01T23:30:00.500Z"],
    ["years before 1970", -1, "1970-01-01T00:00Z"],
    ["a day and a time of it", "2026-03-01", "2026-03-01T00:00:01Z"],
  ])("their order is that of moments, however these are written: %s", (_, first, second) => {
    expect(versionsOf({ b: first, a: second })).toEqual(["b 1", "a 2"]);
  });

  test("of those made at one moment the id decides, in whatever zone it is written", () => {
    const made = { b: "2026-03-01T23:30:00.50Z", a: "2026-03-02T00:30:00.5+0100" };
    expect(versionsOf(made)).toEqual(["b 2", "a 1"]);
  });

  test("fields of the organisation's own say what was asked for, promised and shipped", () => {
    expect(orders).toEqual([
      {
        id: "8015f000001AbC1AAK",
        account: "0015f00002K9aC7AAJ",
        opportunity: "0065f00000Q3xB4AAJ",
        status: "open",
        date: "2026-02-27",
        requestedDate: "2026-04-10",
        currency: "USD",
        lines: [
          {
            id: "8025f000002DeF1AAK",
            product: "01t5f000004XyZ1AAK",
            quantity: 12,
            unitPrice: 950,
            promisedDate: "2026-04-14",
            shipped: 5,
          },
        ],
      },
    ]);
  });

  test("what is deleted, or has a status that is not meant, is told and not taken", () => {
    expect(read.notTaken.map(({ list, because }) => `${list} ${because}`)).toEqual([
      "opportunities deleted",
      "opportunityLineItems deleted",
      "orders ignored",
      "orderItems ignored",
    ]);
  });

  test("becomes the demand that one works out by hand", () => {
    // Quote 42 took the opportunity's place: 0.375 × 40 and 0.375 × 160; the order stands for School.
    expect(demandsOf({ ...read.records, rates }).sort()).toEqual([
      "order 8015f000001AbC1AAK 8025f000002DeF1AAK: 12 table 2026-04-14, 5 shipped",
      "quote 0Q05f000000GhT2CAK 0QL5f000000JkA1GAK: 15 table 2026-04-24",
      "quote 0Q05f000000GhT2CAK 0QL5f000000JkA2GAK: 60 chair 2026-04-24",
    ]);
  });
});

describe("A quote of Salesforce that is ordered in parts", () => {
  const lineItem = fixture.quoteLineItems?.[0];
  const first = { ...fixture.orders?.[1], QuoteId: lineItem?.QuoteId };
  const item = {
    ...fixture.orderItems?.[1],
    ...{ QuoteLineItemId: lineItem?.Id, Product2Id: lineItem?.Product2Id, Quantity: 1 },
  };
  const orders = [first, { ...first, Id: "8015f000001AbC9AAK" }];
  const orderItems = [item, { ...item, Id: "8025f000002DeF9AAK", OrderId: "8015f000001AbC9AAK" }];
  const linesOf = (change: object) => {
    const { records } = safeRecordsFromSalesforce(
      { ...fixture, orders, orderItems, ...change },
      { ...options, orderStatuses: { Activated: "open", Draft: "open" } },
    );
    return records.orders?.map(({ quote, lines }) => [quote, lines[0]?.quoteLine]);
  };

  test("has orders whose items say of which line they are", () => {
    const named = [lineItem?.QuoteId, lineItem?.Id];
    expect(linesOf({})).toEqual([named, named]);
  });

  test("where the quote is not read, neither is its line", () => {
    const none = [undefined, undefined];
    expect(linesOf({ quotes: [], quoteLineItems: [] })?.map(([, line]) => line)).toEqual(none);
    const quotes = (fixture.quotes ?? []).map((quote) => ({ ...quote, CreatedDate: "soon" }));
    expect(linesOf({ quotes })).toEqual([none, none]);
  });
});

describe("Records of Salesforce with mistakes", () => {
  const safe = (records: object, change: Partial<SalesforceOptions> = {}) =>
    safeRecordsFromSalesforce(records, { ...options, ...change });

  test("a record of a wrong shape is named and left out, the others go through", () => {
    const read = safe(changed(fixture, "opportunities", 2, { CloseDate: "10.02.2026" }));
    expect(saidOf(read)).toEqual([
      "invalidDate opportunities.2.CloseDate (opportunities 0065f00000Q3xC8AAJ)",
      "leftOut opportunityLineItems.2.OpportunityId (opportunityLineItems 00k5f00000L1mC3AAJ)",
    ]);
    expect(read.issues[0]?.message).toBe(
      'The CloseDate ("10.02.2026") of opportunity "0065f00000Q3xC8AAJ" must be a day that exists, written "YYYY-MM-DD".',
    );
    expect(read.records.opportunities?.map(({ name }) => name)).toEqual(["Town hall", "School"]);
    expect(safeReadCrmRecords({ ...read.records, rates }).issues).toEqual([]);
  });

  test("a wrong line takes its record along; an order of that stands by itself", () => {
    const read = safe(changed(fixture, "opportunityLineItems", 1, { Quantity: "twelve" }));
    expect(saidOf(read)).toEqual([
      "leftOut opportunities.1 (opportunities 0065f00000Q3xB4AAJ)",
      "invalidQuantity opportunityLineItems.1.Quantity (opportunityLineItems 00k5f00000L1mB2AAJ)",
    ]);
    const order = read.records.orders?.find(({ id }) => id === "8015f000001AbC1AAK");
    expect([order?.lines.length, order?.opportunity]).toEqual([1, undefined]);
  });

  test("a line of a record that is not there is named", () => {
    const read = safe({ ...fixture, orders: [] });
    expect(saidOf(read)).toEqual([
      "unknownId orderItems.0.OrderId (orderItems 8025f000002DeF1AAK)",
      "unknownId orderItems.1.OrderId (orderItems 8025f000002DeF2AAK)",
    ]);
  });

  test("a record that is there twice is left out twice", () => {
    const { accounts = [] } = fixture;
    const read = safe({ accounts: [accounts[0], accounts[1], accounts[0]] });
    expect(saidOf(read)).toEqual([
      "duplicateId accounts.0.Id (accounts 0015f00002K9aB2AAJ)",
      "duplicateId accounts.2.Id (accounts 0015f00002K9aB2AAJ)",
    ]);
    expect(read.records.accounts?.length).toBe(1);
  });

  test("a status of which the options say nothing is named", () => {
    const read = safe(fixture, { quoteStatuses: { Denied: "rejected" } });
    expect(saidOf(read)).toEqual([
      "unknownId quotes.0.Status (quotes 0Q05f000000GhT2CAK)",
      "leftOut quoteLineItems.0.QuoteId (quoteLineItems 0QL5f000000JkA1GAK)",
      "leftOut quoteLineItems.1.QuoteId (quoteLineItems 0QL5f000000JkA2GAK)",
    ]);
  });

  test("a reduction is no order", () => {
    const read = safe(changed(fixture, "orders", 0, { IsReductionOrder: true }));
    expect(saidOf(read)).toEqual([
      "contradiction orders.0.IsReductionOrder (orders 8015f000001AbC1AAK)",
      "leftOut orderItems.0.OrderId (orderItems 8025f000002DeF1AAK)",
    ]);
  });

  test("an opportunity without a probability takes that of its stage, or is named", () => {
    const records = changed(fixture, "opportunities", 0, { Probability: null });
    const stage = "Proposal/Price Quote";
    const read = safe(records, { probabilities: { [stage]: "1/3" } });
    expect(read.records.opportunities?.[0]?.probability).toBe("1/3");
    expect(saidOf(safe(records))[0]).toBe(
      "missingField opportunities.0.Probability (opportunities 0065f00000Q3xA1AAJ)",
    );
  });

  test("all of it at once is a refusal", () => {
    const records = changed(fixture, "accounts", 0, { Id: null });
    expect(() => recordsFromSalesforce(records, options)).toThrow(PlanningInputError);
  });

  test("options that are wrong are refused whatever the records are", () => {
    const wrong = { ...options, orderStatuses: { Activated: "going" } } as unknown;
    expect(() => safeRecordsFromSalesforce({}, wrong as SalesforceOptions)).toThrow(
      /orderStatuses/,
    );
  });
});
