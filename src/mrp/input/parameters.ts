import { formatQuantity, multiplyRatios, parseRatio, type Ratio } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { readAmount, readRatio } from "./amounts.js";
import { type Context, unitFactor } from "./context.js";
import { type Path, show } from "./issues.js";
import type { Item, LotRule, Method, Modifiers, OrderWindow, Parameters } from "./problem.js";
import { readDay } from "./shape.js";

type ItemRow = NonNullable<PlanningInput["items"]>[number];
type ItemSiteRow = NonNullable<PlanningInput["itemSites"]>[number];

/** A row of parameters, and where each of its fields stands. */
export interface ParameterRow {
  readonly row: Partial<ItemRow>;
  readonly pathOf: (field: string) => Path;
}

/** The parameters of an item, with those that its row for a site gives put over them. */
export function parameterRow(
  item: ItemRow,
  itemNumber: number,
  atSite?: { readonly row: ItemSiteRow; readonly number: number },
): ParameterRow {
  if (atSite === undefined) return { row: item, pathOf: (field) => ["items", itemNumber, field] };
  const row: Record<string, unknown> = { ...item };
  const own = atSite.row as Record<string, unknown>;
  for (const field of Object.keys(own)) {
    if (own[field] !== undefined && field !== "item" && field !== "site") row[field] = own[field];
  }
  if (item.attributes !== undefined && atSite.row.attributes !== undefined) {
    row.attributes = { ...item.attributes, ...atSite.row.attributes };
  }
  return {
    row: row as Partial<ItemRow>,
    pathOf: (field) =>
      own[field] === undefined ? ["items", itemNumber, field] : ["itemSites", atSite.number, field],
  };
}

/** Checks planning parameters and counts their quantities. */
export function readParameters(context: Context, item: Item, from: ParameterRow): Parameters {
  const { row, pathOf } = from;
  const { conventions } = context;
  const method = (row.method ?? "mrp") as Method;
  if (item.phantom) refusePhantomParameters(context, item, from);
  const safetyStock = readSafetyStock(context, item, from);
  const lot = readLotRule(context, item, from, method);
  let reorderPoint = 0;
  if (row.reorderPoint !== undefined) {
    reorderPoint = amount(context, item, row.reorderPoint, pathOf("reorderPoint"), true);
  } else if (method === "minMax" || method === "reorderPoint") {
    const message = `The field reorderPoint is missing. The method "${method}" of item ${show(item.id)} needs it.`;
    context.issues.add("missingField", pathOf("reorderPoint"), message);
  }
  const usesReorderPoint = method === "minMax" || method === "reorderPoint";
  const highestFloor = usesReorderPoint
    ? reorderPoint
    : safetyStock.reduce((most, step) => Math.max(most, step.quantity), 0);
  if (lot.rule === "orderUpTo" && lot.orderUpTo < highestFloor) {
    const message = `The orderUpTo (${formatQuantity(lot.orderUpTo, item.decimals)}) of item ${show(item.id)} must not lie below ${usesReorderPoint ? "its reorderPoint" : "its safetyStock"} (${formatQuantity(highestFloor, item.decimals)}).`;
    context.issues.add("contradiction", pathOf("orderUpTo"), message);
  }
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
    planningTimeFence: row.planningTimeFence ?? 0,
    yield: yieldRatio,
    attributes: row.attributes,
  };
}

function amount(
  context: Context,
  item: Item,
  value: number | string,
  path: Path,
  mayBeNegative = false,
): number {
  return readAmount(context, item, value, path, { kind: "parameter", mayBeNegative });
}

const PHANTOM_HAS_NONE = [
  "leadTime",
  "leadTimePerUnit",
  "receivingTime",
  "releaseTime",
  "safetyStock",
  "safetyTime",
  "yield",
  "minimumOrder",
  "orderMultiple",
  "maximumOrder",
  "orderUnit",
  "planningTimeFence",
] as const;

