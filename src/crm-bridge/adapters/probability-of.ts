import { formatRatio, parseRatio, ratioOf } from "../../core/index.js";

/**
 * A percentage as a probability, exactly: 12.5 becomes "0.125" (Q2).
 *
 * @param percent - a number, or a decimal as text
 */
export function probabilityOf(percent: number | string): string {
  const ratio = parseRatio(percent);
  return ratio === undefined ? `${percent}` : formatRatio(ratioOf(ratio.num, ratio.den * 100n));
}
