import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { numbersIn, outcomeOf, spoiled } from "../../test/support/hostile.js";
import { patience, runs } from "../../test/support/runs.js";
import * as inventory from "./index.js";

const demand = { distribution: "poisson", mean: 6 };
const normal = { distribution: "normal", mean: 50, deviation: 8 };
const discrete = {
  distribution: "discrete",
  probabilities: [
    { demand: 0, probability: 0.5 },
    { demand: 3, probability: 0.5 },
  ],
};
const economic = { fixedCost: 8, holdingCost: 0.225, demandRate: 1300 };
const priceBreaks = [
  { from: 0, price: 5 },
  { from: 1000, price: 4.8 },
];
const periodic = { demand, leadTime: 1, fixedCost: 5, holdingCost: 1, stockoutCost: 4 };
const poissonReorder = {
  demandRate: 1.5,
  leadTime: 2,
  fixedCost: 100,
  holdingCost: 20,
  stockoutCost: 150,
};
const normalReorder = {
  demandRate: 200,
  fixedCost: 50,
  holdingCost: 2,
  leadTimeDemandMean: 100,
  leadTimeDemandDeviation: 25,
};
const parts = { demandMean: 15, demandDeviation: 5, leadTimeMean: 4, leadTimeDeviation: 1 };
const whole = { leadTimeDemandMean: 100, leadTimeDemandDeviation: 25 };
const network = {
  stages: [
    { id: "a", stageTime: 2, holdingCost: 1, safetyFactor: 1, demandSd: 4 },
    { id: "b", stageTime: 1, holdingCost: 3, safetyFactor: 1, demandSd: 4, maxServiceTime: 0 },
  ],
  arcs: [["a", "b"]],
};
const lots = { demand: [10, 0, 30], setupCost: 47, holdingCost: "0.05" };

