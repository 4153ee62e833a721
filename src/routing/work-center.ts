import {
  addMistake,
  type Calendar,
  type Check,
  flag,
  identifier,
  listOf,
  type Minute,
  ONE,
  objectOf,
  optional,
  type Place,
  type Ratio,
  readGuarded,
  refuseMistakes,
  UNSOUND,
  wholeNumber,
} from "../core/index.js";
import { anyText, anything, nonNegative, part, positive } from "./exact-checks.js";
import { calendarOf, compileShifts, shiftFields } from "./make-work-time.js";
import { overtimeSpans } from "./read-shift.js";
import type { OvertimeInput, RowAttributes, RowNumber, Shift, ShiftException } from "./shift.js";
import type { WorkTime } from "./work-time.js";

/** How long a change of set-up takes, from one group of operations to another. */
export interface SetupChange {
  readonly from: string;
  readonly to: string;
  /** 0 or more. */
  readonly hours: RowNumber;
}

/** A work centre: machines or people that do the same work, as the data contract says it. */
export interface WorkCenterInput {
  readonly id: string;
  readonly name?: string | undefined;
  readonly site?: string | undefined;
  /** Id of a calendar; the calendar itself is given beside the work centre, and bears this id. */
  readonly calendar?: string | undefined;
  readonly shifts: readonly Shift[];
  readonly exceptions?: readonly ShiftException[] | undefined;
  readonly overtime?: readonly OvertimeInput[] | undefined;
  /** Machines or people, 1 or more; 1 when left out. */
  readonly units?: number | undefined;
  /** Standard hours done in an hour of work, above 0; 1 when left out. */
  readonly efficiency?: RowNumber | undefined;
  /** Part of the open hours that is worked, above 0 up to 1; 1 when left out. */
  readonly utilization?: RowNumber | undefined;
  /** Work is done within one shift, over its breaks, or waits for the next. */
  readonly finishWithinShift?: boolean | undefined;
  /** Times of set-up by what was done before. */
  readonly setups?: readonly SetupChange[] | undefined;
  readonly costPerHour?: RowNumber | undefined;
  readonly overtimeCostPerHour?: RowNumber | undefined;
  readonly attributes?: RowAttributes | undefined;
}

/** A work centre with its times compiled. */
export interface WorkCenter {
  readonly id: string;
  readonly site: string | undefined;
  /** Open time, without overtime. */
  readonly workTime: WorkTime;
  /** Spans that may be worked besides, ascending. */
  readonly overtime: readonly { readonly from: Minute; readonly until: Minute }[];
  readonly units: number;
  readonly efficiency: Ratio;
  readonly utilization: Ratio;
  readonly finishWithinShift: boolean;
  /** Hours of a change by group before, then group after. */
  readonly setups: ReadonlyMap<string, ReadonlyMap<string, Ratio>>;
  readonly costPerHour: Ratio | undefined;
  readonly overtimeCostPerHour: Ratio | undefined;
}

type SetupHours = ReadonlyMap<string, ReadonlyMap<string, Ratio>>;

const setupChange = objectOf({ from: anyText, to: anyText, hours: nonNegative });

const workCenterOf = objectOf({
  id: identifier,
  name: optional(anyText),
  site: optional(identifier),
  calendar: optional(identifier),
  ...shiftFields,
  overtime: optional(overtimeSpans, []),
  units: optional(wholeNumber(1, Number.MAX_SAFE_INTEGER), 1),
  efficiency: optional(positive, ONE),
  utilization: optional(part, ONE),
  finishWithinShift: optional(flag, false),
  setups: optional(setupHours, new Map()),
  costPerHour: optional(nonNegative),
  overtimeCostPerHour: optional(nonNegative),
  attributes: anything,
});

/**
 * Compiles a work centre: its open time and its figures.
 *
 * @param input - the row of the data contract
 * @param calendar - the days on which its shifts begin, made by `makeCalendar`: its own calendar, else
 * its site's; every day when left out
 * @returns the work centre, for routings and schedules
 * @throws PlanningInputError with every mistake of the row: no working time, shifts that overlap, units
 * or efficiency of 0, a utilization outside 0 to 1, negative times, a calendar that is named but not given
 *
 * Source: K51, K56.
 *
 * @example
 * ```ts
 * const shifts = [{ from: "06:00", until: "14:00" }];
 * const saw = makeWorkCenter({ id: "saw", shifts, units: 2, efficiency: "9/10" });
 * saw.efficiency; // => { num: 9n, den: 10n }
 * ```
 */
export function makeWorkCenter(input: WorkCenterInput, calendar?: Calendar): WorkCenter {
  const issues: Place["issues"] = [];
  const center = readDatedWorkCenter(input, calendar, { path: [], issues });
  refuseMistakes(issues);
  return center;
}

/** A work centre with the calendar beside it, whose dates count. */
export function readDatedWorkCenter(value: unknown, calendar: unknown, place: Place): WorkCenter {
  const { issues } = place;
  const days = optional(readGuardedCalendar)(calendar, { path: ["calendar"], issues });
  const center = readWorkCenter(value, days, place);
  const named = center === UNSOUND ? undefined : (value as WorkCenterInput).calendar;
  if (named === undefined || (calendar !== undefined && days === undefined)) return center;
  if (days === undefined) {
    const message = `The work centre names the calendar ${JSON.stringify(named)}, but no calendar is given beside it. Give the one that makeCalendar made of it, or leave the name out.`;
    addMistake({ issues, path: [...place.path, "calendar"] }, "missingField", message);
  } else if (days.id !== named) {
    const message = `The work centre names the calendar ${JSON.stringify(named)}, beside it is ${JSON.stringify(days.id)}. Give the one that it names.`;
    addMistake({ issues, path: [...place.path, "calendar"] }, "contradiction", message);
  }
  return center;
}

/** A work centre, as a part of an argument; which days its calendar means does not matter. */
export function readWorkCenter(
  value: unknown,
  calendar: Calendar | undefined,
  place: Place,
): WorkCenter {
  const own: Place = { path: place.path, issues: [] };
  const read = workCenterOf(value, own);
  const workTime = compileShifts(read?.id ?? "", read, calendar, own);
  place.issues.push(...own.issues);
  if (own.issues.length > 0) return UNSOUND;
  const { id, site, overtime, units, efficiency, utilization, finishWithinShift } = read;
  const { setups, costPerHour, overtimeCostPerHour } = read;
  return {
    id,
    site,
    workTime,
    overtime,
    units,
    efficiency,
    utilization,
    finishWithinShift,
    setups,
    costPerHour,
    overtimeCostPerHour,
  };
}

const readGuardedCalendar: Check<Calendar> = (value, place) =>
  readGuarded(value, place, (given) => calendarOf(given, place)) as Calendar;

/** The matrix of set-up changes, each pair once. */
function setupHours(value: unknown, place: Place): SetupHours {
  const before = place.issues.length;
  const rows = listOf(setupChange as Check<{ from: string; to: string; hours: Ratio }>)(
    value,
    place,
  );
  if (place.issues.length > before) return UNSOUND;
  const matrix = new Map<string, Map<string, Ratio>>();
  for (const [n, { from, to, hours }] of rows.entries()) {
    const line = matrix.get(from) ?? new Map<string, Ratio>();
    matrix.set(from, line);
    if (line.has(to)) {
      const message = `The change from ${JSON.stringify(from)} to ${JSON.stringify(to)} stands here for the second time. Give each once.`;
      addMistake({ ...place, path: [...place.path, n] }, "duplicateId", message, { from, to });
    }
    line.set(to, hours);
  }
  return matrix;
}
