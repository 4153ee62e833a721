import { describe, expect, test } from "vitest";
import { plan } from "../../../test/support/desk-shop.js";
import { issuesOf } from "../../../test/support/issues-of.js";
import {
  applySchedule,
  type Plan,
  planningRecord,
  planRequirements,
  scheduleOrders,
} from "../../index.js";

describe("Feeding a schedule back", () => {
  test("A scheduled order is a firm supply with its dates, and its material is needed when it begins", () => {
    const first = plan({ stock: [] });
    const input = applySchedule(first, scheduleOrders(first));
    expect(
      input.supplies?.map(({ item, quantity, start, due, firm, scheduled }) => [
        item,
        quantity,
        start,
        due,
        firm,
        scheduled,
      ]),
    ).toEqual([
      ["desk", "4", "2026-01-09", "2026-01-12", true, true],
      ["desk", "4", "2026-01-12", "2026-01-13", true, true],
      ["board", "12", "2026-01-08", "2026-01-09", true, true],
      ["board", "12", "2026-01-08", "2026-01-09", true, true],
    ]);
    const next = planRequirements(input);
    expect(
      Array.from(next.orders, ({ item, quantity, due }) => `${item} ${quantity} ${due}`),
    ).toEqual(["wood 24 2026-01-08"]);
    const { rows } = planningRecord(next, "board");
    expect(rows.every(({ projectedOnHand }) => projectedOnHand.gte(0))).toBe(true);
  });

  test("A schedule of another plan, or none, is refused", () => {
    const none = scheduleOrders(planRequirements({ startDate: "2026-01-05" }));
    expect(() => applySchedule({} as Plan, none)).toThrow("This is no plan");
    const other = scheduleOrders(
      plan({ demands: [{ id: "d", item: "desk", quantity: 1, due: "2026-02-09" }] }),
    );
    expect(issuesOf(() => applySchedule(plan(), other))).toEqual([
      "unknownId schedule.jobs.0.order",
      "unknownId schedule.jobs.1.order",
    ]);
    expect(issuesOf(() => applySchedule(plan(), undefined as never))).toEqual([
      "missingField schedule",
    ]);
    const [job] = scheduleOrders(plan()).jobs;
    const twice = { jobs: [job!, { ...job!, due: "2026-02-01" }], unscheduled: [job!] };
    expect(issuesOf(() => applySchedule(plan(), twice as never))).toEqual([
      "duplicateId schedule.jobs.1.order",
      "duplicateId schedule.unscheduled.0.order",
    ]);
    const late = [{ ...job!, start: "2026-01-25" }];
    expect(issuesOf(() => applySchedule(plan(), { jobs: late } as never))).toEqual([
      "contradiction schedule.jobs.0.start",
    ]);
    const unreadable = (name: string): never =>
      Object.defineProperty({ ...job! }, name, {
        get() {
          throw new Error("mine");
        },
      }) as never;
    expect(issuesOf(() => applySchedule(plan(), unreadable("jobs")))).toEqual([
      "invalidType schedule",
    ]);
    expect(issuesOf(() => applySchedule(plan(), { jobs: [unreadable("due")] } as never))).toEqual([
      "invalidType schedule.jobs.0",
    ]);
    const jobs = [{ order: null, supply: "none", start: "soon", due: "2026-01-09" }];
    expect(issuesOf(() => applySchedule(plan(), { jobs } as never))).toEqual([
      "invalidType schedule.jobs.0.start",
      "unknownId schedule.jobs.0.supply",
    ]);
  });
});
