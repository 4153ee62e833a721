import type { Minute } from "../core/index.js";
import { regularMinutesUpTo } from "./regular-minutes.js";
import type { Overtime, WorkTime } from "./work-time.js";

/**
 * Adds overtime to the open time of a work centre.
 *
 * @param time - made by {@link makeWorkTime}
 * @param overtime - spans of minutes, half open, in any order; where it is open anyway they add nothing
 * @returns the open time with them
 *
 * Source: K51.
 *
 * @example
 * ```ts
 * const time = makeWorkTime({ shifts: [{ from: "06:00", until: "14:00" }] });
 * const [from, until] = ["2026-01-05T13:00", "2026-01-05T16:00"].map((text) => parseMinute(text)!);
 * const longer = withOvertime(time, [{ from: from!, until: until! }]);
 * openMinutesUpTo(longer, until!) - openMinutesUpTo(longer, from!); // => 180
 * openMinutesUpTo(time, until!) - openMinutesUpTo(time, from!); // => 60
 * ```
 */
export function withOvertime(
  time: WorkTime,
  overtime: readonly { readonly from: Minute; readonly until: Minute }[],
): WorkTime {
  const spans = [...time.overtime, ...overtime].filter(({ from, until }) => from < until);
  spans.sort((a, b) => a.from - b.from);
  const merged: { from: Minute; until: Minute }[] = [];
  for (const { from, until } of spans) {
    const last = merged[merged.length - 1];
    if (last === undefined || from > last.until) merged.push({ from, until });
    else last.until = Math.max(last.until, until);
  }
  let added = 0;
  const counted = merged.map(({ from, until }): Overtime => {
    const regular = regularMinutesUpTo(time, from);
    const span = { from, until, added, before: regular + added, regular };
    added += until - from - (regularMinutesUpTo(time, until) - regular);
    return span;
  });
  return { ...time, overtime: counted };
}
