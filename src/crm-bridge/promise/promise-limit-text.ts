import type { LimitingPart } from "../../mrp/index.js";
import { refuseNoLimit } from "./limit-argument.js";
import type { DelayLimit, LimitedJob, PromiseLimit } from "./promise-limit.js";

/**
 * What limits a promise in words, made of its figures. The figures are the limit; no program should read
 * the words.
 *
 * @param limit - the limit of a line of a promise
 * @returns a sentence or two of English
 * @throws PlanningInputError when it is no limit of a promise
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   horizonEnd: "2026-02-27",
 *   items: [{ id: "bike", leadTime: 2 }, { id: "wheel", leadTime: 10 }],
 *   boms: [{ item: "bike", lines: [{ item: "wheel", quantity: 2 }] }],
 * });
 * const [line] = promiseDelivery(plan, {
 *   id: "R",
 *   delivery: "whole",
 *   lines: [{ id: "1", item: "bike", quantity: 4, requestedDate: "2026-01-09" }],
 * }).lines;
 * line?.limit && promiseLimitText(line.limit);
 * // => "It waits for an order of wheel at main, there on 2026-01-15: its lead time from the planning start."
 * ```
 */
export function promiseLimitText(limit: PromiseLimit): string {
  refuseNoLimit(limit);
  switch (limit.kind) {
    case "past":
      return `It is wanted before the planning start, ${limit.date}.`;
    case "horizon":
      return `Nothing is promised after ${limit.date}.`;
    case "hold":
      return `The customer ${limit.customer} is on hold.`;
    case "quota":
      return limit.row === null
        ? "No quota is for it on that day."
        : `The quota quotas.rows[${limit.row}] leaves ${limit.left} for that day.`;
    case "promise":
      return brokenText(limit);
    default:
      return delayLimitText(limit);
  }
}

/** What something late waits for, in words. */
export function delayLimitText(limit: DelayLimit): string {
  if (limit.kind === "material") return partText(limit);
  const what = nameOf(limit, limit.order !== null || limit.supply !== null ? "an order" : "work");
  return `It waits for ${what}, ${jobText(limit)}.`;
}

function brokenText({ demand, due, after, because }: Extract<PromiseLimit, { kind: "promise" }>) {
  const when = after === null ? "never be there" : `be there on ${after} only`;
  const why = because === null ? "" : ` ${delayLimitText(because)}`;
  return `${demand}, promised for ${due}, would ${when}.${why}`;
}

function jobText(limit: Exclude<DelayLimit, LimitingPart>): string {
  switch (limit.kind) {
    case "workCenter":
      return `for whose operation ${limit.operation} no unit of ${limit.workCenter} is free before ${limit.until}`;
    case "shift":
      return `whose operation ${limit.operation} fits into a shift of ${limit.workCenter} on ${limit.until} only`;
    case "tool":
      return `whose operation ${limit.operation} has a tool (${limit.tools.join(", ")}) on ${limit.until} only`;
    case "held":
      return `which is held to ${limit.date}`;
    case "ownTime":
      return "whose operations take that long from the planning start";
    case "unscheduled":
      return limit.operation === null
        ? "which has no place within the horizon"
        : `whose operation ${limit.operation} has no place within the horizon`;
  }
}

function partText(limit: LimitingPart): string {
  const { order, date } = limit;
  const what = nameOf(limit, order === null ? "stock" : "an order");
  const when = date === null ? "never there" : `there on ${date}`;
  return `It waits for ${what}, ${when}: ${becauseText(limit)}.`;
}

/** An open supply by its id, else what it is. */
function nameOf({ item, site, supply }: Omit<LimitedJob, "segment">, kind: string): string {
  return supply === null ? `${kind} of ${item} at ${site}` : `${supply} (${item} at ${site})`;
}

function becauseText({ because, item }: LimitingPart): string {
  switch (because.kind) {
    case "leadTime":
      return "its lead time from the planning start";
    case "planningStart":
      return "it was wanted before the planning start";
    case "capacity":
      return `its supplier ${because.supplier} has no room before`;
    case "fence":
      return `nothing is planned before ${because.date}`;
    case "sourceValidity":
      return `its source is valid from ${because.date} on`;
    case "noSource":
      return `no source brings it on ${because.date}`;
    case "planned":
      return "what comes before goes to others";
    case "loop":
      return "it waits for itself";
    case "order":
      return `an order of ${item} that comes later`;
    case "supply":
      return "an open supply";
    case "stock":
      return `its stock counts from ${because.date} on`;
    case "uncovered":
      return because.method === undefined
        ? "nothing covers it within the horizon"
        : `nothing covers it within the horizon, and as ${because.method} it is not ordered for needs`;
  }
}
