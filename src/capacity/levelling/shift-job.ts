import {
  type Day,
  firstWorkingDay,
  lastWorkingDay,
  MINUTES_A_DAY,
  type Minute,
  NoWorkingDay,
} from "../../core/index.js";
import { NoWorkTime } from "../../routing/index.js";
import { type JobPlace, type LevelJob, placedBy } from "./level-job.js";

/** A minute of a place that comes later the later the delivery is. */
export type PlaceMinute = (place: JobPlace) => Minute;

/**
 * The place by the latest earlier delivery with which a minute is not after a limit.
 *
 * @param from - a place with which it is, or what was found for a later limit
 * @param earliest - the job does not begin before
 * @returns `undefined` where it would have to begin earlier
 */
export function pulledTo(
  job: LevelJob,
  from: JobPlace,
  minute: PlaceMinute,
  limit: Minute,
  earliest: Minute,
): JobPlace | undefined {
  return unlessNever(() => {
    let found = from;
    let failing = from.delivery;
    while (minute(found) > limit) {
      // What is delivered earlier begins earlier.
      if (found !== from && found.start < earliest) return undefined;
      failing = found.delivery;
      const days = Math.max(1, Math.ceil((minute(found) - limit) / MINUTES_A_DAY));
      found = placedBy(job, from, lastWorkingDay(job.calendar, failing - days));
    }
    // Over closed time fewer days may have been enough.
    for (;;) {
      const day = firstWorkingDay(job.calendar, found.delivery + 1);
      const later = day < failing ? placedBy(job, from, day) : undefined;
      if (later === undefined || minute(later) > limit) break;
      found = later;
    }
    return found.start < earliest ? undefined : found;
  });
}

/**
 * The place by the earliest later delivery with which a minute is not before a limit.
 *
 * @param from - a place with which it is, or what was found for an earlier limit: as late as possible
 * @param last - the delivery is not after
 * @returns `undefined` where it would have to be
 */
export function pushedTo(
  job: LevelJob,
  from: JobPlace,
  minute: PlaceMinute,
  limit: Minute,
  last: Day,
): JobPlace | undefined {
  return unlessNever(() => {
    let found = from;
    let failing = from.delivery;
    while (minute(found) < limit) {
      failing = found.delivery;
      const days = Math.max(1, Math.ceil((limit - minute(found)) / MINUTES_A_DAY));
      const day = firstWorkingDay(job.calendar, failing + days);
      if (day > last) return undefined;
      found = placedBy(job, from, day);
    }
    for (;;) {
      const day = lastWorkingDay(job.calendar, found.delivery - 1);
      const earlier = day > failing ? placedBy(job, from, day) : undefined;
      if (earlier === undefined || minute(earlier) < limit) return found;
      found = earlier;
    }
  });
}

/** A job by its own delivery, each operation as late as possible. */
export function asLateAsPossible(job: LevelJob, place: JobPlace): JobPlace | undefined {
  return unlessNever(() => placedBy(job, place, place.delivery));
}

/** `undefined` where a work centre or calendar has no time left. */
export function unlessNever<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (error instanceof NoWorkTime || error instanceof NoWorkingDay) return undefined;
    throw error;
  }
}
