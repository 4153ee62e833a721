import {
  addWorkingDays,
  bucketStart,
  type Calendar,
  type Day,
  firstWorkingDay,
  lastWorkingDay,
} from "../../core/index.js";
import type { OrderWindow } from "../input/problem.js";

/** The steps from the day on which a receipt is usable back to the start of its order (T3, T7). */
export interface LeadTimeSteps {
  readonly siteCalendar: Calendar;
  readonly receivingTime: number;
  /** The calendar in which the lead time counts. */
  readonly calendar: Calendar;
  readonly leadTime: number;
  readonly basis: "working" | "calendar";
}

/** Back from a day by a lead time (T3); 0 days is the day itself. */
export function backByLeadTime(steps: LeadTimeSteps, day: Day, leadTime: number): Day {
  if (leadTime === 0) return day;
  return steps.basis === "working"
    ? addWorkingDays(steps.calendar, day, -leadTime)
    : lastWorkingDay(steps.calendar, day - leadTime);
}

/** Forward from a day by a lead time, to a day on which the receiving site works (T3). */
export function forwardByLeadTime(steps: LeadTimeSteps, day: Day, leadTime: number): Day {
  if (leadTime === 0) return day;
  return steps.basis === "working"
    ? addWorkingDays(steps.calendar, day, leadTime)
    : firstWorkingDay(steps.siteCalendar, day + leadTime);
}

/** The raw start of an order whose receipt is usable on a day. */
export function startOf(steps: LeadTimeSteps, due: Day, leadTime = steps.leadTime): Day {
  return backByLeadTime(
    steps,
    addWorkingDays(steps.siteCalendar, due, -steps.receivingTime),
    leadTime,
  );
}

/** How a start day becomes the netting day of a component (N7, T6). */
export interface NeedSteps {
  /** Offset in working days of the parent's site. */
  readonly offset: number;
  readonly parentCalendar: Calendar;
  readonly componentCalendar: Calendar;
  readonly safetyTime: number;
}

/**
 * Tables of days by day, each made once: index and value count from T0, values are clamped to
 * 0 … days, where `days` (one past the horizon) stands for "beyond the horizon".
 */
export class DayTables {
  readonly tables: Int32Array[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #calendarNumbers = new Map<Calendar, number>();
  readonly #startDay: Day;
  readonly days: number;

  constructor(startDay: Day, days: number) {
    this.#startDay = startDay;
    this.days = days;
  }

  /** T3: the day of a receipt for a need, by the day of the need. */
  receipts(calendar: Calendar): number {
    return this.#table(["receipt", this.#number(calendar)], (day) =>
      Math.max(0, this.#relative(lastWorkingDay(calendar, this.#absolute(day)))),
    );
  }

  /** Raw starts by due day; they may lie before T0. */
  starts(steps: LeadTimeSteps): number {
    return this.#table(["start", ...this.#keyOf(steps)], (day) =>
      this.#relative(startOf(steps, this.#absolute(day))),
    );
  }

  /** The netting day in a component by the due day of the parent's order (N7, T6). */
  needs(steps: LeadTimeSteps, need: NeedSteps): number {
    const key = [
      "need",
      ...this.#keyOf(steps),
      need.offset,
      this.#number(need.parentCalendar),
      this.#number(need.componentCalendar),
      need.safetyTime,
    ];
    return this.#table(key, (day) => this.needDay(startOf(steps, this.#absolute(day)), need));
  }

  /** The netting day in a component of an order that starts on a day (days since 1970). */
  needDay(start: Day, need: NeedSteps): number {
    const day = this.#relative(addWorkingDays(need.parentCalendar, start, need.offset));
    return this.nettingDay(Math.max(0, day), need.componentCalendar, need.safetyTime);
  }

  /** T6: the netting day of a need by its own day; beyond the horizon stays beyond it. */
  nettingDay(day: number, calendar: Calendar, safetyTime: number): number {
    if (day >= this.days) return this.days;
    if (safetyTime === 0 || day <= 0) return Math.max(0, day);
    return Math.max(0, this.#relative(addWorkingDays(calendar, this.#absolute(day), -safetyTime)));
  }

  /** L3: the first day after the window that begins on a day. */
  windows(window: OrderWindow, calendar: Calendar, weekStart: number): number {
    const key = ["window", window.unit, window.length, this.#number(calendar)];
    return this.#table(key, (day) => {
      const end = windowEnd(window, this.#absolute(day), calendar, weekStart);
      return Math.min(this.days, this.#relative(end));
    });
  }

  #table(key: readonly (string | number)[], valueAt: (day: number) => number): number {
    const text = key.join(" ");
    let number = this.#byKey.get(text);
    if (number === undefined) {
      const table = new Int32Array(this.days);
      for (let day = 0; day < this.days; day++) table[day] = valueAt(day);
      number = this.tables.push(table) - 1;
      this.#byKey.set(text, number);
    }
    return number;
  }

  #keyOf(steps: LeadTimeSteps): (string | number)[] {
    return [
      this.#number(steps.siteCalendar),
      steps.receivingTime,
      this.#number(steps.calendar),
      steps.leadTime,
      steps.basis,
    ];
  }

  #number(calendar: Calendar): number {
    let number = this.#calendarNumbers.get(calendar);
    if (number === undefined) {
      number = this.#calendarNumbers.size;
      this.#calendarNumbers.set(calendar, number);
    }
    return number;
  }

  #absolute(day: number): Day {
    return day + this.#startDay;
  }

  #relative(day: Day): number {
    return day - this.#startDay;
  }
}

function windowEnd(window: OrderWindow, day: Day, calendar: Calendar, weekStart: number): Day {
  switch (window.unit) {
    case "days":
      return day + window.length;
    case "workingDays":
      return addWorkingDays(calendar, firstWorkingDay(calendar, day), window.length);
    case "weeks":
      return bucketStart(day, "week", window.length, weekStart);
    case "months":
      return bucketStart(day, "month", window.length, weekStart);
  }
}
