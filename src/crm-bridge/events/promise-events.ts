import { type Decimal, parseDay } from "../../core/index.js";
import type { Plan, PlannedDemand } from "../../mrp/index.js";
import type { LineReference } from "../demand/index.js";
import { delayCause } from "../feedback/delay-cause.js";
import { bookedLines, type OrderedLine, recordedLines } from "../feedback/open-lines.js";
import { type DayInPlan, dayInPlan, demandsOf } from "../feedback/order-status.js";
import { successorsOf } from "../feedback/promise-successors.js";
import type { KnownPromise } from "../promise/booked-argument.js";
import type {
  CrmEvent,
  PromiseAtRiskEvent,
  PromiseEvent,
  PromiseMovedEvent,
  PromiseRecoveredEvent,
} from "./crm-event.js";
import { eventFields } from "./crm-event.js";
import type { KnownState } from "./state-argument.js";

/** What was promised, and whether something of it is still to come. */
interface GivenPromise {
  /** Its id in the plan of its state. */
  readonly demand: string;
  readonly record: LineReference | null;
  readonly customer: string | null;
  readonly promised: string;
  readonly quantity: Decimal;
  readonly shipped: Decimal;
  readonly isOpen: boolean;
}

/** The promises of both states, as far as both say what is promised. */
interface PromisePair {
  readonly before: ReadonlyMap<string, GivenPromise>;
  readonly after: ReadonlyMap<string, GivenPromise>;
  /** The lines of records after, promised or not, by their demand. */
  readonly lines: ReadonlyMap<string, OrderedLine>;
}

/** What became of promises from one state to the next. */
export function promiseEvents(before: KnownState, after: KnownState): CrmEvent[] {
  const pair = promisesOf(before, after);
  const ids = [...new Set([...pair.before.keys(), ...pair.after.keys()])];
  const own = [...pair.before.values()].map(({ demand }) => demand);
  const [was, is] = [demandsOf(before.plan, own), demandsOf(after.plan, ids)];
  return ids.flatMap((id) => {
    const [one, other] = [pair.before.get(id), pair.after.get(id)];
    const days = {
      before: one?.isOpen === true ? dayInPlan(was.get(one.demand), one.promised) : undefined,
      after: other?.isOpen === true ? dayInPlan(is.get(id), other.promised) : undefined,
    };
    return [
      ...givenEvents(one, other, pair.lines.get(id)),
      ...dayEvents(other, days, { plan: after.plan, demand: is.get(id), one }),
    ];
  });
}

function promisesOf(before: KnownState, after: KnownState): PromisePair {
  const pair = {
    before: new Map<string, GivenPromise>(),
    after: new Map<string, GivenPromise>(),
    lines: new Map<string, OrderedLine>(),
  };
  const put = (into: Map<string, GivenPromise>, lines: readonly OrderedLine[]): void => {
    for (const line of lines) {
      const { demand, record, customer, promised, quantity, shipped, isEnded, isCancelled } = line;
      if (promised === null || isCancelled) continue;
      const isOpen = !isEnded && shipped.lt(quantity);
      into.set(demand, { demand, record, customer, promised, quantity, shipped, isOpen });
    }
  };
  if (before.booked !== undefined && after.booked !== undefined) {
    put(pair.before, bookedLines(before.booked));
    put(pair.after, bookedLines(after.booked));
  }
  if (before.records !== undefined && after.records !== undefined) {
    const lines = recordedLines(after.records);
    put(pair.before, recordedLines(before.records));
    put(pair.after, lines);
    for (const line of lines) pair.lines.set(line.demand, line);
  }
  if (before.booked !== undefined && after.booked !== undefined) {
    const booked = new Map([...before.booked, ...after.booked].map((one) => [one.demand, one]));
    joinPromises(pair, [...booked.values()], before, after);
  }
  return pair;
}

