import { describe, expect, test } from "vitest";
import { planRequirements } from "../../src/index.js";
import { issuesOf } from "./refusal.js";

/** Forecasts of all days that a plan may name, 109,573 each. */
const forecasts = (rows: number, quantity: number) =>
  Array.from({ length: rows }, (_, n) => ({
    id: `f${n}`,
    item: "bike",
    kind: "forecast" as const,
    quantity,
    due: "1900-01-01",
    until: "2199-12-31",
  }));

const input = (rows: number, quantity: number, forecast = {}) => ({
  startDate: "1900-01-01",
  items: [{ id: "bike", forecast }],
  demands: forecasts(rows, quantity),
});

describe("Forecasts that are spread over more days together than are planned with", () => {
  test("are refused, with how many there are", () => {
    const [issue, ...more] = issuesOf(input(400, 1_000_000, { spread: "daily" }));
    const value = 400 * 109_573;
    expect(issue).toMatchObject({ code: "outOfRange", path: ["demands"], value });
    expect(issue!.message).toContain("10000000");
    expect(more).toEqual([]);
  });

  test("are those of all items", () => {
    const items = Array.from({ length: 400 }, (_, n) => ({
      id: `${n}`,
      forecast: { spread: "daily" },
    }));
    const demands = forecasts(400, 1_000_000).map((row, n) => ({ ...row, item: `${n}` }));
    expect(issuesOf({ ...input(0, 0), items, demands })).toMatchObject([{ code: "outOfRange" }]);
  });

  test("are not those of which less is forecast than there are days, or that stand on their first day", () => {
    const few = { ...input(400, 0.000001, { spread: "daily" }) };
    expect(planRequirements(few).demands.length).toBe(400);
    expect(planRequirements(input(400, 1_000_000)).demands.length).toBe(400);
  });
});
