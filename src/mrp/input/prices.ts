import { parseRatio } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { PARAMETER, readAmount } from "./amounts.js";
import type { Context } from "./context.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import type { Item } from "./problem.js";

type SourceRow = NonNullable<PlanningInput["sources"]>[number];

/** Checks what a source costs: prices of 0 or more, and breaks in ascending order. */
export function checkPrices(context: Context, item: Item, row: SourceRow, path: Path): void {
  checkAmount(context, row.price, [...path, "price"], ` of this source of item ${show(row.item)}`);
  let last = Number.NEGATIVE_INFINITY;
  for (const [n, { from, price }] of (row.priceBreaks ?? []).entries()) {
    const at = [...path, "priceBreaks", n];
    const where = ` of this price break of item ${show(row.item)}`;
    checkAmount(context, price, [...at, "price"], where);
    const count = readAmount(context, item, from, at, PARAMETER, "from");
    if (count <= last && !context.issues.isInDoubt([...path, "priceBreaks", n - 1])) {
      const message = `The from (${show(from)})${where} must lie above that of the break before it. Sort the breaks, each quantity once.`;
      context.issues.add("contradiction", [...at, "from"], message);
    }
    last = count;
  }
}

/** Checks what a unit of each item costs. */
export function checkUnitCosts(context: Context): void {
  for (const [k, { id, unitCost }] of (context.input.items ?? []).entries()) {
    checkAmount(context, unitCost, ["items", k, "unitCost"], ` of item ${show(id)}`);
  }
  for (const [k, { item, unitCost }] of (context.input.itemSites ?? []).entries()) {
    checkAmount(context, unitCost, ["itemSites", k, "unitCost"], ` of item ${show(item)}`);
  }
}

/** An amount of money, 0 or more, as it is written. */
function checkAmount(
  { issues }: Context,
  value: number | string | undefined,
  path: Path,
  where: string,
): void {
  if (value === undefined) return;
  const amount = parseRatio(value);
  if (amount === undefined) {
    const message = `The ${path.at(-1)} (${show(value)})${where} must be a number, or a decimal as text with a point.`;
    issues.add("invalidQuantity", path, message, { value });
  } else if (amount.num < 0n) {
    const message = `The ${path.at(-1)} (${show(value)})${where} must be 0 or more.`;
    issues.add("outOfRange", path, message, { value });
  }
}
