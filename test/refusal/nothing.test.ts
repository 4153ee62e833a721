import { describe, expect, test } from "vitest";
import { type PlanningInput, planningRecord, planRequirements } from "../../src/index.js";

describe("Nothing", () => {
  test.each<[string, PlanningInput]>([
    ["but a start date", { startDate: "2026-01-05" }],
    [
      "in any list",
      {
        startDate: "2026-01-05",
        conventions: {},
        calendars: [],
        units: [],
        sites: [],
        items: [],
        itemSites: [],
        sources: [],
        boms: [],
        suppliers: [],
        routings: [],
        workCenters: [],
        stock: [],
        supplies: [],
        demands: [],
        allocations: [],
        reservations: [],
      },
    ],
    ["but items", { startDate: "2026-01-05", items: [{ id: "bike", units: [] }, { id: "wheel" }] }],
    [
      "on any line",
      { startDate: "2026-01-05", items: [{ id: "bike" }], boms: [{ item: "bike", lines: [] }] },
    ],
    [
      "in any row",
      {
        startDate: "2026-01-05",
        items: [{ id: "bike", onHand: 0, safetyStock: [] }],
        boms: [{ item: "bike", lines: [] }],
        stock: [{ item: "bike", quantity: 0 }],
        supplies: [
          {
            id: "s",
            item: "bike",
            quantity: 0,
            due: "2026-01-05",
            kind: "production",
            components: [],
          },
        ],
        demands: [{ id: "d", item: "bike", quantity: 0, due: "2026-01-05" }],
        allocations: [{ item: "bike", quantity: 0 }],
      },
    ],
  ])("%s gives a plan without orders", (_, input) => {
    const plan = planRequirements(input);
    expect([plan.orders.length, plan.startDate, plan.horizonEnd]).toEqual([
      0,
      "2026-01-05",
      "2026-01-05",
    ]);
    expect(JSON.parse(JSON.stringify(plan)).orders).toEqual([]);
    for (const { id } of input.items ?? []) expect(planningRecord(plan, id).rows.length).toBe(1);
  });
});
