import { addRatios, formatQuantity, formatRatio } from "../../core/index.js";
import type { PlanningInput } from "../schema/planning-input.js";
import { type AmountKind, adjusted, readAmount, readRatio } from "./amounts.js";
import {
  type Context,
  firstOfId,
  itemNumber,
  segmentNumber,
  siteNumber,
  unknownId,
} from "./context.js";
import { type Path, show } from "./issues.js";
import {
  type DemandRows,
  NEVER,
  NONE,
  type PlacedRows,
  type StockRows,
  type SupplyDetail,
  type SupplyRows,
} from "./problem.js";
import { readDay } from "./shape.js";

/** Columns that grow row by row. */
class Rows {
  item: number[] = [];
  site: number[] = [];
  segment: number[] = [];
  day: number[] = [];
  quantity: number[] = [];

  add(item: number, site: number, segment: number, day: number, quantity: number): void {
    this.item.push(item);
    this.site.push(site);
    this.segment.push(segment);
    this.day.push(day);
    this.quantity.push(quantity);
  }

  columns(): PlacedRows {
    return {
      count: this.item.length,
      item: Int32Array.from(this.item),
      site: Int32Array.from(this.site),
      segment: Int32Array.from(this.segment),
      day: Int32Array.from(this.day),
      quantity: Float64Array.from(this.quantity),
    };
  }
}

interface PlacedRow {
  readonly item: string;
  readonly site?: string | undefined;
  readonly segment?: string | undefined;
}

interface Place {
  readonly item: number;
  readonly site: number;
  readonly segment: number;
}

function readPlace(context: Context, row: PlacedRow, list: string, r: number): Place | undefined {
  const item = itemNumber(context, row.item, [list, r, "item"]);
  const site = siteNumber(context, row.site, [list, r, "site"]);
  const segment = segmentNumber(context, row.segment);
  return item === NONE || site === NONE ? undefined : { item, site, segment };
}

/** N2: stock by status and expiry; what is blocked, or in inspection without a date, does not count. */
export function readStock(context: Context): StockRows {
  const rows = new Rows();
  const expires: number[] = [];
  for (const [r, row] of (context.input.stock ?? []).entries()) {
    const place = readPlace(context, row, "stock", r);
    const path = ["stock", r];
    const from =
      row.availableFrom === undefined
        ? context.startDay
        : readDay(row.availableFrom, [...path, "availableFrom"], context.issues);
    const until =
      row.expires === undefined
        ? NEVER
        : readDay(row.expires, [...path, "expires"], context.issues);
    if (place === undefined) continue;
    const quantity = readAmount(
      context,
      context.items[place.item]!,
      row.quantity,
      [...path, "quantity"],
      {
        kind: "supply",
        unit: row.unit,
        unitPath: [...path, "unit"],
        mayBeNegative: row.expires === undefined,
      },
    );
    const status = row.status ?? "available";
    const counts =
      status === "available" || (status === "inspection" && row.availableFrom !== undefined);
    const leavesFirst = from > context.startDay && from >= until;
    // What does not count still names its stocking point.
    const isUsed = counts && !leavesFirst;
    const day = isUsed ? Math.max(from, context.startDay) : context.startDay;
    rows.add(place.item, place.site, place.segment, day, isUsed ? quantity : 0);
    expires.push(isUsed ? until : NEVER);
  }
  const sites = context.sites.length;
  for (const [r, row] of (context.input.items ?? []).entries()) {
    if (row.onHand === undefined) continue;
    const path = ["items", r, "onHand"];
    if (sites > 1) {
      const message = `The onHand (${show(row.onHand)}) of item ${show(row.id)} does not say at which of the ${sites} sites. Give it in itemSites or stock.`;
      context.issues.add("contradiction", path, message);
      continue;
    }
    addOnHand(context, rows, expires, r, 0, row.onHand, path);
  }
  for (const [r, row] of (context.input.itemSites ?? []).entries()) {
    if (row.onHand === undefined) continue;
    const item = context.itemOf.get(row.item);
    const site = row.site === undefined ? 0 : context.siteOf.get(row.site);
    if (item === undefined || site === undefined) continue;
    const path = ["itemSites", r, "onHand"];
    if (context.input.items?.[item]?.onHand !== undefined) {
      const message = `The onHand (${show(row.onHand)}) of item ${show(row.item)} stands on the item too. Keep one.`;
      context.issues.add("contradiction", path, message);
    }
    addOnHand(context, rows, expires, item, site, row.onHand, path);
  }
  return { ...rows.columns(), expires: Int32Array.from(expires) };
}

function addOnHand(
  context: Context,
  rows: Rows,
  expires: number[],
  item: number,
  site: number,
  value: number | string,
  path: Path,
): void {
  const options = { kind: "supply", mayBeNegative: true } as const;
  const quantity = readAmount(context, context.items[item]!, value, path, options);
  if (quantity === 0) return;
  rows.add(item, site, NONE, context.startDay, quantity);
  expires.push(NEVER);
}

