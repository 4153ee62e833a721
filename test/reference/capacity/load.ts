/** Where the load lies and what there is for it (K56): by centre and day, in exact hours. */
import type { Day } from "../calendar.js";
import type { Fraction } from "../numbers.js";
import { fraction, ONE, plus, readRatio, times, ZERO } from "../numbers.js";
import type { WorkCenterRow } from "./rows.js";
import type { Minute, WorkTime } from "./work-time.js";
import { A_DAY } from "./work-time.js";

/** Hours by day. */
export type ByDay = Map<Day, Fraction>;

export function addTo(hours: ByDay, day: Day, more: Fraction): void {
  hours.set(day, plus(hours.get(day) ?? ZERO, more));
}

/** The share of its work that is done on each day, by its minutes. */
export function sharesByDay({ isOpen }: WorkTime, start: Minute, end: Minute): ByDay {
  const minutes = new Map<Day, number>();
  let all = 0;
  for (let minute = start; minute < end; minute++) {
    if (isOpen(minute)) {
      const day = Math.floor(minute / A_DAY);
      minutes.set(day, (minutes.get(day) ?? 0) + 1);
      all++;
    }
  }
  return new Map([...minutes].map(([day, worked]) => [day, fraction(BigInt(worked), BigInt(all))]));
}

/** Standard hours of the centre on a day. */
export function capacityOn(row: WorkCenterRow, { minutesOn }: WorkTime, day: Day): Fraction {
  const minutes = minutesOn(day).filter((isOpen) => isOpen).length;
  const rate = [row.units ?? 1, row.utilization ?? 1, row.efficiency ?? 1]
    .map(readRatio)
    .reduce(times, ONE);
  return times(fraction(BigInt(minutes), 60n), rate);
}
