import { parseRatio } from "../../core/index.js";
import type { SupplyRow } from "./carry-out-supplies.js";

type Amount = number | string;

/**
 * A supply of which so much has arrived. That has passed all operations (K53), so those that are said to
 * have completed less have completed as much.
 */
export function withArrived(supply: SupplyRow, completed: Amount): SupplyRow {
  if (supply.progress === undefined) return { ...supply, completed };
  const least = isBelow(supply.quantity, completed) ? supply.quantity : completed;
  const progress = supply.progress.map((row) =>
    isBelow(row.completed, least) ? { ...row, completed: least } : row,
  );
  return { ...supply, completed, progress };
}

function isBelow(a: Amount, b: Amount): boolean {
  const [one, other] = [parseRatio(a), parseRatio(b)];
  if (one === undefined || other === undefined) return false;
  return one.num * other.den < other.num * one.den;
}