/** What is left of a quantity of which a part is done (`completed`, `shipped`). */
function readLeft(
  context: Context,
  item: number,
  row: { readonly quantity: number | string; readonly unit?: string | undefined },
  done: number | string | undefined,
  path: Path,
  doneField: string,
  kind: AmountKind,
): number {
  const of = context.items[item]!;
  const options = { kind, unit: row.unit, unitPath: [...path, "unit"] };
  const at = [...path, "quantity"];
  if (done === undefined) return readAmount(context, of, row.quantity, at, options);
  const atDone = [...path, doneField];
  const converts = row.unit !== undefined && row.unit !== of.unit;
  if (converts) {
    // What is left is converted and rounded once; its parts only have to be quantities.
    const whole = readRatio(context, row.quantity, at, true);
    const part = readRatio(context, done, atDone, true);
    const left = addRatios(whole, { num: -part.num, den: part.den });
    if (left.num >= 0n) return readAmount(context, of, formatRatio(left), at, options);
  } else {
    const whole = readAmount(context, of, row.quantity, at, options);
    const part = readAmount(context, of, done, atDone, options);
    if (part <= whole) return whole - part;
  }
  adjusted(context, of, atDone, "nothingLeft", `${done}`, `${row.quantity}`);
  return 0;
}

type DemandRow = NonNullable<PlanningInput["demands"]>[number];

/** T4, N1: independent demand; past forecast is dropped, and one beside orders is refused. */
export function readDemands(
  context: Context,
  consumesForecast: (item: number, site: number) => boolean,
): DemandRows {
  const rows = new Rows();
  const source: number[] = [];
  const priority: number[] = [];
  const seen = new Set<string>();
  const demands = context.input.demands ?? [];
  const ordered = new Set<string>();
  const forecast: { readonly key: string; readonly place: Place; readonly row: number }[] = [];
  for (const [r, row] of demands.entries()) {
    const path = ["demands", r];
    const isFirst = firstOfId(context, seen, row.id, [...path, "id"], "demand");
    const place = readPlace(context, row, "demands", r);
    const due = readDay(row.due, [...path, "due"], context.issues);
    const until =
      row.until === undefined ? due : readDay(row.until, [...path, "until"], context.issues);
    refuseUntil(context, row, due, until, path);
    if (place === undefined || !isFirst) continue;
    const left = readLeft(context, place.item, row, row.shipped, path, "shipped", "need");
    const isForecast = row.kind === "forecast";
    if (isForecast && until < context.startDay - context.conventions.pastForecastDays) {
      const item = context.items[place.item]!;
      const text = formatQuantity(left, item.decimals);
      adjusted(context, item, path, "forecastDropped", text, "0");
      continue;
    }
    const key = JSON.stringify([place.item, place.site, place.segment]);
    if (isForecast) forecast.push({ key, place, row: r });
    else ordered.add(key);
    rows.add(
      place.item,
      place.site,
      place.segment,
      isForecast ? Math.max(due, context.startDay) : due,
      left,
    );
    source.push(r);
    priority.push(row.priority ?? Number.POSITIVE_INFINITY);
  }
  for (const { key, place, row } of forecast) {
    if (!ordered.has(key) || !consumesForecast(place.item, place.site)) continue;
    const message = `The forecast ${show(demands[row]!.id)} stands beside orders of its item. Orders that consume forecast are not supported in this version: leave one of them out, or set forecast.consume of the item to "none" so that both count.`;
    context.issues.add("notSupported", ["demands", row, "kind"], message);
  }
  return {
    ...rows.columns(),
    id: (row) => demands[source[row]!]!.id,
    attributes: (row) => demands[source[row]!]!.attributes,
    customer: (row) => demands[source[row]!]!.customer,
    priority: Float64Array.from(priority),
  };
}

function refuseUntil(
  context: Context,
  row: DemandRow,
  due: number,
  until: number,
  path: Path,
): void {
  if (row.until === undefined) return;
  if (row.kind !== "forecast") {
    const message = `The until (${show(row.until)}) belongs to a forecast. Leave it out of this demand.`;
    context.issues.add("contradiction", [...path, "until"], message);
  } else if (until < due) {
    const message = `The until (${show(row.until)}) must not lie before due (${show(row.due)}).`;
    context.issues.add("contradiction", [...path, "until"], message);
  }
}

/** N1: stock already promised to released orders. */
export function readAllocations(context: Context): PlacedRows {
  const rows = new Rows();
  for (const [r, row] of (context.input.allocations ?? []).entries()) {
    const path = ["allocations", r];
    const place = readPlace(context, row, "allocations", r);
    const due =
      row.due === undefined ? context.startDay : readDay(row.due, [...path, "due"], context.issues);
    if (place === undefined) continue;
    const options = { kind: "need" } as const;
    const item = context.items[place.item]!;
    const quantity = readAmount(context, item, row.quantity, [...path, "quantity"], options);
    rows.add(place.item, place.site, place.segment, due, quantity);
  }
  return rows.columns();
}

