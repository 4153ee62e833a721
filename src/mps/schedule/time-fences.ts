import {
  addWorkingDays,
  type Calendar,
  type Day,
  EVERY_DAY,
  formatDay,
  type Issue,
  LAST_DAY,
  parseDay,
} from "../../core/index.js";
import {
  type Check,
  guarded,
  listOf,
  objectOf,
  oneOf,
  optional,
  readArgument,
  refuseAll,
} from "../argument.js";
import { calendar, type WorkingDays } from "../calendar-argument.js";
import { day, wholeNumber } from "../exact-argument.js";
import { bucketIssues, bucketOfDays, type DateBucket } from "./date-bucket.js";

/** How firm a master schedule is on a day (D4). */
export type Zone = "frozen" | "slushy" | "liquid";

/** How far a fence reaches: so many calendar days from T0, or as long as it takes to make the item. */
export type TimeFence =
  | number
  | {
      /** Days that it takes when nothing is there; `cumulativeLeadTimes` finds them in a bill. */
      readonly cumulativeLeadTime: number;
      /** Days more; 0 when left out. */
      readonly plus?: number | undefined;
      /** What days are counted; `"working"` when left out. */
      readonly basis?: "working" | "calendar" | undefined;
    };

/** What {@link timeFences} is asked. */
export interface TimeFencesInput {
  /** T0, `"YYYY-MM-DD"`. */
  readonly startDate: string;
  /** Inside it only customer orders count; 0 when left out. */
  readonly demandTimeFence?: TimeFence | undefined;
  /** Inside it nothing new is planned; as far as the demand time fence when left out. */
  readonly planningTimeFence?: TimeFence | undefined;
  /** The days that work, for a fence in working days; all of them when left out. */
  readonly calendar?: WorkingDays | undefined;
  /** The columns of the schedule, for the fences in periods. */
  readonly buckets?: readonly DateBucket[] | undefined;
}

/** The fences of a master schedule. */
export interface TimeFences {
  /** T0. */
  readonly startDate: string;
  /** The first day outside the demand time fence. */
  readonly demandFence: string;
  /** The first day outside the planning time fence. */
  readonly planningFence: string;
  /** The demand time fence in calendar days, as a planning input has it. */
  readonly demandTimeFence: number;
  /** The planning time fence in calendar days. */
  readonly planningTimeFence: number;
  /**
   * How many buckets begin inside each fence, if buckets were given: the fences of
   * {@link masterScheduleGrid}. One that a fence cuts counts as inside.
   */
  readonly periods?: { readonly demandTimeFence: number; readonly planningTimeFence: number };
}

/** The longest fence in days. */
const LONGEST = 36_500;

const days = wholeNumber(0, LONGEST);
const leadTimeFence = objectOf({
  cumulativeLeadTime: days,
  plus: optional(days, 0),
  basis: optional(oneOf("working", "calendar"), "working"),
});
const fence: Check<ReturnType<typeof leadTimeFence> | number> = (value, place) =>
  typeof value === "object" ? leadTimeFence(value, place) : days(value, place);

/**
 * Finds the days on which the demand and the planning time fence stand.
 *
 * @param input - T0 and each fence, in calendar days or by a cumulative lead time
 * @returns the fences as dates, in days and, where buckets were given, in periods
 * @throws PlanningInputError when a field is wrong, the fences cross (`contradiction`), buckets overlap,
 * or the calendar has too few working days (`outOfRange`)
 *
 * Source: rules D2, D4, N8; APICS dictionary, "demand time fence", "planning time fence".
 *
 * @example
 * ```ts
 * const fences = timeFences({
 *   startDate: "2026-01-05",
 *   demandTimeFence: 7,
 *   planningTimeFence: { cumulativeLeadTime: 12, plus: 3 },
 *   calendar: { workingDays: ["mon", "tue", "wed", "thu", "fri"] },
 * });
 * [fences.demandFence, fences.planningFence]; // => ["2026-01-12", "2026-01-26"]
 * zoneOn(fences, "2026-01-12"); // => "slushy"
 * ```
 */
