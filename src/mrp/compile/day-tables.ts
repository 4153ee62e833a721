import {
  addWorkingDays,
  bucketStart,
  type Calendar,
  type Day,
  firstWorkingDay,
  lastWorkingDay,
} from "../../core/index.js";
import { NONE, type OrderWindow } from "../input/problem.js";
import { type LeadTimeSteps, startOf } from "./lead-time-steps.js";

/** How a start day becomes the netting day of a component (N7, T6). */
export interface NeedSteps {
  /** Offset in working days of the parent's site. */
  readonly offset: number;
  readonly parentCalendar: Calendar;
  readonly componentCalendar: Calendar;
  readonly safetyTime: number;
}

/** Tables of needs of orders that share a table of starts. */
interface NeedTables {
  readonly steps: LeadTimeSteps;
  /** Without an offset, by arrival. */
  readonly usual: number[];
  /** By arrival × {@link KEY_RANGE} + offset. */
  readonly byKey: Map<number, number>;
}

/** More than any offset, and more days, weeks or months than any horizon. */
const KEY_RANGE = 2 ** 20;

const UNITS: Record<OrderWindow["unit"], number> = { days: 0, workingDays: 1, weeks: 2, months: 3 };

/**
 * Tables of days by day, each made once: index and value count from T0, values are clamped to
 * 0 … days, where `days` (one past the horizon) stands for "beyond the horizon".
 *
 * A hundred thousand stocking points ask for a few dozen tables, so a look-up makes no text and no
 * object: calendars, steps and needs have small numbers, and these are the keys.
 */
export class DayTables {
  readonly tables: Int32Array[] = [];
  readonly days: number;
  readonly #startDay: Day;
  readonly #calendars = new Map<Calendar, number>();
  readonly #receipts = new Map<Calendar, number>();
  readonly #startsBySteps = new Map<LeadTimeSteps, number>();
  readonly #startsByFigures = new Map<string, number>();
  readonly #arrivals: { readonly calendar: Calendar; readonly safetyTime: number }[] = [];
  readonly #arrivalNumbers = new Map<Calendar, Map<number, number>>();
  /** By number of the table of starts: what its tables of needs are made of, and these. */
  readonly #needs: NeedTables[] = [];
  readonly #windows = new Map<Calendar, Map<number, number>>();

  constructor(startDay: Day, days: number) {
    this.#startDay = startDay;
    this.days = days;
  }

  /** T3: the day of a receipt for a need, by the day of the need. */
  receipts(calendar: Calendar): number {
    let number = this.#receipts.get(calendar);
    if (number === undefined) {
      number = calendar.everyDay
        ? this.#shifted(0)
        : this.#make((day) =>
            Math.max(0, this.#relative(lastWorkingDay(calendar, this.#absolute(day)))),
          );
      this.#receipts.set(calendar, number);
    }
    return number;
  }

  /**
   * Raw starts by due day; they may lie before T0.
   *
   * @param areKept - whether the same steps are asked for again: each change would add further ones
   */
  starts(steps: LeadTimeSteps, areKept = true): number {
    let number = this.#startsBySteps.get(steps);
    if (number === undefined) {
      const key = this.#figuresOf(steps);
      number = this.#startsByFigures.get(key) ?? this.#makeStarts(steps, key);
      if (areKept) this.#startsBySteps.set(steps, number);
    }
    return number;
  }

  /** The number of a way from the day of a need to the day on which it is netted (T6). */
  arrival(calendar: Calendar, safetyTime: number): number {
    let numbers = this.#arrivalNumbers.get(calendar);
    if (numbers === undefined) {
      numbers = new Map();
      this.#arrivalNumbers.set(calendar, numbers);
    }
    let number = numbers.get(safetyTime);
    if (number === undefined) {
      number = this.#arrivals.push({ calendar, safetyTime }) - 1;
      numbers.set(safetyTime, number);
    }
    return number;
  }

  /**
   * The netting day in a component by the due day of the parent's order (N7, T6).
   *
   * @param starts - the number of the parent's table of starts
   * @param offset - in working days of the parent's site
   * @param arrival - what {@link arrival} says of the component
   */
  needs(starts: number, offset: number, arrival: number): number {
    const { usual, byKey } = this.#needs[starts]!;
    if (offset === 0 && usual[arrival] !== undefined) return usual[arrival]!;
    const key = arrival * KEY_RANGE + offset;
    let number = byKey.get(key);
    if (number === undefined) {
      number = this.#makeNeeds(starts, offset, arrival);
      byKey.set(key, number);
      if (offset === 0) usual[arrival] = number;
    }
    return number;
  }

