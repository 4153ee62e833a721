import {
  acceptPromise,
  type DeliveryPromise,
  type Plan,
  type PromiseRequest,
  planRequirements,
  promiseDeliveries,
  promiseDelivery,
  replan,
} from "orlicky";
import { describe, expect, test } from "vitest";

const deal = (id: string, quantity: number) =>
  ({ id, item: "a", quantity, due: "2026-01-07", kind: "forecast", consumption: 0 }) as const;

/** Ten in stock; eight of a deal that asks, two of another. */
const plan = planRequirements({
  startDate: "2026-01-05",
  horizonEnd: "2026-02-27",
  items: [{ id: "a", onHand: 10, leadTime: 10 }],
  sources: [{ item: "a", kind: "buy" }],
  demands: [deal("deal", 8), deal("other", 2)],
});

const request = (quantity: number, more: Partial<PromiseRequest> = {}): PromiseRequest => ({
  id: "r",
  delivery: "whole",
  lines: [{ id: "1", item: "a", quantity, requestedDate: "2026-01-07" }],
  ...more,
});

const told = ({ lines }: DeliveryPromise): string =>
  lines
    .flatMap(({ schedule }) => schedule)
    .map(({ quantity, date, by }) => `${quantity} ${date} ${by}`)
    .join(", ");

const demands = ({ demands: rows }: Plan): string[] =>
  [...rows].map(({ id, quantity }) => `${id}: ${quantity}`);

describe("Promise: in the place of what the deal asks of the plan already", () => {
  test("without it the deal counts twice", () => {
    expect(told(promiseDelivery(plan, request(8)))).toBe("8 2026-01-07 capableToPromise");
  });

  test("its rows are out of the plan for the question, and the plan stays as it is", () => {
    const promise = promiseDelivery(plan, request(8, { inPlaceOf: ["deal"] }));
    expect(told(promise)).toBe("8 2026-01-07 availableToPromise");
    expect(demands(plan)).toEqual(["deal: 8", "other: 2"]);
  });

  test("the answer is that of the plan without them", () => {
    const without = replan(plan, { demands: { remove: ["deal"] } });
    for (const quantity of [1, 8, 10, 11]) {
      const asked = promiseDelivery(plan, request(quantity, { inPlaceOf: ["deal"] }));
      expect(JSON.stringify(asked.lines)).toBe(
        JSON.stringify(promiseDelivery(without, request(quantity)).lines),
      );
    }
  });

  test("acceptance takes them out in the same change", () => {
    const promise = promiseDelivery(plan, request(8, { inPlaceOf: ["deal"] }));
    const { plan: next, changes } = acceptPromise(plan, promise);
    expect(demands(next)).toEqual(["other: 2", '["r","1",0]: 8']);
    expect(changes.demands?.remove).toEqual(["deal"]);
    expect(demands(replan(plan, changes))).toEqual(demands(next));
  });

  test("so it is when the promise was written and read back", () => {
    const promise = promiseDelivery(plan, request(8, { inPlaceOf: ["deal"] }));
    const again = acceptPromise(plan, JSON.parse(JSON.stringify(promise)));
    expect(demands(again.plan)).toEqual(["other: 2", '["r","1",0]: 8']);
    expect(again.booked).toEqual(promise.promises);
  });

  test("ids that the plan does not have, or that are named twice, are passed over", () => {
    const promise = promiseDelivery(plan, request(8, { inPlaceOf: ["gone", "deal", "deal"] }));
    const { changes } = acceptPromise(plan, promise);
    expect(changes.demands?.remove).toEqual(["deal"]);
  });

  test("each of several requests takes out its own; a refused one leaves its deal where it is", () => {
    const [first, second] = promiseDeliveries(plan, [
      request(8, { id: "1", inPlaceOf: ["deal"] }),
      request(3, { id: "2", inPlaceOf: ["other"], delivery: "fillOrCancel" }),
    ]);
    expect([first?.outcome, second?.outcome]).toEqual(["confirmed", "refused"]);
    expect(demands(acceptPromise(plan, first!).plan)).toEqual(["other: 2", '["1","1",0]: 8']);
  });

  test("a promise may stand in the place of an earlier one for the same request", () => {
    const { plan: next, booked } = acceptPromise(plan, promiseDelivery(plan, request(4)));
    const inPlaceOf = booked.map(({ demand }) => demand);
    const anew = acceptPromise(next, promiseDelivery(next, request(6, { inPlaceOf })));
    expect(demands(anew.plan)).toContain('["r","1",0]: 6');
    expect(demands(replan(next, anew.changes))).toContain('["r","1",0]: 6');
    expect(anew.plan.demands.length).toBe(3);
  });

  test("an id that is none is refused by its path", () => {
    const inPlaceOf = [7] as never;
    expect(() => promiseDelivery(plan, request(8, { inPlaceOf }))).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ path: ["request", "inPlaceOf", 0] })],
      }),
    );
  });
});
