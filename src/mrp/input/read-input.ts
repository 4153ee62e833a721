import type { PlanningInput } from "../schema/planning-input.js";
import { readBills } from "./bills.js";
import {
  demandColumns,
  type PlanningColumns,
  placedColumns,
  stockColumns,
  supplyColumns,
} from "./columns.js";
import { type Context, itemNumber, siteNumber } from "./context.js";
import { readConventions } from "./conventions.js";
import { IssueList, show } from "./issues.js";
import { refuseNotSupported } from "./not-supported.js";
import { type ParameterRow, parameterRow, readParameters } from "./parameters.js";
import { readCalendars, readItems, readSites, readSuppliers } from "./places.js";
import { NONE, type Parameters, type Problem } from "./problem.js";
import { readAllocations, readDemands, readStock, readSupplies } from "./rows.js";
import { checkShape, readDay } from "./shape.js";
import { readSources } from "./sources.js";

/**
 * The one door for rows: checks everything, and returns the input as numbers.
 *
 * @throws PlanningInputError with every mistake that was found
 */
export function readInput(input: unknown, columns?: PlanningColumns): Problem {
  const issues = new IssueList();
  if (!checkShape(input, issues)) issues.refuse();
  const given = input as PlanningInput;
  refuseNotSupported(given, issues);
  const context = readContext(given, issues);

  const itemSites = readItemSites(context);
  const atSite = new Map(itemSites.map((row) => [row.item * context.sites.length + row.site, row]));
  const parameterRowOf = (item: number, site: number): ParameterRow =>
    parameterRow(given.items![item]!, item, atSite.get(item * context.sites.length + site)?.given);
  const parameters = memoParameters(context, atSite, parameterRowOf);
  for (let item = 0; item < context.items.length; item++) {
    if (context.sites.length === 1 || itemSites.length === 0) parameters(item, 0);
  }
  for (const row of itemSites) parameters(row.item, row.site);

  const bills = readBills(context);
  const versions = new Set(
    bills.map((bill) => JSON.stringify([bill.item, bill.site, bill.version])),
  );
  const hasVersion = (item: number, site: number, version: string): boolean =>
    versions.has(JSON.stringify([item, site, version]));
  const sources = readSources(context, { parameters, parameterRow: parameterRowOf, hasVersion });
  const sourceIds = new Set(
    sources.flatMap(({ item, site, id }) =>
      id === undefined ? [] : JSON.stringify([item, site, id]),
    ),
  );

  const stockGiven = placedColumns(context, columns, "stock");
  const stock = stockGiven ? stockColumns(stockGiven, context.startDay) : readStock(context);
  const demandsGiven = placedColumns(context, columns, "demands");
  const demands = demandsGiven
    ? demandColumns(demandsGiven)
    : readDemands(context, (item, site) => parameters(item, site).consumeForecast);
  const suppliesGiven = placedColumns(context, columns, "supplies");
  const supplies = suppliesGiven
    ? supplyColumns(suppliesGiven, columns?.supplies?.frozen)
    : readSupplies(context, sourceIds, hasVersion);
  const allocations = readAllocations(context);
  const { startDay } = context;
  const lastDay = latestDay(context, [stock, demands, supplies, allocations].slice(1));
  const horizonEnd =
    given.horizonEnd === undefined
      ? Math.max(lastDay, lastUntil(context), lastStep(context, parameters))
      : readDay(given.horizonEnd, ["horizonEnd"], issues);
  if (given.horizonEnd !== undefined && horizonEnd < startDay) {
    const message = `The horizonEnd (${show(given.horizonEnd)}) must not lie before startDate (${show(given.startDate)}).`;
    issues.add("contradiction", ["horizonEnd"], message);
  }
  issues.refuse();
  return {
    input: given,
    startDay,
    horizonEnd,
    conventions: context.conventions,
    items: context.items,
    sites: context.sites,
    segments: context.segments,
    parameters,
    itemSites,
    sources,
    bills,
    stock,
    demands,
    supplies,
    allocations,
    messages: context.messages,
  };
}

