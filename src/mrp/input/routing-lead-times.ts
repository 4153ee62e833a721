import { hoursADay, type Routing, routingLeadTime } from "../../routing/index.js";
import { MOST_DAYS } from "../schema/values.js";
import type { Context } from "./context.js";
import { show } from "./issues.js";
import type { ItemSiteParameters } from "./item-sites.js";
import { type Make, type MakeRows, makesOf } from "./makes.js";
import type { Path } from "./path.js";
import { NONE } from "./problem.js";
import type { RoutingIndex } from "./routing-index.js";
import type { ReadRouting } from "./routings.js";
import { reportOf } from "./row-report.js";

const NOTHING = { num: 0n, den: 1n };

/** What lead times from routings follow from. */
export interface RoutingTimeRows extends MakeRows {
  readonly parameters: ItemSiteParameters;
  readonly routings: readonly ReadRouting[];
  readonly index: RoutingIndex;
}

/** A check of one problem: what is shared by several makes is said once. */
interface Check extends RoutingTimeRows {
  readonly context: Context;
  readonly refuse: (path: Path, message: string) => void;
}

/**
 * K54: where a lead time is to come from a routing there is one on T0, each of its work centres has a shift
 * then, and no fixed lead time stands beside it.
 */
export function refuseUnfitRoutingLeadTimes(context: Context, rows: RoutingTimeRows): void {
  const { items = [], itemSites = [], sources = [] } = context.input;
  const isAsked = [items, itemSites, sources].some((list) =>
    list.some(({ leadTimeBasis }) => leadTimeBasis === "routing"),
  );
  if (!isAsked) return;
  const said = new Set<string>();
  const refuse = (path: Path, message: string): void => {
    if (said.has(JSON.stringify(path))) return;
    said.add(JSON.stringify(path));
    context.issues.add("contradiction", path, message);
  };
  const check: Check = { ...rows, context, refuse };
  refuseFixedBeside(check);
  const makes = makesOf(context, rows);
  for (const make of makes) checkMake(check, make);
  refuseNeverMade(check, makes);
}

/** In one row a fixed lead time and one that comes from a routing exclude each other. */
function refuseFixedBeside({ context, refuse }: Check): void {
  for (const list of ["items", "itemSites", "sources"] as const) {
    for (const [k, row] of (context.input[list] ?? []).entries()) {
      if (row.leadTimeBasis !== "routing" || row.leadTime === undefined) continue;
      refuse(
        [list, k, "leadTime"],
        `The leadTime (${show(row.leadTime)}) contradicts the leadTimeBasis "routing" beside it: the lead time follows from the routing. Leave one of them out.`,
      );
    }
  }
}

function checkMake(check: Check, { item, site, source }: Make): void {
  const { context, parameters, index, routings } = check;
  const basis = source?.leadTimeBasis ?? parameters.at(item, site).leadTimeBasis;
  if (basis !== "routing") return;
  const path = basisPath(check, { item, site, source });
  refuseIdleLeadTime(check, { item, site, source }, path);
  const named = source?.routing ?? NONE;
  const routing = named === NONE ? index.onDay(item, site, context.startDay) : routings[named]!;
  if (routing === undefined) refuseMissing(check, item, site, path);
  else if (routing.routing !== undefined) {
    checkTime(check, routing.routing, ["routings", routing.row, "operations"]);
  }
}

/** Where the basis stands that is in force for a make. */
function basisPath({ context, parameters }: Check, { item, site, source }: Make): Path {
  const isOwn =
    source !== undefined && context.input.sources![source.row]!.leadTimeBasis !== undefined;
  return isOwn
    ? ["sources", source.row, "leadTimeBasis"]
    : parameters.rowAt(item, site).pathOf("leadTimeBasis");
}

/** A fixed lead time in a row nearer than the one with the basis would count for nothing. */
function refuseIdleLeadTime(
  { context, parameters, refuse }: Check,
  { item, site, source }: Make,
  basis: Path,
): void {
  const { row, pathOf } = parameters.rowAt(item, site);
  const own = source === undefined ? undefined : context.input.sources![source.row]!;
  const idle = (path: Path, leadTime: number): void =>
    refuse(
      path,
      `The leadTime (${show(leadTime)}) counts for nothing: by the leadTimeBasis "routing" of ${basis[0]}[${basis[1]}] the lead time follows from the routing. Leave it out, or state a leadTimeBasis beside it.`,
    );
  if (basis[0] === "sources") return;
  if (own?.leadTime !== undefined) idle(["sources", source!.row, "leadTime"], own.leadTime);
  const at = pathOf("leadTime");
  if (basis[0] === "items" && at[0] === "itemSites") idle(at, row.leadTime!);
}

function refuseMissing({ context, refuse }: Check, item: number, site: number, path: Path): void {
  const where = context.sites.length === 1 ? "" : ` at site ${show(context.sites[site]!.id)}`;
  refuse(
    path,
    `The leadTimeBasis ("routing") of item ${show(context.items[item]!.id)} finds no routing${where} that is valid on the planning start. Give it one, or choose the basis "working" or "calendar".`,
  );
}

/** How long a routing takes must be known on T0, and be no more than a lead time may be. */
function checkTime({ context, refuse }: Check, routing: Routing, path: Path): void {
  const { input, issues, startDay } = context;
  let isKnown = true;
  for (const { workCenter } of routing.operations) {
    if (workCenter === undefined || hoursADay(workCenter.workTime, startDay) !== undefined) {
      continue;
    }
    isKnown = false;
    const row = input.workCenters!.findIndex(({ id }) => id === workCenter.id);
    refuse(
      ["workCenters", row, "shifts"],
      `No shift of work center ${show(workCenter.id)} is valid on the planning start, but by the leadTimeBasis "routing" a lead time follows from the hours that it works a day. Give it a shift that is valid then.`,
    );
  }
  if (!isKnown) return;
  const time = reportOf(context, path.slice(0, 2), () =>
    routingLeadTime(routing, NOTHING, startDay),
  );
  if (time === undefined || time.days <= MOST_DAYS) return;
  const { days } = time;
  const message = `The operations of routing ${show(routing.id)} take ${days} days before anything is run; at most ${MOST_DAYS} are planned with. Correct their times.`;
  issues.add("outOfRange", path, message, { id: routing.id });
}

/** What is made nowhere, and has no routing, has no use for one. */
function refuseNeverMade(check: Check, makes: readonly Make[]): void {
  const { context, index } = check;
  const { items, sites, startDay } = context;
  const made = new Set(makes.map(({ item, site }) => item * sites.length + site));
  const mayBeMade = (item: number, site: number): boolean =>
    made.has(item * sites.length + site) || index.onDay(item, site, startDay) !== undefined;
  for (const [item, row] of (context.input.items ?? []).entries()) {
    if (row.leadTimeBasis !== "routing" || items[item]!.phantom) continue;
    if (sites.some((_, site) => mayBeMade(item, site))) continue;
    refuseMissing(check, item, 0, ["items", item, "leadTimeBasis"]);
  }
  for (const [k, row] of (context.input.itemSites ?? []).entries()) {
    const item = context.itemOf.get(row.item) ?? NONE;
    const site = row.site === undefined ? 0 : (context.siteOf.get(row.site) ?? NONE);
    if (row.leadTimeBasis !== "routing" || item === NONE || site === NONE) continue;
    if (mayBeMade(item, site) || items[item]!.phantom) continue;
    refuseMissing(check, item, site, ["itemSites", k, "leadTimeBasis"]);
  }
}
