import { compareText } from "../../core/index.js";
import type { ItemSite, ItemSiteParameters } from "./item-sites.js";
import { type Item, type ItemFigures, NONE, type OrderWindow, type Parameters } from "./problem.js";

/**
 * Puts items and their parameters into columns.
 *
 * @param itemSites - rows by which items are planned otherwise at some site
 */
export function itemFigures(
  items: readonly Item[],
  itemSites: readonly ItemSite[],
  parameters: ItemSiteParameters,
  startDay: number,
): ItemFigures {
  const differs = new Uint8Array(items.length); // 1: a row for a site says more of the item
  for (const { item } of itemSites) differs[item] = 1;
  const windows = new Windows();
  const figures = {
    decimals: new Uint8Array(items.length),
    isUsual: new Uint8Array(items.length),
    leadTime: new Int32Array(items.length),
    safetyStock: new Float64Array(items.length),
    lotQuantity: new Float64Array(items.length),
    minimum: new Float64Array(items.length),
    multiple: new Float64Array(items.length),
    window: new Int32Array(items.length).fill(NONE),
  };
  let hasPhantoms = false;
  for (let n = 0; n < items.length; n++) {
    const item = items[n]!;
    figures.decimals[n] = item.decimals;
    hasPhantoms ||= item.phantom;
    if (differs[n] === 1 || item.phantom) continue;
    const of = parameters.at(n, 0);
    if (!isUsual(of, startDay)) continue;
    const { lot, modifiers } = of;
    figures.isUsual[n] = 1;
    figures.leadTime[n] = of.leadTime;
    if (of.safetyStock.length > 0) figures.safetyStock[n] = of.safetyStock[0]!.quantity;
    if (lot.rule === "fixedOrderQuantity") figures.lotQuantity[n] = lot.quantity;
    if (lot.rule === "periodOrderQuantity") figures.window[n] = windows.numberOf(lot.window);
    figures.minimum[n] = modifiers.minimum;
    figures.multiple[n] = modifiers.multiple;
  }
  return { ...figures, hasPhantoms, rank: ranked(items), windows: windows.all };
}

/** Windows that say the same have one number. */
class Windows {
  readonly all: OrderWindow[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(window: OrderWindow): number {
    const key = `${window.length} ${window.unit}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.all.push(window) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

function isUsual(of: Parameters, startDay: number): boolean {
  const { lot, safetyStock } = of;
  return (
    of.method === "mrp" &&
    of.leadTimeBasis === undefined &&
    of.receivingTime === 0 &&
    of.releaseTime === 0 &&
    of.leadTimePerUnit === undefined &&
    of.safetyTime === 0 &&
    of.planningTimeFence === 0 &&
    of.yield === undefined &&
    of.discontinued === undefined &&
    (safetyStock.length === 0 || (safetyStock.length === 1 && safetyStock[0]!.day <= startDay)) &&
    (lot.rule === "lotForLot" ||
      lot.rule === "periodOrderQuantity" ||
      (lot.rule === "fixedOrderQuantity" && !lot.each)) &&
    of.modifiers.maximum === Number.POSITIVE_INFINITY
  );
}

/** The place of each item by its id; `undefined` when it is its own. */
function ranked(items: readonly Item[]): Int32Array | undefined {
  if (isAscending(items)) return undefined;
  const order = Int32Array.from(items, (_, n) => n).sort((a, b) =>
    compareText(items[a]!.id, items[b]!.id),
  );
  const rank = new Int32Array(items.length);
  for (let place = 0; place < order.length; place++) rank[order[place]!] = place;
  return rank;
}

function isAscending(items: readonly Item[]): boolean {
  for (let n = 1; n < items.length; n++) if (items[n - 1]!.id > items[n]!.id) return false;
  return true;
}