/** A promise and the line of an order that has taken its place are one, and bear the name of the line. */
function joinPromises(
  pair: { readonly [Side in "before" | "after"]: Map<string, GivenPromise> },
  booked: readonly KnownPromise[],
  before: KnownState,
  after: KnownState,
): void {
  for (const [id] of successorsIn(before, booked)) pair.before.delete(id);
  for (const [id, { demand, quantity }] of successorsIn(after, booked)) {
    const one = pair.before.get(id);
    const line = pair.after.get(demand);
    pair.before.delete(id);
    pair.after.delete(id);
    if (one === undefined || line === undefined || pair.before.has(demand)) continue;
    const isAsMuch = one.quantity.eq(quantity);
    pair.before.set(demand, isAsMuch ? { ...one, quantity: line.quantity } : one);
  }
}

function successorsIn({ records, plan }: KnownState, booked: readonly KnownPromise[]) {
  return records === undefined ? [] : successorsOf(booked, records, plan);
}

function givenEvents(
  one: GivenPromise | undefined,
  other: GivenPromise | undefined,
  line: OrderedLine | undefined,
): (PromiseEvent | PromiseMovedEvent)[] {
  if (other?.isOpen !== true) return takenBack(one, other ?? one, line);
  // Of what was over when it was changed nobody has heard.
  if (one?.isOpen !== true) return [promiseEvent("promiseConfirmed", other)];
  if (one.promised === other.promised && one.quantity.eq(other.quantity)) return [];
  return [
    {
      ...eventFields("promiseMoved", ["promise", other.demand], factOf(other)),
      ...ofPromise(other),
      before: { promised: one.promised, quantity: one.quantity },
      days: parseDay(other.promised)! - parseDay(one.promised)!,
    },
  ];
}

/** What was to come of a promise and was not shipped is taken back, but for what was closed. */
function takenBack(
  one: GivenPromise | undefined,
  named: GivenPromise | undefined,
  line: OrderedLine | undefined,
): PromiseEvent[] {
  if (one?.isOpen !== true || named === undefined) return [];
  if (line?.isEnded === true && !line.isCancelled) return [];
  const { promised, quantity } = one;
  const shipped = line?.shipped ?? one.shipped;
  if (shipped.gte(quantity)) return [];
  return [promiseEvent("promiseCancelled", { ...named, promised, quantity, shipped })];
}

function promiseEvent(type: PromiseEvent["type"], promise: GivenPromise): PromiseEvent {
  return {
    ...eventFields(type, ["promise", promise.demand], factOf(promise)),
    ...ofPromise(promise),
    shipped: promise.shipped,
  };
}

function factOf({ promised, quantity }: GivenPromise): readonly string[] {
  return [promised, quantity.toFixed()];
}

function ofPromise({ demand, record, customer, promised, quantity }: GivenPromise) {
  return { demand, record, customer, promised, quantity };
}

interface DayNow {
  readonly plan: Plan;
  readonly demand: PlannedDemand | undefined;
  readonly one: GivenPromise | undefined;
}

/** Whether what is promised is late now, or no more. */
function dayEvents(
  promise: GivenPromise | undefined,
  days: { readonly before: DayInPlan | undefined; readonly after: DayInPlan | undefined },
  { plan, demand, one }: DayNow,
): (PromiseAtRiskEvent | PromiseRecoveredEvent)[] {
  const { before, after } = days;
  if (promise === undefined || after === undefined) return [];
  const was = before !== undefined && isAtRisk(before);
  const subject = ["risk", promise.demand];
  if (!isAtRisk(after)) {
    if (!was || after.available === null) return [];
    const fact = [promise.promised, "in time"];
    return [
      {
        ...eventFields("promiseRecovered", subject, fact),
        ...ofPromise(promise),
        available: after.available,
        before: before.available,
      },
    ];
  }
  const isOldNews =
    was &&
    before.status === after.status &&
    before.available === after.available &&
    one?.promised === promise.promised;
  if (isOldNews) return [];
  const fact = [promise.promised, after.status, after.available];
  const { available, daysLate, status } = after;
  const isLate = status === "late" && demand !== undefined;
  return [
    {
      ...eventFields("promiseAtRisk", subject, fact),
      ...ofPromise(promise),
      ...{ available, daysLate, before: before?.available ?? null },
      cause: isLate ? delayCause(plan, demand.id, demand.due) : null,
    },
  ];
}

/** Late, or not in the plan at all. */
function isAtRisk({ status }: DayInPlan): boolean {
  return status === "late" || status === "notPlanned";
}