/** Sound arguments of each function, with as many of their fields as go together. */
const SOUND: Readonly<Record<string, readonly object[]>> = {
  abcClassification: [{ items: [{ id: "a", value: 3 }], shareOfA: 0.7, shareOfAB: 0.9 }],
  allUnitsDiscount: [{ fixedCost: 49, demandRate: 5000, holdingRate: 0.2, priceBreaks }],
  baseStock: [
    { demand, leadTime: 2, holdingCost: 1, stockoutCost: 4 },
    { demand: normal, leadTime: 0.5, holdingCost: 1, stockoutCost: 4 },
  ],
  baseStockCost: [
    { demand: discrete, leadTime: 2, holdingCost: 1, stockoutCost: 4, baseStockLevel: 5 },
  ],
  coverageProfile: [
    { demand: [1, 2, 3], coverage: 1.5, demandBeyond: 2 },
    { demand: [1, 2], coverage: [1, 2] },
  ],
  cycleServiceReorderPolicy: [{ ...normalReorder, serviceLevel: 0.95 }],
  daysOfSupply: [{ onHand: 12, demand: [1, 2], demandBeyond: 4 }],
  economicOrderQuantity: [economic],
  economicOrderQuantityCost: [{ ...economic, orderQuantity: 250 }],
  economicOrderQuantitySensitivity: [
    { fixedCost: 2, holdingCost: 0.5, demandRate: 1, orderQuantity: 1.1 },
  ],
  economicOrderQuantityWithBackorders: [{ ...economic, stockoutCost: 5 }],
  economicProductionQuantity: [{ ...economic, productionRate: 2000 }],
  economicReorderPolicy: [{ ...normalReorder, stockoutCost: 30 }],
  excessStock: [
    {
      items: [{ id: "a", onHand: 100, demand: [10, 20], safetyStock: 5, unitCost: 2 }],
      excessAfter: 1,
      obsoleteAfter: 2,
    },
  ],
  expectedInventoryReorderPolicy: [{ ...normalReorder, stockoutCost: 30 }],
  guaranteedService: [{ ...network, passes: 10 }],
  guaranteedServiceCost: [{ ...network, serviceTimes: { a: 1, b: 0 } }],
  incrementalDiscount: [{ fixedCost: 49, demandRate: 5000, holdingCost: 2, priceBreaks }],
  inventoryTurns: [{ usage: 1200, averageStock: 100, days: 90 }],
  jointReplenishment: [
    { sharedFixedCost: 10, items: [{ fixedCost: 2, holdingCost: 0.2, demandRate: 700 }] },
  ],
  leadTimeDemand: [parts],
  lotSizes: [
    { rule: "silverMeal", ...lots },
    { rule: "wagnerWhitin", ...lots, onHand: 5 },
  ],
  minMaxPolicy: [periodic, { ...periodic, demand: discrete }],
  minMaxPolicyCost: [{ ...periodic, reorderPoint: 6, orderUpTo: 18 }],
  minMaxPowerApproximation: [
    {
      demandMean: 50,
      demandDeviation: 8,
      leadTime: 1,
      fixedCost: 2.5,
      holdingCost: 0.18,
      stockoutCost: 0.7,
      limited: true,
    },
  ],
  multiLevelLotSizes: [
    {
      items: [
        { id: "cart", demand: [10, 10], setupCost: 15, holdingCost: 2 },
        { id: "axle", setupCost: 100, holdingCost: "0.9" },
      ],
      lines: [{ parent: "cart", component: "axle", quantity: 2 }],
      rule: "wagnerWhitin",
      adjustment: "mclaren",
    },
  ],
  newsvendor: [demand, normal, discrete].map((of) => ({
    demand: of,
    overageCost: 1,
    underageCost: 4,
  })),
  newsvendorCost: [{ demand: normal, overageCost: 1, underageCost: 4, orderQuantity: 40 }],
  normalDensity: [{ value: 1, mean: 2, deviation: 3 }],
  normalDistribution: [{ value: 1, mean: 2, deviation: 3 }],
  normalLoss: [{ value: 1, mean: 2, deviation: 3 }],
  normalLossInverse: [{ loss: 1, mean: 2, deviation: 3 }],
  normalQuantile: [{ probability: 0.9, mean: 2, deviation: 3 }],
  periodicReviewPolicy: [
    {
      demandMean: 100,
      demandDeviation: 20,
      reviewPeriod: 4,
      leadTime: 5,
      leadTimeDeviation: 1,
      fillRate: 0.95,
    },
    { demandMean: 100, demandDeviation: 20, reviewPeriod: 4, leadTime: 5, cycleService: 0.95 },
  ],
  poissonDistribution: [{ mean: 6, count: 8 }],
  poissonLoss: [{ mean: 6, count: 8 }],
  poissonProbability: [{ mean: 6, count: 8 }],
  poissonQuantile: [{ mean: 6, probability: 0.9 }],
  poissonReorderPolicy: [poissonReorder],
  poissonReorderPolicyCost: [{ ...poissonReorder, reorderPoint: 8, orderQuantity: 12 }],
  reorderService: [{ ...whole, reorderPoint: 120, orderQuantity: 100 }],
  safetyStockByCycleService: [
    { cycleService: 0.95, ...parts },
    { safetyFactor: 1.65, ...whole },
  ],
  safetyStockByDays: [{ demandMean: 15, days: 3 }],
  safetyStockByFillRate: [
    { fillRate: 0.98, orderQuantity: 100, ...whole },
    { fillRate: 0.98, orderQuantity: 100, shortage: "simple", ...parts },
  ],
  safetyStockFromForecastErrors: [
    { errors: [12, -8], leadTime: 4, deviationPerMad: 1.25, safetyFactor: 2 },
    { meanAbsoluteDeviation: 8, cycleService: 0.9 },
  ],
  stockProjection: [{ onHand: 20, receipts: [0, 30], demand: [15, 10], unitCost: 4 }],
  xyzClassification: [
    { items: [{ id: "a", demand: [1, 2] }], variationOfX: 0.3, variationOfY: 0.9 },
  ],
};

