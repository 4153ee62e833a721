import {
  addMistake,
  type Calendar,
  type Decimal,
  type Place,
  ratioOf,
  ratioToDecimal,
  refuseMistakes,
} from "../core/index.js";
import { openMinutesUpTo } from "./open-minutes.js";
import { minuteArgument } from "./read-shift.js";
import { readDatedWorkCenter, type WorkCenterInput } from "./work-center.js";

/**
 * Counts the hours that a work centre is open, of one of its units.
 *
 * @param workCenter - the row of the data contract
 * @param from - `"YYYY-MM-DDTHH:mm"`, the first minute
 * @param until - the first minute that no longer counts
 * @param calendar - the days on which its shifts begin, made by `makeCalendar`; every day when left out
 * @returns hours, without overtime
 * @throws PlanningInputError with every mistake of the arguments
 *
 * Source: K51.
 *
 * @example
 * ```ts
 * const noon = [{ from: "12:00", until: "12:45" }];
 * const shifts = [{ from: "08:00", until: "16:00", breaks: noon }];
 * const hours = openHours({ id: "saw", shifts }, "2026-01-05T00:00", "2026-01-07T12:15");
 * `${hours}`; // => "18.5"
 * ```
 */
export function openHours(
  workCenter: WorkCenterInput,
  from: string,
  until: string,
  calendar?: Calendar,
): Decimal {
  const issues: Place["issues"] = [];
  const center = readDatedWorkCenter(workCenter, calendar, { path: ["workCenter"], issues });
  const first = minuteArgument(from, { path: ["from"], issues });
  const last = minuteArgument(until, { path: ["until"], issues });
  if (last < first) {
    const message = `The until (${until}) lies before the from (${from}). Correct one of them.`;
    addMistake({ path: ["until"], issues }, "contradiction", message);
  }
  refuseMistakes(issues);
  const minutes = openMinutesUpTo(center.workTime, last) - openMinutesUpTo(center.workTime, first);
  return ratioToDecimal(ratioOf(BigInt(minutes), 60n));
}