type SupplyRow = NonNullable<PlanningInput["supplies"]>[number];

/** T5, N1, N4: open supply, the good quantity of each that is still to come. */
export function readSupplies(
  context: Context,
  sourceIds: ReadonlySet<string>,
  hasVersion: (item: number, site: number, version: string) => boolean,
): SupplyRows {
  const rows = new Rows();
  const source: number[] = [];
  const frozen: number[] = [];
  const expires: number[] = [];
  const detail = new Map<number, SupplyDetail>();
  const seen = new Set<string>();
  const supplies = context.input.supplies ?? [];
  for (const [r, row] of supplies.entries()) {
    const path = ["supplies", r];
    const isFirst = firstOfId(context, seen, row.id, [...path, "id"], "supply");
    const place = readPlace(context, row, "supplies", r);
    const due = readDay(row.due, [...path, "due"], context.issues);
    const until =
      row.expires === undefined
        ? NEVER
        : readDay(row.expires, [...path, "expires"], context.issues);
    if (place === undefined || !isFirst) continue;
    const left = readLeft(context, place.item, row, row.completed, path, "completed", "supply");
    const more = readSupplyDetail(context, row, place, path, sourceIds, hasVersion);
    if (more !== undefined) detail.set(rows.item.length, more);
    rows.add(place.item, place.site, place.segment, due, left);
    source.push(r);
    frozen.push(row.frozen ? 1 : 0);
    expires.push(until);
  }
  return {
    ...rows.columns(),
    id: (row) => supplies[source[row]!]!.id,
    kind: (row) => supplies[source[row]!]!.kind,
    frozen: Uint8Array.from(frozen),
    expires: Int32Array.from(expires),
    detail,
  };
}

function readSupplyDetail(
  context: Context,
  row: SupplyRow,
  place: Place,
  path: Path,
  sourceIds: ReadonlySet<string>,
  hasVersion: (item: number, site: number, version: string) => boolean,
): SupplyDetail | undefined {
  const { issues } = context;
  const start =
    row.start === undefined ? undefined : readDay(row.start, [...path, "start"], issues);
  if (start !== undefined && row.start! > row.due) {
    const message = `The start (${show(row.start)}) must not lie after due (${show(row.due)}).`;
    issues.add("contradiction", [...path, "start"], message);
  }
  if (
    row.source !== undefined &&
    !sourceIds.has(JSON.stringify([place.item, place.site, row.source]))
  ) {
    unknownId(context, "source of this item and site", row.source, [...path, "source"]);
  }
  if (row.supplier !== undefined && !context.suppliers.has(row.supplier)) {
    unknownId(context, "supplier", row.supplier, [...path, "supplier"]);
  }
  const from = row.from === undefined ? NONE : (context.siteOf.get(row.from) ?? NONE);
  if (row.from !== undefined && from === NONE) {
    unknownId(context, "site", row.from, [...path, "from"]);
  }
  if (row.kind === "transfer" && row.firm && row.from === undefined) {
    const message = "The field from is missing. A firm transfer names the site that ships.";
    issues.add("missingField", [...path, "from"], message);
  }
  if (row.kind === "transfer" && from === place.site) {
    const message = `The from (${show(row.from)}) is the site itself. A transfer comes from another site.`;
    issues.add("contradiction", [...path, "from"], message);
  }
  if (row.bomVersion !== undefined && !hasVersion(place.item, place.site, row.bomVersion)) {
    unknownId(context, "version of a bill of this item", row.bomVersion, [...path, "bomVersion"]);
  }
  const components = readComponents(context, row, path);
  const firm = (row.firm ?? false) && row.kind !== "purchase";
  const plain =
    !firm && components.length === 0 && row.supplier === undefined && row.attributes === undefined;
  if (plain && row.source === undefined && row.from === undefined && start === undefined)
    return undefined;
  return {
    start,
    firm,
    source: row.source,
    supplier: row.supplier,
    from,
    bomVersion: row.bomVersion,
    components,
    attributes: row.attributes,
  };
}

function readComponents(context: Context, row: SupplyRow, path: Path): SupplyDetail["components"] {
  if (row.components === undefined || row.components.length === 0) return [];
  const at = [...path, "components"];
  if (row.firm || row.kind === "purchase" || row.kind === "transfer") {
    const what = row.firm ? "a firm order is exploded through its bill" : `kind is "${row.kind}"`;
    const message = `The components contradict that ${what}: only a released production or subcontract order has components to be issued.`;
    context.issues.add("contradiction", at, message);
    return [];
  }
  return row.components.flatMap((component, n) => {
    const item = itemNumber(context, component.item, [...at, n, "item"]);
    const day =
      component.due === undefined
        ? context.startDay
        : readDay(component.due, [...at, n, "due"], context.issues);
    if (item === NONE) return [];
    const options = { kind: "need" } as const;
    const quantity = readAmount(
      context,
      context.items[item]!,
      component.quantity,
      [...at, n, "quantity"],
      options,
    );
    return [{ component: item, quantity, day }];
  });
}
