import fc from "fast-check";
import type { PlanningInput } from "../../../src/index.js";
import { bills, writeBills } from "./bills.js";
import { coProducts, withCoProducts } from "./co-products.js";
import { calendars, conventions, writeCalendars, writeConventions } from "./conventions.js";
import { allocations, demands, writeAllocations, writeDemands } from "./demands.js";
import { discontinuations, withDiscontinued } from "./discontinued.js";
import { drivers, withDrivers } from "./driven-by.js";
import { forecasts, writeForecasts } from "./forecasts.js";
import {
  itemFigures,
  itemSite,
  itemSiteFigures,
  items,
  sceneItem,
  unitRows,
  writeItem,
  writeItemSite,
} from "./items.js";
import { loops, withLoops } from "./loops.js";
import { draft, given, often, rareFlag, sometimes, type Value } from "./optional.js";
import type { ParameterFigures } from "./parameters.js";
import { reservations, withReservations } from "./reservations.js";
import { shop, withRoutings } from "./routings.js";
import { datesFrom, type Feature, features, pick, type Scene, startDate } from "./scene.js";
import { sourceGroups, withAsked, withEqualRanks, writeSourceGroups } from "./source-groups.js";
import { sources, suppliers, writeSources, writeSuppliers } from "./sources.js";
import { stock, writeStock } from "./stock.js";
import { substitutes, withSubstitutes } from "./substitutes.js";
import { supplies, writeSupplies } from "./supplies.js";

const problemDraft = draft({
  features,
  hasShop: rareFlag,
  startsOn: fc.nat(9),
  horizon: sometimes(fc.nat(35)),
  currency: often(fc.constant("EUR")),
  conventions,
  calendars,
  sites: fc.array(draft({ calendar: sometimes(fc.nat(2)) }), { maxLength: 3 }),
  items,
  itemSites: fc.array(itemSite, { maxLength: 4 }),
  bills: fc.array(bills, { minLength: 9, maxLength: 9 }),
  suppliers,
  sources,
  sourceGroups,
  stock,
  supplies,
  demands,
  forecasts,
  allocations,
  coProducts,
  substitutes,
  discontinuations,
  loops,
  drivers,
  shop,
  reservations,
});

type ProblemDraft = Value<typeof problemDraft>;

/** Any valid planning input of what this version plans with. */
export const problem: fc.Arbitrary<PlanningInput> = problemDraft.map((of) =>
  writeProblem(of, (feature) => featuresOf(of).includes(feature)),
);

/**
 * What a problem is made of where nothing is asked for. Shop floors are seldom: the laws of capacity ask
 * for them, and to all others they are a lead time that takes long to compute.
 */
function featuresOf({ features, hasShop }: ProblemDraft): readonly Feature[] {
  return hasShop ? features : features.filter((feature) => feature !== "routings");
}

/** A valid planning input without some features, and with some others. */
export function problemOf(choice: {
  readonly with?: readonly Feature[];
  readonly without: readonly Feature[];
}): fc.Arbitrary<PlanningInput> {
  return problemDraft.map((of) => {
    const has = new Set([...featuresOf(of), ...(choice.with ?? [])]);
    for (const feature of choice.without) has.delete(feature);
    return writeProblem(of, (feature) => has.has(feature));
  });
}

/** A valid planning input without some features. */
export function problemWithout(...without: readonly Feature[]): fc.Arbitrary<PlanningInput> {
  return problemOf({ without });
}

/** What a *plain* problem has not, as the laws of planning call it. */
export const PLAIN = [
  "coProducts",
  "substitutes",
  "discontinued",
  "expiry",
  "datedBills",
  "datedSources",
  "leadTimePerUnit",
  "phantomStock",
  "stockLanes",
] as const satisfies readonly Feature[];

