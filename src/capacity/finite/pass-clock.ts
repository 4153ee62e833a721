import { MINUTES_A_DAY } from "../../core/index.js";
import {
  minuteOfOpen,
  NoWorkTime,
  openMinutesUpTo,
  startOfOpen,
  type WorkTime,
} from "../../routing/index.js";
import { ShiftTable } from "./shift-table.js";
import type { Sign } from "./sign.js";

/** A moment that never comes, and a count of open minutes that is never reached. */
export const NEVER: number = Number.POSITIVE_INFINITY;

const TWO_WEEKS = 14 * MINUTES_A_DAY;

/** With overtime that it touches at one end. */
const LONGEST_SHIFT = 2 * MINUTES_A_DAY;

/**
 * The open time of a work centre in the time of a pass. A pass backward runs on mirrored time: a
 * moment is minus the minute, what ends in time begins in the mirror.
 */
export class PassClock {
  readonly #time: WorkTime;
  readonly #sign: Sign;
  readonly #from: number;
  readonly #limit: number;
  #shifts: ShiftTable | undefined;
  /** Up to where all weeks are alike. */
  #every: ShiftTable | undefined;
  #longest: number | undefined;

  /**
   * @param time - the open time of the centre
   * @param sign - the direction of the pass
   * @param from - no moment before it is asked for
   * @param limit - shifts from there on are not looked for
   */
  constructor(time: WorkTime, sign: Sign, from: number, limit: number) {
    this.#time = time;
    this.#sign = sign;
    this.#from = from;
    this.#limit = limit;
  }

  /** Open minutes that have passed up to a moment, from an arbitrary origin; {@link NEVER} for one that never comes. */
  count(moment: number): number {
    if (moment === NEVER) return NEVER;
    return this.#sign === 1
      ? openMinutesUpTo(this.#time, moment)
      : -openMinutesUpTo(this.#time, -moment);
  }

  /** When work begins once so many open minutes have passed; {@link NEVER} when it is never open again. */
  begin(count: number): number {
    if (count === NEVER) return NEVER;
    try {
      return this.#sign === 1 ? startOfOpen(this.#time, count) : -minuteOfOpen(this.#time, -count);
    } catch (error) {
      return never(error);
    }
  }

  /** When work ends once so many open minutes have passed; {@link NEVER} when there are not so many. */
  end(count: number): number {
    if (count === NEVER) return NEVER;
    try {
      return this.#sign === 1 ? minuteOfOpen(this.#time, count) : -startOfOpen(this.#time, -count);
    } catch (error) {
      return never(error);
    }
  }

  /** The least count from one on from which so many open minutes lie within one shift. */
  withinShift(count: number, minutes: number): number {
    const moment = this.begin(count);
    if (moment === NEVER) return NEVER;
    const shifts = this.#shiftTable();
    const shift = shifts.after(moment);
    if (shift < 0) return NEVER;
    if (this.count(shifts.end(shift)) - count >= minutes) return count;
    const longer = shifts.longEnough(shift + 1, minutes, this.#lastShiftOf(minutes));
    return longer < 0 ? NEVER : this.count(shifts.begin(longer));
  }

  /** The most open minutes that lie within one shift from a count on, shifts behind the limit too. */
  longestFrom(count: number): number {
    const moment = this.begin(count);
    if (moment === NEVER) return 0;
    const alike = this.#alikeFrom();
    this.#every ??= new ShiftTable(this.#time, this.#sign, this.#from, alike + TWO_WEEKS);
    // Of weeks that are alike each has again, whole, the shift of which only some is left.
    if (moment >= alike) return this.#every.longestFrom(alike);
    const end = this.#every.end(this.#every.after(moment));
    return Math.max(this.count(end) - count, this.#every.longestFrom(end));
  }

  /** From when on each week is open as the one before, with no shift in it that began before. */
  #alikeFrom(): number {
    const { starts, overtime } = this.#time;
    const [era, over] =
      this.#sign === 1
        ? [starts.at(-1)!, overtime.at(-1)?.until ?? -NEVER]
        : [-(starts[1] ?? NEVER), -(overtime[0]?.from ?? NEVER)];
    return Math.max(this.#from, era * MINUTES_A_DAY, over) + LONGEST_SHIFT;
  }

  /** When the last shift begins that can have so many open minutes: longer ones have overtime in them. */
  #lastShiftOf(minutes: number): number {
    if (minutes <= this.#longestRegular()) return NEVER;
    const { overtime } = this.#time;
    const last = this.#sign === 1 ? overtime.at(-1)?.until : overtime[0]?.from;
    return last === undefined ? -NEVER : this.#sign * last;
  }

  /** The open minutes of the longest shift in any of the weekly patterns. */
  #longestRegular(): number {
    this.#longest ??= longestShiftOf(this.#time);
    return this.#longest;
  }

  #shiftTable(): ShiftTable {
    this.#shifts ??= new ShiftTable(this.#time, this.#sign, this.#from, this.#limit);
    return this.#shifts;
  }
}

function longestShiftOf({ patterns }: WorkTime): number {
  let longest = 0;
  for (const stretches of patterns.flatMap((pattern) => pattern.stretches)) {
    let [open, shift] = [0, Number.NaN];
    for (const { from, until, shiftFrom } of stretches) {
      open = (shiftFrom === shift ? open : 0) + until - from;
      shift = shiftFrom;
      longest = Math.max(longest, open);
    }
  }
  return longest;
}

function never(error: unknown): number {
  if (error instanceof NoWorkTime) return NEVER;
  throw error;
}
