import { PARAMETER, readAmount } from "./amounts.js";
import type { Context } from "./context.js";
import { show } from "./issues.js";
import type { ParameterRow } from "./parameter-row.js";
import type { Item, Parameters } from "./problem.js";
import { readDay } from "./read-day.js";

const NO_STEPS: Parameters["safetyStock"] = [];

/** N3: safety stock as steps by day, ascending; a single quantity holds on every day. */
export function readSafetyStock(
  context: Context,
  item: Item,
  from: ParameterRow,
): Parameters["safetyStock"] {
  const given = from.row.safetyStock;
  if (given === undefined) return NO_STEPS;
  const path = from.pathOf("safetyStock");
  if (typeof given !== "object") {
    const quantity = readAmount(context, item, given, path, PARAMETER);
    return quantity === 0 ? [] : [{ day: Number.NEGATIVE_INFINITY, quantity }];
  }
  const days = new Set<number>();
  const steps = given.map((step, n) => {
    const at = [...path, n];
    const day = readDay(step.from, [...at, "from"], context.issues);
    if (days.has(day)) {
      const message = `The from (${show(step.from)}) of the safetyStock of item ${show(item.id)} begins another step already. Keep one.`;
      context.issues.add("contradiction", [...at, "from"], message);
    }
    days.add(day);
    const quantity = readAmount(context, item, step.quantity, [...at, "quantity"], PARAMETER);
    return { day, quantity };
  });
  return steps.sort((a, b) => a.day - b.day);
}
