import { describe, expect, test } from "vitest";
import { planRequirements, scheduleOrders } from "../../index.js";

describe("When demands are there by a schedule", () => {
  test("A forecast of several days waits for what makes it late the most, not for what comes last", () => {
    const plan = planRequirements({
      startDate: "2026-01-05",
      horizonEnd: "2026-02-28",
      items: [{ id: "desk", decimals: 0, leadTime: 1, forecast: { spread: "daily" } }],
      sources: [{ item: "desk", kind: "make" }],
      workCenters: [
        { id: "saw", shifts: [{ from: "08:00", until: "16:00", validFrom: "2026-01-12" }] },
      ],
      routings: [
        { id: "desk", item: "desk", operations: [{ id: "fit", workCenter: "saw", run: 4 }] },
      ],
      demands: [
        {
          ...{ id: "f", item: "desk", kind: "forecast", quantity: 3 },
          ...{ due: "2026-01-06", until: "2026-01-08" },
        },
      ],
    });
    const [first] = plan.orders;
    expect(scheduleOrders(plan).demands.at(0)).toMatchObject({
      available: "2026-01-14",
      daysLate: 7,
      limit: { order: first?.id },
    });
  });
});
