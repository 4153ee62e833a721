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
import type { Item, LotRule, Method, Parameters } from "./problem.js";
import { readSafetyStock } from "./safety-stock.js";

/** Checks planning parameters and counts their quantities. */
export function readParameters(context: Context, item: Item, from: ParameterRow): Parameters {
  const { row, pathOf } = from;
  const { conventions } = context;
  const method = (row.method ?? "mrp") as Method;
  if (item.phantom) refusePhantomParameters(context, item, from);
  const safetyStock = readSafetyStock(context, item, from);
  const lot = readLotRule(context, item, from);
  const reorderPoint = readReorderPoint(context, item, from);
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
    consumeForecast: row.forecast?.consume !== "none",
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

function readReorderPoint(context: Context, item: Item, from: ParameterRow): number {
  const { row, pathOf } = from;
  if (row.reorderPoint !== undefined) {
    const options = { kind: "parameter", mayBeNegative: true } as const;
    return readAmount(context, item, row.reorderPoint, pathOf("reorderPoint"), options);
  }
  if (row.method === "minMax" || row.method === "reorderPoint") {
    const message = `The field reorderPoint is missing. The method "${row.method}" of item ${show(item.id)} needs it.`;
    context.issues.add("missingField", pathOf("reorderPoint"), message);
  }
  return 0;
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
