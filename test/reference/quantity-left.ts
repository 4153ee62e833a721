/** What is left of a supply or a demand of which a part has arrived or been shipped (K21). */
import { ceil, floor, minus, readRatio } from "./numbers.js";
import type { Path, Problem } from "./problem.js";
import { adjusted, quantityConverted, quantityOf } from "./problem.js";
import type { Num } from "./types.js";

/** What is left of a quantity of which `done` has arrived or been shipped (K21). */
function quantityLeft(
  problem: Problem,
  row: { item: string; quantity: Num; unit?: string },
  done: Num | undefined,
  path: Path,
  doneField: "completed" | "shipped",
): bigint {
  const total = quantityOf(problem, row.item, row.quantity, [...path, "quantity"], row.unit);
  const part = quantityOf(problem, row.item, done ?? 0, [...path, doneField], row.unit);
  if (part > total) {
    adjusted(problem, [...path, doneField], row.item, `${doneField} is more than all`);
    return 0n;
  }
  return total - part;
}

/** What is left of a supply or a demand; what converts finer is rounded on what is left. */
export function convertedLeft(
  problem: Problem,
  row: { item: string; quantity: Num; unit?: string },
  done: Num | undefined,
  path: Path,
  doneField: "completed" | "shipped",
): bigint {
  if (row.unit === undefined) {
    return quantityLeft(problem, row, done, path, doneField);
  }
  const left = minus(readRatio(row.quantity), readRatio(done ?? 0));
  if (left.num < 0n) {
    adjusted(problem, [...path, doneField], row.item, `${doneField} is more than all`);
    return 0n;
  }
  const round = doneField === "completed" ? floor : ceil;
  return quantityConverted(problem, row.item, left, [...path, "quantity"], row.unit, round);
}
