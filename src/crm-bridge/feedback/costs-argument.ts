import { type Place, UNSOUND, wrongType } from "../../core/index.js";
import type { StandardCosts } from "../../finance/index.js";

/** Reads standard costs, which only `standardCosts` makes. */
export function costsArgument(value: unknown, place: Place): StandardCosts {
  const costs = value as Partial<StandardCosts> | null;
  const isSound = typeof costs === "object" && typeof costs?.exactCost === "function";
  if (isSound) return costs as StandardCosts;
  wrongType(value, place, "what standardCosts returned");
  return UNSOUND;
}
