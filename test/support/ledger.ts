import type { Plan, PlanningInput } from "../../src/index.js";
import { readDay } from "../reference/calendar.js";
import { isPhasedOut, moveAllToFollowUp, sendMissingOn } from "../reference/discontinued.js";
import { floorOf } from "../reference/floor.js";
import type { PlanningInput as ReferenceInput } from "../reference/index.js";
import { makePoints } from "../reference/input-rows.js";
import { levelsOf } from "../reference/levels.js";
import { needsByDay } from "../reference/needs.js";
import { powerOfTen, readRatio, times } from "../reference/numbers.js";
import { firmNeeds, plannedNeeds } from "../reference/orders.js";
import { planPhantom } from "../reference/phantoms.js";
import { readProblem } from "../reference/problem.js";
import { endOfFence } from "../reference/schedule.js";
import { freeAlong } from "../reference/stock-lanes.js";
import { comparePoints, type Points, type StockingPoint } from "../reference/stocking-points.js";
import { settleSubstitutes } from "../reference/substitutes.js";

/** One day of a stocking point, in whole 10^-decimals of its item. */
export interface LedgerDay {
  readonly day: number;
  /** Open supply and stock that is released, as the plan says. */
  readonly receipts: bigint;
  readonly coProducts: bigint;
  readonly planned: bigint;
  readonly gross: bigint;
  readonly expired: bigint;
  readonly closing: bigint;
  /** The same if every order came on the day wanted, as it was netted (K46). */
  readonly netted: bigint;
  readonly floor: bigint;
}

/** What the orders of a plan do to one stocking point. */
export interface Ledger {
  readonly point: StockingPoint;
  /** The first day on which something new may arrive (N8). */
  readonly fenceEnd: number;
  readonly opening: bigint;
  readonly days: readonly LedgerDay[];
}

/**
 * Books a plan again from what it says of itself: its orders, the days on which it counts open
 * supplies, and what it says expires. What the orders need below is exploded anew by the reference
 * planner, so that nothing here is read from the records of the plan.
 *
 * @param input - what was planned
 * @param plan - the engine's plan of it
 * @returns a ledger for every stocking point without a segment, and every other that is busy
 */
export function ledgersOf(input: PlanningInput, plan: Plan): Ledger[] {
  const problem = readProblem(input as ReferenceInput);
  const points = makePoints(problem, levelsOf(problem));
  const gone = new Map<StockingPoint, Map<number, bigint>>();
  for (let level = 0; level < points.byLevel.length; level++) {
    for (const point of (points.byLevel[level] ?? []).sort(comparePoints)) {
      // What is free is asked before any supply is moved or changed (K36).
      if (!point.policy.phantom) {
        settleSubstitutes(points, point);
        moveAllToFollowUp(points, point);
      }
      putSupplies(point, plan);
      const expired = expiredAt(point, plan);
      gone.set(point, expired);
      if (point.policy.phantom) {
        planPhantom(points, point);
      } else {
        putOrders(points, point, plan);
        putNeeds(points, point, expired);
        plannedNeeds(points, point);
      }
      firmNeeds(points, point);
      point.planned = true;
    }
  }
  // Transfers from stock alone may take of a point that comes before the one that asks (K44).
  return [...gone].map(([point, expired]) => ledgerOf(points, point, expired));
}

interface Placed {
  readonly item: string;
  readonly site: string;
  readonly segment: string | null;
}

const isAt = (point: StockingPoint) => (row: Placed) =>
  row.item === point.item && row.site === point.site && row.segment === point.segment;

function countOf(quantity: { toFixed(): string }, point: StockingPoint): bigint {
  const exact = times(readRatio(quantity.toFixed()), powerOfTen(point.policy.decimals));
  if (exact.den !== 1n) throw new Error("A quantity of a plan is finer than its item.");
  return exact.num;
}

function putSupplies(point: StockingPoint, plan: Plan): void {
  const planned = new Map([...plan.supplies].map((supply) => [supply.id, supply]));
  for (const supply of point.supplies) {
    const { date, newQuantity } = planned.get(supply.id)!;
    supply.landing = readDay(date);
    if (newQuantity !== null) supply.quantity = countOf(newQuantity, point);
  }
}

