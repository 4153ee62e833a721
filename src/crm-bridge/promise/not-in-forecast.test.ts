import {
  acceptPromise,
  type CrmRecordsInput,
  Decimal,
  type DemandPolicy,
  demandFromCrm,
  type Plan,
  planRequirements,
  promiseDelivery,
  readCrmRecords,
  replan,
  requestOfOrder,
  requestOfQuote,
} from "orlicky";
import { describe, expect, test } from "vitest";

const policy: DemandPolicy = {
  asOf: "2026-03-02",
  deals: { use: "expected" },
  needDate: { from: "requestedOrClose", days: 14 },
  forecast: { prefer: "adjusted" },
  pipeline: "linked",
  contractRest: "none",
  credit: "promised",
};

describe("Forecast that a deal has taken already", () => {
  const products = [{ id: "p", decimals: 0 }];
  const forecasts = [
    {
      ...{ id: "April", product: "p", from: "2026-04-01", until: "2026-04-30", quantity: 100 },
      ...{ version: 1, status: "submitted" },
    },
  ];
  const orderOf = (line: object, head: object = {}) => ({
    ...{ id: "r", account: "Bell", date: "2026-03-02", status: "open", ...head },
    lines: [{ id: "1", product: "p", quantity: 40, requestedDate: "2026-04-10", ...line }],
  });
  const quote = {
    ...{ id: "q", account: "Bell", version: 1, status: "sent", date: "2026-02-20" },
    ...{ probability: 0.5, requestedDate: "2026-04-10" },
    lines: [{ id: "1", product: "p", quantity: 40 }],
  };

  /** All that is ordered before and after the promise of a record is accepted. */
  function ordered(lists: object, list: "orders" | "quotes", id: string): [string, string] {
    const read = readCrmRecords({
      ...{ accounts: [{ id: "Bell" }], products, forecasts },
      ...lists,
    } as CrmRecordsInput);
    const demand = demandFromCrm(read, policy);
    const plan = planRequirements({
      startDate: "2026-03-02",
      horizonEnd: "2026-06-30",
      items: [{ id: "p", decimals: 0, leadTime: 3 }],
      demands: demand.demands,
    });
    const ask = list === "orders" ? requestOfOrder : requestOfQuote;
    const request = ask(read, id, { demand });
    const { plan: after, changes } = acceptPromise(plan, promiseDelivery(plan, request));
    const again = JSON.parse(JSON.stringify(promiseDelivery(plan, request)));
    expect(totalOf(acceptPromise(plan, again).plan)).toBe(totalOf(after));
    expect(totalOf(replan(plan, changes))).toBe(totalOf(after));
    return [totalOf(plan), totalOf(after)];
  }

  const totalOf = (plan: Plan): string =>
    `${[...plan.orders].reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(0))}`;

  test.each([
    ["that names it", { orders: [orderOf({}, { forecast: "April" })] }, ["100", "100"]],
    ["beside it", { orders: [orderOf({})] }, ["100", "100"]],
    ["beside it, shipped in part", { orders: [orderOf({ shipped: 10 })] }, ["90", "90"]],
    [
      "that names it, shipped in part",
      { orders: [orderOf({ shipped: 10 }, { forecast: "April" })] },
      ["90", "90"],
    ],
  ])("is not taken again by an order %s", (_, lists, totals) => {
    expect(ordered(lists, "orders", "r")).toEqual(totals);
  });

  test("is not taken again by a quote; what it orders beyond what was expected consumes", () => {
    expect(ordered({ quotes: [{ ...quote, forecast: "April" }] }, "quotes", "q")).toEqual([
      "100",
      "100",
    ]);
    expect(ordered({ quotes: [quote] }, "quotes", "q")).toEqual(["120", "100"]);
  });

  test.each([
    ["none", "2026-05-08", ["March 50, April 80", "March 50, April 80", "March 50, April 60"]],
    ["another", "2026-03-20", ["March 50, April 80", "March 30, April 80", "March 50, April 60"]],
    ["the same", "2026-04-10", ["March 50, April 80", "March 50, April 60", "March 50, April 60"]],
  ])(
    "what is promised beyond it takes from the forecast of its day, which is %s, until there is an order",
    (_, requestedDate, states) => {
      const [april] = forecasts;
      const march = { id: "March", from: "2026-03-02", until: "2026-03-31", quantity: 50 };
      const records = {
        ...{ accounts: [{ id: "Bell" }], products, forecasts: [{ ...april, ...march }, april] },
        quotes: [{ ...quote, forecast: "April", requestedDate }],
      };
      const planOf = (lists: object) => {
        const read = readCrmRecords(lists as CrmRecordsInput);
        const demand = demandFromCrm(read, policy);
        const plan = planRequirements({
          ...{ startDate: "2026-03-02", horizonEnd: "2026-06-30" },
          items: [{ id: "p", decimals: 0, leadTime: 3 }],
          demands: demand.demands,
        });
        return { read, demand, plan };
      };
      const leftOf = ({ demands }: Plan) =>
        ["March", "April"]
          .map((name) => {
            const id = JSON.stringify(["forecast", name]);
            return `${name} ${[...demands].find((row) => row.id === id)?.quantity}`;
          })
          .join(", ");
      const { read, demand, plan } = planOf(records);
      const promise = promiseDelivery(plan, requestOfQuote(read, "q", { demand }));
      const order = orderOf({ requestedDate }, { quote: "q" });
      expect([
        leftOf(plan),
        leftOf(acceptPromise(plan, promise).plan),
        leftOf(planOf({ ...records, orders: [order] }).plan),
      ]).toEqual(states);
    },
  );
});
