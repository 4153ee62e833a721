import type { Ratio } from "../core/index.js";

/** A number near an exact one: to tell at once what is far apart. */
export function near({ num, den }: Ratio): number {
  return Number(num) / Number(den);
}

/** The number with the other sign. */
export function negative({ num, den }: Ratio): Ratio {
  return { num: -num, den };
}
