import { describe, expect, test } from "vitest";
import { guaranteedService } from "./guaranteed-service.js";
import { guaranteedServiceCost } from "./guaranteed-service-cost.js";
import type { ServiceArc, ServiceStage } from "./stage-argument.js";

const stage = (id: string, fields: Partial<ServiceStage> = {}): ServiceStage => ({
  id,
  stageTime: 1,
  holdingCost: 1,
  safetyFactor: 1,
  demandDeviation: 1,
  ...fields,
});

const shop = (fields: Partial<ServiceStage> = {}): ServiceStage =>
  stage("shop", { maxServiceTime: 0, ...fields });

describe("Service times of a single stage", () => {
  test("a customer who waits as long as the stage takes needs no stock", () => {
    const { cost, serviceTimes } = guaranteedService({
      stages: [shop({ stageTime: 4, maxServiceTime: 9 })],
      arcs: [],
    });
    expect(cost).toBe(0);
    expect(serviceTimes).toEqual({ shop: 4 });
  });

  test("part of a period that is left of a stage time is covered by stock, since promises are whole", () => {
    const { serviceTimes, stages } = guaranteedService({
      stages: [shop({ stageTime: 2.25, maxServiceTime: 9 })],
      arcs: [],
    });
    expect(serviceTimes).toEqual({ shop: 2 });
    expect(stages[0]).toMatchObject({ netReplenishmentTime: 0.25, safetyStock: 0.5, cost: 0.5 });
  });

  test("what suppliers outside take counts like stage time", () => {
    const { cost } = guaranteedService({
      stages: [shop({ stageTime: 4, externalInboundServiceTime: 5 })],
      arcs: [],
    });
    expect(cost).toBe(3);
  });

  test("the mean demand gives the stock on the way and the level to order up to", () => {
    const { stages } = guaranteedService({
      stages: [shop({ stageTime: 4, demandMean: 10, demandDeviation: 3, safetyFactor: 2 })],
      arcs: [],
    });
    expect(stages[0]).toMatchObject({ safetyStock: 12, pipelineStock: 40, baseStockLevel: 52 });
  });
});

describe("Networks", () => {
  test("a cheap stage keeps the stock for a dear one when its lead time is long", () => {
    const { serviceTimes } = guaranteedService({
      stages: [stage("cast", { stageTime: 30 }), shop({ stageTime: 1, holdingCost: 50 })],
      arcs: [["cast", "shop"]],
    });
    expect(serviceTimes).toEqual({ cast: 0, shop: 0 });
  });

  test("a stage that serves customers and other stages promises the same to both", () => {
    const { serviceTimes, cost } = guaranteedService({
      stages: [
        stage("part", { stageTime: 9, maxServiceTime: 5 }),
        shop({ stageTime: 0, holdingCost: 0 }),
      ],
      arcs: [["part", "shop"]],
    });
    expect(serviceTimes).toEqual({ part: 5, shop: 0 });
    expect(cost).toBe(2);
  });

  test("several networks at once are solved apart", () => {
    const one = guaranteedService({ stages: [shop({ stageTime: 4 })], arcs: [] });
    const two = guaranteedService({
      stages: [shop({ stageTime: 4 }), shop({ id: "other", stageTime: 9 })],
      arcs: [],
    });
    expect(one.cost).toBe(2);
    expect(two.cost).toBe(5);
  });

  test("ids may be words that objects know already", () => {
    const stages = [stage("__proto__"), shop({ id: "constructor" })];
    const arcs: ServiceArc[] = [["__proto__", "constructor"]];
    const { serviceTimes, cost } = guaranteedService({ stages, arcs });
    expect(Object.keys(serviceTimes)).toEqual(["__proto__", "constructor"]);
    expect(guaranteedServiceCost({ stages, arcs, serviceTimes }).cost).toBe(cost);
  });

  test("a line of 300 stages with stock at none but the last costs the root of its length", () => {
    const stages = Array.from({ length: 300 }, (_, n) => stage(`s${n}`, { holdingCost: 1 }));
    stages[299] = { ...stages[299]!, maxServiceTime: 0 };
    const arcs = stages.slice(1).map(({ id }, n): ServiceArc => [`s${n}`, id]);
    const { cost, exact } = guaranteedService({ stages, arcs });
    expect(exact).toBe(true);
    expect(cost).toBeCloseTo(Math.sqrt(300), 9);
  });
});

