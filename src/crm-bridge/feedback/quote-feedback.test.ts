import { describe, expect, test } from "vitest";
import {
  type CrmRecordsInput,
  demandFromCrm,
  type PlanningInput,
  type PromiseOptions,
  planRequirements,
  quoteFeedback,
  readCrmRecords,
  standardCosts,
} from "../../index.js";

const shop: PlanningInput = {
  ...{ startDate: "2026-01-05", horizonEnd: "2026-03-31", currency: "EUR" },
  items: [
    { id: "bike", decimals: 0, onHand: 2, leadTime: 1, units: [{ unit: "pair", contains: 2 }] },
    { id: "wheel", decimals: 0, leadTime: 10 },
  ],
  sources: [{ item: "wheel", kind: "buy", price: 40 }],
  boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
};

function recordsOf(quote: object, line: object = {}, rest: object = {}) {
  return readCrmRecords({
    currency: "EUR",
    rates: [
      { from: "USD", to: "EUR", rate: "0.8" },
      { from: "GBP", to: "EUR", rate: "1.1" },
      { from: "EUR", to: "USD", rate: "1.2", date: "2026-01-01" },
      { from: "EUR", to: "USD", rate: "1.3", date: "2026-01-20" },
    ],
    accounts: [{ id: "Bell" }],
    products: [{ id: "Bicycle", item: "bike", decimals: 0, priceLists: ["old", "new"] }],
    priceLists: [
      { id: "old", validTo: "2026-01-01", prices: [{ product: "Bicycle", price: 150 }] },
      {
        ...{ id: "new", validFrom: "2026-01-01" },
        prices: [
          { product: "Bicycle", price: 200 },
          { product: "Bicycle", from: 10, price: 180 },
        ],
      },
    ],
    quotes: [
      {
        ...{ id: "Q", account: "Bell", version: 1, status: "sent", date: "2025-12-15" },
        ...{ validUntil: "2026-01-31", ...quote },
        lines: [line].flat().map((one) => ({ id: "1", product: "Bicycle", quantity: 4, ...one })),
      },
    ],
    ...rest,
  } as CrmRecordsInput);
}

const plan = planRequirements(shop);
const costs = standardCosts(plan);

