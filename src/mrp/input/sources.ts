import type { PlanningRow } from "../schema/planning-input.js";
import { PARAMETER, readAmount } from "./amounts.js";
import { type Context, firstOfId, itemNumber, siteNumber, unknownId } from "./context.js";
import { show } from "./issues.js";
import { type ModifierFields, readModifiers } from "./modifiers.js";
import type { ParameterRow } from "./parameter-row.js";
import type { Path } from "./path.js";
import { namedCalendar } from "./places.js";
import { readPrices } from "./prices.js";
import {
  type Item,
  type Modifiers,
  NONE,
  type Parameters,
  type Source,
  type SourceKind,
} from "./problem.js";
import { readQuota } from "./quotas.js";
import { readValidity } from "./read-day.js";
import type { ReadSource } from "./twin-sources.js";
import { UniqueIds } from "./unique-ids.js";

type SourceRow = PlanningRow<"sources">;

/** What the readers of sources ask about item-sites and bills. */
export interface Neighbours {
  readonly parameters: (item: number, site: number) => Parameters;
  readonly parameterRow: (item: number, site: number) => ParameterRow;
  readonly hasVersion: (item: number, site: number, version: string) => boolean;
  /** The number of a routing. */
  readonly routingOf: (item: number, site: number, id: string) => number | undefined;
}

/** N10: sources of supply, with what they say put over what their item says. */
export function readSources(context: Context, neighbours: Neighbours): ReadSource[] {
  const ids = new UniqueIds();
  const sources: ReadSource[] = [];
  for (const [k, row] of (context.input.sources ?? []).entries()) {
    const path = ["sources", k];
    if (row.id !== undefined) firstOfId(context, ids, row.id, path, "source");
    const item = itemNumber(context, row.item, path);
    const site = siteNumber(context, row.site, path);
    if (context.items[item]?.phantom) {
      const message = `The item (${show(row.item)}) is a phantom: it has no orders and so no source. Leave the source out, or make the item no phantom.`;
      context.issues.add("contradiction", [...path, "item"], message);
      continue;
    }
    checkKind(context, row, site, path);
    if (item === NONE || site === NONE) continue;
    sources.push({ row: k, ...readSource(context, neighbours, row, item, site, path) });
  }
  return sources;
}

function readSource(
  context: Context,
  neighbours: Neighbours,
  row: SourceRow,
  item: number,
  site: number,
  path: Path,
): Omit<ReadSource, "row"> {
  const kind = row.kind as SourceKind;
  const of = context.items[item]!;
  const supplier = row.supplier === undefined ? undefined : context.suppliers.get(row.supplier);
  if (row.bomVersion !== undefined && !neighbours.hasVersion(item, site, row.bomVersion)) {
    const at = [...path, "bomVersion"];
    unknownId(context, "version", row.bomVersion, at, " of a bill of this item");
  }
  const calendar = namedCalendar(context, row.calendar, [...path, "calendar"]);
  return {
    id: row.id,
    item,
    site,
    kind,
    supplier: row.supplier,
    from: row.from === undefined ? NONE : (context.siteOf.get(row.from) ?? NONE),
    bomVersion: row.bomVersion,
    routing: readRouting(context, neighbours, row, item, site, path),
    calendar: calendar ?? supplier?.calendar,
    ...readQuantityRange(context, of, row, path),
    ...readOverItem(context, neighbours, row, item, site, path),
    rank: row.rank ?? 0,
    quota: readQuota(context, of, row, path),
    onlyFromStock: row.onlyFromStock ?? false,
    ...readValidity(row, path, context.issues),
    prices: readPrices(context, of, row, path),
    attributes: row.attributes,
  };
}

/** K52: the number of the routing that a make names. */
function readRouting(
  context: Context,
  { routingOf }: Neighbours,
  { routing }: SourceRow,
  item: number,
  site: number,
  path: Path,
): number {
  if (routing === undefined) return NONE;
  const number = routingOf(item, site, routing);
  if (number !== undefined) return number;
  unknownId(context, "routing", routing, [...path, "routing"], " of this item and site");
  return NONE;
}

/** What a source says where its item-site says it too; what it does not say is that of the item-site. */
type OverItem = Pick<Source, "leadTime" | "leadTimeBasis" | "modifiers">;

function readOverItem(
  context: Context,
  neighbours: Pick<Neighbours, "parameters" | "parameterRow">,
  row: SourceRow,
  item: number,
  site: number,
  path: Path,
): OverItem {
  const parameters = neighbours.parameters(item, site);
  return {
    leadTime: row.leadTime ?? parameters.leadTime,
    leadTimeBasis: basisOf(row.kind, row.leadTimeBasis ?? parameters.leadTimeBasis),
    modifiers: modifiersOf(context, neighbours, row, item, site, path),
  };
}

