import { listSchedule } from "./list-schedule.js";
import { countLost, lostJobs } from "./lost-jobs.js";
import { type Draft, type Pass, REASON } from "./pass.js";
import { rankingByStart } from "./priority.js";
import type { Shop } from "./shop.js";

/** So many times what has no place is freed to begin earlier, or what was moved is drafted anew. */
const MOST_TRIES = 5;

/** A draft backward, and what comes of it. */
export interface Settled {
  readonly draft: Draft;
  /** Whether an operation does not begin before its drafted start. */
  readonly isKeptBack: (operation: number) => boolean;
  readonly settled: Draft;
}

/**
 * Drafts and settles, and does so anew with what was moved from where it was drafted and ends later: then
 * it is drafted, with all before it, where it was moved to. That counts which leaves the least without a
 * place, then the least late.
 *
 * @param settle - drafts and settles with the choices that it is given: see {@link Pass.only}
 */
export function settledWhereMoved(
  shop: Shop,
  settle: (only: Int32Array | undefined) => Settled,
): Draft {
  let last = settle(undefined);
  const only = new Int32Array(shop.operationOf.length).fill(-1);
  for (let tries = 0; tries < MOST_TRIES && holdWhereMoved(shop, last, only); tries++) {
    const next = settle(only);
    if (!isBetter(shop, next.settled, last.settled)) break;
    last = next;
  }
  return last.settled;
}

/** Holds the tasks that were moved and end later than drafted where they are now. @returns whether any */
function holdWhereMoved(
  { operationOf }: Shop,
  { draft, isKeptBack, settled }: Settled,
  only: Int32Array,
): boolean {
  let isAny = false;
  for (let task = 0; task < only.length; task++) {
    // What has no place has no end: that is not later.
    const isMoved =
      settled.choice[task] !== draft.choice[task] && settled.end[task]! > draft.end[task]!;
    if (!isMoved || !isKeptBack(operationOf[task]!)) continue;
    only[task] = settled.choice[task]!;
    isAny = true;
  }
  return isAny;
}

function isBetter(shop: Shop, one: Draft, other: Draft): boolean {
  const lost = countLost(one) - countLost(other);
  return lost === 0 ? lateMinutes(shop, one) < lateMinutes(shop, other) : lost < 0;
}

/** By how many minutes jobs are late, summed. */
function lateMinutes({ operationOf, jobOf, due }: Shop, { reason, available }: Draft): number {
  const late = new Float64Array(due.length);
  for (const [task, operation] of operationOf.entries()) {
    const job = jobOf[operation]!;
    if (reason[task] === REASON.none)
      late[job] = Math.max(late[job]!, available[task]! - due[job]!);
  }
  return late.reduce((sum, minutes) => sum + minutes, 0);
}

/**
 * Settles a draft. What was kept back so long that its time runs out, as by a setup that the draft did
 * not know, is not kept back any more, with all that it needs; of these tries that counts which leaves
 * the least without a place.
 *
 * @param pass - forward, in the order in which ties fall
 */
export function settledDraft(
  pass: Pass,
  draft: Draft,
  isKeptBack: (operation: number) => boolean,
): Draft {
  const { jobOf } = pass.shop;
  const freed = new Set<number>();
  let last = settledOnce(pass, draft, isKeptBack);
  let best = last;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const known = freed.size;
    for (const job of lostJobs(pass.shop, last)) freed.add(job);
    if (freed.size === known) break;
    last = settledOnce(
      pass,
      draft,
      (operation) => isKeptBack(operation) && !freed.has(jobOf[operation]!),
    );
    if (countLost(last) < countLost(best)) best = last;
  }
  return best;
}

/**
 * One pass forward in the order of drafted starts; what is kept back does not begin before its
 * drafted start, and where it begins then, its queue is as drafted too.
 */
function settledOnce(pass: Pass, draft: Draft, isKeptBack: (operation: number) => boolean): Draft {
  const { shop } = pass;
  const starts = draft.start.map((start) => (Number.isNaN(start) ? -Infinity : start));
  const floor = new Float64Array(starts.length).fill(shop.start);
  for (let task = 0; task < starts.length; task++) {
    if (isKeptBack(shop.operationOf[task]!)) floor[task] = Math.max(shop.start, starts[task]!);
  }
  const rankOf = rankingByStart(starts, pass.rankOf);
  const settled = listSchedule({ ...pass, rankOf, floor });
  for (let task = 0; task < starts.length; task++) {
    const isAsDrafted =
      isKeptBack(shop.operationOf[task]!) &&
      settled.start[task] === draft.start[task] &&
      settled.choice[task] === draft.choice[task];
    if (isAsDrafted) settled.queueStart[task] = draft.queueStart[task]!;
  }
  return settled;
}
