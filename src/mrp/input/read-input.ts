import { ONE, PlanningInputError, type Ratio } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { readAllocations } from "./allocations.js";
import { refuseTiedAlternates } from "./alternates.js";
import { billSteps } from "./bills.js";
import { UnsoundRow } from "./bulk-check.js";
import { byItemSite } from "./by-item-site.js";
import { asPart, BULK_ROWS, drained, inChunks, type Steps } from "./chunks.js";
import { type PlanningColumns, readColumns } from "./columns.js";
import type { Context } from "./context.js";
import { checkConventions, readConventions } from "./conventions.js";
import { cycleIssues } from "./cycles.js";
import { demandSteps } from "./demands.js";
import { namesFollowUp } from "./discontinued.js";
import { refuseUnfitDrivers } from "./driven-by.js";
import { readHorizonEnd } from "./horizon.js";
import { IssueList } from "./issues.js";
import { itemSiteParameters, parameterSteps, readItemSites } from "./item-sites.js";
import { refuseFirmOrdersInLoops } from "./loops.js";
import { refuseNotSupported } from "./not-supported.js";
import { itemSteps, readCalendars, readSites, readSuppliers, uncountedItems } from "./places.js";
import { checkCosts } from "./prices.js";
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
import { shapeSteps } from "./shape.js";
import { readSources } from "./sources.js";
import { stockSteps } from "./stock.js";
import { readSupplierCapacities } from "./supplier-capacity.js";
import { supplySteps } from "./supplies.js";
import { checkTerms } from "./terms.js";
import { refuseTwinSources } from "./twin-sources.js";
import { readTools, readWorkCenters } from "./work-centers.js";

/**
 * The one door for rows: checks everything, and returns the input as numbers.
 *
 * @throws PlanningInputError with every mistake that was found
 */
export function readInput(input: unknown, columns?: PlanningColumns): Problem {
  return drained(readSteps(input, columns));
}

/**
 * Reads like {@link readInput}, some rows at a time. What is wrong with master data is worded in one piece.
 *
 * @throws PlanningInputError with every mistake that was found
 */
export function* readSteps(input: unknown, columns?: PlanningColumns): Steps<Problem> {
  // As long as all is sound, demands are checked while they are read: they are by far the most rows.
  let work = rowSteps(input, columns, columns !== undefined);
  let isReadAgain = false;
  for (let share = 0; ; ) {
    let step: IteratorResult<number, Problem>;
    try {
      step = work.next();
    } catch (error) {
      if (error instanceof PlanningInputError || isReadAgain) throw error;
      // Else fields fail when they are read, or say something else the second time.
      isReadAgain = !(error instanceof UnsoundRow);
      work = rowSteps(isReadAgain ? readOnce(input) : input, columns, true);
      continue;
    }
    if (step.done === true) return step.value;
    share = Math.max(share, step.value);
    yield share;
  }
}

/**
 * Reads rows.
 *
 * @param checksAll - whether demands are checked with all other rows, before any is read
 * @throws UnsoundRow when a row is not sound that was not checked before
 */
function* rowSteps(
  input: unknown,
  given: PlanningColumns | undefined,
  checksAll: boolean,
): Steps<Problem> {
  const issues = new IssueList();
  const rows = yield* asPart(0, 0.5, shapeSteps(input, issues, checksAll));
  if (rows === undefined) throw new PlanningInputError(issues.found);
  refuseNotSupported(rows, issues);
  checkConventions(rows.conventions ?? {}, issues);
  const context = yield* asPart(0.5, 0.6, contextSteps(rows, issues));
  const columns = readColumns(context, given);

  const itemSites = readItemSites(context);
  const parameters = itemSiteParameters(context, itemSites);
  yield* asPart(0.6, 0.7, parameterSteps(context, itemSites, parameters));
  const ofBills = yield* asPart(0.7, 0.85, billSteps(context));
  const { bills, columns: billColumns, coProducts, substitutes } = ofBills;
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
  const subcontractors = byItemSite(
    sources.filter(({ kind }) => kind === "subcontract"),
    context.sites.length,
  );
  const subcontractorsOf = subcontractors.at;
  const references = { sourceOf, hasVersion, hasOperation, yieldOf, subcontractorsOf };
  const stock = yield* unlessGiven(columns.stock, 0.85, 0.87, () => stockSteps(context));
  const readDemands = () => demandSteps(context, parameters.at, checksAll);
  const demands = yield* unlessGiven(columns.demands, 0.87, 0.95, readDemands);
  const readSupplies = () => supplySteps(context, references);
  const supplies = yield* unlessGiven(columns.supplies, 0.95, 0.98, readSupplies);
  const allocations = readAllocations(context);
  const reservations = readReservations(context, { demands, supplies, stock });
  const days = [demands.day, [demands.lastDay], supplies.day, allocations.day];
  const horizonEnd = readHorizonEnd(context, days);
  yield 0.98;
  refuseTiedAlternates(context, bills, sources, supplies);
  refuseTwinSources(context, sources);
  refusePartialQuotas(context, sources);
  yield 0.985;
  checkCosts(context);
  checkTerms(context);
  refuseUnfitDrivers(context, { bills, sources, parameters });
  refuseFirmOrdersInLoops(context, supplies);
  yield 0.99;
  refuseTiedRoutings(context, routings, namedRoutings(sources));
  refuseOtherYields(context, routings, parameters);
  const made = { sources, bills, supplies, parameters, routings, index: routingIndex };
  refuseUnfitRoutingLeadTimes(context, made);
  yield 0.995;
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
    figures: parameters.figures(),
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

function* contextSteps(input: PlanningInput, issues: IssueList): Steps<Context> {
  const calendars = readCalendars(input, issues);
  const sites = readSites(input, { issues, calendars });
  const items = yield* asPart(0, 0.6, itemSteps(input, issues));
  return {
    input,
    issues,
    conventions: readConventions(input.conventions),
    startDay: readDay(input.startDate, ["startDate"], issues),
    calendars,
    items,
    uncounted: uncountedItems(input, items, issues),
    itemOf: yield* asPart(0.6, 1, numberSteps(items)),
    sites,
    siteOf: drained(numberSteps(sites)),
    suppliers: readSuppliers(input, { issues, calendars }),
    segments: [],
    segmentOf: new Map(),
    ratios: new Map(),
    messages: [],
    saidOfParameters: new Set(),
  };
}

function* numberSteps(rows: readonly { readonly id: string }[]): Steps<Map<string, number>> {
  const numbers = new Map<string, number>();
  yield* inChunks(rows.length, BULK_ROWS, (from, end) => {
    for (let k = from; k < end; k++) numbers.set(rows[k]!.id, k);
  });
  return numbers;
}

/** Reads rows that were not handed over as columns. */
function* unlessGiven<Rows>(
  given: Rows | undefined,
  from: number,
  to: number,
  steps: () => Steps<Rows>,
): Steps<Rows> {
  if (given !== undefined) return given;
  return yield* asPart(from, to, steps());
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
