import type { Calendar, Ratio } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import type { InputAdjustedMessage } from "./adjustment.js";
import { type IssueList, show } from "./issues.js";
import { type Path, pathTo } from "./path.js";
import { type Conventions, type Item, NONE, type Site } from "./problem.js";
import type { UniqueIds } from "./unique-ids.js";

/** What the readers of rows share: the ids that are defined, and where to report. */
export interface Context {
  readonly input: PlanningInput;
  readonly issues: IssueList;
  readonly conventions: Conventions;
  readonly startDay: number;
  readonly calendars: ReadonlyMap<string, Calendar>;
  readonly items: readonly Item[];
  /** Items of which it is not known how they are counted: what says so has a wrong form. */
  readonly uncounted: ReadonlySet<Item>;
  readonly itemOf: ReadonlyMap<string, number>;
  readonly sites: readonly Site[];
  readonly siteOf: ReadonlyMap<string, number>;
  readonly suppliers: ReadonlyMap<string, { readonly calendar: Calendar | undefined }>;
  readonly segments: string[];
  readonly segmentOf: Map<string, number>;
  /** Ratios that were read, by what was written. */
  readonly ratios: Map<number | string, Ratio>;
  readonly messages: InputAdjustedMessage[];
  readonly saidOfParameters: Set<string>;
}

/** The number of the item that a row names; {@link NONE} when nothing defines it, which is noted. */
export function itemNumber(context: Context, id: string, row: Path): number {
  const number = context.itemOf.get(id);
  if (number !== undefined) return number;
  unknownId(context, "item", id, [...row, "item"]);
  return NONE;
}

/** The number of the site that a row names (K19: with one site a row need not name it). */
export function siteNumber(context: Context, id: string | undefined, row: Path): number {
  if (id === undefined) {
    if (context.sites.length === 1) return 0;
    const message = "The field site is missing. With several sites every row names its own.";
    context.issues.add("missingField", [...row, "site"], message);
    return NONE;
  }
  const number = context.siteOf.get(id);
  if (number !== undefined) return number;
  unknownId(context, "site", id, [...row, "site"]);
  return NONE;
}

/** The number of a segment, given out as segments appear; {@link NONE} without one. */
export function segmentNumber(context: Context, id: string | undefined): number {
  if (id === undefined) return NONE;
  let number = context.segmentOf.get(id);
  if (number === undefined) {
    number = context.segments.length;
    context.segments.push(id);
    context.segmentOf.set(id, number);
  }
  return number;
}

/** What is named by id, and the list of the input that defines it. */
const DEFINED_IN = {
  item: "items",
  site: "sites",
  calendar: "calendars",
  supplier: "suppliers",
  source: "sources",
  version: "boms",
  demand: "demands",
  supply: "supplies",
  routing: "routings",
  operation: "routings",
} as const;

/** Notes an id that nothing defines. */
export function unknownId(
  context: Pick<Context, "issues">,
  kind: keyof typeof DEFINED_IN,
  id: string,
  path: Path,
  where = "",
): void {
  // A list that is none defines nothing, and that is said already.
  if (context.issues.isInDoubt([DEFINED_IN[kind]])) return;
  const message = `The ${path.at(-1)} (${show(id)}) names no ${kind}${where}. Define it, or correct the id.`;
  context.issues.add("unknownId", path, message, { id });
}

/** Notes a second row with an id that must be unique; returns whether it was the first. */
export function firstOfId(
  context: Pick<Context, "issues">,
  ids: UniqueIds,
  id: string,
  row: Path,
  kind: string,
): boolean {
  if (ids.add(id)) return true;
  const message = `The id (${show(id)}) of this ${kind} stands there already. Ids are unique: give it another one.`;
  context.issues.add("duplicateId", [...row, "id"], message, { id });
  return false;
}

/** Stock units that one unit holds (Q5); `undefined` for the stock unit itself or an unknown one. */
export function unitFactor(
  context: Context,
  item: Item,
  unit: string | undefined,
  base: Path,
  field?: string,
): Ratio | undefined {
  if (unit === undefined || unit === item.unit) return undefined;
  const factor = item.factors.get(unit);
  if (factor === undefined && !context.uncounted.has(item)) {
    const path = pathTo(base, field);
    const message = `The ${path.at(-1)} (${show(unit)}) has no factor for the item ${show(item.id)}. Add { unit: ${show(unit)}, contains } to the units of the item.`;
    context.issues.add("unknownUnit", path, message, { unit, item: item.id });
  }
  return factor;
}