function putOrders(points: Points, point: StockingPoint, plan: Plan): void {
  for (const order of [...plan.orders].filter(isAt(point))) {
    const source = point.policy.sources.find(
      ({ id, kind }) => id === order.source && kind === order.kind,
    );
    if (source === undefined) throw new Error(`The order ${order.id} has no source.`);
    const { id, orderDate, start, deliveryDate, due, daysLate } = order;
    const startQuantity = countOf(order.startQuantity, point);
    const dates = {
      orderDate: readDay(orderDate),
      start: readDay(start),
      deliveryDate: readDay(deliveryDate),
      due: readDay(due),
    };
    // What it is granted is not free for substitutes either.
    if (source.onlyFromStock)
      freeAlong(points, point, source).take(startQuantity, dates, dates.due);
    point.orders.push({
      id,
      source,
      quantity: countOf(order.quantity, point),
      startQuantity,
      netted: dates.due - daysLate,
      wanted: dates.due - daysLate,
      ...dates,
    });
  }
}

/** What is needed, without what the follow-up of a discontinued item takes over (K37). */
function putNeeds(points: Points, point: StockingPoint, gone: Map<number, bigint>): void {
  const { problem } = points;
  const byDay = needsByDay(problem, point);
  for (const [day, needs] of byDay) {
    point.gross.set(
      day,
      needs.reduce((sum, { quantity }) => sum + quantity, 0n),
    );
  }
  // What is planned by its position on the first day hands nothing on.
  if (["reorderPoint", "ddmrp"].includes(point.policy.method)) return;
  const sendOn = sendMissingOn(points, point, byDay, () => {});
  const { fenceEnd, days } = ledgerOf(points, point, gone);
  for (const { day } of days) {
    if (day < fenceEnd || !isPhasedOut(problem, point.policy, day)) continue;
    const now = ledgerOf(points, point, gone).days.find((one) => one.day === day);
    if (now !== undefined && now.netted < 0n) sendOn(day, -now.netted);
  }
}

function expiredAt(point: StockingPoint, plan: Plan): Map<number, bigint> {
  const gone = new Map<number, bigint>();
  for (const message of plan.messages) {
    if (message.code !== "expired" || !isAt(point)(message)) continue;
    const day = readDay(message.date);
    gone.set(day, (gone.get(day) ?? 0n) + countOf(message.quantity, point));
  }
  return gone;
}

function ledgerOf(points: Points, point: StockingPoint, gone: Map<number, bigint>): Ledger {
  const { problem } = points;
  const { startDay, horizonDay } = problem;
  const floorOn = floorOf(problem, point);
  const days: LedgerDay[] = [];
  const opening = sumOn(point.stock, (lot) => lot.availableFrom, startDay);
  let closing = opening;
  let netted = opening;
  for (let day = startDay; day <= horizonDay; day++) {
    const released = day === startDay ? 0n : sumOn(point.stock, (lot) => lot.availableFrom, day);
    const receipts = released + sumOn(point.supplies, (supply) => supply.landing, day);
    const planned = sumOn(point.orders, (order) => order.due, day);
    const gross = point.gross.get(day) ?? 0n;
    const expired = gone.get(day) ?? 0n;
    const coProducts = sumOn(point.coProducts, (brought) => brought.day, day);
    const others = receipts + coProducts - gross - expired;
    closing += planned + others;
    netted += sumOn(point.orders, (order) => order.wanted, day) + others;
    const floor = floorOn(day);
    days.push({ day, receipts, coProducts, planned, gross, expired, closing, netted, floor });
  }
  return { point, fenceEnd: endOfFence(problem, point.policy), opening, days };
}

function sumOn<Row extends { readonly quantity: bigint }>(
  rows: readonly Row[],
  dayOf: (row: Row) => number,
  day: number,
): bigint {
  return rows.filter((row) => dayOf(row) === day).reduce((sum, row) => sum + row.quantity, 0n);
}
