import { describe, expect, test } from "vitest";
import {
  averageDailyUsage,
  bufferZoneCounts,
  bufferZones,
  decoupledLeadTimes,
  executionPriority,
  guaranteedService,
  LOOK_AHEAD_RULES,
  lotCosts,
  orderRecommendation,
  planningPriority,
  qualifiedDemand,
} from "./index.js";

const one = { num: 1n, den: 1n };
const today = "2026-01-12";

// Of interest to the compiler too: `exactOptionalPropertyTypes` would refuse undefined where the type does.
describe("A field that is undefined is one that is left out", () => {
  test("in buffers", () => {
    const factors = { decoupledLeadTime: 5, leadTimeFactor: 0.5, variabilityFactor: 0.5 };
    const zones = { averageDailyUsage: 3, ...factors };
    const none = {
      demand: undefined,
      leadTime: undefined,
      red: undefined,
      yellow: undefined,
      green: undefined,
    };
    expect(
      bufferZones({
        ...zones,
        minimumOrder: undefined,
        orderCycle: undefined,
        adjustments: none,
        spikeShare: undefined,
        rounding: undefined,
      }),
    ).toEqual(bufferZones(zones));
    expect(bufferZones({ ...zones, adjustments: undefined })).toEqual(bufferZones(zones));
    const counts = {
      averageDailyUsage: one,
      decoupledLeadTime: 5,
      leadTimeFactor: one,
      variabilityFactor: one,
    };
    expect(
      bufferZoneCounts({
        ...counts,
        orderCycle: undefined,
        minimumOrder: undefined,
        spikeShare: undefined,
      }),
    ).toEqual(bufferZoneCounts(counts));
    const usage = [{ date: "2026-01-09", quantity: 4 }];
    expect(
      averageDailyUsage({
        today,
        past: {
          days: 5,
          usage: usage.map((row) => ({ ...row, kind: undefined })),
          weight: undefined,
        },
        future: undefined,
      }),
    ).toEqual(averageDailyUsage({ today, past: { days: 5, usage } }));
    const items = [{ id: "a", leadTime: 2 }];
    expect(
      decoupledLeadTimes({ items: items.map((i) => ({ ...i, buffered: undefined })), lines: [] }),
    ).toEqual(decoupledLeadTimes({ items, lines: [] }));
  });

  test("in net flow, priority and order", () => {
    const demands = [{ id: "d", quantity: 4, due: today }];
    expect(
      qualifiedDemand({
        today,
        spikeThreshold: 3,
        spikeHorizon: undefined,
        by: undefined,
        demands,
      }),
    ).toEqual(qualifiedDemand({ today, spikeThreshold: 3, demands }));
    const buffer = { netFlow: 1, red: 2, yellow: 3, green: 4 };
    expect(planningPriority({ ...buffer, trigger: undefined })).toEqual(planningPriority(buffer));
    expect(executionPriority({ onHand: 1, red: 2, alertShare: undefined })).toEqual(
      executionPriority({ onHand: 1, red: 2 }),
    );
    const order = { netFlow: 1, topOfYellow: 5, topOfGreen: 9 };
    expect(
      orderRecommendation({
        ...order,
        trigger: undefined,
        minimumOrder: undefined,
        orderMultiple: undefined,
        multipleTolerancePercent: undefined,
        wholeUnits: undefined,
      }),
    ).toEqual(orderRecommendation(order));
  });

  test("in the stages of a supply chain", () => {
    const shop = { id: "b", stageTime: 1, holdingCost: 3, safetyFactor: 1, maxServiceTime: 0 };
    const network = {
      stages: [
        {
          ...{ id: "a", stageTime: 2, holdingCost: 1, safetyFactor: 1 },
          demandDeviation: undefined,
          demandMean: undefined,
          externalInboundServiceTime: undefined,
          maxServiceTime: undefined,
        },
        { ...shop, demandDeviation: 4 },
      ],
      arcs: [["a", "b"]] as const,
    };
    expect(guaranteedService({ ...network, passes: undefined })).toEqual(
      guaranteedService({
        ...network,
        stages: [
          { id: "a", stageTime: 2, holdingCost: 1, safetyFactor: 1 },
          { ...shop, demandDeviation: 4 },
        ],
      }),
    );
  });

  test("in what a lot-sizing rule knows", () => {
    const costs = lotCosts(one, one, undefined);
    const left = {
      periods: undefined,
      closest: undefined,
      lookAhead: undefined,
      lookBack: undefined,
      ties: undefined,
    };
    for (const rule of Object.values(LOOK_AHEAD_RULES)) {
      expect(rule([1, 1, 1], 0, 3, { costs, ...left })).toBe(rule([1, 1, 1], 0, 3, { costs }));
    }
  });
});
