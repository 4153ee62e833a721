import type { PlanningRow } from "../schema/planning-input.js";
import { type AmountOptions, readAmount, SUPPLY } from "./amounts.js";
import { asPart, BULK_ROWS, inChunks, type Steps } from "./chunks.js";
import type { Context } from "./context.js";
import { show } from "./issues.js";
import type { Path } from "./path.js";
import { RowColumns, readPlace } from "./placed-rows.js";
import { NEVER, NONE, type StockRows } from "./problem.js";
import { readDayOr } from "./read-day.js";

type ItemRow = PlanningRow<"items">;
type ItemSiteRow = PlanningRow<"itemSites">;
type StockRow = PlanningRow<"stock">;

/** More may have been taken out than was booked in. */
const ON_HAND: AmountOptions = { ...SUPPLY, mayBeNegative: true };

/** Rows of stock as they are gathered. */
interface Gathered {
  readonly rows: RowColumns;
  readonly expires: number[];
}

/**
 * N2: stock by status and expiry, some rows at a time; what is blocked, or in inspection without a date,
 * does not count.
 */
export function* stockSteps(context: Context): Steps<StockRows> {
  const { items = [], itemSites = [], stock = [] } = context.input;
  const most = stock.length + items.length + itemSites.length;
  const gathered = { rows: new RowColumns(most), expires: [] };
  const ofStock = inChunks(stock.length, BULK_ROWS, (from, end) => {
    for (let r = from; r < end; r++) readStockRow(context, gathered, stock[r]!, r);
  });
  yield* asPart(0, 0.5, ofStock);
  const ofItems = inChunks(items.length, BULK_ROWS, (from, end) => {
    for (let item = from; item < end; item++) readOnHand(context, gathered, items[item]!, item);
  });
  yield* asPart(0.5, 0.75, ofItems);
  const ofItemSites = inChunks(itemSites.length, BULK_ROWS, (from, end) => {
    for (let r = from; r < end; r++) readOnHandAtSite(context, gathered, itemSites[r]!, r);
  });
  yield* asPart(0.75, 1, ofItemSites);
  return { expires: Int32Array.from(gathered.expires), ...gathered.rows.columns() };
}

function readOnHand(context: Context, gathered: Gathered, row: ItemRow, item: number): void {
  if (row.onHand === undefined) return;
  const path = ["items", item, "onHand"];
  const sites = context.sites.length;
  if (sites === 1) addOnHand(context, gathered, item, 0, row.onHand, path);
  else {
    const message = `The onHand (${show(row.onHand)}) of item ${show(row.id)} does not say at which of the ${sites} sites. Give it in itemSites or stock.`;
    context.issues.add("contradiction", path, message);
  }
}

function readOnHandAtSite(context: Context, gathered: Gathered, row: ItemSiteRow, r: number): void {
  if (row.onHand === undefined) return;
  const item = context.itemOf.get(row.item);
  const site = row.site === undefined ? 0 : context.siteOf.get(row.site);
  if (item === undefined || site === undefined) return;
  const path = ["itemSites", r, "onHand"];
  if (context.input.items?.[item]?.onHand !== undefined) {
    const message = `The onHand (${show(row.onHand)}) of item ${show(row.item)} stands on the item too. Keep one.`;
    context.issues.add("contradiction", path, message);
  }
  addOnHand(context, gathered, item, site, row.onHand, path);
}

function readStockRow(
  context: Context,
  { rows, expires }: Gathered,
  row: StockRow,
  r: number,
): void {
  const path = ["stock", r];
  const place = readPlace(context, row, path);
  const { startDay, issues } = context;
  const from = readDayOr(row.availableFrom, startDay, path, issues, "availableFrom");
  const until = readDayOr(row.expires, NEVER, path, issues, "expires");
  if (place === undefined) return;
  const item = context.items[place.item]!;
  const status = row.status ?? "available";
  // Only what is plainly on hand can have been taken out before it was booked in.
  const isOnHand =
    status === "available" && row.availableFrom === undefined && row.expires === undefined;
  const { unit } = row;
  const options = {
    ...(isOnHand ? ON_HAND : SUPPLY),
    ...(unit === undefined ? {} : { unit, unitPath: [...path, "unit"] }),
  };
  const quantity = readAmount(context, item, row.quantity, path, options, "quantity");
  const counts =
    status === "available" || (status === "inspection" && row.availableFrom !== undefined);
  if (counts && from > startDay && from >= until) {
    const message = `The expires (${show(row.expires)}) of this stock of item ${show(row.item)} is not after its availableFrom (${show(row.availableFrom)}): it would leave before it counts. Correct one of them, or say that its status is "blocked".`;
    issues.add("contradiction", [...path, "expires"], message);
  }
  // What does not count still names its stocking point.
  rows.add(place, counts ? Math.max(from, startDay) : startDay, counts ? quantity : 0);
  expires.push(counts ? until : NEVER);
}

function addOnHand(
  context: Context,
  { rows, expires }: Gathered,
  item: number,
  site: number,
  value: number | string,
  path: Path,
): void {
  const quantity = readAmount(context, context.items[item]!, value, path, ON_HAND);
  if (quantity === 0) return;
  rows.add({ item, site, segment: NONE }, context.startDay, quantity);
  expires.push(NEVER);
}
