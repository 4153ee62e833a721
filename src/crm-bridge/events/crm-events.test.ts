import { describe, expect, test } from "vitest";
import {
  acceptPromise,
  type CrmEvent,
  type CrmRecordsInput,
  type CrmState,
  cancelPromise,
  crmEvents,
  crmEventText,
  type DemandPolicy,
  demandFromCrm,
  type PlanningInput,
  planRequirements,
  promiseDelivery,
  readCrmRecords,
  releaseCredit,
  replan,
  requestOfOrder,
  standardCosts,
} from "../../index.js";

const startDate = "2026-01-05";
const shop: PlanningInput = {
  ...{ startDate, horizonEnd: "2026-03-31", currency: "EUR" },
  items: [{ id: "bike", decimals: 0, onHand: 4, leadTime: 10 }],
  sources: [{ item: "bike", kind: "buy", price: 300 }],
};

const plan = planRequirements(shop);
const asked = {
  ...({ id: "R", delivery: "whole", customer: "Bell" } as const),
  lines: [{ id: "1", item: "bike", quantity: 3, requestedDate: "2026-01-09" }],
} as const;
const accepted = acceptPromise(plan, promiseDelivery(plan, asked));
const promised = { plan: accepted.plan, booked: accepted.booked };

function recordsOf(order: object, line: object = {}, rest: object = {}) {
  return readCrmRecords({
    currency: "EUR",
    accounts: [{ id: "Bell", creditLimit: { amount: 10_000 } }],
    products: [{ id: "bike", decimals: 0 }],
    orders: [
      {
        ...{ id: "A", account: "Bell", status: "open", date: "2026-01-02", ...order },
        lines: [
          {
            ...{ id: "1", product: "bike", quantity: 3, unitPrice: 500 },
            ...{ requestedDate: "2026-01-07", ...line },
          },
        ],
      },
    ],
    ...rest,
  } as CrmRecordsInput);
}

const policy: DemandPolicy = {
  ...{ asOf: startDate, deals: { use: "none" }, needDate: { from: "requested" } },
  ...{ forecast: { prefer: "adjusted" }, pipeline: "linked", contractRest: "none" },
  credit: "promised",
};

function stateOf(
  records: ReturnType<typeof recordsOf>,
  input: Partial<PlanningInput> = {},
): CrmState {
  const { demands } = demandFromCrm(records, policy);
  return { plan: planRequirements({ ...shop, ...input, demands }), records };
}

const typesOf = (events: readonly CrmEvent[]) => events.map(({ type }) => type);

