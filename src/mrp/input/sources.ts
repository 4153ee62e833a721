import type { PlanningInput } from "../schema/planning-input.js";
import { readAmount } from "./amounts.js";
import { type Context, firstOfId, itemNumber, siteNumber, unknownId } from "./context.js";
import { type Path, show } from "./issues.js";
import { type ParameterRow, readModifiers } from "./parameters.js";
import { namedCalendar } from "./places.js";
import { ALWAYS, NEVER, NONE, type Parameters, type Source, type SourceKind } from "./problem.js";
import { readDay } from "./shape.js";

type SourceRow = NonNullable<PlanningInput["sources"]>[number];

/** What the readers of sources ask about item-sites and bills. */
export interface Neighbours {
  readonly parameters: (item: number, site: number) => Parameters;
  readonly parameterRow: (item: number, site: number) => ParameterRow;
  readonly hasVersion: (item: number, site: number, version: string) => boolean;
}

/** N10: sources of supply, with what they say put over what their item says. */
export function readSources(context: Context, neighbours: Neighbours): Source[] {
  const seen = new Set<string>();
  const sources: Source[] = [];
  for (const [k, row] of (context.input.sources ?? []).entries()) {
    const path = ["sources", k];
    if (row.id !== undefined) firstOfId(context, seen, row.id, [...path, "id"], "source");
    const item = itemNumber(context, row.item, [...path, "item"]);
    const site = siteNumber(context, row.site, [...path, "site"]);
    if (item === NONE || site === NONE) continue;
    if (context.items[item]!.phantom) {
      const message = `The item (${show(row.item)}) is a phantom: it has no orders and so no source.`;
      context.issues.add("contradiction", [...path, "item"], message);
      continue;
    }
    sources.push(readSource(context, neighbours, row, item, site, path));
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
): Source {
  const kind = row.kind as SourceKind;
  const of = context.items[item]!;
  const parameters = neighbours.parameters(item, site);
  const own = neighbours.parameterRow(item, site);
  const modifierFields = ["minimumOrder", "orderMultiple", "maximumOrder", "orderUnit"] as const;
  const overrides = modifierFields.some((field) => row[field] !== undefined);
  const supplier = row.supplier === undefined ? undefined : context.suppliers.get(row.supplier);
  if (row.supplier !== undefined) {
    if (kind !== "buy") misplaced(context, "supplier", kind, "buy", path);
    else if (supplier === undefined) {
      unknownId(context, "supplier", row.supplier, [...path, "supplier"]);
    }
  }
  if (row.bomVersion !== undefined) {
    if (kind !== "make") misplaced(context, "bomVersion", kind, "make", path);
    else if (!neighbours.hasVersion(item, site, row.bomVersion)) {
      unknownId(context, "version of a bill of this item", row.bomVersion, [...path, "bomVersion"]);
    }
  }
  const dates = readValidity(context, row, path);
  const limit = (field: "minQuantity" | "maxQuantity"): number | undefined => {
    const value = row[field];
    if (value === undefined) return undefined;
    return readAmount(context, of, value, [...path, field], { kind: "parameter" });
  };
  const minQuantity = limit("minQuantity") ?? 0;
  const maxQuantity = limit("maxQuantity") ?? Number.POSITIVE_INFINITY;
  if (maxQuantity < minQuantity) {
    const message = `The maxQuantity (${show(row.maxQuantity)}) must not lie below minQuantity (${show(row.minQuantity)}).`;
    context.issues.add("contradiction", [...path, "maxQuantity"], message);
  }
  const calendar = namedCalendar(context, row.calendar, [...path, "calendar"]);
  return {
    id: row.id,
    item,
    site,
    kind,
    supplier: row.supplier,
    from: readFrom(context, row, site, path),
    bomVersion: row.bomVersion,
    calendar: calendar ?? supplier?.calendar,
    minQuantity,
    maxQuantity,
    leadTime: row.leadTime ?? parameters.leadTime,
    leadTimeBasis: row.leadTimeBasis ?? parameters.leadTimeBasis ?? usualBasis(kind),
    modifiers: overrides
      ? readModifiers(
          context,
          of,
          { ...pick(own.row, modifierFields), ...pick(row, modifierFields) },
          (field) =>
            (row as Record<string, unknown>)[field] === undefined
              ? own.pathOf(field)
              : [...path, field],
          parameters.yield,
        )
      : parameters.modifiers,
    rank: row.rank ?? 0,
    ...dates,
    attributes: row.attributes ?? undefined,
  };
}

/** Lead times of a make count working days, those of a buy and a transfer calendar days. */
export function usualBasis(kind: SourceKind): "working" | "calendar" {
  return kind === "make" ? "working" : "calendar";
}

function pick<Row extends object, Field extends keyof Row>(
  row: Row,
  fields: readonly Field[],
): Partial<Row> {
  const picked: Partial<Row> = {};
  for (const field of fields) {
    if (row[field] !== undefined) picked[field] = row[field];
  }
  return picked;
}

function readFrom(context: Context, row: SourceRow, site: number, path: Path): number {
  const at = [...path, "from"];
  if (row.kind !== "transfer") {
    if (row.from !== undefined) misplaced(context, "from", row.kind, "transfer", path);
    return NONE;
  }
  if (row.from === undefined) {
    const message = "The field from is missing. A transfer names the site that ships.";
    context.issues.add("missingField", at, message);
    return NONE;
  }
  const from = context.siteOf.get(row.from);
  if (from === undefined) unknownId(context, "site", row.from, at);
  else if (from === site) {
    const message = `The from (${show(row.from)}) is the site itself. A transfer comes from another site.`;
    context.issues.add("contradiction", at, message);
  }
  return from ?? NONE;
}

function misplaced(context: Context, field: string, kind: string, right: string, path: Path): void {
  const message = `The ${field} belongs to a source of kind "${right}", not "${kind}". Leave it out.`;
  context.issues.add("contradiction", [...path, field], message);
}

/** Validity is half open, [validFrom, validTo). */
export function readValidity(
  context: Context,
  row: { readonly validFrom?: string | undefined; readonly validTo?: string | undefined },
  path: Path,
): { validFrom: number; validTo: number } {
  const read = (text: string | undefined, field: string, otherwise: number): number =>
    text === undefined ? otherwise : readDay(text, [...path, field], context.issues);
  const validFrom = read(row.validFrom, "validFrom", ALWAYS);
  const validTo = read(row.validTo, "validTo", NEVER);
  if (validTo < validFrom) {
    const message = `The validTo (${show(row.validTo)}) must not lie before validFrom (${show(row.validFrom)}).`;
    context.issues.add("contradiction", [...path, "validTo"], message);
  }
  return { validFrom, validTo };
}
