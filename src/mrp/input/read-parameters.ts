import { item as itemSchema, itemSite, source as sourceSchema } from "../schema/master-data.js";
import type { Context } from "./context.js";
import { grouped } from "./grouped.js";
import { IssueList } from "./issues.js";
import type { ItemSite } from "./item-sites.js";
import { type ParameterRow, parameterRow } from "./parameter-row.js";
import { readParameters } from "./parameters.js";
import type { MoreParameters, ParameterRows, Parameters, Problem } from "./problem.js";
import { readSourceAgain } from "./sources.js";
import type { ReadSource } from "./twin-sources.js";

/**
 * Reads planning parameters beside those of a problem that is read, by the same rules, where rows of
 * items, item-sites or sources say something else of lead times, lots, stock to be kept and fences.
 *
 * @returns a reader; what it returns is `undefined` when a row has a mistake or is adjusted: that is for
 * the whole input to say
 */
export function parameterReader(
  context: Context,
  itemSites: readonly ItemSite[],
  sources: readonly ReadSource[],
): Problem["readParameters"] {
  const sites = context.sites.length;
  const placeOf = ({ item, site }: { readonly item: number; readonly site: number }) =>
    item * sites + site;
  let found: { readonly own: ReadonlyMap<number, number>; readonly sources: SourcesAt } | undefined;
  const find = () => ({
    own: new Map(itemSites.map((row) => [placeOf(row), row.given.number])),
    sources: grouped(sources, placeOf),
  });
  return (rows) => {
    // A lead time may follow from any of them, and losses must agree with theirs (K54, Q3).
    const hasRoutings = (context.input.routings ?? []).length > 0;
    if (hasRoutings || !areSound(rows) || asksRoutings(rows)) return undefined;
    found ??= find();
    const places = new Set([
      ...rows.changed.items.flatMap((item) =>
        Array.from({ length: sites }, (_, site) => item * sites + site),
      ),
      ...rows.changed.itemSites.map((number) => placeOf(itemSites[number]!)),
      ...rows.changed.sources.map((number) => placeOf(sources[number]!)),
    ]);
    return readPlaces(context, rows, found, places);
  };
}

type SourcesAt = ReadonlyMap<number, readonly ReadSource[]>;

/** Whether a lead time is to come from a routing (K54). */
function asksRoutings({ item, itemSite: atSite, source, changed }: ParameterRows): boolean {
  const asks = (row: { readonly leadTimeBasis?: unknown }): boolean =>
    row.leadTimeBasis === "routing";
  return (
    changed.items.some((row) => asks(item(row))) ||
    changed.itemSites.some((row) => asks(atSite(row))) ||
    changed.sources.some((row) => asks(source(row)))
  );
}

/** Whether rows have the form of the contract. */
function areSound({ item, itemSite: atSite, source, changed }: ParameterRows): boolean {
  return (
    changed.items.every((row) => itemSchema.safeParse(item(row)).success) &&
    changed.itemSites.every((row) => itemSite.safeParse(atSite(row)).success) &&
    changed.sources.every((row) => sourceSchema.safeParse(source(row)).success)
  );
}

function readPlaces(
  of: Context,
  rows: ParameterRows,
  known: { readonly own: ReadonlyMap<number, number>; readonly sources: SourcesAt },
  places: ReadonlySet<number>,
): readonly MoreParameters[] | undefined {
  const context: Context = {
    ...of,
    issues: new IssueList(),
    messages: [],
    saidOfParameters: new Set(),
  };
  const sites = context.sites.length;
  const rowAt = (item: number, site: number): ParameterRow => {
    const number = known.own.get(item * sites + site);
    const own = number === undefined ? undefined : { row: rows.itemSite(number), number };
    return parameterRow(rows.item(item), item, own);
  };
  const ofItem = new Map<number, Parameters>();
  const readOf = (item: number): Parameters => {
    const there = ofItem.get(item);
    if (there !== undefined) return there;
    const row = parameterRow(rows.item(item), item);
    const read = readParameters(context, context.items[item]!, row);
    ofItem.set(item, read);
    return read;
  };
  // The figures of an item are judged also where every site has a row of its own.
  for (const item of rows.changed.items) readOf(item);
  const more: MoreParameters[] = [];
  for (const place of places) {
    const [item, site] = [Math.floor(place / sites), place % sites];
    const parameters = known.own.has(place)
      ? readParameters(context, context.items[item]!, rowAt(item, site))
      : readOf(item);
    const neighbours = { parameters: () => parameters, parameterRow: rowAt };
    const there = known.sources.get(place) ?? [];
    // What follows from routings is more than a figure of a row.
    const says = [rowAt(item, site).row, ...there.map(({ row }) => rows.source(row))];
    if (says.some(({ leadTimeBasis }) => leadTimeBasis === "routing")) return undefined;
    const read = there.map((source) =>
      readSourceAgain(context, neighbours, source, rows.source(source.row)),
    );
    more.push({ item, site, parameters, sources: read });
  }
  return context.issues.found.length > 0 || context.messages.length > 0 ? undefined : more;
}
