import { type Day, formatDay, type Issue, refuseMistakes } from "../../core/index.js";
import { add, type Check, guarded, isObject, must, UNSOUND, wrongType } from "../argument.js";
import { day } from "../exact-argument.js";
import type { FenceDays, TimeFences } from "./time-fences.js";

/** How firm a master schedule is on a day (D4). */
export type Zone = "frozen" | "slushy" | "liquid";

/**
 * Tells in which zone of a master schedule a day lies.
 *
 * @param fences - made by {@link timeFences}
 * @param date - `"YYYY-MM-DD"`; a day before T0 is frozen
 * @returns `"frozen"` inside the demand time fence, `"slushy"` from there to the planning time fence,
 * `"liquid"` after it
 * @throws PlanningInputError when the date is none, or the fences are not dates or cross
 *
 * Source: rule D4; Vollmann, Berry, Whybark & Jacobs, *Manufacturing Planning and Control*, "freezing
 * and time fencing".
 *
 * @example
 * ```ts
 * const fences = timeFences({ startDate: "2026-01-05", demandTimeFence: 7, planningTimeFence: 28 });
 * ["2026-01-11", "2026-01-12", "2026-02-02"].map((date) => zoneOn(fences, date));
 * // => ["frozen", "slushy", "liquid"]
 * ```
 */
export function zoneOn(fences: TimeFences, date: string): Zone {
  const issues: Issue[] = [];
  const read = guarded(date, { path: ["date"], issues }, day);
  const ends = guarded(fences, { path: ["fences"], issues }, fenceDays);
  refuseMistakes(issues);
  return zoneOf(read!, ends!);
}

/** The zone of a day. */
export function zoneOf(date: Day, { demand, planning }: FenceDays): Zone {
  return date < demand ? "frozen" : date < planning ? "slushy" : "liquid";
}

/** Reads what {@link timeFences} gave, or what was read back from its JSON. */
export const fenceDays: Check<FenceDays> = (value, place) => {
  if (!isObject(value)) {
    wrongType(value, place, "what timeFences returned");
    return UNSOUND;
  }
  const before = place.issues.length;
  const given = (name: keyof TimeFences): Day => {
    const field = { ...place, path: [...place.path, name] };
    return guarded(value, field, () => day((value as TimeFences)[name], field)) as Day;
  };
  const [start, demand, planning] = [
    given("startDate"),
    given("demandFence"),
    given("planningFence"),
  ];
  if (place.issues.length > before) return UNSOUND;
  const note = (name: "demandFence" | "planningFence", late: Day, early: Day, other: string) => {
    const at = { ...place, path: [...place.path, name] };
    const what = `not lie before the ${other} (${formatDay(early)}). Give what timeFences returned`;
    if (late < early) add(at, "contradiction", must(formatDay(late), at, what));
  };
  note("demandFence", demand, start, "startDate");
  note("planningFence", planning, demand, "demandFence");
  return place.issues.length > before ? UNSOUND : { demand, planning };
};
