import {
  type Bucket,
  type Issue,
  oneOf,
  optional,
  readArgument,
  refuseMistakes,
} from "../../core/index.js";
import type { Plan } from "../../mrp/index.js";
import type { CapacityBillRow } from "./capacity-bill.js";
import {
  amountText,
  type CostingLotInput,
  costingLots,
  type DerivedLoads,
  derivedLoads,
  type ScheduledItem,
  scheduledItems,
  type TakenLot,
} from "./derived-loads.js";
import type { ResourceProfileRow } from "./resource-profile.js";

/** For which items bills are derived, and how set-ups are spread. */
export interface DeriveBillsOptions {
  /** When left out: what is made and goes into nothing else, and what is master scheduled. */
  readonly items?: readonly ScheduledItem[] | undefined;
  /**
   * Costing lots, over which set-up and teardown are spread; for items left out their fixed order
   * quantity, else their minimum order, else 1.
   */
  readonly lots?: readonly CostingLotInput[] | undefined;
}

/** For which items profiles are derived, how set-ups are spread, and how long a bucket is. */
export interface DeriveProfilesOptions extends DeriveBillsOptions {
  readonly bucket: Bucket;
}

/** Capacity bills and the lots that they were made with. */
export interface DerivedBills {
  /** Hours at each work centre for a unit of each end item, by the component whose orders they are. */
  readonly bills: readonly (CapacityBillRow & { readonly amount: string })[];
  /** The lot of every item with hours, and where it was taken from. */
  readonly lots: readonly TakenLot[];
}

/** Resource profiles and the lots that they were made with. */
export interface DerivedProfiles {
  /** The same as bills, told apart by the bucket in which the component is due. */
  readonly profiles: readonly (ResourceProfileRow & { readonly amount: string })[];
  /** The lot of every item with hours, and where it was taken from. */
  readonly lots: readonly TakenLot[];
}

const fields = { items: optional(scheduledItems), lots: optional(costingLots, []) };

/**
 * Derives capacity bills from the bills of material and routings of a plan: the hours of all levels
 * below for one unit of each end item, as on the plan's first day.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param options - the end items, and costing lots (stock units)
 * @returns the bills, with exact amounts (hours a unit) that {@link roughCutByBills} takes, and the lots
 * over which set-ups were spread. The bill of an end item stops at another end item, which has a bill
 * and a schedule of its own: to have all of it, derive it alone. Phantoms are passed through, stock is not looked at, lots only for
 * spreading; scrap and yields count without rounding. Of several sources the lowest rank counts, by its
 * quota
 * @throws PlanningInputError with everything that is wrong: an item that is not made
 *
 * Source: rule C1, K58.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "cart" }, { id: "wheel", lotSizing: { rule: "fixedOrderQuantity", quantity: 20 } }],
 *   boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 4 }] }],
 *   sources: [{ item: "wheel", kind: "make" }],
 *   workCenters: [{ id: "press", shifts: [{ from: "08:00", until: "16:00" }] }],
 *   routings: [
 *     { id: "wheels", item: "wheel", operations: [{ id: "10", workCenter: "press", setup: 1, run: 0.5 }] },
 *   ],
 * });
 * deriveCapacityBills(plan).bills;
 * // => [{ item: "cart", resource: "press", component: "wheel", amount: "2.2" }]
 * ```
 */
export function deriveCapacityBills(plan: Plan, options: DeriveBillsOptions = {}): DerivedBills {
  const { items, lots } = readArgument(options, fields);
  const issues: Issue[] = [];
  const derived = derivedLoads(plan, { items, lots, bucket: undefined, hasLags: false }, issues);
  refuseMistakes(issues);
  return {
    bills: derived.loads.map(({ offset: _, lag: __, amount, ...load }) => ({
      ...faceOf(load, derived),
      amount: amountText(amount),
    })),
    lots: derived.lots,
  };
}

/**
 * Derives resource profiles from the bills of material and routings of a plan: the hours of all levels
 * below for one unit of each end item, each in the bucket in which the component is due, by lead times.
 *
 * @param plan - what `planRequirements`, `replan` or `planFromJSON` returned
 * @param options - the end items, costing lots (stock units), and the length of a bucket
 * @returns the profiles, with exact amounts (hours a unit) that {@link roughCutByProfiles} takes, and the
 * lots over which set-ups were spread. An item that is due d days before the end item, by the lead times
 * between them, lies d ÷ days of a bucket before it, whole buckets only; a working day is as long as
 * it is on average. By `"day"` offsets count working days of the site where the work is done, for a
 * schedule of such days alone. A profile stops at another end item, as a bill does
 * @throws PlanningInputError with everything that is wrong: an item that is not made
 *
 * Source: rule C1, K58.
 *
 * @example
 * ```ts
 * const plan = planRequirements({
 *   startDate: "2026-01-05",
 *   items: [{ id: "cart", leadTime: 9 }, { id: "wheel" }],
 *   boms: [{ item: "cart", lines: [{ item: "wheel", quantity: 4 }] }],
 *   sources: [{ item: "wheel", kind: "make" }],
 *   workCenters: [{ id: "press", shifts: [{ from: "08:00", until: "16:00" }] }],
 *   routings: [
 *     { id: "wheels", item: "wheel", operations: [{ id: "10", workCenter: "press", run: 0.5 }] },
 *   ],
 * });
 * deriveResourceProfiles(plan, { bucket: "week" }).profiles;
 * // => [{ item: "cart", resource: "press", component: "wheel", offset: -1, amount: "2" }]
 * ```
 */
export function deriveResourceProfiles(
  plan: Plan,
  options: DeriveProfilesOptions,
): DerivedProfiles {
  const bucket = oneOf<Bucket>("day", "week", "month");
  const read = readArgument(options, { ...fields, bucket });
  const issues: Issue[] = [];
  const derived = derivedLoads(plan, { ...read, hasLags: false }, issues);
  refuseMistakes(issues);
  return {
    profiles: derived.loads.map(({ lag: _, amount, ...load }) => ({
      ...faceOf(load, derived),
      amount: amountText(amount),
    })),
    lots: derived.lots,
  };
}

/** A site stands in the rows only where there are several. */
function faceOf<Load extends { readonly site: string }>(
  { site, ...load }: Load,
  { sites }: DerivedLoads,
): Omit<Load, "site"> & { readonly site?: string } {
  return sites > 1 ? { ...load, site } : load;
}
