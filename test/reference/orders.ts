/**
 * What planned and firm orders need at the levels below (N7, K13): a make and an order to a
 * subcontractor explode through their bill and bring its co-products (B4), a transfer is a need at the
 * site it comes from, a buy needs nothing.
 */
import { explode } from "./bill.js";
import type { Day } from "./calendar.js";
import { readDay } from "./calendar.js";
import { bringCoProducts } from "./co-products.js";
import { kindOfSupply, sourceOfFirm } from "./firm-source.js";
import { ceil, inStockUnits, over } from "./numbers.js";
import type { PlannedOrder } from "./schedule.js";
import { backward } from "./schedule.js";
import { addNeed } from "./stock-lanes.js";
import type { OpenSupply, Origin, Points, StockingPoint } from "./stocking-points.js";
import { comesOn, ownDay, pointAt } from "./stocking-points.js";
import type { OrderKind } from "./types.js";

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

/** K45: with `from`, a subcontractor takes the components from a stock of its own. */
function componentSite({ kind, origin, from }: OrderOut): string {
  return kind === "subcontract" ? (from ?? origin.site) : origin.site;
}

/** What one order needs below, from the day its offsets are counted from. */
function needsBelow(points: Points, order: OrderOut): void {
  const { problem } = points;
  const { kind, origin, startQuantity, due, version, from } = order;
  const { item, site, segment } = origin;
  if (kind === "make" || kind === "subcontract") {
    explode(points, {
      item,
      site,
      componentSite: componentSite(order),
      amount: inStockUnits(startQuantity, pointAt(points, item, site, segment).policy.decimals),
      ...(version === undefined ? {} : { version }),
      offset: 0,
      origin,
    });
    bringCoProducts(points, origin, startQuantity, version, due);
  } else if (kind === "transfer" && from !== undefined) {
    addNeed(points, pointAt(points, item, from, segment), {
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
    const out = plannedOrder(points, point, order, sequence);
    order.origin = out.origin;
    needsBelow(points, out);
  }
}

/**
 * Firm orders explode from their start; a moved one from the later of T0 and its new start (N4,
 * K13).
 */
export function firmOrder(points: Points, point: StockingPoint, supply: OpenSupply): OrderOut {
  const { problem } = points;
  const { item, site, segment, policy } = point;
  const { row } = supply;
  const comes = comesOn(problem, supply);
  const kind = kindOfSupply(row);
  const source = sourceOfFirm(points, point, supply);
  const startQuantity = ceil(over({ num: supply.quantity, den: 1n }, policy.yield));
  const computed = backward(problem, policy, source, comes, startQuantity).start;
  const moved = comes !== ownDay(problem, supply);
  const ownStart = row.start === undefined ? computed : readDay(row.start);
  const start = moved ? Math.max(problem.startDay, computed) : ownStart;
  const judged = judgedOn(points, start, comes);
  const version = row.bomVersion ?? source.bomVersion;
  return {
    kind,
    startQuantity,
    due: comes,
    origin: {
      ...{ id: row.id, item, site, segment, start, judged, firm: true, sequence: 0 },
      ...(moved ? { wantedStart: computed } : {}),
    },
    ...(version === undefined ? {} : { version }),
    ...(source.from === undefined ? {} : { from: source.from }),
  };
}

export function firmNeeds(points: Points, point: StockingPoint): void {
  for (const supply of point.supplies.filter(({ row }) => row.firm === true)) {
    const out = firmOrder(points, point, supply);
    if (out.kind !== "buy") {
      supply.origin = out.origin; // a purchase is out already (N11)
    }
    needsBelow(points, out);
  }
}
