import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { numbersIn, outcomeOf, spoiled } from "../../../test/support/hostile.js";
import { runs } from "../../../test/support/runs.js";
import { ratioOf } from "../../core/index.js";
import { averageDailyUsage } from "./average-daily-usage.js";
import { executionPriority, planningPriority } from "./buffer-priority.js";
import { bufferZoneCounts } from "./buffer-zone-counts.js";
import { bufferZones } from "./buffer-zones.js";
import { decoupledLeadTimes } from "./decoupled-lead-times.js";
import { incomingSupply } from "./incoming-supply.js";
import { netFlowPosition } from "./net-flow.js";
import { orderRecommendation } from "./order-recommendation.js";
import { qualifiedDemand } from "./qualified-demand.js";

const today = "2026-01-12";
const ratio = ratioOf(1n, 2n);

/** Each function with an argument that has all of its fields. */
const functions: readonly (readonly [(argument: never) => unknown, object])[] = [
  [
    averageDailyUsage,
    {
      today,
      past: { days: 3, usage: [{ date: today, quantity: 1, kind: "loss" }], weight: "1/2" },
      future: { days: 3, forecast: [{ date: today, quantity: 1 }], weight: 0.5 },
    },
  ],
  [
    bufferZones,
    {
      averageDailyUsage: 3,
      decoupledLeadTime: 5,
      leadTimeFactor: 0.5,
      variabilityFactor: "1/3",
      minimumOrder: 2,
      orderCycle: 1,
      adjustments: { demand: 1.5, leadTime: 1, red: 1, yellow: 2, green: 1 },
      spikeShare: 0.4,
      rounding: "up",
    },
  ],
  [
    bufferZoneCounts,
    {
      averageDailyUsage: ratio,
      decoupledLeadTime: 5,
      leadTimeFactor: ratio,
      variabilityFactor: ratio,
      orderCycle: 2,
      minimumOrder: 3,
      spikeShare: ratio,
    },
  ],
  [
    decoupledLeadTimes,
    {
      items: [
        { id: "a", leadTime: 1, buffered: false },
        { id: "b", leadTime: 2.5 },
      ],
      lines: [{ parent: "a", component: "b" }],
    },
  ],
  [executionPriority, { onHand: 3, red: 5, alertShare: 0.5 }],
  [planningPriority, { netFlow: 3, red: 5, yellow: 2, green: 1, trigger: "below" }],
  [incomingSupply, { today, decoupledLeadTime: 4, receipts: [{ quantity: 3, due: today }] }],
  [netFlowPosition, { onHand: 1, onOrder: 2, qualifiedDemand: 3 }],
  [
    orderRecommendation,
    {
      netFlow: -3,
      topOfYellow: 4,
      topOfGreen: 9,
      trigger: "below",
      minimumOrder: 1,
      orderMultiple: 4,
      multipleTolerancePercent: 10,
      wholeUnits: true,
    },
  ],
  [
    qualifiedDemand,
    {
      today,
      spikeThreshold: 3,
      spikeHorizon: 9,
      by: "day",
      demands: [{ id: "d", quantity: 4, due: today }],
    },
  ],
];

describe("Whatever the functions of buffers are given", () => {
  for (const [compute, sound] of functions) {
    test.prop([spoiled(sound)], { numRuns: runs })(
      `${compute.name} gives finite figures, or a PlanningInputError`,
      (argument) => {
        const { value, threw } = outcomeOf(() => compute(argument as never));
        expect(threw ?? "PlanningInputError").toBe("PlanningInputError");
        expect([...numbersIn(value)].every(Number.isFinite)).toBe(true);
      },
    );

    test(`${compute.name} takes the argument that is spoiled`, () => {
      expect(outcomeOf(() => compute(sound as never)).threw).toBe(undefined);
    });
  }
});
