/**
 * Products that do not fit into 53 bits, without BigInt: the product as an error-free pair of
 * doubles, then one correction by the remainder.
 *
 * Source: T. J. Dekker, "A floating-point technique for extending the available precision",
 * Numerische Mathematik 18 (1971), the exact product by Veltkamp's splitting.
 */

/** Splits a double of up to 53 bits into two halves of 26 (Veltkamp): 2^27 + 1. */
const SPLITTER = 134217729;

/** The largest result that {@link ceilProduct} and {@link floorProduct} always give exactly. */
export const LARGEST_PRODUCT = 2 ** 52;

/** The rounding error of `a * b`: `a * b` as a double plus this is the product exactly. */
function productError(a: number, b: number, product: number): number {
  let c = SPLITTER * a;
  const aHigh = c - (c - a);
  const aLow = a - aHigh;
  c = SPLITTER * b;
  const bHigh = c - (c - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/**
 * Computes `floor(quantity × num / den)`, exactly.
 *
 * @param quantity - a whole number, 0 to 2^53
 * @param num - a whole number, 0 to 2^53
 * @param den - a whole number, 1 to 2^53
 * @returns the whole number; one above 2^52 comes as itself or as `Infinity`, never as another
 *
 * @example
 * ```ts
 * floorProduct(10, 1, 3); // => 3
 * floorProduct(2 ** 52, 2 ** 53 - 1, 2 ** 53); // => 2 ** 52 - 1
 * ```
 */
export function floorProduct(quantity: number, num: number, den: number): number {
  const high = quantity * num;
  if (high <= Number.MAX_SAFE_INTEGER) return Math.floor(high / den);
  const low = productError(quantity, num, high);
  const guess = Math.floor(high / den);
  // The guess is at most one beside the floor, and its remainder so small that it is exact.
  if (guess > LARGEST_PRODUCT + 1) return Number.POSITIVE_INFINITY;
  const back = guess * den;
  const rest = high - back + (low - productError(guess, den, back));
  const result = guess + Math.floor(rest / den);
  return result > LARGEST_PRODUCT ? Number.POSITIVE_INFINITY : result;
}

/**
 * Computes `ceil(quantity × num / den)`, exactly (Q2).
 *
 * @param quantity - a whole number, 0 to 2^53
 * @param num - a whole number, 0 to 2^53
 * @param den - a whole number, 1 to 2^53
 * @returns the whole number; one above 2^52 comes as itself or as `Infinity`, never as another
 *
 * @example
 * ```ts
 * ceilProduct(10, 1, 3); // => 4
 * ceilProduct(2 ** 52 - 1, 2 ** 53 - 1, 2 ** 53); // => 2 ** 52 - 1
 * ```
 */
export function ceilProduct(quantity: number, num: number, den: number): number {
  const high = quantity * num;
  if (high <= Number.MAX_SAFE_INTEGER) return Math.ceil(high / den);
  const floor = floorProduct(quantity, num, den);
  if (floor === Number.POSITIVE_INFINITY) return floor;
  const low = productError(quantity, num, high);
  const back = floor * den;
  const rest = high - back + (low - productError(floor, den, back));
  return rest > 0 ? floor + 1 : floor;
}
