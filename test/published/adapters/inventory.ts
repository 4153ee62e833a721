import {
  allUnitsDiscount,
  baseStock,
  baseStockCost,
  cycleServiceReorderPolicy,
  type Demand,
  economicOrderQuantity,
  economicOrderQuantityCost,
  economicOrderQuantityWithBackorders,
  economicProductionQuantity,
  economicReorderPolicy,
  expectedInventoryReorderPolicy,
  incrementalDiscount,
  jointReplenishment,
  minMaxPolicy,
  minMaxPolicyCost,
  minMaxPowerApproximation,
  poissonReorderPolicy,
  poissonReorderPolicyCost,
  type QuantityDiscountInput,
  safetyStockByCycleService,
} from "../../../src/inventory/index.js";
import { compareFigures, roundedLike } from "./figures.js";
import { compareGuaranteedService, GUARANTEED_SERVICE } from "./guaranteed-service.js";
import { faultsOfExpected, type PublishedCase, type Verdict, verdictOf } from "./published-case.js";

/** The fields of the cases' inputs, all of them numbers unless a kind says otherwise. */
type Input = Readonly<Record<string, number>>;

/** A kind: the fields of its results, how close they must be, and how they are computed. */
interface Kind {
  readonly compared: readonly string[];
  readonly tolerance?: number;
  readonly found: (input: Input, published: PublishedCase) => object;
}

const ECONOMIC = ["fixedCost", "holdingCost", "demandRate"] as const;
const COSTS = ["fixedCost", "holdingCost", "stockoutCost"] as const;
const PURCHASE = ["orderQuantity", "region", "totalCost", "candidates"];

const KINDS: ReadonlyMap<string, Kind> = new Map([
  [
    "eoq",
    {
      compared: ["orderQuantity", "cost", "ordersPerYear"],
      found: (input) => {
        const found = economicOrderQuantity(only(input, ECONOMIC));
        return { ...found, ordersPerYear: found.ordersPerTime };
      },
    },
  ],
  [
    "eoqCost",
    {
      compared: ["cost"],
      found: (input) =>
        economicOrderQuantityCost(only(input, [...ECONOMIC, "orderQuantity"] as const)),
    },
  ],
  [
    "eoqBackorders",
    {
      compared: ["orderQuantity", "stockoutFraction", "cost"],
      found: (input) =>
        economicOrderQuantityWithBackorders(only(input, [...ECONOMIC, "stockoutCost"] as const)),
    },
  ],
  [
    "epq",
    {
      compared: ["orderQuantity", "cost", "maxInventory"],
      found: (input) =>
        economicProductionQuantity(only(input, [...ECONOMIC, "productionRate"] as const)),
    },
  ],
  ["allUnitsDiscount", { compared: PURCHASE, found: (i) => allUnitsDiscount(discountOf(i)) }],
  ["incrementalDiscount", { compared: PURCHASE, found: (i) => incrementalDiscount(discountOf(i)) }],
  [
    "jointReplenishment",
    {
      compared: ["orderMultiples", "baseCycleTime", "orderQuantities", "cost"],
      tolerance: 1e-4,
      found: jointOf,
    },
  ],
  [
    "newsvendor",
    { compared: ["baseStockLevel", "cost", "criticalRatio"], found: (i) => baseStock(baseOf(i)) },
  ],
  [
    "newsvendorCost",
    {
      compared: ["cost"],
      found: (input) => baseStockCost({ ...baseOf(input), ...only(input, ["baseStockLevel"]) }),
    },
  ],
  [
    "rQ",
    { compared: ["reorderPoint", "orderQuantity", "cost"], tolerance: 1e-4, found: reorderOf },
  ],
  ["rQCost", { compared: ["cost"], tolerance: 1e-4, found: reorderOf }],
  [
    "sS",
    { compared: ["reorderPoint", "orderUpTo", "cost"], found: (i) => minMaxPolicy(periodicOf(i)) },
  ],
  [
    "sSCost",
    {
      compared: ["cost"],
      found: (i) =>
        minMaxPolicyCost({ ...periodicOf(i), ...only(i, ["reorderPoint", "orderUpTo"]) }),
    },
  ],
  [
    "sSPowerApproximation",
    {
      compared: ["reorderPoint", "orderUpTo"],
      found: (input) =>
        minMaxPowerApproximation({
          ...only(input, ["demandMean", ...COSTS] as const),
          demandDeviation: need(input, "demandSd"),
        }),
    },
  ],
  [
    "safetyStock",
    {
      compared: ["leadTimeDemandSd", "safetyStock", "reorderPoint", "annualHoldingCost"],
      found: safetyOf,
    },
  ],
] satisfies [string, Kind][]);

/** Runs a case of the area `inventory`, by its kind. */
export function inventory(published: PublishedCase): Verdict {
  const { input, expected } = published;
  if (published.kind === "guaranteedService") {
    const faults = faultsOfExpected(expected, GUARANTEED_SERVICE);
    return verdictOf(faults.length > 0 ? faults : compareGuaranteedService(input, expected));
  }
  const kind = KINDS.get(`${published.kind}`);
  if (kind === undefined) {
    return { outcome: "notYet", reason: `the kind ${published.kind} has no function` };
  }
  const faults = faultsOfExpected(expected, [...kind.compared, "rounded"]);
  if (faults.length > 0) return verdictOf(faults);
  const found = kind.found(input as Input, published) as Record<string, unknown>;
  const { rounded = {}, candidates = [], ...figures } = expected as Record<string, object>;
  const tolerance = kind.tolerance ?? 1e-6;
  return verdictOf([
    ...compareFigures("expected", figures, found, tolerance),
    ...Object.entries(rounded).flatMap(([name, printed]) => {
      const figure = roundedLike(printed as number, found[name] as number);
      return compareFigures(`rounded ${name}`, printed, figure, 1e-12);
    }),
    ...compareCandidates(candidates as object[], (found.candidates ?? []) as object[], tolerance),
  ]);
}

