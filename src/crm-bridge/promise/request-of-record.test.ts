import {
  acceptPromise,
  type CrmRecordsInput,
  type DemandPolicy,
  demandFromCrm,
  type Plan,
  type PromiseRequest,
  planRequirements,
  promiseDelivery,
  readCrmRecords,
  requestOfOrder,
  requestOfQuote,
} from "orlicky";
import { describe, expect, test } from "vitest";

const written = {
  currency: "EUR",
  rates: [{ from: "USD", to: "EUR", rate: "0.9" }],
  accounts: [{ id: "Bell", customerClass: "A", priority: 3 }],
  products: [
    { id: "bike", item: "B-1", site: "north", unit: "piece", decimals: 0 },
    { id: "bell" },
    { id: "cart" },
  ],
  opportunities: [
    {
      ...{ id: "O", account: "Bell", stage: "offer", status: "open", probability: 0.5 },
      ...{ closeDate: "2026-03-01", lines: [{ id: "1", product: "bike", quantity: 10 }] },
    },
  ],
  quotes: [
    {
      ...{ id: "Q", account: "Bell", opportunity: "O", version: 1, status: "sent" },
      ...{ date: "2026-02-20", requestedDate: "2026-03-20", currency: "USD" },
      lines: [
        { id: "1", product: "bike", quantity: 8, unitPrice: 500 },
        { id: "2", product: "bell", site: "south", quantity: 2, requestedDate: "2026-03-13" },
        { id: "3", product: "bell", quantity: 0 },
      ],
    },
  ],
  orders: [
    {
      ...{ id: "A", account: "Bell", status: "open", date: "2026-02-20", delivery: "shipTogether" },
      lines: [
        {
          ...{ id: "1", product: "bike", quantity: 8, unitPrice: 500, shipped: 5, priority: 1 },
          requestedDate: "2026-03-27",
        },
        { id: "2", product: "bell", quantity: 2, shipped: 2, requestedDate: "2026-03-27" },
      ],
    },
  ],
} as const satisfies CrmRecordsInput;

const policy: DemandPolicy = {
  asOf: "2026-03-02",
  deals: { use: "expected" },
  needDate: { from: "requestedOrClose", days: 14 },
  forecast: { prefer: "adjusted" },
  pipeline: "linked",
  contractRest: "none",
  credit: "promised",
};

const records = readCrmRecords(written);

/** Records with a quote of one line. */
const quoting = (line: object, head: object = {}, more: object = {}) =>
  readCrmRecords({
    ...{ accounts: [{ id: "Bell" }], products: [{ id: "bike" }], ...more },
    quotes: [
      {
        ...{ id: "Q", account: "Bell", version: 1, status: "sent", date: "2026-02-20" },
        ...{ ...head, lines: [{ id: "1", product: "bike", quantity: 8, ...line }] },
      },
    ],
  } as CrmRecordsInput);

const issuesOf = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return (error as { issues: readonly object[] }).issues;
  }
};

