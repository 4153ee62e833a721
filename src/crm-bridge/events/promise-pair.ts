import type { Decimal } from "../../core/index.js";
import type { Plan } from "../../mrp/index.js";
import type { LineReference } from "../demand/index.js";
import { bookedLines, type OrderedLine, recordedLines } from "../feedback/open-lines.js";
import { demandsOf } from "../feedback/order-status.js";
import { type PromiseSuccessor, successorsOf } from "../feedback/promise-successors.js";
import type { KnownPromise } from "../promise/booked-argument.js";
import type { KnownState } from "./state-argument.js";

/** What was promised, and whether something of it is still to come. */
export interface GivenPromise {
  /** Its name: that of the line that has taken its place, where there is one. */
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
export interface PromisePair {
  readonly before: ReadonlyMap<string, GivenPromise>;
  readonly after: ReadonlyMap<string, GivenPromise>;
  /** The lines of records after, promised or not, by their demand. */
  readonly lines: ReadonlyMap<string, OrderedLine>;
}

/** Finds what is promised in two states, each promise under one name in both. */
export function promisesOf(before: KnownState, after: KnownState): PromisePair {
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
