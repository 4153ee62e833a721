import {
  countRatio,
  formatQuantity,
  formatRatio,
  LARGEST_QUANTITY,
  ONE,
  type Ratio,
} from "../../core/index.js";
import { readAmount } from "./amounts.js";
import { type Context, unitFactor } from "./context.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import type { Item, Modifiers } from "./problem.js";

/** The fields of L0, on an item, an item-site or a source. */
export interface ModifierFields {
  readonly minimumOrder?: number | string | undefined;
  readonly orderMultiple?: number | string | undefined;
  readonly maximumOrder?: number | string | undefined;
  readonly orderUnit?: string | undefined;
}

const NO_MODIFIERS: Modifiers = { minimum: 0, multiple: 0, maximum: Number.POSITIVE_INFINITY };

/** L0: order modifiers, in order units where one is given, checked against each other. */
export function readModifiers(
  context: Context,
  item: Item,
  row: ModifierFields,
  pathOf: (field: string) => Path,
  yieldRatio: Ratio | undefined,
): Modifiers {
  if (
    row.minimumOrder === undefined &&
    row.orderMultiple === undefined &&
    row.maximumOrder === undefined &&
    row.orderUnit === undefined
  ) {
    return NO_MODIFIERS;
  }
  const options = {
    kind: "parameter",
    unit: row.orderUnit,
    unitPath: pathOf("orderUnit"),
  } as const;
  const read = (field: "minimumOrder" | "orderMultiple" | "maximumOrder"): number =>
    row[field] === undefined ? 0 : readAmount(context, item, row[field], pathOf(field), options);
  const minimum = read("minimumOrder");
  const most = read("maximumOrder");
  const stated = read("orderMultiple");
  const unit =
    row.orderUnit === undefined ? 0 : countUnit(context, item, row.orderUnit, options.unitPath);
  const multiple = wholeMultiple(context, item, stated, unit, pathOf("orderMultiple"));
  if (most === 0) {
    const isRefused = ["maximumOrder", "orderUnit"].some((field) =>
      context.issues.isRefused(pathOf(field)),
    );
    if (row.maximumOrder !== undefined && !isRefused) {
      const message = `The maximumOrder (${show(row.maximumOrder)}) of item ${show(item.id)} must be more than 0.`;
      const figures = { value: row.maximumOrder };
      context.issues.add("outOfRange", pathOf("maximumOrder"), message, figures);
    }
    return { minimum, multiple, maximum: Number.POSITIVE_INFINITY };
  }
  const maximum = multiple > 0 ? most - (most % multiple) : most;
  const inStockUnits = row.orderUnit === undefined ? "" : " in stock units";
  const sizes = { minimum, multiple, most, maximum, inStockUnits };
  checkMaximum(context, item, sizes, pathOf, yieldRatio);
  if (maximum === most) return { minimum, multiple, maximum };
  const text = (count: number): string => formatQuantity(count, item.decimals);
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

/** One order unit in counts of the item. */
function countUnit(context: Context, item: Item, unit: string, path: Path): number {
  const contains = unitFactor(context, item, unit, path) ?? ONE;
  const count = countRatio(contains, item.decimals, "exact");
  if (typeof count === "number") return count;
  if (context.uncounted.has(item)) return 0;
  const advice = {
    invalidQuantity: "which is no quantity",
    tooFine: `finer than its ${item.decimals} decimals. Give the item more decimals (at most 9)`,
    quantityOverflow: `beyond the exact range at its ${item.decimals} decimals (2^53). Give it fewer`,
  }[count];
  const message = `The orderUnit (${show(unit)}) of item ${show(item.id)} holds ${formatRatio(contains)} of its stock unit, ${advice}, or another orderUnit.`;
  context.issues.add(count, path, message, { value: unit, item: item.id });
  return 0;
}

/** The multiple that is both a multiple as stated and whole order units. */
function wholeMultiple(
  context: Context,
  item: Item,
  stated: number,
  unit: number,
  path: Path,
): number {
  if (stated === 0 || unit === 0) return Math.max(stated, unit);
  let [divisor, rest] = [stated, unit];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  const multiple = BigInt(stated / divisor) * BigInt(unit);
  if (multiple <= LARGEST_QUANTITY) return Number(multiple);
  const message = `The orderMultiple of item ${show(item.id)} and its orderUnit have no common multiple within the exact range (2^53). Make one a multiple of the other.`;
  context.issues.add("quantityOverflow", path, message, { item: item.id });
  return unit;
}

interface Sizes {
  readonly minimum: number;
  readonly multiple: number;
  readonly most: number;
  /** `most`, lowered to a multiple. */
  readonly maximum: number;
  /** Which unit figures are in, where the fields are in another one. */
  readonly inStockUnits: string;
}

function checkMaximum(
  context: Context,
  item: Item,
  { minimum, multiple, most, maximum, inStockUnits }: Sizes,
  pathOf: (field: string) => Path,
  yieldRatio: Ratio | undefined,
): void {
  const path = pathOf("maximumOrder");
  const text = (count: number): string => formatQuantity(count, item.decimals) + inStockUnits;
  const what = `The maximumOrder (${text(most)}) of item ${show(item.id)}`;
  const inDoubt = (fields: readonly string[]): boolean =>
    fields.some((field) => context.issues.isInDoubt(pathOf(field)));
  if (maximum === 0 || maximum < minimum) {
    if (inDoubt(["minimumOrder", "orderMultiple", "orderUnit"])) return;
    const other =
      maximum === 0 ? `orderMultiple (${text(multiple)})` : `minimumOrder (${text(minimum)})`;
    const lowered =
      maximum > 0 && maximum < most ? `, lowered to the multiple ${text(maximum)},` : "";
    const message = `${what}${lowered} must not lie below its ${other}. Raise it, or lower the other.`;
    context.issues.add("contradiction", path, message);
  }
  if (yieldRatio !== undefined && BigInt(maximum) * yieldRatio.num < yieldRatio.den) {
    const message = `${what} gives no good piece at its yield. Raise it.`;
    context.issues.add("contradiction", path, message);
  }
}
