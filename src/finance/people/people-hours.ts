import {
  type Calendar,
  type Day,
  divideRatios,
  multiplyRatios,
  type Ratio,
  ratioOf,
  sumOfRatios,
  workingDaysUpTo,
} from "../../core/index.js";
import type { ReadPeople } from "./workforce-options.js";

/** People of a skill, and when they work. */
export interface Staff {
  readonly row: ReadPeople;
  readonly calendar: Calendar;
}

/** What people of a skill can do in a bucket. */
export interface PeopleHours {
  readonly available: Ratio;
  /** On average over their working days. */
  readonly headCount: Ratio;
  /** Hours of one person; 0 where nobody ever works. */
  readonly each: Ratio;
}

/** The hours of people from a day until before another. */
export function peopleHours(staff: readonly Staff[], from: Day, until: Day): PeopleHours {
  const found = staff.map(({ row, calendar }) => {
    const whole = workingDays(calendar, from, until);
    const there = workingDays(
      calendar,
      Math.max(from, row.from ?? from),
      Math.min(until, row.until ?? until),
    );
    const day = multiplyRatios(row.hoursPerDay, multiplyRatios(row.utilization, row.efficiency));
    const headCount = multiplyRatios(row.count, ratioOf(there, whole === 0n ? 1n : whole));
    return {
      headCount,
      each: multiplyRatios(day, days(whole)),
      available: multiplyRatios(multiplyRatios(row.count, day), days(there)),
    };
  });
  const available = sum(found.map((one) => one.available));
  const headCount = sum(found.map((one) => one.headCount));
  // Where nobody is there, those who might be say how long one works.
  const each =
    headCount.num === 0n
      ? average(found.map((one) => one.each))
      : divideRatios(available, headCount);
  return { available, headCount, each };
}

function workingDays(calendar: Calendar, from: Day, until: Day): bigint {
  if (until <= from) return 0n;
  return BigInt(workingDaysUpTo(calendar, until - 1) - workingDaysUpTo(calendar, from - 1));
}

function days(count: bigint): Ratio {
  return { num: count, den: 1n };
}

function sum(ratios: readonly Ratio[]): Ratio {
  const { num, den } = sumOfRatios(ratios);
  return ratioOf(num, den);
}

function average(ratios: readonly Ratio[]): Ratio {
  const all = sum(ratios);
  return divideRatios(all, days(BigInt(Math.max(ratios.length, 1))));
}
