import { describe, expect, test } from "vitest";
import { safePlanRequirements } from "../../src/index.js";
import { mistakesIn } from "./refusal.js";

describe("A forecast beside orders of its item", () => {
  const forecast = { id: "f", item: "wheel", quantity: 5, due: "2026-01-09", kind: "forecast" };
  const order = { id: "d", item: "wheel", quantity: 4, due: "2026-01-09" };
  const input = (how: object, ...demands: object[]): object => ({
    startDate: "2026-01-05",
    items: [{ id: "wheel", ...how }, { id: "tyre" }],
    demands,
  });
  const planned = (given: object) => {
    const result = safePlanRequirements(given);
    if (!result.ok) throw new Error("it is refused");
    return result.plan;
  };

  test.each<[string, object, object[], string[]]>([
    ["is consumed by it", {}, [order, forecast], ["2026-01-09 5"]],
    [
      "counts with it when none are consumed",
      { forecast: { consume: "none" } },
      [order, forecast],
      ["2026-01-09 9"],
    ],
    [
      "is not by one of another segment",
      {},
      [{ ...order, segment: "s" }, forecast],
      ["2026-01-09 5", "2026-01-09 4"],
    ],
    [
      "is dropped when it lies in the past",
      {},
      [order, { ...forecast, due: "2026-01-04" }],
      ["2026-01-09 4"],
    ],
  ])("%s", (_, how, demands, orders) => {
    const { orders: found } = planned(input(how, ...demands));
    expect([...found].map(({ due, quantity }) => `${due} ${quantity}`)).toEqual(orders);
  });

  test("says what orders took of it, and what of it is planned", () => {
    const plan = planned(input({}, order, forecast));
    expect(JSON.parse(JSON.stringify([...plan.consumptions]))).toEqual([
      { item: "wheel", site: "main", segment: null, order: "d", forecast: "f", quantity: "4" },
    ]);
    const demands = [...plan.demands].map(({ id, quantity, consumed }) => [
      id,
      `${quantity}`,
      consumed === null ? null : `${consumed}`,
    ]);
    expect(demands).toEqual([
      ["d", "4", null],
      ["f", "1", "4"],
    ]);
  });

  test.each([
    [{ forecast: { cap: 2 } }, "outOfRange", ["items", 0, "forecast", "cap"]],
    [{ forecast: { cap: 0 } }, "outOfRange", ["items", 0, "forecast", "cap"]],
    [
      { demandTimeFence: 9, planningTimeFence: 5 },
      "contradiction",
      ["items", 0, "demandTimeFence"],
    ],
  ])("is refused with %j", (how, code, path) => {
    expect(mistakesIn(input(how, order, forecast))).toEqual([{ code, path }]);
  });
});
