import { expect, test } from "vitest";
import {
  acceptPromise,
  crmEvents,
  demandFromCrm,
  planRequirements,
  promiseDelivery,
  quoteFeedback,
  readCrmRecords,
  requestOfQuote,
} from "../../index.js";

test("what is promised to a quote does not stand in its own way (K70)", () => {
  const records = readCrmRecords({
    accounts: [{ id: "B" }],
    products: [{ id: "bell", decimals: 0 }],
    quotes: [
      {
        ...{ id: "Q", account: "B", version: 1, status: "sent", date: "2026-03-02" },
        ...{ requestedDate: "2026-03-20", probability: 1 },
        lines: [{ id: "1", product: "bell", quantity: 8 }],
      },
    ],
  });
  const demand = demandFromCrm(records, {
    ...{ asOf: "2026-03-02", deals: { use: "expected" }, needDate: { from: "requested" } },
    ...{ forecast: { prefer: "adjusted" }, pipeline: "linked", contractRest: "none" },
    credit: "promised",
  });
  const plan = planRequirements({
    ...{ startDate: "2026-03-02", horizonEnd: "2026-05-30" },
    items: [{ id: "bell", onHand: 8, leadTime: 30 }],
    demands: demand.demands,
  });
  const promise = promiseDelivery(plan, requestOfQuote(records, "Q", { demand }));
  const { plan: next, booked } = acceptPromise(plan, promise);
  const now = quoteFeedback(next, records).map(({ date, leadTime }) => [date.now, leadTime.now]);
  expect(now).toEqual([["2026-03-20", 0]]);
  const events = crmEvents({ plan, records, booked: [] }, { plan: next, records, booked });
  expect(events.map(({ type }) => type)).toEqual(["promiseConfirmed"]);
});
