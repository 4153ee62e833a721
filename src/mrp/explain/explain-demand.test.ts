import {
  explainDemand,
  explanationText,
  limitingPart,
  type PlanningInput,
  planRequirements,
} from "orlicky";
import { describe, expect, test } from "vitest";

const startDate = "2026-03-02";
const forecast = { spread: "daily" } as const;
type Rows = Omit<PlanningInput, "startDate">;

/** Eight pieces of an item, one a day from the 3rd to the 10th. */
const daily = (item: string): Rows["demands"] => [
  { id: "f", item, kind: "forecast", quantity: 8, due: "2026-03-03", until: "2026-03-10" },
];

const planOf = (rows: Rows) => planRequirements({ startDate, ...rows });

describe("A forecast of several days that is late", () => {
  test("is told by the part that is late the most, when the last one is in time", () => {
    const items = [{ id: "x", decimals: 0, leadTime: 5, onHand: 2, forecast }];
    const explanation = explainDemand(planOf({ items, demands: daily("x") }), "f");
    expect(explanation).toMatchObject({
      due: "2026-03-03",
      available: "2026-03-10",
      daysLate: 2,
      latestPart: { due: "2026-03-05", available: "2026-03-07" },
    });
    const text = explanationText(explanation).split("\n");
    expect(text).toContain(
      "- all of it is there on 2026-03-10; what is due on 2026-03-05 is there on 2026-03-07, 2 days late",
    );
    expect(text).toContain("- it waits for the order of 1 x at main for 2026-03-05");
  });

  test("is told why by that part, when another one is late that comes last", () => {
    const supplies = ["2026-03-08", "2026-03-11"].map((due, n) => ({
      ...{ id: `s${n}`, item: "x", quantity: [7, 1][n]!, kind: "purchase", due, frozen: true },
    }));
    const items = [{ id: "x", decimals: 0, method: "unplanned" as const, forecast }];
    const plan = planOf({
      items,
      demands: daily("x"),
      supplies: supplies as Required<Rows>["supplies"],
    });
    const { daysLate, latestPart, limit } = explainDemand(plan, "f");
    expect([daysLate, latestPart?.due, latestPart?.available]).toEqual([
      5,
      "2026-03-03",
      "2026-03-08",
    ]);
    expect(limit).toMatchObject({ kind: "supply", supply: "s0" });
    expect(limitingPart(plan, "f")).toMatchObject({ supply: "s0", date: "2026-03-08" });
  });

  test("names the part that never comes", () => {
    const items = [
      { id: "x", decimals: 0, onHand: 7, method: "unplanned" as const, forecast: forecast },
    ];
    const explanation = explainDemand(planOf({ items, demands: daily("x") }), "f");
    expect(explanation.latestPart).toEqual({ due: "2026-03-10", available: null });
    expect(explanationText(explanation)).toContain(
      "- part of what is due on 2026-03-10 is never there within the horizon",
    );
  });

  test("has no such part when it is in time", () => {
    const items = [{ id: "x", decimals: 0, forecast }];
    const explanation = explainDemand(planOf({ items, demands: daily("x") }), "f");
    expect(explanation).toMatchObject({ available: "2026-03-10", daysLate: 0, latestPart: null });
  });
});

describe("A forecast that goes beyond the horizon", () => {
  const items = [{ id: "x", decimals: 0, forecast }];
  const figures = (horizonEnd: string) =>
    explainDemand(planOf({ horizonEnd, items, demands: daily("x") }), "f");

  test("says what lies beyond it, and is not planned", () => {
    const explanation = figures("2026-03-06");
    expect(`${explanation.covers.map(({ quantity }) => quantity)}`).toBe("1,1,1,1");
    expect(`${explanation.beyondHorizon}`).toBe("4");
    expect(explanationText(explanation).split("\n").slice(-2)).toEqual([
      "- 4 due beyond the horizon, not planned",
      "- the rest is there on 2026-03-06, in time",
    ]);
  });

  test("with all of it is not planned at all, and with none of it whole", () => {
    expect(`${figures("2026-03-02").beyondHorizon}`).toBe("8");
    expect(explanationText(figures("2026-03-02")).split("\n").slice(1)).toEqual([
      "- 8 due beyond the horizon, not planned",
    ]);
    expect(`${figures("2026-03-10").beyondHorizon}`).toBe("0");
  });
});
