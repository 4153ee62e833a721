import type { PlanningRow } from "../schema/planning-input.js";
import { readAmount } from "./amounts.js";
import { type Context, itemNumber, unknownId } from "./context.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import type { Place } from "./placed-rows.js";
import { NONE, type Source, type SupplyDetail } from "./problem.js";
import { type ProgressReferences, readCompleted, readProgress } from "./progress.js";
import { readDayOr } from "./read-day.js";

type SupplyRow = PlanningRow<"supplies">;

/** What an open supply may refer to: sources and versions of bills of its item and site. */
export interface SupplyReferences extends ProgressReferences {
  readonly sourceOf: (item: number, site: number, id: string) => Source | undefined;
  readonly hasVersion: (item: number, site: number, version: string) => boolean;
  /** Sources of an item and site that are subcontractors. */
  readonly subcontractorsOf: (item: number, site: number) => readonly Source[];
}

/** The kind of source from which each kind of supply comes. */
const SOURCE_OF_KIND = {
  purchase: "buy",
  production: "make",
  subcontract: "subcontract",
  transfer: "transfer",
} as const satisfies Record<SupplyRow["kind"], Source["kind"]>;

/**
 * Reads what only some supplies say, and checks it against the rest of the row.
 *
 * @param place - of the supply; `undefined` when it names none
 * @returns `undefined` for a supply that says no more than what, when and how much
 */
export function readSupplyDetail(
  context: Context,
  row: SupplyRow,
  place: Place | undefined,
  path: Path,
  references: SupplyReferences,
): SupplyDetail | undefined {
  if (isPlain(row)) return undefined;
  const start = readStart(context, row, path);
  checkReferences(context, row, place, path, references);
  const from = readFrom(context, row, place, path);
  const components = readComponents(context, row, path);
  if (components.length > 0) refuseUnsaidFrom(context, row, place, path, references);
  checkScheduled(context, row, path);
  const firm = (row.firm ?? false) && row.kind !== "purchase";
  if (firm && place !== undefined && context.items[place.item]!.phantom) {
    const message = `The firm (true) of supply ${show(row.id)} contradicts that its item ${show(row.item)} is a phantom: a phantom has no orders. Leave firm out, or make the item no phantom.`;
    context.issues.add("contradiction", [...path, "firm"], message);
  }
  return {
    start,
    firm,
    scheduled: row.scheduled ?? false,
    source: row.source,
    supplier: row.supplier,
    from,
    bomVersion: row.bomVersion,
    components,
    completed: readCompleted(context, row, place),
    progress: readProgress(context, row, place, path, references),
    attributes: row.attributes,
  };
}

/** Whether a supply says no more than what, when and how much. */
function isPlain(row: SupplyRow): boolean {
  return (
    !row.firm &&
    !row.scheduled &&
    row.components === undefined &&
    row.progress === undefined &&
    (row.completed === undefined || row.kind !== "production") &&
    row.supplier === undefined &&
    row.attributes === undefined &&
    row.source === undefined &&
    row.bomVersion === undefined &&
    row.from === undefined &&
    row.start === undefined
  );
}

/** K57: what a capacity schedule decided is a firm order, or one that is made, that may count on another day. */
function checkScheduled(context: Context, row: SupplyRow, path: Path): void {
  if (!row.scheduled) return;
  const { issues } = context;
  const isInDoubt = issues.isInDoubt([...path, "firm"]) || issues.isInDoubt([...path, "kind"]);
  if (!row.firm && row.kind !== "production" && !isInDoubt) {
    const message = `The scheduled (true) of supply ${show(row.id)} says that a capacity schedule decided its dates, but it is neither firm nor a production order. Give it firm: true, or leave scheduled out.`;
    issues.add("contradiction", [...path, "scheduled"], message);
  }
  if (row.frozen) {
    const message = `The scheduled (true) of supply ${show(row.id)} contradicts that it is frozen: what is frozen stands at its own day. Leave one of them out.`;
    issues.add("contradiction", [...path, "scheduled"], message);
  }
}

function readStart(context: Context, row: SupplyRow, path: Path): number | undefined {
  const { issues } = context;
  const at = [...path, "start"];
  const start = readDayOr(row.start, undefined, at, issues);
  if (start !== undefined && row.start! > row.due && !issues.isInDoubt([...path, "due"])) {
    const message = `The start (${show(row.start)}) of supply ${show(row.id)} must not lie after its due (${show(row.due)}).`;
    issues.add("contradiction", at, message);
  }
  return start;
}

