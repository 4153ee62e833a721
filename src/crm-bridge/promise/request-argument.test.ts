import {
  Decimal,
  type PlanningInputError,
  type PromiseRequest,
  planRequirements,
  promiseDelivery,
} from "orlicky";
import { describe, expect, test } from "vitest";

const plan = planRequirements({
  startDate: "2026-03-02",
  items: [
    { id: "w", decimals: 0, unit: "piece", units: [{ unit: "pair", contains: 2 }], onHand: 9 },
  ],
});

type Line = PromiseRequest["lines"][number];

/** What a request for one line with these fields is refused for. */
function mistakesOf(fields: Partial<Line>) {
  const line = { id: "1", item: "w", quantity: 1, requestedDate: "2026-03-04", ...fields };
  try {
    promiseDelivery(plan, { id: "R", delivery: "whole", lines: [line] });
    return [];
  } catch (error) {
    return (error as PlanningInputError).issues.map(({ path, message, value }) => [
      path.at(-1),
      message,
      value,
    ]);
  }
}

describe("A request that cannot be counted", () => {
  test("is refused once, at the quantity, which is shown as it was written", () => {
    const finer = (shown: string) =>
      `The quantity (${shown}) is finer than the item's 0 decimals. Round it.`;
    expect(mistakesOf({ quantity: 3.5 })).toEqual([["quantity", finer("3.5"), 3.5]]);
    expect(mistakesOf({ quantity: "3.50" })).toEqual([["quantity", finer('"3.50"'), "3.50"]]);
    expect(mistakesOf({ quantity: 3.5, unit: "piece" })).toEqual([["quantity", finer("3.5"), 3.5]]);
    const decimal = new Decimal("3.5");
    expect(mistakesOf({ quantity: decimal })).toEqual([["quantity", finer("3.5"), decimal]]);
    const large =
      "The quantity (1e+300) leaves the exact range at 0 decimals (2^53). Ask for less.";
    expect(mistakesOf({ quantity: 1e300 })).toEqual([["quantity", large, 1e300]]);
  });

  test("is rounded up where another unit makes it finer", () => {
    expect(mistakesOf({ quantity: 1.25, unit: "pair" })).toEqual([]);
  });

  test("is refused at the consumption where that was written", () => {
    expect(mistakesOf({ quantity: 3, consumption: 1.5 })).toEqual([
      ["consumption", "The consumption (1.5) is finer than the item's 0 decimals. Round it.", 1.5],
    ]);
    expect(mistakesOf({ quantity: 2, consumption: 3 })).toEqual([
      ["consumption", "The consumption (3) must be at most the quantity (2).", 3],
    ]);
  });
});
