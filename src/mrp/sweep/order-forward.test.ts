import { explainOrder, explanationText, type PlanningInput, planRequirements } from "orlicky";
import { describe, expect, test } from "vitest";

const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;

/** The days of the one order of a reorder point; Saturday and Sunday are the 7th and the 8th. */
function datesOf(
  startDate: string,
  rows: Omit<PlanningInput, "startDate" | "items">,
  times: object,
) {
  const plan = planRequirements({
    startDate,
    calendars: [{ id: "week", workingDays: weekdays }],
    sites: [{ id: "main", calendar: "week" }],
    items: [{ id: "x", method: "reorderPoint", reorderPoint: 5, ...times }],
    ...rows,
  });
  const { id, orderDate, start, deliveryDate, due } = plan.orders.at(0)!;
  const text = explanationText(explainOrder(plan, id)).split("\n");
  return { dates: [orderDate, start, deliveryDate, due], text };
}

describe("An order that is scheduled forward (T3)", () => {
  test("is received on a working day, also without a lead time from a day off", () => {
    const { dates, text } = datesOf("2026-03-07", {}, { leadTime: 0 });
    expect(dates).toEqual(["2026-03-07", "2026-03-07", "2026-03-09", "2026-03-09"]);
    expect(text.slice(-2)).toEqual([
      "- lead time: 0 calendar days on from 2026-03-07 to 2026-03-07 (week)",
      "- on to the next working day: 2 calendar days from 2026-03-07 to 2026-03-09 (week)",
    ]);
  });

  test("has its receiving time from that day on", () => {
    const { dates } = datesOf("2026-03-08", {}, { leadTime: 0, receivingTime: 2 });
    expect(dates).toEqual(["2026-03-08", "2026-03-08", "2026-03-09", "2026-03-11"]);
  });

  test("waits for the receiving site where the supplier works on its day off", () => {
    const supplier: Omit<PlanningInput, "startDate" | "items"> = {
      suppliers: [{ id: "s", calendar: "daily" }],
      calendars: [{ id: "week", workingDays: weekdays }, { id: "daily" }],
      sources: [{ item: "x", kind: "buy", supplier: "s", leadTime: 1, leadTimeBasis: "working" }],
    };
    const { dates } = datesOf("2026-03-06", supplier, {});
    expect(dates).toEqual(["2026-03-06", "2026-03-06", "2026-03-09", "2026-03-09"]);
  });
});
