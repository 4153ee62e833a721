import { describe, expect, test } from "vitest";
import { safePlanRequirements } from "../../src/index.js";
import { issuesOf, mistakesIn } from "./refusal.js";

describe("A forecast beside orders of its item", () => {
  const forecast = { id: "f", item: "wheel", quantity: 5, due: "2026-01-09", kind: "forecast" };
  const order = { id: "d", item: "wheel", quantity: 5, due: "2026-01-20" };
  const input = (how: object | undefined, ...demands: object[]): object => ({
    startDate: "2026-01-05",
    items: [{ id: "wheel", ...(how === undefined ? {} : { forecast: how }) }, { id: "tyre" }],
    demands,
  });

  test.each<[object | undefined]>([
    [undefined],
    [{ backward: 5, forward: 5 }],
    [{ consume: "backwardForward" }],
    [{ consume: "backward" }],
    [{ consume: "forward" }],
    [{ consume: "forwardBackward" }],
  ])("is refused as not supported with forecast %j", (how) => {
    const mistake = { code: "notSupported", path: ["demands", 1, "kind"] };
    expect(mistakesIn(input(how, order, forecast))).toEqual([mistake]);
    expect(issuesOf(input(how, order, forecast))[0]!.message).toContain(
      'forecast.consume of the item to "none"',
    );
  });

  test("counts with them when none are consumed", () => {
    const result = safePlanRequirements(input({ consume: "none" }, order, forecast));
    if (!result.ok) throw new Error("it is refused");
    expect([...result.plan.orders].map(({ due, quantity }) => `${due} ${quantity}`)).toEqual([
      "2026-01-09 5",
      "2026-01-20 5",
    ]);
  });

  test.each([
    ["of another item", [forecast, { ...order, item: "tyre" }]],
    ["of another segment", [forecast, { ...order, segment: "job" }]],
    ["that lies in the past and is dropped", [{ ...forecast, due: "2026-01-04" }, order]],
    ["without any order", [forecast]],
  ])("%s is planned", (_, demands) => {
    expect(() => issuesOf(input(undefined, ...demands))).toThrow("was planned");
  });
});