describe("A network with loops, where messages alone leave a gap", () => {
  const stages = [
    stage("a", { stageTime: 2, holdingCost: 6 }),
    stage("b", { stageTime: 4, holdingCost: 8 }),
    stage("c", { stageTime: 3, holdingCost: 19, maxServiceTime: 0 }),
  ];
  const arcs: ServiceArc[] = [
    ["a", "b"],
    ["a", "c"],
    ["b", "c"],
  ];

  test("a search that is cut off says that it shows nothing, with a bound below the cost", () => {
    const { cost, lowerBound, exact } = guaranteedService({ stages, arcs, passes: 40 });
    expect(exact).toBe(false);
    expect(lowerBound).toBeLessThan(cost);
    expect(lowerBound).toBeGreaterThan(0.9 * cost);
  });

  test("branching shows the best", () => {
    const { cost, lowerBound, exact, serviceTimes } = guaranteedService({ stages, arcs });
    expect({ cost, lowerBound, exact }).toEqual({ cost: 57, lowerBound: 57, exact: true });
    expect(serviceTimes).toEqual({ a: 2, b: 6, c: 0 });
  });
});

describe("The demand that a stage does not say", () => {
  const end = (id: string, demandDeviation: number, demandMean?: number): ServiceStage =>
    stage(id, {
      demandDeviation,
      maxServiceTime: 0,
      ...(demandMean === undefined ? {} : { demandMean }),
    });
  const { demandDeviation: _, ...part } = stage("part");
  const demandOf = (ends: ServiceStage[], arcs: ServiceArc[], between: ServiceStage[] = []) => {
    const { stages } = guaranteedService({ stages: [part, ...between, ...ends], arcs });
    return stages[0]!;
  };

  test("is pooled over the end stages: variances add up", () => {
    const arcs: ServiceArc[] = [
      ["part", "x"],
      ["part", "y"],
    ];
    expect(demandOf([end("x", 3), end("y", 4)], arcs).demandDeviation).toBe(5);
  });

  test("counts with the quantity that goes into a unit", () => {
    const found = demandOf([end("x", 3, 10)], [["part", "x", 4]]);
    expect(found).toMatchObject({ demandDeviation: 12, pipelineStock: 40 });
  });

  test("counts whole when one end stage needs it over two ways", () => {
    const { demandDeviation: _, ...middle } = stage("middle");
    const arcs: ServiceArc[] = [
      ["part", "middle"],
      ["middle", "x"],
      ["part", "x"],
    ];
    expect(demandOf([end("x", 3)], arcs, [middle]).demandDeviation).toBe(6);
  });

  test("has no mean when an end stage below does not say one", () => {
    const arcs: ServiceArc[] = [
      ["part", "x"],
      ["part", "y"],
    ];
    const found = demandOf([end("x", 3, 10), end("y", 4)], arcs);
    expect(found).not.toHaveProperty("pipelineStock");
  });
});

