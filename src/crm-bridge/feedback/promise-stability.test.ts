import { describe, expect, test } from "vitest";
import {
  acceptPromise,
  type BookedPromise,
  Decimal,
  type PlanningInput,
  planRequirements,
  promiseDelivery,
  promiseStability,
  readCrmRecords,
} from "../../index.js";

const input: PlanningInput = {
  ...{ startDate: "2026-01-05", horizonEnd: "2026-02-27" },
  items: [{ id: "bike", decimals: 0, leadTime: 10 }],
};
const bookedOn = (demand: string, date: string): BookedPromise => ({
  ...{ demand, date, request: "R", record: null, line: "1", item: "bike" },
  ...{ site: "main", segment: null },
  ...{ quantity: new Decimal(2), requestedDate: date, customer: null, customerClass: null },
  priority: null,
});
const promised = [
  ["a", "2026-01-07"],
  ["b", "2026-01-08"],
  ["c", "2026-01-09"],
  ["d", "2026-01-12"],
] as const;
const demandsOf = (ids: string) =>
  promised
    .filter(([id]) => ids.includes(id))
    .map(([id, due]) => ({ id, item: "bike", quantity: 2, due }));
const planOf = (onHand: number, ids: string) =>
  planRequirements({ ...input, items: [{ ...input.items![0]!, onHand }], demands: demandsOf(ids) });
const booked = promised.map(([id, date]) => bookedOn(id, date));

describe("The stability of promises", () => {
  test("each is kept, broken, recovered, still late, gone or new", () => {
    const { promises, counts, stability } = promiseStability(
      planOf(4, "abc"),
      planOf(2, "abd"),
      booked,
    );
    expect(promises.map(({ demand, state }) => `${demand} ${state}`)).toEqual([
      ...["a kept", "b broken", "c gone", "d new"],
    ]);
    expect(counts).toEqual({ kept: 1, broken: 1, recovered: 0, stillLate: 0, gone: 1, new: 1 });
    expect(`${stability}`).toBe("0.5");
  });

  test("the way back is a recovery", () => {
    const { promises } = promiseStability(planOf(2, "abcd"), planOf(4, "abcd"), booked);
    expect(promises.map(({ state }) => state)).toEqual([
      ...["kept", "recovered", "stillLate", "stillLate"],
    ]);
    expect(promises[1]?.daysLate).toEqual({ before: 7, after: 0 });
  });

  test("an order that has taken the place of a booked promise is the same one", () => {
    const shop = planOf(4, "");
    const lines = [{ id: "1", item: "bike", quantity: 4, requestedDate: "2026-01-09" }];
    const promise = promiseDelivery(shop, { id: "Q", delivery: "whole", lines });
    const { plan: before, booked: ours } = acceptPromise(shop, promise);
    const records = readCrmRecords({
      accounts: [{ id: "Bell" }],
      products: [{ id: "bike", decimals: 0 }],
      quotes: [
        {
          ...{ id: "Q", account: "Bell", version: 1, status: "accepted", date: "2026-01-02" },
          lines: [],
        },
      ],
      orders: [
        {
          ...{ id: "A", account: "Bell", quote: "Q", status: "open", date: "2026-01-02" },
          requestedDate: "2026-01-09",
          lines: [
            { id: "1", product: "bike", quantity: 4, promisedDate: "2026-01-09" },
            { id: "2", product: "bike", quantity: 1 },
          ],
        },
      ],
    });
    const ordered = (onHand: number) =>
      planRequirements({
        ...{ ...input, items: [{ ...input.items![0]!, onHand }] },
        demands: [{ id: '["order","A","1"]', item: "bike", quantity: 4, due: "2026-01-09" }],
      });
    const states = (onHand: number) =>
      promiseStability(before, ordered(onHand), records).promises.map(
        ({ demand, state }) => `${demand} ${state}`,
      );
    expect(states(4)).toEqual(['["order","A","1"] kept']);
    expect(states(3)).toEqual(['["order","A","1"] broken']);
    expect(promiseStability(ordered(4), before, records).counts.kept).toBe(1);
    // Only records know of which quote an order is.
    expect(promiseStability(before, ordered(4), ours).counts.gone).toBe(1);
  });

  test("a plan against itself keeps all that is in time, and without promises nothing is said", () => {
    const plan = planOf(4, "abcd");
    expect(`${promiseStability(plan, plan, booked).stability}`).toBe("1");
    expect(promiseStability(plan, plan, []).stability).toBe(null);
  });
});
