import { type Day, type Ratio, ratioOf } from "../core/index.js";
import type { WorkTime } from "./work-time.js";

const MINUTES_AN_HOUR = 60n;

/**
 * Computes the hours that a work centre works on a day on which it works, by its shifts alone.
 *
 * @param time - made by {@link makeWorkTime}
 * @param day - the shifts that are valid on it count, without calendar and exceptions
 * @returns the open hours of a week ÷ the weekdays on which a shift begins; `undefined` without any
 *
 * Source: K54.
 *
 * @example
 * ```ts
 * const early = { from: "06:00", until: "14:00" } as const;
 * const late = { from: "14:00", until: "22:00", days: ["mon", "tue"] } as const;
 * const time = makeWorkTime({ shifts: [{ ...early, days: ["mon", "tue", "wed"] }, late] });
 * hoursADay(time, parseDay("2026-01-05")!); // => { num: 40n, den: 3n }
 * ```
 */
export function hoursADay(time: WorkTime, day: Day): Ratio | undefined {
  const week = time.plain.filter(({ from }) => from <= day).at(-1)?.pattern;
  const days = week?.stretches.filter((stretches) => stretches.length > 0).length ?? 0;
  if (week === undefined || days === 0) return undefined;
  return ratioOf(BigInt(week.before[7]!), MINUTES_AN_HOUR * BigInt(days));
}
