/**
 * Planned and firm orders: making planned ones from a shortage (L0, N6, N10, R3), and the needs
 * both have at the levels below (N7, K13): a make explodes through its BOM and brings its
 * co-products (B4), a transfer is a need at the site it comes from, a buy needs nothing.
 */

import { explode } from "./bill.js";
import type { Day } from "./calendar.js";
import { dayText, readDay } from "./calendar.js";
import { bringCoProducts } from "./co-products.js";
import { ordersAtFloor } from "./floor.js";
import { chooseSource } from "./lots.js";
import { say } from "./messages.js";
import { ceil, decimalText, inStockUnits, over } from "./numbers.js";
import type { OrderDates, PlannedOrder } from "./schedule.js";
import { backward } from "./schedule.js";
import type { Source } from "./sources.js";
import { plainSource } from "./sources.js";
import type { OpenSupply, Origin, Points, StockingPoint } from "./stocking-points.js";
import { pointAt } from "./stocking-points.js";
import type { OrderKind } from "./types.js";

/** The orders made so far, in all and by the key of R3. */
export interface OrderBook {
  points: Points;
  count: number;
  byKey: Map<string, number>;
  /** Stocking points without a source so far: one message each (K11). */
  withoutSource: Set<StockingPoint>;
}

/** Once for a stocking point (K11). */
export function reportNoSource(
  book: OrderBook,
  point: StockingPoint,
  day: Day,
  shortage: bigint,
): void {
  if (!book.withoutSource.has(point)) {
    book.withoutSource.add(point);
    const quantity = decimalText(shortage, point.policy.decimals);
    say(book.points.problem, point, "noSource", { date: dayText(day), quantity });
  }
}

/** Plans `good` for a shortage netted on `day`; returns the good quantity that the orders bring. */
export function placeOrders(
  book: OrderBook,
  point: StockingPoint,
  day: Day,
  shortage: bigint,
  good: bigint,
  datesOf: (source: Source, startQuantity: bigint) => OrderDates,
  atOrBelow = ordersAtFloor(book.points.problem, point),
): bigint {
  if (good <= 0n) {
    return 0n;
  }
  const { problem } = book.points;
  const { policy, item, site, segment } = point;
  const limit = problem.conventions.maxOrders - book.count;
  const chosen = chooseSource(policy, shortage, good, atOrBelow, limit, datesOf);
  if (chosen === undefined) {
    reportNoSource(book, point, day, shortage);
    return 0n;
  }
  let sum = 0n;
  for (const { quantity, startQuantity, dates } of chosen.pieces) {
    const parts = [item, site, segment, dayText(dates.due), chosen.source.id];
    const n = book.byKey.get(JSON.stringify(parts)) ?? 0;
    book.byKey.set(JSON.stringify(parts), n + 1);
    book.count += 1;
    const id = JSON.stringify([...parts, n]); // R3
    const { source } = chosen;
    point.orders.push({ id, source, quantity, startQuantity, netted: day, ...dates });
    sum += quantity;
    if (dates.start < problem.startDay) {
      const days = problem.startDay - dates.start;
      say(problem, point, "startsInPast", { order: id, start: dayText(dates.start), days }); // N6
    }
  }
  return sum;
}

/** A planned or firm order as it is exploded. */
export interface OrderOut {
  kind: OrderKind;
  origin: Origin;
  startQuantity: bigint;
  /** The day on which it comes in. */
  due: Day;
  version?: string;
  from?: string;
}

/** What one order needs below, from the day its offsets are counted from. */
function needsBelow(points: Points, order: OrderOut): void {
  const { problem } = points;
  const { kind, origin, startQuantity, due, version, from } = order;
  const { item, site, segment } = origin;
  if (kind === "make") {
    explode(points, {
      item,
      amount: inStockUnits(startQuantity, pointAt(points, item, site, segment).policy.decimals),
      ...(version === undefined ? {} : { version }),
      offset: 0,
      origin,
    });
    bringCoProducts(points, origin, startQuantity, version, due);
  } else if (kind === "transfer" && from !== undefined) {
    pointAt(points, item, from, segment).needs.push({
      kind: "dependent",
      id: origin.id,
      own: Math.max(problem.startDay, origin.start), // N10, K13
      quantity: startQuantity,
      priority: Infinity,
      forecast: false,
      origin,
    });
  }
}