describe("Promise: a record as a request", () => {
  test("a quote asks for its customer, by class and turn, at the place of each product", () => {
    expect(requestOfQuote(records, "Q")).toEqual({
      ...{ id: "Q", customer: "Bell", customerClass: "A", priority: 3, delivery: "whole" },
      record: { list: "quotes", id: "Q" },
      lines: [
        {
          ...{ id: "1", item: "B-1", site: "north", quantity: 8, unit: "piece" },
          ...{ requestedDate: "2026-03-20", unitPrice: 500, currency: "USD" },
        },
        {
          ...{ id: "2", item: "bell", site: "south", quantity: 2 },
          ...{ requestedDate: "2026-03-13", currency: "USD" },
        },
      ],
    });
  });

  test("an order asks for what is not shipped, by its most urgent line, as it may be delivered", () => {
    expect(requestOfOrder(records, "A")).toEqual({
      ...{ id: "A", customer: "Bell", customerClass: "A", priority: 1, delivery: "shipTogether" },
      record: { list: "orders", id: "A" },
      lines: [
        {
          ...{ id: "1", item: "B-1", site: "north", quantity: "3", unit: "piece" },
          ...{ requestedDate: "2026-03-27", unitPrice: 500, currency: "EUR" },
        },
      ],
    });
  });

  test("units convert by what the demand was made with, into that of the product", () => {
    const lines = [
      { id: "1", product: "bike", quantity: 2, unit: "box", unitPrice: 600 },
      { id: "2", product: "bike", quantity: 1, unit: "pallet" },
    ];
    const head = { account: "Bell", date: "2026-02-20", requestedDate: "2026-03-20" };
    const boxes = readCrmRecords({
      accounts: [{ id: "Bell" }],
      products: [{ id: "bike", unit: "piece", decimals: 0 }],
      quotes: [{ ...head, id: "Q", version: 1, status: "accepted", lines }],
      orders: [{ ...head, id: "A", status: "open", lines: [{ ...lines[0]!, shipped: 1 }] }],
    } as CrmRecordsInput);
    const units = [{ product: "bike", unit: "box", contains: 6 }];
    const made = demandFromCrm(boxes, { ...policy, units });
    expect(made.units).toEqual([{ product: "bike", unit: "box", contains: "6" }]);
    const read = JSON.parse(JSON.stringify(made)) as typeof made;
    for (const demand of [made, read]) {
      expect(requestOfQuote(boxes, "Q", { demand }).lines).toMatchObject([
        { quantity: "12", unit: "piece", unitPrice: "100" },
        { quantity: 1, unit: "pallet" },
      ]);
      const asked = requestOfOrder(boxes, "A", { demand });
      expect(asked.lines).toMatchObject([{ quantity: "6", unit: "piece", unitPrice: "100" }]);
      const plan = planRequirements({
        ...{ startDate: "2026-03-02", horizonEnd: "2026-05-30", demands: made.demands },
        items: [{ id: "bike", unit: "piece", decimals: 0, leadTime: 5 }],
      });
      expect(promiseDelivery(plan, asked).outcome).toBe("confirmed");
    }
  });

  test("the id and the kind of delivery may be other ones", () => {
    const asked = requestOfQuote(records, "Q", { id: "again", delivery: "partial" });
    expect([asked.id, asked.delivery]).toEqual(["again", "partial"]);
    expect(asked.record).toEqual({ list: "quotes", id: "Q" });
  });

  test("it stands in the place of what its deal asks of the plan, at whatever step that stands", () => {
    const demand = demandFromCrm(records, policy);
    expect(requestOfQuote(records, "Q", { demand }).inPlaceOf).toEqual([
      '["quote","Q","1"]',
      '["quote","Q","2"]',
    ]);
    const draft = readCrmRecords({
      ...written,
      quotes: [{ ...written.quotes[0], status: "draft" }],
    });
    expect(requestOfQuote(draft, "Q", { demand: demandFromCrm(draft, policy) }).inPlaceOf).toEqual([
      '["opportunity","O","1"]',
    ]);
  });

  test("an order stands in its own place, not in that of the deal's other orders", () => {
    const second = { ...written.orders[0], id: "B", opportunity: "O" };
    const both = readCrmRecords({
      ...written,
      quotes: [],
      orders: [{ ...written.orders[0], opportunity: "O" }, second],
    } as CrmRecordsInput);
    const demand = demandFromCrm(both, policy);
    expect(requestOfOrder(both, "A", { demand }).inPlaceOf).toEqual(['["order","A","1"]']);
  });

  test.each<[string, Partial<CrmRecordsInput>]>([
    [
      "service",
      { serviceNeeds: [{ id: "S", product: "bike", quantity: 1, requestedDate: "2026-03-09" }] },
    ],
    [
      "returns",
      {
        returns: [
          {
            ...{ id: "R", account: "Bell", product: "bike", quantity: 1 },
            expectedDate: "2026-03-09",
            disposition: "restock",
          },
        ],
      },
    ],
    [
      "campaigns",
      {
        campaigns: [
          { ...{ id: "C", product: "bike", quantity: 1 }, from: "2026-03-09", until: "2026-03-10" },
        ],
      },
    ],
  ])("also beside demand of %s, whose records have no lines", (_, lists) => {
    const more = readCrmRecords({ ...written, quotes: [], ...lists } as CrmRecordsInput);
    const demand = demandFromCrm(more, policy);
    expect(demand.account.some(({ record }) => record.line === null)).toBe(true);
    expect(requestOfOrder(more, "A", { demand }).inPlaceOf).toEqual(['["order","A","1"]']);
  });

  test("so the plan is asked as if the deal were not in it", () => {
    const demand = demandFromCrm(
      quoting({}, { requestedDate: "2026-03-20", probability: 1 }),
      policy,
    );
    const plan = planRequirements({
      startDate: "2026-03-02",
      horizonEnd: "2026-04-30",
      items: [{ id: "bike", onHand: 8, leadTime: 30 }],
      demands: demand.demands,
    });
    const read = quoting({}, { requestedDate: "2026-03-20", probability: 1 });
    const [line] = promiseDelivery(plan, requestOfQuote(read, "Q", { demand })).lines;
    expect(line?.schedule[0]?.by).toBe("availableToPromise");
    expect(promiseDelivery(plan, requestOfQuote(read, "Q")).lines[0]?.schedule[0]?.by).toBe(
      "capableToPromise",
    );
  });
});

