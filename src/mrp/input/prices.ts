import { Decimal, type DecimalText, readDecimal } from "../../core/index.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { PARAMETER, readAmount, readRatio } from "./amounts.js";
import type { Context } from "./context.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import type { Item, PriceBreak, PriceList } from "./problem.js";

type SourceRow = PlanningRow<"sources">;

/**
 * Reads what a source asks for a stock unit (K50): prices of 0 or more, as they are written, and breaks
 * in ascending order of the start quantity, in stock units.
 *
 * @returns `undefined` when it states no price
 */
export function readPrices(
  context: Context,
  item: Item,
  row: SourceRow,
  path: Path,
): PriceList | undefined {
  const own = ` of this source of item ${show(row.item)}`;
  const price = readMoney(context, row.price, [...path, "price"], own);
  const breaks: PriceBreak[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [n, given] of (row.priceBreaks ?? []).entries()) {
    const at = [...path, "priceBreaks", n];
    const where = ` of this price break of item ${show(row.item)}`;
    const money = readMoney(context, given.price, [...at, "price"], where);
    const from = readAmount(context, item, given.from, at, PARAMETER, "from");
    if (from <= last && !context.issues.isInDoubt([...path, "priceBreaks", n - 1])) {
      const rounded = from === last ? roundedAlike(row, n) : "";
      const message = `The from (${show(given.from)})${where} must lie above that of the break before it${rounded}. Sort the breaks, each quantity once.`;
      context.issues.add("contradiction", [...at, "from"], message);
    }
    last = from;
    if (money !== undefined) breaks.push({ from, price: money });
  }
  if (price === undefined && breaks.length === 0) return undefined;
  return { price, breaks, currency: row.currency ?? context.input.currency };
}

/** Breaks that are written apart may be one once they are rounded (Q1). */
function roundedAlike({ priceBreaks }: SourceRow, n: number): string {
  const [before, given] = [priceBreaks![n - 1]!.from, priceBreaks![n]!.from];
  const isWrittenApart = new Decimal(given).gt(before);
  return isWrittenApart
    ? ` (${show(before)}): rounded to the decimals of the item they are one`
    : "";
}

/** Checks what an item costs: a unit of it, to set it up, and to hold it. */
export function checkCosts(context: Context): void {
  context.input.items?.forEach((row, k) => {
    if (row.unitCost !== undefined) {
      readMoney(context, row.unitCost, ["items", k, "unitCost"], ` of item ${show(row.id)}`);
    }
    checkLotCosts(context, row, "items", k);
  });
  context.input.itemSites?.forEach((row, k) => {
    if (row.unitCost !== undefined) {
      readMoney(context, row.unitCost, ["itemSites", k, "unitCost"], ` of item ${show(row.item)}`);
    }
    checkLotCosts(context, row, "itemSites", k);
  });
}

/** Those who weigh such costs beside a lot rule must not be told that it pays to hold stock. */
function checkLotCosts(
  context: Context,
  { setupCost, holdingCost }: PlanningRow<"items" | "itemSites">,
  list: "items" | "itemSites",
  k: number,
): void {
  if (setupCost !== undefined) readRatio(context, setupCost, [list, k], true, "setupCost");
  if (holdingCost !== undefined) readRatio(context, holdingCost, [list, k], true, "holdingCost");
}

/** An amount of money, 0 or more, as it is written; `undefined` where none is. */
function readMoney(
  { issues }: Context,
  value: number | string | undefined,
  path: Path,
  where: string,
): DecimalText | undefined {
  if (value === undefined) return undefined;
  const amount = readDecimal(value);
  if (amount === undefined) {
    const message = `The ${path.at(-1)} (${show(value)})${where} must be a number, or a decimal as text with a point.`;
    issues.add("invalidQuantity", path, message, { value });
  } else if (amount.digits < 0n) {
    const message = `The ${path.at(-1)} (${show(value)})${where} must be 0 or more.`;
    issues.add("outOfRange", path, message, { value });
  }
  return amount;
}
