import {
  type PlanningInput,
  planRequirements,
  planWithCapacity,
  type ScheduleLimit,
  scheduleOrders,
} from "orlicky";
import { describe, expect, test } from "vitest";
import { blocksOf, sectionOf, tableRows } from "./markdown.js";

const page = "docs/capacity.md";
const [json] = blocksOf(page).filter(({ language }) => language === "json");
const input = JSON.parse(json?.text ?? "") as PlanningInput;
const [orders = [], demands = []] = sectionOf(page, "Feeding back")
  .split(/\n(?!\|)/)
  .map(tableRows)
  .filter((rows) => rows.length > 0);

/** What holds an order up, as the page says it. */
function because(limit: ScheduleLimit | null): string {
  if (limit === null) return "";
  switch (limit.kind) {
    case "material":
      return `material, there on ${limit.date}`;
    case "workCenter":
      return `${limit.workCenter}, taken until ${limit.until}`;
    case "shift":
      return `no shift of ${limit.workCenter} until ${limit.until}`;
    case "tool":
      return `${limit.tools.join(" or ")}, taken until ${limit.until}`;
    case "held":
      return `held to ${limit.date}`;
    case "ownTime":
      return "its own time";
  }
}

describe("docs/capacity.md shows what comes out of feeding back", () => {
  const late = { ...input, startDate: "2026-01-12", horizonEnd: "2026-01-31" };
  const { schedule } = planWithCapacity(late);

  test("for orders", () => {
    expect(orders).toEqual(
      Array.from(schedule.jobs, ({ item, quantity, wanted, start, due, daysLate, limit }) => [
        item,
        `${quantity}`,
        wanted,
        start,
        due,
        `${daysLate}`,
        because(limit),
      ]),
    );
  });

  test("for customers", () => {
    expect(demands).toEqual(
      Array.from(schedule.demands, ({ id, customer, due, available, daysLate }) => [
        id,
        `${customer}`,
        due,
        `${available}`,
        `${daysLate}`,
      ]),
    );
  });

  test("a week earlier, when all is in time, with the begin that the page tells", () => {
    const { jobs } = scheduleOrders(planRequirements(input));
    expect(Array.from(jobs, ({ start }) => start).sort()[0]).toBe("2026-01-06");
    expect(sectionOf(page, "Feeding back")).toContain("begins on 2026-01-06");
  });
});