/** B8: versions are judged on max(T0, start), or on the due day. */
function judgedOn(points: Points, start: Day, due: Day): Day {
  const byDue = points.problem.conventions.effectivity === "due";
  return Math.max(points.problem.startDay, byDue ? due : start);
}

export function plannedOrder(
  points: Points,
  { item, site, segment }: StockingPoint,
  order: PlannedOrder,
  sequence: number,
): OrderOut {
  const { id, start, startQuantity } = order;
  const { kind, bomVersion, from } = order.source;
  const judged = judgedOn(points, start, order.due);
  return {
    kind,
    startQuantity,
    due: order.due,
    origin: { id, item, site, segment, start, judged, firm: false, sequence },
    ...(bomVersion === undefined ? {} : { version: bomVersion }),
    ...(from === undefined ? {} : { from }),
  };
}

export function plannedNeeds(points: Points, point: StockingPoint): void {
  for (const [sequence, order] of point.orders.entries()) {
    needsBelow(points, plannedOrder(points, point, order, sequence));
  }
}

export const KIND_OF_SUPPLY: Readonly<Record<string, OrderKind>> = {
  production: "make",
  subcontract: "make",
  transfer: "transfer",
  purchase: "buy",
};

/** K13: its own source, else the first of its kind at the site, else the item's lead time. */
function sourceOfFirm(points: Points, point: StockingPoint, supply: OpenSupply): Source {
  const { row } = supply;
  const kind = KIND_OF_SUPPLY[row.kind] ?? "buy";
  const { sources, item, site } = point.policy;
  const named = sources.find((source) => row.source !== undefined && source.id === row.source);
  const source =
    named ??
    sources.find((candidate) => candidate.kind === kind && candidate.from === row.from) ??
    sources.find((candidate) => candidate.kind === kind) ??
    plainSource(points.problem, item, site, kind);
  const from = row.from ?? source.from;
  // Whatever source it names, the order is of its own kind, and so is its calendar (T3).
  return { ...source, kind, ...(from === undefined ? {} : { from }) };
}

/**
 * Firm orders explode from their start; a moved one from the later of T0 and its new start (N4,
 * K13).
 */
export function firmOrder(points: Points, point: StockingPoint, supply: OpenSupply): OrderOut {
  const { problem } = points;
  const { item, site, segment, policy } = point;
  const { row, landing } = supply;
  const kind = KIND_OF_SUPPLY[row.kind] ?? "buy";
  const source = sourceOfFirm(points, point, supply);
  const startQuantity = ceil(over({ num: supply.quantity, den: 1n }, policy.yield));
  const computed = backward(problem, policy, source, landing, startQuantity).start;
  const moved = landing !== Math.max(supply.due, problem.startDay);
  const ownStart = row.start === undefined ? computed : readDay(row.start);
  const start = moved ? Math.max(problem.startDay, computed) : ownStart;
  const judged = judgedOn(points, start, landing);
  const version = row.bomVersion ?? source.bomVersion;
  return {
    kind,
    startQuantity,
    due: landing,
    origin: { id: row.id, item, site, segment, start, judged, firm: true, sequence: 0 },
    ...(version === undefined ? {} : { version }),
    ...(source.from === undefined ? {} : { from: source.from }),
  };
}

export function firmNeeds(points: Points, point: StockingPoint): void {
  for (const supply of point.supplies.filter(({ row }) => row.firm === true)) {
    needsBelow(points, firmOrder(points, point, supply));
  }
}
