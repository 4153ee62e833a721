/**
 * The largest need (B4, K40): what a lead item has to make for what its co-products lack. Their needs
 * are all known when it is planned; what is there of them is simply counted, day by day, without
 * moving anything.
 */
import type { Day } from "./calendar.js";
import { broughtBy, coProductsOf } from "./co-products.js";
import { drivenBill } from "./driven-bills.js";
import { floorOf } from "./floor.js";
import { nettingDay } from "./needs.js";
import type { Lacks } from "./netting.js";
import { floor, fraction, larger, readRatio, smaller, times, upTo } from "./numbers.js";
import type { OrderOut } from "./orders.js";
import { firmOrder, plannedOrder } from "./orders.js";
import type { OrderBook } from "./place-orders.js";
import { placeOrders } from "./place-orders.js";
import type { Problem } from "./problem.js";
import { key } from "./problem.js";
import type { LotFor } from "./resize.js";
import { datesFor } from "./schedule.js";
import type { Points, StockingPoint } from "./stocking-points.js";
import { ownDay } from "./stocking-points.js";
import type { BomRow } from "./types.js";

const sumOf = (rows: readonly { quantity: bigint }[]) =>
  rows.reduce((sum, row) => sum + row.quantity, 0n);

/** How much of a co-product one order of `startQuantity` brings, each row rounded down apart (K35). */
function brings(problem: Problem, bom: BomRow, item: string, startQuantity: bigint): bigint {
  return sumOf(broughtBy(problem, bom, startQuantity).filter((row) => row.item === item));
}

/** The least start quantity of one order that brings `quantity` of a co-product, by halving. */
function startThatBrings(problem: Problem, bom: BomRow, item: string, quantity: bigint): bigint {
  let enough = 1n;
  while (brings(problem, bom, item, enough) < quantity) {
    enough *= 2n;
  }
  let tooLittle = 0n;
  while (enough - tooLittle > 1n) {
    const middle = (enough + tooLittle) / 2n;
    if (brings(problem, bom, item, middle) < quantity) {
      tooLittle = middle;
    } else {
      enough = middle;
    }
  }
  return enough;
}

/** A co-product at the site and in the segment of its lead item. */
interface CoProduct {
  item: string;
  point: StockingPoint;
  floorOn: (day: Day) => bigint;
  /** What rounding has left short of it, which it orders itself. */
  left: bigint;
}

/** Those of which an order brings anything and that have a stocking point. */
function coProductsAt(points: Points, bom: BomRow, lead: StockingPoint): CoProduct[] {
  const { problem } = points;
  const items = (bom.coProducts ?? [])
    .filter(({ quantity }) => readRatio(quantity).num !== 0n)
    .map(({ item }) => item);
  return [...new Set(items)].flatMap((item) => {
    const point = points.all.get(key(item, lead.site, lead.segment));
    if (point === undefined) {
      return [];
    }
    const { method } = point.policy;
    const hasFloor = lead.segment === null && (method === "mrp" || method === "minMax");
    return [{ item, point, floorOn: hasFloor ? floorOf(problem, point) : () => 0n, left: 0n }];
  });
}

/**
 * The orders that have not brought their co-products yet, as they stand: firm ones of the lead item
 * and of all that come after it, and those planned so far of the lead item.
 */
function ordersOut(points: Points, lead: StockingPoint): OrderOut[] {
  const open = [...points.all.values()].filter(
    ({ planned, site, segment }) => !planned && site === lead.site && segment === lead.segment,
  );
  return [
    ...open.flatMap((point) =>
      point.supplies
        .filter(({ row }) => row.firm === true)
        .map((supply) => firmOrder(points, point, supply)),
    ),
    ...lead.orders.map((order, n) => plannedOrder(points, lead, order, n)),
  ];
}

/** What these orders bring of a co-product by a day. */
function broughtUntil(points: Points, orders: readonly OrderOut[], item: string, day: Day): bigint {
  const exploded = orders.filter(
    ({ kind, due }) => (kind === "make" || kind === "subcontract") && due <= day,
  );
  const all = exploded.flatMap(({ origin, startQuantity, version }) =>
    coProductsOf(points.problem, origin, startQuantity, version),
  );
  return sumOf(all.filter((row) => row.item === item));
}

