import { Decimal } from "../../../src/core/index.js";
import type { PlanningInput } from "../../../src/index.js";

/** Writes a quantity a power of ten larger. */
function larger(quantity: number | string, power: number): string {
  return new Decimal(quantity).times(10 ** power).toFixed();
}

/**
 * The same problem with every item in nine decimals and larger stock and demand, so that figures
 * come near the largest that is held exactly, 2^53 counts.
 *
 * @param input - any problem
 * @param power - of ten, by which quantities grow; 6 brings many problems beyond the limit
 */
export function nearLimit(input: PlanningInput, power: number): PlanningInput {
  return {
    ...input,
    items: (input.items ?? []).map((item) => ({ ...item, decimals: 9 })),
    stock: (input.stock ?? []).map((row) => ({ ...row, quantity: larger(row.quantity, power) })),
    demands: (input.demands ?? []).map(({ shipped: _, consumption: __, ...row }) => ({
      ...row,
      quantity: larger(row.quantity, power),
    })),
  };
}
