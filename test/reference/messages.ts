/**
 * The messages of a stocking point about its open supplies and demands (M1, T4, T5, N2, N8, N12).
 */
import type { Day } from "./calendar.js";
import { dayText, lastWorkingDayNotAfter } from "./calendar.js";
import { decimalText } from "./numbers.js";
import type { Problem } from "./problem.js";
import { siteCalendar } from "./problem.js";
import { endOfFence } from "./schedule.js";
import type { OpenSupply, StockingPoint } from "./stocking-points.js";

type Fields = Record<string, unknown>;

export function say(problem: Problem, point: StockingPoint, code: string, fields: Fields): void {
  const { item, site, segment } = point;
  problem.messages.push({ code, item, site, segment, ...fields });
}

/** T4, T5: what was due before T0. */
export function reportPastDue(problem: Problem, point: StockingPoint): void {
  const { startDay } = problem;
  const text = (quantity: bigint) => decimalText(quantity, point.policy.decimals);
  for (const supply of point.supplies.filter(({ due }) => due < startDay)) {
    say(problem, point, "pastDueSupply", {
      supply: supply.id,
      due: dayText(supply.due),
      quantity: text(supply.quantity),
      days: startDay - supply.due,
    });
  }
  for (const need of point.needs) {
    if (need.kind === "demand" && !need.forecast && need.own < startDay && need.quantity > 0n) {
      say(problem, point, "pastDueDemand", {
        demand: need.id,
        due: dayText(need.own),
        quantity: text(need.quantity),
        days: startDay - need.own,
      });
    }
  }
}

/**
 * M1: expedite, defer, cancel or another quantity (K33), one message at most. Days inside the fence
 * are never proposed.
 */
function supplyMessage(problem: Problem, point: StockingPoint, supply: OpenSupply): void {
  const { policy } = point;
  const from = dayText(supply.due);
  const quantity = decimalText(supply.open, policy.decimals);
  const { wanted } = supply;
  if (wanted === undefined) {
    if (supply.due <= problem.horizonDay) {
      say(problem, point, "cancel", { supply: supply.id, from, quantity }); // N12
    }
    return;
  }
  if (wanted < endOfFence(problem, policy)) {
    return;
  }
  const due = Math.max(supply.due, problem.startDay); // K4
  let code: "expedite" | "defer" | undefined;
  let to = from;
  if (supply.expediteTo !== undefined && supply.expediteTo < due) {
    code = "expedite";
    to = dayText(supply.expediteTo);
  } else if (wanted - due > policy.deferTolerance) {
    const day = lastWorkingDayNotAfter(siteCalendar(problem, policy.site), wanted);
    if (day > due) {
      code = "defer";
      to = dayText(day);
    }
  }
  if (supply.quantity !== supply.open) {
    const change = supply.quantity > supply.open ? "increase" : "decrease";
    const newQuantity = decimalText(supply.quantity, policy.decimals);
    say(problem, point, change, { supply: supply.id, from, to, quantity, newQuantity });
  } else if (code !== undefined) {
    const reason = code === "expedite" ? { reason: supply.reason } : {};
    say(problem, point, code, { supply: supply.id, from, to, quantity, ...reason });
  }
}

/** Frozen supplies, and those of phantoms and reorder points, are left alone (K14, K16). */
export function reportSupplies(
  problem: Problem,
  point: StockingPoint,
  movable: readonly OpenSupply[],
): void {
  for (const supply of movable) {
    supplyMessage(problem, point, supply);
  }
}

/** K49: what is to be ordered today, unless it should have been started already. */
export function reportReleases(problem: Problem, point: StockingPoint): void {
  const { startDay } = problem;
  for (const { id, quantity, orderDate, start, due } of point.orders) {
    if (orderDate <= startDay && startDay <= start) {
      const text = decimalText(quantity, point.policy.decimals);
      say(problem, point, "releaseNow", { order: id, quantity: text, due: dayText(due) });
    }
  }
}

/** K15: one message for each day on which something expires. */
export function reportExpired(problem: Problem, point: StockingPoint): void {
  for (const [day, gone] of [...point.expired].sort(([a], [b]) => a - b)) {
    if (day <= problem.horizonDay) {
      const quantity = decimalText(gone, point.policy.decimals);
      say(problem, point, "expired", { date: dayText(day), quantity });
    }
  }
}

/** K5: projected stock at the end of the fence lies below the floor. */
export function reportFence(
  problem: Problem,
  point: StockingPoint,
  fence: Day,
  missing: bigint,
): void {
  if (missing > 0n) {
    const quantity = decimalText(missing, point.policy.decimals);
    say(problem, point, "fenceShortage", { date: dayText(fence), quantity });
  }
}
