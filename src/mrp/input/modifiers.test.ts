import {
  messageText,
  type PlanningInput,
  type PlanningRow,
  planRequirements,
  safePlanRequirements,
} from "orlicky";
import { describe, expect, test } from "vitest";

type Fields = Partial<PlanningRow<"items">>;

const inputOf = (fields: Fields): PlanningInput => ({
  startDate: "2026-03-02",
  items: [
    { id: "x", decimals: 0, units: [{ unit: "box", contains: 6 }], orderUnit: "box", ...fields },
  ],
  demands: [{ id: "d", item: "x", quantity: 50, due: "2026-03-09" }],
});

describe("A maximum order that is stated in order units", () => {
  test("is lowered in stock units, and the message says so", () => {
    const plan = planRequirements(inputOf({ maximumOrder: 7, orderMultiple: 2 }));
    const lowered = [...plan.messages].find(({ code }) => code === "inputAdjusted");
    expect(lowered).toMatchObject({ reason: "maximumLowered", given: "42", taken: "36" });
    expect(messageText(lowered!)).toBe(
      "items[0].maximumOrder: 42 in stock units, taken as 36: the order multiple goes no further",
    );
  });

  test("is refused with figures of which the unit is named", () => {
    const result = safePlanRequirements(inputOf({ maximumOrder: 7, minimumOrder: 8 }));
    expect(result.ok ? [] : result.issues.map(({ message }) => message)).toEqual([
      'The maximumOrder (42 in stock units) of item "x" must not lie below its minimumOrder (48 in stock units). Raise it, or lower the other.',
    ]);
  });
});
