import { parseDay } from "../../core/index.js";
import type { Plan, PlannedDemand } from "../../mrp/index.js";
import { delayCause } from "../feedback/delay-cause.js";
import type { OrderedLine } from "../feedback/open-lines.js";
import { type DayInPlan, dayInPlan, demandsOf } from "../feedback/order-status.js";
import type {
  CrmEvent,
  PromiseAtRiskEvent,
  PromiseEvent,
  PromiseMovedEvent,
  PromiseRecoveredEvent,
} from "./crm-event.js";
import { eventFields } from "./crm-event.js";
import { type GivenPromise, promisesOf } from "./promise-pair.js";
import type { KnownState } from "./state-argument.js";

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
