import { NEVER } from "../input/problem.js";

/** The next day that is touched, from a day on; later than every day when there is none. */
export function nextTouched(touched: Int32Array, from: number): number {
  let word = from >> 5;
  if (word >= touched.length) return NEVER;
  let bits = touched[word]! & (-1 << (from & 31));
  while (bits === 0) {
    if (++word >= touched.length) return NEVER;
    bits = touched[word]!;
  }
  return (word << 5) + 31 - Math.clz32(bits & -bits);
}
