import { EVERY_DAY, type Issue } from "../../core/index.js";
import { makeRouting, type Routing, type RoutingLookups } from "../../routing/index.js";
import { routing as routingSchema } from "../schema/capacity.js";
import type { PlanningRow } from "../schema/planning-input.js";
import { type Context, firstOfId, itemNumber, siteNumber } from "./context.js";
import { show } from "./issues.js";
import { knownFields } from "./known-fields.js";
import type { Path } from "./path.js";
import { type ItemRouting, NONE, type Tool } from "./problem.js";
import { readValidity } from "./read-day.js";
import { reportOf } from "./row-report.js";
import { UniqueIds } from "./unique-ids.js";
import type { PlacedWorkCenter } from "./work-centers.js";

type RoutingRow = PlanningRow<"routings">;

/** A routing with the number of its row; without its operations where these are refused. */
export interface ReadRouting extends Omit<ItemRouting, "routing" | "isNamed"> {
  readonly row: number;
  readonly id: string;
  readonly routing: Routing | undefined;
}

/** What operations name. */
export interface Resources {
  readonly workCenters: ReadonlyMap<string, PlacedWorkCenter>;
  readonly tools: readonly Tool[];
}

/** C2, K53: routings, their operations checked and their times exact. */
export function readRoutings(context: Context, resources: Resources): ReadRouting[] {
  const ids = new UniqueIds();
  const lookups = lookupsOf(context, resources);
  const routings: ReadRouting[] = [];
  for (const [k, row] of (context.input.routings ?? []).entries()) {
    const path = ["routings", k];
    firstOfId(context, ids, row.id, path, "routing");
    const item = itemNumber(context, row.item, path);
    const site = siteNumber(context, row.site, path);
    const validity = readValidity(row, path, context.issues);
    if (context.items[item]?.phantom) {
      const message = `The item (${show(row.item)}) of this routing is a phantom: it has no orders. Leave the routing out, or make the item no phantom.`;
      context.issues.add("contradiction", [...path, "item"], message);
    }
    const given = { ...knownFields(routingSchema, row), site: context.sites[site]?.id };
    const isSaid = (issue: Issue): boolean => isOfDoubt(context, path, issue);
    const routing = reportOf(context, path, () => makeRouting(given, lookups), isSaid);
    if (site !== NONE) checkSites(context, resources, row, site, path);
    if (item === NONE || site === NONE) continue;
    routings.push({ row: k, id: row.id, item, site, ...validity, routing });
  }
  return routings;
}

/** Routings of an input in which nothing is refused. */
export function soundRoutings(
  routings: readonly ReadRouting[],
  named: ReadonlySet<number>,
): ItemRouting[] {
  return routings.map(({ item, site, validFrom, validTo, routing }, number) => {
    const validity = { validFrom, validTo };
    return { item, site, ...validity, isNamed: named.has(number), routing: routing! };
  });
}

function lookupsOf(context: Context, { workCenters, tools }: Resources): RoutingLookups {
  const known = new Set(tools.map(({ id }) => id));
  return {
    workCenter(id) {
      const center = workCenters.get(id);
      return center === undefined ? undefined : (center.workCenter ?? "inDoubt");
    },
    tool: (id) => known.has(id),
    supplierCalendar(id) {
      const supplier = context.suppliers.get(id);
      return supplier === undefined ? undefined : (supplier.calendar ?? EVERY_DAY);
    },
  };
}

/** The list that defines what a field of an operation names. */
const DEFINED_IN: ReadonlyMap<unknown, string> = new Map([
  ["workCenter", "workCenters"],
  ["tools", "tools"],
  ["supplier", "suppliers"],
]);

/** Whether an id names nothing only because what defines it has a wrong form. */
function isOfDoubt({ issues }: Context, row: Path, { code, path }: Issue): boolean {
  if (code !== "unknownId") return false;
  const field = path.findLast((key) => typeof key === "string");
  if (field === "after") return issues.isInDoubt([...row, "operations"]);
  const list = DEFINED_IN.get(field);
  return list !== undefined && issues.isInDoubt([list]);
}

/** Work is done where the routing is, at the main centre and at the alternates. */
function checkSites(
  context: Context,
  { workCenters }: Resources,
  row: RoutingRow,
  site: number,
  path: Path,
): void {
  const check = (id: string | undefined, at: Path): void => {
    const center = id === undefined ? undefined : workCenters.get(id);
    if (center === undefined || center.site === NONE || center.site === site) return;
    const stands = show(context.sites[center.site]!.id);
    const message = `The workCenter (${show(id)}) stands at site ${stands}, the routing ${show(row.id)} is of site ${show(context.sites[site]!.id)}. Name a work center of that site.`;
    context.issues.add("contradiction", at, message);
  };
  for (const [n, { workCenter, alternates }] of row.operations.entries()) {
    const at = [...path, "operations", n];
    check(workCenter, [...at, "workCenter"]);
    for (const [a, alternate] of (alternates ?? []).entries()) {
      check(alternate.workCenter, [...at, "alternates", a, "workCenter"]);
    }
  }
}
