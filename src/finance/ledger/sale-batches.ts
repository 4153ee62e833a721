import { multiplyRatios, type Ratio } from "../../core/index.js";
import type { LedgerParts } from "./ledger-parts.js";
import { legOf, partOf } from "./legs.js";
import type { BatchVisitor, PostingLeg } from "./posting-batch.js";

/**
 * Posts the demands of a stocking point that are planned as sales: revenue and cost of sales on one day,
 * and what customers owe until they pay.
 */
export function postSales(parts: LedgerParts, point: number, visit: BatchVisitor): void {
  const { setting, sold } = parts;
  const { sales } = setting.options;
  const rows = sold.order.subarray(sold.first[point], sold.first[point + 1]);
  if (sales === undefined || rows.length === 0) return;
  const { quantity } = setting.movements.demands;
  const of = { cause: "sale", supplier: null } as const;
  const put = (some: Int32Array, legs: readonly PostingLeg[]): void => {
    const list = { rows: some, count: some.length, of: "demand", ref: sold.place } as const;
    visit({ point, ...list, times: undefined, legs });
  };
  const cost = setting.costs[point];
  if (cost !== undefined) {
    put(rows, [legOf("costOfSales", of, sold.day, 1, partOf(quantity, cost), quantity)]);
  }
  for (const [price, some] of soldAt(parts, point, rows)) {
    const part = partOf(quantity, setting.factorOf(point, price));
    put(some, [
      legOf("revenue", of, sold.day, 1, part, quantity),
      legOf("receivable", of, sold.day, 1, part),
      legOf("receivable", of, sold.paid, -1, part),
      legOf("cashIn", of, sold.paid, 1, part),
    ]);
  }
}

/** Demands by the price of a stock unit, in the currency of the ledger; what has none is named. */
function soldAt(
  { setting, sold }: LedgerParts,
  point: number,
  rows: Int32Array,
): Iterable<readonly [Ratio, Int32Array]> {
  const { currency, rates, sales } = setting.options;
  const { item } = setting.points[point]!;
  const { demandPrices, itemPrices, currency: ofPrices } = sales!;
  const ofItem = itemPrices.get(item);
  const place = setting.points[point]!;
  if (demandPrices.size === 0 && ofItem !== undefined && ofPrices === currency) {
    return [[ofItem, rows]];
  }
  const found = new Map<Ratio, Map<Ratio, number[]>>();
  for (const row of rows) {
    const own =
      demandPrices.size === 0 ? undefined : demandPrices.get(setting.movements.demands.id(row));
    const price = own ?? ofItem;
    const rate = price?.num === 0n ? price : rates.rateOn(ofPrices, currency, sold.day[row]!);
    if (price === undefined) setting.miss(place, "salesPrice");
    else if (rate === undefined) setting.miss(place, "rate");
    else {
      const byRate = found.get(price) ?? new Map<Ratio, number[]>();
      found.set(price, byRate);
      const list = byRate.get(rate);
      if (list === undefined) byRate.set(rate, [row]);
      else list.push(row);
    }
  }
  return [...found].flatMap(([price, byRate]) =>
    Array.from(byRate, ([rate, list]): readonly [Ratio, Int32Array] => [
      multiplyRatios(price, rate),
      Int32Array.from(list),
    ]),
  );
}