/** B3: a phantom has no orders, so nothing that shapes orders can be meant for it. */
function refusePhantomParameters(context: Context, item: Item, from: ParameterRow): void {
  const refuse = (field: string): void => {
    const message = `The ${field} of item ${show(item.id)} contradicts that it is a phantom: a phantom has no orders. Leave it out, or make the item no phantom.`;
    context.issues.add("contradiction", from.pathOf(field), message);
  };
  for (const field of PHANTOM_HAS_NONE) {
    const value = from.row[field];
    const idle = value === undefined || value === 0 || (field === "yield" && value === 1);
    if (!idle) refuse(field);
  }
  if (from.row.method !== undefined && from.row.method !== "mrp") refuse("method");
  if (from.row.lotSizing !== undefined && from.row.lotSizing.rule !== "lotForLot") {
    refuse("lotSizing");
  }
}

function readSafetyStock(
  context: Context,
  item: Item,
  from: ParameterRow,
): Parameters["safetyStock"] {
  const given = from.row.safetyStock;
  const path = from.pathOf("safetyStock");
  if (given === undefined) return [];
  if (!Array.isArray(given)) {
    const quantity = amount(context, item, given, path);
    return quantity === 0 ? [] : [{ day: Number.NEGATIVE_INFINITY, quantity }];
  }
  const steps = given.map((step, n) => ({
    day: readDay(step.from, [...path, n, "from"], context.issues),
    quantity: amount(context, item, step.quantity, [...path, n, "quantity"]),
  }));
  const days = new Set(steps.map((step) => step.day));
  if (days.size < steps.length) {
    const message = `Two steps of the safetyStock of item ${show(item.id)} begin on one day. Keep one.`;
    context.issues.add("contradiction", path, message);
  }
  return steps.sort((a, b) => a.day - b.day);
}

function readLotRule(context: Context, item: Item, from: ParameterRow, method: Method): LotRule {
  const { row, pathOf } = from;
  const given = row.lotSizing;
  const path = pathOf("lotSizing");
  const orderUpTo = (value: number | string, at: Path): LotRule => ({
    rule: "orderUpTo",
    orderUpTo: amount(context, item, value, at, true),
  });
  if (given === undefined) {
    const byPoint = method === "minMax" || method === "reorderPoint";
    if (byPoint && row.orderUpTo !== undefined)
      return orderUpTo(row.orderUpTo, pathOf("orderUpTo"));
    return { rule: "lotForLot" };
  }
  switch (given.rule) {
    case "fixedOrderQuantity": {
      const quantity = amount(context, item, given.quantity, [...path, "quantity"]);
      if (quantity === 0) {
        const message = `The quantity (${show(given.quantity)}) of fixedOrderQuantity of item ${show(item.id)} must be more than 0.`;
        context.issues.add("outOfRange", [...path, "quantity"], message);
      }
      return {
        rule: "fixedOrderQuantity",
        quantity: Math.max(1, quantity),
        each: given.each ?? false,
      };
    }
    case "periodOrderQuantity": {
      const units = ["days", "workingDays", "weeks", "months"] as const;
      const windows: OrderWindow[] = units.flatMap((unit) =>
        given[unit] === undefined ? [] : [{ unit, length: given[unit] }],
      );
      if (windows.length === 1) return { rule: "periodOrderQuantity", window: windows[0]! };
      const message = `The rule periodOrderQuantity of item ${show(item.id)} must name one of days, workingDays, weeks and months.`;
      const code = windows.length === 0 ? "missingField" : "contradiction";
      context.issues.add(code, [...path, windows[1]?.unit ?? "days"], message);
      return { rule: "lotForLot" };
    }
    case "orderUpTo": {
      if (given.orderUpTo !== undefined) return orderUpTo(given.orderUpTo, [...path, "orderUpTo"]);
      if (row.orderUpTo !== undefined) return orderUpTo(row.orderUpTo, pathOf("orderUpTo"));
      const message = `The field orderUpTo is missing. The rule orderUpTo of item ${show(item.id)} needs it.`;
      context.issues.add("missingField", [...path, "orderUpTo"], message);
      return { rule: "lotForLot" };
    }
    default:
      return { rule: "lotForLot" };
  }
}

const LARGEST_YIELD_DENOMINATOR = 2n ** 51n;

