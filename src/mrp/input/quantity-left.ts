import { addRatios, formatRatio } from "../../core/index.js";
import { type AmountKind, adjusted, readAmount, readRatio } from "./amounts.js";
import type { Context } from "./context.js";
import type { Path } from "./issues.js";

/** What is done of a row: the field that says it, and how what is left is rounded. */
export interface Done {
  readonly field: "completed" | "shipped";
  readonly quantity: number | string | undefined;
  readonly kind: AmountKind;
}

/**
 * What is left of the quantity of a row, in counts of its item.
 *
 * More done than there was leaves nothing, which is reported (`nothingLeft`).
 */
export function readQuantityLeft(
  context: Context,
  itemNumber: number,
  row: { readonly quantity: number | string; readonly unit?: string | undefined },
  done: Done,
  path: Path,
): number {
  const item = context.items[itemNumber]!;
  const options = { kind: done.kind, unit: row.unit, unitPath: [...path, "unit"] };
  const at = [...path, "quantity"];
  if (done.quantity === undefined) return readAmount(context, item, row.quantity, at, options);
  const atDone = [...path, done.field];
  if (row.unit !== undefined && row.unit !== item.unit) {
    // What is left is converted and rounded once; its parts only have to be quantities.
    const whole = readRatio(context, row.quantity, at, true);
    const part = readRatio(context, done.quantity, atDone, true);
    const left = addRatios(whole, { num: -part.num, den: part.den });
    if (left.num >= 0n) return readAmount(context, item, formatRatio(left), at, options);
  } else {
    const whole = readAmount(context, item, row.quantity, at, options);
    const part = readAmount(context, item, done.quantity, atDone, options);
    if (part <= whole) return whole - part;
  }
  adjusted(context, item, atDone, "nothingLeft", `${done.quantity}`, `${row.quantity}`);
  return 0;
}
