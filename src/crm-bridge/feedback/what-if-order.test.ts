import { describe, expect, test } from "vitest";
import { planRequirements, whatIfOrder } from "../../index.js";

const plan = planRequirements({
  ...{ startDate: "2026-01-05", horizonEnd: "2026-02-27", currency: "EUR" },
  items: [{ id: "bike", decimals: 0, onHand: 4, leadTime: 10 }],
  sources: [{ item: "bike", kind: "buy", price: 300 }],
  supplies: [
    {
      ...{ id: "po", item: "bike", quantity: 5, due: "2026-01-20", kind: "purchase" },
      frozen: true,
    },
  ],
  demands: [
    { id: "first", item: "bike", quantity: 4, due: "2026-01-07", customer: "Bell" },
    { id: "second", item: "bike", quantity: 3, due: "2026-01-09", customer: "Ring" },
    { id: "third", item: "bike", quantity: 4, due: "2026-02-10" },
  ],
});

describe("What a change of an order would do", () => {
  test("who gains when one is cancelled, and what is bought for less", () => {
    const { gained, lost, purchases, own } = whatIfOrder(plan, { cancel: ["first"] });
    expect(
      gained.map(({ demand, customer, before, after, days }) => [
        demand,
        customer,
        before,
        after,
        days,
      ]),
    ).toEqual([["second", "Ring", "2026-01-15", "2026-01-05", -10]]);
    expect(lost).toEqual([]);
    expect(purchases.map(({ currency, change }) => `${change} ${currency}`)).toEqual(["-900 EUR"]);
    expect(own.map(({ demand, before, after }) => [demand, before?.due, after])).toEqual([
      ["first", "2026-01-07", null],
    ]);
  });

  test("which supplies nobody would want so soon, or at all", () => {
    const { excess } = whatIfOrder(plan, { cancel: ["first", "third"] });
    expect(excess.map((message) => message.code)).toEqual(["excess"]);
    expect(excess[0]).toMatchObject({ item: "bike" });
  });

  test("who loses when one is to be more, or sooner", () => {
    const { lost, gained, own } = whatIfOrder(plan, {
      change: [{ id: "third", due: "2026-01-06" }],
    });
    expect(gained).toEqual([]);
    expect(lost.map(({ demand, days }) => [demand, days])).toEqual([["first", 10]]);
    expect(own[0]?.after?.due).toBe("2026-01-06");
  });

  test("cancelling and changing may go together", () => {
    const { changes, own } = whatIfOrder(plan, {
      cancel: ["first"],
      change: [{ id: "third", quantity: 9 }],
    });
    expect(changes).toEqual({
      demands: { remove: ["first"], change: [{ id: "third", quantity: 9 }] },
    });
    expect(own.map(({ demand, after }) => `${demand}: ${after?.quantity}`)).toEqual([
      ...["first: undefined", "third: 9"],
    ]);
  });

  test("nothing at all, or something else, is refused", () => {
    expect(() => whatIfOrder(plan, {})).toThrow("contradiction");
    expect(() => whatIfOrder(plan, { remove: ["first"] } as never)).toThrow("unknownField");
    expect(() => whatIfOrder(plan, { change: [null] } as never)).toThrow("invalidType");
  });

  test("the plan that was asked stays as it is", () => {
    const text = JSON.stringify(plan);
    whatIfOrder(plan, { cancel: ["first"] });
    expect(JSON.stringify(plan)).toBe(text);
  });

  test("an order that the plan does not have is refused", () => {
    expect(() => whatIfOrder(plan, { cancel: ["fourth"] })).toThrow("unknownId");
  });
});
