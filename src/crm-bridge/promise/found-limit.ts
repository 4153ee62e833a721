import { formatDay } from "../../core/index.js";
import { limitingPart, type Plan } from "../../mrp/index.js";
import type { FiniteTrial } from "./finite-trial.js";
import type { Judgement } from "./judged-day.js";
import type { DelayLimit, PromiseLimit } from "./promise-limit.js";
import { scheduledLimit } from "./scheduled-limit.js";
import { firstDay, type SettledLine } from "./settled-lines.js";

/** Why a whole line does not hold on the day wanted; `null`: it does. */
export function limitOf({
  line,
  question,
  openBecause,
  together,
}: SettledLine): PromiseLimit | null {
  const { customer } = question.request;
  const { first, last } = question.options;
  if (openBecause === "hold" && customer !== undefined) return { kind: "hold", customer };
  const day = firstDay(question, line);
  if (day > last) return { kind: "horizon", date: formatDay(last) };
  const alone = question.judge([{ line, count: line.count, day, number: 0 }]);
  const limit = limitIn(alone, line.id) ?? (together && limitIn(together(), line.id)) ?? null;
  if (limit !== null || line.requested >= first) return limit;
  return { kind: "past", date: formatDay(first) };
}

/** What a judgement has against a line. */
function limitIn(judgement: Judgement, line: string): PromiseLimit | null {
  const { wanted, ids, quota, trial, finite, broken } = judgement;
  if (quota !== undefined) return quota.limit;
  if (judgement.holds || trial === undefined) return null;
  const own = ids[wanted.findIndex((one) => one.line.id === line)]!;
  const late = delayOf(trial.plan, finite, own);
  if (late !== null) return late;
  const [first] = broken;
  if (first === undefined) return null;
  const because = delayOf(trial.plan, finite, first.demand);
  return { kind: "promise", ...first, because };
}

/** What a late demand waits for at last; `null`: it is not late. */
function delayOf(plan: Plan, finite: FiniteTrial | undefined, demand: string): DelayLimit | null {
  const part = limitingPart(plan, demand);
  if (part !== null || finite === undefined) return part;
  return scheduledLimit(plan, finite.schedule, demand);
}
