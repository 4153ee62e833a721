import {
  type ExactNumber,
  listOf,
  objectOf,
  optional,
  readArgument,
  wholeNumber,
} from "../../core/index.js";
import { billFields, cutByProfiles, noteTogether, roughCutFields } from "./cut-by-profiles.js";
import type { ResourceInput } from "./resource.js";
import type { RoughCut } from "./rough-cut-result.js";
import type { SchedulePeriod, ScheduleRow } from "./schedule-argument.js";

/** What a unit of an item takes of a resource, some periods before or after it is due. */
export interface ResourceProfileRow {
  /** The item of the schedule. */
  readonly item: string;
  /** Its site, where the schedule says it. */
  readonly site?: string | undefined;
  /** Id of the resource. */
  readonly resource: string;
  /** Whole periods from the one in which the item is due: −1 is the one before; 0 when left out. */
  readonly offset?: number | undefined;
  /** For a unit of the item, in the unit of the resource; 0 or more. */
  readonly amount: ExactNumber;
  /** Once for each period with a quantity of the item, such as a set-up; 0 when left out. */
  readonly amountPerPeriod?: ExactNumber | undefined;
  /** Whose work it is: the item itself, or one of its components. It is only handed through. */
  readonly component?: string | undefined;
}

/** What {@link roughCutByProfiles} is asked. */
export interface ResourceProfilesInput {
  readonly schedule: readonly ScheduleRow[];
  /** Rows of one item and resource add up. */
  readonly profiles: readonly ResourceProfileRow[];
  /** When left out: those that the profiles name, and no capacities. */
  readonly resources?: readonly ResourceInput[] | undefined;
  /** The days of the periods; when left out, periods have only numbers. */
  readonly periods?: readonly SchedulePeriod[] | undefined;
}

/** More periods than any schedule has. */
const MOST_PERIODS = 110_000;

/** Checks a row of a profile. */
export const profileRow = objectOf({
  ...billFields,
  offset: optional(wholeNumber(-MOST_PERIODS, MOST_PERIODS), 0),
});

/**
 * Cuts capacity roughly by resource profiles: what each unit of an item takes, in which period before
 * it is due.
 *
 * @param input - the master schedule by period (units), the profiles (amounts a unit, and once a
 * period), and what there is of each resource (in its unit, by period)
 * @returns load, capacity, percentage and overload by resource and period; what falls before the first
 * period is past due, what falls behind the last is beyond
 * @throws PlanningInputError with everything that is wrong: an item without a profile, a resource that
 * is not there, capacities that do not fit the periods
 *
 * Source: rule C1, K58; Vollmann, Berry, Whybark & Jacobs, *Manufacturing Planning and Control*,
 * "resource profiles".
 *
 * @example
 * ```ts
 * const { rows } = roughCutByProfiles({
 *   schedule: [{ item: "bike", quantities: [0, 40] }],
 *   profiles: [
 *     { item: "bike", resource: "assembly", amount: 0.5 },
 *     { item: "bike", resource: "welding", offset: -1, amount: 0.25, component: "frame" },
 *   ],
 *   resources: [{ id: "assembly", capacity: 16 }, { id: "welding", capacity: 12 }],
 * });
 * rows.map((row) => `${row.resource} ${row.period}: ${row.load} of ${row.capacity}`);
 * // => ["assembly 1: 0 of 16", "assembly 2: 20 of 16", "welding 1: 10 of 12", "welding 2: 0 of 12"]
 * `${rows[1]?.overload} hours, ${rows[1]?.percentage} %`; // => "4 hours, 125 %"
 * ```
 */
export function roughCutByProfiles(input: ResourceProfilesInput): RoughCut {
  const fields = { ...roughCutFields, profiles: listOf(profileRow) };
  return cutByProfiles(
    readArgument(input, fields, (read, issues) =>
      noteTogether(read, read.profiles, read.profiles, ["profiles", "profiles"], issues),
    ),
  );
}
