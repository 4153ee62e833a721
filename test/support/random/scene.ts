import fc from "fast-check";
import { formatDay, parseDay } from "../../../src/core/index.js";
import type { ParameterFigures } from "./parameters.js";

/**
 * What a random problem may be made of. Each problem switches some of it on: problems that use
 * everything at once reach less far into each feature than problems that use a few.
 */
const FEATURES = [
  "allocations",
  "buffers",
  "calendars",
  "capacities",
  "chain",
  "coProducts",
  "completed",
  "components",
  "consumption",
  "conventions",
  "datedBills",
  "datedSources",
  "decimals",
  "deferTolerance",
  "discontinued",
  "expediteWithin",
  "expiry",
  "fences",
  "firmOrders",
  "fixedLines",
  "forecasts",
  "forward",
  "frozen",
  "leadTimePerUnit",
  "limitedSources",
  "lineMultiples",
  "loops",
  "lotCosts",
  "lotSizing",
  "methods",
  "modifiers",
  "months",
  "negativeStock",
  "offsets",
  "phantoms",
  "phantomStock",
  "prices",
  "quotas",
  "receivingAndRelease",
  "reservations",
  "resize",
  "routings",
  "safetyStock",
  "safetyTime",
  "scheduled",
  "scrap",
  "segments",
  "sites",
  "sources",
  "status",
  "stockLanes",
  "strangeIds",
  "subcontract",
  "substitutes",
  "supplies",
  "units",
  "yield",
] as const;

export type Feature = (typeof FEATURES)[number];

/** Which features a problem uses; it shrinks to none. */
export const features: fc.Arbitrary<readonly Feature[]> = fc.oneof(
  { weight: 3, arbitrary: fc.subarray([...FEATURES]) },
  { weight: 1, arbitrary: fc.constant(FEATURES) },
);

/** An item as the rows that name it must know it. */
export interface SceneItem {
  readonly id: string;
  readonly decimals: number;
  readonly phantom: boolean;
  readonly consumesForecast: boolean;
  /** Stock units that a box and a pack hold; none when it is only counted in its stock unit. */
  readonly box: number | undefined;
  readonly pack: number | string | undefined;
}

/** A source as supplies must know it, which may name it by its id. */
export interface SceneSource {
  readonly id: string | undefined;
  readonly kind: string;
  readonly from: string | undefined;
}

/** What is known of a problem while its rows are written. */
export interface Scene {
  readonly has: (feature: Feature) => boolean;
  readonly date: (daysFromStart: number) => string;
  /** Whether digits beyond an item's decimals are rounded (Q1). */
  readonly rounds: boolean;
  /** Parents come before their components. */
  readonly items: readonly SceneItem[];
  /** None when the problem has no rows of sites. */
  readonly sites: readonly string[];
  readonly calendars: readonly string[];
  /** Parameters of an item at a site, in counts, for rows that must not contradict them. */
  readonly figures: (item: number, site: number) => ParameterFigures;
  readonly versions: (item: number, site: number) => readonly string[];
  readonly sources: (item: number, site: number) => readonly SceneSource[];
}

/** A Monday; random problems start on one of the days after it, over the end of a month. */
const FIRST_MONDAY = parseDay("2026-01-26")!;

export function startDate(offset: number): string {
  return formatDay(FIRST_MONDAY + offset);
}

/** Writes a day as so many days after the planning start. */
export function datesFrom(offset: number): (daysFromStart: number) => string {
  return (days) => formatDay(FIRST_MONDAY + offset + days);
}

/** One of some things, by a random number. */
export function pick<Thing>(from: readonly Thing[], number: number): Thing | undefined {
  return from.length === 0 ? undefined : from[number % from.length];
}
