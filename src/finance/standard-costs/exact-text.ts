import { powerOfTen, type Ratio, ratioOf } from "../../core/index.js";

/** The ratio of an exact text, however long that is. */
export function ratioOfText(text: string): Ratio {
  const [num = "", den] = text.split("/");
  if (den !== undefined) return ratioOf(BigInt(num), BigInt(den));
  const [whole = "", fraction = ""] = num.split(".");
  return ratioOf(BigInt(`${whole}${fraction}`), powerOfTen(fraction.length));
}
