import {
  addMistake,
  addRatios,
  type Bucket,
  type Calendar,
  type Check,
  type Decimal,
  type ExactNumber,
  exactNumber,
  formatRatio,
  type Issue,
  identifier,
  listOf,
  mustBe,
  objectOf,
  optional,
  type Place,
  parseRatio,
  type Ratio,
  ratioToDecimal,
  UNSOUND,
  wrongType,
} from "../../core/index.js";
import { capacityModel, type Plan, planInput } from "../../mrp/index.js";
import type { CostingLotOrigin } from "./costing-lot.js";
import { inWorkingDays, type Lag } from "./lag.js";
import { type MadeStructure, madeStructure } from "./made-structure.js";
import { PlaceMap } from "./place-map.js";
import { PlanRows } from "./plan-rows.js";
import { unitLoads } from "./unit-load.js";

/** An item, at a site where there are several. */
export interface ScheduledItem {
  readonly item: string;
  /** May be left out where there is only one site. */
  readonly site?: string | undefined;
}

/** A costing lot, as it is asked for. */
export interface CostingLotInput extends ScheduledItem {
  /** Good quantity in stock units, above 0. */
  readonly lot: ExactNumber;
}

/** The lot over which the set-up of an item was spread, and where it was taken from. */
export interface TakenLot {
  readonly item: string;
  readonly site: string;
  readonly lot: Decimal;
  readonly origin: CostingLotOrigin;
}

/** Hours of a unit of an end item, exact. */
export interface DerivedLoad {
  readonly item: string;
  readonly site: string;
  readonly resource: string;
  readonly component: string;
  /** Whole buckets from that in which the end item is due, 0 or less mostly; days: working days. */
  readonly offset: number;
  /** From the day on which it is due to that of the end item. */
  readonly lag: Lag;
  readonly amount: Ratio;
}

/** What was derived from a plan's bills and routings. */
export interface DerivedLoads {
  readonly tops: readonly { readonly item: string; readonly site: string }[];
  readonly loads: readonly DerivedLoad[];
  readonly lots: readonly TakenLot[];
  /** How many sites the plan has. */
  readonly sites: number;
}

/** What is derived. */
export interface Derivation {
  /** The end items; when left out, what is made and goes into nothing else, and master scheduled items. */
  readonly items: readonly ScheduledItem[] | undefined;
  readonly lots: readonly {
    readonly item: string;
    readonly site?: string | undefined;
    readonly lot: Ratio;
  }[];
  /** Length of the buckets of offsets; `undefined`: all falls in the one in which the item is due. */
  readonly bucket: Bucket | undefined;
  /** Whether loads with one offset are told apart by their lag. */
  readonly hasLags: boolean;
}

/** Checks end items. */
export const scheduledItems = listOf(objectOf({ item: identifier, site: optional(identifier) }), 1);

const positive: Check<Ratio> = (value, place) => {
  const read = exactNumber(0)(value, place);
  if (read === UNSOUND || read.num > 0n) return read;
  addMistake(place, "outOfRange", mustBe(value, place, "be above 0"), { value });
  return UNSOUND;
};

/** Checks costing lots. */
export const costingLots = listOf(
  objectOf({ item: identifier, site: optional(identifier), lot: positive }),
);

/** Days of a bucket on average; those of a month over four hundred years. */
const DAYS: Readonly<Record<"week" | "month", Ratio>> = {
  week: { num: 7n, den: 1n },
  month: { num: 146097n, den: 4800n },
};

/**
 * Derives the hours of units of end items from bills and routings.
 *
 * @param issues - takes end items that are not made in the plan, and lots of items that it does not have
 */
