/**
 * Planning one stocking point (§5): its needs by day, its supplies standing or waiting, the walk
 * through the days, new orders, messages, and what its orders need below.
 */
import { type Day, dayText } from "./calendar.js";
import { coProductLots } from "./co-products.js";
import { planBuffer } from "./ddmrp.js";
import { isPhasedOut, moveAllToFollowUp, sendMissingOn } from "./discontinued.js";
import { floorOf, ordersAtFloor, shortTest } from "./floor.js";
import { lacksOf } from "./largest-need.js";
import { endOfWindow, goodQuantity } from "./lots.js";
import { reportExpired, reportFence, reportPastDue, reportSupplies, say } from "./messages.js";
import { compare, compareNeeds, needsByDay, nettingDay, reportBeyond } from "./needs.js";
import type { WalkInput } from "./netting.js";
import { shortfalls, walk } from "./netting.js";
import { compareText, decimalText } from "./numbers.js";
import { firmNeeds, plannedNeeds } from "./orders.js";
import { planPhantom } from "./phantoms.js";
import type { OrderBook } from "./place-orders.js";
import { placeOrders, reportNoSource } from "./place-orders.js";
import type { Lot } from "./pool.js";
import type { Problem } from "./problem.js";
import { planReorderPoint } from "./reorder-point.js";
import type { LotFor } from "./resize.js";
import { resizing } from "./resize.js";
import { datesFor, earliestArrival, endOfFence, receiptDay } from "./schedule.js";
import { spareByDay } from "./stock-lanes.js";
import type { Need, OpenSupply, StockingPoint } from "./stocking-points.js";
import { isScheduled } from "./stocking-points.js";
import { settleSubstitutes } from "./substitutes.js";
import { reportShortfalls } from "./supplier-capacity.js";

/** K4: by due day, quantity left, id. */
function inDrawingOrder(supplies: readonly OpenSupply[]): OpenSupply[] {
  return [...supplies].sort(
    (a, b) => compare(a.due, b.due) || compare(a.quantity, b.quantity) || compareText(a.id, b.id),
  );
}

function byDay(lots: readonly { day: Day; lot: Lot }[]): Map<Day, Lot[]> {
  const result = new Map<Day, Lot[]>();
  for (const { day, lot } of lots) {
    result.set(day, [...(result.get(day) ?? []), lot]);
  }
  return result;
}

const stockLots = (point: StockingPoint) =>
  point.stock.map((lot) => ({ day: lot.availableFrom, lot }));

const standing = (supplies: readonly OpenSupply[]) =>
  supplies.map((supply) => ({ day: supply.landing, lot: supply }));

const planned = (point: StockingPoint) =>
  point.orders.map((order) => ({
    day: order.wanted,
    lot: { quantity: order.quantity, expires: Infinity },
  }));

/** The day a supply drawn for `day` is moved in to (K4); its own when that is not later. */
function movedInTo(problem: Problem, point: StockingPoint): (s: OpenSupply, day: Day) => Day {
  const { policy } = point;
  const fence = endOfFence(problem, policy);
  const achievable = problem.conventions.rescheduling === "achievable";
  const earliest = achievable ? earliestArrival(problem, policy) : problem.startDay;
  return (supply, day) => {
    const own = Math.max(supply.due, problem.startDay);
    if (own <= day) {
      return own;
    }
    const arrival = isScheduled(supply) ? problem.startDay : earliest;
    return Math.min(own, Math.max(receiptDay(problem, policy, day), fence, arrival));
  };
}

/** What the lot rule orders for a shortage that the drawn supplies leave (L1–L12). */
function lotFor(problem: Problem, point: StockingPoint, input: WalkInput): LotFor {
  const { policy } = point;
  const achievable = problem.conventions.rescheduling === "achievable";
  const arrival = earliestArrival(problem, policy);
  // K8: could the waiting supply be drawn, and be there, by day z?
  const reachable = (supply: OpenSupply, z: Day) =>
    supply.expires > z &&
    (isScheduled(supply) ||
      supply.due <= z ||
      (supply.due - receiptDay(problem, policy, z) <= policy.expediteWithin &&
        !(achievable && z < arrival)));
  return (day, level, shortage, state) => {
    const needs = () => {
      const end = endOfWindow(problem, policy, day);
      return shortfalls(input, state, day, end, shortage, reachable);
    };
    return goodQuantity(policy.lots, level, shortage, ordersAtFloor(problem, point), needs);
  };
}

/** The new orders for a shortage (N6). */
function planShortage(book: OrderBook, point: StockingPoint, lot: LotFor): WalkInput["plan"] {
  const { problem } = book.points;
  return (day, level, shortage, state) => {
    const good = lot(day, level, shortage, state);
    return placeOrders(book, point, day, shortage, good, datesFor(problem, point, day));
  };
}

/** N9: nothing is ordered for it, so the first shortage is said. */
function reportShortage(problem: Problem, point: StockingPoint) {
  let said = false;
  return (day: Day, _level: bigint, shortage: bigint): bigint => {
    if (!said && shortage > 0n) {
      said = true;
      const quantity = decimalText(shortage, point.policy.decimals);
      say(problem, point, "belowSafetyStock", { date: dayText(day), quantity });
    }
    return 0n;
  };
}

