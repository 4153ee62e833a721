import { fewestDecimals, POWERS_OF_TEN } from "../../core/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { type BillColumns, LARGEST_FACTOR } from "./bill-columns.js";

type BomRow = PlanningRow<"boms">;
type LineRow = BomRow["lines"][number];

/** Whether a bill says more than its item, its site and its lines. */
export function saysMoreOfBill(row: BomRow): boolean {
  return (
    row.version !== undefined ||
    row.validFrom !== undefined ||
    row.validTo !== undefined ||
    row.output !== undefined ||
    row.outputUnit !== undefined ||
    row.coProducts !== undefined
  );
}

/** Whether a line says more of planning than its component, a quantity and scrap. */
export function saysMoreOfLine(row: { readonly [Field in keyof LineRow]?: unknown }): boolean {
  return (
    row.unit !== undefined ||
    row.fixed !== undefined ||
    row.multiple !== undefined ||
    row.offset !== undefined ||
    row.validFrom !== undefined ||
    row.validTo !== undefined ||
    row.substitutes !== undefined
  );
}

/**
 * Writes the ratio of a line into columns, reckoned with numbers alone: quantity × (1 + scrap) in lowest
 * terms (Q2, B1).
 *
 * @returns whether it is written; not where one is no number, below 0, or has so many digits that a
 * number in between were not exact
 */
export function writePlainRatio(
  { quantity, scrap = 0 }: LineRow,
  l: number,
  { num, den }: Pick<BillColumns, "num" | "den">,
): boolean {
  if (typeof quantity !== "number" || typeof scrap !== "number") return false;
  if (quantity < 0 || scrap < 0) return false;
  const decimals = fewestDecimals(quantity);
  const ofScrap = fewestDecimals(scrap);
  if (decimals === undefined || ofScrap === undefined) return false;
  const one = POWERS_OF_TEN[ofScrap]!;
  const above = Math.round(quantity * POWERS_OF_TEN[decimals]!) * (one + Math.round(scrap * one));
  const below = POWERS_OF_TEN[decimals]! * one;
  if (above >= LARGEST_FACTOR || below >= LARGEST_FACTOR) return false;
  let divisor = above;
  let rest = below;
  while (rest !== 0) {
    const next = divisor % rest;
    divisor = rest;
    rest = next;
  }
  // A quantity of -0 is one of 0.
  num[l] = above / divisor + 0;
  den[l] = below / divisor;
  return true;
}
