import { type OrderPlace, orderIndexOf } from "../plan/order-index.js";
import { type PlannedOrder, plannedOrder } from "../plan/order-list.js";
import type { Plan } from "../plan/plan.js";
import { type PlanState, stateOf } from "../plan/plan-state.js";
import type { PlannedSupply } from "../plan/supply-list.js";
import { matchOrders } from "./compare-match.js";
import {
  about,
  areEqual,
  changed,
  daysBetween,
  inOrderOfDays,
  type OrderDifference,
} from "./compare-order-changes.js";
import { haveSameOrders, placesByKey, sameOrders } from "./compare-order-rows.js";
import { inLevelOrder, type PointPair, pointPairs } from "./compare-points.js";
import { countsWith, type StandIns, standIns, taken } from "./compare-stand-ins.js";

/**
 * The orders that differ between two plans, from the top level down, then by item, site, segment, and
 * the earlier due day.
 *
 * @param isMeant - says of which stocking points
 */
export function orderDifferences(
  planA: Plan,
  planB: Plan,
  isMeant: (pair: PointPair) => boolean = () => true,
): OrderDifference[] {
  const [a, b] = [stateOf(planA), stateOf(planB)];
  const supplies = standIns(planA, planB);
  const [inA, inB] = [placesWith(supplies.a.supplies), placesWith(supplies.b.supplies)];
  const mayBeFirm = (pair: PointPair): boolean =>
    inA.has(placeKey(pair)) || inB.has(placeKey(pair));
  const looked = pointPairs(a, b).filter(
    (pair) =>
      isMeant(pair) &&
      ((inA.size + inB.size > 0 && mayBeFirm(pair)) || !haveSameOrders(a, b, pair)),
  );
  if (looked.length === 0) return [];
  const read = orderReaders(a, b);
  const differences: OrderDifference[] = [];
  for (const pair of inLevelOrder(looked, a, b)) {
    const found = mayBeFirm(pair)
      ? ordersBesideSupplies(a, b, pair, read, supplies)
      : ordersOfPoint(a, b, pair, read);
    found.sort(inOrderOfDays);
    for (const difference of found) differences.push(difference);
  }
  return differences;
}

/** Builds the orders of both plans. */
interface OrderReaders {
  readonly a: (place: OrderPlace) => PlannedOrder;
  readonly b: (place: OrderPlace) => PlannedOrder;
}

function orderReaders(a: PlanState, b: PlanState): OrderReaders {
  const [indexA, indexB] = [orderIndexOf(a), orderIndexOf(b)];
  return {
    a: (place) => plannedOrder(a, indexA, place),
    b: (place) => plannedOrder(b, indexB, place),
  };
}

function placeKey({ item, site, segment }: Pick<PointPair, "item" | "site" | "segment">): string {
  return JSON.stringify([item, site, segment]);
}

function placesWith(supplies: ReadonlyMap<string, PlannedSupply>): ReadonlySet<string> {
  return new Set(Array.from(supplies.values(), placeKey));
}

/** Where no supply stands for an order: the same ones, on rows, then what is left by source. */
function ordersOfPoint(
  a: PlanState,
  b: PlanState,
  pair: PointPair,
  read: OrderReaders,
): OrderDifference[] {
  const { pairs, onlyA, onlyB } = sameOrders(a, b, pair);
  return [
    ...pairs.map(([placeA, placeB]) => changed(pair, read.a(placeA), read.b(placeB))),
    ...unlike(pair, onlyA.map(read.a), onlyB.map(read.b)),
  ];
}

/** Where supplies may stand for orders: those first, then the same ones, then what is left by source. */
function ordersBesideSupplies(
  a: PlanState,
  b: PlanState,
  pair: PointPair,
  read: OrderReaders,
  standing: StandIns,
): OrderDifference[] {
  const found: OrderDifference[] = [];
  const key = placeKey(pair);
  const standsFor = (supply: PlannedSupply | undefined): supply is PlannedSupply =>
    supply !== undefined && placeKey(supply) === key;
  const left = new Map<string, PlannedOrder>();
  for (const [same, place] of placesByKey(a, pair.a, pair, standing.a.ids)) {
    const before = read.a(place);
    const supply = standing.b.supplies.get(standing.a.ids.of(before.id));
    if (!standsFor(supply)) {
      left.set(same, before);
      continue;
    }
    const days = daysBetween(before.due, supply.arrives);
    const quantity = countsWith(supply).minus(before.quantity);
    found.push({ ...about("firmed", pair), before, after: null, supply, days, quantity });
  }
  const onlyB: PlannedOrder[] = [];
  for (const [same, place] of placesByKey(b, pair.b, pair, standing.b.ids)) {
    const after = read.b(place);
    const supply = standing.a.supplies.get(standing.b.ids.of(after.id));
    const before = left.get(same);
    if (standsFor(supply)) {
      const days = daysBetween(supply.arrives, after.due);
      const quantity = after.quantity.minus(countsWith(supply));
      found.push({ ...about("unfirmed", pair), before: null, after, supply, days, quantity });
    } else if (before === undefined) onlyB.push(after);
    else {
      left.delete(same);
      if (!areEqual(before, after)) found.push(changed(pair, before, after));
    }
  }
  return [...found, ...unlike(pair, [...left.values()], onlyB)];
}

/** Orders that only one plan has: those that go together, and those that come or go. */
function unlike(
  pair: PointPair,
  onlyA: readonly PlannedOrder[],
  onlyB: readonly PlannedOrder[],
): OrderDifference[] {
  const { pairs, left } = matchOrders(onlyA, onlyB);
  return [
    ...pairs.map(([before, after]) => changed(pair, before, after)),
    ...left.a.map((before) => {
      const quantity = taken(before.quantity);
      return { ...about("removed", pair), before, after: null, supply: null, days: 0, quantity };
    }),
    ...left.b.map((after) => {
      const { quantity } = after;
      return { ...about("added", pair), before: null, after, supply: null, days: 0, quantity };
    }),
  ];
}
