/**
 * The method ddmrp (chapter 11, K39): the decoupled lead time of a buffer, its net flow at T0, and
 * the one order that fills it up.
 */
import { bomFor, isValid } from "./bill.js";
import { zonesOf } from "./buffer.js";
import { type Day, firstWorkingDayNotBefore, shiftWorkingDays, workingDaysOn } from "./calendar.js";
import { coProductLots } from "./co-products.js";
import { isInside } from "./loops.js";
import { needsByDay } from "./needs.js";
import { ceil, fraction, readRatio, times } from "./numbers.js";
import type { OrderBook } from "./place-orders.js";
import { placeOrders } from "./place-orders.js";
import type { Policy } from "./policy.js";
import type { Problem } from "./problem.js";
import { key, leadTimeCalendar, siteCalendar } from "./problem.js";
import { firstSource, fixedLeadTime, forward, receiptFrom } from "./schedule.js";
import type { Source } from "./sources.js";
import type { Points, StockingPoint } from "./stocking-points.js";
import { policyAt } from "./stocking-points.js";

interface Component {
  readonly policy: Policy;
  /** Days after the start of the order on which it is drawn (N7). */
  readonly offset: number;
}

/** What the orders of a source at T0 are made of. */
function componentsOf(points: Points, policy: Policy, source: Source | undefined): Component[] {
  const { problem } = points;
  const { item, site } = policy;
  const below: [item: string, site: string, offset: number][] = [];
  if (source?.kind === "make" || source?.kind === "subcontract") {
    const bom = bomFor(problem, item, site, problem.startDay, source.bomVersion);
    for (const line of bom?.lines ?? []) {
      if (isValid(line, problem.startDay) && readRatio(line.quantity).num !== 0n) {
        const at = source.kind === "make" ? site : (source.from ?? site);
        below.push([line.item, at, line.offset ?? 0]);
      }
    }
  } else if (source?.kind === "transfer" && source.from !== undefined && !source.onlyFromStock) {
    below.push([item, source.from, 0]);
  }
  return below
    .filter(([component, at]) => {
      return !isInside(points.loops, { parent: key(item, site), component: key(component, at) });
    })
    .map(([component, at, offset]) => ({ policy: policyAt(points, component, at), offset }));
}

/** Release, lead and receiving time of the first source, in plain days. */
function ownDays(problem: Problem, policy: Policy): number {
  const source = firstSource(problem, policy);
  const leadTime = source === undefined ? 0 : fixedLeadTime(problem, policy, source);
  return policy.releaseTime + leadTime + policy.receivingTime;
}

/** The longest way of lead times down to the next buffers. `known` holds what is computed already. */
function decoupledLeadTime(points: Points, policy: Policy, known: Map<string, number>): number {
  if (policy.buffer?.decoupledLeadTime !== undefined) {
    return policy.buffer.decoupledLeadTime;
  }
  const name = key(policy.item, policy.site);
  const before = known.get(name);
  if (before !== undefined) {
    return before;
  }
  const source = firstSource(points.problem, policy);
  // B9: for a buffer nobody waits; what is drawn after the start is waited for so much less.
  const below = componentsOf(points, policy, source).map(({ policy: component, offset }) => {
    const isBuffer = component.method === "ddmrp";
    return (isBuffer ? 0 : decoupledLeadTime(points, component, known)) - offset;
  });
  const longest = Math.max(-Infinity, ...below);
  // A phantom has no order whose start could be waited for; of nothing nobody waits for anything.
  const days = ownDays(points.problem, policy) + (policy.phantom ? longest : Math.max(0, longest));
  known.set(name, days);
  return days;
}

/** What an order has to wait for; of a phantom, what that is made of, the offsets added (B3). */
function waitsFor(points: Points, policy: Policy): Component[] {
  const source = firstSource(points.problem, policy);
  return componentsOf(points, policy, source).flatMap((component) =>
    component.policy.phantom
      ? waitsFor(points, component.policy).map(({ policy: drawn, offset }) => ({
          policy: drawn,
          offset: offset + component.offset,
        }))
      : [component],
  );
}

