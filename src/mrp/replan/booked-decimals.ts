import { DEFAULT_DECIMALS } from "../input/places.js";
import type { PlanningInput, PlanningRow } from "../schema/planning-input.js";

/**
 * How many decimals a booked quantity of an item may have; `undefined` where it is converted or rounded,
 * and where the planning run has to say what is wrong with the item.
 */
export type DecimalsOf = (item: string, unit: string | undefined) => number | undefined;

/** The decimals of the items of an input (Q1), by its rows as they stand. */
export function decimalsOf(input: PlanningInput): DecimalsOf {
  if (input.conventions?.excessDigits === "round") return () => undefined;
  let items: ReadonlyMap<string, PlanningRow<"items">> | undefined;
  return (item, unit) => {
    items ??= new Map((input.items ?? []).map((row) => [row.id, row]));
    const row = items.get(item);
    if (row === undefined || (unit !== undefined && unit !== row.unit)) return undefined;
    const stockUnit = (input.units ?? []).find(({ id }) => id === row.unit);
    const decimals = row.decimals ?? stockUnit?.decimals ?? DEFAULT_DECIMALS;
    return Number.isInteger(decimals) && decimals >= 0 && decimals <= 9 ? decimals : undefined;
  };
}