function checkReferences(
  context: Context,
  row: SupplyRow,
  place: Place | undefined,
  path: Path,
  { sourceOf, hasVersion }: SupplyReferences,
): void {
  if (row.supplier !== undefined && !context.suppliers.has(row.supplier)) {
    unknownId(context, "supplier", row.supplier, [...path, "supplier"]);
  }
  if (place === undefined) return;
  const { item, site } = place;
  if (row.source !== undefined) {
    const source = sourceOf(item, site, row.source);
    const at = [...path, "source"];
    if (source === undefined) {
      unknownId(context, "source", row.source, at, " of this item and site");
    } else if (row.firm && SOURCE_OF_KIND[row.kind] !== source.kind) {
      const message = `The source (${show(row.source)}) of the firm supply ${show(row.id)} is a ${source.kind}, its kind is ${show(row.kind)}. Name a source that fits, or none.`;
      context.issues.add("contradiction", at, message);
    }
  }
  if (row.bomVersion !== undefined && !hasVersion(item, site, row.bomVersion)) {
    const at = [...path, "bomVersion"];
    unknownId(context, "version", row.bomVersion, at, " of a bill of this item");
  }
}

function readFrom(context: Context, row: SupplyRow, place: Place | undefined, path: Path): number {
  const at = [...path, "from"];
  // A kind that is misspelt says nothing about what belongs to it.
  if (context.issues.isInDoubt([...path, "kind"])) return NONE;
  if (row.from === undefined) {
    if (row.kind === "transfer" && row.firm) {
      const message = `The field from of supply ${show(row.id)} is missing. A firm transfer names the site that ships.`;
      context.issues.add("missingField", at, message);
    }
    return NONE;
  }
  const from = context.siteOf.get(row.from) ?? NONE;
  if (from === NONE) unknownId(context, "site", row.from, at);
  if (row.kind === "subcontract") return from;
  if (row.kind !== "transfer") {
    const message = `The from (${show(row.from)}) of supply ${show(row.id)} belongs to a transfer, not to kind "${row.kind}". Leave it out.`;
    context.issues.add("contradiction", at, message);
  } else if (from !== NONE && from === place?.site) {
    const message = `The from (${show(row.from)}) of supply ${show(row.id)} is the site itself. Name the site that ships.`;
    context.issues.add("contradiction", at, message);
  }
  return from;
}

/** K45: where some subcontractor has a stock of its own, a released order says where its components are issued. */
function refuseUnsaidFrom(
  context: Context,
  row: SupplyRow,
  place: Place | undefined,
  path: Path,
  { sourceOf, subcontractorsOf }: SupplyReferences,
): void {
  if (row.kind !== "subcontract" || row.firm || row.from !== undefined || place === undefined)
    return;
  const { item, site } = place;
  const named = row.source === undefined ? undefined : sourceOf(item, site, row.source);
  const all = named === undefined ? subcontractorsOf(item, site) : [named];
  const ofSupplier = all.filter(({ supplier }) => supplier === row.supplier);
  const may = row.supplier === undefined || ofSupplier.length === 0 ? all : ofSupplier;
  const from = may.find((source) => source.from !== NONE)?.from;
  if (from === undefined) return;
  const message = `The field from of supply ${show(row.id)} is missing. Its source may have its components at ${show(context.sites[from]!.id)}: say at which site they are to be issued.`;
  context.issues.add("missingField", [...path, "from"], message);
}

function readComponents(context: Context, row: SupplyRow, path: Path): SupplyDetail["components"] {
  if (row.components === undefined || row.components.length === 0) return [];
  const at = [...path, "components"];
  const components = row.components.flatMap((component, n) => {
    const item = itemNumber(context, component.item, [...at, n]);
    const due = [...at, n, "due"];
    const day = readDayOr(component.due, context.startDay, due, context.issues);
    if (item === NONE) return [];
    const of = context.items[item]!;
    const options = { kind: "need" } as const;
    const quantity = readAmount(context, of, component.quantity, [...at, n, "quantity"], options);
    return [{ component: item, quantity, day }];
  });
  const isIssued = row.kind === "production" || row.kind === "subcontract";
  if (row.firm || (!isIssued && !context.issues.isInDoubt([...path, "kind"]))) {
    const what = row.firm ? "a firm order is exploded through its bill" : `kind is "${row.kind}"`;
    const message = `The components of supply ${show(row.id)} contradict that ${what}: only a released production or subcontract order has components to be issued. Leave them out.`;
    context.issues.add("contradiction", at, message);
  }
  return components;
}