describe("Promise: customised lines as a request", () => {
  const requestedDate = "2026-03-20";
  const bill = { item: "bike", lines: [{ item: "bell", quantity: 1 }] };

  test("a specification asks for a segment of its own, as its demand does", () => {
    const read = quoting({ specification: "green" }, { requestedDate, probability: 1 });
    const demand = demandFromCrm(read, policy);
    const [row] = demand.demands;
    for (const options of [{}, { demand }]) {
      const [line] = requestOfQuote(read, "Q", options).lines;
      expect([line?.item, line?.segment]).toEqual(["bike", row?.segment]);
    }
  });

  test("options ask for the variant that they choose", () => {
    const read = quoting({ options: { colour: "red" } }, { requestedDate, probability: 1 });
    const demand = demandFromCrm(read, { ...policy, variants: [bill] });
    const [line] = requestOfQuote(read, "Q", { demand }).lines;
    expect([line?.item, line?.segment]).toEqual(['["bike",[["colour","red"]]]', undefined]);
  });

  test("where nothing of the line counts, the variant is that of another line, else a segment", () => {
    const read = quoting({ options: { colour: "red" } }, { requestedDate, probability: 0 });
    const [line] = requestOfQuote(read, "Q", { demand: demandFromCrm(read, policy) }).lines;
    expect([line?.item, line?.segment]).toEqual(["bike", '["quote","Q","1"]']);
  });
});

