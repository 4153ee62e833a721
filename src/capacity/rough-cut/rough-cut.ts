import {
  addMistake,
  type Bucket,
  compareText,
  type Issue,
  listOf,
  mustBe,
  oneOf,
  optional,
  type Ratio,
  readArgument,
  refuseMistakes,
} from "../../core/index.js";
import { type CapacityModel, capacityModel, type Plan } from "../../mrp/index.js";
import { centerCapacity } from "./center-capacity.js";
import { cutByProfiles, type ReadProfileRow } from "./cut-by-profiles.js";
import { dayPeriods } from "./day-periods.js";
import {
  type CostingLotInput,
  costingLots,
  derivedLoads,
  type ScheduledItem,
  scheduledItems,
  type TakenLot,
} from "./derived-loads.js";
import { PlaceMap } from "./place-map.js";
import { ordersOf, periodsOf, scheduleOf } from "./plan-schedule.js";
import {
  machineOf,
  noteCapacities,
  noteResourcesTwice,
  noteUnknownResources,
  type Resource,
  type ResourceInput,
  resource,
} from "./resource.js";
import { profileRow, type ResourceProfileRow } from "./resource-profile.js";
import type { RoughCut } from "./rough-cut-result.js";
import { ANY_SITE, type ReadPeriod, type ReadScheduleRow } from "./schedule-argument.js";

/** How a plan is cut roughly. */
export interface RoughCutOptions {
  /** `"profiles"`: each level in the bucket in which it is due, by lead times; `"bills"`: all in that of the end item. */
  readonly by?: "profiles" | "bills" | undefined;
  /** `"week"` when left out. */
  readonly bucket?: Bucket | undefined;
  /** The end items; when left out, what is made and goes into nothing else, and what is master scheduled. */
  readonly items?: readonly ScheduledItem[] | undefined;
  /** Costing lots; see {@link deriveCapacityBills}. */
  readonly lots?: readonly CostingLotInput[] | undefined;
  /**
   * Which open supplies of the end items count beside the planned orders: firm planned orders, all
   * open production, or none. `"firm"` when left out, since of released orders part of the work is done.
   */
  readonly supplies?: "firm" | "open" | "none" | undefined;
  /** Further rows, such as storage space or money for a unit of an end item; offsets in whole buckets. */
  readonly profiles?: readonly ResourceProfileRow[] | undefined;
  /** Resources that are no work centres, with capacities; or of work centres, instead of their own. */
  readonly resources?: readonly ResourceInput[] | undefined;
}

/** The rough cut of a plan. */
export interface PlanRoughCut extends RoughCut {
  /** The lot of every item with hours, and where it was taken from. */
  readonly lots: readonly TakenLot[];
}

const fields = {
  by: optional<"profiles" | "bills">(oneOf<"profiles" | "bills">("profiles", "bills"), "profiles"),
  bucket: optional<Bucket>(oneOf<Bucket>("day", "week", "month"), "week"),
  items: optional(scheduledItems),
  lots: optional(costingLots, []),
  supplies: optional<"firm" | "open" | "none">(
    oneOf<"firm" | "open" | "none">("firm", "open", "none"),
    "firm",
  ),
  profiles: optional(listOf(profileRow), []),
  resources: optional(listOf(resource), []),
};

const ZERO: Ratio = { num: 0n, den: 1n };

/**
 * Cuts the capacity of a plan roughly: its orders for end items, times what a unit of each takes of all
 * work centres below, against what these have.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param options - end items, buckets, costing lots (stock units), further resources with what a unit
 * takes of them
 * @returns load, capacity, percentage and overload by resource and bucket, work centres by id, from the
 * plan's first day to the later of its horizon and its last order. An end item inside another counts by
 * its own orders. By day, what a component takes falls on a working day, as its orders would. The
 * capacity of a work centre is open hours × units × utilization × efficiency, without overtime
 * @throws PlanningInputError with everything that is wrong: an item that is not made, a resource that is
 * not there
 *
 * Source: rules C1, C2, K58.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "cart" }],
 *   boms: [{ item: "cart", lines: [] }],
 *   workCenters: [{ id: "hall", shifts: [{ from: "08:00", until: "16:00" }] }],
 *   routings: [
 *     { id: "build", item: "cart", operations: [{ id: "10", workCenter: "hall", run: 2 }] },
 *   ],
 *   demands: [{ id: "d", item: "cart", quantity: 35, due: "2026-01-16" }],
 * });
 * roughCut(plan).rows.map(({ from, load, capacity }) => `${from}: ${load} of ${capacity} hours`);
 * // => ["2026-01-05: 0 of 56 hours", "2026-01-12: 70 of 56 hours"]
 * ```
 */
export function roughCut(plan: Plan, options: RoughCutOptions = {}): PlanRoughCut {
  const asked = readArgument(options, fields);
  const issues: Issue[] = [];
  const model = capacityModel(plan);
  const bucket = asked.by === "bills" ? undefined : asked.bucket;
  const derived = derivedLoads(plan, { ...asked, bucket, hasLags: bucket === "day" }, issues);
  const orders = ordersOf(plan, model, derived.tops, asked.supplies);
  const periods = periodsOf(model, asked.bucket, orders);
  const sited = derived.sites > 1;
  const schedule = scheduleOf(derived.tops, orders, periods, sited);
  const periodOf = bucket === "day" ? dayPeriods(model) : () => undefined;
  const rows: ReadProfileRow[] = derived.loads.map(({ site, ...load }) => ({
    ...load,
    ...(sited ? { site } : {}),
    periodFrom: periodOf({ site, ...load }),
    amountPerPeriod: ZERO,
  }));
  const profiles = [...rows, ...asked.profiles];
  const resources = resourcesOf(model, periods, asked.resources);
  const known = new Set(resources.map(({ id }) => id));
  noteResourcesTwice(asked.resources, issues);
  noteCapacities(asked.resources, periods.length, issues);
  noteUnknownResources(
    asked.profiles.map((row) => row.resource),
    known,
    "profiles",
    issues,
  );
  noteOtherItems(asked.profiles, schedule, issues);
  refuseMistakes(issues);
  return { ...cutByProfiles({ schedule, profiles, resources, periods }), lots: derived.lots };
}

/** Notes further rows of what is no end item, or does not say which site is meant. */
function noteOtherItems(
  profiles: readonly ReadProfileRow[],
  schedule: readonly ReadScheduleRow[],
  issues: Issue[],
): void {
  const ends = new PlaceMap<true>();
  for (const { item, site = ANY_SITE } of schedule) ends.set(item, site, true);
  for (const [n, { item, site = ANY_SITE }] of profiles.entries()) {
    if (ends.get(item, site) === true) continue;
    const place = { path: ["profiles", n, "item"], issues };
    const what = "be an end item of this rough cut, with its site where the plan has several";
    addMistake(place, "unknownId", mustBe(item, place, what), { id: item });
  }
}

/** The work centres by id with their capacities, what is said of them instead, and further resources. */
function resourcesOf(
  { workCenters }: CapacityModel,
  periods: readonly ReadPeriod[],
  asked: readonly Resource[],
): Resource[] {
  const said = new Map(asked.map((resource) => [resource.id, resource]));
  const byId = [...workCenters].sort((a, b) => compareText(a.id, b.id));
  const centers = byId.map((center) => {
    const own = said.get(center.id);
    said.delete(center.id);
    const capacity = periods.map(({ from, until }) => centerCapacity(center, from, until));
    return { ...machineOf(center.id), ...own, capacity: own?.capacity ?? capacity };
  });
  return [...centers, ...said.values()];
}
