import type { Day, Minute } from "../core/index.js";

/** Open minutes that follow one another, counted from 00:00 of the date on which their shift begins. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  /** Open minutes of the date's shifts before this stretch. */
  readonly before: number;
  /** When the shift begins and ends; stretches of one shift are parted by breaks only. */
  readonly shiftFrom: number;
  readonly shiftUntil: number;
}

/** The stretches of the shifts that begin on each weekday, Monday first. */
export interface WeekPattern {
  /** Ascending; those of one weekday may reach into the next date. */
  readonly stretches: readonly (readonly Stretch[])[];
  /** Open minutes of the shifts that begin on the weekdays before each, and on all of them (8 entries). */
  readonly before: readonly number[];
}

/**
 * The open time of a work centre, in a form that answers in logarithmic time for any minute.
 *
 * Open minutes are numbered, as working days are in a calendar: so "90 open minutes on" is an
 * addition. Time is cut into eras with one weekly pattern each; a single date that differs is an era.
 */
export interface WorkTime {
  /** Named when the open time runs out. */
  readonly id: string;
  /** The date on which each era begins, ascending; the first is −Infinity. */
  readonly starts: readonly Day[];
  /** The weekly pattern of each era. */
  readonly patterns: readonly WeekPattern[];
  /** What each era adds to the count of its own pattern from the origin of time on. */
  readonly offsets: readonly number[];
  /** Open minutes before each era, from an arbitrary origin; −Infinity for the first. */
  readonly before: readonly number[];
  /** What a week is like by the shifts alone, without calendar and exceptions, from each day on. */
  readonly plain: readonly { readonly from: Day; readonly pattern: WeekPattern }[];
  /** Overtime: further open time; where it meets that of the eras, it adds nothing. */
  readonly overtime: readonly Overtime[];
}

/** One span of overtime; spans of a work time are ascending, and do not touch. */
export interface Overtime {
  readonly from: Minute;
  readonly until: Minute;
  /** What the spans before this one add to the open minutes. */
  readonly added: number;
  /** Open minutes, overtime included, before `from`. */
  readonly before: number;
  /** Open minutes of the eras alone before `from`. */
  readonly regular: number;
}
