import { addRatios, type Ratio } from "../../core/index.js";

const NOTHING: Ratio = { num: 0n, den: 1n };

/** What a part leaves of a quantity; 0 where it is more than that. */
export function ratioLeft(whole: Ratio, part: Ratio): Ratio {
  const left = addRatios(whole, { num: -part.num, den: part.den });
  return left.num > 0n ? left : NOTHING;
}