/** The day on which an order can go out, when all below it is ordered at T0 as soon as it can be. */
function goesOut(points: Points, policy: Policy, known: Map<string, Day>): Day {
  const { problem } = points;
  const { startDay } = problem;
  const site = siteCalendar(problem, policy.site);
  const stated = policy.buffer?.decoupledLeadTime;
  if (stated !== undefined) {
    return workingDaysOn(site, startDay, Math.max(0, stated - ownDays(problem, policy)));
  }
  const name = key(policy.item, policy.site);
  const before = known.get(name);
  if (before !== undefined) {
    return before;
  }
  let day = startDay;
  for (const { policy: component, offset } of waitsFor(points, policy)) {
    // A buffer is there at once.
    const there = component.method === "ddmrp" ? startDay : usableFrom(points, component, known);
    const drawn =
      offset === 0 ? there : shiftWorkingDays(site, firstWorkingDayNotBefore(site, there), -offset);
    if (drawn > startDay) {
      day = Math.max(day, firstWorkingDayNotBefore(site, drawn));
    }
  }
  known.set(name, day);
  return day;
}

/** When what stands below a buffer could be there: ordered and started on working days only. */
function usableFrom(points: Points, policy: Policy, known: Map<string, Day>): Day {
  const { problem } = points;
  const out = goesOut(points, policy, known);
  const source = firstSource(problem, policy);
  if (source === undefined) {
    return out;
  }
  const site = siteCalendar(problem, policy.site);
  const ordered = firstWorkingDayNotBefore(site, out);
  const released = workingDaysOn(site, ordered, policy.releaseTime);
  const start = firstWorkingDayNotBefore(leadTimeCalendar(problem, policy.site, source), released);
  return receiptFrom(problem, policy, source, 0n, start);
}

/** Stock that is usable at T0 + all that is on order − qualified demand. */
function netFlowOf(
  problem: Problem,
  point: StockingPoint,
  spikes: { until: Day; from: bigint },
): bigint {
  const { startDay } = problem;
  const sum = (rows: readonly { quantity: bigint }[]) =>
    rows.reduce((total, row) => total + row.quantity, 0n);
  const usable = point.stock.filter(
    (lot) => lot.availableFrom <= startDay && lot.expires > startDay,
  );
  const onOrder = [...point.supplies, ...coProductLots(problem, point).map(({ lot }) => lot)];
  let qualified = 0n;
  for (const [day, needs] of needsByDay(problem, point)) {
    if (day <= startDay || (day <= spikes.until && sum(needs) >= spikes.from)) {
      qualified += sum(needs);
    }
  }
  return sum(usable) + sum(onOrder) - qualified;
}

/** Orders at T0, up to the top of green, when the net flow lies below the top of yellow. */
export function planBuffer(book: OrderBook, point: StockingPoint): void {
  const { points } = book;
  const { problem } = points;
  const { policy } = point;
  const { buffer } = policy;
  if (buffer === undefined) {
    throw new Error(`The item "${point.item}" has no buffer.`);
  }
  const leadTime = decoupledLeadTime(points, policy, new Map());
  const zones = zonesOf(buffer, leadTime);
  const netFlow = netFlowOf(problem, point, {
    until: problem.startDay + (buffer.spikeHorizon ?? leadTime),
    from: ceil(times(fraction(zones.red, 1n), buffer.spikeShare)),
  });
  const atIt = problem.conventions.trigger === "atOrBelow";
  if (atIt ? netFlow <= zones.topOfYellow : netFlow < zones.topOfYellow) {
    const quantity = zones.topOfGreen - netFlow;
    const shortage = zones.topOfYellow - netFlow;
    const day = goesOut(points, policy, new Map());
    placeOrders(book, point, problem.startDay, shortage, quantity, (source, startQuantity) =>
      forward(problem, policy, source, startQuantity, day),
    );
  }
}
