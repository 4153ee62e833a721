/**
 * The needs of a stocking point: their order (T2, K12), the day on which they are netted (T4, T6,
 * K1), what lies beyond the horizon (N12), and dependent needs added up to one need for each parent
 * order and day.
 */
import type { Day } from "./calendar.js";
import { workingDaysBack } from "./calendar.js";
import { compareText, decimalText } from "./numbers.js";
import type { Problem } from "./problem.js";
import { siteCalendar } from "./problem.js";
import type { Need, NeedKind, NeedLine, Origin, StockingPoint } from "./stocking-points.js";

const KINDS: readonly NeedKind[] = ["allocation", "component", "demand", "dependent"];

export function compare<T>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** On one day: allocations, components still to be issued, demands, then dependent needs (K12). */
export function compareNeeds(a: Need, b: Need): number {
  if (a.kind !== b.kind) {
    return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
  }
  switch (a.kind) {
    case "allocation":
      return compare(a.own, b.own) || compare(a.quantity, b.quantity);
    case "component":
      return compareText(a.id, b.id) || compare(a.own, b.own) || compare(a.quantity, b.quantity);
    case "demand":
      return compare(a.priority, b.priority) || compare(a.own, b.own) || compareText(a.id, b.id);
    case "dependent":
      return compareParents(a, b);
  }
}

function compareParents({ origin: a }: Need, { origin: b }: Need): number {
  if (a === undefined || b === undefined) {
    throw new Error("A dependent need has a parent order.");
  }
  return compareOrigins(a, b);
}

/**
 * The parents' item, site, segment, start, and order: planned ones as they arose, then firm ones by
 * id.
 */
export function compareOrigins(a: Origin, b: Origin): number {
  return (
    compareText(a.item, b.item) ||
    compareText(a.site, b.site) ||
    compareText(a.segment, b.segment) ||
    compare(a.start, b.start) ||
    compare(a.firm, b.firm) ||
    compare(a.sequence, b.sequence) ||
    compareText(a.id, b.id)
  );
}

/** The lines of two needs of one order together, one for each own day (N11). */
function linesOf(a: Need, b: Need): NeedLine[] {
  const lines: NeedLine[] = [];
  for (const line of [...ownLines(a), ...ownLines(b)]) {
    const same = lines.find(({ own }) => own === line.own);
    if (same === undefined) {
      lines.push({ ...line });
    } else {
      same.quantity += line.quantity;
      same.offset = Math.min(same.offset, line.offset);
    }
  }
  return lines;
}

/** What of a need is wanted on which day. */
export function ownLines({ lines, own, offset, quantity }: Need): readonly NeedLine[] {
  return lines ?? [{ own, offset: offset ?? 0, quantity }];
}

/** Dependent needs of one order on one day are one need: lines rounded apart, then added (K12). */
export function addedUp(needs: readonly Need[], dayOf: (need: Need) => Day): Need[] {
  const result: Need[] = [];
  const byOrder = new Map<object, Map<Day, Need>>();
  for (const need of needs) {
    if (need.quantity === 0n) {
      continue;
    }
    if (need.origin === undefined) {
      result.push(need);
      continue;
    }
    const ofOrder = byOrder.get(need.origin) ?? new Map<Day, Need>();
    byOrder.set(need.origin, ofOrder);
    const same = ofOrder.get(dayOf(need));
    if (same === undefined) {
      const copy = { ...need };
      ofOrder.set(dayOf(need), copy);
      result.push(copy);
    } else {
      same.lines = linesOf(same, need);
      same.quantity += need.quantity;
    }
  }
  return result;
}

/** T6: safetyTime working days before its own due day, never before T0. */
export function nettingDay(problem: Problem, point: StockingPoint, need: Pick<Need, "own">): Day {
  const { policy } = point;
  const works = siteCalendar(problem, policy.site);
  return Math.max(problem.startDay, workingDaysBack(works, need.own, policy.safetyTime));
}

/** The needs to be netted by day, each day in the order of K12. */
export function needsByDay(problem: Problem, point: StockingPoint): Map<Day, Need[]> {
  const inside = point.needs.filter((need) => need.own <= problem.horizonDay);
  const dayOf = (need: Need) => nettingDay(problem, point, need);
  const byDay = new Map<Day, Need[]>();
  for (const need of addedUp(inside, dayOf)) {
    const day = dayOf(need);
    const ofDay = byDay.get(day);
    if (ofDay === undefined) {
      byDay.set(day, [need]);
    } else {
      ofDay.push(need);
    }
  }
  for (const ofDay of byDay.values()) {
    ofDay.sort(compareNeeds);
  }
  return byDay;
}

/** N12, K21: one message for all needs whose own due day lies after the horizon. */
export function reportBeyond(problem: Problem, point: StockingPoint, needs: readonly Need[]): void {
  const after = addedUp(
    needs.filter((need) => need.own > problem.horizonDay),
    (need) => need.own,
  );
  if (after.length > 0) {
    const quantity = after.reduce((sum, need) => sum + need.quantity, 0n);
    problem.messages.push({
      code: "beyondHorizon",
      item: point.item,
      site: point.site,
      segment: point.segment,
      count: after.length,
      quantity: decimalText(quantity, point.policy.decimals),
    });
  }
}