/** A source whose row, or item-site, says something else of lead time and modifiers than before. */
export function readSourceAgain(
  context: Context,
  neighbours: Pick<Neighbours, "parameters" | "parameterRow">,
  source: ReadSource,
  row: SourceRow,
): ReadSource {
  const path = ["sources", source.row];
  return {
    ...source,
    ...readOverItem(context, neighbours, row, source.item, source.site, path),
  };
}

/** Lead times of a make count working days, all others calendar days. */
export function usualBasis(kind: SourceKind): "working" | "calendar" {
  return kind === "make" ? "working" : "calendar";
}

/** How the lead time of a source counts; from a routing only where something is made (K54). */
export function basisOf(
  kind: SourceKind,
  stated: Parameters["leadTimeBasis"],
): Source["leadTimeBasis"] {
  return stated === undefined || (stated === "routing" && kind !== "make")
    ? usualBasis(kind)
    : stated;
}

/** For which start quantities a source may be used. */
function readQuantityRange(
  context: Context,
  item: Item,
  row: SourceRow,
  path: Path,
): { minQuantity: number; maxQuantity: number } {
  const read = (field: "minQuantity" | "maxQuantity", otherwise: number): number => {
    if (row[field] === undefined) return otherwise;
    return readAmount(context, item, row[field], path, PARAMETER, field);
  };
  const minQuantity = read("minQuantity", 0);
  const maxQuantity = read("maxQuantity", Number.POSITIVE_INFINITY);
  if (maxQuantity < minQuantity) {
    const message = `The maxQuantity (${show(row.maxQuantity)}) of this source of item ${show(row.item)} must not lie below its minQuantity (${show(row.minQuantity)}).`;
    context.issues.add("contradiction", [...path, "maxQuantity"], message);
  }
  return { minQuantity, maxQuantity };
}

const MODIFIERS = ["minimumOrder", "orderMultiple", "maximumOrder", "orderUnit"] as const;

/** L0: the modifiers of the item, each field that the source has put over it. */
function modifiersOf(
  context: Context,
  neighbours: Pick<Neighbours, "parameters" | "parameterRow">,
  row: SourceRow,
  item: number,
  site: number,
  path: Path,
): Modifiers {
  const parameters = neighbours.parameters(item, site);
  if (MODIFIERS.every((field) => row[field] === undefined)) return parameters.modifiers;
  const own = neighbours.parameterRow(item, site);
  const fields: ModifierFields = Object.fromEntries(
    MODIFIERS.map((field) => [field, row[field] ?? own.row[field]]),
  );
  const pathOf = (field: string): Path =>
    row[field as keyof ModifierFields] === undefined ? own.pathOf(field) : [...path, field];
  return readModifiers(context, context.items[item]!, fields, pathOf, parameters.yield);
}

/** The kinds of source to which a field belongs. */
const BELONGS_TO = {
  supplier: ["buy", "subcontract"],
  bomVersion: ["make", "subcontract"],
  routing: ["make"],
  from: ["transfer", "subcontract"],
} as const;

/** Checks what a source of a kind must say, and must not. */
function checkKind(context: Context, row: SourceRow, site: number, path: Path): void {
  const { issues } = context;
  if (row.supplier !== undefined && !context.suppliers.has(row.supplier)) {
    unknownId(context, "supplier", row.supplier, [...path, "supplier"]);
  }
  const at = [...path, "from"];
  const from = row.from === undefined ? undefined : context.siteOf.get(row.from);
  if (row.from !== undefined && from === undefined) unknownId(context, "site", row.from, at);
  // A kind that is misspelt says nothing about what belongs to it.
  if (issues.isInDoubt([...path, "kind"])) return;
  for (const field of ["supplier", "bomVersion", "routing", "from"] as const) {
    const kinds: readonly string[] = BELONGS_TO[field];
    if (row[field] === undefined || kinds.includes(row.kind)) continue;
    const message = `The ${field} (${show(row[field])}) belongs to a source of kind "${kinds[0]}", not "${row.kind}". Leave it out, or correct the kind.`;
    issues.add("contradiction", [...path, field], message);
  }
  if (row.leadTimeBasis === "routing" && row.kind !== "make") {
    const message = `The leadTimeBasis ("routing") of this source of item ${show(row.item)} belongs to kind "make", not to "${row.kind}". Choose "working" or "calendar", or correct the kind.`;
    issues.add("contradiction", [...path, "leadTimeBasis"], message);
  }
  if (row.kind !== "transfer") {
    if (row.onlyFromStock) {
      const message = `The onlyFromStock (true) of this source of item ${show(row.item)} belongs to a transfer, not to kind "${row.kind}". Leave it out, or correct the kind.`;
      issues.add("contradiction", [...path, "onlyFromStock"], message);
    }
    return;
  }
  if (row.from === undefined) {
    const message = `The field from of this source of item ${show(row.item)} is missing. A transfer names the site that ships.`;
    issues.add("missingField", at, message);
  } else if (from !== undefined && from === site) {
    const message = `The from (${show(row.from)}) of this source of item ${show(row.item)} is the site itself. Name the site that ships.`;
    issues.add("contradiction", at, message);
  }
}
