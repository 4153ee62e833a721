import { parseDay } from "../../../src/core/index.js";
import type {
  DemandExplanation,
  DemandLateMessage,
  ExplainedLimit,
  PlannedDemand,
} from "../../../src/index.js";
import { agree, holds } from "./agree.js";

/**
 * Checks that the figures of a demand's explanation add up, and that its chain hangs together.
 *
 * @param isPhantom - what is asked of a phantom is there on its due day at the earliest (K47)
 * @param messages - that say that a part of it is late
 */
export function expectDemandExplained(
  explanation: DemandExplanation,
  demand: PlannedDemand,
  isPhantom: boolean,
  messages: readonly DemandLateMessage[],
): void {
  const { covers, quantity, beyondHorizon, available, daysLate, latestPart, limit, chain } =
    explanation;
  holds("it is told of the demand", available === demand.available && daysLate === demand.daysLate);
  const told = covers.reduce((sum, cover) => sum.plus(cover.quantity), beyondHorizon);
  agree("the covers and what lies beyond the horizon are the demand", told, quantity);
  if (covers.length > 0) {
    const days = covers.map((cover) => cover.available);
    const last = days.includes(null) ? null : days.sort().at(-1)!;
    const isOnDue = isPhantom && last !== null && available !== null && last < available;
    holds(`all of it is there on ${last}, not on ${available}`, isOnDue || last === available);
  } else holds("what nothing covers is not to come", available === null && limit === null);
  if (demand.consumed === null && available !== null) {
    const late = Math.max(0, parseDay(available)! - parseDay(demand.due)!);
    holds("it is late by the days between", late === daysLate);
  }
  const days = messages.map((one) => one.days ?? Number.POSITIVE_INFINITY);
  const most = Math.max(0, ...days);
  const isMost = most === (daysLate ?? Number.POSITIVE_INFINITY);
  holds("it is late by the most of its parts", isMost);
  const latest = messages.find((_, n) => days[n] === most);
  const { due, available: date } = latestPart ?? { due: undefined, available: undefined };
  holds("its latest part is told", due === latest?.due && date === latest?.date);
  holds("what is late has a limit", (limit === null) === (daysLate === 0));
  if (limit === null) return;
  const names = chain.map(({ order, supply }) => order ?? supply);
  const waits: readonly ExplainedLimit[] = [limit, ...chain.map((link) => link.limit)];
  for (const [k, name] of names.entries()) {
    holds("each link is what the one before waits for", nameOf(waits[k]!) === name);
  }
  const end = nameOf(waits.at(-1)!);
  const isOpenSupply = waits.at(-1)!.kind === "supply";
  const comesBack = end !== undefined && names.includes(end);
  holds("the chain ends where nothing waits", end === undefined || isOpenSupply || comesBack);
  const { order, supply } = latest!.limitedBy;
  const last = isOpenSupply ? end : names.at(-1);
  holds("its message names where the chain ends", (order ?? supply ?? undefined) === last);
  for (const { start, due, feasibleStart, feasibleDue } of chain) {
    holds("it cannot start before", feasibleStart === null || feasibleStart >= start);
    holds("it is not there before", feasibleDue === null || feasibleDue >= due);
  }
}

function nameOf(limit: ExplainedLimit): string | undefined {
  if (limit.kind === "order") return limit.order.id;
  return limit.kind === "supply" ? limit.supply : undefined;
}
