import { parseRatio, ratioToDecimal } from "../../src/core/index.js";

/** A number of either planner as the text of a decimal. */
export function decimalOf(value: unknown): string {
  return `${ratioToDecimal(parseRatio(String(value))!)}`;
}
