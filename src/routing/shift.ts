import type { Calendar, Weekday } from "../core/index.js";

/** An exact number in a row of the data contract: a number, a decimal or a fraction as text. */
export type RowNumber = number | string;

/** What a host wants handed through; never read. */
export type RowAttributes = Readonly<Record<string, string | number | boolean>>;

/** A part of a day in which nobody works. */
export interface Break {
  /** `"HH:mm"`; before the shift's `from` it lies on the next date. */
  readonly from: string;
  readonly until: string;
}

/** The hours of a shift on one date. */
export interface DayShift {
  /** `"HH:mm"`, when it begins. */
  readonly from: string;
  /** `"HH:mm"`, up to `"24:00"`; not after `from` it lies on the next date. */
  readonly until: string;
  readonly breaks?: readonly Break[] | undefined;
}

/** A shift that comes again every week. */
export interface Shift extends DayShift {
  /** The weekdays on which it begins; all of them when left out. */
  readonly days?: readonly Weekday[] | undefined;
  /** The first date on which it may begin, `"YYYY-MM-DD"`. */
  readonly validFrom?: string | undefined;
  /** The first date on which it no longer begins. */
  readonly validTo?: string | undefined;
}

/** What begins on one date, instead of all else. */
export interface ShiftException {
  /** `"YYYY-MM-DD"`, each once. */
  readonly date: string;
  /** None: closed. */
  readonly shifts: readonly DayShift[];
}

/** When a work centre works (K51). */
export interface WorkTimeInput {
  readonly shifts: readonly Shift[];
  readonly exceptions?: readonly ShiftException[] | undefined;
  /** The days that work, made by `makeCalendar`; every day when left out. */
  readonly calendar?: Calendar | undefined;
}

/** A span of plain local time. */
export interface OvertimeInput {
  /** `"YYYY-MM-DDTHH:mm"`. */
  readonly from: string;
  /** `"YYYY-MM-DDTHH:mm"`, the first minute that is no longer in it. */
  readonly until: string;
}
