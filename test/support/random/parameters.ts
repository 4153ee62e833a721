import fc from "fast-check";
import { amount, countOf, written } from "./amounts.js";
import { buffer, writeBuffer } from "./ddmrp.js";
import { type ForecastFigures, forecastRules } from "./forecasts.js";
import { type LotCostFigures, lotCostFigures, lotCosts, writeLotCosts } from "./lot-costs.js";
import { type LotFigures, lotFigures, lotSizing, writeLotSizing } from "./lot-sizing.js";
import {
  type ModifierFigures,
  modifierFigures,
  modifiers,
  soundMaximum,
  writeModifiers,
} from "./modifiers.js";
import { draft, given, often, rareFlag, rarely, sometimes, type Value } from "./optional.js";
import type { Scene } from "./scene.js";

const steps = fc.uniqueArray(draft({ day: fc.integer({ min: -5, max: 20 }), quantity: amount }), {
  minLength: 1,
  maxLength: 3,
  selector: ({ day }) => day,
});

/** Planning parameters of an item, or of an item at a site. */
export const parameters = draft({
  method: rarely(fc.constantFrom("minMax", "reorderPoint", "unplanned")),
  leadTime: often(fc.nat(5)),
  leadTimeBasis: rarely(fc.constantFrom("working", "calendar")),
  receivingTime: rarely(fc.nat(2)),
  releaseTime: rarely(fc.nat(2)),
  leadTimePerUnit: rarely(fc.constantFrom("1/10000", 0.0001)),
  safetyStock: sometimes(amount),
  safetySteps: rarely(steps),
  safetyTime: rarely(fc.nat(2)),
  expediteWithin: rarely(fc.nat(6)),
  deferTolerance: rarely(fc.nat(4)),
  bothForecastAndOrders: rareFlag,
  masterScheduled: rareFlag,
  forecast: sometimes(forecastRules),
  demandTimeFence: sometimes(fc.nat(7)),
  lotSizing: sometimes(lotSizing),
  lotCosts: sometimes(lotCosts),
  buffer: rarely(buffer),
  modifiers,
  reorderPoint: sometimes(amount),
  belowZero: rareFlag,
  orderUpTo: sometimes(amount),
  planningTimeFence: rarely(fc.nat(8)),
  yield: rarely(fc.constantFrom(0.9, "3/4", 0.5, "2/3", 0.987654321)),
});

export type ParametersDraft = Value<typeof parameters>;

/** Parameters with their quantities in counts, so that they can be held against each other. */
export interface ParameterFigures extends ModifierFigures {
  readonly method?: "mrp" | "mps" | "minMax" | "reorderPoint" | "ddmrp" | "unplanned";
  readonly ddmrp?: object;
  readonly leadTime?: number;
  readonly leadTimeBasis?: "working" | "calendar";
  readonly receivingTime?: number;
  readonly releaseTime?: number;
  readonly leadTimePerUnit?: number | string;
  readonly safetyStock?: number | readonly { readonly day: number; readonly quantity: number }[];
  readonly safetyTime?: number;
  readonly expediteWithin?: number;
  readonly deferTolerance?: number;
  readonly forecast?: ForecastFigures;
  readonly demandTimeFence?: number;
  readonly lotSizing?: LotFigures | LotCostFigures;
  readonly setupCost?: number | string;
  readonly holdingCost?: number | string;
  readonly reorderPoint?: number;
  readonly orderUpTo?: number;
  readonly planningTimeFence?: number;
  readonly yield?: number | string;
}

export function parameterFigures(
  has: Scene["has"],
  of: ParametersDraft,
  decimals: number,
  box: number | undefined,
): ParameterFigures {
  const count = (value: Value<typeof amount> | undefined) => value && countOf(value, decimals);
  const reorderPoint = count(of.reorderPoint);
  return given({
    method: methodOf(has, of),
    leadTime: of.leadTime,
    leadTimeBasis: of.leadTimeBasis,
    receivingTime: has("receivingAndRelease") ? of.receivingTime : undefined,
    releaseTime: has("receivingAndRelease") ? of.releaseTime : undefined,
    leadTimePerUnit: has("leadTimePerUnit") ? of.leadTimePerUnit : undefined,
    safetyStock: has("safetyStock")
      ? (of.safetySteps?.map(({ day, quantity }) => ({
          day,
          quantity: countOf(quantity, decimals),
        })) ?? count(of.safetyStock))
      : undefined,
    safetyTime: has("safetyTime") ? of.safetyTime : undefined,
    expediteWithin: has("expediteWithin") ? of.expediteWithin : undefined,
    deferTolerance: has("deferTolerance") ? of.deferTolerance : undefined,
    ...demandFigures(has, of),
    ...(has("lotSizing") ? lotSizingOf(has, of, decimals) : {}),
    reorderPoint: reorderPoint && of.belowZero ? -reorderPoint : reorderPoint,
    orderUpTo: count(of.orderUpTo),
    planningTimeFence: has("fences") ? of.planningTimeFence : undefined,
    yield: has("yield") ? of.yield : undefined,
    ...(has("modifiers") ? modifierFigures(of.modifiers, decimals, box !== undefined) : {}),
  });
}

