import { addRatios, formatRatio, multiplyRatios, ONE, type Ratio } from "../../core/index.js";
import { adjusted, NEED, readAmount, readRatio, SUPPLY } from "./amounts.js";
import type { Context } from "./context.js";
import type { Path } from "./path.js";

interface PartlyDone {
  readonly quantity: number | string;
  readonly unit?: string | undefined;
  readonly completed?: number | string | undefined;
  readonly shipped?: number | string | undefined;
}

/**
 * What is left of the quantity of a row, in counts of its item.
 *
 * More done than there was leaves nothing, which is reported (`nothingLeft`).
 *
 * @param doneField - the field that says what is done: of a supply `completed`, of a demand `shipped`
 */
export function readQuantityLeft(
  context: Context,
  itemNumber: number,
  row: PartlyDone,
  doneField: "completed" | "shipped",
  path: Path,
): number {
  const item = context.items[itemNumber]!;
  const { unit } = row;
  const done = row[doneField];
  const plain = doneField === "shipped" ? NEED : SUPPLY;
  const options = unit === undefined ? plain : { ...plain, unit, unitPath: [...path, "unit"] };
  if (done === undefined) {
    return readAmount(context, item, row.quantity, path, options, "quantity");
  }
  const at = [...path, "quantity"];
  const atDone = [...path, doneField];
  if (unit !== undefined && unit !== item.unit) {
    // What is left is converted and rounded once; its parts only have to be quantities.
    const whole = readRatio(context, row.quantity, at, true);
    const part = readRatio(context, done, atDone, true);
    const left = addRatios(whole, { num: -part.num, den: part.den });
    if (left.num >= 0n) return readAmount(context, item, formatRatio(left), at, options);
    const factor = item.factors.get(unit) ?? ONE;
    const inStockUnits = (amount: Ratio): string => formatRatio(multiplyRatios(amount, factor));
    adjusted(context, item, atDone, "nothingLeft", inStockUnits(part), inStockUnits(whole));
    return 0;
  }
  const whole = readAmount(context, item, row.quantity, at, options);
  const part = readAmount(context, item, done, atDone, options);
  if (part <= whole) return whole - part;
  adjusted(context, item, atDone, "nothingLeft", `${done}`, `${row.quantity}`);
  return 0;
}