function readContext(input: PlanningInput, issues: IssueList): Context {
  const calendars = readCalendars(input, issues);
  const sites = readSites(input, { issues, calendars });
  const items = readItems(input, issues);
  return {
    input,
    issues,
    conventions: readConventions(input.conventions),
    startDay: readDay(input.startDate, ["startDate"], issues),
    calendars,
    items,
    itemOf: new Map(items.map((item, k) => [item.id, k])),
    sites,
    siteOf: new Map(sites.map((site, k) => [site.id, k])),
    suppliers: readSuppliers(input, { issues, calendars }),
    segments: [],
    segmentOf: new Map(),
    messages: [],
    saidOfParameters: new Set(),
  };
}

type ItemSiteRow = NonNullable<PlanningInput["itemSites"]>[number];

interface ItemSite {
  readonly item: number;
  readonly site: number;
  readonly given: { readonly row: ItemSiteRow; readonly number: number };
}

function readItemSites(context: Context): ItemSite[] {
  const rows: ItemSite[] = [];
  const seen = new Set<number>();
  for (const [k, row] of (context.input.itemSites ?? []).entries()) {
    const item = itemNumber(context, row.item, ["itemSites", k, "item"]);
    const site = siteNumber(context, row.site, ["itemSites", k, "site"]);
    if (item === NONE || site === NONE) continue;
    const key = item * context.sites.length + site;
    if (seen.has(key)) {
      const message = `The item ${show(row.item)} has two rows for one site. Keep one.`;
      context.issues.add("duplicateId", ["itemSites", k], message, { id: row.item });
      continue;
    }
    seen.add(key);
    rows.push({ item, site, given: { row, number: k } });
  }
  return rows;
}

/** Parameters of an item-site, read once; sites without a row of their own share the item's. */
function memoParameters(
  context: Context,
  atSite: ReadonlyMap<number, ItemSite>,
  parameterRowOf: (item: number, site: number) => ParameterRow,
): (item: number, site: number) => Parameters {
  const known = new Map<number, Parameters>();
  const sites = context.sites.length;
  return (item, site) => {
    const own = atSite.has(item * sites + site);
    const key = own ? item * sites + site : -1 - item;
    let parameters = known.get(key);
    if (parameters === undefined) {
      parameters = readParameters(context, context.items[item]!, parameterRowOf(item, site));
      known.set(key, parameters);
    }
    return parameters;
  };
}

/** The default of horizonEnd: the latest of T0 and all due days. */
function latestDay(context: Context, lists: readonly { readonly day: Int32Array }[]): number {
  let latest = context.startDay;
  for (const { day } of lists) {
    for (let r = 0; r < day.length; r++) {
      if (day[r]! > latest) latest = day[r]!;
    }
  }
  return latest;
}

function lastUntil(context: Context): number {
  let latest = context.startDay;
  for (const row of context.input.demands ?? []) {
    if (row.until === undefined) continue;
    latest = Math.max(latest, readDay(row.until, ["demands"], context.issues));
  }
  return latest;
}

function lastStep(
  context: Context,
  parameters: (item: number, site: number) => Parameters,
): number {
  let latest = context.startDay;
  const look = (item: number, site: number): void => {
    for (const step of parameters(item, site).safetyStock) latest = Math.max(latest, step.day);
  };
  for (const [item, row] of (context.input.items ?? []).entries()) {
    if (Array.isArray(row.safetyStock)) look(item, 0);
  }
  for (const [k, row] of (context.input.itemSites ?? []).entries()) {
    if (!Array.isArray(row.safetyStock)) continue;
    const item = context.itemOf.get(row.item);
    const site = row.site === undefined ? 0 : context.siteOf.get(row.site);
    if (item !== undefined && site !== undefined && k >= 0) look(item, site);
  }
  return latest;
}
