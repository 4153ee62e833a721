/** The checks of the figures of statistics, floating-point numbers; see `argument.ts`. */
import { Decimal, ratioToDecimal } from "../core/index.js";
import { add, must, type Place, UNSOUND } from "./argument.js";
import { anyNumber } from "./exact-argument.js";

/** Beyond these a product of a few would leave what a floating-point number holds. */
const SMALLEST = 1e-100;
const LARGEST = 1e100;

/** A number that is not NaN or infinite, or an exact one; 0 or of a size that can be computed with. */
export function figure(value: unknown, place: Place): number {
  const read = typeof value === "number" && !Number.isNaN(value) ? value : floatOf(value, place);
  if (read === undefined) return UNSOUND;
  const size = Math.abs(read);
  if (size <= LARGEST && (size >= SMALLEST || size === 0)) return read + 0; // no −0
  const advice = `be 0 or between ${SMALLEST} and ${LARGEST} in size; choose other units`;
  add(place, "outOfRange", must(value, place, advice), { value });
  return UNSOUND;
}

/** The floating-point number nearest to an exact one. */
function floatOf(value: unknown, place: Place): number | undefined {
  if (Decimal.isDecimal(value) && value.isFinite()) return value.toNumber();
  const ratio = anyNumber(value, place);
  return ratio === UNSOUND ? undefined : ratioToDecimal(ratio).toNumber();
}
