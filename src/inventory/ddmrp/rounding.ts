import { ceilDivide, floorDivide, type Ratio } from "../../core/index.js";

/** The ratio itself. */
export function asItIs(ratio: Ratio): Ratio {
  return ratio;
}

/** The whole number at or above a ratio. */
export function roundedUp({ num, den }: Ratio): Ratio {
  return { num: ceilDivide(num, den), den: 1n };
}

/** The nearest whole number, from the middle up. */
export function roundedHalfUp({ num, den }: Ratio): Ratio {
  return { num: floorDivide(2n * num + den, 2n * den), den: 1n };
}
