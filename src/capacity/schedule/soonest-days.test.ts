import { describe, expect, test } from "vitest";
import { day } from "../../../test/support/desk-shop.js";
import {
  type PlanningInput,
  planRequirements,
  planWithCapacity,
  scheduleOrders,
} from "../../index.js";

/** Desks of bought boards, far off: 20 hours of sawing, and the saw has nothing else to do. */
const farOff = (leadTime: number, more: object = {}): PlanningInput => ({
  startDate: "2026-01-05",
  items: [
    { id: "desk", leadTime },
    { id: "board", leadTime: 1, ...more },
  ],
  boms: [{ item: "desk", lines: [{ item: "board", quantity: 3 }] }],
  workCenters: [{ id: "saw", shifts: [day] }],
  routings: [{ id: "desk", item: "desk", operations: [{ id: "cut", workCenter: "saw", run: 2 }] }],
  demands: [{ id: "first", item: "desk", quantity: 10, due: "2026-01-26" }],
});

describe("A planned order without a routing", () => {
  test.each([1, 2, 3, 5])(
    "holds nobody up until the day on which it happens to be planned: it can be ordered earlier (lead time %i)",
    (leadTime) => {
      const { schedule, converged, rounds } = planWithCapacity(farOff(leadTime));
      expect([converged, rounds]).toEqual([true, 2]);
      const [desk] = schedule.jobs;
      expect([desk?.begin, desk?.due, desk?.limit]).toEqual([
        "2026-01-23T12:00",
        "2026-01-26",
        null,
      ]);
      expect(schedule.demands.at(0)).toMatchObject({ available: "2026-01-26", daysLate: 0 });
    },
  );

  test("is there as soon as its paper work, its lead time and its own material allow", () => {
    const begin = (changes: Partial<PlanningInput>): string | undefined =>
      scheduleOrders(planRequirements({ ...farOff(1), ...changes }), {
        direction: "forward",
      }).jobs.at(0)?.start;
    const board = { id: "board", leadTime: 1 };
    const boms = [...farOff(1).boms!, { item: "board", lines: [{ item: "wood", quantity: 1 }] }];
    const [desk] = farOff(1).items!;
    expect(begin({})).toBe("2026-01-06");
    expect(begin({ items: [desk!, { ...board, releaseTime: 2 }] })).toBe("2026-01-08");
    expect(begin({ items: [desk!, board, { id: "wood", leadTime: 4 }], boms })).toBe("2026-01-10");
    // Nothing new is planned within a fence.
    expect(begin({ items: [desk!, { ...board, planningTimeFence: 5 }] })).toBe("2026-01-25");
  });

  test("is needed for the day on which its parent begins, however many rounds are made, also with safety time", () => {
    const results = [2, 3, 10].map((rounds) => {
      const input = farOff(1, { safetyTime: 1 });
      const { schedule, converged } = planWithCapacity(input, { direction: "forward", rounds });
      return [converged, schedule.jobs.at(0)?.start];
    });
    expect(results).toEqual(results.map(() => [true, "2026-01-06"]));
  });
});
