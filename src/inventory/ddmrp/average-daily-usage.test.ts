import { describe, expect, test } from "vitest";
import { averageDailyUsage } from "./average-daily-usage.js";
import { bufferZones } from "./buffer-zones.js";

const today = "2026-01-12";

describe("Average daily usage", () => {
  test("of the past counts the days before today, and no others", () => {
    const usage = ["2026-01-01", "2026-01-02", "2026-01-11", "2026-01-12"].map((date, n) => ({
      date,
      quantity: 10 ** n,
    }));
    expect(averageDailyUsage({ today, past: { days: 10, usage } }).averageDailyUsage).toBe(11);
  });

  test("of the future begins today", () => {
    const forecast = ["2026-01-11", "2026-01-12", "2026-01-21", "2026-01-22"].map((date, n) => ({
      date,
      quantity: 10 ** n,
    }));
    expect(averageDailyUsage({ today, future: { days: 10, forecast } }).averageDailyUsage).toBe(11);
  });

  test("leaves out what was lost", () => {
    const usage = [
      { date: "2026-01-10", quantity: 30 },
      { date: "2026-01-10", quantity: 5, kind: "loss" as const },
    ];
    expect(averageDailyUsage({ today, past: { days: 10, usage } }).averageDailyUsage).toBe(3);
  });

  test("of thirds is exact before it becomes a number", () => {
    const usage = [{ date: "2026-01-10", quantity: "1/3" }];
    expect(averageDailyUsage({ today, past: { days: 1, usage } }).averageDailyUsage).toBe(0);
    expect(averageDailyUsage({ today, past: { days: 2, usage } }).averageDailyUsage).toBe(1 / 6);
  });

  const past = { days: 10, usage: [{ date: "2026-01-10", quantity: 30 }] };
  const future = { days: 10, forecast: [{ date: "2026-01-14", quantity: 70 }] };

  test("is also told exactly, so that zones rounded up are no larger than they are", () => {
    const usage = [{ date: "2026-01-10", quantity: 20 }];
    const { averageDailyUsage: number, ratio } = averageDailyUsage({
      today,
      past: { days: 3, usage },
    });
    expect([number, ratio]).toEqual([6.666666666666667, "20/3"]);
    const zones = bufferZones({
      averageDailyUsage: ratio,
      decoupledLeadTime: 3,
      leadTimeFactor: 1,
      variabilityFactor: 0,
      rounding: "up",
    });
    expect(zones.topOfGreen).toBe(60);
  });

  test("of both is blended by their weights", () => {
    const blend = (weight: number, other: number) =>
      averageDailyUsage({ today, past: { ...past, weight }, future: { ...future, weight: other } });
    expect(blend(0.5, 0.5)).toEqual({ averageDailyUsage: 5, ratio: "5", past: 3, future: 7 });
    expect(blend(0.9, 0.1).averageDailyUsage).toBe(3.4);
  });

  test.each([
    ["no window", {}, ["past"], "The past and the future are missing. Give at least one."],
    [
      "no weights",
      { past, future },
      ["past", "weight"],
      "The past.weight is missing. With past and future, say how much each counts; together 1.",
    ],
    [
      "weights that are not 1 together",
      { past: { ...past, weight: 0.5 }, future: { ...future, weight: 0.6 } },
      ["future", "weight"],
      "The weights of past and future add up to 1.1. They must add up to 1.",
    ],
    [
      "half a weight for one window alone",
      { past: { ...past, weight: 0.5 } },
      ["past", "weight"],
      "The weight of one window alone must be 1. Leave it out.",
    ],
  ])("with %s is refused", (_, windows, path, message) => {
    expect(() => averageDailyUsage({ today, ...windows })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path, message })] }),
    );
  });
});
