import { formatQuantity, multiplyRatios, parseRatio, type Ratio } from "../../core/index.js";
import { readAmount, readRatio } from "./amounts.js";
import { readBuffer } from "./buffer.js";
import type { Context } from "./context.js";
import { readDiscontinued } from "./discontinued.js";
import { show } from "./issues.js";
import { readLotRule } from "./lot-rule.js";
import { readModifiers } from "./modifiers.js";
import type { ParameterRow } from "./parameter-row.js";
import { refusePhantomParameters } from "./phantom-parameters.js";
import type { ForecastParameters, Item, LotRule, Method, Parameters } from "./problem.js";
import { readSafetyStock } from "./safety-stock.js";

/** Checks planning parameters and counts their quantities. */
export function readParameters(context: Context, item: Item, from: ParameterRow): Parameters {
  const { row, pathOf } = from;
  const { conventions } = context;
  // The master schedule nets as any level does; its fences are parameters of their own (D2).
  const method: Method = row.method === undefined || row.method === "mps" ? "mrp" : row.method;
  if (item.phantom) refusePhantomParameters(context, item, from);
  const safetyStock = readSafetyStock(context, item, from);
  const lot = readLotRule(context, item, from);
  const reorderPoint = readReorderPoint(context, item, from);
  if (row.method === undefined) refuseUnusedLevels(context, item, from, lot);
  const usesReorderPoint = method === "minMax" || method === "reorderPoint";
  const highestFloor = usesReorderPoint
    ? reorderPoint
    : safetyStock.reduce((most, step) => Math.max(most, step.quantity), 0);
  checkOrderUpTo(context, item, from, lot, highestFloor);
  const yieldRatio = readYield(context, item, from);
  return {
    method,
    leadTime: row.leadTime ?? 0,
    leadTimeBasis: row.leadTimeBasis,
    receivingTime: row.receivingTime ?? 0,
    releaseTime: row.releaseTime ?? 0,
    leadTimePerUnit: readLeadTimePerUnit(context, from),
    safetyStock,
    safetyTime: row.safetyTime ?? 0,
    expediteWithin: row.expediteWithin ?? conventions.expediteWithin,
    deferTolerance: row.deferTolerance ?? conventions.deferTolerance,
    forecast: readForecast(context, item, from),
    demandTimeFence: row.demandTimeFence ?? 0,
    lot,
    isLotStated: row.lotSizing !== undefined,
    modifiers: readModifiers(context, item, row, pathOf, yieldRatio),
    reorderPoint,
    buffer: readBuffer(context, item, from),
    planningTimeFence: row.planningTimeFence ?? 0,
    yield: yieldRatio,
    discontinued: readDiscontinued(context, item, from),
    attributes: row.attributes,
  };
}

/** One for the many items that say nothing of forecast. */
export const USUAL_FORECAST: ForecastParameters = {
  consume: "backwardForward",
  backward: 0,
  forward: 0,
  spread: "first",
  cap: undefined,
};

/** D1: how forecast is consumed and planned. */
function readForecast(
  context: Context,
  item: Item,
  { row, pathOf }: ParameterRow,
): ForecastParameters {
  if (row.forecast === undefined) {
    checkFences(context, item, { row, pathOf });
    return USUAL_FORECAST;
  }
  const {
    consume = "backwardForward",
    backward = 0,
    forward = 0,
    spread = "first",
    cap,
  } = row.forecast;
  const path = [...pathOf("forecast"), "cap"];
  const share = cap === undefined ? undefined : parseRatio(cap);
  if (cap !== undefined && share === undefined) readRatio(context, cap, path, false);
  if (share !== undefined && (share.num <= 0n || share.num > share.den)) {
    const message = `The cap (${show(cap)}) of item ${show(item.id)} is a share of a forecast: it must be more than 0 and at most 1.`;
    context.issues.add("outOfRange", path, message, { value: cap });
  }
  checkFences(context, item, { row, pathOf });
  return { consume, backward, forward, spread, cap: share };
}

/** D4: the demand fence lies inside the planning fence. */
function checkFences(context: Context, item: Item, { row, pathOf }: ParameterRow): void {
  const { demandTimeFence: demand = 0, planningTimeFence: planning = 0 } = row;
  if (planning === 0 || demand <= planning) return;
  if (context.issues.isInDoubt(pathOf("planningTimeFence"))) return;
  const message = `The demandTimeFence (${demand}) of item ${show(item.id)} must not be longer than its planningTimeFence (${planning}). Shorten it.`;
  context.issues.add("contradiction", pathOf("demandTimeFence"), message);
}

