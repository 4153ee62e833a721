import { multiplyRatios, type Ratio } from "../../core/index.js";
import type { Factor } from "./factor.js";
import type { LedgerParts } from "./ledger-parts.js";
import type { LegLists } from "./leg-lists.js";
import { legOf, partOf } from "./legs.js";
import type { PostingLeg } from "./posting-batch.js";
import type { PostingWalk } from "./posting-walk.js";

/**
 * Posts the demands of a stocking point that are planned as sales: revenue and cost of sales on one day,
 * and what customers owe until they pay.
 */
export function postSales(walk: PostingWalk, point: number): void {
  const { parts, lists, visit } = walk;
  const { setting, sold } = parts;
  const { sales } = setting.options;
  const rows = sold.order.subarray(sold.first[point], sold.first[point + 1]);
  if (sales === undefined || rows.length === 0) return;
  const put = (some: Int32Array, legs: readonly PostingLeg[], factor: Factor): void => {
    visit({
      point,
      rows: some,
      first: 0,
      count: some.length,
      of: "demand",
      ref: sold.place,
      times: undefined,
      takerSource: undefined,
      legs,
      factors: [factor],
    });
  };
  const cost = setting.costs[point];
  if (cost !== undefined) put(rows, costLegs(parts, lists), cost);
  for (const [price, some] of soldAt(parts, point, rows)) {
    put(some, priceLegs(parts, lists), setting.factorOf(point, price));
  }
}

const OF_SALE = { cause: "sale", supplier: null } as const;

function costLegs({ setting, sold }: LedgerParts, lists: LegLists): readonly PostingLeg[] {
  const { quantity } = setting.movements.demands;
  return lists.of(["cost of sales"], () => [
    legOf("costOfSales", OF_SALE, sold.day, 1, partOf(quantity), quantity),
  ]);
}

function priceLegs({ setting, sold }: LedgerParts, lists: LegLists): readonly PostingLeg[] {
  const { quantity } = setting.movements.demands;
  const part = partOf(quantity);
  return lists.of(["sales"], () => [
    legOf("revenue", OF_SALE, sold.day, 1, part, quantity),
    legOf("receivable", OF_SALE, sold.day, 1, part),
    legOf("receivable", OF_SALE, sold.paid, -1, part),
    legOf("cashIn", OF_SALE, sold.paid, 1, part),
  ]);
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