function methodOf(has: Scene["has"], { method, masterScheduled }: ParametersDraft) {
  const other = has("methods") ? method : undefined;
  return other ?? (has("consumption") && masterScheduled ? ("mps" as const) : undefined);
}

/** What becomes of forecast, which a phantom knows, too. */
export function demandFigures(
  has: Scene["has"],
  of: ParametersDraft,
): Pick<ParameterFigures, "forecast" | "demandTimeFence"> {
  const both = of.bothForecastAndOrders ? { consume: "none" as const } : undefined;
  if (!has("consumption")) return given({ forecast: both });
  return given({
    forecast: of.forecast === undefined ? both : given(of.forecast),
    demandTimeFence: of.demandTimeFence,
  });
}

/** A lot rule, its costs in the same row. Where supply may be resized, levels are frequent. */
function lotSizingOf(
  has: Scene["has"],
  { lotCosts: byCost, lotSizing, orderUpTo }: ParametersDraft,
  decimals: number,
): Pick<ParameterFigures, "lotSizing" | "setupCost" | "holdingCost"> {
  if (has("lotCosts") && byCost) {
    const { lotSizing: rule, costs } = lotCostFigures(byCost, decimals, has("months"));
    return { lotSizing: rule, ...costs };
  }
  if (lotSizing) return { lotSizing: lotFigures(lotSizing, decimals, has("months")) };
  return has("resize") && orderUpTo ? { lotSizing: { rule: "orderUpTo" } } : {};
}

/** A buffer, which comes with its method (K39). */
export function bufferFigures(
  has: Scene["has"],
  of: ParametersDraft,
): Pick<ParameterFigures, "method" | "ddmrp"> {
  return has("methods") && has("buffers") && of.buffer ? writeBuffer(of.buffer) : {};
}

/** What must be said beside parameters so that they do not contradict each other. */
export function soundFigures(
  of: ParameterFigures,
  decimals: number,
  box: number | undefined,
): ParameterFigures {
  const byPoint = of.method === "minMax" || of.method === "reorderPoint";
  const reorderPoint = of.reorderPoint ?? 3 * 10 ** decimals;
  const floor = byPoint ? reorderPoint : highest(of.safetyStock);
  const above = floor + 5 * 10 ** decimals;
  const { lotSizing } = of;
  const upToRule = lotSizing?.rule === "orderUpTo";
  const upTo = upToRule ? (lotSizing.orderUpTo ?? of.orderUpTo) : of.orderUpTo;
  const tooLow = upTo === undefined ? upToRule : upTo < floor;
  const raised =
    upToRule && (lotSizing.orderUpTo !== undefined || of.orderUpTo === undefined)
      ? { lotSizing: { ...lotSizing, orderUpTo: above } }
      : { orderUpTo: above };
  const isUnused =
    of.method === undefined &&
    (of.reorderPoint !== undefined || (of.orderUpTo !== undefined && !upToRule));
  return {
    ...(isUnused ? { method: "mrp" as const } : {}),
    ...(byPoint && of.reorderPoint === undefined ? { reorderPoint } : {}),
    ...(tooLow && (upToRule || byPoint) ? raised : {}),
    ...soundFence(of),
    ...soundMaximum(of, decimals, box, of.yield),
  };
}

/** The demand fence lies within that of planning, where there is one. */
function soundFence({ demandTimeFence = 0, planningTimeFence = 0 }: ParameterFigures) {
  const cross = planningTimeFence > 0 && demandTimeFence > planningTimeFence;
  return cross ? { demandTimeFence: planningTimeFence } : {};
}

function highest(safetyStock: ParameterFigures["safetyStock"]): number {
  if (safetyStock === undefined || typeof safetyStock === "number") return safetyStock ?? 0;
  return Math.max(0, ...safetyStock.map(({ quantity }) => quantity));
}

function writeRule(of: LotFigures | LotCostFigures, decimals: number) {
  return isByCost(of) ? writeLotCosts(of, decimals) : writeLotSizing(of, decimals);
}

function isByCost(of: LotFigures | LotCostFigures): of is LotCostFigures {
  return !["lotForLot", "fixedOrderQuantity", "periodOrderQuantity", "orderUpTo"].includes(of.rule);
}

/** The fields of a row of items or item-sites. */
export function writeParameters(of: ParameterFigures, decimals: number, date: Scene["date"]) {
  const { safetyStock, lotSizing: lots, reorderPoint, orderUpTo } = of;
  const { minimumOrder, orderMultiple, maximumOrder, orderUnit, ...asTheyAre } = of;
  return given({
    ...asTheyAre,
    ...writeModifiers(given({ minimumOrder, orderMultiple, maximumOrder, orderUnit }), decimals),
    safetyStock:
      typeof safetyStock === "object"
        ? safetyStock.map(({ day, quantity }) => ({
            from: date(day),
            quantity: written(quantity, decimals),
          }))
        : safetyStock === undefined
          ? undefined
          : written(safetyStock, decimals),
    lotSizing: lots && writeRule(lots, decimals),
    reorderPoint: reorderPoint === undefined ? undefined : written(reorderPoint, decimals),
    orderUpTo: orderUpTo === undefined ? undefined : written(orderUpTo, decimals),
  });
}
