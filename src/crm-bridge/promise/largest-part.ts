import { countRatio, type Decimal, PlanningInputError, parseRatio } from "../../core/index.js";
import { explainDemand, planningRecord } from "../../mrp/index.js";
import type { Judgement, Question, Wanted } from "./judged-day.js";
import { dayOf } from "./options-argument.js";

/** The most of something that holds on its day. */
export interface LargestPart {
  /** In counts of the item; 0: nothing holds. */
  readonly count: number;
  /** Of that count; `undefined` where nothing holds. */
  readonly judgement: Judgement | undefined;
}

/**
 * The largest part of a quantity that holds on its day (K66): the whole, or what quotas leave of it, or
 * found by halving, where what is there in the plan is guessed first.
 */
export function largestPart(question: Question, wanted: Wanted): LargestPart {
  const most = question.most(wanted);
  if (most <= 0) return { count: 0, judgement: undefined };
  const judge = (count: number): Judgement => question.judge([{ ...wanted, count }]);
  const whole = judge(most);
  if (whole.holds) return { count: most, judgement: whole };
  let [low, high] = [0, most];
  let best: Judgement | undefined;
  const ask = (count: number): void => {
    if (count <= low || count >= high) return;
    const found = judge(count);
    if (found.holds) [low, best] = [count, found];
    else high = count;
  };
  for (const guess of [thereInTime(whole, wanted), freeFrom(question, wanted)]) {
    ask(guess);
    // Mostly that is all of it.
    if (low === guess) ask(guess + 1);
  }
  while (high - low > 1) ask(low + Math.floor((high - low) / 2));
  return { count: low, judgement: best };
}

/** What covers the whole in time, were it promised: more than that can hardly be had. */
function thereInTime({ trial, ids }: Judgement, { day, line }: Wanted): number {
  if (trial === undefined) return 0;
  let count = 0;
  for (const { quantity, available } of explainDemand(trial.plan, ids[0]!).covers) {
    if (available !== null && dayOf(available) <= day) count += countOf(quantity, line.decimals);
  }
  return count;
}

/** What no need of that day or a later one wants, by the record of the plan. */
function freeFrom({ plan }: Question, { day, line }: Wanted): number {
  const { item, site, segment, decimals } = line;
  let least = Number.POSITIVE_INFINITY;
  try {
    for (const { date, projectedOnHand } of planningRecord(plan, item, { site, segment }).rows) {
      if (dayOf(date) >= day) least = Math.min(least, countOf(projectedOnHand, decimals));
    }
  } catch (error) {
    // The stocking point is not planned yet.
    if (error instanceof PlanningInputError) return 0;
    throw error;
  }
  return Number.isFinite(least) ? least : 0;
}

/** Counts of 10^-decimals. */
function countOf(quantity: Decimal, decimals: number): number {
  const count = countRatio(parseRatio(quantity.toFixed())!, decimals, "down");
  return typeof count === "number" ? count : 0;
}