function readReorderPoint(context: Context, item: Item, from: ParameterRow): number {
  const { row, pathOf } = from;
  if (row.reorderPoint !== undefined) {
    const options = { kind: "parameter", mayBeNegative: true } as const;
    return readAmount(context, item, row.reorderPoint, pathOf("reorderPoint"), options);
  }
  if (row.method === "minMax" || row.method === "reorderPoint") {
    const message = `The field reorderPoint is missing. The method "${row.method}" of item ${show(item.id)} needs it.`;
    context.issues.add("missingField", [...pathOf("method").slice(0, -1), "reorderPoint"], message);
  }
  return 0;
}

/** N9, L12: nothing would be planned by a level where no method and no lot rule asks for it. */
function refuseUnusedLevels(
  context: Context,
  item: Item,
  { row, pathOf }: ParameterRow,
  lot: LotRule,
): void {
  const refuse = (field: "reorderPoint" | "orderUpTo"): void => {
    if (row[field] === undefined || context.issues.isInDoubt(pathOf("method"))) return;
    const message = `The ${field} (${show(row[field])}) of item ${show(item.id)} is for the methods "reorderPoint" and "minMax", and no method is given. Give it one, or leave the ${field} out.`;
    context.issues.add("contradiction", pathOf(field), message);
  };
  refuse("reorderPoint");
  if (lot.rule !== "orderUpTo" && row.lotSizing?.rule !== "orderUpTo") refuse("orderUpTo");
}

/** L12: an order up to less than what sets it off would be no order. */
function checkOrderUpTo(
  context: Context,
  item: Item,
  { row, pathOf }: ParameterRow,
  lot: LotRule,
  highestFloor: number,
): void {
  if (lot.rule !== "orderUpTo" || lot.orderUpTo >= highestFloor) return;
  const usesReorderPoint = row.method === "minMax" || row.method === "reorderPoint";
  const floor = usesReorderPoint ? "reorderPoint" : "safetyStock";
  if ([floor, "method"].some((field) => context.issues.isInDoubt(pathOf(field)))) return;
  const inRule = row.lotSizing?.rule === "orderUpTo" && row.lotSizing.orderUpTo !== undefined;
  const path = inRule ? [...pathOf("lotSizing"), "orderUpTo"] : pathOf("orderUpTo");
  const text = (count: number): string => formatQuantity(count, item.decimals);
  const message = `The orderUpTo (${text(lot.orderUpTo)}) of item ${show(item.id)} must not lie below its ${floor} (${text(highestFloor)}). Raise it.`;
  context.issues.add("contradiction", path, message);
}

const LARGEST_YIELD_DENOMINATOR = 2n ** 51n;

/** Q3: the good part of what an order starts; `undefined` when all of it is good. */
function readYield(context: Context, item: Item, from: ParameterRow): Ratio | undefined {
  const given = from.row.yield;
  if (given === undefined) return undefined;
  const path = from.pathOf("yield");
  const ratio = parseRatio(given);
  const what = `The yield (${show(given)}) of item ${show(item.id)}`;
  if (ratio === undefined || ratio.num <= 0n || ratio.num > ratio.den) {
    const code = ratio === undefined ? "invalidQuantity" : "outOfRange";
    context.issues.add(code, path, `${what} must be more than 0 and at most 1.`, { value: given });
    return undefined;
  }
  if (ratio.den > LARGEST_YIELD_DENOMINATOR) {
    const message = `${what} has more digits than are reckoned with exactly (15). Round it.`;
    context.issues.add("tooFine", path, message, { value: given });
    return undefined;
  }
  return ratio.num === ratio.den ? undefined : ratio;
}

function readLeadTimePerUnit(context: Context, from: ParameterRow): Ratio | undefined {
  const given = from.row.leadTimePerUnit;
  if (given === undefined) return undefined;
  const ratio = readRatio(context, given, from.pathOf("leadTimePerUnit"), true);
  return ratio.num === 0n ? undefined : ratio;
}

/** Lead time per count of the item: what {@link Parameters.leadTimePerUnit} is per 10^-decimals. */
export function perCount(perUnit: Ratio, decimals: number): Ratio {
  return multiplyRatios(perUnit, { num: 1n, den: 10n ** BigInt(decimals) });
}
