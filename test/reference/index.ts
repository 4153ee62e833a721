/**
 * The reference planner: written literally from the planning rules with Maps and exact bigints, day
 * by day, slow and obvious. It shares no code with the engine; on any valid problem both must come
 * out equal, order by order (law 14). Read this file first, then plan-point.ts and netting.ts.
 */
import { dayText } from "./calendar.js";
import { makePoints } from "./input-rows.js";
import { levelsOf, lowLevelCodes } from "./levels.js";
import { decimalText } from "./numbers.js";
import type { OrderBook } from "./orders.js";
import type { ReferenceOrder, ReferencePlan, ReferenceSupply } from "./plan.js";
import { planPoint } from "./plan-point.js";
import { key, readProblem } from "./problem.js";
import { recordOf } from "./record.js";
import type { StockingPoint } from "./stocking-points.js";
import { comparePoints } from "./stocking-points.js";
import type { PlanningInput } from "./types.js";

export type * from "./plan.js";
export type * from "./types.js";

function ordersOf(point: StockingPoint, startDay: number): ReferenceOrder[] {
  const { item, site, segment, policy } = point;
  return point.orders.map((order) => ({
    id: order.id,
    item,
    site,
    segment,
    source: order.source.id,
    kind: order.source.kind,
    quantity: decimalText(order.quantity, policy.decimals),
    startQuantity: decimalText(order.startQuantity, policy.decimals),
    orderDate: dayText(order.orderDate),
    start: dayText(order.start),
    deliveryDate: dayText(order.deliveryDate),
    due: dayText(order.due),
    release: dayText(Math.max(order.start, startDay)),
    ...(order.source.supplier === undefined ? {} : { supplier: order.source.supplier }),
    ...(order.source.from === undefined ? {} : { from: order.source.from }),
  }));
}

function suppliesOf(point: StockingPoint): ReferenceSupply[] {
  const { item, site, segment, policy } = point;
  return point.supplies.map((supply) => ({
    id: supply.id,
    item,
    site,
    segment,
    quantity: decimalText(supply.open, policy.decimals),
    newQuantity:
      supply.quantity === supply.open ? null : decimalText(supply.quantity, policy.decimals),
    due: dayText(supply.due),
    date: dayText(supply.landing),
    wanted: supply.wanted === undefined ? null : dayText(supply.wanted),
  }));
}

/**
 * Plans a valid input.
 *
 * @throws TooManyOrders `{ code: "tooManyOrders", item }` when more than `conventions.maxOrders`
 * orders arise.
 */
export function referencePlan(input: PlanningInput): ReferencePlan {
  const problem = readProblem(input);
  const levels = levelsOf(problem);
  const points = makePoints(problem, levels);
  const book: OrderBook = { points, count: 0, byKey: new Map(), withoutSource: new Set() };
  const planned: StockingPoint[] = [];
  // Dependent needs may make new stocking points, but only on levels that are still to come.
  for (let level = 0; level < points.byLevel.length; level++) {
    for (const point of (points.byLevel[level] ?? []).sort(comparePoints)) {
      planPoint(book, point);
      planned.push(point);
    }
  }
  return {
    startDate: dayText(problem.startDay),
    horizonEnd: dayText(problem.horizonDay),
    lowLevelCodes: lowLevelCodes(problem, levels),
    orders: planned.flatMap((point) => ordersOf(point, problem.startDay)),
    supplies: planned.flatMap(suppliesOf),
    messages: problem.messages,
    demands: points.demands,
    consumptions: points.consumptions,
    records: (item, site, segment) => {
      const point = points.all.get(
        key(item, site ?? problem.siteIds[0] ?? "main", segment ?? null),
      );
      return point === undefined ? undefined : recordOf(problem, point);
    },
  };
}
