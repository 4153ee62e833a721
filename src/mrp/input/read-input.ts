import { ONE, PlanningInputError, type Ratio } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { readAllocations } from "./allocations.js";
import { refuseTiedAlternates } from "./alternates.js";
import { readBills } from "./bills.js";
import { type PlanningColumns, readColumns } from "./columns.js";
import type { Context } from "./context.js";
import { checkConventions, readConventions } from "./conventions.js";
import { cycleIssues } from "./cycles.js";
import { readDemands } from "./demands.js";
import { namesFollowUp } from "./discontinued.js";
import { refuseUnfitDrivers } from "./driven-by.js";
import { readHorizonEnd } from "./horizon.js";
import { IssueList } from "./issues.js";
import { itemFigures } from "./item-figures.js";
import { checkParameters, itemSiteParameters, readItemSites } from "./item-sites.js";
import { refuseFirmOrdersInLoops } from "./loops.js";
import { refuseNotSupported } from "./not-supported.js";
import { readCalendars, readItems, readSites, readSuppliers, uncountedItems } from "./places.js";
import { checkUnitCosts } from "./prices.js";
import type { Problem } from "./problem.js";
import { refusePartialQuotas } from "./quotas.js";
import { readDay } from "./read-day.js";
import { readMore } from "./read-more.js";
import { readOnce } from "./read-once.js";
import { parameterReader } from "./read-parameters.js";
import { readReservations } from "./reservations.js";
import { namedRoutings, refuseTiedRoutings } from "./routing-choice.js";
import { indexRoutings, operationFinder } from "./routing-index.js";
import { refuseUnfitRoutingLeadTimes } from "./routing-lead-times.js";
import { refuseOtherYields } from "./routing-yields.js";
import { readRoutings, soundRoutings } from "./routings.js";
import { checkShape } from "./shape.js";
import { readSources } from "./sources.js";
import { readStock } from "./stock.js";
import { readSupplierCapacities } from "./supplier-capacity.js";
import { readSupplies } from "./supplies.js";
import { checkTerms } from "./terms.js";
import { refuseTwinSources } from "./twin-sources.js";
import { readTools, readWorkCenters } from "./work-centers.js";

/**
 * The one door for rows: checks everything, and returns the input as numbers.
 *
 * @throws PlanningInputError with every mistake that was found
 */
export function readInput(input: unknown, columns?: PlanningColumns): Problem {
  try {
    return readRows(input, columns);
  } catch (error) {
    if (error instanceof PlanningInputError) throw error;
    // Fields that fail when they are read, or say something else the second time.
    return readRows(readOnce(input), columns);
  }
}

function readRows(input: unknown, given: PlanningColumns | undefined): Problem {
  const issues = new IssueList();
  const rows = checkShape(input, issues);
  if (rows === undefined) throw new PlanningInputError(issues.found);
  refuseNotSupported(rows, issues);
  checkConventions(rows.conventions ?? {}, issues);
  const context = readContext(rows, issues);
  const columns = readColumns(context, given);

  const itemSites = readItemSites(context);
  const parameters = itemSiteParameters(context, itemSites);
  checkParameters(context, itemSites, parameters);
  const { bills, columns: billColumns, coProducts, substitutes } = readBills(context);
  const billOf = placedTexts(bills, ({ version }) => version);
  const hasVersion = (item: number, site: number, version: string): boolean =>
    billOf(item, site, version) !== undefined;
  const workCenters = readWorkCenters(context);
  const tools = readTools(context);
  const routings = readRoutings(context, { workCenters, tools });
  const routingIndex = indexRoutings(context.sites.length, routings, () => namedRoutings(sources));
  const sources = readSources(context, {
    parameters: parameters.at,
    parameterRow: parameters.rowAt,
    hasVersion,
    routingOf: routingIndex.find,
  });
  const capacities = readSupplierCapacities(context);
  const sourceOf = placedTexts(sources, ({ id }) => id);

  const hasOperation = operationFinder(routingIndex, routings, sourceOf);
  const yieldOf = (item: number, site: number): Ratio => parameters.at(item, site).yield ?? ONE;
  const references = { sourceOf, hasVersion, hasOperation, yieldOf };
  const stock = columns.stock ?? readStock(context);
  const demands = columns.demands ?? readDemands(context, parameters.at);
  const supplies = columns.supplies ?? readSupplies(context, references);
  const allocations = readAllocations(context);
  const reservations = readReservations(context, { demands, supplies, stock });
  const days = [demands.day, [demands.lastDay], supplies.day, allocations.day];
  const horizonEnd = readHorizonEnd(context, days);
  refuseTiedAlternates(context, bills, sources, supplies);
  refuseTwinSources(context, sources);
  refusePartialQuotas(context, sources);
  checkUnitCosts(context);
  checkTerms(context);
  refuseUnfitDrivers(context, { bills, sources, parameters });
  refuseFirmOrdersInLoops(context, supplies);
  refuseTiedRoutings(context, routings, namedRoutings(sources));
  refuseOtherYields(context, routings, parameters);
  const made = { sources, bills, supplies, parameters, routings, index: routingIndex };
  refuseUnfitRoutingLeadTimes(context, made);
  const hasFollowUps = namesFollowUp(rows);
  // Items may follow each other in a ring where none of them is planned.
  if (issues.found.length > 0 || (hasFollowUps && cycleIssues(rows).length > 0)) {
    throw new PlanningInputError([...issues.found, ...cycleIssues(rows)]);
  }
  return {
    input: rows,
    columns: columns.given,
    startDay: context.startDay,
    horizonEnd,
    conventions: context.conventions,
    items: context.items,
    itemOf: context.itemOf,
    figures: itemFigures(context.items, itemSites, parameters, context.startDay),
    sites: context.sites,
    segments: context.segments,
    parameters(item, site) {
      const found = parameters.at(item, site);
      issues.refuse();
      return found;
    },
    itemSites: [...itemSites, ...demands.dropped],
    sources,
    workCenters: [...workCenters.values()].map(({ workCenter }) => workCenter!),
    tools,
    routings: soundRoutings(routings, namedRoutings(sources)),
    capacities,
    bills,
    billColumns,
    coProducts,
    substitutes,
    hasFollowUps,
    stock,
    demands,
    supplies,
    allocations,
    reservations,
    messages: context.messages,
    readMore: (more, at = parameters.at) => readMore(context, more, at, references),
    readParameters: parameterReader(context, itemSites, sources),
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
    uncounted: uncountedItems(input, items, issues),
    itemOf: new Map(items.map((item, k) => [item.id, k])),
    sites,
    siteOf: new Map(sites.map((site, k) => [site.id, k])),
    suppliers: readSuppliers(input, { issues, calendars }),
    segments: [],
    segmentOf: new Map(),
    ratios: new Map(),
    messages: [],
    saidOfParameters: new Set(),
  };
}

/** Finds the row of an item and site that has a text, such as a version. */
function placedTexts<Row extends { readonly item: number; readonly site: number }>(
  rows: readonly Row[],
  textOf: (row: Row) => string | undefined,
): (item: number, site: number, text: string) => Row | undefined {
  const keyOf = (item: number, site: number, text: string): string =>
    JSON.stringify([item, site, text]);
  const known = new Map<string, Row>();
  for (const row of rows) {
    const text = textOf(row);
    if (text !== undefined) known.set(keyOf(row.item, row.site, text), row);
  }
  return (item, site, text) => known.get(keyOf(item, site, text));
}