describe("Feedback to quotes", () => {
  test("the day that could be promised now, against the day of the quote", () => {
    const records = recordsOf(
      { requestedDate: "2026-01-08" },
      { promisedDate: "2026-01-09", leadTimeDays: 9 },
    );
    const [line] = quoteFeedback(plan, records);
    expect(line?.date).toEqual({ quoted: "2026-01-09", now: "2026-01-16", days: 7, because: null });
    expect(line?.leadTime).toEqual({ quoted: 9, now: 11, change: 2, because: null });
  });

  test("asked after the planning start, nothing of it begins before that day", () => {
    const records = recordsOf({ requestedDate: "2026-01-08" });
    for (const [asOf, date] of [
      ["2026-01-05", "2026-01-16"],
      ["2026-01-10", "2026-01-21"],
      ["2026-01-20", "2026-01-31"],
    ]) {
      const [line] = quoteFeedback(plan, records, { asOf });
      expect([line?.leadTime.now, line?.date.now]).toEqual([11, date]);
    }
  });

  test("asked after the end of the horizon no day is known", () => {
    const [line] = quoteFeedback(plan, recordsOf({ validUntil: "2026-12-31" }), {
      asOf: "2026-04-01",
    });
    expect([line?.leadTime.now, line?.date.now]).toEqual([null, null]);
    expect(line?.missing).toEqual(["nothing is promised after 2026-03-31"]);
  });

  test("where nothing can be promised now it says why", () => {
    const records = recordsOf({ requestedDate: "2026-01-08" });
    const whyOf = (promise: PromiseOptions) => {
      const [{ date, leadTime, missing } = {} as never] = quoteFeedback(plan, records, { promise });
      expect([date.now, leadTime.now, missing]).toEqual([null, null, []]);
      return [date.because, leadTime.because];
    };
    expect(whyOf({ holds: [{ account: "Bell" }] })).toEqual(["hold", "hold"]);
    expect(whyOf({ quotas: { unlisted: "refuse", rows: [] } })).toEqual(["quota", "quota"]);
    expect(whyOf({ latestDate: "2026-01-15" })).toEqual(["horizon", "horizon"]);
    const [line] = quoteFeedback(plan, records);
    expect([line?.date.because, line?.leadTime.because]).toEqual([null, null]);
  });

  test("lines share what there is by the day wanted, then id, whatever the order of rows", () => {
    const lines = [
      { id: "1", quantity: 2, requestedDate: "2026-01-09" },
      { id: "2", quantity: 2, requestedDate: "2026-01-08" },
      { id: "3", quantity: 2, requestedDate: "2026-01-08" },
    ];
    for (const rows of [lines, lines.toReversed()]) {
      const told = quoteFeedback(plan, recordsOf({}, rows));
      expect(told.map(({ line, leadTime }) => `${line}: ${leadTime.now}`)).toEqual([
        ...["1: 11", "2: 0", "3: 11"],
      ]);
    }
  });

  test("what the deal asks of the plan already does not stand in its own way", () => {
    const records = recordsOf({ requestedDate: "2026-01-08", probability: 1 }, { quantity: 2 });
    const { demands } = demandFromCrm(records, {
      ...{ asOf: "2026-01-05", deals: { use: "expected" }, needDate: { from: "requested" } },
      ...{ forecast: { prefer: "adjusted" }, pipeline: "linked", contractRest: "none" },
      credit: "promised",
    });
    expect(demands.map(({ id }) => id)).toEqual(['["quote","Q","1"]']);
    const [line] = quoteFeedback(planRequirements({ ...shop, demands }), records);
    expect(line?.date.now).toBe("2026-01-08");
    expect(line?.leadTime.now).toBe(0);
  });

  test("the cost now, in the unit of the line and the currency of the quote", () => {
    const records = recordsOf({ currency: "USD" }, { unit: "pair", unitCost: 190 });
    const [line] = quoteFeedback(plan, records, { costs });
    const { cost } = line!;
    // 2 bikes of 2 wheels at 40 EUR, × 1.2.
    expect([cost.currency, `${cost.quoted}`, `${cost.now}`, `${cost.change}`]).toEqual([
      ...["USD", "190", "192", "2"],
    ]);
  });

  test("the price now is that of the first list that is valid, for so much", () => {
    const priceOf = (quantity: number, asOf?: string) => {
      const records = recordsOf({}, { quantity, unitPrice: 150 });
      const [line] = quoteFeedback(plan, records, { asOf });
      return `${line?.price.now} (${line?.price.change})`;
    };
    expect(priceOf(4)).toBe("200 (50)");
    expect(priceOf(10)).toBe("180 (30)");
    expect(priceOf(4, "2025-12-31")).toBe("150 (0)");
  });

  test("whether it still binds", () => {
    const stateOf = (quote: object) => quoteFeedback(plan, recordsOf(quote))[0]?.state;
    expect(stateOf({})).toBe("valid");
    expect(stateOf({ validUntil: "2026-01-04" })).toBe("expired");
    expect(stateOf({ validUntil: "2026-01-05" })).toBe("valid");
    expect(stateOf({ status: "draft" })).toBe("draft");
    expect(stateOf({ status: "accepted" })).toBe("accepted");
    expect(stateOf({ status: "rejected" })).toBe(undefined);
  });

  test("a quote that is ordered, or has a later version, is looked at no more", () => {
    const order = {
      ...{ id: "O", account: "Bell", quote: "Q", status: "open", date: "2026-01-05" },
      lines: [{ id: "1", product: "Bicycle", quantity: 4, requestedDate: "2026-01-20" }],
    };
    expect(quoteFeedback(plan, recordsOf({}, {}, { orders: [order] }))).toEqual([]);
  });

  test("what is missing is named, and no figure stands in its place", () => {
    const [line] = quoteFeedback(plan, recordsOf({ currency: "GBP" }, { unitPrice: 1 }), { costs });
    expect([line?.price.now, line?.price.change]).toEqual([null, null]);
    expect(line?.price.missing[0]).toContain('"GBP"');
    expect(line?.cost.missing[0]).toContain('"GBP"');
    const [bare] = quoteFeedback(planRequirements({ startDate: "2026-01-05" }), recordsOf({}));
    expect(bare?.missing).toEqual(['the plan has no item "bike"']);
    expect([bare?.date.now, bare?.leadTime.now, bare?.cost.missing]).toEqual([
      ...[null, null, ["no costs were given"]],
    ]);
  });
});
