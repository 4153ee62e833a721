/**
 * The input, looked up: items, sites, calendars, bills and sources by their keys, the conventions
 * with their canonical values, and quantities converted to whole 10^-decimals of their item (Q1,
 * Q5).
 */
import type { Calendar, Day } from "./calendar.js";
import { calendarOf, everyDay, readDay } from "./calendar.js";
import type { Fraction } from "./numbers.js";
import { isWhole, ONE, powerOfTen, readRatio, roundHalfUp, times } from "./numbers.js";
import type { ReferenceMessage } from "./plan.js";
import type {
  BomRow,
  ItemRow,
  ItemSiteRow,
  Num,
  ParameterRow,
  PlanningInput,
  SourceRow,
} from "./types.js";

export interface Problem {
  readonly input: PlanningInput;
  readonly startDay: Day;
  readonly horizonDay: Day;
  readonly conventions: Required<
    Omit<NonNullable<PlanningInput["conventions"]>, "expediteWithin">
  > & {
    readonly expediteWithin: number | undefined;
  };
  readonly siteIds: readonly string[];
  readonly items: ReadonlyMap<string, ItemRow>;
  readonly itemSites: ReadonlyMap<string, { row: ItemSiteRow; index: number }>;
  readonly boms: ReadonlyMap<string, BomRow[]>;
  readonly sources: ReadonlyMap<string, { row: SourceRow; index: number }[]>;
  readonly messages: ReferenceMessage[];
  /** Those of firm orders, which name a supply: it keeps its id though planned orders are named anew. */
  readonly ofSupplies: Set<ReferenceMessage>;
}

export type Path = (string | number)[];

export function key(...parts: (string | null)[]): string {
  return JSON.stringify(parts);
}

/** With one site, its name is "main" or that of the only row of sites (K19). */
function siteIdsOf(input: PlanningInput): string[] {
  const sites = input.sites ?? [];
  return sites.length === 0 ? ["main"] : sites.map((site) => site.id);
}

/** The site of a row: its own, or the only one there is (K19). */
export function siteOf(problem: Pick<Problem, "siteIds">, row: { site?: string }): string {
  return row.site ?? problem.siteIds[0] ?? "main";
}

/**
 * N12: the latest of T0 and the due dates (and `until`) of demands, supplies, allocations and floor
 * steps.
 */
function horizonOf(input: PlanningInput, startDay: Day): Day {
  if (input.horizonEnd !== undefined) {
    return readDay(input.horizonEnd);
  }
  let latest = startDay;
  const see = (date: string | undefined) => {
    if (date !== undefined) {
      latest = Math.max(latest, readDay(date));
    }
  };
  for (const demand of input.demands ?? []) {
    see(demand.due);
    see(demand.until);
  }
  for (const row of [...(input.supplies ?? []), ...(input.allocations ?? [])]) {
    see(row.due);
  }
  const parameterRows: ParameterRow[] = [...(input.items ?? []), ...(input.itemSites ?? [])];
  for (const row of parameterRows) {
    if (Array.isArray(row.safetyStock)) {
      for (const stepRow of row.safetyStock) {
        see(stepRow.from);
      }
    }
  }
  return latest;
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) {
      groups.set(keyOf(row), [row]);
    } else {
      group.push(row);
    }
  }
  return groups;
}

export function readProblem(input: PlanningInput): Problem {
  const siteIds = siteIdsOf(input);
  const at = (row: { item: string; site?: string }) => key(row.item, siteOf({ siteIds }, row));
  const indexed = <T>(rows: readonly T[]) => rows.map((row, index) => ({ row, index }));
  const given = input.conventions ?? {};
  const startDay = readDay(input.startDate);
  return {
    input,
    startDay,
    horizonDay: horizonOf(input, startDay),
    conventions: {
      grouping: given.grouping ?? "day",
      rescheduling: given.rescheduling ?? "assume",
      resize: given.resize ?? false,
      pastDue: given.pastDue ?? "report",
      expediteWithin: given.expediteWithin,
      safetyStock: given.safetyStock ?? "floor",
      excessDigits: given.excessDigits ?? "reject",
      trigger: given.trigger ?? "below",
      maxOrders: given.maxOrders ?? 10_000_000,
      effectivity: given.effectivity ?? "start",
      phantomStock: given.phantomStock ?? "net",
      deferTolerance: given.deferTolerance ?? 0,
      cycles: given.cycles ?? "reject",
      pastForecastDays: given.pastForecastDays ?? 0,
      weekStart: given.weekStart ?? "mon",
    },
    siteIds,
    items: new Map((input.items ?? []).map((item) => [item.id, item])),
    itemSites: new Map(indexed(input.itemSites ?? []).map((entry) => [at(entry.row), entry])),
    boms: grouped(input.boms ?? [], at),
    sources: grouped(indexed(input.sources ?? []), (entry) => at(entry.row)),
    messages: [],
    ofSupplies: new Set(),
  };
}

