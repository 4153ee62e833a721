/**
 * What is to be made (K55): planned orders of kind make and open production supplies that have a
 * routing (K52), each with what is left of it (K53).
 */
import type { Day } from "../calendar.js";
import { readDay, workingDaysBack } from "../calendar.js";
import { kindOfSupply, sourceOfFirm } from "../firm-source.js";
import type { Fraction } from "../numbers.js";
import { ceil, inStockUnits, over, readRatio, times } from "../numbers.js";
import { contains, siteCalendar } from "../problem.js";
import { convertedLeft } from "../quantity-left.js";
import { backward, receiptDay } from "../schedule.js";
import type { OpenSupply, Points, StockingPoint } from "../stocking-points.js";
import { comesOn } from "../stocking-points.js";
import type { SupplyRow } from "../types.js";
import type { Work } from "./operations.js";
import { routingOf } from "./routing-of.js";
import type { RoutingRow } from "./rows.js";

export interface Production {
  order: string | null;
  supply: string | null;
  point: StockingPoint;
  routing: RoutingRow;
  work: Work;
  /** The good quantity that it brings. */
  quantity: bigint;
  deliveryDate: Day;
  due: Day;
  /** The day of receipt wanted. */
  wanted: Day;
  /** Undefined for what is released. */
  plannedStart: Day | undefined;
}

function plannedProductions({ problem }: Points, point: StockingPoint): Production[] {
  return point.orders.flatMap((order) => {
    const day = Math.max(problem.startDay, order.start);
    const routing = routingOf(problem, point, order.source.routing, day);
    if (order.source.kind !== "make" || routing === undefined) {
      return [];
    }
    const startQuantity = inStockUnits(order.startQuantity, point.policy.decimals);
    const { quantity, deliveryDate, due, wanted } = order;
    const work = { startQuantity, left: startQuantity, isBegun: false, progress: new Map() };
    const { id, start: plannedStart } = order;
    return [
      {
        order: id,
        supply: null,
        point,
        routing,
        work,
        quantity,
        deliveryDate,
        due,
        wanted,
        plannedStart,
      },
    ];
  });
}

/** From which day the routing is judged. */
function startOf(points: Points, point: StockingPoint, supply: OpenSupply): Day {
  if (supply.origin !== undefined) {
    return supply.origin.start;
  }
  if (supply.row.start !== undefined) {
    return readDay(supply.row.start);
  }
  const { problem } = points;
  const source = sourceOfFirm(points, point, supply);
  const started = ceil(over({ num: supply.quantity, den: 1n }, point.policy.yield));
  return backward(problem, point.policy, source, supply.landing, started).start;
}

/** What the row orders, as counts of the item; that it was rounded is said elsewhere. */
function wholeOf({ problem }: Points, row: SupplyRow): bigint {
  return convertedLeft({ ...problem, messages: [] }, row, undefined, [], "completed");
}

function workOn(points: Points, point: StockingPoint, supply: OpenSupply): Work {
  const { row } = supply;
  const { decimals } = point.policy;
  const started = (good: bigint): Fraction =>
    inStockUnits(ceil(over({ num: good, den: 1n }, point.policy.yield)), decimals);
  // K33: as much more or less as the plan counts.
  const whole = wholeOf(points, row) + supply.quantity - supply.open;
  return {
    startQuantity: started(whole),
    left: started(supply.quantity),
    isBegun: readRatio(row.completed ?? 0).num > 0n,
    progress: new Map(
      (row.progress ?? []).map(({ operation, completed }) => [
        operation,
        times(readRatio(completed), contains(points.problem, row.item, row.unit)),
      ]),
    ),
  };
}

function openProductions(points: Points, point: StockingPoint): Production[] {
  const { problem } = points;
  return point.supplies.flatMap((supply) => {
    const { row, quantity } = supply;
    if (kindOfSupply(row) !== "make") {
      return [];
    }
    const day = Math.max(problem.startDay, startOf(points, point, supply));
    const routing = routingOf(problem, point, sourceOfFirm(points, point, supply).routing, day);
    if (routing === undefined) {
      return [];
    }
    const due = comesOn(problem, supply);
    const works = siteCalendar(problem, point.site);
    const deliveryDate = workingDaysBack(works, due, point.policy.receivingTime);
    const work = workOn(points, point, supply);
    return [
      {
        order: null,
        supply: row.id,
        point,
        routing,
        work,
        quantity,
        deliveryDate,
        due,
        // What is drawn for a later day is not wanted before the receipt day of that (T3).
        wanted: Math.max(due, receiptDay(problem, point.policy, supply.wanted ?? due)),
        plannedStart: supply.origin?.start,
      },
    ];
  });
}

export function productionsOf(points: Points, planned: readonly StockingPoint[]): Production[] {
  return planned.flatMap((point) => [
    ...plannedProductions(points, point),
    ...openProductions(points, point),
  ]);
}
