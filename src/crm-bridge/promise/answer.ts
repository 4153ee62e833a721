import { formatDay, quantityToDecimal } from "../../core/index.js";
import { comparePlans, type Plan } from "../../mrp/index.js";
import { bookedPromise } from "./booked-promise.js";
import type {
  BookedPromise,
  DeliveryPromise,
  PromisedLine,
  PromiseOutcome,
  PromiseScheduleLine,
} from "./delivery-promise.js";
import { limitOf } from "./found-limit.js";
import { planWithout } from "./in-place-of.js";
import { Question } from "./judged-day.js";
import { largestPart } from "./largest-part.js";
import { moneyOf } from "./line-money.js";
import type { ReadOptions } from "./options-argument.js";
import { rememberPromise } from "./promise-origin.js";
import type { ReadRequest } from "./promise-request.js";
import { earliestOf, firstDay, type Settled, type SettledLine, settle } from "./settled-lines.js";

/** Asks a live plan, without what stands for the request in it already. */
export function answerTo(plan: Plan, request: ReadRequest, options: ReadOptions): DeliveryPromise {
  const question = new Question(planWithout(plan, request.inPlaceOf), request, options);
  return answer(plan, question, settle(question));
}

/** What a customer is told of what was found; what takes long is worked out when it is read. */
function answer(live: Plan, question: Question, lines: readonly SettledLine[]): DeliveryPromise {
  const booked = lines.flatMap(({ settled }) => settled.map(bookedOf));
  const outcome = outcomeOf(lines);
  const promise: DeliveryPromise = Object.freeze({
    request: question.request.given,
    options: question.options.terms,
    outcome,
    refusedBecause: outcome === "refused" ? (lines[0]?.openBecause ?? null) : null,
    lines: Object.freeze(lines.map(lineOf)),
    promises: Object.freeze(booked),
  });
  rememberPromise(promise, { plan: live, after: planAfter(live, lines), question });
  return promise;
}

/** The plan with all that is promised; the live one where nothing is. */
function planAfter(live: Plan, lines: readonly SettledLine[]): Plan {
  const last = lines.findLast(({ settled }) => settled.length > 0)?.settled.at(-1);
  return last?.judgement.trial?.plan ?? live;
}

function outcomeOf(lines: readonly SettledLine[]): PromiseOutcome {
  if (lines.every(({ settled }) => settled.length === 0)) return "refused";
  if (lines.some(({ settled, openBecause }) => settled.length > 1 || openBecause !== null)) {
    return "partial";
  }
  const isInTime = ({ line, settled }: SettledLine): boolean =>
    settled.every(({ wanted }) => wanted.day <= line.requested);
  return lines.every(isInTime) ? "confirmed" : "later";
}

function lineOf(found: SettledLine): PromisedLine {
  const { line, question, settled, openBecause } = found;
  const { id, item, site, segment, count, decimals } = line;
  const promised = settled.reduce((sum, { wanted }) => sum + wanted.count, 0);
  const earliest = once(() => {
    const [only] = settled;
    const isByItself = question.request.delivery === "whole" && only !== undefined;
    return isByItself ? only.wanted.day : earliestOf(question, line).day;
  });
  const part = once(() => bestPartOf(found));
  const limit = once(() => limitOf(found));
  const money = once(() => moneyOf(line, promised, question.options.costs));
  return Object.freeze({
    id,
    item,
    site: site ?? null,
    segment: segment ?? null,
    requestedDate: formatDay(line.requested),
    requested: quantityToDecimal(count, decimals),
    schedule: Object.freeze(settled.map(scheduleLine)),
    open: quantityToDecimal(count - promised, decimals),
    openBecause,
    get earliestFullDate() {
      const day = earliest();
      return day === undefined ? null : formatDay(day);
    },
    get bestPartial() {
      return part();
    },
    get limit() {
      return limit();
    },
    get money() {
      return money();
    },
  });
}

function bestPartOf({ line, question }: SettledLine): PromisedLine["bestPartial"] {
  const day = firstDay(question, line);
  if (day > question.options.last) return null;
  const { count } = largestPart(question, { line, count: line.count, day, number: 0 });
  return count === 0
    ? null
    : { date: formatDay(day), quantity: quantityToDecimal(count, line.decimals) };
}

function scheduleLine({ wanted, question, judgement }: Settled): PromiseScheduleLine {
  const by = once(() => {
    const next = judgement.trial?.plan;
    return next !== undefined && changesOrders(question.plan, next)
      ? "capableToPromise"
      : "availableToPromise";
  });
  return Object.freeze({
    date: formatDay(wanted.day),
    quantity: quantityToDecimal(wanted.count, wanted.line.decimals),
    get by() {
      return by();
    },
  });
}

/** Whether orders or open supplies have to change for what was promised. */
function changesOrders(before: Plan, after: Plan): boolean {
  const { orders, supplies } = comparePlans(before, after);
  return orders.length > 0 || supplies.length > 0;
}

function bookedOf({ wanted, question, judgement }: Settled): BookedPromise {
  const place = judgement.wanted.indexOf(wanted);
  const { demands } = judgement.trial!.plan;
  // What was tried stands behind all others.
  const { site, segment } = demands.at(demands.length - judgement.ids.length + place)!;
  return bookedPromise(question.request, wanted, { id: judgement.ids[place]!, site, segment });
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