  /**
   * What {@link needs} says by the number of the table of starts, without an offset.
   *
   * @param isAsked - 1: of this table of starts; of others it is {@link NONE}
   */
  needsByStarts(isAsked: Uint8Array, arrival: number): Int32Array {
    const found = new Int32Array(isAsked.length).fill(NONE);
    for (let starts = isAsked.indexOf(1); starts >= 0; starts = isAsked.indexOf(1, starts + 1)) {
      found[starts] = this.needs(starts, 0, arrival);
    }
    return found;
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
    let byKey = this.#windows.get(calendar);
    if (byKey === undefined) {
      byKey = new Map();
      this.#windows.set(calendar, byKey);
    }
    const { unit } = window;
    const length = Math.min(window.length, KEY_RANGE);
    const key = length * 4 + UNITS[unit];
    let number = byKey.get(key);
    if (number === undefined) {
      const isShift = unit === "days" || (unit === "workingDays" && calendar.everyDay);
      number = isShift
        ? this.#shifted(length)
        : this.#make((day) => {
            const end = windowEnd({ unit, length }, this.#absolute(day), calendar, weekStart);
            return Math.min(this.days, this.#relative(end));
          });
      byKey.set(key, number);
    }
    return number;
  }

  #make(valueAt: (day: number) => number): number {
    const table = new Int32Array(this.days);
    for (let day = 0; day < this.days; day++) table[day] = valueAt(day);
    return this.tables.push(table) - 1;
  }

  /** So many days later, as where every day works, but not beyond the horizon. */
  #shifted(by: number): number {
    const table = new Int32Array(this.days);
    for (let day = 0; day < table.length; day++) table[day] = Math.min(this.days, day + by);
    return this.tables.push(table) - 1;
  }

  #makeStarts(steps: LeadTimeSteps, key: string): number {
    const { siteCalendar, calendar, receivingTime, leadTime } = steps;
    // Raw starts: none is held to T0.
    const number =
      siteCalendar.everyDay && calendar.everyDay
        ? this.#shifted(-receivingTime - leadTime)
        : this.#make((day) => this.#relative(startOf(steps, this.#absolute(day))));
    this.#startsByFigures.set(key, number);
    this.#needs[number] = { steps, usual: [], byKey: new Map() };
    return number;
  }

  /** Days before T0 as T0, those beyond the horizon as the one behind it. */
  #withinHorizon(raw: Int32Array): number {
    const table = new Int32Array(this.days);
    for (let day = 0; day < table.length; day++) {
      table[day] = Math.min(this.days, Math.max(0, raw[day]!));
    }
    return this.tables.push(table) - 1;
  }

  #makeNeeds(starts: number, offset: number, arrival: number): number {
    const { calendar, safetyTime } = this.#arrivals[arrival]!;
    const parentCalendar = this.#needs[starts]!.steps.siteCalendar;
    const need = { offset, parentCalendar, componentCalendar: calendar, safetyTime };
    const start = this.tables[starts]!;
    if (offset === 0 && safetyTime === 0) return this.#withinHorizon(start);
    return this.#make((day) => this.needDay(this.#absolute(start[day]!), need));
  }

  #figuresOf({ siteCalendar, receivingTime, calendar, leadTime, basis }: LeadTimeSteps): string {
    const [site, lead] = [this.#calendarNumber(siteCalendar), this.#calendarNumber(calendar)];
    return `${site} ${receivingTime} ${lead} ${leadTime} ${basis}`;
  }

  #calendarNumber(calendar: Calendar): number {
    let number = this.#calendars.get(calendar);
    if (number === undefined) {
      number = this.#calendars.size;
      this.#calendars.set(calendar, number);
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

/** The first netting day whose receipt is not before a day; both count from T0 (T3). */
export function firstReceiptFrom(calendar: Calendar, startDay: Day, day: number): number {
  return day <= 0 ? 0 : firstWorkingDay(calendar, day + startDay) - startDay;
}
