import { REASON } from "./pass.js";
import { NEVER, type PassClock } from "./pass-clock.js";

/** Why work has no place, and how many open minutes it lacks. */
export interface Lack {
  readonly reason: number;
  readonly lacking: number;
}

/** Work that ends too late: by its open minutes, and as a moment. */
export interface LateWork {
  readonly end: number;
  readonly moment: number;
  readonly work: number;
}

/** What work that ends too late lacks. */
export function lackOf(clock: PassClock, until: number, { end, moment, work }: LateWork): Lack {
  const passed = clock.count(until);
  // Its time has run out before the horizon only where it does not open again after that.
  const isClosed = moment === NEVER && clock.begin(passed) === NEVER;
  return {
    reason: isClosed ? REASON.noWorkTime : REASON.horizon,
    lacking: Math.min(work, end - passed),
  };
}

/**
 * The same of work on a unit, which may have to lie within one shift: then without an end none that begins
 * within the horizon is long enough.
 *
 * @param from - the count of open minutes from which on it could be worked
 */
export function lackOnUnit(clock: PassClock, until: number, from: number, late: LateWork): Lack {
  if (late.end < NEVER) return lackOf(clock, until, late);
  const longest = clock.longestFrom(from);
  const isTooShort = longest > 0 && longest < late.work;
  return isTooShort
    ? { reason: REASON.shiftTooShort, lacking: late.work - longest }
    : lackOf(clock, until, late);
}
