import { describe, expect, test } from "vitest";
import { executionPriority, planningPriority } from "./buffer-priority.js";
import { incomingSupply } from "./incoming-supply.js";
import { netFlowPosition } from "./net-flow.js";
import { orderRecommendation } from "./order-recommendation.js";
import { qualifiedDemand } from "./qualified-demand.js";

const today = "2026-01-12";

describe("Qualified demand", () => {
  const demand = (id: string, due: string, quantity: number) => ({ id, due, quantity });

  test("holds all that is past due or due today", () => {
    const demands = [demand("late", "2026-01-02", 1), demand("now", today, 2)];
    const found = qualifiedDemand({ today, spikeThreshold: 100, demands });
    expect(found).toMatchObject({ quantity: 3, pastDue: 1, today: 2, spikes: 0 });
    expect(found.qualified).toEqual(["late", "now"]);
  });

  test("holds a later day from the threshold on", () => {
    const at = (quantity: number) =>
      qualifiedDemand({
        today,
        spikeThreshold: 15,
        demands: [demand("d", "2026-01-13", quantity)],
      });
    expect(at(15).spikes).toBe(15);
    expect(at(14.99).spikes).toBe(0);
  });

  test("by day adds up the orders of a day, by order looks at each", () => {
    const demands = [demand("a", "2026-01-14", 8), demand("b", "2026-01-14", 8)];
    const asked = { today, spikeThreshold: 15, demands };
    expect(qualifiedDemand(asked).qualified).toEqual(["a", "b"]);
    expect(qualifiedDemand({ ...asked, by: "order" }).qualified).toEqual([]);
  });

  test("sees the last day of the horizon and none after it", () => {
    const demands = [demand("in", "2026-01-22", 20), demand("out", "2026-01-23", 30)];
    const found = qualifiedDemand({ today, spikeThreshold: 15, spikeHorizon: 10, demands });
    expect(found).toMatchObject({ quantity: 20, qualified: ["in"], outsideHorizon: 30 });
  });
});

describe("Open supply", () => {
  test("counts up to the last day of the lead time, and when it is past due", () => {
    const receipts = ["2026-01-01", "2026-01-17", "2026-01-18"].map((due, n) => ({
      due,
      quantity: 10 ** n,
    }));
    const found = incomingSupply({ today, decoupledLeadTime: 5, receipts });
    expect(found).toEqual({ withinLeadTime: 11, afterLeadTime: 100 });
  });
});

describe("Net flow", () => {
  test("is on hand + on order − qualified demand, to the last decimal", () => {
    const stock = { onHand: 0.1, onOrder: 0.2, qualifiedDemand: 0.3 };
    expect(0.1 + 0.2 - 0.3).not.toBe(0);
    expect(netFlowPosition(stock)).toBe(0);
    expect(netFlowPosition({ ...stock, onHand: -5 })).toBe(-5.1);
  });
});

describe("Priorities", () => {
  const zones = { red: 50, yellow: 70, green: 80 };

  test.each([
    [-10, "red", -5],
    [49.9, "red", 24.95],
    [50, "yellow", 25],
    [120, "green", 60],
    [300, "green", 150],
  ])("planning: a net flow of %d is %s", (netFlow, color, percent) => {
    expect(planningPriority({ netFlow, ...zones })).toEqual({ color, percent });
  });

  test("at its very limit the net flow belongs to the lower zone where the trigger says so", () => {
    const at = (netFlow: number) =>
      planningPriority({ netFlow, ...zones, trigger: "atOrBelow" }).color;
    expect([at(50), at(50.1), at(120), at(120.1)]).toEqual(["red", "yellow", "yellow", "green"]);
  });

  test.each([
    [-1, "red", -2],
    [24.9, "red", 49.8],
    [25, "yellow", 50],
    [50, "green", 100],
  ])("execution: %d on hand against a red zone of 50 is %s", (onHand, color, percent) => {
    expect(executionPriority({ onHand, red: 50 })).toEqual({ color, percent });
  });

  test("execution: another share of the red zone may sound the alert", () => {
    expect(executionPriority({ onHand: 30, red: 50, alertShare: 0.7 }).color).toBe("red");
  });

  test("an empty zone has no percentage", () => {
    expect(executionPriority({ onHand: 3, red: 0 })).toEqual({ color: "green", percent: null });
    expect(planningPriority({ netFlow: 3, red: 0, yellow: 0, green: 0 }).percent).toBe(null);
  });
});

describe("The order of a buffer", () => {
  const zones = { topOfYellow: 100, topOfGreen: 150 };

  test("is due below the top of yellow, and brings the net flow to the top of green", () => {
    expect(orderRecommendation({ ...zones, netFlow: 99 })).toEqual({
      orderNeeded: true,
      need: 51,
      quantity: 51,
      netFlowAfter: 150,
      overTopOfGreen: 0,
    });
  });

  test("is not due at the top of yellow, unless the trigger says so", () => {
    const at = { ...zones, netFlow: 100 };
    expect(orderRecommendation(at)).toMatchObject({ orderNeeded: false, need: 50, quantity: 0 });
    expect(orderRecommendation({ ...at, trigger: "atOrBelow" }).quantity).toBe(50);
  });

  test("is at least the least order", () => {
    const order = orderRecommendation({ ...zones, netFlow: 90, minimumOrder: 80 });
    expect(order).toMatchObject({ quantity: 80, netFlowAfter: 170, overTopOfGreen: 20 });
  });

  test.each([
    [60, 0, 75],
    [60, 40, 50],
    [60, 39, 75],
    [75, 0, 75],
    [5, 100, 25],
  ])("of %d in multiples of 25 with a tolerance of %d %% is %d", (need, percent, quantity) => {
    const order = orderRecommendation({
      topOfYellow: 200,
      topOfGreen: 200,
      netFlow: 200 - need,
      orderMultiple: 25,
      multipleTolerancePercent: percent,
    });
    expect(order.quantity).toBe(quantity);
  });

  test("is never lowered below the least order", () => {
    const order = orderRecommendation({
      ...zones,
      netFlow: 90,
      minimumOrder: 60,
      orderMultiple: 50,
      multipleTolerancePercent: 50,
    });
    expect(order.quantity).toBe(100);
  });

  test("is whole where whole units are asked for", () => {
    const order = { topOfYellow: 100, topOfGreen: 150.2, netFlow: 99, wholeUnits: true };
    expect(orderRecommendation(order)).toMatchObject({ need: 51.2, quantity: 52 });
  });

  test("a top of green below the top of yellow is refused", () => {
    expect(() => orderRecommendation({ netFlow: 0, topOfYellow: 2, topOfGreen: 1 })).toThrow(
      /The topOfGreen must not be less than the topOfYellow/,
    );
  });

  test("of a buffer without zones nothing is due", () => {
    const none = { topOfYellow: 0, topOfGreen: 0, trigger: "atOrBelow", minimumOrder: 5 } as const;
    const asked = (netFlow: number) => {
      const { orderNeeded, quantity } = orderRecommendation({ ...none, netFlow });
      return [orderNeeded, quantity];
    };
    expect([asked(0), asked(-1)]).toEqual([
      [false, 0],
      [true, 5],
    ]);
  });
});
