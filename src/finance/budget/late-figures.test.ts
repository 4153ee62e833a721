import { describe, expect, test } from "vitest";
import { comparePlansInMoney, planLedger, planRequirements, standardCosts } from "../../index.js";

describe("How late the demands of two plans are", () => {
  test("is told of a forecast of several days by the part that is late the most", () => {
    const planOf = (leadTime: number) =>
      planRequirements({
        startDate: "2026-03-02",
        items: [{ id: "x", decimals: 0, leadTime, unitCost: 1, forecast: { spread: "daily" } }],
        demands: [
          {
            ...{ id: "f", item: "x", kind: "forecast", quantity: 8 },
            ...{ due: "2026-03-03", until: "2026-03-10" },
          },
        ],
      });
    const plans = { before: planOf(1), after: planOf(3) };
    const [before, after] = [plans.before, plans.after].map((plan) =>
      planLedger(plan, { costs: standardCosts(plan) }),
    );
    const { figures } = comparePlansInMoney(before!, after!, { plans });
    expect(figures.slice(-2).map((row) => `${row.figure} ${row.before} ${row.after}`)).toEqual([
      "lateDemands 0 1",
      "daysLate 0 2",
    ]);
  });
});
