/**
 * The reference planner: written literally from the planning rules with Maps and exact bigints, day
 * by day, slow and obvious. It shares no code with the engine; on any valid problem both must come
 * out equal, order by order (law 14). Read this file first, then sweep.ts, plan-point.ts and netting.ts.
 */
import { dayText } from "./calendar.js";
import { reportExcess } from "./excess.js";
import type { Explanation } from "./explanation.js";
import { explain } from "./explanation.js";
import { lowLevelCodes } from "./levels.js";
import { reportReleases } from "./messages.js";
import { decimalText } from "./numbers.js";
import { priceOf } from "./order-price.js";
import type { ReferenceOrder, ReferencePlan, ReferenceSupply } from "./plan.js";
import type { Problem } from "./problem.js";
import { key } from "./problem.js";
import { recordOf } from "./record.js";
import type { StockingPoint } from "./stocking-points.js";
import { comesOn } from "./stocking-points.js";
import { planAll } from "./sweep.js";
import type { PlanningInput } from "./types.js";

export type * from "./plan.js";
export type * from "./types.js";

function ordersOf(point: StockingPoint, startDay: number, currency?: string): ReferenceOrder[] {
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
    daysLate: order.due - order.wanted,
    price: priceOf(order.source, order.startQuantity, policy.decimals, currency),
    ...(order.source.supplier === undefined ? {} : { supplier: order.source.supplier }),
    ...(order.source.from === undefined ? {} : { from: order.source.from }),
  }));
}

function suppliesOf(problem: Problem, point: StockingPoint): ReferenceSupply[] {
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
    arrives: dayText(comesOn(problem, supply)),
    wanted: supply.wanted === undefined ? null : dayText(supply.wanted),
  }));
}

/** The sweep with all that follows it, and the views that explain it. */
export function planned(input: PlanningInput) {
  const swept = planAll(input);
  const { problem, points } = swept;
  let known: Explanation | undefined;
  const explanation = () => {
    known ??= explain(points, swept.planned);
    return known;
  };
  // As netted: before forward scheduling shifts what comes with late orders (K49).
  reportExcess(problem, swept.planned);
  if (problem.conventions.pastDue === "forward") {
    explanation(); // N11: it shifts the orders
  }
  for (const point of swept.planned) {
    reportReleases(problem, point);
  }
  return { ...swept, explanation };
}

/**
 * Plans a valid input.
 *
 * @throws TooManyOrders `{ code: "tooManyOrders", item }` when more than `conventions.maxOrders`
 * orders arise.
 */
export function referencePlan(input: PlanningInput): ReferencePlan {
  const { problem, levels, points, planned: all, explanation } = planned(input);
  return {
    startDate: dayText(problem.startDay),
    horizonEnd: dayText(problem.horizonDay),
    lowLevelCodes: lowLevelCodes(problem, levels),
    orders: all.flatMap((point) => ordersOf(point, problem.startDay, input.currency)),
    supplies: all.flatMap((point) => suppliesOf(problem, point)),
    messages: problem.messages,
    demands: points.demands,
    consumptions: points.consumptions,
    get feasible() {
      return explanation().feasible;
    },
    get feasibleSupplies() {
      return explanation().feasibleSupplies;
    },
    get demandDates() {
      return explanation().demandDates;
    },
    get lateDemands() {
      return explanation().lateDemands;
    },
    get pegs() {
      return explanation().pegs;
    },
    records: (item, site, segment) => {
      const point = points.all.get(
        key(item, site ?? problem.siteIds[0] ?? "main", segment ?? null),
      );
      return point === undefined ? undefined : recordOf(problem, point);
    },
  };
}
