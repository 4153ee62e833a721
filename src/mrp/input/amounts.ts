import {
  countQuantity,
  countRatio,
  formatQuantity,
  formatRatio,
  multiplyRatios,
  ONE,
  parseRatio,
  type QuantityFault,
  type Ratio,
  type Rounding,
} from "../../core/index.js";
import type { AdjustmentReason } from "./adjustment.js";
import { type Context, unitFactor } from "./context.js";
import { show } from "./issues.js";
import { type Path, pathTo } from "./path.js";
import type { Item } from "./problem.js";

/** How a quantity that converts to something finer is taken (Q2, Q5). */
export type AmountKind = "need" | "supply" | "parameter";

const CONVERTED: Record<AmountKind, Rounding> = { need: "up", supply: "down", parameter: "exact" };
const REASON: Record<Exclude<Rounding, "exact">, AdjustmentReason> = {
  down: "roundedDown",
  halfUp: "roundedHalfUp",
  up: "roundedUp",
};

export interface AmountOptions {
  readonly kind: AmountKind;
  readonly unit?: string | undefined;
  readonly unitPath?: Path;
  readonly mayBeNegative?: boolean;
}

/** Needs: what converts finer is rounded up (Q5). */
export const NEED: AmountOptions = { kind: "need" };
/** Open supply and stock: what converts finer is rounded down (Q5). */
export const SUPPLY: AmountOptions = { kind: "supply" };
/** Modifiers, lots and other parameters: they must be whole 10^-decimals after conversion (Q5). */
export const PARAMETER: AmountOptions = { kind: "parameter" };

/**
 * Reads a quantity of an item as a count of its 10^-decimals (Q1, Q4, Q5).
 *
 * @param base - where the quantity stands, or what holds it
 * @param field - its name in what holds it
 * @returns a safe integer; 0 when the quantity is refused, which is noted
 */
export function readAmount(
  context: Context,
  item: Item,
  value: number | string,
  base: Path,
  options: AmountOptions,
  field?: string,
): number {
  const { unit } = options;
  const converts = unit !== undefined && unit !== item.unit;
  if (!converts) {
    const count = countQuantity(value, item.decimals);
    if (typeof count === "number" && count >= 0) return count;
    const path = pathTo(base, field);
    if (typeof count === "number") return checkSign(context, item, value, count, path, options);
    if (count !== "tooFine" || context.conventions.excessDigits === "reject") {
      return refuse(context, item, value, count, path, options);
    }
    return round(context, item, parseRatio(value)!, "halfUp", value, path, options);
  }
  const path = pathTo(base, field);
  const factor = unitFactor(context, item, unit, options.unitPath ?? path);
  const given = parseRatio(value);
  if (factor === undefined || given === undefined) {
    return checkSign(
      context,
      item,
      value,
      given === undefined || given.num >= 0n ? 0 : -1,
      path,
      options,
    );
  }
  const rounding = CONVERTED[options.kind];
  return round(context, item, multiplyRatios(given, factor), rounding, value, path, options);
}

function round(
  context: Context,
  item: Item,
  amount: Ratio,
  rounding: Rounding,
  value: number | string,
  path: Path,
  options: AmountOptions,
): number {
  const count = countRatio(amount, item.decimals, rounding);
  if (typeof count !== "number") return refuse(context, item, value, count, path, options);
  if (rounding !== "exact" && typeof countRatio(amount, item.decimals, "exact") !== "number") {
    const taken = formatQuantity(count, item.decimals);
    adjusted(context, item, path, REASON[rounding], formatRatio(amount), taken);
  }
  return checkSign(context, item, value, count, path, options);
}

/** Says that a figure was not taken as it stands. */
export function adjusted(
  context: Context,
  item: Item,
  path: Path,
  reason: AdjustmentReason,
  given: string,
  taken: string,
): void {
  // A parameter is read again for every site that shares it; what it leads to is said once.
  if (path[0] === "items" || path[0] === "itemSites") {
    const key = JSON.stringify([reason, path]);
    if (context.saidOfParameters.has(key)) return;
    context.saidOfParameters.add(key);
  }
  context.messages.push({ code: "inputAdjusted", item: item.id, path, reason, given, taken });
}

/** What helps against too fine a figure; more than 9 decimals there are not. */
function moreDecimals(item: Item): string {
  return item.decimals < 9 ? "Give the item more decimals, or round" : "Round";
}

function checkSign(
  context: Context,
  item: Item,
  value: number | string,
  count: number,
  path: Path,
  options: AmountOptions,
): number {
  if (count >= 0 || options.mayBeNegative) return count;
  const message = `The ${path.at(-1)} (${show(value)}) of item ${show(item.id)} must be 0 or more.`;
  context.issues.add("outOfRange", path, message, { value });
  return 0;
}

function refuse(
  context: Context,
  item: Item,
  value: number | string,
  fault: QuantityFault,
  path: Path,
  options: AmountOptions,
): number {
  if (isFormUnsure(context, item, path, options) && fault !== "invalidQuantity") return 0;
  const what = `The ${path.at(-1)} (${show(value)}) of item ${show(item.id)}`;
  const converts = options.unit !== undefined && options.unit !== item.unit;
  const rounding = converts ? "" : ', or set conventions.excessDigits to "round"';
  const advice: Record<QuantityFault, string> = {
    invalidQuantity: "must be a number, or a decimal as text with a point.",
    tooFine: `is finer than the item's ${item.decimals} decimals${converts ? " in its stock unit" : ""}. ${moreDecimals(item)} it${rounding}.`,
    quantityOverflow: `leaves the exact range at ${item.decimals} decimals (2^53). Give the item fewer decimals or a larger unit.`,
  };
  context.issues.add(fault, path, `${what} ${advice[fault]}`, { value, item: item.id });
  return 0;
}

/** Whether something that says how a quantity is counted has a wrong form. */
function isFormUnsure(
  context: Context,
  item: Item,
  path: Path,
  { unitPath = [...path.slice(0, -1), "unit"] }: AmountOptions,
): boolean {
  const { issues, uncounted } = context;
  const convention = ["conventions", "excessDigits"];
  return uncounted.has(item) || issues.isInDoubt(convention) || issues.isInDoubt(unitPath);
}

/**
 * Reads a ratio that must lie above 0, or at 0 where that is allowed.
 *
 * @returns the exact fraction; 1 when it is refused, which is noted
 */
export function readRatio(
  context: Context,
  value: number | string,
  base: Path,
  zeroIsFine: boolean,
  field?: string,
): Ratio {
  const ratio = knownRatio(context, value);
  if (ratio !== undefined && (ratio.num > 0n || (zeroIsFine && ratio.num === 0n))) return ratio;
  const path = pathTo(base, field);
  if (ratio === undefined) {
    const message = `The ${path.at(-1)} (${show(value)}) must be a number or a fraction such as "1/48".`;
    context.issues.add("invalidQuantity", path, message, { value });
    return ONE;
  }
  const least = zeroIsFine ? "0 or more" : "more than 0";
  const message = `The ${path.at(-1)} (${show(value)}) must be ${least}.`;
  context.issues.add("outOfRange", path, message, { value });
  return ONE;
}

/** A bill says few different ratios many times, so each is parsed once. */
function knownRatio(context: Context, value: number | string): Ratio | undefined {
  const known = context.ratios.get(value);
  if (known !== undefined) return known;
  const ratio = parseRatio(value);
  if (ratio !== undefined) context.ratios.set(value, ratio);
  return ratio;
}
