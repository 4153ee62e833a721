import { LOOK_AHEAD_RULES } from "../../src/inventory/index.js";

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
    { id: "a", stageTime: 2, holdingCost: 1, safetyFactor: 1, demandDeviation: 4 },
    {
      id: "b",
      stageTime: 1,
      holdingCost: 3,
      safetyFactor: 1,
      demandDeviation: 4,
      maxServiceTime: 0,
    },
  ],
  arcs: [["a", "b"]],
};
const lots = { demand: [10, 0, 30], setupCost: 47, holdingCost: "0.05" };

const today = "2026-01-12";
const half = { num: 1n, den: 2n };
const whole47 = { num: 47n, den: 1n };

/** Sound arguments of each function, with as many of their fields as go together. */
export const SOUND_ARGUMENTS: Readonly<Record<string, readonly object[]>> = {
  abcClassification: [{ items: [{ id: "a", value: 3 }], shareOfA: 0.7, shareOfAB: 0.9 }],
  allUnitsDiscount: [{ fixedCost: 49, demandRate: 5000, holdingRate: 0.2, priceBreaks }],
  averageDailyUsage: [
    {
      today,
      past: { days: 3, usage: [{ date: today, quantity: 1, kind: "loss" }], weight: "1/2" },
      future: { days: 3, forecast: [{ date: today, quantity: 1 }], weight: 0.5 },
    },
  ],
  baseStock: [
    { demand, leadTime: 2, holdingCost: 1, stockoutCost: 4 },
    { demand: normal, leadTime: 0.5, holdingCost: 1, stockoutCost: 4 },
  ],
  baseStockCost: [
    { demand: discrete, leadTime: 2, holdingCost: 1, stockoutCost: 4, baseStockLevel: 5 },
  ],
  bufferZoneCounts: [
    {
      averageDailyUsage: half,
      decoupledLeadTime: 5,
      leadTimeFactor: half,
      variabilityFactor: half,
      orderCycle: 2,
      minimumOrder: 3,
      spikeShare: half,
    },
  ],
  bufferZones: [
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
  coverageProfile: [
    { demand: [1, 2, 3], coverage: 1.5, demandBeyond: 2 },
    { demand: [1, 2], coverage: [1, 2] },
  ],
  cycleServiceReorderPolicy: [{ ...normalReorder, serviceLevel: 0.95 }],
  daysOfSupply: [{ onHand: 12, demand: [1, 2], demandBeyond: 4 }],
  decoupledLeadTimes: [
    {
      items: [
        { id: "a", leadTime: 1, buffered: false },
        { id: "b", leadTime: 2.5 },
      ],
      lines: [{ parent: "a", component: "b" }],
    },
  ],
  economicLot: [{ setup: whole47, holding: half, demand: whole47 }],
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
  executionPriority: [{ onHand: 3, red: 5, alertShare: 0.5 }],
  expectedInventoryReorderPolicy: [{ ...normalReorder, stockoutCost: 30 }],
  guaranteedService: [{ ...network, passes: 10 }],
  guaranteedServiceCost: [{ ...network, serviceTimes: { a: 1, b: 0 } }],
  incomingSupply: [{ today, decoupledLeadTime: 4, receipts: [{ quantity: 3, due: today }] }],
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
  netFlowPosition: [{ onHand: 1, onOrder: 2, qualifiedDemand: 3 }],
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
  orderRecommendation: [
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
  planningPriority: [{ netFlow: 3, red: 5, yellow: 2, green: 1, trigger: "below" }],
  poissonDistribution: [{ mean: 6, count: 8 }],
  poissonLoss: [{ mean: 6, count: 8 }],
  poissonProbability: [{ mean: 6, count: 8 }],
  poissonQuantile: [{ mean: 6, probability: 0.9 }],
  poissonReorderPolicy: [poissonReorder],
  poissonReorderPolicyCost: [{ ...poissonReorder, reorderPoint: 8, orderQuantity: 12 }],
  qualifiedDemand: [
    {
      today,
      spikeThreshold: 3,
      spikeHorizon: 9,
      by: "day",
      demands: [{ id: "d", quantity: 4, due: today }],
    },
  ],
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

const costs = { setup: 47n, holding: 1n, always: 0n, atMost: 94, below: 93 };
const looks = { closest: false, lookAhead: true, lookBack: true, ties: "extend" };

/** Sound arguments of the functions that the planner calls, which take several. */
export const SOUND_LISTS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  lotCosts: [
    [whole47, half],
    [whole47, half, half],
  ],
  ...Object.fromEntries(
    Object.keys(LOOK_AHEAD_RULES).map((rule) => [
      `LOOK_AHEAD_RULES.${rule}`,
      [[[3, 0, 5, 9, 20], 1, 5, { costs, periods: 2, ...looks }]],
    ]),
  ),
};