export function timeFences(input: TimeFencesInput): TimeFences {
  const read = readArgument(
    input,
    {
      startDate: day,
      demandTimeFence: optional(fence, 0),
      planningTimeFence: optional(fence),
      calendar: optional(calendar, EVERY_DAY),
      buckets: optional(listOf(bucketOfDays)),
    },
    ({ buckets }, issues) => bucketIssues(buckets ?? [], issues),
  );
  const issues: Issue[] = [];
  const start = read.startDate;
  const demandEnd = fenceDay(read.demandTimeFence, start, read.calendar, "demandTimeFence", issues);
  const planningEnd =
    read.planningTimeFence === undefined
      ? demandEnd
      : fenceDay(read.planningTimeFence, start, read.calendar, "planningTimeFence", issues);
  if (issues.length === 0 && planningEnd < demandEnd) {
    const message = `The planningTimeFence (${formatDay(planningEnd)}) must not end before the demandTimeFence (${formatDay(demandEnd)}). Lengthen it, or shorten the demandTimeFence.`;
    issues.push({ code: "contradiction", path: ["planningTimeFence"], message });
  }
  refuseAll(issues);
  const beginBefore = (end: Day) => read.buckets!.filter((bucket) => bucket.start < end).length;
  return {
    startDate: formatDay(start),
    demandFence: formatDay(demandEnd),
    planningFence: formatDay(planningEnd),
    demandTimeFence: demandEnd - start,
    planningTimeFence: planningEnd - start,
    ...(read.buckets === undefined
      ? {}
      : {
          periods: {
            demandTimeFence: beginBefore(demandEnd),
            planningTimeFence: beginBefore(planningEnd),
          },
        }),
  };
}

/** The first day outside a fence. */
function fenceDay(
  given: ReturnType<typeof fence>,
  start: Day,
  working: Calendar,
  name: string,
  issues: Issue[],
): Day {
  const end = typeof given === "number" ? start + given : leadTimeEnd(given, start, working);
  if (end !== undefined && end <= LAST_DAY) return end;
  const message = `The ${name} ends after 2199, or the calendar has too few working days for it. Shorten it, or give more working days.`;
  issues.push({ code: "outOfRange", path: [name], message });
  return start;
}

function leadTimeEnd(
  { cumulativeLeadTime, plus, basis }: ReturnType<typeof leadTimeFence>,
  start: Day,
  working: Calendar,
): Day | undefined {
  if (basis === "calendar") return start + cumulativeLeadTime + plus;
  try {
    return addWorkingDays(working, start, cumulativeLeadTime + plus);
  } catch {
    return undefined; // the calendar ends before the fence does
  }
}

/**
 * Tells in which zone of a master schedule a day lies.
 *
 * @param fences - made by {@link timeFences}
 * @param date - `"YYYY-MM-DD"`; a day before T0 is frozen
 * @returns `"frozen"` inside the demand time fence, `"slushy"` from there to the planning time fence,
 * `"liquid"` after it
 * @throws PlanningInputError when the date is none, or the fences are not dates
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
  const ends = readFences(fences, issues);
  refuseAll(issues);
  return zoneOf(read!, ends);
}

/** Both fences as days. */
export interface FenceDays {
  readonly demand: Day;
  readonly planning: Day;
}

/** The zone of a day. */
export function zoneOf(date: Day, { demand, planning }: FenceDays): Zone {
  return date < demand ? "frozen" : date < planning ? "slushy" : "liquid";
}

/** Reads what {@link timeFences} gave. */
export function readFences(fences: unknown, issues: Issue[]): FenceDays {
  const given = (name: "demandFence" | "planningFence"): Day => {
    const value = fieldOf(fences, name);
    const read = parseDay(value);
    if (read !== undefined) return read;
    const message = "The fences must be what timeFences returned.";
    issues.push({ code: "invalidType", path: ["fences", name], message });
    return 0;
  };
  return { demand: given("demandFence"), planning: given("planningFence") };
}

function fieldOf(value: unknown, name: string): unknown {
  try {
    return (value as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined; // a getter that throws holds no date
  }
}