describe("Events between two states", () => {
  test("promiseConfirmed: a promise is there that was not", () => {
    const events = crmEvents({ plan, booked: [] }, promised);
    expect(events).toMatchObject([
      {
        ...{ type: "promiseConfirmed", promised: "2026-01-09", customer: "Bell", record: null },
        subject: '["promise","[\\"R\\",\\"1\\",0]"]',
        key: '["promiseConfirmed","[\\"R\\",\\"1\\",0]","2026-01-09","3"]',
      },
    ]);
    const said = crmEvents(
      stateOf(recordsOf({})),
      stateOf(recordsOf({}, { promisedDate: "2026-01-08" })),
    );
    expect(said).toMatchObject([
      { type: "promiseConfirmed", record: { list: "orders", id: "A", line: "1" } },
    ]);
  });

  test("promiseMoved: it is for another day, or another quantity", () => {
    const [one, other] = [{ promisedDate: "2026-01-08" }, { promisedDate: "2026-01-12" }];
    expect(crmEvents(stateOf(recordsOf({}, one)), stateOf(recordsOf({}, other)))).toMatchObject([
      { type: "promiseMoved", promised: "2026-01-12", days: 4, before: { promised: "2026-01-08" } },
    ]);
    const more = { ...one, quantity: 4 };
    expect(
      crmEvents(stateOf(recordsOf({}, one)), stateOf(recordsOf({}, more))).map(({ key }) => key),
    ).toEqual(['["promiseMoved","[\\"order\\",\\"A\\",\\"1\\"]","2026-01-08","4"]']);
  });

  test("promiseCancelled: it is taken back, not closed or shipped", () => {
    const { plan: without } = cancelPromise(accepted.plan, accepted.booked);
    expect(typesOf(crmEvents(promised, { plan: without, booked: [] }))).toEqual([
      "promiseCancelled",
    ]);
    const line = { promisedDate: "2026-01-08" };
    const open = stateOf(recordsOf({}, line));
    expect(typesOf(crmEvents(open, stateOf(recordsOf({ status: "cancelled" }, line))))).toEqual([
      "promiseCancelled",
    ]);
    expect(typesOf(crmEvents(open, stateOf(recordsOf({ status: "closed" }, line))))).toEqual([
      "orderShipped",
    ]);
  });

  test("what is shipped before the rest of an order is cancelled is told, and not taken back", () => {
    const line = { promisedDate: "2026-01-08" };
    const open = stateOf(recordsOf({}, line));
    const cancelled = (shipped: number) =>
      stateOf(recordsOf({ status: "cancelled" }, { ...line, shipped }));
    const events = crmEvents(open, cancelled(2));
    expect(events.map(crmEventText)).toEqual([
      "A, line 1: 1 of 3, promised for 2026-01-08, are taken back.",
      "A, line 1: 2 of 3 are shipped, part of it.",
    ]);
    expect(typesOf(crmEvents(open, cancelled(3)))).toEqual(["orderShipped"]);
    expect(
      typesOf(crmEvents(stateOf(recordsOf({}, { ...line, shipped: 2 })), cancelled(2))),
    ).toEqual(["promiseCancelled"]);
    expect(crmEvents(cancelled(2), cancelled(2))).toEqual([]);
  });

  describe("a line of which nothing is to come promises nothing", () => {
    const said = (line: object, order: object = {}) =>
      stateOf(recordsOf(order, { promisedDate: "2026-01-08", ...line }));
    const told = (before: CrmState, after: CrmState) =>
      crmEvents(before, after)
        .filter(({ type }) => type.startsWith("promise"))
        .map(crmEventText);

    test("reduced to what is shipped it is taken back, and wanted again promised anew", () => {
      const [four, none] = [said({ quantity: 4 }), said({ quantity: 0 })];
      expect(told(four, none)).toEqual(["A, line 1: 4, promised for 2026-01-08, are taken back."]);
      expect(typesOf(crmEvents(four, none))).toEqual(["promiseCancelled"]);
      expect(told(none, four)).toEqual(["A, line 1: 4 are promised for 2026-01-08."]);
      const most = said({ quantity: 4, shipped: 3 });
      const rest = said({ quantity: 3, shipped: 3 });
      expect(told(most, rest)).toEqual([
        "A, line 1: 1 of 4, promised for 2026-01-08, are taken back.",
      ]);
      expect(told(four, rest)).toEqual(told(most, rest));
      expect(told(rest, most)).toEqual(["A, line 1: 4 are promised for 2026-01-08."]);
    });

    test("nothing is taken back of what was shipped meanwhile", () => {
      const four = said({ quantity: 4 });
      expect(told(four, said({ quantity: 4, shipped: 4, promisedDate: "2026-01-12" }))).toEqual([]);
      expect(told(four, said({ quantity: 4, shipped: 4, promisedDate: undefined }))).toEqual([]);
      expect(told(four, said({ quantity: 2, shipped: 5 }))).toEqual([]);
    });

    test("closed, with or without its day, it is not taken back, and reopened it is promised anew", () => {
      const four = said({ quantity: 4 });
      const later = { quantity: 4, shipped: 1, promisedDate: "2026-01-12" };
      const closed = said(later, { status: "closed" });
      expect(told(four, closed)).toEqual([]);
      expect(told(closed, said(later))).toEqual(["A, line 1: 4 are promised for 2026-01-12."]);
      const silent = said({ ...later, promisedDate: undefined }, { status: "closed" });
      expect(told(four, silent)).toEqual([]);
    });

    test("an order of nothing takes the place of a booked promise, and takes it back", () => {
      const before = { ...promised, records: recordsOf({}, {}, { orders: [] }) };
      const after = { ...said({ quantity: 0 }, { id: "R" }), booked: [] };
      expect(crmEvents(before, after)).toMatchObject([
        {
          ...{ type: "promiseCancelled", promised: "2026-01-09", quantity: { d: [3] } },
          record: { list: "orders", id: "R", line: "1" },
        },
      ]);
    });
  });

  describe("an order takes the place of a promise that was booked for its quote, or for itself", () => {
    const quote = {
      ...{ id: "R", account: "Bell", version: 1, status: "accepted", date: "2026-01-02" },
      lines: [],
    };
    const before = { ...promised, records: recordsOf({ status: "cancelled" }, {}, { orders: [] }) };
    const day = { promisedDate: "2026-01-09" };
    const ordered = (line: object = day, order: object = { quote: "R" }) =>
      ({ ...stateOf(recordsOf(order, line, { quotes: [quote] })), booked: [] }) as const;

    test("for the same day nothing is told, also while the host still holds the booking", () => {
      expect(crmEvents(before, ordered())).toEqual([]);
      expect(crmEvents(before, ordered(day, { id: "R" }))).toEqual([]);
      const still = { ...ordered(), booked: accepted.booked };
      expect(crmEvents(before, still)).toEqual([]);
      expect(crmEvents(still, ordered())).toEqual([]);
    });

    test("for another day, or another quantity, the promise is moved", () => {
      const moved = crmEvents(before, ordered({ promisedDate: "2026-01-12" }));
      expect(moved).toMatchObject([
        { type: "promiseMoved", days: 3, record: { list: "orders", id: "A", line: "1" } },
      ]);
      expect(typesOf(crmEvents(before, ordered({ ...day, quantity: 2 })))).toEqual([
        "promiseMoved",
      ]);
    });

    test("it is at risk when it was not before", () => {
      const late = stateOf(recordsOf({ quote: "R" }, day, { quotes: [quote] }), {
        items: [{ id: "bike", decimals: 0, leadTime: 10 }],
      });
      expect(crmEvents(before, { ...late, booked: [] })).toMatchObject([
        { type: "promiseAtRisk", before: "2026-01-05", available: "2026-01-15" },
      ]);
    });

    test("another order, another product, or one without a day is another promise", () => {
      const both = ["promiseConfirmed", "promiseCancelled"];
      expect(typesOf(crmEvents(before, ordered(day, {})))).toEqual(both);
      expect(typesOf(crmEvents(before, ordered({})))).toEqual(["promiseCancelled"]);
      const bell = { products: [{ id: "bell" }], quotes: [quote] };
      const other = recordsOf({ quote: "R" }, { ...day, product: "bell" }, bell);
      expect(typesOf(crmEvents(before, { plan, booked: [], records: other }))).toEqual([
        ...["promiseConfirmed", "promiseCancelled", "promiseAtRisk"],
      ]);
    });

    test("where only one state has records, the booking is not cancelled either", () => {
      expect(crmEvents(promised, ordered())).toEqual([]);
    });

    test("an order line of another line of the quote is another promise", () => {
      const offered = ["1", "2"].map((id) => ({ id, product: "bike", quantity: 3 }));
      const state = (quoteLine: string) => ({
        plan: accepted.plan,
        booked: [],
        records: recordsOf(
          { quote: "R" },
          { ...day, quoteLine },
          { quotes: [{ ...quote, lines: offered }] },
        ),
      });
      const types = (quoteLine: string) =>
        typesOf(crmEvents(before, state(quoteLine))).filter((type) => type !== "promiseAtRisk");
      expect(types("1")).toEqual([]);
      expect(types("2")).toEqual(["promiseConfirmed", "promiseCancelled"]);
    });

    test("of two parts each goes to the line of its day", () => {
      const parts = acceptPromise(
        plan,
        promiseDelivery(plan, {
          ...{ ...asked, delivery: "partial" },
          lines: [{ ...asked.lines[0], quantity: 6 }],
        }),
      );
      const days = parts.booked.map(({ date }) => date);
      const line = (id: string, quantity: number, promisedDate: string) => ({
        ...{ id, product: "bike", quantity, requestedDate: "2026-01-09", promisedDate },
      });
      const state = (lines: readonly object[]) => ({
        plan: parts.plan,
        booked: [],
        records: recordsOf(
          { quote: "R", lines },
          {},
          {
            quotes: [quote],
            orders: [
              {
                ...{ id: "A", account: "Bell", status: "open", date: "2026-01-02", quote: "R" },
                lines,
              },
            ],
          },
        ),
      });
      const given = { plan: parts.plan, booked: parts.booked, records: before.records };
      const turned = [line("1", 2, days[1]!), line("2", 4, days[0]!)];
      const told = typesOf(crmEvents(given, state(turned)));
      expect(told.filter((type) => type !== "promiseAtRisk")).toEqual([]);
    });
  });

  test("promiseAtRisk and promiseRecovered: it is late, with the cause, and in time again", () => {
    const late = {
      ...promised,
      plan: replan(accepted.plan, { items: { change: [{ id: "bike", onHand: 0 }] } }),
    };
    const [risk, ...more] = crmEvents(promised, late);
    expect(more).toEqual([]);
    expect(risk).toMatchObject({
      ...{ type: "promiseAtRisk", available: "2026-01-15", daysLate: 6, before: "2026-01-05" },
      key: '["promiseAtRisk","[\\"R\\",\\"1\\",0]","2026-01-09","late","2026-01-15"]',
      cause: { limit: { item: "bike", because: { kind: "leadTime" } } },
    });
    expect(crmEvents(late, promised)).toMatchObject([
      { type: "promiseRecovered", available: "2026-01-05", before: "2026-01-15" },
    ]);
    const later = {
      ...late,
      plan: replan(late.plan, { items: { change: [{ id: "bike", leadTime: 12 }] } }),
    };
    expect(crmEvents(late, later)).toMatchObject([
      { type: "promiseAtRisk", available: "2026-01-17", before: "2026-01-15" },
    ]);
  });

  test("a promise that the plan does not have is at risk, one beyond its horizon is not", () => {
    const without = { ...promised, plan };
    expect(crmEvents(promised, without)).toMatchObject([
      { type: "promiseAtRisk", available: null, daysLate: null, cause: null },
    ]);
    const short = replan(accepted.plan, { horizonEnd: "2026-01-08" });
    expect(crmEvents(promised, { ...promised, plan: short })).toEqual([]);
  });

  test("orderShipped: more is shipped than before", () => {
    const before = stateOf(recordsOf({}, { shipped: 1 }));
    expect(crmEvents(before, stateOf(recordsOf({}, { shipped: 3 })))).toMatchObject([
      {
        ...{ type: "orderShipped", isComplete: true, key: '["orderShipped","orders","A","1","3"]' },
        record: { list: "orders", id: "A", line: "1" },
      },
    ]);
    expect(crmEvents(before, stateOf(recordsOf({}, { shipped: 0 })))).toEqual([]);
  });

  test("orderShipped: a closed order has shipped all of what its line does not say", () => {
    const [before, said] = [stateOf(recordsOf({}, { shipped: 1 })), { shipped: 2 }];
    const closed = stateOf(recordsOf({ status: "closed" }));
    expect(crmEvents(before, closed)).toMatchObject([
      { type: "orderShipped", isComplete: true, shipped: { d: [3] }, before: { d: [1] } },
    ]);
    expect(crmEvents(before, stateOf(recordsOf({ status: "closed" }, said)))).toMatchObject([
      { type: "orderShipped", isComplete: false, shipped: { d: [2] } },
    ]);
    expect(crmEvents(closed, stateOf(recordsOf({ status: "closed" }, { shipped: 3 })))).toEqual([]);
  });

  const quote = {
    ...{ id: "Q", account: "Bell", version: 2, status: "sent", date: "2026-01-02" },
    validUntil: "2026-01-09",
    lines: [
      {
        ...{ id: "1", product: "bike", quantity: 6, requestedDate: "2026-02-20" },
        ...{ unitPrice: 500, unitCost: 300, leadTimeDays: 10 },
      },
    ],
  };
  const priced = (price: number) => ({
    ...{ orders: [], quotes: [quote] },
    products: [{ id: "bike", decimals: 0, priceLists: ["list"] }],
    priceLists: [{ id: "list", prices: [{ product: "bike", price }] }],
  });
  const quoted = recordsOf({}, {}, priced(500));
  const costs = standardCosts(plan);
  const now = { plan, records: quoted, costs };

  test("quoteCostChanged and quotePriceChanged: what it was made on is another figure", () => {
    const dearer = planRequirements({
      ...shop,
      sources: [{ item: "bike", kind: "buy", price: 320 }],
    });
    const after = {
      ...{ plan: dearer, costs: standardCosts(dearer) },
      records: recordsOf({}, {}, priced(520)),
    };
    const events = crmEvents(now, after);
    expect(typesOf(events)).toEqual(["quoteCostChanged", "quotePriceChanged"]);
    expect(events.map(({ key }) => key)).toEqual([
      '["quoteCostChanged","Q",2,"1","EUR","320"]',
      '["quotePriceChanged","Q",2,"1","EUR","520"]',
    ]);
    expect(events[0]).toMatchObject({
      before: { d: [300] },
      now: { d: [320] },
      quoted: { d: [300] },
    });
  });

  test("the order of the lines of records is no news", () => {
    const base = { account: "Bell", date: "2026-01-02" };
    const lines = [
      { id: "1", product: "bike", quantity: 1, requestedDate: "2026-01-09" },
      { id: "2", product: "bike", quantity: 1, requestedDate: "2026-01-09" },
    ];
    const ordered = [
      { ...lines[0], quantity: 1, promisedDate: "2026-01-12" },
      { ...lines[1], quantity: 2, promisedDate: "2026-01-13" },
    ];
    const stateWith = (turn: <Row>(rows: readonly Row[]) => readonly Row[]): CrmState => {
      const order = { ...base, id: "R", status: "open", lines: turn(ordered) };
      const quote = { ...base, id: "Q", version: 1, status: "sent", lines: turn(lines) };
      const records = recordsOf({}, {}, { orders: [order], quotes: [quote] });
      return { ...promised, records };
    };
    const asWritten = stateWith((rows) => rows);
    const reversed = stateWith((rows) => rows.toReversed());
    expect(crmEvents(asWritten, reversed)).toEqual([]);
    const booked = { ...promised, records: recordsOf({}, {}, { orders: [] }) };
    const ofBooked = crmEvents(booked, asWritten);
    expect(typesOf(ofBooked)).toContain("promiseMoved");
    expect(crmEvents(booked, reversed)).toEqual(ofBooked);
  });

  test("quoteLeadTimeChanged: it takes longer, or comes sooner, when it is ordered now", () => {
    const slower = replan(plan, { items: { change: [{ id: "bike", leadTime: 21 }] } });
    expect(crmEvents(now, { ...now, plan: slower })).toMatchObject([
      {
        ...{ type: "quoteLeadTimeChanged", quoted: 10, before: 10, now: 21 },
        key: '["quoteLeadTimeChanged","Q",2,"1",21]',
      },
    ]);
  });

  test("that nothing can be promised to its customer any more comes with why", () => {
    const held = { ...now, promise: { holds: [{ account: "Bell" }] } };
    const [event, ...more] = crmEvents(now, held);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ type: "quoteLeadTimeChanged", now: null, because: "hold" });
    expect(event && crmEventText(event)).toBe(
      "There is no lead time of bike in the quote Q, line 1: its customer is on hold. Before it was 10 days. It was quoted with 10 days.",
    );
  });

  test("that a day goes by is no news of a quote", () => {
    const next = { ...now, asOf: "2026-01-06" };
    expect(crmEvents(now, next)).toEqual([]);
    expect(crmEvents(next, { ...now, asOf: "2026-01-09" })).toEqual([]);
  });

  test("quoteExpired: it binds no more, told once whatever its lines", () => {
    const later = { ...now, asOf: "2026-01-10" };
    expect(crmEvents({ ...now, asOf: "2026-01-09" }, later)).toMatchObject([
      { type: "quoteExpired", key: '["quoteExpired","Q",2,"2026-01-09"]', customer: "Bell" },
    ]);
    expect(crmEvents(later, { ...now, asOf: "2026-01-11" })).toEqual([]);
  });

  test("creditHold and creditReleased: what credit covers no more, and again", () => {
    const [small, large] = [stateOf(recordsOf({})), stateOf(recordsOf({}, { unitPrice: 4000 }))];
    expect(crmEvents(small, large)).toMatchObject([
      { type: "creditHold", key: '["creditHold","Bell","A","12000","10000"]', because: null },
    ]);
    expect(crmEvents(large, small)).toMatchObject([
      { type: "creditReleased", key: '["creditReleased","Bell","A","covered"]' },
    ]);
    const { records } = releaseCredit(large.records!, { order: "A", asOf: startDate });
    expect(crmEvents(large, { ...large, records })).toMatchObject([
      { type: "creditReleased", because: "released" },
    ]);
    const cancelled = recordsOf({ status: "cancelled" });
    expect(crmEvents(large, { ...large, records: cancelled })).toEqual([]);
  });

  test("of a hold that a host has kept nothing is handed on but what a hold says", () => {
    const hold = {
      ...{ account: "Bell", order: "A", currency: null },
      ...{ limit: "1000", value: "1500", exposure: "1500" },
    };
    const kept = (more: object): CrmState => ({ plan, holds: [{ ...hold, ...more } as never] });
    const [event] = crmEvents({ plan, holds: [] }, kept({ "": [0n], note: "by phone" }));
    expect(JSON.parse(JSON.stringify(event))).toMatchObject({ type: "creditHold", hold });
    expect(event && "hold" in event && Object.keys(event.hold)).toEqual(Object.keys(hold));
    expect(() => crmEvents({ plan }, kept({ currency: 3 }))).toThrow("currency");
  });

  test("an order that is asked for again has moved to its new day, once, before its line says so", () => {
    const late = recordsOf({}, { quantity: 6, promisedDate: "2026-01-07" });
    const demand = demandFromCrm(late, policy);
    const before = planRequirements({ ...shop, demands: demand.demands });
    const request = requestOfOrder(late, "A", { demand });
    const { plan: next, booked } = acceptPromise(before, promiseDelivery(before, request));
    const asPromised = { plan: next, records: late, booked };
    const news = crmEvents({ plan: before, records: late, booked: [] }, asPromised);
    expect(typesOf(news)).toEqual(["promiseMoved", "promiseRecovered"]);
    expect(news[0]).toMatchObject({ promised: "2026-01-15", record: { list: "orders", id: "A" } });
    const written = stateOf(recordsOf({}, { quantity: 6, promisedDate: "2026-01-15" }));
    expect(crmEvents(asPromised, { ...written, booked: [] })).toEqual([]);
    expect(crmEvents(asPromised, { ...written, booked })).toEqual([]);
  });

  test("what is left of an order that is shipped in part is no other quantity when its line says the day", () => {
    const records = recordsOf({}, { shipped: 1 });
    const demand = demandFromCrm(records, policy);
    const before = planRequirements({ ...shop, demands: demand.demands });
    const request = requestOfOrder(records, "A", { demand });
    const { plan: next, booked } = acceptPromise(before, promiseDelivery(before, request));
    expect(booked.map(({ quantity, date }) => `${quantity} ${date}`)).toEqual(["2 2026-01-07"]);
    const written = stateOf(recordsOf({}, { shipped: 1, promisedDate: "2026-01-07" }));
    expect(crmEvents({ plan: next, records, booked }, { ...written, booked: [] })).toEqual([]);
  });

  test("of what one of the states leaves out nothing is told", () => {
    expect(crmEvents({ plan }, promised)).toEqual([]);
    expect(
      crmEvents({ plan }, { plan, records: recordsOf({}, { promisedDate: "2026-01-08" }) }),
    ).toEqual([]);
  });

  test("a later event about the same subject takes the place of one before", () => {
    const late = {
      ...promised,
      plan: replan(accepted.plan, { items: { change: [{ id: "bike", onHand: 0 }] } }),
    };
    const told = [
      ...crmEvents(promised, late),
      ...crmEvents(late, promised),
      ...crmEvents(promised, late),
    ];
    expect(new Set(told.map(({ subject }) => subject)).size).toBe(1);
    expect(new Set(told.map(({ key }) => key)).size).toBe(2);
  });

  test("each has words, made of its figures", () => {
    const line = { promisedDate: "2026-01-08" };
    const late = stateOf(recordsOf({}, { ...line, promisedDate: "2026-01-06", quantity: 5 }));
    const dear = stateOf(recordsOf({}, { ...line, unitPrice: 4000 }));
    const first = stateOf(recordsOf({}, line));
    const slower = replan(plan, { items: { change: [{ id: "bike", leadTime: 11 }] } });
    const priciest = standardCosts({ ...shop, items: [{ id: "bike", unitCost: 301 }] });
    const quotedOnce = recordsOf({}, {}, priced(500));
    const told = [
      ...crmEvents({ plan, booked: [] }, promised),
      ...crmEvents(first, late),
      ...crmEvents(late, first),
      ...crmEvents(promised, { plan, booked: [] }),
      ...crmEvents(first, stateOf(recordsOf({}, { ...line, shipped: 1 }))),
      ...crmEvents(now, { plan: slower, records: recordsOf({}, {}, priced(510)), costs: priciest }),
      ...crmEvents(
        { plan, records: quotedOnce },
        { plan, records: quotedOnce, asOf: "2026-01-10" },
      ),
      ...crmEvents(first, dear),
      ...crmEvents(dear, first),
    ];
    expect(told.map(crmEventText)).toEqual([
      '["R","1",0]: 3 are promised for 2026-01-09.',
      "A, line 1, is promised anew: 5 for 2026-01-06, not 3 for 2026-01-08.",
      "A, line 1, promised for 2026-01-06, is there on 2026-01-15, 9 days late. It waits for an order of bike at main, there on 2026-01-15: its lead time from the planning start.",
      "A, line 1, is promised anew: 3 for 2026-01-08, not 5 for 2026-01-06.",
      "A, line 1, promised for 2026-01-08, is there in time again, on 2026-01-05.",
      '["R","1",0]: 3, promised for 2026-01-09, are taken back.',
      "A, line 1: 1 of 3 are shipped, part of it.",
      "The cost of bike in the quote Q, line 1, is 301 EUR, before 300 EUR. It was quoted on 300 EUR.",
      "The price by list of bike in the quote Q, line 1, is 510 EUR, before 500 EUR. It was quoted on 500 EUR.",
      "The lead time of bike in the quote Q, line 1, is 11 days, before 10 days. It was quoted with 10 days.",
      "The quote Q (version 2) binds no more.",
      "The order A is on credit hold: Bell would owe 12000, with a limit of 10000.",
      "The order A is on credit hold no more: the credit covers it.",
    ]);
  });

  test("what is no state is refused", () => {
    expect(() => crmEvents(promised, { ...promised, asOf: "soon" })).toThrow("after.asOf");
    expect(() => crmEvents({} as CrmState, promised)).toThrow("no plan");
  });
});
