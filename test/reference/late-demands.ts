/**
 * `demandLate` (N11, K47): which demands are there only after their own due day, by how much, and
 * what holds them up: the order or open supply at the end of the chain of what is there last.
 */
import { dayText } from "./calendar.js";
import type { DatedDemand } from "./demand-dates.js";
import type { FeasibleDates, Made } from "./feasible-dates.js";
import { NEVER } from "./feasible-dates.js";
import { decimalText } from "./numbers.js";
import type { PegNeed, PegSupply } from "./pegs.js";
import type { ReferenceMessage } from "./plan.js";
import type { Origin } from "./stocking-points.js";

interface Limit {
  order: string | null;
  supply: string | null;
}

/** The peg that is there last, the first of equal ones; undefined for what nothing covers. */
function lastOf({ dayOf }: FeasibleDates, { pegs, uncovered }: PegNeed): PegSupply | undefined {
  let last: PegSupply | undefined;
  for (const { supply } of pegs) {
    if (last === undefined || dayOf(supply) > dayOf(last)) {
      last = supply;
    }
  }
  const isCovered = uncovered === 0n || (last !== undefined && dayOf(last) === NEVER);
  return isCovered ? last : undefined;
}

function originOf({ of }: PegSupply): Origin | undefined {
  switch (of.kind) {
    case "stock":
      return undefined;
    case "supply":
      return of.supply.origin;
    case "coProduct":
      return of.origin;
    case "order":
      return of.order.origin;
  }
}

function limitAt({ planned, firm }: Made): Limit {
  return { order: planned?.id ?? null, supply: firm?.id ?? null };
}

/** Follows what is there last, from the need of a demand on, as long as a need sets the start. */
function limitOf(dates: FeasibleDates, first: PegNeed | undefined): Limit {
  let limit: Limit = { order: null, supply: null };
  const passed = new Set<Origin>();
  for (let need = first; need !== undefined; ) {
    const last = lastOf(dates, need);
    if (last?.of.kind === "supply" && last.of.supply.origin === undefined) {
      return { order: null, supply: last.of.supply.id };
    }
    const origin = last === undefined ? undefined : originOf(last);
    const made = origin === undefined ? undefined : dates.orders.get(origin);
    if (made === undefined || passed.has(made.origin)) {
      return limit;
    }
    passed.add(made.origin);
    limit = limitAt(made);
    need = dates.of(made.origin).setBy;
  }
  return limit;
}

function messageOf(dates: FeasibleDates, demand: DatedDemand): ReferenceMessage {
  const { point, need, date, late, last } = demand;
  const isNever = date === NEVER;
  return {
    code: "demandLate",
    item: point.item,
    site: point.site,
    segment: point.segment,
    demand: need.id,
    due: dayText(need.own),
    date: isNever ? null : dayText(date),
    days: isNever ? null : date - need.own,
    quantity: decimalText(late, point.policy.decimals),
    limitedBy: limitOf(dates, last),
  };
}

/** One message for each demand that is late, in the order of the points, then of T2. */
export function lateDemands(
  dates: FeasibleDates,
  demands: readonly DatedDemand[],
): ReferenceMessage[] {
  return demands
    .filter(({ date, need }) => date > need.own)
    .map((demand) => messageOf(dates, demand));
}

/** The day on which each demand is really there; null for never. */
export function demandDates(demands: readonly DatedDemand[]): Map<string, string | null> {
  const latest = new Map<string, number>();
  for (const { need, date } of demands) {
    latest.set(need.id, Math.max(latest.get(need.id) ?? date, date));
  }
  return new Map([...latest].map(([id, date]) => [id, date === NEVER ? null : dayText(date)]));
}
