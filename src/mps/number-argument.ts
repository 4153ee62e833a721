/** The checks of the figures of statistics, floating-point numbers; see `argument.ts`. */
import { add, must, type Place, wrongType } from "./argument.js";

/** Beyond these a product of a few would leave what a floating-point number holds. */
const SMALLEST = 1e-100;
const LARGEST = 1e100;

/** A number that is not NaN or infinite, 0 or of a size that can be computed with. */
export function figure(value: unknown, place: Place): number {
  if (typeof value !== "number" || Number.isNaN(value)) {
    wrongType(value, place, "a number");
    return 1;
  }
  const size = Math.abs(value);
  if (size > LARGEST || (size < SMALLEST && size > 0)) {
    const advice = `be 0 or between ${SMALLEST} and ${LARGEST} in size; choose other units`;
    add(place, "outOfRange", must(value, place, advice), { value });
  }
  return value + 0; // no −0
}