/** Functions that have this property in a file of their own, or that only the planner calls. */
const ELSEWHERE = new Set([
  // src/inventory/ddmrp/any-argument.prop.ts
  "averageDailyUsage",
  "bufferZoneCounts",
  "bufferZones",
  "decoupledLeadTimes",
  "executionPriority",
  "incomingSupply",
  "netFlowPosition",
  "orderRecommendation",
  "planningPriority",
  "qualifiedDemand",
  // Figures of the planner, in BigInt: checked where the planner reads them.
  "cheapestPeriods",
  "economicLot",
  "lotCosts",
]);

const functions = Object.entries(inventory).filter(([, face]) => typeof face === "function");
const faceOf = (name: string) =>
  (inventory as unknown as Record<string, (argument: unknown) => unknown>)[name]!;

/** An answer of finite numbers, or the one error. */
function expectTotal(name: string, argument: unknown): void {
  const { value, threw } = outcomeOf(() => faceOf(name)(argument));
  if (threw !== undefined) expect(threw).toBe("PlanningInputError");
  for (const number of numbersIn(value)) expect(Number.isFinite(number)).toBe(true);
}

/** The places of the numbers of an argument. */
function numbersAt(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value === "number") return [way];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersAt(inner, [...way, key]));
}

/** A copy with another number at a place. */
function withNumber(from: object, way: readonly string[], number: number): object {
  const copy = structuredClone(from);
  let place = copy as Record<string, unknown>;
  for (const key of way.slice(0, -1)) place = place[key] as typeof place;
  place[way.at(-1)!] = number;
  return copy;
}

const extreme = fc.constantFrom(
  ...[0, 1, 0.5, 1e-100, 1e-50, 1e-12, 1e-6, 1e6, 1e9, 1e12, 1e15, 1e50, 1e100],
  ...[-1, -1e12, -1e100, 1 - 1e-12, 1 + 1e-12, 2 ** 53 - 1, 3],
);

describe("Every function of orlicky/inventory", () => {
  for (const [name, sounds] of Object.entries(SOUND)) {
    test(`${name} answers a sound argument with finite numbers`, () => {
      for (const sound of sounds) {
        const { threw, value } = outcomeOf(() => faceOf(name)(sound));
        expect(threw).toBeUndefined();
        for (const number of numbersIn(value)) expect(Number.isFinite(number)).toBe(true);
      }
    });

    const anything = fc.oneof(...sounds.map((sound) => spoiled(sound)));
    test.prop([anything], { numRuns: runs })(
      `${name} answers whatever it is given with finite numbers, or a PlanningInputError`,
      (argument) => expectTotal(name, argument),
      patience,
    );

    const places = sounds.flatMap((sound) => numbersAt(sound).map((way) => ({ sound, way })));
    const numbers = fc
      .tuple(
        fc.constantFrom(...sounds),
        fc.array(fc.tuple(fc.nat(), extreme), { minLength: 1, maxLength: 4 }),
      )
      .map(([sound, changes]) =>
        changes.reduce((argument: object, [n, number]) => {
          const ways = numbersAt(argument);
          return ways.length === 0
            ? argument
            : withNumber(argument, ways[n % ways.length]!, number);
        }, sound),
      );
    if (places.length === 0) continue;
    test.prop([numbers], { numRuns: runs })(
      `${name} answers the largest and smallest figures with finite numbers, or a PlanningInputError`,
      (argument) => expectTotal(name, argument),
      patience,
    );
  }

  test("is held to this here or elsewhere", () => {
    const known = new Set([...Object.keys(SOUND), ...ELSEWHERE]);
    expect(functions.map(([name]) => name).filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !(name in inventory))).toEqual([]);
  });
});