/** A supply that is never drawn arrives all the same, and expires unused (N2). */
function expireUndrawn(point: StockingPoint, waiting: readonly OpenSupply[]): void {
  for (const supply of waiting.filter(({ expires }) => expires < Infinity)) {
    const day = Math.max(supply.expires, supply.landing);
    supply.undrawn = true;
    point.expired.set(day, (point.expired.get(day) ?? 0n) + supply.quantity);
  }
}

/** Transfers may need something of a point that is planned already (K44). */
function withLaterNeeds(
  problem: Problem,
  point: StockingPoint,
  needs: ReadonlyMap<Day, readonly Need[]>,
): Map<Day, Need[]> {
  const all = new Map([...needs].map(([day, ofDay]) => [day, [...ofDay]]));
  for (const need of point.needs.slice(point.seen)) {
    const day = nettingDay(problem, point, need);
    all.set(day, [...(all.get(day) ?? []), need].sort(compareNeeds));
  }
  return all;
}

function net(book: OrderBook, point: StockingPoint): void {
  const { problem } = book.points;
  const { policy } = point;
  // K14, K39: a reorder point and a buffer order at T0 alone.
  const byReorderPoint = policy.method === "reorderPoint" || policy.method === "ddmrp";
  const never = problem.conventions.rescheduling === "never";
  const needs = needsByDay(problem, point);
  for (const [day, ofDay] of needs) {
    point.gross.set(
      day,
      ofDay.reduce((sum, need) => sum + need.quantity, 0n),
    );
  }
  const frozen = point.supplies.filter(({ row }) => row.frozen === true || byReorderPoint);
  const movable = inDrawingOrder(point.supplies.filter((supply) => !frozen.includes(supply)));
  if (policy.method === "reorderPoint") {
    planReorderPoint(book, point);
  } else if (policy.method === "ddmrp") {
    planBuffer(book, point);
  }
  // K57: what a schedule has decided is not planned twice.
  const draws = never ? movable.filter(isScheduled) : movable;
  const stays = point.supplies.filter((supply) => !draws.includes(supply));
  const always = [...stockLots(point), ...coProductLots(problem, point)];
  const moveIn = movedInTo(problem, point);
  const input: WalkInput = {
    from: problem.startDay,
    to: problem.horizonDay,
    fence: byReorderPoint ? problem.startDay : endOfFence(problem, policy),
    floorOn: floorOf(problem, point),
    isShort: shortTest(problem, point),
    needsOn: (day) => (needs.get(day) ?? []).map((need) => need.quantity),
    eachNeed: problem.conventions.grouping === "demand",
    arrivals: byDay([...always, ...standing(stays), ...planned(point)]),
    waiting: draws,
    expediteWithin: policy.expediteWithin,
    receiptOf: (day) => receiptDay(problem, policy, day),
    landingOf: moveIn,
    isPhasedOut: (day) => !byReorderPoint && isPhasedOut(problem, policy, day),
    sendOn: () => 0n,
    plan: () => 0n,
  };
  if (byReorderPoint || policy.method === "unplanned") {
    const report = reportShortage(problem, point);
    input.plan = report;
    input.sendOn = sendMissingOn(book.points, point, needs, (day, left) => report(day, 0n, left));
  } else {
    const lot = lotFor(problem, point, input);
    input.sendOn = sendMissingOn(book.points, point, needs, (day, left) =>
      reportNoSource(book, point, day, left),
    );
    input.plan = planShortage(book, point, lot);
    input.lacks = lacksOf(book, point, lot);
    if (problem.conventions.resize) {
      input.resize = resizing(problem, point, input.fence, lot);
    }
  }
  const end = walk(input);
  point.expired = end.expired;
  point.netted = [...needs].flatMap(([day, ofDay]) => ofDay.map((need) => ({ day, need })));
  point.seen = point.needs.length;
  expireUndrawn(point, end.waiting);
  const report = () => {
    for (const supply of movable.filter((one) => one.wanted !== undefined && !isScheduled(one))) {
      supply.expediteTo = moveIn(supply, supply.wanted ?? supply.landing);
    }
    reportSupplies(problem, point, movable);
  };
  if (never && !byReorderPoint) {
    // K17: matched in the end to what new orders leave uncovered; every supply stays at its day.
    point.lookAgain = () => {
      const all = withLaterNeeds(problem, point, needs);
      walk({
        ...input,
        needsOn: (day) => (all.get(day) ?? []).map((need) => need.quantity),
        arrivals: byDay([...always, ...standing([...frozen, ...draws]), ...planned(point)]),
        waiting: movable.filter((supply) => !draws.includes(supply)),
        landingOf: (supply) => supply.landing,
        lacks: undefined,
        sendOn: () => 0n,
        plan: () => 0n,
      });
      report();
    };
  } else {
    report();
  }
  reportFence(problem, point, input.fence, end.fenceShortage);
  reportBeyond(problem, point, point.needs);
}

export function planPoint(book: OrderBook, point: StockingPoint): void {
  const { problem } = book.points;
  reportPastDue(problem, point);
  if (point.policy.phantom) {
    planPhantom(book.points, point);
  } else {
    settleSubstitutes(book.points, point);
    moveAllToFollowUp(book.points, point);
    net(book, point);
    plannedNeeds(book.points, point);
  }
  reportExpired(problem, point);
  reportShortfalls(problem, point, book.capacity);
  firmNeeds(book.points, point);
  point.spare = spareByDay(problem, point);
  point.planned = true;
}