export function derivedLoads(plan: Plan, asked: Derivation, issues: Issue[]): DerivedLoads {
  const rows = new PlanRows(planInput(plan), capacityModel(plan));
  const given = new PlaceMap<Ratio>();
  for (const [n, row] of asked.lots.entries()) {
    given.set(row.item, rows.siteOf(row), row.lot);
    refuseWrongSite(rows, row.site, { path: ["lots", n, "site"], issues });
    if (rows.hasItem(row.item)) continue;
    const at = { path: ["lots", n, "item"], issues };
    addMistake(at, "unknownId", mustBe(row.item, at, "be an item of the plan"), { id: row.item });
  }
  const structure = madeStructure(rows, given);
  const tops = topsOf(structure, rows, asked, issues);
  // An end item inside another is left out of it, since it has a schedule of its own.
  const apart = new Set(tops);
  const { bucket, hasLags } = asked;
  const siteOf = new Map(rows.model.workCenters.map(({ id, site }) => [id, site]));
  const loads = tops.flatMap((top) => {
    const { item, site } = structure.items[top]!;
    const each = unitLoads(structure, top, (place) => apart.has(place), bucket !== undefined);
    const placed = each.map(({ component, workCenter: resource, lag, hours: amount }) => {
      const calendar = rows.model.calendarOf(siteOf.get(resource)!);
      const offset = bucket === undefined ? 0 : offsetOf(lag, bucket, calendar);
      return { item, site, resource, component, offset, lag, amount };
    });
    return summed(placed, hasLags);
  });
  const lots = structure.items.flatMap(({ item, site, lot, hours }): TakenLot[] =>
    hours.size === 0 ? [] : [{ item, site, lot: ratioToDecimal(lot.quantity), origin: lot.origin }],
  );
  return { tops: tops.map((top) => structure.items[top]!), loads, lots, sites: rows.siteCount };
}

/** An amount as a text that is read back exactly, or to 60 decimals where it has no short fraction. */
export function amountText(amount: Ratio): string {
  const exact = formatRatio(amount);
  return parseRatio(exact) === undefined
    ? ratioToDecimal(amount).toDecimalPlaces(60).toFixed()
    : exact;
}

/** Places of the end items. */
function topsOf(
  { items, numberOf, below }: MadeStructure,
  rows: PlanRows,
  { items: asked }: Derivation,
  issues: Issue[],
): number[] {
  if (asked === undefined) {
    const taken = new Set(below.flat());
    return items.flatMap(({ item, site, isMade }, place) => {
      const isMaster = rows.parameters(item, site).method === "mps";
      return isMade && (isMaster || !taken.has(place)) ? [place] : [];
    });
  }
  const tops = new Set<number>();
  for (const [n, row] of asked.entries()) {
    const place = numberOf.get(row.item, rows.siteOf(row));
    if (refuseWrongSite(rows, row.site, { path: ["items", n, "site"], issues })) continue;
    if (place === undefined) {
      const at = { path: ["items", n, "item"], issues };
      const what = "have a bill, a source or a routing in the plan";
      addMistake(at, "unknownId", mustBe(row.item, at, what), { id: row.item });
    } else tops.add(place);
  }
  return [...tops];
}

/** Notes a site that the plan has not, or that none is named where there are several (K19). */
function refuseWrongSite(rows: PlanRows, site: string | undefined, place: Place): boolean {
  if (site === undefined) {
    if (rows.siteCount > 1) wrongType(site, place, "a site, since the plan has several");
    return rows.siteCount > 1;
  }
  if (rows.hasSite(site)) return false;
  addMistake(place, "unknownId", mustBe(site, place, "be a site of the plan"), { id: site });
  return true;
}

/** Whole buckets, towards the one in which the end item is due; of days those that work. */
function offsetOf(lag: Lag, bucket: Bucket, calendar: Calendar): number {
  if (bucket === "day") return -inWorkingDays(lag, calendar) + 0;
  const { days } = lag;
  const { num, den } = DAYS[bucket];
  // Division of big integers drops the fraction, on both sides of 0.
  return -Number((days.num * den) / (days.den * num)) + 0;
}

/** Rows of one component, resource and offset, or lag, as one. */
function summed(loads: readonly DerivedLoad[], hasLags: boolean): DerivedLoad[] {
  const sums = new Map<string, Map<string, Map<string, DerivedLoad>>>();
  for (const load of loads) {
    const byResource = sums.get(load.component) ?? new Map<string, Map<string, DerivedLoad>>();
    sums.set(load.component, byResource);
    const byOffset = byResource.get(load.resource) ?? new Map<string, DerivedLoad>();
    byResource.set(load.resource, byOffset);
    const { calendar, working } = load.lag;
    const key = hasLags ? `${calendar} ${working}` : `${load.offset}`;
    const before = byOffset.get(key);
    const amount = before === undefined ? load.amount : addRatios(before.amount, load.amount);
    byOffset.set(key, { ...load, amount });
  }
  return [...sums.values()].flatMap((one) =>
    [...one.values()].flatMap((byOffset) => [...byOffset.values()]),
  );
}
