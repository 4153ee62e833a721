import { ratioOf } from "../core/index.js";

/** The smallest number that both divide, of two above 0. */
export function commonDenominator(a: bigint, b: bigint): bigint {
  // Most of the time one divides the other, which is found out in one step at any length.
  if (a % b === 0n) return a;
  if (b % a === 0n) return b;
  return a * ratioOf(a, b).den;
}
