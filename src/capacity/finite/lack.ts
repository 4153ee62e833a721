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

/** The same of work that may have to lie within one shift: then without an end no shift is long enough. */
export function lackOnUnit(clock: PassClock, until: number, late: LateWork): Lack {
  if (late.end < NEVER) return lackOf(clock, until, late);
  const missing = late.work - clock.longestShift;
  return missing > 0
    ? { reason: REASON.shiftTooShort, lacking: missing }
    : { reason: REASON.horizon, lacking: late.work };
}
