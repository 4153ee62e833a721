import { addRatios, divideRatios, parseRatio, type Ratio } from "../../core/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { readRatio } from "./amounts.js";
import { type Context, itemNumber } from "./context.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import { type CoProduct, type Item, NONE } from "./problem.js";

type BomRow = PlanningRow<"boms">;

/**
 * B4: what an order by a bill brings besides its own item.
 *
 * @param parent - the item of the bill; `undefined` when nothing defines it
 * @param output - the quantity of which the bill speaks
 * @param bill - the number of the bill
 */
export function readCoProducts(
  context: Context,
  row: BomRow,
  path: Path,
  parent: Item | undefined,
  output: Ratio,
  bill: number,
): CoProduct[] {
  const rows = row.coProducts ?? [];
  if (rows.length === 0) return [];
  const at = [...path, "coProducts"];
  if (parent?.phantom === true) {
    const message = `The coProducts of item ${show(row.item)} contradict that it is a phantom: a phantom has no orders that bring anything. Leave them out, or make the item no phantom.`;
    context.issues.add("contradiction", at, message);
  }
  checkCostShares(context, row, at);
  return rows.flatMap((coProduct, n) => {
    const item = itemNumber(context, coProduct.item, [...at, n]);
    const quantity = readRatio(context, coProduct.quantity, [...at, n], true, "quantity");
    if (item === NONE) return [];
    if (context.items[item]!.phantom) {
      const message = `The item (${show(coProduct.item)}) of this co-product is a phantom, which has no stock to come to. Name another item, or make it no phantom.`;
      context.issues.add("contradiction", [...at, n, "item"], message);
    }
    const drives = row.drivenBy === "largestNeed";
    return [{ bill, item, ratio: divideRatios(quantity, output), drives }];
  });
}

/** The part of the cost that the co-products bear is at most all of it. */
function checkCostShares(context: Context, row: BomRow, path: Path): void {
  let sum: Ratio = { num: 0n, den: 1n };
  for (const [n, { costShare }] of row.coProducts!.entries()) {
    if (costShare === undefined) continue;
    const share = readShare(context, costShare, [...path, n, "costShare"]);
    if (share === undefined) return;
    sum = addRatios(sum, share);
  }
  if (sum.num <= sum.den) return;
  const message = `The costShare of the co-products of item ${show(row.item)} add up to more than 1. Lower them.`;
  context.issues.add("contradiction", path, message);
}

function readShare(context: Context, value: number | string, path: Path): Ratio | undefined {
  const share = parseRatio(value);
  if (share === undefined) {
    readRatio(context, value, path, true);
    return undefined;
  }
  if (share.num >= 0n && share.num <= share.den) return share;
  const message = `The costShare (${show(value)}) must be 0 or more and at most 1.`;
  context.issues.add("outOfRange", path, message, { value });
  return undefined;
}