/** Its needs within the horizon. */
function needsOf(problem: Problem, point: StockingPoint) {
  return point.needs.filter(({ own }) => own <= problem.horizonDay);
}

/**
 * What has expired of a co-product by a day: what needs of earlier days have left of each lot, the one
 * that expires first being used first, whatever else is there.
 */
function expiredUntil(problem: Problem, point: StockingPoint, until: Day): bigint {
  const lots = [
    ...point.stock.map((lot) => ({ ...lot, from: lot.availableFrom })),
    ...point.supplies.map((supply) => ({ ...supply, from: ownDay(problem, supply) })),
  ]
    .filter(({ from, expires }) => from <= until && expires <= until)
    .sort((a, b) => a.expires - b.expires)
    .map(({ from, expires, quantity }) => ({ from, expires, left: quantity }));
  const needs = needsOf(problem, point)
    .map((need) => ({ day: nettingDay(problem, point, need), quantity: need.quantity }))
    .sort((a, b) => a.day - b.day);
  for (const { day, quantity } of needs) {
    let rest = quantity;
    for (const lot of lots.filter(({ from, expires }) => from <= day && day < expires)) {
      const part = smaller(rest, lot.left);
      lot.left -= part;
      rest -= part;
    }
  }
  return lots.reduce((sum, { left }) => sum + left, 0n);
}

/** What is there of a co-product at the end of a day: B_c(d) of K40. */
function balanceOn(points: Points, lead: StockingPoint, { item, point }: CoProduct, day: Day) {
  const { problem } = points;
  const stock = point.stock.filter((lot) => lot.availableFrom <= day);
  const supplies = point.supplies.filter((supply) => ownDay(problem, supply) <= day);
  const brought = point.coProducts.filter((received) => received.day <= day);
  const toCome = broughtUntil(points, ordersOut(points, lead), item, day);
  const needs = needsOf(problem, point).filter((need) => nettingDay(problem, point, need) <= day);
  const there = sumOf(stock) + sumOf(supplies) + sumOf(brought) + toCome;
  return there - sumOf(needs) - expiredUntil(problem, point, day);
}

/** What the co-products of a lead item lack, and the orders for it; undefined for other items. */
export function lacksOf(book: OrderBook, lead: StockingPoint, lotFor: LotFor): Lacks | undefined {
  const { points } = book;
  const { problem } = points;
  const { policy } = lead;
  const bom = drivenBill(problem, lead.item, lead.site);
  if (bom === undefined) {
    return undefined;
  }
  const coProducts = coProductsAt(points, bom, lead);
  const shortOn = (coProduct: CoProduct, day: Day) =>
    larger(0n, coProduct.floorOn(day) - balanceOn(points, lead, coProduct, day));
  return {
    largestOn: (day) => {
      let largest = 0n;
      for (const coProduct of coProducts) {
        const lack = shortOn(coProduct, day) - coProduct.left;
        if (lack > 0n) {
          const start = startThatBrings(problem, bom, coProduct.item, lack);
          // The least good quantity for which as much is started (Q3).
          const good = floor(times(fraction(start - 1n, 1n), policy.yield)) + 1n;
          largest = larger(largest, good);
        }
      }
      return largest;
    },
    endDay: (day, hasOrdered) => {
      for (const coProduct of coProducts) {
        const short = shortOn(coProduct, day);
        coProduct.left = hasOrdered ? short : smaller(coProduct.left, short);
      }
    },
    plan: (day, level, lack, ownShortage, state) => {
      const own = ownShortage === undefined ? 0n : lotFor(day, level, ownShortage, state);
      const isFixed = policy.lots.rule === "fixedOrderQuantity";
      const good = isFixed ? upTo(lack, policy.lots.quantity) : larger(lack, own);
      return placeOrders(book, lead, day, lack, good, datesFor(problem, lead, day), false);
    },
  };
}