export function calendarNamed(problem: Problem, id: string | undefined): Calendar | undefined {
  const row = (problem.input.calendars ?? []).find((calendar) => calendar.id === id);
  return row === undefined ? undefined : memoised(row);
}

const calendars = new WeakMap<object, Calendar>();
function memoised(row: NonNullable<PlanningInput["calendars"]>[number]): Calendar {
  const known = calendars.get(row) ?? calendarOf(row);
  calendars.set(row, known);
  return known;
}

export function siteCalendar(problem: Problem, site: string): Calendar {
  const row = (problem.input.sites ?? []).find((candidate) => candidate.id === site);
  return calendarNamed(problem, row?.calendar) ?? everyDay;
}

/** The calendar in which the lead time of a source is counted (T3). */
export function leadTimeCalendar(
  problem: Problem,
  site: string,
  source: { kind: string; calendar?: string; supplier?: string; from?: string },
): Calendar {
  const own = calendarNamed(problem, source.calendar);
  if (own !== undefined) {
    return own;
  }
  if (source.kind === "transfer" && source.from !== undefined) {
    return siteCalendar(problem, source.from);
  }
  const supplier = (problem.input.suppliers ?? []).find((row) => row.id === source.supplier);
  const suppliers = source.kind === "make" ? undefined : supplier?.calendar;
  return calendarNamed(problem, suppliers) ?? siteCalendar(problem, site);
}

export function itemRow(problem: Problem, id: string): ItemRow {
  const row = problem.items.get(id);
  if (row === undefined) {
    throw new Error(`There is no item "${id}".`);
  }
  return row;
}

export function isPhantom(problem: Problem, id: string): boolean {
  return itemRow(problem, id).phantom === true;
}

/** Its own, else that of its unit, else 6. */
export function decimalsOf(problem: Problem, id: string): number {
  const item = itemRow(problem, id);
  const unit = (problem.input.units ?? []).find((row) => row.id === item.unit);
  return item.decimals ?? unit?.decimals ?? 6;
}

/** How many stock units of the item one `unit` holds (Q5). */
export function contains(problem: Problem, id: string, unit: string | undefined): Fraction {
  const item = itemRow(problem, id);
  if (unit === undefined || unit === item.unit) {
    return ONE;
  }
  const row = item.units?.find((candidate) => candidate.unit === unit);
  if (row === undefined) {
    throw new Error(`The item "${id}" is not counted in "${unit}".`);
  }
  return readRatio(row.contains);
}

export function adjusted(problem: Problem, path: Path, item: string, reason: string): void {
  const same = problem.messages.some(
    (message) => JSON.stringify(message.path) === JSON.stringify(path),
  );
  if (!same) {
    problem.messages.push({ code: "inputAdjusted", path, item, reason });
  }
}

/**
 * A quantity in whole 10^-decimals of its item; a finer one is rounded half up and reported (Q1).
 */
export function quantityOf(
  problem: Problem,
  id: string,
  value: Num,
  path: Path,
  unit?: string,
): bigint {
  const exact = times(
    times(readRatio(value), contains(problem, id, unit)),
    powerOfTen(decimalsOf(problem, id)),
  );
  if (!isWhole(exact)) {
    adjusted(problem, path, id, "rounded half up to the decimals of the item");
  }
  return roundHalfUp(exact);
}

/**
 * What converts finer from another unit is rounded and reported: stock and supply down (Q5), needs
 * up (Q2).
 */
export function quantityConverted(
  problem: Problem,
  id: string,
  value: Fraction,
  path: Path,
  unit: string,
  round: (exact: Fraction) => bigint,
): bigint {
  const exact = times(
    times(value, contains(problem, id, unit)),
    powerOfTen(decimalsOf(problem, id)),
  );
  if (!isWhole(exact)) {
    adjusted(problem, path, id, "rounded to the decimals of the item");
  }
  return round(exact);
}