describe("Promise: records that cannot be asked for", () => {
  test("an unknown quote or order is named", () => {
    for (const ask of [requestOfQuote, requestOfOrder]) {
      expect(issuesOf(() => ask(records, "none"))).toMatchObject([
        { code: "unknownId", id: "none" },
      ]);
    }
  });

  test("a line without a day takes the given one, else that of its demand, else is named", () => {
    const read = quoting(
      {},
      { opportunity: "O" },
      {
        opportunities: [
          {
            ...{ id: "O", account: "Bell", stage: "offer", status: "open", probability: 1 },
            ...{ closeDate: "2026-03-10", lines: [] },
          },
        ],
      },
    );
    const demand = demandFromCrm(read, policy);
    const day = (options: object) => requestOfQuote(read, "Q", options).lines[0]?.requestedDate;
    expect(day({ demand, requestedDate: "2026-05-01" })).toBe("2026-05-01");
    expect(day({ demand })).toBe("2026-03-24");
    expect(issuesOf(() => requestOfQuote(read, "Q"))).toMatchObject([
      { code: "missingField", path: ["records", "quotes", 0, "lines", 0, "requestedDate"] },
    ]);
  });

  test("an order of which all is shipped asks for nothing", () => {
    const [order] = written.orders;
    const read = readCrmRecords({
      ...written,
      orders: [{ ...order, lines: [order.lines[1]] }],
    });
    expect(issuesOf(() => requestOfOrder(read, "A"))).toMatchObject([
      { code: "contradiction", path: ["records", "orders", 0, "lines"] },
    ]);
  });

  test("an order that is closed or cancelled asks for nothing, whatever it says to have shipped", () => {
    const [order] = written.orders;
    const [line] = order.lines;
    const { requestedDate: _, ...undated } = line;
    const { shipped: __, ...silent } = line;
    for (const status of ["closed", "cancelled"] as const) {
      for (const one of [line, silent, undated]) {
        const read = readCrmRecords({ ...written, orders: [{ ...order, status, lines: [one] }] });
        expect(issuesOf(() => requestOfOrder(read, "A"))).toMatchObject([
          {
            ...{ code: "contradiction", path: ["records", "orders", 0, "status"] },
            message: `Nothing of "A" is to come, since it is ${status}: there is nothing to ask for.`,
          },
        ]);
      }
    }
  });

  describe("what the plan holds as promised to the deal", () => {
    const plan = planRequirements({
      ...{ startDate: "2026-03-02", horizonEnd: "2026-05-29" },
      items: [{ id: "bike", onHand: 10, leadTime: 30 }, { id: "bell" }],
      sources: [{ item: "bike", kind: "buy" }],
    });
    const head = { account: "Bell", date: "2026-02-20", requestedDate: "2026-03-20" };
    const line = { id: "1", product: "bike", quantity: 8 };
    const sent = { ...head, opportunity: "O", status: "sent", lines: [line] };
    const first = { ...sent, id: "Q1", version: 1 };
    const next = { ...first, id: "Q2", version: 2 };
    const opportunities = ["O", "P"].map((id) => ({
      ...{ id, account: "Bell", stage: "offer", status: "open" as const, probability: 1 },
      ...{ closeDate: "2026-03-01", lines: [] },
    }));
    const readAll = (lists: object) =>
      readCrmRecords({
        ...{ accounts: [{ id: "Bell" }], products: [{ id: "bike" }], opportunities, ...lists },
      } as CrmRecordsInput);
    const both = readAll({ quotes: [first, next] });
    const accept = (into: Plan, request: PromiseRequest) =>
      acceptPromise(into, promiseDelivery(into, request)).plan;
    const promised = accept(plan, requestOfQuote(both, "Q1", { plan }));

    test("goes when a newer version of the quote is asked for, so that the deal counts once", () => {
      const request = requestOfQuote(both, "Q2", { plan: promised });
      expect(request.inPlaceOf).toEqual(['["Q1","1",0]']);
      const after = accept(promised, request);
      expect([...after.demands].map(({ id, due }) => `${id} on ${due}`)).toEqual([
        '["Q2","1",0] on 2026-03-20',
      ]);
    });

    test("goes when its order is asked for, also for the second time", () => {
      const order = { ...head, id: "A", quote: "Q1", status: "open", lines: [line] };
      const ordered = readAll({ quotes: [first], orders: [order] });
      const request = requestOfOrder(ordered, "A", { plan: promised });
      expect(request.inPlaceOf).toEqual(['["Q1","1",0]']);
      const after = accept(promised, request);
      const again = requestOfOrder(ordered, "A", { id: "again", plan: after });
      expect(again.inPlaceOf).toEqual(['["A","1",0]']);
    });

    test("stays when it is that of another deal, or of another order of the deal", () => {
      const other = readAll({ quotes: [first, { ...first, id: "R", opportunity: "P" }] });
      expect(requestOfQuote(other, "R", { plan: promised }).inPlaceOf).toEqual([]);
      const one = { ...head, id: "A", opportunity: "O", status: "open", lines: [line] };
      const orders = readAll({
        orders: [one, { ...one, id: "B" }],
      });
      const after = accept(plan, requestOfOrder(orders, "A", { plan }));
      expect(requestOfOrder(orders, "B", { plan: after }).inPlaceOf).toEqual([]);
    });

    test("is asked of a plan alone", () => {
      const refused = () => requestOfQuote(both, "Q1", { plan: {} as Plan });
      expect(issuesOf(refused)).toMatchObject([{ code: "invalidType", path: ["plan"] }]);
    });
  });

  describe("a quote whose deal is ordered", () => {
    const [order] = written.orders;
    const [quote] = written.quotes;
    const other = { ...quote, id: "R", version: 2, lines: [] };
    const asking = (quotes: readonly object[], orders: readonly object[]) =>
      issuesOf(() => requestOfQuote(readCrmRecords({ ...written, quotes, orders }), "Q"));

    test("is refused by the order that it became: asked for beside it, the deal would count twice", () => {
      const said = {
        open: "Ask for the order instead.",
        closed: "Nothing of it is to come.",
      };
      for (const [status, advice] of Object.entries(said)) {
        expect(asking([quote], [{ ...order, quote: "Q", status }])).toMatchObject([
          {
            ...{ code: "contradiction", path: ["records", "quotes", 0], orders: ["A"] },
            message: `The deal of quote "Q" is ordered already, by "A". ${advice}`,
          },
        ]);
      }
    });

    test("also where the order is of another version, or of the opportunity", () => {
      for (const link of [{ quote: "R" }, { opportunity: "O" }]) {
        expect(asking([quote, other], [{ ...order, ...link }])).toMatchObject([{ orders: ["A"] }]);
      }
    });

    test("is refused by all its orders that are open", () => {
      const parts = ["A", "B", "C", "D"].map((id) => ({ ...order, id, opportunity: "O" }));
      const ended = [
        { ...parts[2], status: "cancelled" },
        { ...parts[3], status: "closed" },
      ];
      const orders = [...ended, parts[1]!, parts[0]!];
      expect(asking([quote], orders)).toMatchObject([
        {
          orders: ["A", "B"],
          message:
            'The deal of quote "Q" is ordered already, by "A", "B". Ask for the orders instead.',
        },
      ]);
    });

    test("may be asked for again when its orders are cancelled, or are of another deal", () => {
      const cancelled = { ...order, quote: "Q", status: "cancelled" };
      for (const one of [cancelled, order])
        expect(asking([quote], [one])).toMatchObject({ id: "Q" });
    });
  });
});
