import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { numbersIn, outcomeOf, spoiled } from "../../../test/support/hostile.js";
import { runs } from "../../../test/support/runs.js";
import {
  inboundOf,
  leastCostByTrying,
  serviceNetworks,
} from "../../../test/support/service-networks.js";
import { guaranteedService } from "./guaranteed-service.js";
import { guaranteedServiceCost } from "./guaranteed-service-cost.js";

const small = serviceNetworks(7);
const larger = serviceNetworks(20);

/** How far two costs may lie apart by rounding. */
const near = (cost: number): number => 1e-9 * Math.max(1, cost);

describe("The placement of safety stock with guaranteed service", () => {
  test.prop([small], { numRuns: 3 * runs })(
    "costs as much as the best of all service times that can be tried, and says so",
    (network) => {
      const least = leastCostByTrying(network);
      const { cost, lowerBound, exact } = guaranteedService(network);
      expect(Math.abs(cost - least)).toBeLessThanOrEqual(near(least));
      expect({ exact, lowerBound }).toEqual({ exact: true, lowerBound: cost });
    },
  );

  test.prop([small], { numRuns: runs })(
    "has a cost at or above the least, and a bound at or below it, however short the search is",
    (network) => {
      const least = leastCostByTrying(network);
      const { cost, lowerBound } = guaranteedService({ ...network, passes: 1 });
      expect(cost).toBeGreaterThanOrEqual(least - near(least));
      expect(lowerBound).toBeLessThanOrEqual(least + near(least));
    },
  );

  test.prop([larger], { numRuns: runs })(
    "keeps every promise, and costs what its service times cost",
    (network) => {
      const { cost, serviceTimes, stages } = guaranteedService({ ...network, passes: 50 });
      const evaluated = guaranteedServiceCost({ ...network, serviceTimes });
      expect(evaluated.cost).toBe(cost);
      expect(evaluated.stages).toEqual(stages);
      for (const [n, stage] of network.stages.entries()) {
        const placed = stages[n]!;
        expect(placed.inboundServiceTime).toBe(inboundOf(network, stage, serviceTimes));
        expect(placed.netReplenishmentTime).toBeGreaterThanOrEqual(0);
        expect(placed.serviceTime).toBeLessThanOrEqual(stage.maxServiceTime ?? placed.serviceTime);
      }
    },
  );

  test.prop([larger, fc.array(fc.nat({ max: 12 }), { minLength: 20, maxLength: 20 })], {
    numRuns: runs,
  })("bounds the cost of any service times that are possible", (network, wishes) => {
    const { lowerBound } = guaranteedService({ ...network, passes: 20 });
    const serviceTimes: Record<string, number> = {};
    for (const [n, stage] of network.stages.entries()) {
      const longest = Math.floor(inboundOf(network, stage, serviceTimes) + stage.stageTime);
      serviceTimes[stage.id] = Math.min(wishes[n]!, longest, stage.maxServiceTime ?? longest);
    }
    const { cost } = guaranteedServiceCost({ ...network, serviceTimes });
    expect(cost).toBeGreaterThanOrEqual(lowerBound - near(lowerBound));
  });

  test.prop([small], { numRuns: runs })(
    "does not depend on the order of stages and arcs",
    ({ stages, arcs }) => {
      const { cost } = guaranteedService({ stages, arcs });
      const turned = { stages: stages.toReversed(), arcs: arcs.toReversed() };
      expect(Math.abs(guaranteedService(turned).cost - cost)).toBeLessThanOrEqual(near(cost));
    },
  );

  test.prop([small], { numRuns: runs })(
    "never costs more when customers wait a period longer",
    ({ stages, arcs }) => {
      const { cost } = guaranteedService({ stages, arcs });
      const patient = stages.map((stage) =>
        stage.maxServiceTime === undefined
          ? stage
          : { ...stage, maxServiceTime: stage.maxServiceTime + 1 },
      );
      expect(guaranteedService({ stages: patient, arcs }).cost).toBeLessThanOrEqual(
        cost + near(cost),
      );
    },
  );
});

describe("Whatever stages and arcs are given", () => {
  const sound = {
    stages: [
      { id: "a", stageTime: 2, holdingCost: 1, safetyFactor: 1, externalInboundServiceTime: 1 },
      { id: "b", stageTime: 1.5, holdingCost: 2, safetyFactor: 1, demandMean: 4 },
      {
        id: "c",
        stageTime: 1,
        holdingCost: 3,
        safetyFactor: 1,
        demandDeviation: 2,
        maxServiceTime: 0,
      },
    ],
    arcs: [
      ["a", "b"],
      ["a", "c", 2],
      ["b", "c"],
    ] as const,
    serviceTimes: { a: 0, b: 1, c: 0 },
    passes: 5,
  };

  test.prop([spoiled(sound)], { numRuns: 2 * runs })(
    "a placement with finite figures comes, or a PlanningInputError",
    (argument) => {
      const { serviceTimes, passes, ...network } = sound;
      const calls = [
        () => guaranteedService(argument as never),
        () => guaranteedServiceCost(argument as never),
        () => guaranteedService(Object.assign({}, network, pick(argument, ["stages", "arcs"]))),
        () =>
          guaranteedServiceCost(
            Object.assign(
              {},
              network,
              { serviceTimes },
              pick(argument, ["stages", "arcs", "serviceTimes"]),
            ),
          ),
      ];
      for (const call of calls) {
        const { value, threw } = outcomeOf(call);
        expect(threw ?? "PlanningInputError").toBe("PlanningInputError");
        expect([...numbersIn(value)].every(Number.isFinite)).toBe(true);
      }
    },
  );

  test("the argument that is spoiled is sound", () => {
    const { serviceTimes, passes, ...network } = sound;
    expect(guaranteedService({ ...network, passes }).exact).toBe(true);
    expect(guaranteedServiceCost({ ...network, serviceTimes }).cost).toBeGreaterThan(0);
  });
});

/** These fields of a value, as far as it has them and they can be read. */
function pick(value: unknown, fields: readonly string[]): object {
  const { value: picked } = outcomeOf(() =>
    Object.fromEntries(
      fields
        .filter((field) => Object.hasOwn(value as object, field))
        .map((field) => [field, (value as Record<string, unknown>)[field]]),
    ),
  );
  return (picked ?? {}) as object;
}
