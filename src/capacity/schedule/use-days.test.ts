import { describe, expect, test } from "vitest";
import { alone, plan, shop } from "../../../test/support/desk-shop.js";
import { type PlanningInput, planInput, planWithCapacity, scheduleOrders } from "../../index.js";

describe("The day on which an order is there", () => {
  test("is the day wanted where it is done by then, also a day off", () => {
    const { jobs } = scheduleOrders(
      plan({
        ...alone,
        demands: [],
        supplies: [{ id: "po", item: "desk", quantity: 1, due: "2026-01-10", kind: "production" }],
      }),
    );
    expect(jobs.at(0)).toMatchObject({ due: "2026-01-10", daysLate: 0 });
  });

  /**
   * The 13th is a holiday; saw and bench work every hour. A frozen order of a board, 20 hours, is due on it.
   * A desk of 30 hours takes the board: begun by 18:00 on the 13th it is in time on the 15th.
   */
  const onHoliday = (hours: number): Partial<PlanningInput> => ({
    startDate: "2026-01-12",
    calendars: [
      { id: "all" },
      {
        ...{ id: "week", workingDays: ["mon", "tue", "wed", "thu", "fri"] },
        exceptions: [{ date: "2026-01-13", working: false }],
      },
    ],
    items: [{ id: "desk", leadTime: 1 }, { id: "board" }],
    workCenters: ["saw", "bench"].map((id) => ({
      ...{ id, calendar: "all" },
      shifts: [{ from: "00:00", until: "24:00" }],
    })),
    sources: alone.sources!,
    boms: [{ item: "desk", lines: [{ item: "board", quantity: 1 }] }],
    routings: [
      { id: "board", item: "board", operations: [{ id: "cut", workCenter: "saw", run: hours }] },
      { id: "desk", item: "desk", operations: [{ id: "fit", workCenter: "bench", run: 30 }] },
    ],
    supplies: [
      {
        ...{ id: "wo", item: "board", quantity: 1, due: "2026-01-13", start: "2026-01-12" },
        ...{ kind: "production", components: [], frozen: true },
      },
    ],
    stock: [],
    demands: [{ id: "first", item: "desk", quantity: 1, due: "2026-01-15" }],
  });

  test.each(["backward", "forward"] as const)(
    "is the day on which its material can be taken, also a day off (%s)",
    (direction) => {
      const { jobs } = scheduleOrders(plan(onHoliday(20)), { direction });
      const [desk, board] = jobs;
      expect(board).toMatchObject({ due: "2026-01-13", daysLate: 0 });
      expect(desk).toMatchObject(
        direction === "forward"
          ? { begin: "2026-01-13T00:00", end: "2026-01-14T06:00", due: "2026-01-15" }
          : { begin: "2026-01-13T18:00", end: "2026-01-15T00:00", due: "2026-01-15" },
      );
      expect(desk).toMatchObject({ daysLate: 0, limit: null });
    },
  );

  test("is the next working day where it is done too late for its day off, and is waited for until then", () => {
    const { jobs } = scheduleOrders(plan(onHoliday(25)));
    expect(Array.from(jobs, ({ begin, due }) => [begin, due])).toEqual([
      ["2026-01-14T00:00", "2026-01-16"],
      ["2026-01-12T00:00", "2026-01-14"],
    ]);
    expect(jobs.at(0)?.limit).toMatchObject({ supply: "wo", date: "2026-01-14" });
  });

  /** Five desks of a day each, which somebody needs on a Sunday. */
  const sunday: Partial<PlanningInput> = {
    ...alone,
    routings: [
      { id: "desk", item: "desk", operations: [{ id: "fit", workCenter: "saw", run: 8 }] },
    ],
    demands: [{ id: "first", item: "desk", quantity: 5, due: "2026-01-11" }],
  };

  test.each([
    { own: "2026-01-08", wanted: "2026-01-09", due: "2026-01-12" },
    { own: "2026-01-09", wanted: "2026-01-09", due: "2026-01-12" },
    { own: "2026-01-14", wanted: "2026-01-09", due: "2026-01-12" },
    // Its own day off serves as well.
    { own: "2026-01-10", wanted: "2026-01-10", due: "2026-01-10" },
  ])("for a need on a day off an open order of $own is wanted on $wanted (T3)", (days) => {
    const { own, ...rest } = days;
    for (const firm of [true, undefined]) {
      const row = { id: "po", item: "desk", quantity: 5, kind: "production", firm } as const;
      const { jobs } = scheduleOrders(plan({ ...sunday, supplies: [{ ...row, due: own }] }));
      expect(jobs.at(0)).toMatchObject({ end: "2026-01-09T16:00", ...rest });
    }
  });

  test("is the same for a planned order and for the open one that it becomes", () => {
    const once = planWithCapacity({ ...shop, ...sunday });
    const again = planWithCapacity(planInput(once.plan));
    for (const { converged, schedule } of [once, again]) {
      expect(converged).toBe(true);
      expect(schedule.jobs.at(0)).toMatchObject({ wanted: "2026-01-09", due: "2026-01-12" });
      expect(schedule.demands.at(0)).toMatchObject({ available: "2026-01-12", daysLate: 1 });
    }
  });
});
