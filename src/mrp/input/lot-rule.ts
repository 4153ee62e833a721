import { PARAMETER, readAmount } from "./amounts.js";
import type { Context } from "./context.js";
import { show } from "./issues.js";
import { isByCost, readEconomicLot, readRuleByCost } from "./lot-costs.js";
import type { ParameterRow } from "./parameter-row.js";
import type { Path } from "./path.js";
import type { Item, LotRule } from "./problem.js";

type GivenRule = NonNullable<ParameterRow["row"]["lotSizing"]>;
type Given<Rule extends GivenRule["rule"]> = Extract<GivenRule, { rule: Rule }>;

const WINDOW_UNITS = ["days", "workingDays", "weeks", "months"] as const;

export const LOT_FOR_LOT: LotRule = { rule: "lotForLot" };

/** Chapter L: the lot-sizing rule with its figures in counts of the item. */
export function readLotRule(context: Context, item: Item, from: ParameterRow): LotRule {
  const { row, pathOf } = from;
  const given = row.lotSizing;
  if (given === undefined) {
    const byPoint = row.method === "minMax" || row.method === "reorderPoint";
    if (!byPoint || row.orderUpTo === undefined) return LOT_FOR_LOT;
    return orderUpTo(context, item, row.orderUpTo, pathOf("orderUpTo"));
  }
  if (isByCost(given)) return readRuleByCost(context, item, from, given);
  switch (given.rule) {
    case "fixedOrderQuantity":
      return fixedQuantity(context, item, given, pathOf("lotSizing"));
    case "periodOrderQuantity":
      return periodQuantity(context, item, given, pathOf("lotSizing"));
    case "orderUpTo": {
      const at = [...pathOf("lotSizing"), "orderUpTo"];
      if (given.orderUpTo !== undefined) return orderUpTo(context, item, given.orderUpTo, at);
      if (row.orderUpTo !== undefined) {
        return orderUpTo(context, item, row.orderUpTo, pathOf("orderUpTo"));
      }
      const message = `The field orderUpTo is missing. The rule orderUpTo of item ${show(item.id)} needs it.`;
      context.issues.add("missingField", at, message);
      return LOT_FOR_LOT;
    }
    case "economicOrderQuantity":
      return readEconomicLot(context, item, from, given) ?? LOT_FOR_LOT;
    case "lotForLot":
      return LOT_FOR_LOT;
    default:
      given satisfies never;
      return LOT_FOR_LOT;
  }
}

function orderUpTo(context: Context, item: Item, value: number | string, at: Path): LotRule {
  const options = { kind: "parameter", mayBeNegative: true } as const;
  return { rule: "orderUpTo", orderUpTo: readAmount(context, item, value, at, options) };
}

function fixedQuantity(
  context: Context,
  item: Item,
  given: Given<"fixedOrderQuantity">,
  path: Path,
): LotRule {
  const at = [...path, "quantity"];
  const quantity = readAmount(context, item, given.quantity, at, PARAMETER);
  if (quantity === 0) {
    const message = `The quantity (${show(given.quantity)}) of fixedOrderQuantity of item ${show(item.id)} must be more than 0.`;
    context.issues.add("outOfRange", at, message, { value: given.quantity });
  }
  const each = given.each ?? false;
  return { rule: "fixedOrderQuantity", quantity: Math.max(1, quantity), each };
}

function periodQuantity(
  context: Context,
  item: Item,
  given: Given<"periodOrderQuantity">,
  path: Path,
): LotRule {
  const [unit, other] = WINDOW_UNITS.filter((name) => given[name] !== undefined);
  if (unit !== undefined && other === undefined) {
    return { rule: "periodOrderQuantity", window: { unit, length: given[unit]! } };
  }
  // One that has a wrong form was given too.
  if (WINDOW_UNITS.some((name) => context.issues.isInDoubt([...path, name]))) return LOT_FOR_LOT;
  const message = `The rule periodOrderQuantity of item ${show(item.id)} must name one of days, workingDays, weeks and months.`;
  const code = unit === undefined ? "missingField" : "contradiction";
  context.issues.add(code, [...path, other ?? "days"], message);
  return LOT_FOR_LOT;
}
