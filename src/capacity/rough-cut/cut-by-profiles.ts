import {
  type Doubtful,
  exactNumber,
  type Issue,
  identifier,
  listOf,
  optional,
  type Ratio,
} from "../../core/index.js";
import { FractionSum } from "../fraction-sum.js";
import { LoadTable } from "./load-table.js";
import { PlaceMap } from "./place-map.js";
import {
  machineOf,
  noteCapacities,
  noteResourcesTwice,
  noteUnknownResources,
  type Resource,
  resource,
} from "./resource.js";
import type { RoughCut } from "./rough-cut-result.js";
import {
  ANY_SITE,
  notePeriods,
  noteQuantities,
  noteWithoutRow,
  type ReadPeriod,
  type ReadScheduleRow,
  schedulePeriods,
  scheduleRows,
} from "./schedule-argument.js";

/** A row of a bill or profile as it was read. */
export interface ReadProfileRow {
  readonly item: string;
  readonly site?: string | undefined;
  readonly resource: string;
  /** 0 in a bill. */
  readonly offset?: number;
  /** Instead of an offset: into which period it falls from a period of the schedule; below 0: past due. */
  readonly periodFrom?: ((period: number) => number) | undefined;
  readonly amount: Ratio;
  readonly amountPerPeriod: Ratio;
  readonly component: string | undefined;
}

/** A rough cut as it was read. */
export interface ReadRoughCut {
  readonly schedule: readonly ReadScheduleRow[];
  readonly profiles: readonly ReadProfileRow[];
  readonly resources: readonly Resource[] | undefined;
  readonly periods: readonly ReadPeriod[] | undefined;
}

const ZERO: Ratio = { num: 0n, den: 1n };

/** The period before all others. */
export const PAST_DUE = -1;

/** The fields of a row of a bill or profile. */
export const billFields = {
  item: identifier,
  site: optional(identifier),
  resource: identifier,
  amount: exactNumber(0),
  amountPerPeriod: optional(exactNumber(0), ZERO),
  component: optional(identifier),
};

/** The fields that all ways of a rough cut share. */
export const roughCutFields = {
  schedule: scheduleRows,
  resources: optional(listOf(resource)),
  periods: optional(schedulePeriods),
};

/** Notes what is wrong with the fields together, as far as they are sound. */
export function noteTogether(
  read: { [K in "schedule" | "resources" | "periods"]: Doubtful<ReadRoughCut[K]> },
  rows: Doubtful<readonly { readonly item: string; readonly site?: string | undefined }[]>,
  named: Doubtful<readonly { readonly resource: string }[]>,
  [rowsList, namedList]: readonly [string, string],
  issues: Issue[],
): void {
  const { schedule, resources, periods } = read;
  notePeriods(periods, issues);
  noteResourcesTwice(resources, issues);
  noteWithoutRow(schedule, rows, rowsList, issues);
  if (named !== undefined && resources !== undefined) {
    const known = new Set(resources.map((one) => one?.id));
    const ids = named.map((row) => row?.resource);
    noteUnknownResources(ids, known, namedList, issues);
  }
  const count = periodsOf(schedule, resources, periods);
  noteCapacities(resources, count, issues);
  noteQuantities(schedule, count, issues);
}

/** Sums amount × quantity in the period of each row. */
export function cutByProfiles(read: ReadRoughCut): RoughCut {
  const { schedule, profiles, periods } = read;
  const table = new LoadTable(periodsOf(schedule, read.resources, periods));
  const scheduled = new PlaceMap<Map<number, FractionSum>>();
  for (const row of schedule) addRow(scheduled, row);
  for (const { row, amount, amountPerPeriod } of together(profiles)) {
    const { resource, offset = 0 } = row;
    const { periodFrom = (period: number) => period + offset } = row;
    for (const [period, quantity] of scheduled.get(row.item, row.site ?? ANY_SITE) ?? []) {
      // What is past due is so for all that it takes.
      const place = period === PAST_DUE ? PAST_DUE : periodFrom(period);
      table.add(resource, place, product(quantity.total, amount.total), row);
      table.add(resource, place, amountPerPeriod.total, row);
    }
  }
  return table.against(read.resources ?? named(profiles), periods);
}

/** What rows of one item, resource, component and offset take together. */
interface ProfileSum {
  readonly row: ReadProfileRow;
  readonly amount: FractionSum;
  readonly amountPerPeriod: FractionSum;
}

/** Adds up rows that fall into the same periods, so that a long quantity is multiplied only once. */
function together(profiles: readonly ReadProfileRow[]): Iterable<ProfileSum> {
  const sums = new Map<unknown, ProfileSum>();
  for (const row of profiles) {
    const { item, site, resource, component, offset = 0 } = row;
    const key = row.periodFrom ?? JSON.stringify([item, site, resource, component, offset]);
    const fresh = () => ({ row, amount: new FractionSum(), amountPerPeriod: new FractionSum() });
    const sum = sums.get(key) ?? fresh();
    sums.set(key, sum);
    sum.amount.add(row.amount);
    sum.amountPerPeriod.add(row.amountPerPeriod);
  }
  return sums.values();
}

/** Not in lowest terms, which for long numbers take long to find. */
function product(a: Ratio, b: Ratio): Ratio {
  return { num: a.num * b.num, den: a.den * b.den };
}

/** Adds the quantities of a row to those of its item, by period. */
function addRow(
  scheduled: PlaceMap<Map<number, FractionSum>>,
  { item, site = ANY_SITE, quantities, pastDue }: ReadScheduleRow,
): void {
  const sums = scheduled.get(item, site) ?? new Map<number, FractionSum>();
  scheduled.set(item, site, sums);
  for (const [period, quantity] of [[PAST_DUE, pastDue] as const, ...quantities.entries()]) {
    if (quantity.num === 0n) continue;
    const sum = sums.get(period) ?? new FractionSum();
    sums.set(period, sum);
    sum.add(quantity);
  }
}

/** How many periods there are: as said, else as many as the longest list has. */
function periodsOf(
  schedule: Doubtful<readonly ReadScheduleRow[]>,
  resources: Doubtful<readonly Resource[] | undefined>,
  periods: Doubtful<readonly ReadPeriod[] | undefined>,
): number {
  if (periods !== undefined) return periods.length;
  const lists = [
    ...(schedule ?? []).map((row) => row?.quantities),
    ...(resources ?? []).map((one) => one?.capacity),
  ];
  return lists.reduce<number>(
    (most, list) => Math.max(most, Array.isArray(list) ? list.length : 0),
    0,
  );
}

/** The resources that rows name, in the order in which they are met. */
function named(rows: readonly { readonly resource: string }[]): Resource[] {
  return [...new Set(rows.map((row) => row.resource))].map(machineOf);
}
