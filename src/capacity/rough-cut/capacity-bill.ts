import { listOf, objectOf, readArgument } from "../../core/index.js";
import { billFields, cutByProfiles, noteTogether, roughCutFields } from "./cut-by-profiles.js";
import type { ResourceInput } from "./resource.js";
import type { ResourceProfileRow } from "./resource-profile.js";
import type { RoughCut } from "./rough-cut-result.js";
import type { SchedulePeriod, ScheduleRow } from "./schedule-argument.js";

/** What a unit of an item takes of a resource, in the period in which it is due. */
export type CapacityBillRow = Omit<ResourceProfileRow, "offset">;

/** What {@link roughCutByBills} is asked. */
export interface CapacityBillsInput {
  readonly schedule: readonly ScheduleRow[];
  /** Rows of one item and resource add up. */
  readonly bills: readonly CapacityBillRow[];
  /** When left out: those that the bills name, and no capacities. */
  readonly resources?: readonly ResourceInput[] | undefined;
  /** The days of the periods; when left out, periods have only numbers. */
  readonly periods?: readonly SchedulePeriod[] | undefined;
}

/**
 * Cuts capacity roughly by capacity bills: what each unit of an item takes, all in the period in which
 * it is due.
 *
 * @param input - the master schedule by period (units), the bills (amounts a unit), and what there is
 * of each resource (in its unit, by period)
 * @returns load, capacity, percentage and overload by resource and period
 * @throws PlanningInputError with everything that is wrong: an item without a bill, a resource that is
 * not there, capacities that do not fit the periods
 *
 * Source: rule C1, K58; Vollmann, Berry, Whybark & Jacobs, *Manufacturing Planning and Control*,
 * "capacity bills".
 *
 * @example
 * ```ts
 * const { rows } = roughCutByBills({
 *   schedule: [{ item: "radio", quantities: [450, 890] }],
 *   bills: [{ item: "radio", resource: "assembly", amount: 0.3 }],
 *   resources: [{ id: "assembly", kind: "labor", capacity: 160 }],
 * });
 * rows.map((row) => `${row.load} of ${row.capacity} hours, ${row.overload} too many`);
 * // => ["135 of 160 hours, 0 too many", "267 of 160 hours, 107 too many"]
 * ```
 */
export function roughCutByBills(input: CapacityBillsInput): RoughCut {
  const fields = { ...roughCutFields, bills: listOf(objectOf(billFields)) };
  const { bills, ...rest } = readArgument(input, fields, (read, issues) =>
    noteTogether(read, read.bills, read.bills, ["bills", "bills"], issues),
  );
  return cutByProfiles({ ...rest, profiles: bills });
}