function readYield(context: Context, item: Item, from: ParameterRow): Ratio | undefined {
  if (from.row.yield === undefined) return undefined;
  const path = from.pathOf("yield");
  const ratio = parseRatio(from.row.yield);
  if (ratio !== undefined && ratio.den > LARGEST_YIELD_DENOMINATOR) {
    const message = `The yield (${show(from.row.yield)}) of item ${show(item.id)} has more digits than are reckoned with exactly (15). Round it.`;
    context.issues.add("tooFine", path, message, { value: from.row.yield });
    return undefined;
  }
  if (ratio !== undefined && ratio.num > 0n && ratio.num <= ratio.den) {
    return ratio.num === ratio.den ? undefined : ratio;
  }
  const message = `The yield (${show(from.row.yield)}) of item ${show(item.id)} must be more than 0 and at most 1.`;
  context.issues.add(ratio === undefined ? "invalidQuantity" : "outOfRange", path, message, {
    value: from.row.yield,
  });
  return undefined;
}

function readLeadTimePerUnit(context: Context, from: ParameterRow): Ratio | undefined {
  const given = from.row.leadTimePerUnit;
  if (given === undefined) return undefined;
  const ratio = readRatio(context, given, from.pathOf("leadTimePerUnit"), true);
  return ratio.num === 0n ? undefined : ratio;
}

interface ModifierFields {
  readonly minimumOrder?: number | string | undefined;
  readonly orderMultiple?: number | string | undefined;
  readonly maximumOrder?: number | string | undefined;
  readonly orderUnit?: string | undefined;
}

/** L0: order modifiers, in order units where one is given, checked against each other. */
export function readModifiers(
  context: Context,
  item: Item,
  row: ModifierFields,
  pathOf: (field: string) => Path,
  yieldRatio: Ratio | undefined,
): Modifiers {
  const unitPath = pathOf("orderUnit");
  const read = (field: "minimumOrder" | "orderMultiple" | "maximumOrder"): number => {
    const value = row[field];
    if (value === undefined) return 0;
    const options = { kind: "parameter", unit: row.orderUnit, unitPath } as const;
    return readAmount(context, item, value, pathOf(field), options);
  };
  const minimum = read("minimumOrder");
  let multiple = read("orderMultiple");
  const most = read("maximumOrder");
  if (row.orderUnit !== undefined) {
    const options = { kind: "parameter", unit: row.orderUnit, unitPath } as const;
    const wholeUnit = readAmount(context, item, 1, unitPath, options);
    multiple = multiple > 0 && wholeUnit > 0 ? leastCommonMultiple(multiple, wholeUnit) : wholeUnit;
  }
  if (row.maximumOrder === undefined || most === 0) {
    if (row.maximumOrder !== undefined) {
      const message = `The maximumOrder (${show(row.maximumOrder)}) of item ${show(item.id)} must be more than 0.`;
      context.issues.add("outOfRange", pathOf("maximumOrder"), message);
    }
    return { minimum, multiple, maximum: Number.POSITIVE_INFINITY };
  }
  const maximum = multiple > 0 ? most - (most % multiple) : most;
  const text = (count: number): string => formatQuantity(count, item.decimals);
  const figures = `The maximumOrder (${text(most)}) of item ${show(item.id)}`;
  if (maximum === 0 || maximum < minimum) {
    const other =
      maximum === 0 ? `orderMultiple (${text(multiple)})` : `minimumOrder (${text(minimum)})`;
    const message = `${figures} must not lie below its ${other}.`;
    context.issues.add("contradiction", pathOf("maximumOrder"), message);
  }
  if (yieldRatio !== undefined && BigInt(maximum) * yieldRatio.num < yieldRatio.den) {
    const message = `${figures} gives no good piece at its yield. Raise it.`;
    context.issues.add("contradiction", pathOf("maximumOrder"), message);
  }
  if (maximum === most) return { minimum, multiple, maximum };
  const lowered = {
    code: "inputAdjusted",
    item: item.id,
    path: pathOf("maximumOrder"),
    reason: "maximumLowered",
    given: text(most),
    taken: text(maximum),
  } as const;
  return { minimum, multiple, maximum, lowered };
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** Lead time per count of the item: what {@link Parameters.leadTimePerUnit} is per 10^-decimals. */
export function perCount(perUnit: Ratio, decimals: number): Ratio {
  return multiplyRatios(perUnit, { num: 1n, den: 10n ** BigInt(decimals) });
}