describe("What is refused", () => {
  const sound = { stages: [stage("part"), shop()], arcs: [["part", "shop"]] };

  test.each<[string, object, string, (string | number)[], string]>([
    [
      "two stages of one id",
      { stages: [shop(), shop()], arcs: [] },
      "contradiction",
      ["stages", 1, "id"],
      'The id ("shop") stands for two stages. Give each its own.',
    ],
    [
      "an arc from a stage that is none",
      { ...sound, arcs: [["prat", "shop"]] },
      "contradiction",
      ["arcs", 0, 0],
      'The stage ("prat") of an arc is none of the stages. Add it, or correct the id.',
    ],
    [
      "an arc that is given twice",
      {
        ...sound,
        arcs: [
          ["part", "shop"],
          ["part", "shop"],
        ],
      },
      "contradiction",
      ["arcs", 1],
      'The arc from "part" to "shop" is given twice. Add up the quantities in one.',
    ],
    [
      "an arc of one stage",
      { ...sound, arcs: [["part"]] },
      "invalidType",
      ["arcs", 0],
      "The arc has 1 entry. It must be [from, to] or [from, to, quantity].",
    ],
    [
      "a circle",
      {
        ...sound,
        arcs: [
          ["part", "shop"],
          ["shop", "part"],
        ],
      },
      "contradiction",
      ["arcs"],
      'The stages "part" → "shop" → "part" supply one another in a circle. Take one of the arcs out.',
    ],
    [
      "an end stage that promises nothing",
      { ...sound, stages: [stage("part"), stage("shop")] },
      "missingField",
      ["stages", 1, "maxServiceTime"],
      'The maxServiceTime of the end stage "shop" is missing. Say how long its customers wait at most, 0 when they take from stock.',
    ],
    [
      "half a period to wait",
      { ...sound, stages: [stage("part"), shop({ maxServiceTime: 0.5 })] },
      "outOfRange",
      ["stages", 1, "maxServiceTime"],
      "The stages[1].maxServiceTime (0.5) must be a whole number of periods from 0 to 1000000; choose a shorter unit of time for parts of one.",
    ],
    [
      "a stage time below 0",
      { ...sound, stages: [stage("part", { stageTime: -1 }), shop()] },
      "outOfRange",
      ["stages", 0, "stageTime"],
      "The stages[0].stageTime (-1) must be from 0 to 1000000 periods; choose a longer unit of time for more.",
    ],
    [
      "more periods than can be tried",
      { ...sound, stages: [stage("part", { stageTime: 90000 }), shop()] },
      "outOfRange",
      ["stages"],
      "The stage times of the 2 stages add up to 90001 periods on the longest way, too many to try. Choose a longer unit of time.",
    ],
    [
      "no stage",
      { stages: [], arcs: [] },
      "outOfRange",
      ["stages"],
      "The stages must have at least 1 entry, not 0.",
    ],
  ])("%s", (_, argument, code, path, message) => {
    expect(() => guaranteedService(argument as never)).toThrow(
      expect.objectContaining({ issues: [{ code, path, message, ...rest(message) }] }),
    );
  });

  test.each<[string, object, string, string[], string]>([
    [
      "a stage without a service time",
      { shop: 0 },
      "missingField",
      ["serviceTimes", "part"],
      'The service time of the stage "part" is missing.',
    ],
    [
      "a service time of no stage",
      { part: 1, shop: 0, shpo: 0 },
      "unknownField",
      ["serviceTimes", "shpo"],
      'The stage ("shpo") with a service time is none of the stages. Correct the id.',
    ],
    [
      "a promise that is longer than the stage can need",
      { part: 2, shop: 0 },
      "contradiction",
      ["serviceTimes", "part"],
      'The stage "part" needs 1 period when it keeps no stock. Its service time (2) must not be longer.',
    ],
    [
      "a promise that is longer than customers wait",
      { part: 0, shop: 1 },
      "contradiction",
      ["serviceTimes", "shop"],
      'The customers of the stage "shop" wait 0 periods. Its service time (1) must not be longer.',
    ],
  ])("in given service times: %s", (_, serviceTimes, code, path, message) => {
    expect(() => guaranteedServiceCost({ ...sound, serviceTimes } as never)).toThrow(
      expect.objectContaining({ issues: [{ code, path, message }] }),
    );
  });
});

/** The value that a message names stands beside it. */
function rest(message: string): { value?: number } {
  const value = /\((-?[\d.]+)\) must/.exec(message)?.[1];
  return value === undefined ? {} : { value: Number(value) };
}
