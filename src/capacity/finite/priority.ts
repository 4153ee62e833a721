import type { PriorityRule } from "./finite-loading-input.js";
import { partsOf, type Shop } from "./shop.js";

const MINUTES_A_DAY = 1440;

/**
 * What a priority rule gives each operation, the lowest first (K59).
 *
 * Work left is that of the operation and of the longest way through what comes after it in its job, in
 * minutes of work at the first choices; a day of an operation that takes days counts as 24 hours.
 *
 * Source: critical ratio and slack: W. J. Stevenson, *Operations Management*, "Scheduling".
 *
 * @returns by operation; Infinity where the rule has nothing to go by
 */
export function priorities(shop: Shop, rule: PriorityRule): Float64Array {
  const left = rule === "criticalRatio" || rule === "slack" ? workLeft(shop) : undefined;
  return Float64Array.from(shop.operationIds, (_, operation) => {
    const job = shop.jobOf[operation]!;
    const due = shop.due[job]!;
    switch (rule) {
      case "rank":
        return shop.jobRank[job]!;
      case "earliestDueDate":
        return due;
      case "criticalRatio":
        return ratio(due - shop.start, left![operation]!);
      case "slack":
        return due - shop.start - left![operation]!;
    }
  });
}

/** With nothing left to do, what is late comes first of all and the rest last. */
function ratio(time: number, work: number): number {
  return work > 0 ? time / work : time < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** By operation: minutes of work from it to the end of its job, the longest way. */
function workLeft(shop: Shop): Float64Array {
  const operations = shop.operationIds.length;
  const left = new Float64Array(operations);
  const waits = new Int32Array(operations);
  for (let link = 0; link < shop.linkFrom.length; link++) {
    const [from, to] = [shop.linkFrom[link]!, shop.linkTo[link]!];
    if (from < operations && to < operations) waits[from]!++;
  }
  const open: number[] = [];
  for (let k = 0; k < operations; k++) if (waits[k] === 0) open.push(k);
  const { start, link } = shop.linksTo;
  for (let to = open.pop(); to !== undefined; to = open.pop()) {
    left[to]! += ownWork(shop, to);
    for (let k = start[to]!; k < start[to + 1]!; k++) {
      const from = shop.linkFrom[link[k]!]!;
      if (from >= operations) continue;
      left[from] = Math.max(left[from]!, left[to]!);
      if (--waits[from]! === 0) open.push(from);
    }
  }
  return left;
}

function ownWork(shop: Shop, operation: number): number {
  const days = shop.days[operation]!;
  return days >= 0 ? days * MINUTES_A_DAY : shop.choiceWork[shop.firstChoice[operation]!]!;
}

/**
 * The order in which tasks that wait are taken: by a value, then rank, due date, job id and place.
 *
 * @param values - by task or by operation, the lowest first
 * @returns by task: its place in the order
 */
export function ranking(shop: Shop, values: Float64Array): Int32Array {
  const operations = shop.operationIds.length;
  const order = Int32Array.from({ length: operations }, (_, operation) => operation);
  const { jobOf, jobRank, due } = shop;
  order.sort(
    (a, b) =>
      difference(values[a]!, values[b]!) ||
      difference(jobRank[jobOf[a]!]!, jobRank[jobOf[b]!]!) ||
      difference(due[jobOf[a]!]!, due[jobOf[b]!]!) ||
      a - b,
  );
  const rankOf = new Int32Array(shop.operationOf.length);
  let rank = 0;
  for (const operation of order) {
    for (let part = 0; part < partsOf(shop, operation); part++) {
      rankOf[shop.firstTask[operation]! + part] = rank++;
    }
  }
  return rankOf;
}

/** The order of tasks by moments, then as in another order. */
export function rankingByStart(starts: Float64Array, before: Int32Array): Int32Array {
  const order = Int32Array.from({ length: starts.length }, (_, task) => task);
  order.sort((a, b) => difference(starts[a]!, starts[b]!) || before[a]! - before[b]!);
  const rankOf = new Int32Array(starts.length);
  order.forEach((task, rank) => {
    rankOf[task] = rank;
  });
  return rankOf;
}

/** An order the other way round: what is placed first against time comes last in it. */
export function reversed(rankOf: Int32Array): Int32Array {
  return rankOf.map((rank) => rankOf.length - 1 - rank);
}

/** Like a − b, for infinite ones too. */
function difference(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