/** Each quantity that the source compares must be among those found, at its cost. */
function compareCandidates(
  expected: readonly object[],
  found: readonly object[],
  tolerance: number,
): string[] {
  return expected.flatMap((one) => {
    if (Object.keys(one).length === 0) return ["a candidate says nothing"];
    const isFound = found.some((own) => compareFigures("", one, own, tolerance).length === 0);
    const all = JSON.stringify(found);
    return isFound ? [] : [`candidate ${JSON.stringify(one)} is not among ${all}`];
  });
}

/** A field that the input must have. */
function need(input: Input, field: string): number {
  const value = input[field];
  if (value === undefined) throw new Error(`the input of the case has no ${field}`);
  return value;
}

/** These fields of the input, no other. */
function only<Field extends string>(input: Input, fields: readonly Field[]): Record<Field, number> {
  const entries = fields.map((field) => [field, need(input, field)] as const);
  return Object.fromEntries(entries) as Record<Field, number>;
}

function discountOf(input: Input): QuantityDiscountInput {
  const { breakpoints, unitCosts } = input as unknown as Record<string, readonly number[]>;
  const prices = unitCosts ?? [];
  return {
    ...only(input, ["fixedCost", "demandRate"]),
    ...only(input, ["holdingRate" in input ? "holdingRate" : "holdingCost"]),
    priceBreaks: (breakpoints ?? []).map((from, n) => ({ from, price: prices[n] ?? 0 })),
  };
}

function jointOf(input: Input) {
  const lists = input as unknown as Record<string, readonly number[]>;
  const items = (lists.demandRates ?? []).map((demandRate, n) => ({
    fixedCost: lists.individualFixedCosts?.[n] ?? 0,
    holdingCost: lists.holdingCosts?.[n] ?? 0,
    demandRate,
  }));
  return jointReplenishment({ ...only(input, ["sharedFixedCost"]), items });
}

function demandOf(input: Input): Demand {
  const { distribution, probabilities } = input as unknown as {
    distribution: string;
    probabilities: { demand: number; probability: number }[];
  };
  switch (distribution) {
    case "normal": {
      const deviation = need(input, "demandSd");
      return { distribution, mean: need(input, "demandMean"), deviation };
    }
    case "poisson":
      return { distribution, mean: need(input, "demandMean") };
    case "discrete":
      return { distribution, probabilities };
    default:
      throw new Error(`the distribution ${distribution} is unknown`);
  }
}

function baseOf(input: Input) {
  const costs = only(input, ["holdingCost", "stockoutCost", "leadTime"] as const);
  return { demand: demandOf(input), ...costs };
}

function periodicOf(input: Input) {
  const demand = demandOf(input);
  if (demand.distribution === "normal") throw new Error("demand must be of whole units");
  const costs = only(input, ["fixedCost", "holdingCost", "stockoutCost"] as const);
  return { demand, ...costs };
}

function reorderOf(input: Input, { kind, ...published }: PublishedCase): object {
  const { method } = published as unknown as { readonly method: string };
  const normal = () => ({
    ...only(input, ["demandRate", "fixedCost", "holdingCost", "leadTimeDemandMean"] as const),
    leadTimeDemandDeviation: need(input, "leadTimeDemandSd"),
  });
  const owing = () => only(input, ["stockoutCost"] as const);
  switch (method) {
    case "expectedInventoryLevel":
      return expectedInventoryReorderPolicy({ ...normal(), ...owing() });
    case "eoqPlusSafetyStock":
      return economicReorderPolicy({ ...normal(), ...owing() });
    case "cycleService":
      return cycleServiceReorderPolicy({ ...normal(), ...only(input, ["serviceLevel"] as const) });
    case "exactPoisson": {
      const fields = ["demandRate", "leadTime", "fixedCost", "holdingCost"] as const;
      const exact = { ...only(input, fields), ...owing() };
      if (kind === "rQ") return poissonReorderPolicy(exact);
      const policy = only(input, ["reorderPoint", "orderQuantity"] as const);
      return poissonReorderPolicyCost({ ...exact, ...policy });
    }
    default:
      throw new Error(`the method ${method} is unknown`);
  }
}

function safetyOf(input: Input): object {
  const whole = {
    leadTimeDemandMean: input.leadTimeDemandMean ?? 0,
    leadTimeDemandDeviation: input.leadTimeDemandSd ?? 0,
  };
  const parts = () => ({
    demandMean: need(input, "demandMean"),
    demandDeviation: need(input, "demandSd"),
    leadTimeMean: need(input, "leadTimeMean"),
    leadTimeDeviation: need(input, "leadTimeSd"),
  });
  const found = safetyStockByCycleService({
    safetyFactor: need(input, "safetyFactor"),
    ...("leadTimeDemandSd" in input ? whole : parts()),
  });
  return {
    ...found,
    leadTimeDemandSd: found.leadTimeDemandDeviation,
    annualHoldingCost: found.safetyStock * (input.holdingCost ?? Number.NaN),
  };
}
