import type { PlanningRow } from "../schema/planning-input.js";
import { asPart, inChunks, MASTER_ROWS, type Steps } from "./chunks.js";
import { type Context, itemNumber, siteNumber } from "./context.js";
import { DraftFigures } from "./draft-figures.js";
import { IssueList, show } from "./issues.js";
import { type ParameterRow, parameterRow } from "./parameter-row.js";
import { readParameters } from "./parameters.js";
import { type Item, type ItemFigures, NONE, type Parameters } from "./problem.js";

/** A row of `itemSites`. */
export interface ItemSite {
  readonly item: number;
  readonly site: number;
  readonly given: {
    readonly row: PlanningRow<"itemSites">;
    readonly number: number;
  };
}

/** Reads what differs at sites; an item has one row a site. */
export function readItemSites(context: Context): ItemSite[] {
  const rows: ItemSite[] = [];
  const seen = new Set<number>();
  for (const [k, row] of (context.input.itemSites ?? []).entries()) {
    const item = itemNumber(context, row.item, ["itemSites", k]);
    const site = siteNumber(context, row.site, ["itemSites", k]);
    if (item === NONE || site === NONE) continue;
    const key = item * context.sites.length + site;
    if (seen.has(key)) {
      const message = `The item ${show(row.item)} has a row for this site already. Keep one.`;
      context.issues.add("duplicateId", ["itemSites", k], message, { id: row.item });
      continue;
    }
    seen.add(key);
    rows.push({ item, site, given: { row, number: k } });
  }
  return rows;
}

/** The planning parameters of every item at every site. */
export interface ItemSiteParameters {
  /** Reads those of an item that no row for a site speaks of: to be asked for before they are. */
  readonly read: (item: number) => void;
  readonly at: (item: number, site: number) => Parameters;
  readonly rowAt: (item: number, site: number) => ParameterRow;
  /** Those of items as columns, when all were checked. */
  readonly figures: () => ItemFigures;
}

/**
 * Parameters of an item-site, read once; sites without a row of their own share the item's. Those of
 * which columns say everything are not kept, but made from them whenever someone asks.
 */
export function itemSiteParameters(
  context: Context,
  itemSites: readonly ItemSite[],
): ItemSiteParameters {
  const sites = context.sites.length;
  const own = new Map(itemSites.map((row) => [row.item * sites + row.site, row.given]));
  const figures = new DraftFigures(context, itemSites);
  const ofItem: Parameters[] = new Array(context.items.length);
  const ofPlace = new Map<number, Parameters>();
  const made = (item: number, site: number): Parameters =>
    readParameters(context, context.items[item]!, rowAt(item, site));
  const rowAt = (item: number, site: number): ParameterRow =>
    parameterRow(context.input.items![item]!, item, own.get(item * sites + site));
  /** The parameters of an item that is read for the first time, where they had to be made. */
  const readItem = (item: number, site: number): Parameters | undefined => {
    if (figures.addPlain(item, context.input.items![item]!)) return undefined;
    const found = made(item, site);
    if (!figures.add(item, found)) ofItem[item] = found;
    return found;
  };
  const known = (item: number): Parameters | undefined => ofItem[item] ?? figures.at(item);
  const atItem = (item: number, site: number): Parameters =>
    known(item) ?? readItem(item, site) ?? figures.at(item)!;
  return {
    read: (item) => {
      readItem(item, 0);
    },
    rowAt,
    figures: () => figures.figures(),
    at(item, site) {
      const place = item * sites + site;
      if (own.size === 0 || !own.has(place)) return atItem(item, site);
      const found = ofPlace.get(place) ?? made(item, site);
      ofPlace.set(place, found);
      return found;
    },
  };
}

/** Checks the parameters of all items, some at a time, also of those that nothing needs. */
export function* parameterSteps(
  context: Context,
  itemSites: readonly ItemSite[],
  { at, read }: ItemSiteParameters,
): Steps<void> {
  const ofItemSites = inChunks(itemSites.length, MASTER_ROWS, (from, end) => {
    for (const { item, site } of itemSites.slice(from, end)) at(item, site);
  });
  yield* asPart(0, 0.5, ofItemSites);
  const differing = new Set(itemSites.map(({ item }) => item));
  const ofItems = inChunks(context.items.length, MASTER_ROWS, (from, end) => {
    for (let number = from; number < end; number++) {
      if (differing.has(number)) checkFigures(context, number, context.items[number]!);
      else read(number);
    }
  });
  yield* asPart(0.5, 1, ofItems);
}

/**
 * Checks the figures of an item that differs at some sites. What they lack or contradict may be set
 * right by the rows for the sites, so that is judged only where a site has no row of its own.
 */
function checkFigures(context: Context, number: number, item: Item): void {
  const alone = {
    ...context,
    issues: new IssueList(),
    messages: [],
    saidOfParameters: new Set<string>(),
  };
  readParameters(alone, item, parameterRow(context.input.items![number]!, number));
  for (const { code, path, message, ...figures } of alone.issues.found) {
    if (code === "missingField" || code === "contradiction") continue;
    context.issues.add(code, path, message, figures);
  }
}
