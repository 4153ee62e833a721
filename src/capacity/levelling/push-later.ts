import { type Day, firstWorkingDay, MINUTES_A_DAY, type Minute } from "../../core/index.js";
import { elapsedFrom, type JobPlace, type LevelJob, placedBy, startOf } from "./level-job.js";
import type { JobOperation, LevelState } from "./level-state.js";
import type { RemedyLimit } from "./leveled-load.js";
import type { CellNumber } from "./load-cells.js";
import { type FittingMove, movableOperation } from "./movable-operation.js";
import { MoveTrial } from "./move-trial.js";
import { asLateAsPossible, pushedTo, unlessNever } from "./shift-job.js";

/**
 * Does an operation and what comes after it later, so that it begins in the nearest later bucket with
 * room; orders that wait for this one are moved with it as far as they must.
 */
export function pushLater(
  state: LevelState,
  one: JobOperation,
  cell: CellNumber,
): FittingMove | RemedyLimit {
  const movable = movableOperation(state, one, cell);
  if (typeof movable === "string") return movable;
  const { of, place, earliest, bucket } = movable;
  const { job, operation } = one;
  const { cells } = state;
  const { starts } = cells.buckets;
  const startAt = (at: JobPlace) => at.dates[operation]!.start;
  const isIn = (at: JobPlace, to: number) => cells.buckets.at(startAt(at)) === to;
  let found = asLateAsPossible(of, place);
  const last = lastDelivery(state);
  let limit: RemedyLimit = "noRoom";
  let to = movable.roomAfter(bucket);
  for (; found !== undefined && to >= 0; to = movable.roomAfter(to)) {
    found = pushedTo(of, found, startAt, starts[to]! * MINUTES_A_DAY, last);
    if (found === undefined) return limit;
    // Other deliveries may do too: the first may be too early for its material.
    let tried: JobPlace | undefined = found;
    for (; tried !== undefined && isIn(tried, to); tried = nextPlace(of, tried, last)) {
      const late = withHead(place, tried, operation, earliest);
      if (late.start < earliest) {
        limit = "material";
        continue;
      }
      limit = "noRoom";
      const trial = new MoveTrial(state, job, late);
      const limited = moveAlong(state, trial, job);
      if (limited !== undefined) return limited;
      const fit = trial.fits(cell);
      if (fit === "fits") return { trial, bucket: to };
      if (fit === "outside") return "noRoom";
    }
  }
  return limit;
}

/** The place by the earliest later delivery with which any operation is worked later. */
function nextPlace(job: LevelJob, from: JobPlace, last: Day): JobPlace | undefined {
  return unlessNever(() => {
    let delivery = from.delivery;
    for (;;) {
      delivery = firstWorkingDay(job.calendar, delivery + 1);
      if (delivery > last) return undefined;
      const place = placedBy(job, from, delivery);
      if (place.dates.some(({ start }, n) => start > from.dates[n]!.start)) return place;
    }
  });
}

/** Work ends within the buckets; what is moved after it may take the days of a year more. */
function lastDelivery({ cells: { buckets, count } }: LevelState): Day {
  return buckets.starts[count]! + 366;
}

/** What is done before the operation stays where it is, unless that is before its material. */
function withHead(
  before: JobPlace,
  after: JobPlace,
  operation: number,
  earliest: Minute,
): JobPlace {
  if (before.start < earliest) return after;
  const isAfter = tailOf(before, operation);
  const isLater = before.dates.every(
    ({ queueStart, end }, n) =>
      queueStart <= after.dates[n]!.queueStart && end <= after.dates[n]!.end,
  );
  if (!isLater) return after;
  const dates = before.dates.map((old, n) => (isAfter.has(n) ? after.dates[n]! : old));
  return { ...after, dates, start: startOf(dates) };
}

/** The operation and all that come after it. */
function tailOf({ operations }: JobPlace, operation: number): ReadonlySet<number> {
  const tail = new Set([operation]);
  for (const [n, { before }] of operations.entries()) {
    if (before.some(({ place }) => tail.has(place))) tail.add(n);
  }
  return tail;
}

/** Moves what waits for a job, and what waits for that, where it would begin too early. */
function moveAlong(state: LevelState, trial: MoveTrial, job: number): RemedyLimit | undefined {
  const moved = [job];
  for (let giver = moved.pop(); giver !== undefined; giver = moved.pop()) {
    const [old, now] = [state.place(giver)!, trial.place(giver)!];
    for (const wait of state.of.takers[giver]!) {
      const taker = state.job(wait.job);
      const place = trial.place(wait.job);
      if (place === undefined || taker.isVain) continue;
      const there = state.thereFor(wait, giver, now);
      // What began too early already may still do so, but not by more.
      if (place.start >= there || there <= state.thereFor(wait, giver, old)) continue;
      if (taker.isFrozen) return "frozen";
      const later = laterFrom(state, taker, place, state.earliest(wait.job, trial.place));
      if (later === undefined) return "noRoom";
      trial.set(wait.job, later);
      moved.push(wait.job);
    }
  }
  return undefined;
}

function laterFrom(
  state: LevelState,
  job: LevelJob,
  place: JobPlace,
  there: Minute,
): JobPlace | undefined {
  if (job.work !== undefined) {
    const whole = asLateAsPossible(job, place);
    return whole && pushedTo(job, whole, ({ start }) => start, there, lastDelivery(state));
  }
  return unlessNever(() => elapsedFrom(job, place, Math.ceil(there / MINUTES_A_DAY)));
}
