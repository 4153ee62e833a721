import { type Decimal, parseDay } from "../../core/index.js";
import type { Plan, PlannedDemand } from "../../mrp/index.js";
import type { LineReference } from "../demand/index.js";
import { delayCause } from "../feedback/delay-cause.js";
import { bookedLines, type OrderedLine, recordedLines } from "../feedback/open-lines.js";
import { type DayInPlan, dayInPlan, demandsOf } from "../feedback/order-status.js";
import { type PromiseSuccessor, successorsOf } from "../feedback/promise-successors.js";
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
  readonly demand: string;
  /** Its id in the plan of its state. */
  readonly inPlan: string;
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
  const was = demandsOf(before.plan, idsInPlan(pair.before));
  const is = demandsOf(after.plan, idsInPlan(pair.after));
  return ids.flatMap((id) => {
    const [one, other] = [pair.before.get(id), pair.after.get(id)];
    const demand = other === undefined ? undefined : is.get(other.inPlan);
    const days = {
      before: one?.isOpen === true ? dayInPlan(was.get(one.inPlan), one.promised) : undefined,
      after: other?.isOpen === true ? dayInPlan(demand, other.promised) : undefined,
    };
    return [
      ...givenEvents(one, other, pair.lines.get(id)),
      ...dayEvents(other, days, { plan: after.plan, demand, one }),
    ];
  });
}

function idsInPlan(promises: ReadonlyMap<string, GivenPromise>): string[] {
  return [...promises.values()].map(({ inPlan }) => inPlan);
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
      const inPlan = demand;
      into.set(demand, { demand, inPlan, record, customer, promised, quantity, shipped, isOpen });
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
  const [former, latter] = [successorsIn(before, booked), successorsIn(after, booked)];
  standIn(pair.before, former, before.plan);
  standIn(pair.after, latter, after.plan);
  for (const id of former.keys()) pair.before.delete(id);
  for (const [id, successor] of latter) {
    const { demand } = successor;
    const one = pair.before.get(id);
    const line = pair.after.get(demand);
    pair.before.delete(id);
    pair.after.delete(id);
    if (one === undefined || line === undefined || pair.before.has(demand)) continue;
    const isAsMuch = one.quantity.eq(successor.quantity) || isAllLeft(one, line, successor);
    pair.before.set(demand, isAsMuch ? { ...one, quantity: line.quantity } : one);
  }
}

/**
 * An order that was asked for again is promised as it is booked until its line says so: the plan has the
 * promise in place of the line.
 */
function standIn(
  promises: Map<string, GivenPromise>,
  successors: ReadonlyMap<string, PromiseSuccessor>,
  plan: Plan,
): void {
  const ids = [...successors].flatMap(([id, { demand }]) => [id, demand]);
  const planned = demandsOf(plan, ids);
  for (const [id, successor] of successors) {
    const { demand } = successor;
    const [booked, line] = [promises.get(id), promises.get(demand)];
    if (booked?.isOpen !== true || line?.isOpen !== true) continue;
    if (planned.has(demand) || !planned.has(id)) continue;
    if (!isAllLeft(booked, line, successor)) continue;
    promises.set(demand, { ...line, promised: booked.promised, inPlan: id });
  }
}

/** Whether a promise is for all that a line has not shipped; one of several promises of a line is not. */
function isAllLeft(
  promise: GivenPromise,
  line: GivenPromise,
  { quantity }: PromiseSuccessor,
): boolean {
  // What is shipped is written in the unit of the line.
  const shipped = line.quantity.eq(quantity) ? line.shipped : 0;
  return promise.quantity.eq(quantity.minus(shipped));
}

function successorsIn(
  { records, plan }: KnownState,
  booked: readonly KnownPromise[],
): ReadonlyMap<string, PromiseSuccessor> {
  return records === undefined ? new Map() : successorsOf(booked, records, plan);
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