function writeProblem(of: ProblemDraft, has: Scene["has"]): PlanningInput {
  const date = datesFrom(of.startsOn);
  const calendarRows = writeCalendars(has, date, of.calendars);
  const calendarIds = calendarRows.map(({ id }) => id);
  const siteRows = has("sites") ? writeSites(of.sites, calendarIds) : [];
  const written = of.items.map((one, n) => ({ one, on: sceneItem(has, one, n) }));
  const itemsOf = written.map(({ one, on }) => itemFigures(has, one, on));
  const base: Scene = {
    has,
    date,
    rounds: has("conventions") && of.conventions.excessDigits === "round",
    items: written.map(({ on }) => on),
    sites: siteRows.map(({ id }) => id),
    calendars: calendarIds,
    figures: (item) => itemsOf[item] ?? {},
    versions: () => [],
    sources: () => [],
  };
  const places = placesOf(base, of.itemSites, itemsOf);
  const withSites = {
    ...base,
    figures: (item: number, site: number) => ({
      ...itemsOf[item],
      ...places.get(`${item} ${site}`)?.figures,
    }),
  };
  const boms = writeBills(withSites, of.bills);
  const isAt = (row: { item: string; site?: string }, item: number, site: number) =>
    row.item === base.items[item]?.id && row.site === base.sites[site];
  const withBills: Scene = {
    ...withSites,
    versions: (item, site) =>
      boms.flatMap((row) => (isAt(row, item, site) && row.version ? [row.version] : [])),
  };
  const supplierRows = writeSuppliers(base, of.suppliers, calendarIds);
  const supplierIds = supplierRows.map(({ id }) => id);
  const plainSources = has("sources") ? writeSources(withBills, of.sources, supplierIds) : [];
  const groups = writeSourceGroups(withBills, of.sourceGroups, supplierIds);
  const sourceRows = withEqualRanks([...plainSources, ...groups]);
  const scene: Scene = {
    ...withBills,
    sources: (item, site) =>
      sourceRows.flatMap((row) =>
        isAt(row, item, site) ? [{ id: row.id, kind: row.kind, from: row.from }] : [],
      ),
  };
  const onItem = (n: number) => siteRows.length < 2 && of.items[n]?.onHand !== undefined;
  const lists = {
    calendars: calendarRows,
    units: has("units") ? unitRows : [],
    sites: siteRows,
    items: of.items.map((one, n) => writeItem(scene, one, n, itemsOf[n] ?? {})),
    itemSites: [...places.values()].map(({ of: one, item, site, figures }) =>
      writeItemSite(scene, one, { item, site }, figures, onItem(item)),
    ),
    boms,
    suppliers: supplierRows,
    sources: sourceRows,
    stock: writeStock(scene, of.stock),
    supplies: writeSupplies(scene, of.supplies, supplierIds),
    demands: [
      ...writeDemands(scene, of.demands),
      ...writeForecasts(scene, of.forecasts, of.demands),
    ],
    allocations: writeAllocations(scene, of.allocations),
  };
  const input = given({
    startDate: startDate(of.startsOn),
    horizonEnd: of.horizon === undefined ? undefined : date(of.horizon),
    currency: has("prices") ? of.currency : undefined,
    conventions: writeConventions(has, of.conventions),
    ...Object.fromEntries(Object.entries(lists).filter(([, rows]) => rows.length > 0)),
  }) as PlanningInput;
  return withRelations(scene, of, input);
}

/** What ties items to each other beyond bills and lanes; loops are closed round all of it, and last some co-products drive. */
function withRelations(scene: Scene, of: ProblemDraft, plain: PlanningInput): PlanningInput {
  let input = withAsked(scene, of.sourceGroups, plain);
  if (scene.has("coProducts")) input = withCoProducts(scene, of.coProducts, input);
  if (scene.has("substitutes")) input = withSubstitutes(scene, of.substitutes, input);
  if (scene.has("discontinued")) input = withDiscontinued(scene, of.discontinuations, input);
  if (scene.has("routings")) input = withRoutings(scene, of.shop, input);
  if (scene.has("loops")) input = withLoops(scene, of.loops, input);
  if (scene.has("coProducts")) input = withDrivers(scene, of.drivers, input);
  return scene.has("reservations") ? withReservations(scene, of.reservations, input) : input;
}

/** Site ids against the order of the rows. */
function writeSites(of: ProblemDraft["sites"], calendars: readonly string[]) {
  return of.map(({ calendar }, n) =>
    given({
      id: `${"QMA"[n]}`,
      calendar: calendar === undefined ? undefined : pick(calendars, calendar),
    }),
  );
}

/** The places with parameters of their own: the first row of each. */
function placesOf(
  scene: Scene,
  rows: ProblemDraft["itemSites"],
  itemsOf: readonly ParameterFigures[],
) {
  const places = new Map<
    string,
    { of: Value<typeof itemSite>; item: number; site: number; figures: ParameterFigures }
  >();
  for (const of of rows) {
    const item = of.item % scene.items.length;
    const site = of.site % Math.max(1, scene.sites.length);
    const on = scene.items[item];
    if (on === undefined || places.has(`${item} ${site}`)) continue;
    const figures = itemSiteFigures(scene.has, of, on, itemsOf[item] ?? {});
    places.set(`${item} ${site}`, { of, item, site, figures });
  }
  return places;
}
