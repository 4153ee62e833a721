import {
  addWorkingDays,
  type Calendar,
  type Day,
  EVERY_DAY,
  formatDay,
  type Issue,
  LAST_DAY,
} from "../../core/index.js";
import {
  type Check,
  type Doubtful,
  type DoubtfulFields,
  listOf,
  objectOf,
  oneOf,
  optional,
  readArgument,
} from "../argument.js";
import { calendar, type WorkingDays } from "../calendar-argument.js";
import { day, wholeNumber } from "../exact-argument.js";
import { bucketIssues, bucketOfDays, type DateBucket } from "./date-bucket.js";

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

/** Both fences as days. */
export interface FenceDays {
  readonly demand: Day;
  readonly planning: Day;
}

/** The longest fence in days. */
const LONGEST = 36_500;

const days = wholeNumber(0, LONGEST);
const leadTimeFence = objectOf({
  cumulativeLeadTime: days,
  plus: optional(days, 0),
  basis: optional(oneOf("working", "calendar"), "working"),
});
type LeadTimeFence = ReturnType<typeof leadTimeFence>;
type GivenFence = LeadTimeFence | number;
const fence: Check<GivenFence> = (value, place) =>
  typeof value === "object" ? leadTimeFence(value, place) : days(value, place);

/** `null` is a planning time fence that was left out. */
const FIELDS = {
  startDate: day,
  demandTimeFence: optional<GivenFence>(fence, 0),
  planningTimeFence: optional<GivenFence | null>(fence, null),
  calendar: optional(calendar, EVERY_DAY),
  buckets: optional(listOf(bucketOfDays)),
};

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
  let ends: FenceDays | undefined;
  const read = readArgument(input, FIELDS, (fields, issues) => {
    bucketIssues(fields.buckets, issues);
    ends = fenceEnds(fields, issues);
  });
  const start = read.startDate;
  const { demand: demandEnd, planning: planningEnd } = ends!;
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

/** Where both fences end; notes those that cross, where each is known. */
function fenceEnds(
  {
    startDate,
    demandTimeFence,
    planningTimeFence,
    calendar: working,
  }: DoubtfulFields<typeof FIELDS>,
  issues: Issue[],
): FenceDays | undefined {
  if (startDate === undefined || working === undefined) return undefined;
  const endOf = (given: Doubtful<GivenFence>, name: string): Day | undefined =>
    given === undefined ? undefined : fenceDay(given, startDate, working, name, issues);
  const demand = endOf(demandTimeFence, "demandTimeFence");
  const planning =
    planningTimeFence === null ? demand : endOf(planningTimeFence, "planningTimeFence");
  if (demand === undefined || planning === undefined) return undefined;
  if (planning < demand) {
    const message = `The planningTimeFence (${formatDay(planning)}) must not end before the demandTimeFence (${formatDay(demand)}). Lengthen it, or shorten the demandTimeFence.`;
    issues.push({ code: "contradiction", path: ["planningTimeFence"], message });
  }
  return { demand, planning };
}

/** The first day outside a fence. */
function fenceDay(
  given: NonNullable<Doubtful<GivenFence>>,
  start: Day,
  working: Calendar,
  name: string,
  issues: Issue[],
): Day | undefined {
  if (typeof given === "object" && !isSound(given)) return undefined;
  const end = typeof given === "number" ? start + given : leadTimeEnd(given, start, working);
  if (end !== undefined && end <= LAST_DAY) return end;
  const message = `The ${name} ends after 2199, or the calendar has too few working days for it. Shorten it, or give more working days.`;
  issues.push({ code: "outOfRange", path: [name], message });
  return undefined;
}

function isSound(given: Doubtful<LeadTimeFence>): given is LeadTimeFence {
  const { cumulativeLeadTime, plus, basis } = given ?? {};
  return cumulativeLeadTime !== undefined && plus !== undefined && basis !== undefined;
}

function leadTimeEnd(
  { cumulativeLeadTime, plus, basis }: LeadTimeFence,
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
