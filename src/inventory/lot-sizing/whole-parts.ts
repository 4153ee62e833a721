import type { Ratio } from "../../core/index.js";

/** Turns amounts into whole multiples of the largest part that they share. */
export function wholeParts(amounts: readonly Ratio[]): bigint[] {
  const denominator = amounts.reduce((all, { den }) => all * (den / commonDivisor(all, den)), 1n);
  const parts = amounts.map(({ num, den }) => num * (denominator / den));
  const divisor = parts.reduce(commonDivisor, 0n);
  return divisor > 1n ? parts.map((part) => part / divisor) : parts;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
